package mention

import (
	"strings"
	"unicode/utf8"

	"plumbline/internal/token"
)

// hyphened returns the name of several words whose last one, token j, goes on
// behind a hyphen: Middle East-based. One that goes on with another name names
// two countries, and is none.
func (g *Gazetteer) hyphened(t *token.Text, n int32, i, j int, seen shape, known *Aliases) (leaf, bool) {
	if k := &t.Tokens[j]; k.Kind != token.Word || !k.Is(token.Capital) {
		return leaf{}, false
	}
	word := t.Of(j)
	at := strings.IndexByte(word, '-')
	if at < 2 || capital(word[at+1:]) || g.says(g.number(word[at+1:]), isApart|isLanguage) {
		return leaf{}, false
	}
	id := g.number(word[:at])
	if id == token.Unknown {
		return leaf{}, false
	}
	seen.add(&t.Tokens[j], j-i)
	l, ok := g.ending(g.names.next(n, uint32(id)), seen, known)
	return l, ok && g.entries[l.entry].kind != None
}

// compound appends the mention that a hyphened word makes by its first part:
// Thai-owned. Where its second part is another name the word names two
// countries, and so none.
func (g *Gazetteer) compound(dst []Mention, t *token.Text, i int, known *Aliases) []Mention {
	word := t.Of(i)
	at := strings.LastIndexByte(word, '-')
	if at < 2 {
		return dst
	}
	e := g.single(word[:at], known)
	if first := strings.IndexByte(word, '-'); e == nil && first < at {
		at = first
		e = g.single(word[:at], known)
	}
	rest := word[at+1:]
	if e == nil || g.says(g.number(rest), isApart|isLanguage) {
		return dst
	}
	m := Mention{i, i + 1, e.kind, e.country(known.Own), e.region}
	if capital(rest) {
		other := g.single(rest, known)
		if other == nil {
			return dst
		}
		if other.country(known.Own) != m.Country || other.region != m.Region {
			m.Country, m.Region = "", ""
		}
	}
	return append(dst, m)
}

func capital(word string) bool { return word != "" && 'A' <= word[0] && word[0] <= 'Z' }

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
