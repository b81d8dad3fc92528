package assess

import (
	"slices"

	"plumbline"
	"plumbline/internal/standard"
)

// tally holds the claims that bear on one element, each act once.
type tally struct {
	sides [4][]*plumbline.Claim // by standard.Side
}

// add takes a claim in. A claim of a section stands for its act rather than the
// summary that tells it too.
func (t *tally) add(side standard.Side, c *plumbline.Claim) {
	claims := t.sides[side]
	if c.Act != "" {
		for i, d := range claims {
			if d.Act == c.Act {
				if d.Section == plumbline.AssessmentPart {
					claims[i] = c
				}
				return
			}
		}
	}
	t.sides[side] = append(claims, c)
}

// verdict answers the element from the claims that are at least so certain.
func (t *tally) verdict(least int) plumbline.Verdict {
	var has [4]bool
	for side, claims := range t.sides {
		has[side] = slices.ContainsFunc(claims, func(c *plumbline.Claim) bool { return level(c) >= least })
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

// tallies weighs the claims of a narrative for every element of the book.
func (a *Assessor) tallies(s *scope, claims []plumbline.Claim) (map[plumbline.ElementName]*tally, []plumbline.LeftOut) {
	all := map[plumbline.ElementName]*tally{}
	var out []plumbline.LeftOut
	for i := range claims {
		c := &claims[i]
		asked := a.book.Answering(c.Type)
		if len(asked) == 0 {
			if conclusions[c.Type] {
				out = append(out, plumbline.LeftOut{Claim: c.ID, Why: s.leaves(c)})
			}
			continue
		}
		if why := s.leaves(c); why != "" {
			out = append(out, plumbline.LeftOut{Claim: c.ID, Why: why})
			continue
		}
		for _, e := range asked {
			side := e.Side(c)
			if side == standard.Neither {
				continue
			}
			t := all[e.Name]
			if t == nil {
				t = &tally{}
				all[e.Name] = t
			}
			t.add(side, c)
		}
	}
	return all, out
}

func ids(claims []*plumbline.Claim) []plumbline.ClaimID {
	var out []plumbline.ClaimID
	for _, c := range claims {
		if !slices.Contains(out, c.ID) {
			out = append(out, c.ID)
		}
	}
	return out
}
