package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// attribute finds who reports what unit i and the units under it say.
func (r *reader) attribute(i int) {
	u, v := &r.a.Units[i], &r.units[i]
	if u.Head < 0 || r.a.InLexicon(u.Head, r.lex.reportVerb) == 0 && !r.reportedChain(u) && !r.recounts(u) || r.plainVerb(i) {
		return
	}
	if v.source != "" && u.Link != grammar.Main && u.Link != grammar.Subordinate {
		return // told within what another tells
	}
	who := r.teller(i)
	if who == noActor && r.named(u) {
		who = governmentActor // a body of the state that the text calls by its name
	}
	kind := sourceOf(who)
	if kind == "" || r.negated(i) {
		return
	}
	at := r.span(u.SubjFirst, min(u.SubjLast, u.Last))
	_, _, alleges := r.a.Find(u.Start, u.Head+1, r.lex.allege)
	v.source, v.sourceAt, v.alleged = kind, at, alleges
	for k := i + 1; k < len(r.a.Units) && r.a.Units[k].Link != grammar.Main; k++ {
		w := &r.a.Units[k]
		if w.First > r.a.First && r.text.Tokens[w.First-1].Mark == ';' {
			return // "...; however, the police did nothing" is the author's again
		}
		if w.Link == grammar.Coordinate && w.SubjFirst == u.SubjFirst && w.Shared < 0 && (w.Form == grammar.Finite || w.Form == grammar.Copula) {
			return // "reported helping nine, but did not find any" tells the rest itself
		}
		r.units[k].source, r.units[k].sourceAt, r.units[k].alleged = kind, at, alleges
	}
}

// recounts reports whether the subject of u is a report that holds what is
// said: "defectors' reports include instances of".
func (r *reader) recounts(u *grammar.Unit) bool {
	k := u.SubjLast - 1
	for k > u.SubjFirst && r.a.Adverb(k) {
		k--
	}
	return k >= u.SubjFirst && r.a.InLexicon(k, r.lex.reports) > 0 && r.a.InLexicon(u.Head, r.lex.recount) > 0
}

// plainVerb reports whether the verb of unit i reports only with a clause
// behind it, and has none: victims claim damages, a court confirms a sentence.
func (r *reader) plainVerb(i int) bool {
	head := r.a.Units[i].Head
	if r.a.InLexicon(head, r.lex.clauseReport) == 0 {
		return false
	}
	if head+1 < r.a.Last && r.a.InLexicon(head+1, r.lex.figures.to) > 0 {
		return false
	}
	return i+1 == len(r.a.Units) || r.a.Units[i+1].Link != grammar.Complement
}

// teller returns who the subject of unit i names as the one that tells.
func (r *reader) teller(i int) actor {
	u, v := &r.a.Units[i], &r.units[i]
	if u.Form != grammar.Passive {
		if a := r.tellerIn(max(u.SubjFirst, v.lead), u.SubjLast); a != noActor {
			return a
		}
	}
	return v.actor
}

// tellerIn returns who the noun phrase at tokens [from, to) is, by its head
// and the names that go before it: "an NGO that the state funds" is an NGO. Of
// a report it is whoever made it.
func (r *reader) tellerIn(from, to int) actor {
	end := from
	for end < to && !r.phraseEnds(end) {
		end++
	}
	for _, c := range [...]struct {
		lex grammar.LexID
		is  actor
	}{
		{r.lex.international, internationalActor}, {r.lex.ngo, ngoActor}, {r.lex.media, mediaActor},
		{r.lex.government, governmentActor}, {r.lex.observer, observerActor}, {r.lex.defector, defectorActor},
		{r.lex.victimSource, victimActor},
	} {
		if at, to, ok := r.a.Find(from, end, c.lex); ok && (c.is != victimActor || to == end && (at == r.a.First || !r.text.Tokens[at].Is(token.Capital))) {
			return c.is
		}
	}
	if _, _, ok := r.a.Find(from, end, r.lex.reports); !ok {
		return noActor
	}
	if end < to && (r.a.InLexicon(end, r.lex.by) > 0 || r.a.InLexicon(end, r.lex.from) > 0) {
		if a := r.tellerIn(end+1, to); a != noActor {
			return a
		}
	}
	return reportsActor
}

// phraseEnds reports whether token k ends the noun phrase before it.
func (r *reader) phraseEnds(k int) bool {
	return r.text.Tokens[k].Mark == ',' || r.text.Tokens[k].Mark == '(' || r.a.InLexicon(k, r.lex.preposition) > 0 || r.a.InLexicon(k, r.lex.coordinator) > 0 || r.a.InLexicon(k, r.lex.that) > 0
}

// according attributes the sentence to whom an "according to" names. A law or
// an agreement says what holds, it is no source.
func (r *reader) according(c grammar.Cue) {
	end := c.Last
	for end < min(c.Last+12, r.a.Last) && r.text.Tokens[end].Mark != ',' {
		end++
	}
	who := r.tellerIn(c.Last, end)
	if who == governmentActor || who == noActor {
		k := c.Last
		for k < end && !r.phraseEnds(k) {
			k++
		}
		for k--; k > c.Last && r.text.Tokens[k].Kind == token.Number; {
			k--
		}
		if r.a.InLexicon(k, r.lex.ruling) > 0 {
			return
		}
	}
	if who == noActor {
		who, _ = r.actorIn(c.Last, end)
	}
	kind := sourceOf(who)
	if kind == "" {
		return
	}
	for i := range r.units {
		if r.units[i].source == "" && r.a.Units[i].Last > c.First {
			r.units[i].source, r.units[i].sourceAt = kind, r.span(c.First, min(c.Last+1, r.a.Last))
		}
	}
}

// reportedChain reports whether the unit's verb group begins with a verb of
// reporting: "reported identifying".
func (r *reader) reportedChain(u *grammar.Unit) bool {
	for k := u.Start; k < u.Head; k++ {
		if r.a.InLexicon(k, r.lex.reportVerb) > 0 {
			return true
		}
	}
	return false
}

// named reports whether the subject of u is a proper name.
func (r *reader) named(u *grammar.Unit) bool {
	for k := u.SubjFirst; k < u.SubjLast; k++ {
		if t := r.text.Tokens[k]; t.Is(token.AllCaps) || t.Is(token.Capital) && k > r.a.First {
			return true
		}
	}
	return false
}

// negated reports whether unit i says that something was not done or not
// reported.
func (r *reader) negated(i int) bool {
	u := &r.a.Units[i]
	if r.units[i].silent {
		return true
	}
	for _, c := range r.a.Cues {
		if c.Kind == "neg" && c.Reach == grammar.InGroup && r.a.Bears(c, i, u.Head) || c.Kind == "silence" && c.First <= u.Head && c.Last > u.Start {
			return true
		}
	}
	return false
}

func sourceOf(a actor) plumbline.SourceKind {
	switch a {
	case governmentActor, foreignActor:
		return plumbline.Government
	case ngoActor:
		return plumbline.NGO
	case internationalActor:
		return plumbline.InternationalOrg
	case mediaActor:
		return plumbline.Media
	case observerActor:
		return plumbline.Observer
	case victimActor:
		return plumbline.Victim
	case defectorActor:
		return plumbline.Defector
	case reportsActor:
		return plumbline.UnspecifiedReports
	}
	return ""
}
