package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// actor is who acts in a unit, as far as its words tell.
type actor uint8

const (
	noActor actor = iota // passive without "by", or a thing
	governmentActor
	foreignActor
	ngoActor
	internationalActor
	mediaActor
	observerActor
	victimActor
	defectorActor
	reportsActor
)

// unitView is what this package needs to know of a unit.
type unitView struct {
	actor     actor
	foreign   plumbline.CountryCode // of a foreign actor
	source    plumbline.SourceKind  // empty for the author
	sourceAt  text.Span
	alleged   bool // the source alleges it
	silent    bool // says that something was not reported
	condition bool // said only as a condition or an open question
	lead      int  // token behind the phrase that leads in: "Despite limited funds, ..."
}

// view looks at every unit of the sentence once.
func (r *reader) view() {
	r.units, r.refs = r.units[:0], r.refs[:0]
	r.before[0].sought, r.before[1].sought = false, false
	for i := range r.a.Units {
		u := &r.a.Units[i]
		var v unitView
		lead := r.leadEnd(u)
		v.actor, v.foreign = r.actorOf(u, lead)
		if v.actor == noActor && r.standsFor(u, lead) >= 0 {
			v.actor, v.foreign = r.refer(i, lead)
		}
		if u.SubjFirst >= u.First { // else it leads the unit in that this is joined to
			v.lead = lead
		}
		r.units = append(r.units, v)
	}
	for i := range r.a.Units {
		r.units[i].silent = r.denies(i)
	}
	for i := range r.a.Units {
		r.attribute(i)
	}
	for _, c := range r.a.Cues {
		if c.Kind == "according" {
			r.according(c)
		}
		if c.Kind != "condition" {
			continue
		}
		for i := range r.a.Units {
			if u := &r.a.Units[i]; c.First < u.Last && (u.Opener == c.First || c.First >= u.First) {
				r.units[i].condition = true
			}
		}
	}
}

// denies reports whether the verb group of unit i says that something was not
// reported: failed to report, nor did it report.
func (r *reader) denies(i int) bool {
	u := &r.a.Units[i]
	if u.Head < 0 || r.units[i].actor == victimActor {
		return false
	}
	first := u.Start
	if u.Shared >= 0 {
		first = u.Shared
	}
	k, _, ok := r.a.Find(first, u.Head+1, r.lex.telling)
	if !ok {
		return false
	}
	for _, c := range r.a.Cues {
		if u.Form == grammar.Passive && c.Kind == "neg" && c.Reach == grammar.Object && c.First == u.SubjFirst {
			return k == u.Head // "no convictions were reported"
		}
		if c.Kind == "neg" && c.First < k && (c.Reach == grammar.InGroup && r.a.Bears(c, i, k) || c.Reach == grammar.After && c.First >= first) {
			return true
		}
	}
	return false
}

// unreported reports whether unit u, or one that it hangs on, says that
// something was not reported.
func (r *reader) unreported(u int) bool {
	for top := range r.units[:u+1] {
		if r.units[top].silent && r.a.Hangs(u, top) {
			return true
		}
	}
	return false
}

// actorOf returns who acts in unit u: the agent behind "by" of a passive, else
// the first actor named in the subject.
func (r *reader) actorOf(u *grammar.Unit, lead int) (actor, plumbline.CountryCode) {
	if u.Form == grammar.Passive {
		if from, to, ok := r.agent(u); ok {
			return r.actorIn(from, to)
		}
		return noActor, ""
	}
	return r.actorIn(max(u.SubjFirst, lead), u.SubjLast)
}

// leadEnd returns the token behind the comma that closes the phrase of time,
// place or concession before the subject of u, or 0 where there is none.
func (r *reader) leadEnd(u *grammar.Unit) int {
	if u.SubjLast <= u.SubjFirst || !r.leadIn(u.SubjFirst) {
		return 0
	}
	end := 0
	for k := u.SubjFirst; k < u.SubjLast; k++ {
		if r.text.Tokens[k].Mark != ',' || r.inNames(k, u.SubjLast) {
			continue
		}
		if end > 0 && !r.goesOnLeading(end, k) {
			break
		}
		end = k + 1
	}
	return end
}

