package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/text"
)

// statement is a stretch of the profile that is said in one go, with what its
// rules found in it.
type statement struct {
	from, to              int            // tokens
	flow                  *grammar.Match // the strongest flow match, perhaps of the clause before
	rule                  *grammar.Match // the first exploitation match
	exposed, brought      *grammar.Match // the first matches on vulnerability and means
	forms, sectors, means []string
	factors, roles        []string
	frequency             plumbline.Frequency
	called, inside        *grammar.Match // the first matches on the country's roles
}

// profile makes the claims of the profile types.
func (r *reader) profile() {
	inProfile := r.sect.Name == plumbline.Profile
	if !(inProfile && len(r.here) > 0) && !slices.ContainsFunc(r.matches, func(m grammar.Match) bool { return !r.traitsOf(&m).conduct }) {
		r.prior = antecedent{}
		return
	}
	r.clauses(func(from, to int) {
		r.spots = r.spots[:0]
		if !inProfile {
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
	r.role(s)
	r.exploitation(s)
	r.flow(s)
	r.vulnerability(s)
	r.means(s)
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
		switch t.typ {
		case plumbline.Flow:
			if s.flow == nil || s.flow.Trigger < s.from || m.Rule.Priority > s.flow.Rule.Priority {
				s.flow = m
			}
		case plumbline.Exploitation:
			if r.beside(t, s) && r.onlyOf(t, s) {
				r.exploit(m, t, s)
			}
		case plumbline.Role:
			r.addRoles(m, s)
		case plumbline.Estimate:
			r.estimate(m, t)
		case plumbline.Vulnerability:
			if s.exposed == nil && len(t.factors) == 0 {
				s.exposed = m
			}
			s.factors = add(s.factors, t.factors)
		case plumbline.Means:
			if s.brought == nil {
				s.brought = m
			}
			s.means = add(s.means, t.means)
		}
	}
}

// exploit adds what an exploitation rule says to the statement.
func (r *reader) exploit(m *grammar.Match, t *traits, s *statement) {
	if s.rule == nil || len(r.traitsOf(s.rule).forms) == 0 {
		s.rule = m
	}
	s.forms = add(s.forms, t.forms)
	s.sectors = add(s.sectors, t.sectors)
	s.means = add(s.means, t.means)
	if t.frequency != "" {
		s.frequency = t.frequency
	}
}

// beside reports whether the statement speaks of one of the forms beside which
// alone a rule counts: domestic work is servitude only where force is spoken of.
func (r *reader) beside(t *traits, s *statement) bool {
	if len(t.beside) == 0 {
		return true
	}
	for i := range r.matches {
		o := &r.matches[i]
		other := r.traitsOf(o)
		if o.Trigger < s.from || o.Trigger >= s.to || other.typ != plumbline.Exploitation || len(other.beside) > 0 {
			continue
		}
		for _, f := range other.forms {
			if slices.Contains(t.beside, f) {
				return true
			}
		}
	}
	return false
}

// onlyOf reports whether the statement names none but the groups of victims
// that a rule is about: child labor is of children, not of "men, women, and
// children".
func (r *reader) onlyOf(t *traits, s *statement) bool {
	if len(t.victims) == 0 {
		return true
	}
	for _, g := range r.groupsIn(s, victimGroups[:], r.lex.words.groups[:]) {
		if !slices.Contains(t.victims, g) {
			return false
		}
	}
	return true
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
	if d := r.denial(m); d != "" && t.reporting == "" {
		c.Reporting, c.Certainty = d, plumbline.Unknown
	}
	if u := &r.a.Units[m.Unit]; u.Head >= 0 && c.Certainty == plumbline.Probable && r.a.InLexicon(u.Head, r.lex.words.noting) > 0 {
		c.Certainty = plumbline.Certain // who notes a fact does not cast doubt on it
	}
	c.Participants.Subject = r.own
	return c
}

// aside reports whether a hedge stands inside a noun phrase and so does not
// bear on what is said: "a small, possibly growing, number of women".
func (r *reader) aside(cue grammar.Cue, u int) bool {
	if cue.Kind != "hedge" || cue.Value != string(plumbline.Possible) || cue.Reach == grammar.InGroup || cue.Last >= r.a.Last {
		return false
	}
	unit := &r.a.Units[u]
	if unit.Head >= 0 && cue.First > unit.SubjFirst && cue.Last < unit.Start && (r.text.Tokens[cue.First-1].Mark == ',' || r.a.InLexicon(cue.First-1, r.lex.coordinator) > 0) {
		return true
	}
	return slices.ContainsFunc(r.here, func(m mention.Mention) bool { return m.First == cue.Last })
}

// denial tells whether the text says of match m that there is no evidence of
// it or no information on it.
func (r *reader) denial(m *grammar.Match) plumbline.Reporting {
	for _, c := range r.a.Cues {
		if c.Kind != "silence" || c.Value == string(plumbline.NoneReported) || c.Last > m.Trigger {
			continue
		}
		if r.a.Bears(c, m.Unit, m.Trigger) || r.a.Bears(c, r.goesOn(m.Unit), m.Trigger) {
			return plumbline.Reporting(c.Value)
		}
	}
	return ""
}

// goesOn returns the unit that unit u goes on: "children from nearby countries,
// such | as Nepal, are forced".
func (r *reader) goesOn(u int) int {
	for u > 0 {
		at := r.a.Units[u].Opener
		if at <= r.a.First || r.a.InLexicon(at-1, r.lex.words.namely) < 2 {
			break
		}
		u--
	}
	return u
}

// untrue reports whether the text says that what match m says is not so, or
// that there are no reports of it.
func (r *reader) untrue(m *grammar.Match) bool {
	for _, c := range r.a.Cues {
		plain := c.Kind == "neg" && r.a.InLexicon(c.First, r.lex.words.not) > 0 ||
			c.Kind == "silence" && c.Last <= m.Trigger && r.a.InLexicon(c.First, r.lex.words.no) > 0 && c.Value == string(plumbline.NoneReported)
		if plain && r.a.Bears(c, m.Unit, m.Trigger) {
			return true
		}
	}
	return false
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

// exploitation makes one claim of the forms of exploitation of the statement.
func (r *reader) exploitation(s *statement) {
	if s.rule == nil || len(s.forms) == 0 || r.sect.Name != plumbline.Profile {
		return
	}
	c := r.profileClaim(s.rule, r.traitsOf(s.rule))
	c.Citation.Span = r.cited(s)
	r.describe(&c, s)
	r.close(&c, s)
}

// vulnerability makes one claim of what exposes people to trafficking.
func (r *reader) vulnerability(s *statement) {
	if s.exposed == nil {
		return
	}
	c := r.profileClaim(s.exposed, r.traitsOf(s.exposed))
	c.Citation.Span = r.cited(s)
	c.Participants.Victims = r.groupsIn(s, victimGroups[:], r.lex.words.groups[:])
	c.Participants.Factors = s.factors
	r.close(&c, s)
}

// means makes one claim of how people are brought and kept under control.
func (r *reader) means(s *statement) {
	if s.brought == nil {
		return
	}
	c := r.profileClaim(s.brought, r.traitsOf(s.brought))
	c.Citation.Span = r.cited(s)
	c.Participants.Victims = r.groupsIn(s, victimGroups[:], r.lex.words.groups[:])
	c.Participants.Perpetrators = r.groupsIn(s, perpetrators[:], r.lex.words.perpetrators[:])
	c.Participants.Means = s.means
	r.close(&c, s)
}

// close seals a claim of statement s.
func (r *reader) close(c *plumbline.Claim, s *statement) {
	if r.watch != nil {
		r.watch.note(c, r.profileLeads(c, s))
	}
	r.seal(c)
}

// describe fills in who suffers what in the statement, by whom and how.
func (r *reader) describe(c *plumbline.Claim, s *statement) {
	p := &c.Participants
	slices.SortStableFunc(s.forms, func(a, b string) int { return slices.Index(plumbline.Forms, a) - slices.Index(plumbline.Forms, b) })
	p.Forms, p.Sectors, p.Means = s.forms, s.sectors, s.means
	p.Victims = r.groupsIn(s, victimGroups[:], r.lex.words.groups[:])
	p.Perpetrators = r.groupsIn(s, perpetrators[:], r.lex.words.perpetrators[:])
	c.Frequency = s.frequency
}

// groupsIn returns the ids whose words stand in the statement, in the order of
// the list.
func (r *reader) groupsIn(s *statement, ids []string, lexes []grammar.LexID) (groups []string) {
	for i, lex := range lexes {
		if _, _, ok := r.a.Find(s.from, s.to, lex); ok {
			groups = append(groups, ids[i])
		}
	}
	return groups
}
