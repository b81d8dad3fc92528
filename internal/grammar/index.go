package grammar

import (
	"cmp"
	"encoding/binary"
	"slices"

	"plumbline/internal/token"
)

// kind is the number of a set of lexicons, classes and unions. Words that are
// entries of the same ones are of one kind, and so are places where a phrase
// begins: what a token is an entry of is looked up once, however many lexicons
// there are. The kind 0 is that of words in none.
type kind uint32

// index says for every word and phrase of what kind it is. It is made once all
// lexicons are known.
type index struct {
	size    int        // of the numbering that lexicons, classes and unions share
	named   int        // how many of them are lexicons with names, the first ones
	kinds   []kind     // by WordID
	classes []kind     // of marks, by ClassID
	unions  [][]uint16 // by number: the unions that it is part of
	lists   [][]uint16 // by kind: its numbers; while rules are loaded

	rows    []uint64 // by kind, width for each: a bit for each named lexicon
	width   int
	seats   []uint16 // by number: where its places are noted; noSeat for what is only asked for at a token
	sat     int      // how many have a seat
	makeups []makeup // by kind
	notes   []uint16 // the seats of the kinds

	sketch  *[sketched / 64]uint64 // a bit for the hash of each pair
	pairs   []pair                 // of the first two words of phrases, by their hash; their number is a power of two
	phrases []phrase               // by their first two words, the longest of each pair first; the first is none
	words   []token.WordID         // of all phrases
}

// makeup tells where the seats of a kind are in index.notes.
type makeup struct {
	from, to uint32
}

// noSeat is the seat of what has none.
const noSeat = 1<<16 - 1

// pair is the first two words of the phrases [from, to) of an index.
type pair struct {
	first, second token.WordID
	from, to      uint32
}

// phrase is an entry of n words, two or more, which stand in index.words from
// from on.
type phrase struct {
	from, n uint32
	own     kind   // of what the phrase itself is an entry of
	all     kind   // of what begins where it stands, shorter phrases and its first word as well
	prefix  uint32 // the longest phrase that it begins with, or 0
}

// freeze makes the index of the lexicons that are wanted; common says how often
// each word stands in a text, if known.
func (l *lexicons) freeze(words int, wanted []bool, common []int) {
	x := index{size: len(l.parts), named: len(l.names), unions: make([][]uint16, len(l.parts))}
	for u, parts := range l.parts {
		for _, p := range parts {
			if wanted == nil || wanted[u] {
				x.unions[p] = append(x.unions[p], uint16(u))
			}
		}
	}
	s := sorter{x: &x, wanted: wanted, known: map[string]kind{}}
	s.kind(nil)
	if common != nil {
		s.first(l, common)
	}
	x.kinds = make([]kind, words)
	for id := range min(words, len(l.single)) {
		if len(l.single[id]) > 0 {
			x.kinds[id] = s.kind(s.numbers(l.single[id]))
		}
	}
	for _, class := range l.classes {
		x.classes = append(x.classes, s.kind(s.numbers([]LexID{class})))
	}
	x.pair(l, &s)
	l.index = x
}

// seat gives seats to the numbers that are sought in whole sentences, the first
// ones to anchors, and rows to the kinds.
func (x *index) seat(sought []bool, anchor func(n int) bool) {
	x.width = (x.named + 63) / 64
	x.rows = make([]uint64, len(x.lists)*x.width)
	for k, list := range x.lists {
		for _, n := range list {
			if int(n) < x.named {
				x.rows[k*x.width+int(n/64)] |= 1 << (n % 64)
			}
		}
	}
	x.seats = make([]uint16, x.size)
	for n := range x.seats {
		x.seats[n] = noSeat
	}
	for _, anchors := range [...]bool{true, false} {
		for n := range x.seats {
			if sought[n] && anchor(n) == anchors {
				x.seats[n] = uint16(x.sat)
				x.sat++
			}
		}
	}
	x.makeups = make([]makeup, len(x.lists))
	for k, list := range x.lists {
		m := makeup{from: uint32(len(x.notes))}
		for _, n := range list {
			if x.seats[n] != noSeat {
				x.notes = append(x.notes, x.seats[n])
			}
		}
		m.to = uint32(len(x.notes))
		x.makeups[k] = m
	}
}

// sorter numbers kinds.
type sorter struct {
	x      *index
	wanted []bool // by number; nil for all
	known  map[string]kind
	list   []uint16
	key    []byte
}

// numbers lists the lexicons that are wanted and the unions of all, sorted. The
// list is good until the next call.
func (s *sorter) numbers(lexes []LexID) []uint16 {
	s.list = s.list[:0]
	for _, lex := range lexes {
		if s.wanted == nil || s.wanted[lex] {
			s.list = append(s.list, uint16(lex))
		}
		s.list = append(s.list, s.x.unions[lex]...)
	}
	slices.Sort(s.list)
	s.list = slices.Compact(s.list)
	return s.list
}

