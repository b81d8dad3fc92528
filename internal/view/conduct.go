package view

import (
	"slices"

	"plumbline"
)

// ConductPart is what a narrative says of conduct under one heading: a P, the
// assessment's summary, the profile, or elsewhere in the text.
type ConductPart struct {
	Section plumbline.SectionName // empty for elsewhere in the text
	Silent  bool                  // the text has the section, and nothing was read in it
	Trends  []*plumbline.Claim
	Groups  []ConductGroup
}

// ConductGroup is claims of one type, in the order of the text.
type ConductGroup struct {
	Type   plumbline.ClaimType
	Claims []*plumbline.Claim
}

// conductSections lists the parts in the order in which they are shown.
var conductSections = []plumbline.SectionName{
	plumbline.Prosecution, plumbline.Protection, plumbline.Prevention, plumbline.AssessmentPart, plumbline.Profile, "",
}

// Conduct groups what a narrative says of conduct by part and claim type. What
// somebody else than its government did stands apart, as others. Parts of which
// there is nothing to say are left out.
func Conduct(n *plumbline.Narrative, claims []plumbline.Claim) (parts []ConductPart, others []ConductGroup) {
	trends, deeds := map[plumbline.SectionName][]*plumbline.Claim{}, map[plumbline.SectionName][]*plumbline.Claim{}
	var foreign []*plumbline.Claim
	for i := range claims {
		c := &claims[i]
		switch at := conductSection(c); {
		case c.Type == plumbline.Trend:
			trends[at] = append(trends[at], c)
		case !c.Type.Conduct():
		case Foreign(n.Country, c):
			foreign = append(foreign, c)
		default:
			deeds[at] = append(deeds[at], c)
		}
	}
	for _, section := range conductSections {
		p := ConductPart{Section: section, Trends: trends[section], Groups: byType(deeds[section])}
		if len(p.Trends)+len(p.Groups) == 0 {
			p.Silent = section != "" && section != plumbline.Profile &&
				slices.ContainsFunc(n.Sections, func(s plumbline.Section) bool { return s.Name == section })
			if !p.Silent {
				continue
			}
		}
		parts = append(parts, p)
	}
	return parts, byType(foreign)
}

// conductSection returns the part that c is shown in. A trend belongs to the P
// that it is about.
func conductSection(c *plumbline.Claim) plumbline.SectionName {
	if c.Type == plumbline.Trend && len(c.Participants.Topics) > 0 {
		topic := plumbline.SectionName(c.Participants.Topics[0])
		if topic == plumbline.Prosecution || topic == plumbline.Protection || topic == plumbline.Prevention {
			return topic
		}
	}
	if slices.Contains(conductSections, c.Section) {
		return c.Section
	}
	return ""
}

// Foreign reports whether somebody else than the government of own acted. The
// office's own conclusions are about the government, whoever draws them.
func Foreign(own plumbline.CountryCode, c *plumbline.Claim) bool {
	switch c.Type {
	case plumbline.Compliance, plumbline.Efforts, plumbline.PlacementClaim:
		return false
	}
	actors := c.Participants.Actor
	return len(actors) > 0 && !slices.Contains(actors, string(own))
}

func byType(list []*plumbline.Claim) []ConductGroup {
	var groups []ConductGroup
	for _, t := range plumbline.ConductTypes {
		g := ConductGroup{Type: t}
		for _, c := range list {
			if c.Type == t {
				g.Claims = append(g.Claims, c)
			}
		}
		if len(g.Claims) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}
