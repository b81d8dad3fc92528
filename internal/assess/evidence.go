package assess

import (
	"fmt"
	"slices"

	"plumbline"
)

// scope is what decides whether a claim may be weighed.
type scope struct {
	country plumbline.CountryCode
	period  plumbline.Period
	hidden  []plumbline.SectionName
}

// conclusions are the claim types by which the publisher judges; a finding that
// leaned on them would only repeat the placement.
var conclusions = map[plumbline.ClaimType]bool{
	plumbline.Compliance: true, plumbline.Efforts: true, plumbline.PlacementClaim: true, plumbline.Trend: true,
}

// states are the claim types that hold until something changes them, so that
// their date says when they began, not when the government acted.
var states = map[plumbline.ClaimType]bool{plumbline.Law: true, plumbline.Treaty: true, plumbline.Plan: true}

// leaves says why a claim of conduct is not weighed; empty where it is.
func (s *scope) leaves(c *plumbline.Claim) string {
	switch {
	case slices.Contains(s.hidden, c.Section):
		return "it stands in a part that is hidden"
	case conclusions[c.Type]:
		return "it is the publisher's own conclusion"
	case c.Type == plumbline.Recommendation:
		return "it is a recommendation"
	case c.Valence == "":
		return "the author does not know"
	case !s.own(c):
		return "another actor did it"
	case c.Aspect == plumbline.Planned || c.Aspect == plumbline.Predicted:
		return "it is a promise or a forecast, not a deed"
	case len(c.QualifiedBy) > 0:
		return fmt.Sprintf("claim %s undercuts it", c.QualifiedBy[0])
	case c.Undercut():
		return "the words behind it undercut it"
	case s.period.End != "" && after(c.Time.Start, s.period.End):
		return fmt.Sprintf("it is dated %s, after the period that ends %s", c.Time.Start, s.period.End)
	case s.period.Start != "" && !states[c.Type] && c.Time.Start != "" && before(last(c.Time), s.period.Start):
		return fmt.Sprintf("it is dated %s, before the period that begins %s", last(c.Time), s.period.Start)
	}
	return ""
}

// retold says of each act whose telling in a section is not weighed why that is
// so: the summary that tells it too then stands for nothing either.
func (s *scope) retold(claims []*plumbline.Claim) map[string]string {
	var out map[string]string
	for _, c := range claims {
		if c.Act == "" || c.Section == plumbline.AssessmentPart || slices.Contains(s.hidden, c.Section) {
			continue
		}
		if why := s.leaves(c); why != "" {
			if out == nil {
				out = map[string]string{}
			}
			out[c.Act] = fmt.Sprintf("claim %s tells the same act: %s", c.ID, why)
		}
	}
	return out
}

// own reports whether the government of the country is an actor of the claim.
func (s *scope) own(c *plumbline.Claim) bool {
	return slices.Contains(c.Participants.Actor, string(s.country))
}

func last(i plumbline.Interval) string {
	if i.End != "" {
		return i.End
	}
	return i.Start
}

// after reports whether a time, as short as known, lies wholly after day: 2007
// is after 2006-12-31 and not after 2007-03-31.
func after(t, day string) bool {
	n := min(len(t), len(day))
	return t != "" && t[:n] > day[:n]
}

// before reports whether a time lies wholly before day.
func before(t, day string) bool {
	n := min(len(t), len(day))
	return t != "" && t[:n] < day[:n]
}

// level ranks certainties: a claim that the government withheld something is
// as sure as any.
func level(c *plumbline.Claim) int {
	switch {
	case c.Certainty == plumbline.Certain, c.Reporting == plumbline.NotReported:
		return 3
	case c.Certainty == plumbline.Probable:
		return 2
	}
	return 1
}

// levels are the certainties from the surest down.
var levels = [...]struct {
	least     int
	certainty plumbline.Certainty
}{{3, plumbline.Certain}, {2, plumbline.Probable}, {1, plumbline.Possible}}
