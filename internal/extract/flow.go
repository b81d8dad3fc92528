package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/mention"
	"plumbline/internal/text"
)

// ends are the places of a statement by the part they play in a movement.
type ends struct {
	origin, destination, transit, buyer []string
	originRegions, destinationRegions   []string
	weak                                []string // where those who exploit are
	maybe                               []string // origins that are only possible: "and possibly Burmese"
	offenders, within, returned         bool     // others are named as those who exploit; it happens within a country; people are brought back
	toward                              int      // first token of the first destination, or -1
}

// antecedent is what the statement before named, for one that goes on with
// "some of them" or "these women".
type antecedent struct {
	ends
	at text.Span
	ok bool
}

// flow makes a claim of the movement that the statement tells: from where
// people come, and where they are exploited.
func (r *reader) flow(s *statement) {
	if r.sect.Name != plumbline.Profile {
		return
	}
	e := r.endsOf(s)
	var referred text.Span
	if r.prior.ok && len(e.origin)+len(e.originRegions) == 0 && r.refers(s) {
		referred = r.prior.at
		e.inherit(&r.prior.ends)
	}
	end := s.to
	for end > s.from+1 && r.text.Tokens[end-1].Mark != 0 {
		end--
	}
	r.prior = antecedent{ends: e, at: r.span(s.from, end), ok: len(e.origin)+len(e.originRegions) > 0}
	if referred.End > 0 {
		r.prior.at = referred
	}
	if s.flow == nil {
		return
	}
	if s.flow.Rule.Setting("reporting") != "" { // what the author does not know names no ends
		c := r.profileClaim(s.flow, r.traitsOf(s.flow))
		r.close(&c, s)
		return
	}
	if r.untrue(s.flow) || !r.implied(s, &e) {
		return
	}
	c := r.profileClaim(s.flow, r.traitsOf(s.flow))
	if referred.End > 0 {
		r.witness(&c, plumbline.ReferenceCue, referred)
	}
	c.Citation.Span = r.cited(s)
	p := &c.Participants
	p.Origin, p.Destination, p.Transit, p.Buyer = e.origin, e.destination, e.transit, e.buyer
	p.OriginRegions, p.DestinationRegions = e.originRegions, e.destinationRegions
	r.describe(&c, s)
	c.Movement = plumbline.Movement(s.flow.Rule.Setting("movement"))
	if c.Movement == plumbline.LaborMigration {
		p.Forms = nil
	}
	r.close(&c, s)
	if len(e.maybe) > 0 {
		m := c
		m.Participants.Origin, m.Participants.OriginRegions, m.Certainty = e.maybe, nil, plumbline.Possible
		if r.watch != nil {
			r.watch.note(&m, r.profileLeads(&m, s))
		}
		r.claims = append(r.claims, m)
	}
}

// inherit takes over where the people come from, and where they are unless
// the statement says that itself.
func (e *ends) inherit(p *ends) {
	e.origin, e.originRegions = p.origin, p.originRegions
	if len(e.destination)+len(e.destinationRegions) == 0 {
		e.destination, e.destinationRegions, e.transit = p.destination, p.destinationRegions, p.transit
	}
}

// refers reports whether the statement is about people named before it: it
// begins with "some are", "many of these" or "these women".
func (r *reader) refers(s *statement) bool {
	k := s.from
	for k < s.to-2 && (r.text.Tokens[k].Mark != 0 || r.a.InLexicon(k, r.lex.words.leadWord) > 0) {
		k++
	}
	n := r.a.InLexicon(k, r.lex.words.anaphor)
	if n == 0 || k+n >= s.to || r.a.InLexicon(k, r.lex.words.others) > 0 {
		return false
	}
	switch k += n; {
	case r.verbAt(k) && (k+1 >= s.to || r.a.InLexicon(k+1, r.lex.person) == 0), n > 1, r.a.InLexicon(k, r.lex.of) > 0 && k+1 < s.to && r.a.InLexicon(k+1, r.lex.words.anaphor) > 0:
		return true
	case r.a.InLexicon(k-1, r.lex.words.these) > 0:
		return r.a.InLexicon(k, r.lex.person) > 0 || k+1 < s.to && r.a.InLexicon(k+1, r.lex.person) > 0
	}
	return false
}

// asserted is the priority from which on a flow rule's words alone say that
// people are exploited, and not only that they are taken somewhere.
const asserted = 60

