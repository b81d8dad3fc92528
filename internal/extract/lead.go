package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

// Lead says which words led to a participant or figure of a claim. It reads as
// a sentence: Words, How, From; Note.
type Lead struct {
	Role   string    // as the JSON names it: actor, origin, forms, quantity...
	Value  []string  // what they led to; may be empty
	Words  text.Span // in the claim's sentence; empty where it says nothing of it
	How    string
	From   text.Span // what the words stand for or were taken from; may be empty
	Note   string
	Unsaid bool // the words do not name it; it is read into them
}

// watch gathers the leads of the claims of a sentence while they are made.
type watch struct {
	claims []watched
}

type watched struct {
	claim plumbline.Claim
	leads []Lead
}

func (w *watch) note(c *plumbline.Claim, leads []Lead) {
	w.claims = append(w.claims, watched{*c, leads})
}

// leads returns those of claim c: of what was made of the same words by the
// same rule, and is as like it as can be.
func (w *watch) leads(c *plumbline.Claim) []Lead {
	var flow []Lead
	for i := range w.claims {
		o := &w.claims[i].claim
		if o.FoundBy != c.FoundBy || o.Citation.Span != c.Citation.Span {
			continue
		}
		switch {
		case o.Type == c.Type && sameEnds(o, c):
			return w.claims[i].leads
		case o.Type == plumbline.Flow && c.Type == plumbline.Role && flow == nil:
			flow = w.claims[i].leads
		}
	}
	if flow == nil {
		return nil
	}
	role := Lead{Role: "roles", Value: c.Participants.Roles, How: "is not said: the movement told here shows it"}
	return append([]Lead{role}, flow...)
}

// sameEnds tells claims apart that the same words make by the same rule.
func sameEnds(a, b *plumbline.Claim) bool {
	return slices.Equal(a.Participants.Origin, b.Participants.Origin) && slices.Equal(a.Participants.Roles, b.Participants.Roles) &&
		a.Quantity.Count == b.Quantity.Count && a.Certainty == b.Certainty
}

// conductLeads says what led to what match f of unit u says in claim c.
func (r *reader) conductLeads(c *plumbline.Claim, u int, f found) []Lead {
	leads := []Lead{r.actorLead(c, u)}
	if l, ok := r.actLead(f); ok {
		leads = append(leads, l)
	}
	leads = append(leads, r.sharedLeads(u, f)...)
	leads = append(leads, r.quantityLeads(c, u, f)...)
	if from, to, ok := f.Role("instrument"); ok {
		leads = append(leads, Lead{Role: "instrument", Words: r.span(from, to), How: "is named"})
	}
	p, t, words := &c.Participants, f.traits, r.span(f.First, f.Last)
	for _, set := range [...]struct {
		role      string
		has, says []string
	}{{"forms", p.Forms, t.forms}, {"sectors", p.Sectors, t.sectors}, {"means", p.Means, t.means}, {"factors", p.Factors, t.factors}, {"topics", p.Topics, t.topics}} {
		if len(set.says) > 0 {
			leads = append(leads, Lead{Role: set.role, Value: set.has, Words: words, How: "is what the rule says it of"})
		}
	}
	if at, ok := lawBefore(c); ok {
		leads = append(leads, Lead{Role: "terms", How: "what the law covers is told before, in", From: at})
	}
	return leads
}

// lawBefore returns what the terms of law claim c were taken from.
func lawBefore(c *plumbline.Claim) (at text.Span, ok bool) {
	if c.Type != plumbline.Law || c.Terms == nil {
		return at, false
	}
	for _, e := range c.Evidence {
		if e.What == plumbline.ReferenceCue {
			at, ok = e.Span, true // that of the actor stands before it
		}
	}
	return at, ok
}

// longestList is how many bytes the words between two acts may have that are
// shown as a list.
const longestList = 80

// actLead says which list the act of f is a member of.
func (r *reader) actLead(f found) (Lead, bool) {
	first, last := f.Trigger, f.Trigger
	for i := range r.found {
		g := &r.found[i]
		if g.typ != f.typ && g.Trigger != f.Trigger && r.coordinated(min(f.Trigger, g.Trigger), max(f.Trigger, g.Trigger)) {
			first, last = min(first, g.Trigger), max(last, g.Trigger)
		}
	}
	if first == last || r.span(first, last+1).Len() > longestList {
		return Lead{}, false
	}
	return Lead{Role: "type", Value: []string{string(f.typ)}, Words: r.span(f.Trigger, f.Trigger+1), How: "is one of the list", From: r.span(first, last+1),
		Note: "each may make a claim of its own"}, true
}

