package wording

import (
	"fmt"

	"plumbline"
)

// FindingParts are the groups under which findings are shown. A group without a
// name goes on with the one before it.
var FindingParts = []struct {
	Role plumbline.CriterionRole
	Name string
}{
	{plumbline.MinimumStandard, "Minimum standards, 22 USC 7106(a)"},
	{plumbline.Indicium, "Indicia of serious and sustained efforts, 22 USC 7106(b)"},
	{plumbline.EffortsFactor, "Factors of significant efforts, 22 USC 7107(b)(3)"},
	{plumbline.ProofOfFailure, "Proof of failure: a policy or pattern, 22 USC 7107(b)(3)(B)"},
	{plumbline.FullCompliance, "Lists, 22 USC 7107(b)(1)"},
	{plumbline.MakesEfforts, ""},
	{plumbline.WatchListLimb, "Grounds for the Special Watch List, 22 USC 7107(b)(2)"},
}

// WouldIndicate leads to what would change an indicated tier; any one of the
// sets of changes that follow is enough.
func WouldIndicate(reading string, tier plumbline.Tier, kind plumbline.CounterfactualKind, open bool) string {
	beyond, how := "", "the government's conduct changed so that (any one line is enough):"
	if open {
		beyond = ", or a tier beyond it that what is unknown leaves open,"
	}
	if kind == plumbline.IfMoreWereKnown {
		how = "it were known that (any one line is enough):"
	}
	return fmt.Sprintf("Under these rules the %s reading would indicate %s%s if %s", reading, tier.Name(), beyond, how)
}

// Indicates says what a reading indicates before and after the two-year rule.
func Indicates(in *plumbline.Indicated) string {
	said := "cannot tell"
	if in.Tier != "" {
		said = "indicates " + in.Tier.Name()
	}
	switch {
	case in.Automatic:
		said += "; after the two-year rule Tier 3, an automatic downgrade"
	case in.Tier != "" && in.After == "":
		said += "; after the two-year rule not known"
	}
	return said
}

// Beside says how what a reading indicates stands to the tier that the publisher
// printed.
func Beside(in *plumbline.Indicated, printed plumbline.Tier) string {
	switch {
	case printed == "":
		return "no tier is printed to hold it against"
	case printed == plumbline.SpecialCase:
		return "a Special Case is on no list; there is nothing to hold it against"
	case in.Tier == "":
		return "this reading cannot tell, so it neither agrees nor differs"
	}
	last := in.After
	if last == "" {
		last = in.Tier
	}
	switch by := last.Rank() - printed.Rank(); {
	case by == 0 && last != in.Tier:
		return "agrees with the tier printed, by the two-year rule alone"
	case by == 0:
		return "agrees with the tier printed"
	case in.Tier == printed:
		return "agrees with the tier printed before the two-year rule, differs after it"
	default:
		return fmt.Sprintf("differs: %s was printed, %s", printed.Name(), steps(by))
	}
}

// steps says how far apart two tiers are.
func steps(by int) string {
	way := "lists better than is printed"
	if by < 0 {
		by, way = -by, "lists worse than is printed"
	}
	if by == 1 {
		return "the reading indicates one list " + way[len("lists "):]
	}
	return fmt.Sprintf("the reading indicates %d %s", by, way)
}

// Verdict says a verdict in the words of its kind of criterion.
func Verdict(r plumbline.CriterionRole, v plumbline.Verdict) (string, Tone) {
	yes, no, good, bad := "indicated", "not indicated", Good, Bad
	switch r {
	case plumbline.MinimumStandard, plumbline.FullCompliance, plumbline.MakesEfforts:
		yes, no = "met", "not met"
	case plumbline.ProofOfFailure, plumbline.WatchListLimb:
		yes, no, good, bad = "shown", "not shown", Bad, Good
	case plumbline.EffortsFactor:
		yes, no = "speaks for", "speaks against"
	}
	switch v {
	case plumbline.VerdictYes:
		return yes, good
	case plumbline.VerdictNo:
		return no, bad
	case plumbline.VerdictPartly:
		return "partly", Doubtful
	}
	return "unknown", Faint
}
