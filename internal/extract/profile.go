package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// statement is a stretch of the profile that is said in one go, with what its
// rules found in it.
type statement struct {
	from, to                     int            // tokens
	flow                         *grammar.Match // the strongest flow match, perhaps of the clause before
	rule                         *grammar.Match // the first exploitation match
	forms, sectors, means        []string
	frequency                    plumbline.Frequency
	source, transit, destination bool // roles of the country that it is said under
}

// profile makes the claims of the profile types.
func (r *reader) profile() {
	if !slices.ContainsFunc(r.matches, func(m grammar.Match) bool { return !r.traitsOf(&m).conduct }) {
		return
	}
	r.clauses(func(from, to int) {
		if !r.anyFlow(from, to) {
			r.spots = r.spots[:0]
			r.statement(&statement{from: from, to: to})
			return
		}
		var flow *grammar.Match
		r.origins(from, to, func(from, to int) {
			s := statement{from: from, to: to, flow: flow}
			r.statement(&s)
			flow = s.flow
		})
	})
}

// anyFlow reports whether a flow rule holds in tokens [from, to).
func (r *reader) anyFlow(from, to int) bool {
	return slices.ContainsFunc(r.matches, func(m grammar.Match) bool {
		return m.Trigger >= from && m.Trigger < to && r.traitsOf(&m).typ == plumbline.Flow
	})
}

func (r *reader) statement(s *statement) {
	r.gather(s)
	r.exploitation(s)
	r.flow(s)
}

// gather collects the matches of the statement, making the claims that need
// nothing but their match.
func (r *reader) gather(s *statement) {
	for i := range r.matches {
		m := &r.matches[i]
		t := r.traitsOf(m)
		if t.conduct || m.Trigger < s.from || m.Trigger >= s.to {
			continue
		}
		set := m.Rule.Settings
		switch t.typ {
		case plumbline.Flow:
			if s.flow == nil || s.flow.Trigger < s.from || m.Rule.Priority > s.flow.Rule.Priority {
				s.flow = m
			}
		case plumbline.Exploitation:
			if r.beside(m, s) {
				r.exploit(m, s)
			}
		case plumbline.Role:
			r.role(m, t, s)
		case plumbline.Estimate:
			r.estimate(m, t)
		case plumbline.Trend:
		default:
			c := r.profileClaim(m, t)
			c.Participants.Factors, c.Participants.Means = set["factor"], set["means"]
			s.means = add(s.means, set["means"])
			r.seal(&c)
		}
	}
}

// exploit adds what an exploitation rule says to the statement.
func (r *reader) exploit(m *grammar.Match, s *statement) {
	set := m.Rule.Settings
	if s.rule == nil || len(s.rule.Rule.Settings["form"]) == 0 {
		s.rule = m
	}
	s.forms = add(s.forms, set["form"])
	s.sectors = add(s.sectors, set["sector"])
	s.means = add(s.means, set["means"])
	if v := m.Rule.Setting("frequency"); v != "" {
		s.frequency = plumbline.Frequency(v)
	}
}

// beside reports whether the statement speaks of one of the forms beside which
// alone m counts: domestic work is servitude only where force is spoken of.
func (r *reader) beside(m *grammar.Match, s *statement) bool {
	wanted := m.Rule.Settings["beside"]
	if len(wanted) == 0 {
		return true
	}
	for i := range r.matches {
		o := &r.matches[i]
		if o.Trigger < s.from || o.Trigger >= s.to || r.traitsOf(o).typ != plumbline.Exploitation || len(o.Rule.Settings["beside"]) > 0 {
			continue
		}
		for _, f := range o.Rule.Settings["form"] {
			if slices.Contains(wanted, f) {
				return true
			}
		}
	}
	return false
}

func add(list, more []string) []string {
	for _, m := range more {
		if !slices.Contains(list, m) {
			list = append(list[:len(list):len(list)], m)
		}
	}
	return list
}

// profileClaim begins a claim that match m carries, with the hedges that bear
// on it.
func (r *reader) profileClaim(m *grammar.Match, t *traits) plumbline.Claim {
	f := found{Match: m, traits: t}
	first, last := r.extent(m.Unit, f)
	c := plumbline.Claim{
		Type: t.typ, Section: r.sect.Name, FoundBy: plumbline.RuleName(m.Rule.Name),
		Citation: plumbline.Citation{Span: r.span(first, last)},
	}
	r.scope(&c, m.Unit, f)
	c.Aspect, c.Valence, c.Reporting = "", "", t.reporting
	c.Participants.Subject = r.own
	return c
}

