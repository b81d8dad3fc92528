package assess

import (
	"plumbline"
	"plumbline/internal/standard"
)

// tally holds the claims that bear on one element, each act once, in the order
// of the text.
type tally struct {
	weighed []weighed
}

// weighed is a claim on its side.
type weighed struct {
	side standard.Side
	*plumbline.Claim
}

// add takes a claim in. Of claims that tell one act the one of a section stands,
// rather than the summary that tells it too; of equals the first.
func (t *tally) add(side standard.Side, c *plumbline.Claim) {
	if c.Act != "" {
		for i := range t.weighed {
			if d := &t.weighed[i]; d.Act == c.Act {
				if d.Section == plumbline.AssessmentPart && c.Section != plumbline.AssessmentPart {
					*d = weighed{side, c}
				}
				return
			}
		}
	}
	t.weighed = append(t.weighed, weighed{side, c})
}

// verdict answers the element from the claims that are at least so certain.
func (t *tally) verdict(least int) plumbline.Verdict {
	var has [4]bool
	for _, w := range t.weighed {
		has[w.side] = has[w.side] || level(w.Claim) >= least
	}
	switch {
	case has[standard.For] && !has[standard.Against]:
		return plumbline.VerdictYes
	case has[standard.For], has[standard.Partly]:
		return plumbline.VerdictPartly
	case has[standard.Against]:
		return plumbline.VerdictNo
	}
	return plumbline.VerdictUnknown
}

// ids lists the claims of one side.
func (t *tally) ids(side standard.Side) []plumbline.ClaimID {
	var out []plumbline.ClaimID
	for _, w := range t.weighed {
		if w.side == side {
			out = append(out, w.ID)
		}
	}
	return out
}
