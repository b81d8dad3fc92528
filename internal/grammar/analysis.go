package grammar

import "plumbline/internal/token"

// Form is the form of a unit's verb group.
type Form uint8

// The forms. NoVerb is a unit without any verb.
const (
	NoVerb     Form = iota
	Finite          // investigated, does not investigate
	Passive         // was investigated
	Infinitive      // to investigate, and the bare form behind another infinitive
	Gerund          // investigating
	Imperative      // investigate, at the beginning
	Copula          // is, has, as the verb itself
)

// Link is how a unit hangs on the one before it.
type Link uint8

// The links.
const (
	Main        Link = iota // stands by itself
	Coordinate              // shares the subject of the unit before it
	Relative                // which, who, where
	Complement              // what somebody reported
	Subordinate             // although, because, if
	Adjunct                 // , leaving victims vulnerable; by investigating
)

// Unit is one predicate with its subject and arguments: what is said in one
// go. All fields are token indexes; ranges are half open.
type Unit struct {
	First, Last     int // the whole unit, without what joins it to its neighbours
	Start, Head     int // verb group: from Start to Head, the head itself included; Head is -1 without a verb
	SubjFirst       int
	SubjLast        int
	Form            Form
	Link            Link
	Parent          int // the unit that it hangs on, -1 if none
	Clause          int // number of its clause in the sentence
	Shared          int // where the shared part of a coordinated verb group begins ("did not" in "did not find or help"), or -1
	SharedLast      int
	Opener          int // the subordinator or relative word that opens its clause, or -1
	passive, finite bool
}

// Analysis is one sentence taken apart. It may be used again and again.
type Analysis struct {
	Text        *token.Text
	First, Last int
	Commands    bool // set by the user: sentences are lists of commands, each may begin with a bare verb
	Units       []Unit
	Cues        []Cue
	Marks       []Mark // sorted by First

	g       *Grammar
	class   []wordClass // by token - First
	clause  []int16
	unit    []int16
	mark    []int32 // one more than the index of the first mark that begins at the token, or 0
	spelled []spelled
	places  []uint64 // rows of them, by seat: where what has it begins, a bit for each token
	rows    int
	anchors []uint16 // seats at which patterns may hold; in a long sentence some more than once
	tries   []uint64 // patterns to try, by place and then in rule order
}

// Analyse takes the tokens [first, last) of t apart. marks must be sorted by
// First and lie in any sentence; those outside are passed over.
func (g *Grammar) Analyse(a *Analysis, t *token.Text, first, last int, marks []Mark) {
	a.Text, a.First, a.Last, a.g = t, first, last, g
	a.Units, a.Cues, a.Marks = a.Units[:0], a.Cues[:0], a.Marks[:0]
	n := last - first
	a.class = grow(a.class, n)
	a.clause = grow(a.clause, n)
	a.unit = grow(a.unit, n)
	a.mark = grow(a.mark, n)
	ts := t.Tokens[first:last]
	for i := range ts {
		c := g.classOf(t, &ts[i])
		if c&wModal != 0 && i > 0 && ts[i].Is(token.Capital) {
			c &^= wModal // the month of May
		}
		a.class[i] = c
	}
	clear(a.mark)
	for _, m := range marks {
		if m.First < first || m.Last > last {
			continue
		}
		a.Marks = append(a.Marks, m)
		if a.mark[m.First-first] == 0 {
			a.mark[m.First-first] = int32(len(a.Marks))
		}
	}
	a.spell()
	c := chunker{Analysis: a, clauseStart: first, vgEnd: first, comma: -1, coord: -1, sub: -1, outer: -1}
	c.commands = a.Commands || c.command()
	c.run()
	a.findCues()
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	return s[:n]
}

// UnitAt returns the index of the unit that token i belongs to.
func (a *Analysis) UnitAt(i int) int { return int(a.unit[i-a.First]) }

// ClauseAt returns the number of the clause of token i.
func (a *Analysis) ClauseAt(i int) int { return int(a.clause[i-a.First]) }

// Adverb reports whether token i is an adverb and no other kind of word.
func (a *Analysis) Adverb(i int) bool { return a.is(i, wAdv) && a.class[i-a.First]&^wAdv == 0 }

// Pronoun reports whether token i may be a pronoun.
func (a *Analysis) Pronoun(i int) bool { return a.is(i, wPron) }

// Plural reports whether token i may be a noun in the plural.
func (a *Analysis) Plural(i int) bool { return a.is(i, wPlural) }

// is reports whether token i may be any of the given classes.
func (a *Analysis) is(i int, c wordClass) bool {
	return i >= a.First && i < a.Last && a.class[i-a.First]&c != 0
}

// markByte returns the punctuation mark that token i is, or 0.
func (a *Analysis) markByte(i int) byte {
	if i < a.First || i >= a.Last {
		return 0
	}
	return a.Text.Tokens[i].Mark
}

// MarkAt returns the first mark of the class that begins at token i, or nil.
func (a *Analysis) MarkAt(i int, class ClassID) *Mark {
	m := a.mark[i-a.First]
	if m == 0 {
		return nil
	}
	for k := int(m) - 1; k < len(a.Marks) && a.Marks[k].First == i; k++ {
		if a.Marks[k].Class == class {
			return &a.Marks[k]
		}
	}
	return nil
}