// cited is what a claim of the whole statement cites: its tokens without what
// joins it to its neighbours.
func (r *reader) cited(s *statement) text.Span {
	first, last := s.from, s.to
	for first < last-1 && (r.text.Tokens[first].Mark != 0 || r.a.InLexicon(first, r.lex.coordinator) > 0 || r.a.InLexicon(first, r.lex.words.contrast) > 0) {
		first++
	}
	for last > first+1 && (r.text.Tokens[last-1].Mark != 0 && r.text.Tokens[last-1].Mark != ')' || r.a.InLexicon(last-1, r.lex.coordinator) > 0 || r.a.InLexicon(last-1, r.lex.words.contrast) > 0) {
		last--
	}
	return r.span(first, last)
}

// role makes a role claim: of the words for roles in the match, or of the
// rule's own setting.
func (r *reader) role(m *grammar.Match, t *traits, s *statement) {
	c := r.profileClaim(m, t)
	roles := slices.Clone(m.Rule.Settings["role"])
	if len(roles) == 0 {
		for k := m.First; k < m.Last; k++ {
			for i, lex := range [...]grammar.LexID{r.lex.source, r.lex.transit, r.lex.destination} {
				if r.a.InLexicon(k, lex) > 0 {
					roles = add(roles, []string{[...]string{"source", "transit", "destination"}[i]})
				}
			}
		}
	}
	if _, _, other := r.a.Find(m.Last, min(m.Last+4, s.to), r.lex.words.otherTrade); other || len(roles) == 0 {
		return
	}
	s.source = s.source || slices.Contains(roles, "source")
	s.transit = s.transit || slices.Contains(roles, "transit")
	s.destination = s.destination || slices.Contains(roles, "destination")
	c.Participants.Roles = roles
	r.seal(&c)
}

// estimate makes a claim of a number of people.
func (r *reader) estimate(m *grammar.Match, t *traits) {
	c := r.profileClaim(m, t)
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < m.First || q.Last > m.Last || q.Kind != token.Count && q.Kind != token.Share {
			continue
		}
		k := &c.Quantity
		if q.Kind == token.Share {
			k.Share = plumbline.Ratio{R: q.Ratio, Known: q.HasMin}
		} else {
			if q.HasMin {
				k.Min = plumbline.Known(q.Min)
			}
			if q.HasMax {
				k.Max = plumbline.Known(q.Max)
			}
			if q.Exact() {
				k.Count = plumbline.Known(q.Min)
			}
		}
		k.Approx, k.Of, k.Unit = q.Approx, m.Rule.Setting("of"), "persons"
		if t.unit != "" {
			k.Unit = t.unit
		}
		r.witness(&c, plumbline.QuantityCue, q.Span(&r.text))
		r.seal(&c)
		return
	}
}

// exploitation makes one claim of the forms of exploitation of the statement.
func (r *reader) exploitation(s *statement) {
	if s.rule == nil || len(s.forms) == 0 || r.sect.Name != plumbline.Profile {
		return
	}
	c := r.profileClaim(s.rule, r.traitsOf(s.rule))
	c.Citation.Span = r.cited(s)
	r.describe(&c, s)
	r.seal(&c)
}

// describe fills in who suffers what in the statement, by whom and how.
func (r *reader) describe(c *plumbline.Claim, s *statement) {
	p := &c.Participants
	p.Forms, p.Sectors, p.Means = s.forms, s.sectors, s.means
	p.Victims = r.groupsIn(s, victimGroups[:], r.lex.words.groups[:])
	p.Perpetrators = r.groupsIn(s, perpetrators[:], r.lex.words.perpetrators[:])
	c.Frequency = s.frequency
}

// groupsIn returns the ids whose words stand in the statement.
func (r *reader) groupsIn(s *statement, ids []string, lexes []grammar.LexID) (groups []string) {
	for k := s.from; k < s.to; k++ {
		for i, lex := range lexes {
			if r.a.InLexicon(k, lex) > 0 {
				groups = add(groups, ids[i:i+1])
			}
		}
	}
	return groups
}
