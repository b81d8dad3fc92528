package extract

import (
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// finish appends the claims of the narrative to dst, in order and with their
// quotes, pages and ids.
func (r *reader) finish(dst []plumbline.Claim) []plumbline.Claim {
	r.order = r.order[:0]
	for i := range r.claims {
		r.complete(&r.claims[i])
		r.order = append(r.order, i)
	}
	slices.SortStableFunc(r.order, func(a, b int) int { return compare(&r.claims[a], &r.claims[b]) })
	base := len(dst)
	dst = slices.Grow(dst, len(r.claims))
	var alike []plumbline.ClaimID // of the claims before, of the same place and type: of others the ids differ
	r.place = append(r.place[:0], r.order...)
	for k, i := range r.order {
		r.place[i] = base + k
		dst = append(dst, r.claims[i])
		c := &dst[len(dst)-1]
		c.ID = plumbline.NewClaimID(r.doc.ID, c, 0)
		if k == 0 || c.Type != dst[len(dst)-2].Type || c.Citation.Span != dst[len(dst)-2].Citation.Span {
			alike = alike[:0]
		}
		alike = append(alike, c.ID)
		if n := count(alike, c.ID) - 1; n > 0 {
			c.ID = plumbline.NewClaimID(r.doc.ID, c, n)
		}
	}
	r.qualify(dst, r.place)
	r.acts(dst[base:])
	return dst
}

func count(ids []plumbline.ClaimID, id plumbline.ClaimID) (n int) {
	for _, other := range ids {
		if other == id {
			n++
		}
	}
	return n
}

// complete fills in what does not depend on the other claims.
func (r *reader) complete(c *plumbline.Claim) {
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

// witness adds evidence to a claim that is being made; nothing else may be
// added to another claim meanwhile.
func (r *reader) witness(c *plumbline.Claim, what plumbline.EvidenceKind, span text.Span) {
	if len(c.Evidence) == 0 {
		if cap(r.evidence)-len(r.evidence) < 16 {
			r.evidence = make([]plumbline.Evidence, 0, 512)
		}
		c.Evidence = r.evidence[len(r.evidence):len(r.evidence)]
	}
	if len(c.Evidence) == cap(c.Evidence) || len(c.Evidence) >= 15 {
		return // a sentence of endless cues
	}
	c.Evidence = append(c.Evidence, plumbline.Evidence{What: what, Span: span})
}

// seal closes the claim's list of evidence, so that the next claim may begin
// its own, and adds the claim to those of the narrative.
func (r *reader) seal(c *plumbline.Claim) {
	if n, at := len(c.Evidence), len(r.evidence); n > 0 {
		r.evidence = r.evidence[:at+n]
		c.Evidence = r.evidence[at : at+n : at+n]
	}
	r.claims = append(r.claims, *c)
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
