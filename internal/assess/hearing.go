package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// hearing is one assessment under way: the claims that may be weighed, by the
// elements that they bear on.
type hearing struct {
	*Assessor
	in      *Input
	then    plumbline.StandardName // the law of the report; empty for a text older than all
	tallies map[plumbline.ElementName]*tally
	left    []plumbline.LeftOut
	silent  []*plumbline.Claim // that withhold data, in the order of the text
	unable  *plumbline.Claim   // that tells of a lack of capacity to gather data
}

// hear weighs the claims.
func (a *Assessor) hear(in *Input) *hearing {
	n := in.Narrative
	h := &hearing{Assessor: a, in: in, then: a.then(n.Year), tallies: map[plumbline.ElementName]*tally{}}
	s := &scope{country: n.Country, period: a.period(in.Standard, n.Year), hidden: in.Hidden}
	asked := map[plumbline.ElementName]bool{}
	for i := range in.Standard.Criteria {
		for j := range in.Standard.Criteria[i].Elements {
			asked[in.Standard.Criteria[i].Elements[j].Name] = true
		}
	}
	claims := inOrder(in.Claims)
	retold := s.retold(claims)
	for _, c := range claims {
		elements := a.book.Answering(c.Type)
		if len(elements) == 0 && !conclusions[c.Type] && c.Type != plumbline.Data {
			continue
		}
		why := s.leaves(c)
		if why == "" && c.Act != "" && c.Section == plumbline.AssessmentPart {
			why = retold[c.Act]
		}
		if why != "" {
			h.left = append(h.left, plumbline.LeftOut{Claim: c.ID, Why: why})
			continue
		}
		h.note(c)
		for _, e := range elements {
			if asked[e.Name] {
				h.tally(e, c)
			}
		}
	}
	return h
}

func (h *hearing) tally(e *standard.Evidence, c *plumbline.Claim) {
	side := e.Side(c)
	if side == standard.Neither {
		return
	}
	t := h.tallies[e.Name]
	if t == nil {
		t = &tally{}
		h.tallies[e.Name] = t
	}
	t.add(side, c)
}

// inOrder lists the claims as the text has them.
func inOrder(claims []plumbline.Claim) []*plumbline.Claim {
	out := make([]*plumbline.Claim, len(claims))
	for i := range claims {
		out[i] = &claims[i]
	}
	slices.SortStableFunc(out, func(a, b *plumbline.Claim) int {
		x, y := a.Citation.Span, b.Citation.Span
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), strings.Compare(string(a.ID), string(b.ID)))
	})
	return out
}

// then is the version of the law that the report of a year was made under.
func (a *Assessor) then(year int) plumbline.StandardName {
	if law, err := a.book.ForReport(min(year, a.book.Last())); err == nil {
		return law.Name
	}
	return ""
}

// period gives the time that the report of the year covers, by the law that it
// was made under or else by the one that it is held against; where neither says,
// the end of the year is the end.
func (a *Assessor) period(s *standard.Standard, year int) plumbline.Period {
	if law, err := a.book.ForReport(year); err == nil {
		if p, ok := law.Period(year); ok {
			return p
		}
	}
	if p, ok := s.Period(year); ok {
		return p
	}
	return plumbline.Period{Year: year, End: fmt.Sprintf("%04d-12-31", year)}
}
