package lint

import (
	"fmt"
	"slices"

	"plumbline"
	"plumbline/internal/token"
)

// ups and downs are the nouns for a change of a figure.
const (
	ups   = "increase|rise"
	downs = "decrease|decline|drop|reduction"
)

// changes finds an increase from a larger figure, or a decrease from a smaller
// one: "convicted five traffickers, an increase from eight in 2016".
func (c *check) changes() {
	for i := range c.sentences {
		st := &c.sentences[i]
		for k := st.First; k < st.Last; k++ {
			up := oneOf(c.low[k], ups)
			if !up && !oneOf(c.low[k], downs) || !c.is(st, k-1, "a|an|significant|slight|sharp|marked|notable|substantial|large|small") {
				continue
			}
			from := k + 1
			switch {
			case c.is(st, from, "from"):
				from++
			case c.is(st, from, "compared to|with"):
				from += 2
			default:
				continue
			}
			c.change(st, k, from, up)
		}
	}
}

// change holds the figure before a word of change at token k against the one
// behind it, at token from.
func (c *check) change(st *sentence, k, from int, up bool) {
	before, ok := c.countAt(st, from)
	if !ok || !before.Exact() || before.Approx {
		return
	}
	what := c.nounBehind(st, before.Last)
	if what.narrowed || what.sex != "" {
		return
	}
	var now *token.Quantity
	var n noun
	for i := range st.quantities {
		q := &st.quantities[i]
		if q.First >= k {
			break
		}
		if q.Kind != token.Count && q.Kind != token.Zero || c.inBrackets(st, q.First) {
			continue
		}
		m := c.nounBehind(st, q.Last)
		if what.head != "" && m.head != what.head {
			continue
		}
		if now != nil && q.Min != now.Min {
			return // which of them changed?
		}
		now, n = q, m
	}
	if now == nil || !now.Exact() || now.Approx || n.head == "" || now.Min == before.Min || up == (now.Min > before.Min) {
		return
	}
	c.remark(plumbline.TrendDiffers, plumbline.Certain,
		fmt.Sprintf("%q, but the figure went from %s to %s", c.Span(k-1, before.Last).In(c.Source), thousands(before.Min), thousands(now.Min)),
		"see which of the two is meant", c.place(c.Span(now.First, max(before.Last, what.last))))
}

// inBrackets reports whether token i stands in brackets.
func (c *check) inBrackets(st *sentence, i int) bool {
	depth := 0
	for k := st.First; k < i; k++ {
		switch c.Tokens[k].Mark {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth > 0
}

// enforcement are the acts whose figures the trend of a section on prosecution
// sums up. How many victims were found does not measure efforts to protect
// them, so that no other section is looked at.
var enforcement = []plumbline.ClaimType{plumbline.Investigation, plumbline.ProsecutionAct, plumbline.Conviction}

// trends finds sections that begin with more law enforcement efforts while all
// their figures fell, or with fewer while they rose.
func (c *check) trends() {
	for i := range c.Claims {
		t := &c.Claims[i]
		if t.Type == plumbline.Trend && t.Section == plumbline.Prosecution && c.leading(t) {
			c.trend(t)
		}
	}
}

// leading reports whether a trend stands in the first sentence of the section
// that it sums up.
func (c *check) leading(t *plumbline.Claim) bool {
	if len(t.Participants.Topics) != 1 || t.Participants.Topics[0] != string(t.Section) {
		return false
	}
	for i := range c.sentences {
		st := &c.sentences[i]
		if st.section == t.Section {
			return c.whole(st).Contains(t.Citation.Span)
		}
	}
	return false
}

// trend holds a trend against the figures of the section that have one of the
// year before.
func (c *check) trend(t *plumbline.Claim) {
	var places []plumbline.Place
	seen := map[plumbline.ClaimType]bool{}
	said := ""
	for i := range c.Claims {
		f := &c.Claims[i]
		q := f.Quantity
		if f.Section != t.Section || !slices.Contains(enforcement, f.Type) || !q.Count.Known || !q.Previous.Known {
			continue
		}
		up := q.Count.N > q.Previous.N
		if q.Count.N == q.Previous.N || q.Approx || up == (t.Direction == plumbline.Increased) {
			return // one figure at least goes the same way
		}
		if seen[f.Type] {
			continue
		}
		seen[f.Type] = true
		places = append(places, c.said(f))
		if said != "" {
			said += ", "
		}
		said += fmt.Sprintf("%s %s to %s", f.Type, thousands(q.Previous.N), thousands(q.Count.N))
	}
	way := "fell"
	switch t.Direction {
	case plumbline.Increased:
	case plumbline.Decreased:
		way = "rose"
	default:
		return
	}
	if len(seen) < 2 || c.moved(t.Section, t.Direction == plumbline.Increased) {
		return
	}
	c.remark(plumbline.TrendDiffers, plumbline.Probable,
		fmt.Sprintf("%s law enforcement efforts, but every figure told with that of the year before %s: %s", t.Direction, way, said),
		"see whether the text says what the word rests on", append([]plumbline.Place{c.said(t)}, places...)...)
}

// moved reports whether some figure of a section, read as an act or not,
// stands above (or below) the one in the brackets or comparison behind it.
func (c *check) moved(section plumbline.SectionName, up bool) bool {
	for i := range c.sentences {
		st := &c.sentences[i]
		if st.section != section {
			continue
		}
		for n, q := range st.quantities {
			if n == 0 || q.Kind != token.Count && q.Kind != token.Zero || !c.mark(st, q.First-1, '(') && !c.is(st, q.First-2, "compared to|with") {
				continue
			}
			if p := st.quantities[n-1]; p.Kind == token.Count && q.First-p.Last < 10 && p.Min != q.Min && up == (p.Min > q.Min) {
				return true
			}
		}
	}
	return false
}
