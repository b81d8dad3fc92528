package standard

import (
	"slices"

	"plumbline"
)

// Part is a part of the law, as its pages are divided.
type Part struct {
	Name  string // for addresses
	Title string
	Note  string // what the criteria of the part are for
	roles []plumbline.CriterionRole
}

// Parts lists the parts of the law in the order in which they are shown.
var Parts = [...]Part{
	{"standards", "Minimum standards", "What a government is held to. Each is met, partly met, not met, or not known.", []plumbline.CriterionRole{plumbline.MinimumStandard}},
	{"indicia", "Indicia of serious and sustained efforts", "Factors to consider for 108(a)(4). The law gives them no weights.", []plumbline.CriterionRole{plumbline.Indicium}},
	{"factors", "Factors of significant efforts", "What the law considers where a government does not fully comply.", []plumbline.CriterionRole{plumbline.EffortsFactor}},
	{"proof", "Proof of failure", "A policy or pattern of any of these is considered proof that no significant efforts are made.", []plumbline.CriterionRole{plumbline.ProofOfFailure}},
	{"lists", "Lists", "Full compliance is the first list (Tier 1); significant efforts, the second (Tier 2); neither, the third (Tier 3).", []plumbline.CriterionRole{plumbline.FullCompliance, plumbline.MakesEfforts}},
	{"watch-list", "Special Watch List", "Reasons that put a country of the second list under watch (Tier 2 Watch List).", []plumbline.CriterionRole{plumbline.WatchListLimb}},
}

// Has reports whether criteria of a role stand in the part.
func (p *Part) Has(role plumbline.CriterionRole) bool { return slices.Contains(p.roles, role) }

// Lead is how the formula of a criterion of a role is led in.
func Lead(role plumbline.CriterionRole) string {
	switch role {
	case plumbline.MinimumStandard:
		return "met where:"
	case plumbline.ProofOfFailure, plumbline.WatchListLimb:
		return "shown where:"
	}
	return "indicated where:"
}

// Marks says what the marks behind sources mean.
const Marks = "[V] read in the source named, [P] verified in part, [M] from memory"

// On returns the version that was in force on a day, in ISO 8601; nil for a day
// before the first.
func (b *Book) On(day string) (in *Standard) {
	for _, s := range b.Standards {
		if string(s.Name) <= day {
			in = s
		}
	}
	return in
}
