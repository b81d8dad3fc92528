package lint

import (
	"fmt"
	"slices"

	"plumbline"
	"plumbline/internal/token"
)

// background are the claim types whose date is that of something that lasts,
// not of an act of the year.
var background = []plumbline.ClaimType{plumbline.Law, plumbline.Plan, plumbline.Treaty, plumbline.PlacementClaim, plumbline.Compliance, plumbline.Trend, plumbline.Data}

// dates finds acts that a leading date puts outside the time covered.
func (c *check) dates() {
	if c.period.Start == "" || c.period.End == "" {
		return
	}
	for i := range c.Claims {
		f := &c.Claims[i]
		if actors := f.Participants.Actor; len(actors) > 0 && !slices.Contains(actors, string(c.Narrative.Country)) {
			continue
		}
		if !f.Type.Conduct() || f.Aspect != plumbline.Done || f.Valence == "" {
			continue
		}
		for _, e := range f.Evidence {
			if e.What == plumbline.TimeCue {
				c.date(f, e)
				break
			}
		}
	}
}

// date holds the date of a claim against the time covered.
func (c *check) date(f *plumbline.Claim, e plumbline.Evidence) {
	st := c.at(e.Span.Start)
	if st == nil {
		return
	}
	k := c.tokenAt(st, e.Span.Start)
	var q *token.Quantity
	for i := range st.quantities {
		if st.quantities[i].First == k {
			q = &st.quantities[i]
		}
	}
	if q == nil || q.Kind != token.Date && q.Kind != token.Year || q.Start != q.End || len(q.Start) < 4 || q.Start[0] == '-' || q.Approx {
		return
	}
	if k--; c.is(st, k, "early|mid|late|-") {
		return
	}
	if !c.is(st, k, "in|on") {
		return
	}
	lead := k == st.First && c.mark(st, q.Last, ',')
	after := q.Start > c.period.End[:min(len(q.Start), len(c.period.End))] && len(q.Start) > 4
	before := q.Start < c.period.Start[:min(len(q.Start), len(c.period.Start))]
	switch {
	case after && (lead || c.is(st, k-1, "prison|court|law|victims|traffickers|cases")):
		c.remark(plumbline.OutsidePeriod, plumbline.Certain,
			fmt.Sprintf("dated %s, after the time that this report covers ended on %s", q.Start, c.period.End),
			"see whether the act counts for the next report", c.place(e.Span), c.said(f))
	case before && lead && !slices.Contains(background, f.Type) && (len(q.Start) > 4 || f.Section == plumbline.AssessmentPart) && !c.comparing(st):
		c.remark(plumbline.OutsidePeriod, plumbline.Certain,
			fmt.Sprintf("dated %s, before the time that this report covers began on %s", q.Start, c.period.Start),
			"see whether it is told as background or as an act of the year", c.place(e.Span), c.said(f))
	}
}

// comparing reports whether a sentence compares with another time, or says
// that its figures are the newest there are.
func (c *check) comparing(st *sentence) bool {
	return c.has(st, st.First, st.Last, "compared|since|available|recent|latest|previously|first")
}