// kind gives the kind of what has the given numbers, which are sorted.
func (s *sorter) kind(numbers []uint16) kind {
	s.key = s.key[:0]
	for _, n := range numbers {
		s.key = binary.LittleEndian.AppendUint16(s.key, n)
	}
	k, ok := s.known[string(s.key)]
	if !ok {
		k = kind(len(s.x.lists))
		s.known[string(s.key)] = k
		s.x.lists = append(s.x.lists, slices.Clone(numbers))
	}
	return k
}

// union gives the kind of what has the numbers of both.
func (s *sorter) union(a, b kind) kind {
	all := slices.Concat(s.x.lists[a], s.x.lists[b])
	slices.Sort(all)
	return s.kind(slices.Compact(all))
}

// first gives the lowest kinds to the words that are the most common, so that
// what is looked at most stands together.
func (s *sorter) first(l *lexicons, common []int) {
	var ids []int
	for id := range min(len(common), len(l.single)) {
		if common[id] > 0 {
			ids = append(ids, id)
		}
	}
	slices.SortStableFunc(ids, func(a, b int) int { return common[b] - common[a] })
	for _, id := range ids {
		s.kind(s.numbers(l.single[id]))
	}
}

// pair orders the phrases of l by their first two words.
func (x *index) pair(l *lexicons, s *sorter) {
	x.phrases = make([]phrase, 1)
	var pairs []pair
	for first, all := range l.phrases {
		all = slices.Clone(all)
		slices.SortStableFunc(all, func(a, b spoken) int { // a phrase before those that it begins
			return slices.Compare(a.words, b.words)
		})
		for i := 0; i < len(all); {
			second, from := all[i].words[1], uint32(len(x.phrases))
			for i < len(all) && all[i].words[1] == second {
				var lexes []LexID
				words := all[i].words
				for ; i < len(all) && slices.Equal(all[i].words, words); i++ {
					lexes = append(lexes, all[i].lex)
				}
				if own := s.kind(s.numbers(lexes)); own != 0 {
					x.phrases = append(x.phrases, phrase{from: uint32(len(x.words)), n: uint32(len(words)), own: own})
					x.words = append(x.words, words...)
				}
			}
			if to := uint32(len(x.phrases)); to > from {
				x.nest(s, x.phrases[from:to], from, x.kinds[first])
				pairs = append(pairs, pair{token.WordID(first), second, from, to})
			}
		}
	}
	size := 64
	for size < 2*len(pairs) {
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

// nest orders phrases of the same first two words, of which the one at from is
// the first, and finds what begins where each stands.
func (x *index) nest(s *sorter, ps []phrase, from uint32, first kind) {
	slices.SortStableFunc(ps, func(a, b phrase) int { return cmp.Compare(b.n, a.n) })
	for i := len(ps) - 1; i >= 0; i-- {
		p := &ps[i]
		p.all = s.union(first, p.own)
		for k := i + 1; k < len(ps); k++ {
			if n := ps[k].n; n < p.n && slices.Equal(x.wordsOf(&ps[k]), x.wordsOf(p)[:n]) {
				p.prefix, p.all = from+uint32(k), s.union(ps[k].all, p.own)
				break
			}
		}
	}
}

// sketched is how many bits the sketch of pairs has.
const sketched = 1 << 16

// pairHash is where to look for two words in a row.
func pairHash(a, b token.WordID) uint32 {
	h := uint32(a)*0x9e3779b1 ^ uint32(b)*0x85ebca6b
	return h ^ h>>15
}

// phrase returns the longest phrase with which the tokens begin, or 0. At is
// the hash of the first two words.
func (x *index) phrase(at uint32, ts []token.Token) uint32 {
	for ; ; at++ {
		p := &x.pairs[int(at)&(len(x.pairs)-1)]
		if p.to == 0 {
			return 0
		}
		if p.first == ts[0].ID && p.second == ts[1].ID {
			for k := p.from; k < p.to; k++ {
				if words := x.wordsOf(&x.phrases[k]); len(words) <= len(ts) && begin(ts[2:], words[2:]) {
					return k
				}
			}
			return 0
		}
	}
}

func (x *index) wordsOf(p *phrase) []token.WordID { return x.words[p.from : p.from+p.n] }

// begin reports whether the tokens, as many at least, begin with the words.
func begin(ts []token.Token, words []token.WordID) bool {
	for k, w := range words {
		if ts[k].ID != w {
			return false
		}
	}
	return true
}

// in reports whether what is of kind k is in lex, which has a name.
func (x *index) in(k kind, lex LexID) bool {
	return x.rows[int(k)*x.width+int(lex/64)]>>(lex%64)&1 != 0
}
