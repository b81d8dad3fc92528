package history

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
)

// Check holds what a narrative says of its country's past against the history
// without that narrative: years in a row, downgrade waivers, downgrades that the
// two-year rule required, moves, and the printed tier itself. Quotes come from
// the narrative's claims on its placement and from the document that it stands
// in, which may be nil. A waiver is that of the report which prints it, whatever
// year the sentence names: short entries name the year that the report covers. A
// narrative without country, year or tier says nothing that could be checked.
func (h *History) Check(d *plumbline.Document, n *plumbline.Narrative, claims []plumbline.Claim, rules Rules) []plumbline.Statement {
	p := &n.Placement
	if n.Country == "" || n.Year < FirstReport || p.Tier == "" {
		return nil
	}
	k := checker{h: h, d: d, n: n, rules: rules}
	for i := range claims {
		if c := &claims[i]; c.Type == plumbline.PlacementClaim && c.Narrative == n.ID {
			k.claims = append(k.claims, c)
		}
	}
	if p.Consecutive > 1 {
		k.consecutive()
	}
	if p.Waiver {
		k.waiver()
	}
	if p.Basis == plumbline.Automatic {
		k.automatic()
	}
	if p.Move != "" && p.Move != plumbline.Placed {
		k.move()
	}
	k.tier()
	return k.list
}

// checker checks the statements of one narrative.
type checker struct {
	h      *History
	d      *plumbline.Document
	n      *plumbline.Narrative
	rules  Rules
	claims []*plumbline.Claim // on the placement
	list   []plumbline.Statement
}

func (k *checker) add(kind plumbline.StatementKind, says, quote string, v plumbline.StatementVerdict, reason string) {
	k.list = append(k.list, plumbline.Statement{
		Narrative: k.n.ID, Document: k.n.Document, File: k.n.File, Country: k.n.Country, Year: k.n.Year,
		Kind: kind, Says: says, Quote: quote, Verdict: v, Reason: reason,
	})
}

// saying returns the claim whose quote has one of the words, else the first of
// those that are not on a waiver, or nil.
func (k *checker) saying(words ...string) *plumbline.Claim {
	for _, word := range words {
		for _, c := range k.claims {
			if strings.Contains(strings.ToLower(c.Citation.Quote), word) {
				return c
			}
		}
	}
	for _, c := range k.claims {
		if !strings.Contains(c.Citation.Quote, "waiver") {
			return c
		}
	}
	return nil
}

func quote(c *plumbline.Claim) string {
	if c == nil {
		return ""
	}
	return c.Citation.Quote
}

// consecutive checks "for the third consecutive year": so many years at that
// tier and no more, whether or not they count under the two-year rule.
func (k *checker) consecutive() {
	p := &k.n.Placement
	t := timer{h: k.h, country: k.n.Country, report: k.n.Year}
	r := t.run(k.n.Year-1, FirstReport, func(year int) (plumbline.Answer, []int) { return t.is(year, p.Tier) })
	said := p.Consecutive - 1
	v := plumbline.Untested
	switch {
	case said < r.sure || said > r.most:
		v = plumbline.Conflicts
	case r.known():
		v = plumbline.Agrees
	}
	reason := "the reports before: " + k.before(k.n.Year-max(said, r.sure)-1)
	if year := k.fits(said); v == plumbline.Conflicts && year != 0 {
		reason += fmt.Sprintf("; the words would fit the report of %d", year)
	}
	k.add(plumbline.ConsecutiveStatement, fmt.Sprintf("year %d in a row at %s", p.Consecutive, p.Tier.Name()),
		quote(k.saying("consecutive", "in a row")), v, reason)
}

// fits returns the nearest other report that the words would fit, at the
// printed tier after so many years on it, or 0: short entries often carry an
// old text on, or an old year.
func (k *checker) fits(before int) int {
	for _, away := range []int{1, -1, 2, -2, 3} {
		year := k.n.Year + away
		t := timer{h: k.h, country: k.n.Country, report: k.n.Year}
		if t.tier(year) != k.n.Placement.Tier {
			continue
		}
		t.report = 0 // the row of the year that is named is none of this text's
		r := t.run(year-1, FirstReport, func(year int) (plumbline.Answer, []int) { return t.is(year, k.n.Placement.Tier) })
		if r.known() && r.sure == before {
			return year
		}
	}
	return 0
}

