package chart

import (
	"cmp"
	"slices"
	"strings"
)

// label is a name on a map.
type label struct {
	x, y   float64
	words  string
	first  bool    // goes before others, and finds room
	inside bool    // may stand on its place
	wide   float64 // the width of that place
	weight float64 // the heavier goes first
}

// names writes names on or beside their places, each where it meets no other
// name and no line if it can, and leaves out those that find no room: their
// titles say them.
func (m *canvas) names(s *svg, labels []label, lines []box) {
	slices.SortStableFunc(labels, func(a, b label) int {
		switch {
		case a.first != b.first && a.first:
			return -1
		case a.first != b.first:
			return 1
		case a.weight != b.weight:
			return cmp.Compare(b.weight, a.weight)
		}
		return strings.Compare(a.words, b.words)
	})
	size := 10 * m.px
	var taken []box
	for _, l := range labels {
		if !l.inside {
			taken = append(taken, box{l.x - 2*m.px, l.y - 2*m.px, 4 * m.px, 4 * m.px})
		}
	}
	s.in("g", "class", "names", "font-size", num(size), "aria-hidden", "true")
	for _, l := range labels {
		rooms := slices.DeleteFunc(l.rooms(size, m.px), func(r room) bool {
			return !m.view.contains(r.box) || slices.ContainsFunc(taken, r.meets)
		})
		if len(rooms) == 0 {
			continue
		}
		at := slices.MinFunc(rooms, func(a, b room) int { return crossed(a.box, lines) - crossed(b.box, lines) })
		taken = append(taken, at.box)
		x := at.x
		switch at.anchor {
		case "middle":
			x += at.w / 2
		case "end":
			x += at.w
		}
		s.says("text", l.words, "x", num(x), "y", num(at.y+.82*size), "text-anchor", at.anchor)
	}
	s.out()
}

// crossed counts how much of what is drawn a box would cover.
func crossed(b box, lines []box) (n int) {
	for _, l := range lines {
		if b.meets(l) {
			n++
		}
	}
	return n
}

// room is a box where words may stand, and from where they are set.
type room struct {
	box
	anchor string // of the text; empty for its start
}

// rooms are the boxes where the words may stand, the best first.
func (l label) rooms(size, px float64) []room {
	w := .54 * size * float64(len([]rune(l.words)))
	right, left, low, high := l.x+5*px, l.x-5*px-w, l.y+4*px, l.y-4*px-size
	middle := room{box{l.x - w/2, l.y - size/2, w, size}, "middle"}
	beside := []room{
		{box{right, l.y - size/2, w, size}, ""}, {box{left, l.y - size/2, w, size}, "end"},
		{box{l.x - w/2, high, w, size}, "middle"}, {box{l.x - w/2, low, w, size}, "middle"},
		{box{right, high, w, size}, ""}, {box{right, low, w, size}, ""},
		{box{left, high, w, size}, "end"}, {box{left, low, w, size}, "end"},
	}
	switch {
	case !l.inside:
		return beside
	case l.first:
		return append([]room{middle}, beside...)
	case w > 1.4*l.wide:
		return nil
	}
	return []room{middle}
}
