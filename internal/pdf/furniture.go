package pdf

import (
	"math"
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
	commonRow = 0.15
	// tellingRow is the share of a place's rows that must come again or bear
	// the page's number.
	tellingRow = 0.5
)

// edgePiece is a piece near the edge of a page.
type edgePiece struct {
	sheet, piece int
	from         float64 // how far its baseline is from the edge
}

// clear takes the furniture out of the sheets.
func clear(sheets []sheet) {
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
	gone := make(map[[2]int]bool)
	for _, ps := range [][]edgePiece{head, foot} {
		for _, place := range places(ps) {
			if telling(sheets, place) {
				for _, p := range place {
					gone[[2]int{p.sheet, p.piece}] = true
				}
			}
		}
	}
	for i := range sheets {
		kept := sheets[i].pieces[:0]
		for k, p := range sheets[i].pieces {
			if !gone[[2]int{i, k}] {
				kept = append(kept, p)
			}
		}
		sheets[i].pieces = kept
	}
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
