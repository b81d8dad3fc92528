package pdf

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// Furniture is what stands at the head or foot of many pages beside the text:
// running heads, page numbers, the address of a printed web page. It is known
// by its place and by coming again. Neither alone would do: the first line of
// the text also has the same place on every page, and the heading of a section
// comes again.

const (
	// edge is the share of a page's height, at its head and at its foot, in
	// which furniture may stand.
	edge = 0.12
	// commonRow is the share of pages that must have a row at a place.
	commonRow = 0.03
	// tellingRow is the share of a place's rows that must come again or bear
	// the page's number.
	tellingRow = 0.5
)

// edgePiece is a piece near the edge of a page.
type edgePiece struct {
	sheet, piece int
	from         float64 // how far its baseline is from the edge
}

// clear takes the furniture out of the sheets. It returns what stands at the
// edge of most pages, once: often it alone has the title and year of a report.
func clear(sheets []sheet) []line {
	var head, foot []edgePiece
	for i := range sheets {
		s := &sheets[i]
		for k := range s.pieces {
			p := &s.pieces[k]
			deep := edge * (s.area.top - s.area.bottom)
			if down := s.area.top - p.base; down < deep {
				head = append(head, edgePiece{i, k, down})
			} else if up := p.base - s.area.bottom; up < deep {
				foot = append(foot, edgePiece{i, k, up})
			}
		}
	}
	f := furniture{sheets: sheets, again: map[[2]int]bool{}}
	var found [][]edgePiece
	for _, place := range slices.Concat(places(head), places(foot)) {
		if telling(sheets, place) {
			found = append(found, place)
			for _, p := range place {
				f.again[[2]int{p.sheet, p.piece}] = true
			}
		}
	}
	gone := map[[2]int]bool{}
	var titles []line
	for _, place := range found {
		if f.amongText(place) || f.goesOn(place) {
			continue
		}
		titles = append(titles, constant(sheets, place)...)
		for _, p := range place {
			gone[[2]int{p.sheet, p.piece}] = true
		}
	}
	f.beyond(head, gone)
	f.beyond(foot, gone)
	f.aside(gone)
	for i := range sheets {
		kept := sheets[i].pieces[:0]
		for k, p := range sheets[i].pieces {
			if !gone[[2]int{i, k}] {
				kept = append(kept, p)
			}
		}
		sheets[i].pieces = kept
	}
	return titles
}

// furniture tells what comes again because it is furniture from headings of
// the text that come again.
type furniture struct {
	sheets []sheet
	again  map[[2]int]bool // pieces that come again, by sheet and piece
}

// constant lists the words that are the same on most of the pages that have
// furniture at a place, from the first ones to the last: the title of a report,
// not that of one of its chapters. Addresses and dates of printing are left out.
func constant(sheets []sheet, place []edgePiece) []line {
	count, first, last := map[string]int{}, map[string]int{}, map[string]int{}
	for _, p := range place {
		s := sheets[p.sheet].pieces[p.piece].text()
		if count[s]++; count[s] == 1 || p.sheet < first[s] {
			first[s] = p.sheet
		}
		last[s] = max(last[s], p.sheet)
	}
	slices.SortStableFunc(place, func(a, b edgePiece) int { return cmp.Or(a.sheet-b.sheet, a.piece-b.piece) })
	var found []line
	for _, p := range place {
		piece := sheets[p.sheet].pieces[p.piece]
		s := piece.text()
		throughout := 3*first[s] < len(sheets) && 3*(last[s]+1) > 2*len(sheets)
		if n := count[s]; n >= 2 && 10*n >= 3*len(sheets) && throughout && wordy(s) {
			found = append(found, line{piece: piece, sheet: p.sheet, left: piece.box.left, right: piece.box.right})
		}
		count[s] = 0
	}
	return found
}

// wordy reports whether a text is words rather than numbers or an address.
func wordy(s string) bool {
	letters, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) || r == ' ' {
			letters++
		}
		all++
	}
	return 10*letters >= 7*all && letters >= 8 && !strings.Contains(s, "://") && !strings.Contains(s, "www.")
}

// places groups pieces by their distance from the edge.
func places(ps []edgePiece) [][]edgePiece {
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].from < ps[j].from })
	var groups [][]edgePiece
	start := 0
	for i := range ps {
		if i > start && (ps[i].from-ps[i-1].from > 1.5 || ps[i].from-ps[start].from > 3) {
			groups = append(groups, ps[start:i])
			start = i
		}
	}
	if start < len(ps) {
		groups = append(groups, ps[start:])
	}
	return groups
}

