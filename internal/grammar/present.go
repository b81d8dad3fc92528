package grammar

import (
	"math/bits"

	"plumbline/internal/token"
)

// stretch is how many tokens one word of a mask covers.
const stretch = 64

// index says for every word what it is an entry of: its lexicons and the
// unions that those are part of. It is made once all are known.
type index struct {
	size    int      // of the numbering that lexicons, classes and unions share
	from    []uint32 // by WordID: members[from[id]:from[id+1]] holds its numbers
	members []uint16
	unions  [][]uint16 // by number: the unions that it is part of
	pairs   []uint64   // sketch of the first two words of phrases
}

// freeze makes the index.
func (l *lexicons) freeze(words int) {
	x := &l.index
	x.size = len(l.parts)
	x.unions = make([][]uint16, x.size)
	for u, parts := range l.parts {
		for _, p := range parts {
			x.unions[p] = append(x.unions[p], uint16(u))
		}
	}
	x.from = make([]uint32, words+1)
	seen := make([]int, x.size)
	for id := range words {
		x.from[id] = uint32(len(x.members))
		add := func(n uint16) {
			if seen[n] != id+1 {
				seen[n] = id + 1
				x.members = append(x.members, n)
			}
		}
		if id < len(l.single) {
			for _, lex := range l.single[id] {
				add(uint16(lex))
				for _, u := range x.unions[lex] {
					add(u)
				}
			}
		}
	}
	x.from[words] = uint32(len(x.members))
	x.pairs = make([]uint64, 1024)
	for _, ps := range l.phrases {
		for _, p := range ps {
			at := pairHash(p.words[0], p.second)
			x.pairs[at/64] |= 1 << (at % 64)
		}
	}
}

// pairHash is where two words in a row stand in the sketch.
func pairHash(a, b token.WordID) uint32 {
	return (uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b) >> 16
}

// hit is a phrase of a lexicon that stands in the sentence.
type hit struct {
	lex    LexID
	length int
}

// spell finds what each token of the sentence is an entry of.
func (a *Analysis) spell() {
	x := &a.g.lex.index
	n := a.Last - a.First
	a.hits = a.hits[:0]
	a.places = grow(a.places, (n+stretch-1)/stretch*x.size)
	a.present = grow(a.present, (x.size+63)/64)
	clear(a.places)
	clear(a.present)
	ts := a.Text.Tokens[a.First:a.Last]
	at := a.places[:0]
	for i := range ts {
		if i%stretch == 0 {
			at = a.places[i/stretch*x.size:][:x.size]
		}
		a.hitAt[i] = int32(len(a.hits))
		id := ts[i].ID
		if id == token.Unknown || int(id)+1 >= len(x.from) {
			continue
		}
		bit := uint64(1) << (i % stretch)
		for _, m := range x.members[x.from[id]:x.from[id+1]] {
			at[m] |= bit
			a.present[m/64] |= 1 << (m % 64)
		}
		if i+1 == len(ts) {
			break
		}
		if h := pairHash(id, ts[i+1].ID); x.pairs[h/64]&(1<<(h%64)) != 0 {
			a.phrases(i, at)
		}
	}
	a.hitAt[n] = int32(len(a.hits))
	for i := range a.Marks {
		if m := &a.Marks[i]; int(m.Class) < len(a.g.lex.classes) {
			a.stands(m.First-a.First, a.g.lex.classes[m.Class])
		}
	}
}

// phrases finds the phrases that begin at the sentence's token i.
func (a *Analysis) phrases(i int, at []uint64) {
	l := &a.g.lex
	ts := a.Text.Tokens[a.First+i : a.Last]
	ps := l.phrases[ts[0].ID]
	for k := range ps {
		if p := &ps[k]; p.second == ts[1].ID && p.begins(ts) {
			a.hits = append(a.hits, hit{p.lex, len(p.words)})
			a.stands(i, p.lex)
		}
	}
}

// begins reports whether the tokens begin with the phrase, its first two words
// taken for granted.
func (p *phrase) begins(ts []token.Token) bool {
	if len(p.words) > len(ts) {
		return false
	}
	for k := 2; k < len(p.words); k++ {
		if ts[k].ID != p.words[k] {
			return false
		}
	}
	return true
}

// stands notes that an entry of lex begins at the sentence's token i.
func (a *Analysis) stands(i int, lex LexID) {
	x := &a.g.lex.index
	at := a.places[i/stretch*x.size:][:x.size]
	bit := uint64(1) << (i % stretch)
	at[lex] |= bit
	a.present[lex/64] |= 1 << (lex % 64)
	for _, u := range x.unions[lex] {
		at[u] |= bit
		a.present[u/64] |= 1 << (u % 64)
	}
}

// has reports whether any entry of the lexicon stands in the sentence.
func (a *Analysis) has(lex LexID) bool {
	return a.present[lex/64]&(1<<(lex%64)) != 0
}

// begins reports whether an entry of the lexicon begins at the sentence's
// token at.
func (a *Analysis) begins(at int, lex LexID) bool {
	return a.places[at/stretch*a.g.lex.index.size+int(lex)]&(1<<(at%stretch)) != 0
}

// next returns the first of the sentence's tokens [from, to) at which an entry
// of the lexicon begins, or -1.
func (a *Analysis) next(from, to int, lex LexID) int {
	from, to = max(from, 0), min(to, a.Last-a.First)
	for from < to {
		mask := a.places[from/stretch*a.g.lex.index.size+int(lex)] >> (from % stretch)
		if mask != 0 {
			if from += bits.TrailingZeros64(mask); from < to {
				return from
			}
			return -1
		}
		from += stretch - from%stretch
	}
	return -1
}

// InLexicon returns how many tokens from i on are an entry of the lexicon; the
// longest entry counts, and 0 means none.
func (a *Analysis) InLexicon(i int, lex LexID) int {
	at := i - a.First
	if uint(at) >= uint(a.Last-a.First) || !a.begins(at, lex) {
		return 0
	}
	return a.longest(at, lex)
}

// longest returns the length of the longest entry of the lexicon that begins
// at the sentence's token at; one does.
func (a *Analysis) longest(at int, lex LexID) int {
	for _, h := range a.hits[a.hitAt[at]:a.hitAt[at+1]] {
		if h.lex == lex {
			return h.length
		}
	}
	return 1
}

// Find returns the first place in [first, last) where an entry of the lexicon
// stands, as a token range; ok is false where none does.
func (a *Analysis) Find(first, last int, lex LexID) (from, to int, ok bool) {
	if !a.has(lex) {
		return 0, 0, false
	}
	for at := a.next(first-a.First, last-a.First, lex); at >= 0; at = a.next(at+1, last-a.First, lex) {
		if n := a.longest(at, lex); a.First+at+n <= last {
			return a.First + at, a.First + at + n, true
		}
	}
	return 0, 0, false
}
