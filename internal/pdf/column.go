package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// line is a line of a column, its words from left to right.
type line struct {
	piece
	sheet       int     // index
	left, right float64 // of its column
}

// gutter is where two columns part.
type gutter struct {
	x     float64
	lines int // on the side that has fewer
}

// columns brings the pieces of pages into reading order.
type columns struct {
	usual []float64      // where gutters are on many pages
	wide  map[style]bool // of headings that stand across columns
	spare *[]band        // room for bands that are only counted
}

// mostPieces bounds the work of finding columns. A page of a newspaper has a
// thousand lines.
const mostPieces = 3000

// survey finds out where pages have their columns, so that a page with one
// line in its last column is still read right.
func survey(sheets []sheet) columns {
	count := map[int]int{}
	full := 0
	c := columns{spare: new([]band)}
	for i := range sheets {
		ps := sheets[i].pieces
		if len(ps) < 20 || len(ps) > mostPieces {
			continue
		}
		full++
		if g := c.best(ps); g.lines > 0 {
			count[int(math.Round(g.x/3))]++
		}
	}
	for at, n := range count {
		if n += count[at-1] + count[at+1]; n >= 3 && 4*n >= full {
			c.usual = append(c.usual, 3*float64(at))
		}
	}
	slices.Sort(c.usual)
	c.wide = c.headings(sheets)
	return c
}

// headings finds the letters of headings that stand across columns. One that
// is short enough lies over one column only, and is told by its letters.
func (c columns) headings(sheets []sheet) map[style]bool {
	if len(c.usual) == 0 {
		return nil
	}
	body := commonLetters(sheets).size
	across, all := map[style]int{}, map[style]int{}
	for i := range sheets {
		ps := sheets[i].pieces
		if len(ps) < 20 || len(ps) > mostPieces {
			continue
		}
		for k := range ps {
			s := letters(&ps[k])
			if s.size < 1.15*body {
				continue
			}
			all[s]++
			if slices.ContainsFunc(c.usual, func(x float64) bool { return ps[k].box.left < x-1 && ps[k].box.right > x+1 }) {
				across[s]++
			}
		}
	}
	wide := map[style]bool{}
	for s, n := range across {
		wide[s] = n >= 3 && 10*n >= all[s]
	}
	return wide
}

// letters is the style of a piece as styles are compared: sizes differ by a
// little where pages are scaled.
func letters(p *piece) style { return style{face(p.style.font), math.Round(2 * p.style.size)} }

// commonLetters is the style of most words.
func commonLetters(sheets []sheet) style {
	count := map[style]int{}
	for i := range sheets {
		for k := range sheets[i].pieces {
			p := &sheets[i].pieces[k]
			count[letters(p)] += len(p.words)
		}
	}
	var best style
	for s, n := range count {
		if n > count[best] || n == count[best] && (s.size < best.size || s.size == best.size && s.font < best.font) {
			best = s
		}
	}
	return best
}

// spans reports whether a piece stands across the gutter at x, among pieces
// that are sorted from the top down.
func (c columns) spans(ps []piece, i int, x float64) bool {
	p := &ps[i]
	if p.box.left < x-1 && p.box.right > x+1 {
		return true
	}
	if len(c.wide) == 0 || !c.isUsual(x) || !c.wide[letters(p)] {
		return false
	}
	beside := func(q *piece) bool { // in its row, on the other side
		overlap := min(p.box.top, q.box.top) - max(p.box.bottom, q.box.bottom)
		return overlap > 0.2*q.box.height() && (p.box.middleX() < x) != (q.box.middleX() < x)
	}
	const near = 8 // pieces that may overlap a row
	for k := max(0, i-near); k < min(len(ps), i+near+1); k++ {
		if k != i && beside(&ps[k]) {
			return false
		}
	}
	return true
}

// order gives the lines of a sheet as they are to be read.
func (c columns) order(sheet int, ps []piece) []line {
	var out []line
	if len(ps) == 0 {
		return nil
	}
	if len(ps) > mostPieces {
		return column(out, sheet, ps, math.Inf(1), math.Inf(-1))
	}
	slices.SortStableFunc(ps, below)
	return c.region(out, sheet, ps, 8)
}

// below orders pieces from the top down, then from left to right.
func below(a, b piece) int {
	return cmp.Or(cmp.Compare(b.box.middle(), a.box.middle()), cmp.Compare(a.box.left, b.box.left), cmp.Compare(a.box.right, b.box.right))
}

// region appends the lines of pieces that are sorted from the top down: the
// columns of each band one after the other, and what stands across them where
// it stands.
func (c columns) region(out []line, sheet int, ps []piece, depth int) []line {
	g := c.best(ps)
	if g.lines == 0 || depth == 0 {
		return column(out, sheet, ps, math.Inf(1), math.Inf(-1))
	}
	bands := c.bands(nil, ps, g.x)
	var l, r box // the extent of the columns in all bands
	for _, b := range bands {
		if b.columns {
			l, r = extent(l, b.left), extent(r, b.right)
		}
	}
	var across []piece
	flush := func() {
		if len(across) > 0 {
			slices.SortStableFunc(across, below)
			out = c.region(out, sheet, across, depth-1)
			across = nil
		}
	}
	for _, b := range bands {
		across = append(across, b.above...)
		if !b.columns {
			across = append(append(across, b.left...), b.right...)
			continue
		}
		flush()
		out = c.side(out, sheet, b.left, l, depth)
		out = c.side(out, sheet, b.right, r, depth)
	}
	flush()
	return out
}