// telling reports whether the rows at one place are furniture.
func telling(sheets []sheet, place []edgePiece) bool {
	texts := make([]string, len(place))
	on := map[string]map[int]bool{} // pages that have a text
	rows := map[int]bool{}
	steps := map[int]int{} // how far the printed number is ahead of the page's own
	for i, p := range place {
		piece := &sheets[p.sheet].pieces[p.piece]
		texts[i] = mask(piece.text())
		if on[texts[i]] == nil {
			on[texts[i]] = map[int]bool{}
		}
		on[texts[i]][p.sheet] = true
		rows[p.sheet] = true
		for _, w := range piece.words {
			if n, ok := pageNumber(w.text); ok {
				steps[n-sheets[p.sheet].number]++
			}
		}
	}
	if len(rows) < 2 || float64(len(rows)) < commonRow*float64(len(sheets)) {
		return false
	}
	step, most := 0, 0
	for s, n := range steps {
		if n > most || n == most && s < step {
			step, most = s, n
		}
	}
	told := map[int]bool{}
	for i, p := range place {
		again := len(on[texts[i]]) >= 2 && strings.ContainsFunc(texts[i], unicode.IsLetter)
		if again || most >= 2 && numbered(&sheets[p.sheet].pieces[p.piece], sheets[p.sheet].number+step) {
			told[p.sheet] = true
		}
	}
	return float64(len(told)) >= tellingRow*float64(len(rows))
}

// goesOn reports whether most rows at a place are followed, towards the middle
// of the page, by a line of the same letters: then they are text.
func (f furniture) goesOn(place []edgePiece) bool {
	n := 0
	for _, e := range place {
		s := &f.sheets[e.sheet]
		p := &s.pieces[e.piece]
		for k := range s.pieces {
			q := &s.pieces[k]
			step := p.base - q.base
			if p.base < s.area.middle() {
				step = -step
			}
			if step > 0.5*p.style.size && step < 1.5*p.style.size && q.style == p.style && !f.again[[2]int{e.sheet, k}] &&
				q.box.left < p.box.right && p.box.left < q.box.right {
				n++
				break
			}
		}
	}
	return 2*n > len(place)
}

// amongText reports whether pages that have nothing at the place of a row have
// text there or nearer to the edge: then it is where their text begins, and the
// row is the heading of a section that comes again.
func (f furniture) amongText(place []edgePiece) bool {
	rows := map[int]bool{}
	for _, e := range place {
		rows[e.sheet] = true
	}
	p := &f.sheets[place[0].sheet].pieces[place[0].piece]
	atHead := p.base > f.sheets[place[0].sheet].area.middle()
	beyond, others := 0, 0
	for i := range f.sheets {
		s := &f.sheets[i]
		if rows[i] || len(s.pieces) == 0 {
			continue
		}
		others++
		for k := range s.pieces {
			from := s.pieces[k].base - s.area.bottom
			if atHead {
				from = s.area.top - s.pieces[k].base
			}
			if from < place[0].from+0.8*p.style.size && !f.again[[2]int{i, k}] {
				beyond++
				break
			}
		}
	}
	return 10*beyond > 3*others
}

// numbered reports whether a piece bears the number n.
func numbered(p *piece, n int) bool {
	for _, w := range p.words {
		if got, ok := pageNumber(w.text); ok && got == n {
			return true
		}
	}
	return false
}

// mask gives a text with all numbers alike.
func mask(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return unicode.ToLower(r)
	}, s)
}

// pageNumber reads a number as pages have it: 12, -12-, 12/40, xii.
func pageNumber(s string) (int, bool) {
	s, _, _ = strings.Cut(strings.Trim(s, "-–—|.[]() "), "/")
	if n, err := strconv.Atoi(s); err == nil && n > 0 && n < 10000 {
		return n, true
	}
	return roman(s)
}

// roman reads a number in small Roman letters.
func roman(s string) (int, bool) {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	if s == "" || len(s) > 8 {
		return 0, false
	}
	sum, last := 0, math.MaxInt
	for i := range len(s) {
		v, ok := value[s[i]]
		if !ok {
			return 0, false
		}
		if v > last {
			sum -= 2 * last
		}
		sum, last = sum+v, v
	}
	return sum, true
}
