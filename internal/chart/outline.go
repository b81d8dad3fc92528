package chart

import (
	"strconv"
	"strings"
)

// rings reads a path of closed rings or open lines as the atlas writes them:
// M or m, one l with many pairs, z or nothing.
func rings(d string) (all [][]point, ok bool) {
	var ring []point
	var at, start point
	end := func() {
		if len(ring) > 0 {
			all = append(all, ring)
		}
		ring = nil
	}
	for len(d) > 0 {
		command := d[0]
		stop := 1 + strings.IndexFunc(d[1:], func(r rune) bool { return r >= 'A' })
		if stop == 0 {
			stop = len(d)
		}
		numbers, fine := integers(d[1:stop])
		d = d[stop:]
		if !fine {
			return nil, false
		}
		switch command {
		case 'M', 'm':
			end()
			if len(numbers) != 2 {
				return nil, false
			}
			start = point{at.x + numbers[0], at.y + numbers[1]}
			at, ring = start, []point{start}
		case 'l':
			if len(numbers)%2 != 0 || ring == nil {
				return nil, false
			}
			for i := 0; i+1 < len(numbers); i += 2 {
				at = point{at.x + numbers[i], at.y + numbers[i+1]}
				ring = append(ring, at)
			}
		case 'z':
			at = start
		default:
			return nil, false
		}
	}
	end()
	return all, len(all) > 0
}

func integers(s string) (list []float64, ok bool) {
	list = make([]float64, 0, len(s)/3+1)
	for s = strings.TrimLeft(s, " "); s != ""; s = strings.TrimLeft(s, " ") {
		n := 1
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		i, err := strconv.Atoi(s[:n])
		if err != nil {
			return nil, false
		}
		list, s = append(list, float64(i)), s[n:]
	}
	return list, true
}

func around(all [][]point) box {
	b := box{all[0][0].x, all[0][0].y, 0, 0}
	for _, ring := range all {
		for _, p := range ring {
			b = b.with(box{p.x, p.y, 0, 0})
		}
	}
	return b
}

// outline writes rings as a path, its points moved to a grid. Neighbours move
// alike, so that no gap opens between them. What shrinks to a line is left out.
func outline(all [][]point, grid float64) string {
	grid = max(grid, 1)
	var b strings.Builder
	var at [2]int
	for _, ring := range all {
		var kept [][2]int
		for _, p := range ring {
			q := [2]int{round(float64(round(p.x/grid)) * grid), round(float64(round(p.y/grid)) * grid)}
			if n := len(kept); n == 0 || q != kept[n-1] {
				kept = append(kept, q)
			}
		}
		if len(kept) < 3 {
			continue
		}
		if b.Len() == 0 {
			b.WriteByte('M')
		} else {
			b.WriteByte('m')
		}
		for i, q := range kept {
			if i == 1 {
				b.WriteByte('l')
			}
			if i < 2 {
				b.WriteString(strconv.Itoa(q[0] - at[0]))
			} else {
				pair(&b, q[0]-at[0])
			}
			pair(&b, q[1]-at[1])
			at = q
		}
		b.WriteByte('z')
		at = kept[0]
	}
	return b.String()
}

// pair writes a number that follows another.
func pair(b *strings.Builder, n int) {
	if n >= 0 {
		b.WriteByte(' ')
	}
	b.WriteString(strconv.Itoa(n))
}

func round(x float64) int {
	if x < 0 {
		return -int(-x + .5)
	}
	return int(x + .5)
}

// clip cuts rings to a box, edge by edge (Sutherland and Hodgman). Where a ring
// leaves the box and comes back, its parts hang together along the edge; so clip
// to more than is shown.
func clip(all [][]point, to box) (inside [][]point) {
	for _, ring := range all {
		b := around([][]point{ring})
		if !b.meets(to) {
			continue
		}
		if b.x < to.x || b.y < to.y || b.x+b.w > to.x+to.w || b.y+b.h > to.y+to.h {
			for edge := range 4 {
				ring = cut(ring, to, edge)
			}
		}
		if len(ring) > 2 {
			inside = append(inside, ring)
		}
	}
	return inside
}

// cut keeps what of a ring lies on the inner side of one edge.
func cut(ring []point, to box, edge int) (kept []point) {
	depth := func(p point) float64 { // how far inside the edge
		switch edge {
		case 0:
			return p.x - to.x
		case 1:
			return to.x + to.w - p.x
		case 2:
			return p.y - to.y
		}
		return to.y + to.h - p.y
	}
	for i, p := range ring {
		before := ring[(i+len(ring)-1)%len(ring)]
		a, b := depth(before), depth(p)
		if (a < 0) != (b < 0) {
			t := a / (a - b)
			kept = append(kept, point{before.x + t*(p.x-before.x), before.y + t*(p.y-before.y)})
		}
		if b >= 0 {
			kept = append(kept, p)
		}
	}
	return kept
}
