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
	trigger    LexID
	from, last int32 // its checks in Grammar.checks
}

// anchor holds the patterns whose rarest part is one lexicon.
type anchor struct {
	list []candidate
}

// Place says for each rule where it is to be tried: Match tries those whose
// bits meet the bits that it is given. Call it once, before the first Match.
func (g *Grammar) Place(where func(*Rule) uint32) {
	for i := range g.anchored {
		for k := range g.anchored[i].list {
			c := &g.anchored[i].list[k]
			c.where = where(g.tries[c.try].rule)
		}
	}
}

// anchor enters each pattern under the rarest of the things that a sentence
// must have for it: most sentences lack it, and cost nothing.
func (g *Grammar) anchor(frequency []int) {
	common := frequency[len(frequency)-1] / 4 // not worth looking at
	g.anchored = make([]anchor, g.lex.index.size)
	g.anchors = make([]uint64, (g.lex.index.size+63)/64)
	for _, r := range g.Rules {
		for k := range r.Patterns {
			p := &r.Patterns[k]
			checks := append(slices.Clone(p.checks), g.wanted(r)...)
			checks = slices.DeleteFunc(checks, func(c check) bool { return frequency[c.lex] > common })
			slices.SortStableFunc(checks, func(a, b check) int { return frequency[a.lex] - frequency[b.lex] })
			c := candidate{where: 1, try: uint32(len(g.tries)), trigger: p.begins, from: int32(len(g.checks))}
			g.checks = append(g.checks, checks...)
			c.last = int32(len(g.checks))
			rarest := p.begins
			if len(checks) > 0 && frequency[checks[0].lex] < frequency[rarest] {
				rarest = checks[0].lex
			}
			g.tries = append(g.tries, try{r, p})
			g.anchored[rarest].list = append(g.anchored[rarest].list, c)
			g.anchors[rarest/64] |= 1 << (rarest % 64)
		}
	}
}

// wanted lists what the conditions of r ask for, anywhere in the sentence.
func (g *Grammar) wanted(r *Rule) (checks []check) {
	for _, lex := range r.wants {
		checks = append(checks, check{lex, -anywhere, anywhere})
	}
	return checks
}

// asked tells the lexicons that patterns, conditions, cues or the user named
// look for from those that only name classes of words.
func (g *Grammar) asked(user []string) func(LexID) bool {
	is := make([]bool, g.lex.index.size)
	for _, name := range user {
		if lex, ok := g.lex.byName[name]; ok {
			is[lex] = true
		}
	}
	for _, r := range reserved {
		if r.class == 0 {
			is[g.lex.byName[r.name]] = true
		}
	}
	is[g.anyCue] = true
	for _, c := range g.cues {
		is[c.lex] = true
	}
	for _, c := range g.checks {
		is[c.lex] = true
	}
	for _, r := range g.Rules {
		for _, list := range [...][]LexID{r.With, r.Without, r.Verb, r.Subject, r.NoSubj} {
			for _, lex := range list {
				is[lex] = true
			}
		}
		for k := range r.Patterns {
			is[r.Patterns[k].begins] = true
			for _, in := range r.Patterns[k].code {
				if in.op == opLex || in.op == opWords || in.op == opMark {
					is[in.lex] = true
				}
			}
		}
	}
	return func(lex LexID) bool { return len(user) == 0 || is[lex] }
}

// frequencies counts in how many of the rules' examples something is an entry
// of each lexicon; the last count is that of the examples. Marks, which
// examples do not have here, are taken to stand in every fifth.
func (g *Grammar) frequencies(v *token.Vocab) []int {
	counts := make([]int, g.lex.index.size)
	a := Analysis{g: g}
	var t token.Text
	sc := token.Scanner{Vocab: v}
	examples := 0
	for _, r := range g.Rules {
		for _, e := range r.Examples {
			sc.Scan(&t, e.Text, text.Span{End: len(e.Text)}, nil)
			a.Text, a.First, a.Last = &t, 0, len(t.Tokens)
			a.hitAt = grow(a.hitAt, a.Last+1)
			a.spell()
			examples++
			for lex := range counts {
				if a.has(LexID(lex)) {
					counts[lex]++
				}
			}
		}
	}
	for _, lex := range g.lex.classes {
		counts[lex] += examples / 5
		for _, u := range g.lex.index.unions[lex] {
			counts[u] += examples / 5
		}
	}
	return append(counts, examples)
}

// candidates lists the patterns that may hold in the sentence, each as the
// place of its trigger shifted by 32 and the index in tries, in order.
func (g *Grammar) candidates(a *Analysis, where uint32) []uint64 {
	a.tries = a.tries[:0]
	for w, present := range a.present {
		for present &= g.anchors[w]; present != 0; present &= present - 1 {
			list := g.anchored[w*64+bits.TrailingZeros64(present)].list
			for k := range list {
				if c := &list[k]; c.where&where != 0 {
					g.place(a, c)
				}
			}
		}
	}
	slices.Sort(a.tries)
	return a.tries
}

// place adds the places where pattern c may hold.
func (g *Grammar) place(a *Analysis, c *candidate) {
	if !a.has(c.trigger) {
		return
	}
	checks := g.checks[c.from:c.last]
	for k := range checks {
		if !a.has(checks[k].lex) {
			return
		}
	}
	n := a.Last - a.First
places:
	for at := a.next(0, n, c.trigger); at >= 0; at = a.next(at+1, n, c.trigger) {
		for k := range checks {
			if ch := &checks[k]; ch.hi != anywhere && a.next(at+int(ch.lo), at+int(ch.hi)+1, ch.lex) < 0 {
				continue places
			}
		}
		a.tries = append(a.tries, uint64(at)<<32|uint64(c.try))
	}
}
