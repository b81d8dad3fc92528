package pdf

import (
	"math"
	"slices"
	"strconv"
)

// beyond adds what stands nearer to the edge than the text does and is set
// like furniture found there: a running head of two lines, where others have
// one. The pieces are those at one edge.
func (f furniture) beyond(edge []edgePiece, gone map[[2]int]bool) {
	looks := map[style]bool{}  // none of them that of the text
	first := map[int]float64{} // how far the text is from the edge, by sheet
	for _, e := range edge {
		p := &f.sheets[e.sheet].pieces[e.piece]
		if gone[[2]int{e.sheet, e.piece}] {
			looks[letters(p)] = true
		} else if from, ok := first[e.sheet]; !ok || e.from < from {
			first[e.sheet] = e.from
		}
	}
	delete(looks, commonLetters(f.sheets))
	if len(looks) == 0 || len(first) < 5 {
		return
	}
	var all []float64
	for _, from := range first {
		all = append(all, from)
	}
	slices.Sort(all)
	text := all[len(all)/2]
	if text-all[len(all)/5] > 3 { // the text begins anywhere
		return
	}
	for _, e := range edge {
		p := &f.sheets[e.sheet].pieces[e.piece]
		if e.from < text-0.6*p.style.size && looks[letters(p)] {
			gone[[2]int{e.sheet, e.piece}] = true
		}
	}
}

const (
	// side is the share of a page's width, to its left and right, in which
	// furniture may stand beside the text.
	side = 0.12
	// commonAside is the share of pages that must have it at the same place.
	commonAside = 0.2
)

// aside adds what stands in the margins beside the text, with the same words or
// the page's number at the same place of many pages.
func (f furniture) aside(gone map[[2]int]bool) {
	type spot struct {
		text string
		x, y int
	}
	found := map[spot][][2]int{}
	for i := range f.sheets {
		s := &f.sheets[i]
		deep := side * s.area.width()
		for k := range s.pieces {
			p := &s.pieces[k]
			if p.box.right > s.area.left+deep && p.box.left < s.area.right-deep {
				continue
			}
			at := spot{p.text(), int(math.Round(p.box.middleX() / 8)), int(math.Round(p.base / 8))}
			found[at] = append(found[at], [2]int{i, k})
			if n, ok := pageNumber(p.text()); ok {
				at.text = "page " + strconv.Itoa(n-s.number)
				found[at] = append(found[at], [2]int{i, k})
			}
		}
	}
	for at, list := range found {
		for _, near := range []spot{{at.text, at.x - 1, at.y}, {at.text, at.x + 1, at.y}, {at.text, at.x, at.y - 1}, {at.text, at.x, at.y + 1}} {
			list = append(slices.Clip(list), found[near]...)
		}
		if len(list) < 3 || float64(len(list)) < commonAside*float64(len(f.sheets)) {
			continue
		}
		for _, at := range list {
			gone[at] = true
		}
	}
}
