package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

// statement is a stretch of the profile that is said in one go, with what its
// rules found in it.
type statement struct {
	first, last int // units [first, last)
	from, to    int // tokens
	flow        *grammar.Match
	rule        *grammar.Match // the first exploitation match
	forms       []string
	sectors     []string
	means       []string
	roles       []string
	frequency   plumbline.Frequency
	movement    plumbline.Movement
}

// profile makes the claims of the profile types.
func (r *reader) profile(places []mention.Mention) {
	if !slices.ContainsFunc(r.matches, func(m grammar.Match) bool { return !r.traits[m.Rule.Index].conduct }) {
		return
	}
	r.statements(func(first, last int) {
		s := statement{first: first, last: last, from: r.a.Units[first].First, to: r.a.Units[last-1].Last}
		if last < len(r.a.Units) {
			s.to = max(s.to, r.a.Units[last-1].Last)
		}
		r.gather(&s)
		r.exploitation(&s)
		r.flow(&s, places)
	})
}

// gather collects the matches of the statement, making the claims that need
// nothing but their match.
func (r *reader) gather(s *statement) {
	for i := range r.matches {
		m := &r.matches[i]
		t := r.traitsOf(m)
		if t.conduct || m.Unit < s.first || m.Unit >= s.last {
			continue
		}
		set := m.Rule.Settings
		switch t.typ {
		case plumbline.Flow:
			if s.flow == nil {
				s.flow = m
			}
			if v := m.Rule.Setting("movement"); v != "" {
				s.movement = plumbline.Movement(v)
			}
		case plumbline.Exploitation:
			if s.rule == nil {
				s.rule = m
			}
			s.forms = add(s.forms, set["form"])
			s.sectors = add(s.sectors, set["sector"])
			s.means = add(s.means, set["means"])
			if v := m.Rule.Setting("frequency"); v != "" {
				s.frequency = plumbline.Frequency(v)
			}
		case plumbline.Role:
			r.role(m, t)
		case plumbline.Estimate:
			r.estimate(m, t)
		case plumbline.Trend:
		default:
			c := r.profileClaim(m, t)
			c.Participants.Factors, c.Participants.Means = set["factor"], set["means"]
			r.seal(&c)
		}
	}
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
	c.Aspect, c.Valence, c.Reporting = "", "", ""
	c.Participants.Subject = r.own
	return c
}

// role makes a role claim: of the words for roles in the match, or of the
// rule's own setting.
func (r *reader) role(m *grammar.Match, t *traits) {
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
	if len(roles) == 0 {
		return
	}
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
	if s.rule == nil || r.sect.Name != plumbline.Profile {
		return
	}
	c := r.profileClaim(s.rule, r.traitsOf(s.rule))
	c.Citation.Span = r.span(r.a.Units[s.first].First, max(s.to, r.a.Units[s.first].First+1))
	p := &c.Participants
	p.Forms, p.Sectors, p.Means, p.Victims = s.forms, s.sectors, s.means, r.victims(s)
	c.Frequency = s.frequency
	r.seal(&c)
}

// victims returns the groups of victims that the statement names.
func (r *reader) victims(s *statement) (groups []string) {
	for k := s.from; k < s.to; k++ {
		for i, lex := range r.lex.groups {
			if r.a.InLexicon(k, lex) > 0 {
				groups = add(groups, victimGroups[i:i+1])
			}
		}
	}
	return groups
}

// victimGroups are the ids of groups of victims; the lexicon of each is named
// group- and the id.
var victimGroups = []string{"men", "women", "children", "girls", "boys", "migrants", "workers"}
