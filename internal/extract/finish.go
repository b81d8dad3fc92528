package extract

import (
	"slices"
	"strings"

	"plumbline"
)

// finish puts the claims of the narrative in order and gives them their
// quotes, pages and ids.
func (r *reader) finish() []plumbline.Claim {
	for i := range r.claims {
		c := &r.claims[i].Claim
		trendTopic(c)
		c.Narrative, c.File, c.Country, c.Year = r.narrative.ID, r.narrative.File, r.narrative.Country, r.narrative.Year
		s := c.Citation.Span
		c.Citation.Quote = s.In(r.doc.Text)
		if len(r.doc.Pages) > 0 {
			c.Citation.Page, c.Citation.LastPage = r.doc.PageAt(s.Start), r.doc.PageAt(s.End-1)
		}
		slices.SortStableFunc(c.Evidence, func(a, b plumbline.Evidence) int {
			if a.Span.Start != b.Span.Start {
				return a.Span.Start - b.Span.Start
			}
			return strings.Compare(string(a.What), string(b.What))
		})
	}
	slices.SortStableFunc(r.claims, func(a, b draft) int { return compare(&a.Claim, &b.Claim) })
	out := make([]plumbline.Claim, 0, len(r.claims))
	ids := make(map[plumbline.ClaimID]int, len(r.claims))
	for i := range r.claims {
		c := r.claims[i].Claim
		id := plumbline.NewClaimID(r.doc.ID, &c, 0)
		n := ids[id]
		ids[id]++
		if n > 0 {
			id = plumbline.NewClaimID(r.doc.ID, &c, n)
		}
		c.ID = id
		out = append(out, c)
	}
	return out
}

// compare is the total order of claims: place, type, rule.
func compare(a, b *plumbline.Claim) int {
	x, y := a.Citation.Span, b.Citation.Span
	if x.Start != y.Start {
		return x.Start - y.Start
	}
	if x.End != y.End {
		return x.End - y.End
	}
	if c := strings.Compare(string(a.Type), string(b.Type)); c != 0 {
		return c
	}
	return strings.Compare(string(a.FoundBy), string(b.FoundBy))
}
