package segment

import (
	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// statement is a phrase found in a text.
type statement struct {
	phrase *phrase
	first  int // tokens
	last   int
	span   text.Span
	tier   plumbline.Tier // empty where the phrase names none
	years  int            // of an ordinal
}

// find appends the statements of t to dst, in the order of the text. At a word
// the longest match wins, among equals the first in the file; words that a
// match has taken begin no other.
func (p *phrases) find(dst []statement, t *token.Text) []statement {
	for _, s := range t.Sentences {
		for i := s.First; i < s.Last; {
			best := p.at(t, i, s.Last)
			if best.phrase == nil {
				i++
				continue
			}
			best.span = t.Span(best.first, best.last)
			dst = append(dst, best)
			i = best.last
		}
	}
	return dst
}

// at returns the best statement that begins with token i.
func (p *phrases) at(t *token.Text, i, end int) (best statement) {
	id := t.Tokens[i].ID
	if int(id) >= len(p.first) {
		return best
	}
	for _, n := range p.first[id] {
		m := matcher{p, t, end}
		s := statement{phrase: &p.list[n], first: i}
		if last := m.match(&s, s.phrase.steps, i); last > best.last {
			s.last = last
			best = s
		}
	}
	return best
}

// matcher walks one phrase over the tokens before end.
type matcher struct {
	*phrases
	t   *token.Text
	end int
}

// match returns the index behind the tokens that steps take from i on, or -1.
func (m *matcher) match(s *statement, steps []step, i int) int {
	if len(steps) == 0 {
		return i
	}
	for i < m.end && m.t.Tokens[i].Mark == ',' && i > s.first {
		i++
	}
	st := steps[0]
	if st.kind == anyWords {
		return m.gap(s, st.most, steps[1:], i)
	}
	before := *s
	if next := m.step(s, st, i); next >= 0 {
		if last := m.match(s, steps[1:], next); last >= 0 {
			return last
		}
		*s = before
	}
	if st.optional {
		return m.match(s, steps[1:], i)
	}
	return -1
}

// gap passes over as few words as it can, most at most, of the same clause.
func (m *matcher) gap(s *statement, most int, steps []step, i int) int {
	for n := 0; ; n++ {
		if last := m.match(s, steps, i); last >= 0 {
			return last
		}
		if n == most || i >= m.end || m.t.Tokens[i].Mark == ';' {
			return -1
		}
		i++
		for i < m.end && m.t.Tokens[i].Mark == ',' {
			i++
		}
	}
}

// step takes what one step needs at token i and returns the index behind it,
// or -1.
func (m *matcher) step(s *statement, st step, i int) int {
	if i >= m.end {
		return -1
	}
	id := m.t.Tokens[i].ID
	for _, want := range st.ids {
		if id == want && id != token.Unknown {
			return i + 1
		}
	}
	switch st.kind {
	case aTier, aSpecial:
		tier, next := m.tierAt(i)
		if next < 0 || st.kind == aSpecial && tier != plumbline.SpecialCase {
			return -1
		}
		s.tier = tier
		return next
	case aFormerTier:
		_, next := m.tierAt(i)
		return next
	case anOrdinal:
		n, next := m.ordinalAt(i)
		if next >= 0 {
			s.years = n
		}
		return next
	case aNumber:
		if m.num[id] > 0 || m.t.Tokens[i].Kind == token.Number {
			return i + 1
		}
	}
	return -1
}

// tierAt reads a tier at token i and returns the index behind it, or -1.
func (m *matcher) tierAt(i int) (plumbline.Tier, int) {
	if m.is(i, m.special[0]) && (m.is(i+1, m.special[1]) || m.is(i+1, m.special[2])) {
		return plumbline.SpecialCase, i + 2
	}
	if !m.is(i, m.tier) || i+1 >= m.end {
		return "", -1
	}
	number := m.t.Of(i + 1)
	n, end := tierNumber(number, 0)
	if end != len(number) {
		return "", -1
	}
	switch n {
	case 1:
		return plumbline.Tier1, i + 2
	case 3:
		return plumbline.Tier3, i + 2
	}
	j := i + 2
	if j < m.end && m.t.Tokens[j].Kind == token.Dash {
		j++
	}
	if m.is(j, m.special[0]) && m.is(j+1, m.watch[0]) { // Tier 2 Special Watch List
		j++
	}
	switch {
	case m.is(j, m.watch[0]) && m.is(j+1, m.watch[1]):
		return plumbline.Tier2WL, j + 2
	case m.is(j, m.watch[2]) || m.is(j, m.watch[3]):
		return plumbline.Tier2WL, j + 1
	}
	return plumbline.Tier2, i + 2
}

// ordinalAt reads "third" or "3rd" at token i.
func (m *matcher) ordinalAt(i int) (int, int) {
	k := m.t.Tokens[i]
	if n := m.nth[k.ID]; n > 0 {
		return n, i + 1
	}
	if k.Kind != token.Number || k.End-k.Start > 2 || i+1 >= m.end {
		return 0, -1
	}
	for _, id := range m.suffix {
		if m.is(i+1, id) {
			n := 0
			for _, c := range []byte(m.t.Of(i)) {
				n = 10*n + int(c-'0')
			}
			return n, i + 2
		}
	}
	return 0, -1
}

func (m *matcher) is(i int, id token.WordID) bool { return i < m.end && m.t.Tokens[i].ID == id }
