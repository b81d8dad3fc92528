package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
)

// addRoles adds the roles that match m says the country has: those of the
// words in the match, or the rule's own setting.
func (r *reader) addRoles(m *grammar.Match, s *statement) {
	roles := m.Rule.Settings["role"]
	if len(roles) == 0 {
		for k := m.First; k < m.Last; k++ {
			for i, lex := range [...]grammar.LexID{r.lex.source, r.lex.transit, r.lex.destination} {
				if r.a.InLexicon(k, lex) > 0 {
					roles = add(roles, roleNames[i:i+1])
				}
			}
		}
	}
	if slices.Contains(roles, "internal") {
		if s.inside == nil && !r.othersHere(s) {
			s.inside = m
		}
		return
	}
	if _, _, other := r.a.Find(m.Last, min(m.Last+4, s.to), r.lex.words.otherTrade); other || len(roles) == 0 {
		return
	}
	if s.called == nil {
		s.called = m
	}
	s.roles = add(s.roles, roles)
}

var roleNames = []string{"source", "transit", "destination"}

// role makes a claim of the roles that the statement says the country has, and
// another of what happens within it.
func (r *reader) role(s *statement) {
	if s.called != nil {
		slices.SortFunc(s.roles, func(a, b string) int { return slices.Index(roleNames, a) - slices.Index(roleNames, b) })
		r.roleClaim(s, s.called, s.roles)
	}
	if s.inside != nil {
		r.roleClaim(s, s.inside, []string{"internal"})
	}
}

func (r *reader) roleClaim(s *statement, m *grammar.Match, roles []string) {
	c := r.profileClaim(m, r.traitsOf(m))
	c.Type = plumbline.Role
	c.Citation.Span = r.cited(s)
	c.Participants.Roles = roles
	c.Participants.Victims = r.groupsIn(s, victimGroups[:], r.lex.words.groups[:])
	r.close(&c, s)
}

// othersHere reports whether the statement is about people of other countries
// alone, so that what happens within the country does not happen to its own.
func (r *reader) othersHere(s *statement) bool {
	e := r.endsOf(s)
	if _, _, ok := r.a.Find(s.from, s.to, r.lex.words.local); ok || len(r.own) > 0 && slices.Contains(e.origin, r.own[0]) {
		return false
	}
	return len(e.origin)+len(e.originRegions) > 0 || r.foreigners(s.from, s.to)
}

// impliedRoles makes a role claim of the first flow that shows the country as
// a source or destination where no statement calls it so.
func (r *reader) impliedRoles(first int) {
	if len(r.own) == 0 {
		return
	}
	said := map[string]bool{}
	for i := first; i < len(r.claims); i++ {
		if c := &r.claims[i]; c.Type == plumbline.Role {
			for _, role := range c.Participants.Roles {
				said[role] = true
			}
		}
	}
	for i := first; i < len(r.claims); i++ {
		c := r.claims[i]
		if c.Type != plumbline.Flow || c.Movement != plumbline.Trafficked || c.Reporting != "" {
			continue
		}
		for k, has := range rolesIn(&c.Participants, r.own[0]) {
			role := roleNames[k : k+1]
			if !has || said[role[0]] {
				continue
			}
			said[role[0]] = true
			r.claims = append(r.claims, plumbline.Claim{
				Type: plumbline.Role, Section: c.Section, FoundBy: c.FoundBy, Citation: c.Citation,
				Certainty: c.Certainty, Source: c.Source, Evidence: c.Evidence,
				Participants: plumbline.Participants{Subject: r.own, Roles: role},
			})
		}
	}
}

// rolesIn reports, by roleNames, which roles a movement gives to country own.
func rolesIn(p *plumbline.Participants, own string) (has [3]bool) {
	other := func(c string) bool { return c != own }
	has[0] = slices.Contains(p.Origin, own) && (slices.ContainsFunc(p.Destination, other) || len(p.DestinationRegions) > 0)
	has[1] = slices.Contains(p.Transit, own)
	has[2] = slices.Contains(p.Destination, own) && (slices.ContainsFunc(p.Origin, other) || len(p.OriginRegions) > 0)
	return has
}