// before lists the placements from a year to the one before the narrative's.
func (k *checker) before(from int) string {
	var said []string
	for year := max(from, FirstReport); year < k.n.Year; year++ {
		tier := "unknown"
		if r := k.h.at(k.n.Country, year, k.n.Year); r != nil {
			tier = r.Tier.Name()
			if r.Verified == plumbline.Derived {
				tier += fmt.Sprintf(" (by the text of %d)", r.From)
			}
		} else if k.h.at(k.n.Country, year, 0) != nil {
			tier = "unknown but for this text"
		}
		said = append(said, fmt.Sprintf("%d %s", year, tier))
	}
	return strings.Join(said, ", ")
}

// waiver checks that a downgrade waiver could be granted: the years call for
// one and the law has one left.
func (k *checker) waiver() {
	c := k.h.Clock(k.n.Country, k.n.Year, k.rules(k.n.Year), Options{})
	v := plumbline.Untested
	switch {
	case c.MustWaive == plumbline.Yes:
		v = plumbline.Agrees
	case c.MustWaive == plumbline.No:
		v = plumbline.Conflicts
	}
	k.add(plumbline.WaiverStatement, "a downgrade waiver was granted", quote(k.saying("waiver")), v, c.Reason)
}

// automatic checks that the two-year rule required the downgrade: two years and
// no waiver, or, where the words say so, all waivers used.
func (k *checker) automatic() {
	claim := k.saying("waiver", "eligible", "consecutive", "automatic")
	c := k.h.Clock(k.n.Country, k.n.Year, k.rules(k.n.Year), Options{})
	words := strings.ToLower(quote(claim))
	exhausted := strings.Contains(words, "waivers") || strings.Contains(words, "eligible")
	says, required := "the two-year rule required the downgrade", c.Automatic
	if exhausted {
		says = "no downgrade waiver was left"
	} else if c.MustWaive == plumbline.Yes {
		required = plumbline.Yes
	} else if c.AtLeast >= k.rules(k.n.Year).Years && c.Applies {
		required = plumbline.Yes // barred or in need of a waiver, whichever
	}
	v := plumbline.Untested
	switch required {
	case plumbline.Yes:
		v = plumbline.Agrees
	case plumbline.No:
		v = plumbline.Conflicts
	}
	k.add(plumbline.AutomaticStatement, says, quote(claim), v, c.Reason)
}

// move checks the move from the year before.
func (k *checker) move() {
	p := &k.n.Placement
	says := fmt.Sprintf("%s, %s", p.Move, p.Tier.Name())
	v, reason := plumbline.Untested, "the reports before: "+k.before(k.n.Year-1)
	if r := k.h.at(k.n.Country, k.n.Year-1, k.n.Year); r != nil {
		switch p.Tier.MoveFrom(r.Tier) {
		case p.Move:
			v = plumbline.Agrees
		case "":
			if p.Move == plumbline.Remained && r.Tier == p.Tier { // a Special Case
				v = plumbline.Agrees
			}
		default:
			v = plumbline.Conflicts
		}
	}
	k.add(plumbline.MoveStatement, says, quote(k.saying(string(p.Move), "consecutive", "in a row")), v, reason)
}

// tier checks the printed tier against the facts that were not read in the same
// text.
func (k *checker) tier() {
	p := &k.n.Placement
	v, reason := plumbline.Untested, "no other source for the year"
	rows := slices.Clone(k.h.rows[k.n.Country])
	slices.SortStableFunc(rows, func(a, b row) int { return a.rank() - b.rank() })
	for _, r := range rows {
		same := r.Verified == plumbline.Primary || k.n.Layout == carrier && strings.HasPrefix(r.source, carrier)
		if r.Year != k.n.Year || r.Document != "" || same {
			continue
		}
		v, reason = plumbline.Agrees, r.Tier.Name()+" by "+r.Source
		if r.Tier != p.Tier {
			v = plumbline.Conflicts
		}
		break
	}
	k.add(plumbline.TierStatement, p.Tier.Name(), k.printed(), v, reason)
}

// printed returns the words that print the tier: the heading, or, in a short
// entry, what stands before its assessment.
func (k *checker) printed() string {
	if k.d == nil || k.n.Span.End > len(k.d.Text) {
		return ""
	}
	if !k.n.Heading.Empty() {
		return k.n.Heading.In(k.d.Text)
	}
	for _, s := range k.n.Sections {
		if s.Name == plumbline.AssessmentPart {
			line := k.d.Text[k.n.Span.Start:s.Span.Start]
			return strings.Trim(line[strings.LastIndexByte(line, '\n')+1:], " -–—")
		}
	}
	return ""
}