// sharedLeads says what unit u shares with the verbs that it is joined to: the
// beginning of their verb group, and the object behind the last of them.
func (r *reader) sharedLeads(u int, f found) (leads []Lead) {
	unit := &r.a.Units[u]
	if unit.Link == grammar.Coordinate && unit.Shared >= 0 && unit.SharedLast > unit.Shared {
		words := r.span(unit.Shared, unit.SharedLast)
		if slices.ContainsFunc(r.a.Cues, func(q grammar.Cue) bool { return words.Contains(r.span(q.First, q.Last)) }) {
			leads = append(leads, Lead{Role: "verb", Words: words, How: "is said of", From: r.span(unit.Head, unit.Head+1), Note: "verbs that are joined share their beginning"})
		}
	}
	end := u
	for n := u + 1; r.bare(&r.a.Units[end], r.a.Units[end].Last) && n < len(r.a.Units) && r.a.Units[n].Link == grammar.Coordinate && r.a.Units[n].Parent == n-1; n++ {
		end = n
	}
	if last := &r.a.Units[end]; end > u && last.Head >= 0 && last.Head+1 < last.Last {
		leads = append(leads, Lead{Role: "object", Words: r.span(last.Head+1, last.Last), How: "is the object of the verbs", From: r.span(unit.Start, last.Head+1),
			Note: "each may make a claim of its own"})
	}
	return leads
}

// profileLeads says what led to what statement s says in claim c; e are the
// ends of its movement, if it tells one.
func (r *reader) profileLeads(c *plumbline.Claim, s *statement) []Lead {
	p := &c.Participants
	var leads []Lead
	if c.Type == plumbline.Flow {
		leads = r.endLeads(c, s)
	}
	leads = append(leads, r.groupLeads(s, "victims", p.Victims, victimGroups[:], r.lex.words.groups[:])...)
	leads = append(leads, r.groupLeads(s, "perpetrators", p.Perpetrators, perpetrators[:], r.lex.words.perpetrators[:])...)
	var frequency []string
	if c.Frequency != "" {
		frequency = []string{string(c.Frequency)}
	}
	for _, set := range [...]struct {
		role, key string
		has       []string
	}{{"roles", "role", p.Roles}, {"forms", "form", p.Forms}, {"sectors", "sector", p.Sectors}, {"means", "means", p.Means}, {"factors", "factor", p.Factors}, {"frequency", "frequency", frequency}} {
		leads = append(leads, r.matchLeads(s, set.role, set.key, set.has)...)
	}
	return leads
}

// groupLeads says which words led to each of the groups.
func (r *reader) groupLeads(s *statement, role string, groups, ids []string, lexes []grammar.LexID) (leads []Lead) {
	for _, g := range groups {
		i := slices.Index(ids, g)
		if from, to, ok := r.a.Find(s.from, s.to, lexes[i]); ok {
			leads = append(leads, Lead{Role: role, Value: []string{g}, Words: r.span(from, to)})
		}
	}
	return leads
}

// matchLeads says which matches of the statement set each of the values.
func (r *reader) matchLeads(s *statement, role, key string, values []string) (leads []Lead) {
	for _, v := range values {
		for i := range r.matches {
			m := &r.matches[i]
			if m.Trigger < s.from || m.Trigger >= s.to || r.traitsOf(m).conduct || !m.Rule.Has(key, v) && !(role == "roles" && r.callsRole(m, v)) {
				continue
			}
			leads = append(leads, Lead{Role: role, Value: []string{v}, Words: r.span(m.First, m.Last), Note: "by " + m.Rule.Name})
			break
		}
	}
	return leads
}

// topicLeads says which words led to each of the topics of the item [first,
// last).
func (r *reader) topicLeads(topics []string, first, last int) (leads []Lead) {
	for _, topic := range topics {
		for i := range r.matches {
			m := &r.matches[i]
			if m.Rule.Type == topic && m.Trigger >= first && m.Trigger < last {
				leads = append(leads, Lead{Role: "topics", Value: []string{topic}, Words: r.span(m.First, m.Last), Note: "by " + m.Rule.Name})
				break
			}
		}
	}
	return leads
}

// callsRole reports whether match m is of a rule on roles and holds the word
// for this one.
func (r *reader) callsRole(m *grammar.Match, role string) bool {
	i := slices.Index(roleNames, role)
	if r.traitsOf(m).typ != plumbline.Role || i < 0 || len(m.Rule.Settings["role"]) > 0 {
		return false
	}
	_, _, ok := r.a.Find(m.First, m.Last, [...]grammar.LexID{r.lex.source, r.lex.transit, r.lex.destination}[i])
	return ok
}
