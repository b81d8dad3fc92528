package mention

import "plumbline/internal/token"

// near is how many tokens away a name may stand and still decide another.
const near = 100

// Find appends the mentions in t to dst, in the order of the text. Known says
// whose narrative it is and what its acronyms mean; it may be nil.
func (g *Gazetteer) Find(dst []Mention, t *token.Text, known *Aliases) []Mention {
	var nothing Aliases
	if known == nil {
		known = &nothing
	}
	begin, open := len(dst), false
	for i := 0; i < len(t.Tokens); {
		k := &t.Tokens[i]
		if len(known.list) > 0 && k.Is(token.AllCaps) {
			if a := known.find(t.Of(i)); a != nil {
				if a.Kind != None {
					dst = append(dst, Mention{i, i + 1, a.Kind, a.Country, a.Region})
				}
				i++
				continue
			}
		}
		var l leaf
		j := 0
		if n := g.names.begin(k.ID); n != 0 {
			l, j = g.longest(t, i, n, known)
		}
		if j == 0 {
			if k.Is(token.Capital) && k.Kind == token.Word {
				dst = g.compound(dst, t, i, known)
			}
			i++
			continue
		}
		e := &g.entries[l.entry]
		if e.kind != None && !g.refused(t, i, j, l, e.kind) {
			m := Mention{i, j, e.kind, e.country(known.Own), e.region}
			open = open || len(e.codes) > 1 && m.Country == ""
			dst = append(dst, m)
		}
		i = j
	}
	if open {
		g.decide(dst[begin:], t, known)
	}
	return dst
}

// longest returns the longest name that begins at token i, whose node is n, and
// the token behind it; 0 when there is none.
func (g *Gazetteer) longest(t *token.Text, i int, n int32, known *Aliases) (best leaf, end int) {
	var seen shape
	for j := i; ; {
		seen.add(&t.Tokens[j], j-i)
		j++
		if l, ok := g.ending(n, seen, known); ok {
			best, end = l, j
		}
		if j == len(t.Tokens) || t.Tokens[j].Is(token.Break) {
			return best, end
		}
		next := g.names.next(n, keyOf(t.Tokens[j]))
		if next == 0 {
			if l, ok := g.hyphened(t, n, i, j, seen, known); ok {
				best, end = l, j+1
			}
			return best, end
		}
		n = next
	}
}

// shape tells which of the tokens of a name are capitalised and all capitals.
type shape struct {
	caps, all uint16
}

func (s *shape) add(k *token.Token, place int) {
	if k.Is(token.Capital) {
		s.caps |= 1 << place
	}
	if k.Is(token.AllCaps) {
		s.all |= 1 << place
	}
}

// ending returns the name that ends at node n for tokens of the given shape.
func (g *Gazetteer) ending(n int32, seen shape, known *Aliases) (leaf, bool) {
	for _, l := range g.names.at(n) {
		if l.caps&^seen.caps == 0 && l.all&^seen.all == 0 && g.entries[l.entry].counts(known.Own, known.Year) {
			return l, true
		}
	}
	return leaf{}, false
}

// decide gives names that may mean several countries the one of them that is
// named nearest, not further off than near.
func (g *Gazetteer) decide(ms []Mention, t *token.Text, known *Aliases) {
	for i := range ms {
		m := &ms[i]
		if m.Country != "" || m.Region != "" {
			continue
		}
		l, j := g.longest(t, m.First, g.names.begin(t.Tokens[m.First].ID), known)
		if j != m.Last {
			continue
		}
		e := &g.entries[l.entry]
		best := near + 1
		for k := i - 1; k >= 0 && m.First-ms[k].Last < best; k-- {
			if decides(&ms[k], e) {
				m.Country, best = ms[k].Country, m.First-ms[k].Last
			}
		}
		for k := i + 1; k < len(ms) && ms[k].First-m.Last < best; k++ {
			if decides(&ms[k], e) {
				m.Country, best = ms[k].Country, ms[k].First-m.Last
			}
		}
	}
}

// decides reports whether m names a country that e may mean.
func decides(m *Mention, e *entry) bool {
	return m.Country != "" && (m.Kind == Place || m.Kind == City) && e.may(m.Country)
}
