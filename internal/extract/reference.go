package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// reference is a pronoun as the subject of a unit, and what it stands for.
type reference struct {
	unit    int
	to      text.Span // the subject that it takes up
	far     bool      // that stands in another sentence
	actor   actor
	foreign plumbline.CountryCode
}

// farthest is how many sentences back a pronoun may look for what it stands
// for.
const farthest = 3

// standsFor returns the token of the pronoun that is the subject of unit u, in
// which somebody acts, or -1.
func (r *reader) standsFor(u *grammar.Unit, lead int) int {
	if u.Head < 0 || u.Form == grammar.Passive || u.Form == grammar.Copula || u.Link == grammar.Relative {
		return -1
	}
	from := max(u.SubjFirst, lead)
	for k := from; k < min(u.SubjLast, from+4); k++ {
		if r.a.InLexicon(k, r.lex.standsFor) > 0 {
			return k
		}
	}
	return -1
}

// refer finds who the pronoun stands for that is the subject of unit u: the
// nearest subject before it that agrees in number, of the sentence, else of the
// few before it in the section. Who only reports, and what does not act, leaves
// the unit without an actor.
func (r *reader) refer(u, lead int) (actor, plumbline.CountryCode) {
	unit := &r.a.Units[u]
	if n := len(r.refs); n > 0 && r.a.Units[r.refs[n-1].unit].SubjFirst == unit.SubjFirst {
		return r.refersTo(u, r.refs[n-1]) // shares the pronoun
	}
	k := r.standsFor(unit, lead)
	many := len(r.text.Of(k)) > 2 // they
	ref, ok := r.subjectBefore(u, k, many)
	if ok {
		return r.refersTo(u, ref)
	}
	back := &r.before[0]
	if many {
		back = &r.before[1]
	}
	if !back.sought {
		*back = sought{sought: true}
		r.lookBack(func() bool {
			back.reference, back.ok = r.subjectBefore(len(r.a.Units), r.a.Last, many)
			back.far = true
			return back.ok
		})
	}
	if !back.ok {
		return noActor, ""
	}
	return r.refersTo(u, back.reference)
}

// refersTo notes that the pronoun of unit u is ref.
func (r *reader) refersTo(u int, ref reference) (actor, plumbline.CountryCode) {
	ref.unit = u
	r.refs = append(r.refs, ref)
	return ref.actor, ref.foreign
}

// sought is what a sentence may refer to in those before it, once looked for.
type sought struct {
	reference
	sought, ok bool
}

// mostUnits is how many units back a pronoun may look in its own sentence.
const mostUnits = 20

// subjectBefore returns the subject of a unit before unit u, and before token
// end, that is plural or not: the nearest, for one thing that of a main clause
// if there is one.
func (r *reader) subjectBefore(u, end int, many bool) (reference, bool) {
	for _, main := range [...]bool{true, false} {
		if main && many {
			continue
		}
		for k := u - 1; k >= max(0, u-mostUnits); k-- {
			unit := &r.a.Units[k]
			if main && unit.Link != grammar.Main || unit.Head < 0 || unit.SubjFirst < unit.First || unit.SubjLast > end {
				continue
			}
			from := max(unit.SubjFirst, r.leadEnd(unit))
			if unit.Opener == from {
				from++
			}
			head := r.headNoun(from, unit.SubjLast)
			if head < 0 || r.plural(head, unit.SubjLast) != many {
				continue
			}
			ref := reference{to: r.nounSpan(from, unit.SubjLast)}
			ref.actor, ref.foreign = r.actorIn(from, unit.SubjLast)
			switch ref.actor {
			case noActor:
				if r.named(unit) {
					ref.actor = governmentActor // a body of the state that the text calls by its name
				}
			case mediaActor, observerActor, reportsActor:
				ref.actor = noActor
			}
			return ref, true
		}
	}
	return reference{}, false
}

// headNoun returns the last token of the noun that the subject [from, to)
// begins with, or -1 where a pronoun stands for it.
func (r *reader) headNoun(from, to int) int {
	for from < to && (r.text.Tokens[from].Mark != 0 || r.a.InLexicon(from, r.lex.coordinator) > 0) {
		from++
	}
	if from >= to || r.a.Pronoun(from) && to-from == 1 || r.a.InLexicon(from, r.lex.standsFor) > 0 {
		return -1
	}
	k := from + 1
	for k < to && r.text.Tokens[k].Mark == 0 && r.a.InLexicon(k, r.lex.preposition) == 0 && r.a.InLexicon(k, r.lex.coordinator) == 0 && !r.a.Adverb(k) {
		k++
	}
	return k - 1
}

// plural reports whether the noun at token k is plural, or one of several
// before token to.
func (r *reader) plural(k, to int) bool {
	for j := k + 1; j < to && r.a.InLexicon(j, r.lex.preposition) == 0; j++ {
		if r.a.InLexicon(j, r.lex.coordinator) > 0 {
			return true
		}
	}
	return r.a.Plural(k)
}

// nounSpan returns the bytes of the noun phrase of tokens [from, to): without
// what leads in, and without marks, joining words and adverbs around it.
func (r *reader) nounSpan(from, to int) text.Span {
	loose := func(k int) bool {
		return r.text.Tokens[k].Mark != 0 && r.text.Tokens[k].Mark != ')' || r.a.Adverb(k) || r.a.InLexicon(k, r.lex.coordinator) > 0 || r.a.InLexicon(k, r.lex.subordinator) > 0
	}
	for k := to - 1; k > from && r.a.InLexicon(k, r.lex.coordinator) == 0; k-- {
		if r.text.Tokens[k].Mark == ',' && r.actsAt(k+1, to) >= 0 {
			from = k + 1
			break
		}
	}
	for from < to-1 && loose(from) {
		from++
	}
	for to > from+1 && loose(to-1) {
		to--
	}
	return r.span(from, to)
}

// actsAt returns the token of [from, to) that names who acts, or -1.
func (r *reader) actsAt(from, to int) int {
	if at, _, ok := r.a.Find(from, to, r.lex.government); ok {
		return at
	}
	for k := from; k < to; k++ {
		if r.firstOf(k, k+1) != noActor {
			return k
		}
	}
	return -1
}

// lookBack analyses the sentences of the section before the one at hand, the
// nearest first, until visit returns true.
func (r *reader) lookBack(visit func() bool) {
	at, _ := slices.BinarySearchFunc(r.text.Sentences, r.a.First, func(s token.Sentence, first int) int { return s.First - first })
	r.a, r.other = r.other, r.a
	here := r.here
	for i := at - 1; i >= max(0, at-farthest); i-- {
		st := r.text.Sentences[i]
		if int(r.text.Tokens[st.First].Start) < r.sect.Span.Start {
			break
		}
		first, _ := slices.BinarySearchFunc(r.mentions, st.First, func(m mention.Mention, first int) int { return m.First - first })
		last := first
		for last < len(r.mentions) && r.mentions[last].Last <= st.Last {
			last++
		}
		r.here = r.mentions[first:last]
		r.grammar.Analyse(&r.a, &r.text, st.First, st.Last, nil)
		if visit() {
			break
		}
	}
	r.a, r.other, r.here = r.other, r.a, here
}
