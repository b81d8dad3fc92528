package view

import (
	"cmp"
	"fmt"
	"slices"

	"plumbline"
)

// Ignorance reports whether the author says that he does not know. It says
// neither that the thing happens nor that it does not.
func Ignorance(c *plumbline.Claim) bool {
	return c.Reporting == plumbline.NoEvidence || c.Reporting == plumbline.NoInformation
}

// OfType returns the claims of a type, in the order of the text, without those
// in which the author says that he does not know.
func OfType(claims []plumbline.Claim, t plumbline.ClaimType) []*plumbline.Claim {
	return choose(claims, func(c *plumbline.Claim) bool { return c.Type == t && !Ignorance(c) })
}

// Unknowns returns the claims of the profile in which the author says that he
// does not know.
func Unknowns(claims []plumbline.Claim) []*plumbline.Claim {
	return choose(claims, func(c *plumbline.Claim) bool { return Ignorance(c) && slices.Contains(plumbline.ProfileTypes, c.Type) })
}

func choose(claims []plumbline.Claim, keep func(*plumbline.Claim) bool) []*plumbline.Claim {
	var list []*plumbline.Claim
	for i := range claims {
		if keep(&claims[i]) {
			list = append(list, &claims[i])
		}
	}
	return list
}

// AssertsForms reports whether a claim says that the forms that it names occur.
// Laws and deeds that name a form do not.
func AssertsForms(c *plumbline.Claim) bool {
	if Ignorance(c) || c.Movement != "" && c.Movement != plumbline.Trafficked {
		return false
	}
	return slices.Contains(plumbline.ProfileTypes, c.Type) || c.Type == plumbline.StatePolicy && c.Valence == plumbline.Bad
}

// frequencies are in the order in which schemes are shown.
var frequencies = []plumbline.Frequency{plumbline.MostCommon, plumbline.Common, plumbline.LessCommon, plumbline.Rare, ""}

// Schemes returns the claims of a type of the profile, the most common first.
// Of claims that show the same there is the first.
func Schemes(claims []plumbline.Claim, t plumbline.ClaimType) []*plumbline.Claim {
	list := OfType(claims, t)
	slices.SortStableFunc(list, func(a, b *plumbline.Claim) int {
		return cmp.Compare(slices.Index(frequencies, a.Frequency), slices.Index(frequencies, b.Frequency))
	})
	return distinct(list, func(c *plumbline.Claim) string {
		x, what := &c.Participants, c.Participants.Forms
		if t == plumbline.Vulnerability {
			what = x.Factors
		}
		return fmt.Sprint(c.Citation.Span, x.Victims, what, x.Sectors, x.Means, x.Perpetrators, c.Certainty, c.Source, c.Time)
	})
}

// Roles returns the claims of the type role: in plain those that state a role
// flatly and without more, in others the rest, those that show the same once.
func Roles(own plumbline.CountryCode, claims []plumbline.Claim) (plain, others []*plumbline.Claim) {
	for _, c := range OfType(claims, plumbline.Role) {
		x := &c.Participants
		ofOthers := len(x.Subject) > 0 && !slices.Contains(x.Subject, string(own))
		if len(x.Victims)+len(x.Forms) > 0 || c.Certainty != plumbline.Certain || ofOthers {
			others = append(others, c)
		} else {
			plain = append(plain, c)
		}
	}
	return plain, distinct(others, func(c *plumbline.Claim) string {
		x := &c.Participants
		return fmt.Sprint(c.Citation.Span, x.Roles, x.Subject, x.Victims, x.Forms, c.Certainty, c.Source)
	})
}

// distinct leaves out what shows the same as something before it.
func distinct(list []*plumbline.Claim, shows func(*plumbline.Claim) string) []*plumbline.Claim {
	told := map[string]bool{}
	return slices.DeleteFunc(list, func(c *plumbline.Claim) bool {
		key := shows(c)
		again := told[key]
		told[key] = true
		return again
	})
}

// Movements are the groups in which flows are shown. They are never merged: a
// false edge between two countries harms people.
var Movements = []plumbline.Movement{plumbline.Trafficked, plumbline.LaborMigration, plumbline.Return, plumbline.Smuggling, ""}

// FlowsOf returns the flows of a movement, in the order of the text.
func FlowsOf(claims []plumbline.Claim, m plumbline.Movement) []*plumbline.Claim {
	return choose(claims, func(c *plumbline.Claim) bool {
		return c.Type == plumbline.Flow && c.Movement == m && !Ignorance(c)
	})
}
