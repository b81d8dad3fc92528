package grammar

import (
	"math/bits"
	"slices"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// try is a pattern as it is tried where its trigger stands.
type try struct {
	rule    *Rule
	pattern *Pattern
}

// candidate is a pattern that may hold in a sentence that has its anchor.
type candidate struct {
	where      uint32 // of its rule
	try        uint32 // index in Grammar.tries
	trigger    uint16 // its LexID
	seat       uint16 // of the trigger
	from, last int32  // its checks in Grammar.checks
}

// Place says for each rule where it is to be tried: Match tries those whose
// bits meet the bits that it is given. Call it once, before the first Match.
func (g *Grammar) Place(where func(*Rule) uint32) {
	for k := range g.candidates {
		c := &g.candidates[k]
		c.where = where(g.tries[c.try].rule)
	}
}

// anchor gives the patterns under the rarest of the things that a sentence must
// have for each: most sentences lack it, and cost nothing.
func (g *Grammar) anchor(frequency []int) map[LexID][]candidate {
	common := frequency[len(frequency)-1] / 4 // not worth looking at
	anchored := map[LexID][]candidate{}
	for _, r := range g.Rules {
		for k := range r.Patterns {
			p := &r.Patterns[k]
			checks := append(slices.Clone(p.checks), g.wanted(r)...)
			checks = slices.DeleteFunc(checks, func(c check) bool { return frequency[c.lex] > common })
			slices.SortStableFunc(checks, func(a, b check) int { return frequency[a.lex] - frequency[b.lex] })
			c := candidate{where: 1, try: uint32(len(g.tries)), trigger: uint16(p.begins), from: int32(len(g.checks))}
			g.checks = append(g.checks, checks...)
			c.last = int32(len(g.checks))
			rarest := p.begins
			if len(checks) > 0 && frequency[checks[0].lex] < frequency[rarest] {
				rarest = LexID(checks[0].lex)
			}
			g.tries = append(g.tries, try{r, p})
			anchored[rarest] = append(anchored[rarest], c)
		}
	}
	return anchored
}

// enter makes the index for good and enters the patterns under their anchors.
func (g *Grammar) enter(anchored map[LexID][]candidate, common []int, user []string) {
	sought, asked := g.asked(user)
	g.lex.freeze(len(common), asked, common)
	x := &g.lex.index
	x.seat(sought, func(n int) bool { return len(anchored[LexID(n)]) > 0 })
	g.findCuesOf()
	x.lists, x.unions, g.lex.single, g.lex.phrases, g.lex.made = nil, nil, nil, nil, nil // of no more use
	g.anchored = make([]uint32, len(anchored)+1)                                         // anchors have the first seats
	for lex, seat := range x.seats {
		if list := anchored[LexID(lex)]; len(list) > 0 {
			g.anchored[seat] = uint32(len(g.candidates))
			for _, c := range list {
				c.seat = x.seats[c.trigger]
				g.candidates = append(g.candidates, c)
			}
		}
	}
	g.anchored[len(anchored)] = uint32(len(g.candidates))
	for k := range g.checks {
		g.checks[k].seat = x.seats[g.checks[k].lex]
	}
}

// findCuesOf lists for each kind the cues that what is of it begins.
func (g *Grammar) findCuesOf() {
	g.cuesOf = make([][]uint16, len(g.lex.index.lists))
	for kind, list := range g.lex.index.lists {
		for k := range g.cues {
			if slices.Contains(list, uint16(g.cues[k].lex)) {
				g.cuesOf[kind] = append(g.cuesOf[kind], uint16(k))
			}
		}
	}
}

// wanted lists what the conditions of r ask for, anywhere in the sentence.
func (g *Grammar) wanted(r *Rule) (checks []check) {
	for _, lex := range r.wants {
		checks = append(checks, check{lex: uint16(lex), lo: -anywhere, hi: anywhere})
	}
	return checks
}

// asked tells the numbers that conditions, cues, triggers or the user named
// look for in whole sentences, and with them those that patterns ask for at one
// token, from those that only name classes of words.
func (g *Grammar) asked(user []string) (sought, asked []bool) {
	sought = make([]bool, g.lex.index.size)
	for _, name := range user {
		if lex, ok := g.lex.byName[name]; ok {
			sought[lex] = true
		}
	}
	for _, r := range reserved {
		if r.class == 0 {
			sought[g.lex.byName[r.name]] = true
		}
	}
	sought[g.anyCue] = true
	for _, c := range g.cues {
		sought[c.lex] = true
	}
	for _, c := range g.checks {
		sought[c.lex] = true
	}
	for _, r := range g.Rules {
		for _, list := range r.conditions() {
			for _, lex := range list {
				sought[lex] = true
			}
		}
		for k := range r.Patterns {
			sought[r.Patterns[k].begins] = true
		}
	}
	for lex := range sought {
		sought[lex] = sought[lex] || len(user) == 0
	}
	asked = slices.Clone(sought)
	for _, r := range g.Rules {
		for k := range r.Patterns {
			for _, in := range r.Patterns[k].code {
				asked[in.lex] = asked[in.lex] || in.op == opLex
			}
		}
	}
	return sought, asked
}

// frequencies counts in how many of the rules' examples something is an entry
// of each lexicon; the last count is that of the examples. Marks, which
// examples do not have here, are taken to stand in every fifth. It counts the
// words of the examples as well.
func (g *Grammar) frequencies(v *token.Vocab) (counts, common []int) {
	x := &g.lex.index
	counts, common = make([]int, x.size), make([]int, v.Len())
	last := make([]int, x.size) // example that each was counted for
	var t token.Text
	sc := token.Scanner{Vocab: v}
	examples := 0
	for _, r := range g.Rules {
		for _, e := range r.Examples {
			sc.Scan(&t, e.Text, text.Span{End: len(e.Text)}, nil)
			examples++
			for i := range t.Tokens {
				id := t.Tokens[i].ID
				common[id]++
				for _, n := range x.lists[x.spell(t.Tokens[i:]).kind] {
					if last[n] != examples {
						last[n] = examples
						counts[n]++
					}
				}
			}
		}
	}
	for _, lex := range g.lex.classes {
		counts[lex] += examples / 5
		for _, u := range x.unions[lex] {
			counts[u] += examples / 5
		}
	}
	return append(counts, examples), common
}

// toTry lists the patterns that may hold in the sentence, each as the place of
// its trigger shifted by 32 and the index in tries, in order.
func (g *Grammar) toTry(a *Analysis, where uint32) []uint64 {
	a.tries = a.tries[:0]
	for _, seat := range a.anchors {
		list := g.candidates[g.anchored[seat]:g.anchored[seat+1]]
		for k := range list {
			if c := &list[k]; c.where&where != 0 {
				g.place(a, c)
			}
		}
	}
	slices.Sort(a.tries)
	if a.rows > 1 { // what stands in several stretches was tried for each
		a.tries = slices.Compact(a.tries)
	}
	return a.tries
}

// place adds the places where pattern c may hold.
func (g *Grammar) place(a *Analysis, c *candidate) {
	if !a.has(c.seat) {
		return
	}
	checks := g.checks[c.from:c.last]
	for k := range checks {
		if !a.has(checks[k].seat) {
			return
		}
	}
	if a.rows == 1 {
		g.placeShort(a, c, checks)
		return
	}
	n := a.Last - a.First
places:
	for at := a.next(0, n, c.seat); at >= 0; at = a.next(at+1, n, c.seat) {
		for k := range checks {
			if ch := &checks[k]; ch.hi != anywhere && a.next(at+int(ch.lo), at+int(ch.hi)+1, ch.seat) < 0 {
				continue places
			}
		}
		a.tries = append(a.tries, uint64(at)<<32|uint64(c.try))
	}
}

// placeShort is place for a sentence of one stretch, as most are.
func (g *Grammar) placeShort(a *Analysis, c *candidate, checks []check) {
places:
	for left := a.places[c.seat]; left != 0; left &= left - 1 {
		at := bits.TrailingZeros64(left)
		for k := range checks {
			ch := &checks[k]
			lo, hi := max(at+int(ch.lo), 0), min(at+int(ch.hi), stretch-1)
			if lo > hi || a.places[ch.seat]>>uint(lo)<<uint(stretch-1-hi+lo) == 0 {
				continue places
			}
		}
		a.tries = append(a.tries, uint64(at)<<32|uint64(c.try))
	}
}