// side appends one side of a band.
func (c columns) side(out []line, sheet int, ps []piece, whole box, depth int) []line {
	if g := c.best(ps); g.lines > 0 && depth > 1 {
		return c.region(out, sheet, ps, depth-1)
	}
	return column(out, sheet, ps, whole.left, whole.right)
}

func extent(b box, ps []piece) box {
	for _, p := range ps {
		if b == (box{}) {
			b = p.box
		}
		b = b.join(p.box)
	}
	return b
}

// band is a part of a region between two pieces that stand across a gutter.
type band struct {
	above       []piece // across the gutter, before the band
	left, right []piece
	columns     bool // left and right are columns
}

// oneMore adds an empty band, in the room that an older one left.
func oneMore(bands []band) []band {
	if len(bands) == cap(bands) {
		return append(bands, band{})
	}
	bands = bands[:len(bands)+1]
	b := &bands[len(bands)-1]
	*b = band{above: b.above[:0], left: b.left[:0], right: b.right[:0]}
	return bands
}

// bands cuts pieces, sorted from the top down, at those that lie across x. It
// uses the room of old bands.
func (c columns) bands(old []band, ps []piece, x float64) []band {
	bands := oneMore(old[:0])
	for i, p := range ps {
		b := &bands[len(bands)-1]
		switch {
		case c.spans(ps, i, x):
			if len(b.left)+len(b.right) > 0 {
				bands = oneMore(bands)
				b = &bands[len(bands)-1]
			}
			b.above = append(b.above, p)
		case p.box.middleX() < x:
			b.left = append(b.left, p)
		default:
			b.right = append(b.right, p)
		}
	}
	least := 3
	if c.isUsual(x) {
		least = 1
	}
	for i := range bands {
		b := &bands[i]
		b.columns = prose(b.left, least) && prose(b.right, least)
	}
	return bands
}

func (c columns) isUsual(x float64) bool {
	return slices.ContainsFunc(c.usual, func(u float64) bool { return math.Abs(u-x) < 5 })
}

// prose reports whether pieces could be a column of text: bullets and the
// figures of a table could not.
func prose(ps []piece, least int) bool {
	if len(ps) < least {
		return false
	}
	letters, others, long, rows := 0, 0, 0, 0
	base := math.Inf(1)
	for _, p := range ps {
		n := 0
		if math.Abs(base-p.base) > 0.5*p.style.size { // words of a stretched line are one row
			base = p.base
			rows++
		}
		for _, w := range p.words {
			for _, r := range w.text {
				if unicode.IsLetter(r) {
					letters++
				} else {
					others++
				}
				n++
			}
		}
		if n >= 8 {
			long++
		}
	}
	return rows >= least && letters > others && (2*long >= len(ps) || least == 1)
}

// best finds the gutter with the most lines beside it, of several the first
// from the left.
func (c columns) best(ps []piece) gutter {
	if len(ps) < 2 {
		return gutter{}
	}
	var best gutter
	tried := map[int]bool{}
	for _, p := range ps {
		x := p.box.left - 1.5
		key := int(math.Round(8 * x))
		if tried[key] {
			continue
		}
		tried[key] = true
		if n := c.beside(ps, x, best.lines); n > best.lines || n > 0 && n == best.lines && x < best.x {
			best = gutter{x, n}
		}
	}
	return best
}

// beside counts the lines beside a gutter at x, on the side that has fewer; 0
// where they are less than least.
func (c columns) beside(ps []piece, x float64, least int) int {
	left, right := 0, 0
	for _, p := range ps {
		if p.box.right <= x+1 {
			left++
		} else if p.box.left >= x-1 {
			right++
		}
	}
	if most := min(left, right); most == 0 || most < least {
		return 0
	}
	sum := 0
	*c.spare = c.bands(*c.spare, ps, x)
	for _, b := range *c.spare {
		if b.columns {
			sum += min(len(b.left), len(b.right))
		}
	}
	return sum
}

func (b box) middleX() float64 { return (b.left + b.right) / 2 }

// column appends the lines of pieces that stand in one column, whose edges are
// at least left and right.
func column(out []line, sheet int, ps []piece, left, right float64) []line {
	if len(ps) == 0 {
		return out
	}
	for _, p := range ps {
		left, right = min(left, p.box.left), max(right, p.box.right)
	}
	slices.SortStableFunc(ps, func(a, b piece) int {
		return cmp.Or(cmp.Compare(b.base, a.base), cmp.Compare(a.box.left, b.box.left))
	})
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[i].base-ps[j].base < 0.35*max(ps[i].style.size, ps[j].style.size) {
			j++
		}
		out = append(out, line{piece: merge(ps[i:j]), sheet: sheet, left: left, right: right})
		i = j
	}
	return out
}

// merge puts the pieces of one line together.
func merge(ps []piece) piece {
	if len(ps) == 1 {
		return ps[0]
	}
	slices.SortStableFunc(ps, func(a, b piece) int { return cmp.Compare(a.box.left, b.box.left) })
	p := ps[0]
	p.words = slices.Clone(p.words)
	widest := p.box.width()
	for i, q := range ps[1:] {
		last := &p.words[len(p.words)-1]
		if i == len(ps)-2 && len(q.words) == 1 && isHyphen(q.words[0].text) && q.box.left-last.at.box().right < 0.4*q.style.size {
			last.text += q.words[0].text // one that is drawn by itself
		} else {
			p.words = append(p.words, q.words...)
		}
		p.box = p.box.join(q.box)
		p.end = q.end
		if q.box.width() > widest { // not a bullet or a mark
			widest, p.base, p.style = q.box.width(), q.base, q.style
		}
	}
	return p
}
