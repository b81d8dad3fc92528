package wording

import (
	"plumbline"
)

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
