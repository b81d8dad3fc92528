package mention

import (
	"strings"
	"unicode/utf8"

	"plumbline/internal/token"
)

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
		n := g.names.begin(k.ID)
		if n == 0 {
			if k.Is(token.Capital) && k.Kind == token.Word {
				dst = g.compound(dst, t, i, known)
			}
			i++
			continue
		}
		l, j := g.longest(t, i, n, known)
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
	var caps, all uint16
	for j, bit := i, uint16(1); ; bit <<= 1 {
		k := &t.Tokens[j]
		if k.Is(token.Capital) {
			caps |= bit
		}
		if k.Is(token.AllCaps) {
			all |= bit
		}
		j++
		for _, l := range g.names.at(n) {
			if l.caps&^caps == 0 && l.all&^all == 0 && g.entries[l.entry].counts(known.Own, known.Year) {
				best, end = l, j
				break
			}
		}
		if j == len(t.Tokens) || t.Tokens[j].Is(token.Break) {
			return best, end
		}
		if n = g.names.next(n, keyOf(t.Tokens[j])); n == 0 {
			return best, end
		}
	}
}

// compound appends the mention that a hyphened word makes by its first part:
// Thai-owned. Where its second part is another name the word names two
// countries, and so none.
func (g *Gazetteer) compound(dst []Mention, t *token.Text, i int, known *Aliases) []Mention {
	word := t.Of(i)
	at := strings.IndexByte(word, '-')
	if at < 2 || at > len(word)-3 {
		return dst
	}
	e := g.single(word[:at], known)
	if e == nil {
		return dst
	}
	rest := word[at+1:]
	if g.says(g.number(rest), isApart) {
		return dst
	}
	m := Mention{i, i + 1, e.kind, e.country(known.Own), e.region}
	if other := g.single(rest, known); other != nil && 'A' <= rest[0] && rest[0] <= 'Z' &&
		(other.country(known.Own) != m.Country || other.region != m.Region) {
		m.Country, m.Region = "", ""
	}
	return append(dst, m)
}

// single returns what one word means by itself, or nil.
func (g *Gazetteer) single(word string, known *Aliases) *entry {
	n := g.names.begin(g.number(word))
	if n == 0 {
		return nil
	}
	for _, l := range g.names.at(n) {
		if e := &g.entries[l.entry]; e.kind != None && l.all == 0 && e.counts(known.Own, known.Year) {
			return e
		}
	}
	return nil
}

// number is Vocab.Find for a part of a word, without allocation.
func (g *Gazetteer) number(word string) token.WordID {
	var folded [32]byte
	if len(word) > len(folded) {
		return token.Unknown
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return g.vocab.Find(word)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		folded[i] = c
	}
	return g.vocab.Find(string(folded[:len(word)]))
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