// implied fills in the narrative's own country where the text implies it, and
// reports whether the statement tells of a movement between countries. What
// happens within the country becomes a role.
func (r *reader) implied(s *statement, e *ends) bool {
	own := string(r.narrative.Country)
	if len(e.origin) > 0 && len(e.destination) == 0 {
		e.destination = e.weak
	}
	from, to := len(e.origin)+len(e.originRegions) > 0, len(e.destination)+len(e.destinationRegions) > 0
	if slices.Contains(e.origin, own) && (slices.Contains(e.destination, own) || !to && !e.returned && len(e.transit) == 0 && !slices.Contains(s.roles, "source") && !r.abroad(s)) && s.inside == nil {
		r.roleClaim(s, s.flow, []string{"internal"})
	}
	if !from && e.within && slices.Equal(e.destination, []string{own}) && s.inside == nil && !e.offenders && !r.foreigners(s.from, s.to) {
		r.roleClaim(s, s.flow, []string{"internal"})
	}
	switch {
	case !from && !to:
		return false
	case !from:
		if own == "" || e.offenders || len(e.weak) > 0 || s.flow.Rule.Priority < asserted && len(s.forms) == 0 || r.foreigners(s.from, max(e.toward, s.from)) || !slices.Contains(s.roles, "source") && !r.triggeredBefore(s, e.toward) {
			return false
		}
		e.origin = []string{own}
	case !to:
		if own == "" || r.abroad(s) || slices.Contains(e.transit, own) || slices.Contains(s.roles, "transit") && !slices.Contains(s.roles, "destination") {
			return false
		}
		e.destination = []string{own}
	}
	return !(len(e.origin) == 1 && slices.Equal(e.origin, e.destination) && len(e.originRegions)+len(e.destinationRegions) == 0)
}

// abroad reports whether the statement speaks of other countries without
// naming them.
func (r *reader) abroad(s *statement) bool {
	_, _, ok := r.a.Find(s.from, s.to, r.lex.words.abroad)
	return ok
}

// foreigners reports whether tokens [from, to) call people foreign.
func (r *reader) foreigners(from, to int) bool {
	_, _, ok := r.a.Find(from, to, r.lex.words.foreign)
	return ok
}

// triggeredBefore reports whether exploitation is spoken of before token i: a
// place named earlier only leads in.
func (r *reader) triggeredBefore(s *statement, i int) bool {
	for k := range r.matches {
		if m := &r.matches[k]; m.Trigger >= s.from && m.Trigger < i && r.traitsOf(m).typ == plumbline.Flow {
			return true
		}
	}
	return false
}

// endsOf sorts the places of the statement into ends of the movement.
func (r *reader) endsOf(s *statement) ends {
	e := ends{toward: -1}
	for i := range r.spots {
		l := &r.spots[i]
		if l.first < s.from || l.last > s.to {
			continue
		}
		if l.part == destinationPart && e.toward < 0 {
			e.toward = l.first
		}
		e.offenders = e.offenders || l.part == offenderPart
		e.returned = e.returned || l.part == returnedPart
		e.within = e.within || l.part == destinationPart && l.first > s.from && r.a.InLexicon(l.first-1, r.lex.words.inside) > 0
		for _, m := range r.here[l.from:l.to] {
			if l.part == originPart && m.First > r.a.First && r.a.InLexicon(m.First-1, r.lex.words.perhaps) > 0 {
				e.maybe = add(e.maybe, []string{string(m.Country)})
				continue
			}
			e.sort(m, l.part)
		}
	}
	return e
}

// sort adds mention m to the ends.
func (e *ends) sort(m mention.Mention, p part) {
	name, list, regions := string(m.Country), (*[]string)(nil), (*[]string)(nil)
	switch p {
	case originPart:
		list, regions = &e.origin, &e.originRegions
	case destinationPart:
		list, regions = &e.destination, &e.destinationRegions
	case transitPart:
		list = &e.transit
	case whereabouts:
		list = &e.weak
	case buyerPart:
		list = &e.buyer
	default:
		return
	}
	switch m.Kind {
	case mention.Group:
		return
	case mention.Region, mention.RegionPeople:
		list, name = regions, m.Region
	}
	if list != nil && name != "" {
		*list = add(*list, []string{name})
	}
}

// origins returns where statements of one clause part: where another group of
// people is named behind a full movement, and a destination of its own behind
// it.
func (r *reader) origins(from, to int, visit func(from, to int)) {
	r.lists(from, to)
	begun, moved := false, false
	for i, l := range r.spots {
		switch l.part {
		case originPart:
			if begun && moved && r.laterDestination(i) {
				cut := r.listStart(l.first, from)
				visit(from, cut)
				from, moved = cut, false
			}
			begun = true
		case destinationPart:
			moved = moved || begun
		case whereabouts:
			if begun && moved {
				cut := r.listStart(l.first, from)
				visit(from, cut)
				from, moved, begun = cut, false, false
			}
		}
	}
	visit(from, to)
}

func (r *reader) laterDestination(i int) bool {
	return slices.ContainsFunc(r.spots[i+1:], func(l placeList) bool { return l.part == destinationPart })
}

// listStart goes back from token i to the comma or coordinator before it.
func (r *reader) listStart(i, from int) int {
	for k := i - 1; k > from && k > i-7; k-- {
		if r.text.Tokens[k].Mark == ',' || r.a.InLexicon(k, r.lex.coordinator) > 0 && r.a.InLexicon(k+1, r.lex.coordinator) == 0 {
			return k + 1
		}
	}
	return i
}
