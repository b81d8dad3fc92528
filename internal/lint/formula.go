package lint

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// formulas finds what is wrong with the sentences that state tier and
// standing.
func (c *check) formulas() {
	for _, d := range c.Doubts {
		if d.Narrative == c.Narrative.ID && (!d.Span.Empty() || c.Narrative.Placement.Tier == "") && !strings.Contains(d.Message, "report year") {
			c.remark(plumbline.FormulaSlip, plumbline.Certain, d.Message, d.Hint, c.place(d.Span))
		}
	}
	at, ok := c.assessment()
	p := &c.Narrative.Placement
	if !ok || p.Tier == "" || p.Tier == plumbline.SpecialCase {
		return
	}
	switch {
	case p.FullyMeets == plumbline.NotSaid:
		c.remark(plumbline.FormulaSlip, plumbline.Probable, p.Tier.Name()+", but no sentence says whether the government fully meets the minimum standards",
			"compare the first sentence of the summary with the formula", c.place(at))
	case p.FullyMeets == plumbline.No && p.SignificantEfforts == plumbline.NotSaid && p.Tier != plumbline.Tier1:
		c.remark(plumbline.FormulaSlip, plumbline.Probable, p.Tier.Name()+", but no sentence says whether the government makes significant efforts",
			"compare the first sentence of the summary with the formula", c.place(at))
	case p.HeadingTier != "" && p.OutcomeTier == "" && c.Narrative.Year > 2016:
		c.remark(plumbline.FormulaSlip, plumbline.Probable, "the heading says "+p.HeadingTier.Name()+", but no sentence of the summary says the tier",
			"reports since 2017 say it there", c.place(at))
	}
	c.tierNames()
}

// assessment returns the first sentence of the summary; a narrative without
// recommendations or sections on the three Ps is too short to have the
// formulas.
func (c *check) assessment() (text.Span, bool) {
	sections := map[plumbline.SectionName]bool{}
	for _, s := range c.Narrative.Sections {
		sections[s.Name] = true
	}
	if !sections[plumbline.AssessmentPart] || !sections[plumbline.Prosecution] {
		return text.Span{}, false
	}
	for i := range c.sentences {
		if c.sentences[i].section == plumbline.AssessmentPart {
			return c.whole(&c.sentences[i]), true
		}
	}
	return text.Span{}, false
}

// tierNames finds names of tiers that no list has: Tier 4, Tier II, Tier 2
// Watchlist.
func (c *check) tierNames() {
	for i := range c.sentences {
		st := &c.sentences[i]
		if st.section != plumbline.AssessmentPart {
			continue
		}
		for k := st.First; k+1 < st.Last; k++ {
			if c.low[k] != "tier" || !c.Tokens[k].Is(token.Capital) {
				continue
			}
			next, w := c.low[k+1], ""
			switch {
			case c.Tokens[k+1].Kind == token.Number && !oneOf(next, "1|2|3"):
				w = "there are Tier 1, Tier 2, Tier 2 Watch List and Tier 3"
			case oneOf(next, "i|ii|iii|iv|one|two|three|four"):
				w = "tiers are numbered 1, 2 and 3"
			case c.is(st, k+2, "watchlist|watch-list"):
				w = "the name is Tier 2 Watch List"
			case c.is(st, k+2, "watch list") && next != "2":
				w = "only Tier 2 has a Watch List"
			case c.is(st, k+2, "watch") && !c.is(st, k+3, "list"):
				w = "the name is Tier 2 Watch List"
			default:
				continue
			}
			at := c.Span(k, min(k+3, st.Last))
			if oneOf(next, "i|ii|iii|iv|one|two|three|four") || c.Tokens[k+1].Kind == token.Number && !oneOf(next, "1|2|3") {
				at = c.Span(k, k+2)
			}
			c.remark(plumbline.FormulaSlip, plumbline.Certain, fmt.Sprintf("no tier is called %q", at.In(c.Source)), w, c.place(at))
		}
	}
}

// moves holds the move and the years in a row against the narrative of the
// year before.
func (c *check) moves(old *check) {
	p, was := &c.Narrative.Placement, &old.Narrative.Placement
	if p.Tier == "" || was.Tier == "" || c.Narrative.Year != old.Narrative.Year+1 {
		return
	}
	places := []plumbline.Place{c.placed(), old.placed()}
	const look = "compare the printed pages, and the reports' lists of tiers"
	says := ""
	switch {
	case p.Move == plumbline.Remained && p.Tier != was.Tier:
		says = "remained on " + p.Tier.Name()
	case p.Move == plumbline.Upgraded && rank(p.Tier) >= rank(was.Tier) && rank(was.Tier) > 0:
		says = "upgraded to " + p.Tier.Name()
	case p.Move == plumbline.Downgraded && rank(p.Tier) <= rank(was.Tier) && rank(p.Tier) > 0:
		says = "downgraded to " + p.Tier.Name()
	}
	if says != "" {
		c.remark(plumbline.FormulaSlip, plumbline.Certain, fmt.Sprintf("%s, but the narrative of %d is at %s", says, old.Narrative.Year, was.Tier.Name()), look, places...)
	}
	if p.Tier == was.Tier && p.Consecutive > 0 && was.Consecutive > 0 && p.Consecutive != was.Consecutive+1 {
		c.remark(plumbline.FormulaSlip, plumbline.Certain,
			fmt.Sprintf("year %d in a row at %s, but the narrative of %d says year %d", p.Consecutive, p.Tier.Name(), old.Narrative.Year, was.Consecutive), look, places...)
	}
}

// placed returns the words that state the placement: a placement claim of the
// summary, else the heading, else where the narrative begins.
func (c *check) placed() plumbline.Place {
	for i := range c.Claims {
		if f := &c.Claims[i]; f.Type == plumbline.PlacementClaim && f.Section == plumbline.AssessmentPart {
			return c.said(f)
		}
	}
	if h := c.Narrative.Heading; !h.Empty() {
		return c.place(h)
	}
	return c.place(text.Span{Start: c.Narrative.Span.Start, End: c.Narrative.Span.Start})
}

// rank orders the tiers from the best, 0 for those outside the order.
func rank(t plumbline.Tier) int {
	return map[plumbline.Tier]int{plumbline.Tier1: 1, plumbline.Tier2: 2, plumbline.Tier2WL: 3, plumbline.Tier3: 4}[t]
}
