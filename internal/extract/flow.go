package extract

import (
	"plumbline"
	"plumbline/internal/mention"
)

// ends are the places of a statement by the part they play in a movement.
type ends struct {
	origin, destination, transit         []string
	originRegions, destinationRegions    []string
	own, abroad, within, buyerOrOffender bool
}

// flow makes a claim of the movement that the statement tells: from where
// people come, and where they are exploited.
func (r *reader) flow(s *statement, places []mention.Mention) {
	if s.flow == nil || r.sect.Name != plumbline.Profile {
		return
	}
	e := r.endsOf(s, places)
	own := string(r.narrative.Country)
	if len(e.origin) == 0 && len(e.destination) == 0 && len(e.originRegions) == 0 && len(e.destinationRegions) == 0 {
		return
	}
	switch {
	case len(e.origin) == 0 && len(e.originRegions) == 0 && own != "":
		e.origin = []string{own}
	case len(e.destination) == 0 && len(e.destinationRegions) == 0 && own != "" && !e.abroad:
		e.destination = []string{own}
	}
	c := r.profileClaim(s.flow, r.traitsOf(s.flow))
	c.Citation.Span = r.span(s.from, s.to)
	p := &c.Participants
	p.Origin, p.Destination, p.Transit = e.origin, e.destination, e.transit
	p.OriginRegions, p.DestinationRegions = e.originRegions, e.destinationRegions
	p.Forms, p.Sectors, p.Means, p.Victims = s.forms, s.sectors, s.means, r.victims(s)
	c.Frequency = s.frequency
	c.Movement = plumbline.Trafficked
	if s.movement != "" {
		c.Movement = s.movement
	}
	r.seal(&c)
}

// endsOf sorts the places of the statement into ends of the movement, by the
// preposition before them and what stands behind; a list shares the part of
// its first member.
func (r *reader) endsOf(s *statement, places []mention.Mention) (e ends) {
	part, end := notAnEnd, -1
	for _, m := range places {
		if m.First < s.from || m.Last > s.to {
			continue
		}
		if end < 0 || !r.listed(end, m.First) {
			part = r.part(s, m)
		}
		end = m.Last
		r.sort(&e, m, part)
	}
	return e
}

// part is what a place is to a movement.
type part uint8

const (
	notAnEnd part = iota
	originPart
	destinationPart
	transitPart
)

// part decides by the words around mention m.
func (r *reader) part(s *statement, m mention.Mention) part {
	k := m.First - 1
	for k > s.from && r.a.InLexicon(k, r.lex.beforeName) > 0 {
		k--
	}
	people := m.Kind == mention.People || m.Kind == mention.RegionPeople
	if k >= s.from {
		switch {
		case people && r.offender(m.Last):
			return notAnEnd
		case r.a.InLexicon(k, r.lex.from) > 0:
			if _, _, ok := r.a.Find(max(s.from, k-2), k, r.lex.tourist); ok {
				return notAnEnd
			}
			return originPart
		case r.a.InLexicon(k, r.lex.via) > 0:
			return transitPart
		case people:
		case r.a.InLexicon(k, r.lex.toward) > 0:
			return destinationPart
		}
	}
	if people && r.human(m.Last) {
		return originPart
	}
	return notAnEnd
}

// human reports whether people who can be victims are named at token i or
// shortly behind.
func (r *reader) human(i int) bool {
	if i >= r.a.Last {
		return true
	}
	for k := i; k < min(i+5, r.a.Last); k++ {
		if r.a.InLexicon(k, r.lex.person) > 0 {
			return true
		}
		if r.text.Tokens[k].Mark != 0 && r.text.Tokens[k].Mark != ',' || r.a.InLexicon(k, r.lex.preposition) > 0 {
			return k == i
		}
	}
	return false
}

// offender reports whether the people named before token i are those who
// exploit, buy or visit.
func (r *reader) offender(i int) bool {
	_, _, ok := r.a.Find(i, min(i+3, r.a.Last), r.lex.offender)
	return ok
}

// listed reports whether only list words stand between tokens i and j.
func (r *reader) listed(i, j int) bool {
	for k := i; k < j; k++ {
		if r.text.Tokens[k].Mark != ',' && r.a.InLexicon(k, r.lex.coordinator) == 0 && r.a.InLexicon(k, r.lex.beforeName) == 0 {
			return false
		}
	}
	return true
}

// sort adds mention m to the ends.
func (r *reader) sort(e *ends, m mention.Mention, p part) {
	name, list, regions := string(m.Country), (*[]string)(nil), (*[]string)(nil)
	switch p {
	case originPart:
		list, regions = &e.origin, &e.originRegions
	case destinationPart:
		list, regions = &e.destination, &e.destinationRegions
	case transitPart:
		list = &e.transit
	default:
		return
	}
	if m.Kind == mention.Region || m.Kind == mention.RegionPeople {
		list, name = regions, m.Region
	}
	if list != nil && name != "" {
		*list = add(*list, []string{name})
	}
}