// inNames reports whether the comma at token k parts the names of a list that
// ends before token to: "with Spanish, Nigerian, and British officers, ...".
func (r *reader) inNames(k, to int) bool {
	if r.a.InLexicon(k+1, r.lex.coordinator) > 0 {
		return r.nameAt(k-1) > 0
	}
	if r.nameAt(k-1) == 0 || !slices.ContainsFunc(r.here, func(m mention.Mention) bool { return m.First == k+1 }) {
		return false
	}
	for i := k + 2; i < to-1; i++ {
		if r.text.Tokens[i].Mark == ',' && r.a.InLexicon(i+1, r.lex.coordinator) > 0 {
			return true
		}
	}
	return false
}

// goesOnLeading reports whether tokens [from, to), which stand between two
// commas before the subject, are still of the phrase that leads in: "To keep
// out migrants, particularly from the north, police".
func (r *reader) goesOnLeading(from, to int) bool {
	if r.a.Adverb(from) {
		from++
	}
	return from < to && r.leadIn(from)
}

// leadIn reports whether the clause that begins at token i begins with a
// phrase of time or place before its subject.
func (r *reader) leadIn(i int) bool {
	return r.a.InLexicon(i, r.lex.preposition) > 0 || r.a.InLexicon(i, r.lex.subordinator) > 0 || r.a.InLexicon(i, r.lex.compared) > 0
}

// agent returns the tokens behind "by" in a passive unit.
func (r *reader) agent(u *grammar.Unit) (from, to int, ok bool) {
	for k := u.Head + 1; k < u.Last; k++ {
		if r.a.InLexicon(k, r.lex.by) > 0 && (k == u.Head+1 || r.a.InLexicon(k-1, r.lex.run) == 0) {
			return k + 1, min(u.Last, k+8), true
		}
	}
	return 0, 0, false
}

// actorIn returns the actor that is named first in tokens [from, to); where a
// government is named beside others it is the government.
func (r *reader) actorIn(from, to int) (actor, plumbline.CountryCode) {
	if to <= from {
		return noActor, ""
	}
	if r.helped(from, to) {
		return noActor, ""
	}
	_, _, gov := r.a.Find(from, to, r.lex.government)
	if gov {
		if code := r.foreignIn(from, to); code != "" {
			return foreignActor, code
		}
		if _, _, ngo := r.a.Find(from, to, r.lex.ngo); !ngo {
			if a := r.firstOf(from, to); a == mediaActor || a == observerActor || a == reportsActor || a == internationalActor {
				return a, ""
			}
		}
		return governmentActor, ""
	}
	return r.firstOf(from, to), ""
}

// helped reports whether tokens [from, to) begin with a body that only its name
// tells, and go on with others that help it: "NATA, with funds from a foreign
// government".
func (r *reader) helped(from, to int) bool {
	end, name := from, false
	for end < to && !r.phraseEnds(end) {
		name = name || r.text.Tokens[end].Is(token.AllCaps) || r.text.Tokens[end].Is(token.Capital) && end > r.a.First
		end++
	}
	return name && end < to && r.text.Tokens[end].Mark == ',' && r.firstOf(from, end) == noActor && r.firstOf(end, to) == internationalActor
}

// firstOf returns the class of the first actor word in tokens [from, to).
func (r *reader) firstOf(from, to int) actor {
	first := noActor
	for _, c := range [...]struct {
		lex grammar.LexID
		is  actor
	}{
		{r.lex.otherState, internationalActor}, {r.lex.international, internationalActor}, {r.lex.ngo, ngoActor}, {r.lex.media, mediaActor},
		{r.lex.observer, observerActor}, {r.lex.government, governmentActor},
		{r.lex.defector, defectorActor}, {r.lex.victimSource, victimActor}, {r.lex.reports, reportsActor},
	} {
		if at := r.a.Next(from, to, c.lex); at >= 0 { // before what was found so far
			first, to = c.is, at
		}
	}
	return first
}

// foreignIn returns the one country named in tokens [from, to) if it is not
// the narrative's own.
func (r *reader) foreignIn(from, to int) plumbline.CountryCode {
	var code plumbline.CountryCode
	for _, m := range r.here {
		if m.First >= from && m.Last <= to && (m.Kind == mention.Place || m.Kind == mention.People) {
			if m.Country == r.narrative.Country {
				return ""
			}
			if code == "" {
				code = m.Country
			}
		}
	}
	return code
}
