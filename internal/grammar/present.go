package grammar

import (
	"math/bits"
	"slices"

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
	unions  [][]uint16             // by number: the unions that it is part of
	sketch  *[sketched / 64]uint64 // a bit for the hash of each pair
	pairs   []pair                 // of the first two words of phrases, by their hash; their number is a power of two
	phrases []phrase               // by their first two words, the longest of each pair first
}

// pair is the first two words of the phrases [from, to) of an index.
type pair struct {
	first, second token.WordID
	from, to      uint32
}

// freeze makes the index of the lexicons that are wanted.
func (l *lexicons) freeze(words int, wanted func(LexID) bool) {
	l.index = index{size: len(l.parts)}
	x := &l.index
	x.unions = make([][]uint16, x.size)
	for u, parts := range l.parts {
		for _, p := range parts {
			if wanted(LexID(u)) {
				x.unions[p] = append(x.unions[p], uint16(u))
			}
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
				if wanted(lex) {
					add(uint16(lex))
				}
				for _, u := range x.unions[lex] {
					add(u)
				}
			}
		}
	}
	x.from[words] = uint32(len(x.members))
	x.pair(l, wanted)
}

// pair orders the phrases of l by their first two words.
func (x *index) pair(l *lexicons, wanted func(LexID) bool) {
	var pairs []pair
	for first, all := range l.phrases {
		ps := slices.DeleteFunc(slices.Clone(all), func(p phrase) bool { return !wanted(p.lex) && len(x.unions[p.lex]) == 0 })
		slices.SortStableFunc(ps, func(a, b phrase) int { return int(a.second) - int(b.second) })
		for i, p := range ps {
			if i == 0 || p.second != ps[i-1].second {
				at := uint32(len(x.phrases))
				pairs = append(pairs, pair{token.WordID(first), p.second, at, at})
			}
			x.phrases = append(x.phrases, p)
			pairs[len(pairs)-1].to++
		}
	}
	size := 64
	for size < 4*len(pairs) {
		size *= 2
	}
	x.pairs, x.sketch = make([]pair, size), new([sketched / 64]uint64)
	for _, p := range pairs {
		at := pairHash(p.first, p.second)
		x.sketch[at/64%(sketched/64)] |= 1 << (at % 64)
		for x.pairs[int(at)%size].to > 0 {
			at++
		}
		x.pairs[int(at)%size] = p
	}
}

// sketched is how many bits the sketch of pairs has.
const sketched = 1 << 16

// pairHash is where to look for two words in a row.
func pairHash(a, b token.WordID) uint32 {
	h := uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b
	return h ^ h>>15
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
	a.rows = (n + stretch - 1) / stretch
	a.places = grow(a.places, a.rows*x.size)
	a.present = grow(a.present, (x.size+63)/64)
	clear(a.present)
	ts := a.Text.Tokens[a.First:a.Last]
	for i := range ts {
		a.hitAt[i] = int32(len(a.hits))
		id := ts[i].ID
		if id == token.Unknown || int(id)+1 >= len(x.from) {
			continue
		}
		a.notes(i, x.members[x.from[id]:x.from[id+1]])
		if i+1 == len(ts) {
			break
		}
		if at := pairHash(id, ts[i+1].ID); x.sketch[at/64%(sketched/64)]&(1<<(at%64)) != 0 {
			a.phrases(i, at, ts[i:])
		}
	}
	a.hitAt[n] = int32(len(a.hits))
	for i := range a.Marks {
		if m := &a.Marks[i]; int(m.Class) < len(a.g.lex.classes) {
			a.stands(m.First-a.First, a.g.lex.classes[m.Class])
		}
	}
}

// phrases finds the phrases that begin at the sentence's token i, the first of
// ts. At is the hash of the first two.
func (a *Analysis) phrases(i int, at uint32, ts []token.Token) {
	x := &a.g.lex.index
	for ; ; at++ {
		p := &x.pairs[int(at)&(len(x.pairs)-1)]
		if p.to == 0 {
			return
		}
		if p.first != ts[0].ID || p.second != ts[1].ID {
			continue
		}
		for k := p.from; k < p.to; k++ {
			if ph := &x.phrases[k]; ph.begins(ts) {
				a.hits = append(a.hits, hit{ph.lex, len(ph.words)})
				a.stands(i, ph.lex)
			}
		}
		return
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

// stands notes that an entry of lex, and so of its unions, begins at the
// sentence's token i.
func (a *Analysis) stands(i int, lex LexID) {
	a.note(i, uint16(lex))
	for _, u := range a.g.lex.index.unions[lex] {
		a.note(i, u)
	}
}

// notes is note for several; nearly all sentences have a row of tokens only.
func (a *Analysis) notes(i int, ms []uint16) {
	if a.rows > 1 {
		for _, m := range ms {
			a.note(i, m)
		}
		return
	}
	places, present, here := a.places, a.present, uint64(1)<<i
	for _, m := range ms {
		if seen, bit := &present[m/64], uint64(1)<<(m%64); *seen&bit == 0 {
			*seen |= bit
			places[m] = here
			continue
		}
		places[m] |= here
	}
}

// note notes that an entry of m begins at the sentence's token i. The places
// of what is not present hold whatever an earlier sentence left there.
func (a *Analysis) note(i int, m uint16) {
	at := int(m) * a.rows
	if seen, bit := &a.present[m/64], uint64(1)<<(m%64); *seen&bit == 0 {
		*seen |= bit
		for k := range a.rows {
			a.places[at+k] = 0
		}
	}
	a.places[at+i/stretch] |= 1 << (i % stretch)
}

// has reports whether any entry of the lexicon stands in the sentence.
func (a *Analysis) has(lex LexID) bool {
	return a.present[lex/64]&(1<<(lex%64)) != 0
}

// begins reports whether an entry of the lexicon begins at the sentence's
// token at.
func (a *Analysis) begins(at int, lex LexID) bool {
	return a.has(lex) && a.places[int(lex)*a.rows+at/stretch]&(1<<(at%stretch)) != 0
}

// next returns the first of the sentence's tokens [from, to) at which an entry
// of the lexicon, which must be present, begins; or -1.
func (a *Analysis) next(from, to int, lex LexID) int {
	from, to = max(from, 0), min(to, a.Last-a.First)
	for from < to {
		mask := a.places[int(lex)*a.rows+from/stretch] >> (from % stretch)
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
