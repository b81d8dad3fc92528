package view

import (
	"slices"
	"strings"

	"plumbline"
)

// Counterfactuals of one reading, kind and tier. Any one of the Sets is enough.
type Counterfactuals struct {
	Reading string
	Tier    plumbline.Tier
	Kind    plumbline.CounterfactualKind
	Open    bool
	Sets    [][]plumbline.Change
}

// GroupCounterfactuals groups what would change an indicated tier, in the order
// in which it is found. What if more were known and what if the government did
// otherwise are never in one group.
func GroupCounterfactuals(list []plumbline.Counterfactual) []Counterfactuals {
	var groups []Counterfactuals
	for i := range list {
		c := &list[i]
		if n := len(groups); n == 0 || groups[n-1].Reading != c.Reading || groups[n-1].Kind != c.Kind || groups[n-1].Tier != c.Tier || groups[n-1].Open != c.Open {
			groups = append(groups, Counterfactuals{Reading: c.Reading, Tier: c.Tier, Kind: c.Kind, Open: c.Open})
		}
		last := &groups[len(groups)-1]
		last.Sets = append(last.Sets, c.Changes)
	}
	return groups
}

// LeftOut is claims that were not weighed for one reason.
type LeftOut struct {
	Why    string
	Claims []*plumbline.Claim
}

// GroupLeftOut groups the claims that were not weighed by the reason, in the
// order in which reasons first come. Those that some other claim undercuts are
// one group, whichever that is.
func GroupLeftOut(list []plumbline.LeftOut, byID map[plumbline.ClaimID]*plumbline.Claim) []LeftOut {
	var groups []LeftOut
	for _, l := range list {
		c := byID[l.Claim]
		if c == nil {
			continue
		}
		why := l.Why
		if len(c.QualifiedBy) > 0 && strings.Contains(why, string(c.QualifiedBy[0])) {
			why = "a claim beside it undercuts it"
		}
		i := slices.IndexFunc(groups, func(g LeftOut) bool { return g.Why == why })
		if i < 0 {
			i, groups = len(groups), append(groups, LeftOut{Why: why})
		}
		groups[i].Claims = append(groups[i].Claims, c)
	}
	return groups
}

// ByID finds claims by their ids.
func ByID(lists ...[]plumbline.Claim) map[plumbline.ClaimID]*plumbline.Claim {
	found := map[plumbline.ClaimID]*plumbline.Claim{}
	for _, list := range lists {
		for i := range list {
			found[list[i].ID] = &list[i]
		}
	}
	return found
}

// ActionKinds are the kinds of concrete action in the order of the statute, then
// what its list does not have.
var ActionKinds = []plumbline.ActionKind{
	plumbline.EnforcementAction, plumbline.InvestigationsRun, plumbline.ProsecutionsHeld, plumbline.ConvictionsWon,
	plumbline.TrainingGiven, plumbline.Partnerships, plumbline.PreventionEfforts, plumbline.VictimServices, plumbline.MoneyCommitted, "",
}
