package grammar

import (
	"math/bits"

	"plumbline/internal/token"
)

// spelled is what begins at a token.
type spelled struct {
	kind   kind
	phrase uint32 // the longest, or 0
}

// stretch is how many tokens one word of places covers.
const stretch = 64

// spell finds what begins at each token of the sentence, and notes where the
// entries stand of all that has a seat.
func (a *Analysis) spell() {
	x := &a.g.lex.index
	ts := a.Text.Tokens[a.First:a.Last]
	a.rows = (len(ts) + stretch - 1) / stretch
	a.spelled = grow(a.spelled, len(ts))
	a.places = grow(a.places, a.rows*x.sat)
	a.anchors = grow(a.anchors, a.rows*len(a.g.anchored))
	clear(a.places)
	n := 0
	for i := range ts {
		s := x.spell(ts[i:])
		a.spelled[i] = s
		if s.kind != 0 {
			n = a.note(i, s.kind, n)
		}
	}
	for i := range a.Marks {
		if m := &a.Marks[i]; int(m.Class) < len(x.classes) {
			n = a.note(m.First-a.First, x.classes[m.Class], n)
		}
	}
	a.anchors = a.anchors[:n]
}

// note notes that what is of kind k begins at the sentence's token i. A seat
// with patterns that is the first in its stretch goes into a.anchors, which has
// n of them; note returns how many it has then.
func (a *Analysis) note(i int, k kind, n int) int {
	x := &a.g.lex.index
	places, bit := a.places, uint64(1)<<(i%stretch)
	if a.rows > 1 {
		places = places[i/stretch*x.sat:]
	}
	m, anchors, seats := x.makeups[k], a.anchors, uint16(len(a.g.anchored)-1)
	for _, seat := range x.notes[m.from:m.to] {
		was := places[seat]
		places[seat] = was | bit
		anchors[n] = seat
		fresh := 0 // compiled without branches: nobody could foretell them
		if was == 0 {
			fresh = 1
		}
		if seat >= seats {
			fresh = 0
		}
		n += fresh
	}
	return n
}

// spell returns what begins at the first of ts.
func (x *index) spell(ts []token.Token) (s spelled) {
	id := ts[0].ID
	if int(id) < len(x.kinds) {
		s.kind = x.kinds[id]
	}
	if len(ts) > 1 && id != token.Unknown {
		if at := pairHash(id, ts[1].ID); x.sketch[at/64%(sketched/64)]&(1<<(at%64)) != 0 {
			if s.phrase = x.phrase(at, ts); s.phrase != 0 {
				s.kind = x.phrases[s.phrase].all
			}
		}
	}
	return s
}

// has reports whether anything that has the seat stands in the sentence.
func (a *Analysis) has(seat uint16) bool {
	for row := range a.rows {
		if a.places[row*a.g.lex.index.sat+int(seat)] != 0 {
			return true
		}
	}
	return false
}

// next returns the first of the sentence's tokens [from, to) at which what has
// the seat begins; or -1.
func (a *Analysis) next(from, to int, seat uint16) int {
	from, to = max(from, 0), min(to, len(a.spelled))
	for from < to {
		places := a.places[from/stretch*a.g.lex.index.sat+int(seat)] >> (from % stretch)
		if places != 0 {
			if from += bits.TrailingZeros64(places); from < to {
				return from
			}
			return -1
		}
		from += stretch - from%stretch
	}
	return -1
}

// Next returns the first token in [from, to) at which an entry of the lexicon
// begins, wherever it ends, or -1. The lexicon must be one of Options.Lexicons.
func (a *Analysis) Next(from, to int, lex LexID) int {
	at := a.next(from-a.First, to-a.First, a.g.lex.index.seats[lex])
	if at < 0 {
		return -1
	}
	return a.First + at
}

// InLexicon returns how many tokens from i on are an entry of the lexicon; the
// longest entry counts, and 0 means none.
func (a *Analysis) InLexicon(i int, lex LexID) int {
	at, x := i-a.First, &a.g.lex.index
	if uint(at) >= uint(len(a.spelled)) {
		return 0
	}
	if seat := x.seats[lex]; seat != noSeat {
		if a.places[at/stretch*x.sat+int(seat)]>>(at%stretch)&1 == 0 {
			return 0
		}
	} else if !x.in(a.spelled[at].kind, lex) {
		return 0
	}
	for p := a.spelled[at].phrase; p != 0; p = x.phrases[p].prefix {
		if x.in(x.phrases[p].own, lex) {
			return int(x.phrases[p].n)
		}
	}
	return 1
}

// alone reports whether token i by itself is an entry of the lexicon.
func (a *Analysis) alone(i int, lex LexID) bool {
	if i < a.First || i >= a.Last {
		return false
	}
	x, id := &a.g.lex.index, a.Text.Tokens[i].ID
	return int(id) < len(x.kinds) && x.in(x.kinds[id], lex)
}

// Find returns the first place in [first, last) where an entry of the lexicon
// stands, as a token range; ok is false where none does.
func (a *Analysis) Find(first, last int, lex LexID) (from, to int, ok bool) {
	first = max(first, a.First)
	seat := a.g.lex.index.seats[lex]
	for i := first; i < last; i++ {
		if seat != noSeat {
			at := a.next(i-a.First, last-a.First, seat)
			if at < 0 {
				break
			}
			i = a.First + at
		}
		if n := a.InLexicon(i, lex); n > 0 && i+n <= last {
			return i, i + n, true
		}
	}
	return 0, 0, false
}
