package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// figure fills in the number that a claim states, the number of the period
// before, and the time of the act.
func (r *reader) figure(c *plumbline.Claim, u int, f found) {
	unit := &r.a.Units[u]
	c.Quantity.Unit = f.unit
	last := unit.Last
	bracket, compared := false, false
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < unit.First || q.First >= last {
			continue
		}
		bracket = r.inBrackets(unit.First, q.First)
		compared = compared || r.comparedBefore(max(unit.First, f.Trigger), q.First)
		earlier := bracket || compared
		switch q.Kind {
		case token.Count, token.Zero:
			r.count(c, f, q, earlier)
		case token.Year, token.YearRange, token.Date:
			if !earlier && c.Time.Start == "" {
				c.Time = plumbline.Interval{Start: q.Start}
				if q.End != q.Start {
					c.Time.End = q.End
				}
				c.Evidence = append(c.Evidence, plumbline.Evidence{What: plumbline.TimeCue, Span: q.Span(&r.text)})
			}
		}
	}
	if !c.Quantity.Count.Known && r.none(c, u, f) {
		c.Quantity.Count = plumbline.Known(0)
	}
	if c.Reporting != plumbline.Stated {
		c.Quantity.Count = plumbline.Figure{}
	}
	if !c.Quantity.Count.Known && !c.Quantity.Min.Known && !c.Quantity.Max.Known && c.Reporting == plumbline.Stated {
		c.Quantity.Unit = ""
	}
}

// count takes q as the claim's figure, or as that of the period before.
func (r *reader) count(c *plumbline.Claim, f found, q *token.Quantity, earlier bool) {
	k := &c.Quantity
	if earlier {
		if q.Exact() && !k.Previous.Known {
			k.Previous = plumbline.Known(q.Min)
		}
		return
	}
	head := r.a.Units[f.Match.Unit].Head
	near := q.First > f.Trigger && (f.Trigger == head || q.First-f.Last <= 3) || q.Last <= f.Trigger && f.Trigger-q.Last <= 5
	if !near || k.Count.Known || k.Min.Known || k.Max.Known {
		return
	}
	switch {
	case q.Exact() && !q.Approx:
		k.Count = plumbline.Known(q.Min)
	case q.Exact():
		k.Count, k.Approx = plumbline.Known(q.Min), true
	default:
		if q.HasMin {
			k.Min = plumbline.Known(q.Min)
		}
		if q.HasMax {
			k.Max = plumbline.Known(q.Max)
		}
		k.Approx = q.Approx
	}
	c.Evidence = append(c.Evidence, plumbline.Evidence{What: plumbline.QuantityCue, Span: q.Span(&r.text)})
}

// inBrackets reports whether token i stands in brackets opened since first.
func (r *reader) inBrackets(first, i int) bool {
	depth := 0
	for k := first; k < i; k++ {
		switch r.text.Tokens[k].Mark {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth > 0
}

// comparedBefore reports whether words of comparison stand between tokens
// first and i: compared with, down from, an increase from.
func (r *reader) comparedBefore(first, i int) bool {
	_, _, ok := r.a.Find(first, i, r.lex.compared)
	return ok
}

// none reports whether the claim says that the act was not done at all, so
// that its count is zero: it is negated, not qualified and not hedged.
func (r *reader) none(c *plumbline.Claim, u int, f found) bool {
	if !f.zero || c.Valence != plumbline.Bad || c.Reporting != plumbline.Stated || c.Certainty != plumbline.Certain {
		return false
	}
	neg := false
	for _, e := range c.Evidence {
		neg = neg || e.What == plumbline.NegationCue
	}
	unit := &r.a.Units[u]
	_, _, qualified := r.a.Find(unit.First, unit.Last, r.lex.qualifier)
	return neg && !qualified && !r.governed(u)
}

// governed reports whether unit u, or the one that it is joined to, hangs on
// another verb through a preposition: "made no progress in identifying".
func (r *reader) governed(u int) bool {
	for r.a.Units[u].Link == grammar.Coordinate && r.a.Units[u].Parent >= 0 {
		u = r.a.Units[u].Parent
	}
	return r.a.Units[u].Link == grammar.Adjunct
}
