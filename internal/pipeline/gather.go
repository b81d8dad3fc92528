package pipeline

import (
	"slices"
	"sync"

	"plumbline"
)

// gathering puts the claims of narratives together in the order of the text,
// whoever reads which first.
type gathering struct {
	all []plumbline.Claim // of the narratives before turn

	mu    sync.Mutex
	turn  int // the first narrative whose claims have not come
	parts []part
	ahead int // bytes of the narratives from turn on
	spare *spare[plumbline.Claim]
}

// part is what came of one narrative; its claims are let go once they stand
// with the others.
type part struct {
	claims []plumbline.Claim
	bytes  int
	come   bool
}

func gather(ns []plumbline.Narrative, s *spare[plumbline.Claim]) *gathering {
	g := gathering{parts: make([]part, len(ns)), spare: s}
	for i := range ns {
		g.parts[i].bytes = ns[i].Span.Len()
		g.ahead += g.parts[i].bytes
	}
	return &g
}

// add takes over the claims of narrative i.
func (g *gathering) add(i int, claims []plumbline.Claim) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.parts[i].claims, g.parts[i].come = claims, true
	for ; g.turn < len(g.parts) && g.parts[g.turn].come; g.turn++ {
		p := &g.parts[g.turn]
		g.grow(len(p.claims))
		g.all = append(g.all, p.claims...)
		g.ahead -= p.bytes
		g.spare.put(p.claims)
		p.claims = nil
	}
}

// grow makes room for n more claims, and for as many again; once a part of the
// text has shown how many there are to a byte, for all that are to come.
func (g *gathering) grow(n int) {
	if n <= cap(g.all)-len(g.all) {
		return
	}
	read := 0
	for i := range g.turn {
		read += g.parts[i].bytes
	}
	more := len(g.all)
	if read > g.ahead/16 {
		more = len(g.all) * g.ahead / read * 17 / 16
	}
	g.all = slices.Grow(g.all, max(n, more))
}
