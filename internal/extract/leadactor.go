package extract

import (
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

const (
	ofTheState = "counts as the government's doing"
	unlessSaid = "conduct is the government's unless the text says otherwise"
)

// actorLead says which words led to who acts in claim c of unit u.
func (r *reader) actorLead(c *plumbline.Claim, u int) Lead {
	unit := &r.a.Units[u]
	l := Lead{Role: "actor", Value: c.Participants.Actor}
	for i := range r.refs {
		if ref := &r.refs[i]; ref.unit == u {
			return r.pronounLead(l, unit, ref)
		}
	}
	if unit.Form == grammar.Passive {
		if from, to, ok := r.agent(unit); ok {
			l.Words, l.How, l.Note = r.agentSpan(from, to), "stands behind “by”, as who does it", r.class(r.units[u].actor)
			return l
		}
		l.Words, l.How, l.Note = r.span(max(unit.Start, unit.First), unit.Head+1), "does not say by whom", unlessSaid
		if unit.Head < unit.Start {
			l.Words = r.span(unit.Head, unit.Head+1)
		}
		l.Unsaid = true
		return r.lastNamed(l, u)
	}
	from, to := max(unit.SubjFirst, r.leadEnd(unit)), unit.SubjLast
	if unit.Opener == from && to > from+1 {
		from++
	}
	if unit.Head < 0 || to <= from {
		l.How, l.Note, l.Unsaid = "what is cited has no subject", unlessSaid, true
		return r.lastNamed(l, u)
	}
	l.Words = r.nounSpan(from, to)
	r.subjectLead(&l, u, from, to)
	l.Note = joined(l.Note, r.sharedWith(u))
	return l
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

func (r *reader) pronounLead(l Lead, unit *grammar.Unit, ref *reference) Lead {
	k := max(r.standsFor(unit, r.leadEnd(unit)), unit.SubjFirst)
	l.Words, l.How, l.From, l.Note = r.span(k, k+1), "stands for", ref.to, r.class(ref.actor)
	l.Note = joined(l.Note, r.sharedWith(ref.unit))
	return l
}

// subjectLead says what the subject [from, to) of unit u is.
func (r *reader) subjectLead(l *Lead, u, from, to int) {
	switch v := &r.units[u]; {
	case v.actor == foreignActor:
		l.How = "is another country's government, whose act is its own"
	case v.actor == governmentActor:
		at := r.actsAt(from, to)
		l.How = ofTheState
		if full := r.fullName(at); !full.Empty() && !full.Overlaps(l.Words) {
			l.How, l.From, l.Note = "stands for", full, ofTheState
		}
	case v.actor != noActor && v.actor != victimActor:
		l.How, l.Note = "is "+r.class(v.actor), "the act is told of the country all the same: the state supports it, or the rule asks for no actor"
	case r.ownIn(from, to):
		l.How = "is the narrative's country itself"
	default:
		r.thingLead(l, u, from, to)
	}
	if _, def := r.definition(from, to); !def.Empty() && l.From.Empty() && r.units[u].actor != foreignActor {
		l.How, l.From, l.Note = "is short for", def, joined(strings.TrimPrefix(l.How, "is "), l.Note)
	}
}

// thingLead says of a subject that names nobody who acts what it takes up.
func (r *reader) thingLead(l *Lead, u, from, to int) {
	l.How, l.Note, l.Unsaid = "names nobody who acts", unlessSaid, true
	head := r.headNoun(from, to)
	if head < 0 {
		return
	}
	if r.a.InLexicon(from, r.lex.anaphor) > 0 && head > from {
		if at := r.saidBefore(from, head); !at.Empty() {
			l.How, l.From = "takes up", at
		}
		return
	}
	if r.named(&r.a.Units[u]) {
		l.How, l.Note, l.Unsaid = "is a name", "taken for a body of the state", false
	}
}

// class says what an actor is.
func (r *reader) class(a actor) string {
	switch a {
	case governmentActor:
		return ofTheState
	case foreignActor:
		return "another country's government, whose act is its own"
	case ngoActor:
		return "an NGO"
	case internationalActor:
		return "an international organization"
	case victimActor:
		return "victims"
	case noActor:
		return unlessSaid
	}
	return "who reports it"
}

// sharedWith says whose subject unit u shares.
func (r *reader) sharedWith(u int) string {
	unit := &r.a.Units[u]
	if unit.SubjFirst >= unit.First || unit.Head < 0 {
		return ""
	}
	top := u
	for r.a.Units[top].Parent >= 0 && r.a.Units[top].Parent < top && r.a.Units[top].SubjFirst < r.a.Units[top].First && r.a.Units[top].Link != grammar.Relative {
		top = r.a.Units[top].Parent
	}
	mine := "“" + r.text.Of(unit.Head) + "”"
	switch head := r.a.Units[top].Head; {
	case unit.Link == grammar.Relative:
		return mine + " is said of it in a relative clause"
	case top == u || head < 0:
		return ""
	case unit.Link == grammar.Adjunct:
		return "the subject of “" + r.text.Of(head) + "”, on which " + mine + " hangs"
	default:
		return "the subject of “" + r.text.Of(head) + "”, shared by " + mine
	}
}

// agentSpan cuts what stands behind "by" to its noun phrase.
func (r *reader) agentSpan(from, to int) text.Span {
	k := from
	for k < to && (k == from || r.text.Tokens[k].Mark == 0 && (r.a.InLexicon(k, r.lex.preposition) == 0 || r.a.InLexicon(k, r.lex.of) > 0)) {
		k++
	}
	return r.nounSpan(from, k)
}

// lastNamed adds to l who was the last to act before unit u.
func (r *reader) lastNamed(l Lead, u int) Lead {
	find := func(u int) bool {
		for k := u - 1; k >= 0; k-- {
			unit := &r.a.Units[k]
			from := max(unit.SubjFirst, r.leadEnd(unit))
			if unit.Opener == from {
				from++
			}
			if unit.Head < 0 || unit.Form == grammar.Passive || unit.SubjLast > unit.Start && unit.Start >= 0 {
				continue
			}
			if a, _ := r.actorIn(from, unit.SubjLast); a == governmentActor {
				l.From = r.nounSpan(from, unit.SubjLast)
				return true
			}
		}
		return false
	}
	if !find(u) {
		r.lookBack(func() bool { return find(len(r.a.Units)) })
	}
	if !l.From.Empty() {
		l.How += "; the last named to act for the government is"
	}
	return l
}

// ownIn reports whether the narrative's own country is named in [from, to).
func (r *reader) ownIn(from, to int) bool {
	for _, m := range r.here {
		if m.First >= from && m.Last <= to && m.Country == r.narrative.Country && m.Country != "" {
			return true
		}
	}
	return false
}

// fullName returns where the narrative names the body in full that the small
// noun at token k takes up: "the ministry" the Ministry of Justice.
func (r *reader) fullName(k int) text.Span {
	if k < 0 || r.text.Tokens[k].Is(token.Capital) {
		return text.Span{}
	}
	for i := r.a.First - 1; i >= 0; i-- {
		t := &r.text.Tokens[i]
		if !t.Is(token.Capital) || t.Is(token.AllCaps) || !strings.EqualFold(r.text.Of(i), r.text.Of(k)) {
			continue
		}
		if from, to := r.nameAround(i); to-from > 1 {
			return r.span(from, to)
		}
	}
	return text.Span{}
}

// nameAround returns the tokens of the name that token i is part of: words with
// capitals, and what joins them.
func (r *reader) nameAround(i int) (from, to int) {
	capital := func(k int) bool {
		return k >= 0 && k < len(r.text.Tokens) && r.text.Tokens[k].Is(token.Capital) && !r.starts(k)
	}
	joins := func(k int) bool { // "of the", "'s"
		if k < 0 || k >= len(r.text.Tokens) {
			return false
		}
		t := &r.text.Tokens[k]
		return t.Kind == token.Possessive || t.Kind == token.Word && t.End-t.Start < 5 && !t.Is(token.Capital)
	}
	for from = i; ; {
		k := from - 1
		for k > from-4 && joins(k) {
			k--
		}
		if !capital(k) {
			break
		}
		from = k
	}
	end := i + 1
	for end < len(r.text.Tokens) && !r.starts(end) {
		end++
	}
	for _, q := range r.numbers.Find(nil, &r.text, i, end) { // "in May"
		end = min(end, q.First)
	}
	for to = i + 1; ; {
		k := to
		for k < to+3 && joins(k) {
			k++
		}
		if k >= end || !capital(k) {
			break
		}
		to = k + 1
	}
	return from, to
}

// starts reports whether token k begins a sentence.
func (r *reader) starts(k int) bool {
	for _, s := range r.text.Sentences {
		if s.First >= k {
			return s.First == k
		}
	}
	return false
}

// definition returns an acronym in [from, to), and the words that it is short
// for where the narrative defines it before.
func (r *reader) definition(from, to int) (short, full text.Span) {
	for k := from; k < to; k++ {
		if t := &r.text.Tokens[k]; !t.Is(token.AllCaps) || t.End-t.Start < 2 {
			continue
		}
		for i := 1; i+1 < k; i++ {
			if r.text.Tokens[i].Mark != ')' && r.text.Tokens[i-1].Mark == '(' && r.text.Of(i) == r.text.Of(k) {
				first, last := r.nameAround(i - 2)
				if last == i-1 && last-first > 1 {
					return r.span(k, k+1), r.span(first, i+2)
				}
			}
		}
	}
	return short, full
}

// saidBefore returns where the noun at token head was said before by other
// words than the pronoun at token from: "these shelters", three shelters.
func (r *reader) saidBefore(from, head int) text.Span {
	stem := strings.TrimSuffix(strings.ToLower(r.text.Of(head)), "s")
	for i := from - 1; i >= 0 && int(r.text.Tokens[i].Start) >= r.sect.Span.Start; i-- {
		if r.text.Tokens[i].Kind != token.Word || strings.TrimSuffix(strings.ToLower(r.text.Of(i)), "s") != stem {
			continue
		}
		first := i
		for first > 0 && i-first < 6 && r.text.Tokens[first-1].Kind != token.Punct && !r.starts(first) {
			first--
		}
		return r.span(first, i+1)
	}
	return text.Span{}
}
