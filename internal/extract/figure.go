package extract

import (
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// figure fills in the number that a claim states, the number of the period
// before, and the time of the act.
func (r *reader) figure(c *plumbline.Claim, u int, f found) {
	unit := &r.a.Units[u]
	first, last := min(unit.First, f.from), max(unit.Last, f.to)
	last = r.comparedUnits(u, last)
	r.previousOwn = false
	var best *token.Quantity
	bestFar, compared := far, false
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < first || q.First >= last {
			continue
		}
		compared = compared || r.comparedBefore(max(first, f.Trigger), q.First)
		bracket := r.bracketOf(first, q.First)
		earlier := compared || bracket >= 0
		switch q.Kind {
		case token.Count, token.Zero:
			if !earlier {
				if d := r.distance(f, q); d < bestFar {
					best, bestFar = q, d
				}
			} else if compared && bracket < 0 || bracket >= 0 && r.ofEarlier(bracket, last) {
				r.previous(c, q, last)
			}
		case token.Year, token.YearRange, token.Date:
			if !earlier && c.Time.Start == "" {
				r.time(c, q)
			}
		}
	}
	if best != nil {
		r.count(c, best)
	}
	if compared = compared || r.comparedBefore(max(first, f.Trigger), last); compared && !c.Quantity.Previous.Known {
		r.noneBefore(c, max(first, f.Trigger), last)
	}
	r.settle(c, u, f)
}

// settle gives a claim of none its zero, and takes figures back that the text
// does not vouch for.
func (r *reader) settle(c *plumbline.Claim, u int, f found) {
	k := &c.Quantity
	if !k.Count.Known && r.none(c, u, f) {
		k.Count = plumbline.Known(0)
	}
	if c.Reporting != plumbline.Stated {
		k.Count = plumbline.Figure{}
	}
	if k.Count.Known || k.Min.Known || k.Max.Known || c.Reporting != plumbline.Stated {
		k.Unit = f.unit
	}
}

func (r *reader) time(c *plumbline.Claim, q *token.Quantity) {
	c.Time = plumbline.Interval{Start: q.Start}
	if q.End != q.Start {
		c.Time.End = q.End
	}
	r.witness(c, plumbline.TimeCue, q.Span(&r.text))
}

// far is how far a number may stand from what it counts, in words.
const far = 7

// distance returns how far the number q stands from the word that it would
// count for match f: of a verb the first number behind it counts, of a noun
// the nearest one before it, and of either the people that the subject begins
// with where nothing stands nearer.
func (r *reader) distance(f found, q *token.Quantity) int {
	head := r.a.Units[f.Match.Unit].Head
	switch {
	case r.ofWhole(q):
		return far
	case f.Trigger == head && q.First > head:
		return min((q.First-head)/8, far-1)
	case q.Last <= f.Trigger && f.Trigger-q.Last < far-1 && !r.parted(q.Last, f.Trigger):
		return f.Trigger - q.Last
	case q.First >= f.Last && q.First-f.Last <= 3 && f.Trigger != head:
		return q.First - f.Last + 3
	case r.beginsSubject(f.Match.Unit, q):
		return far - 1
	}
	return far
}

// ofWhole reports whether q only says of how many: "seven of the 11".
func (r *reader) ofWhole(q *token.Quantity) bool {
	k := q.First - 1
	if k > r.a.First && r.a.InLexicon(k, r.lex.of) == 0 {
		k-- // of the 11, of these 11
	}
	if k <= r.a.First || r.a.InLexicon(k, r.lex.of) == 0 {
		return false
	}
	for i := range r.figures {
		if o := &r.figures[i]; o.Last == k && o.Kind == token.Count {
			return true
		}
	}
	return false
}

// beginsSubject reports whether q counts the people that the subject of unit u
// begins with.
func (r *reader) beginsSubject(u int, q *token.Quantity) bool {
	unit := &r.a.Units[u]
	if q.First > max(unit.SubjFirst, r.units[u].lead)+1 || q.First < unit.SubjFirst {
		return false
	}
	for k := q.Last; k < min(q.Last+4, unit.SubjLast); k++ {
		if r.a.InLexicon(k, r.lex.victim) > 0 {
			return true
		}
		for _, lex := range r.lex.words.groups {
			if r.a.InLexicon(k, lex) > 0 {
				return true
			}
		}
	}
	return false
}

// parted reports whether a member of another list item stands between tokens i
// and j.
func (r *reader) parted(i, j int) bool {
	for k := i; k < j; k++ {
		if r.text.Tokens[k].Mark == ',' || r.a.InLexicon(k, r.lex.coordinator) > 0 {
			return true
		}
	}
	return false
}

// count takes q as the claim's figure.
func (r *reader) count(c *plumbline.Claim, q *token.Quantity) {
	k := &c.Quantity
	k.Approx = q.Approx
	switch {
	case q.Exact():
		k.Count = plumbline.Known(q.Min)
	case q.HasMin && !q.HasMax: // "more than 500": the number printed, and that it is a bound
		k.Count, k.Min, k.Approx = plumbline.Known(q.Min), plumbline.Known(q.Min), true
	default:
		if q.HasMin {
			k.Min = plumbline.Known(q.Min)
		}
		if q.HasMax {
			k.Max = plumbline.Known(q.Max)
		}
	}
	r.witness(c, plumbline.QuantityCue, q.Span(&r.text))
}

// comparedUnits returns where the units end that only carry the comparison of
// unit u on, which ends at token last: "; compared with 19", "- an increase
// from 176", "; this compared with eight".
func (r *reader) comparedUnits(u, last int) int {
	for n := u + 1; n < len(r.a.Units); n++ {
		next := &r.a.Units[n]
		if next.First < last {
			continue
		}
		if _, _, ok := r.a.Find(next.First, min(next.First+5, next.Last), r.lex.compared); !ok {
			break
		}
		last = next.Last
	}
	return last
}

// previous takes q as the figure of the period before, the first of those that
// are compared, unless a later one is of the claim's own act: "101
// investigations and 60 convictions".
func (r *reader) previous(c *plumbline.Claim, q *token.Quantity, last int) {
	if !q.HasMin {
		return
	}
	own := r.ownNoun(c.Type, q.Last, min(q.Last+3, last))
	if !c.Quantity.Previous.Known || own && !r.previousOwn {
		c.Quantity.Previous = plumbline.Known(q.Min)
	}
	r.previousOwn = own || r.previousOwn && c.Quantity.Previous.Known
}

// ownNoun reports whether a noun of the act of type t stands among the tokens.
func (r *reader) ownNoun(t plumbline.ClaimType, first, last int) bool {
	stem := string(t)
	stem = stem[:min(len(stem), 6)]
	for k := first; k < last; k++ {
		w := strings.TrimSuffix(r.text.Of(k), "s")
		if len(w) >= len(stem) && strings.EqualFold(w[:len(stem)], stem) && strings.HasSuffix(w, "ion") {
			return true
		}
	}
	return false
}

// noneBefore takes "compared with none", "compared with no cases" as a zero.
func (r *reader) noneBefore(c *plumbline.Claim, first, last int) {
	_, to, ok := r.a.Find(first, last, r.lex.compared)
	if ok && to < last && r.a.InLexicon(to, r.lex.none) > 0 {
		c.Quantity.Previous = plumbline.Known(0)
	}
}

// bracketOf returns the bracket opened since token first that token i stands
// in, or -1.
func (r *reader) bracketOf(first, i int) int {
	open := -1
	for k := first; k < i; k++ {
		switch r.text.Tokens[k].Mark {
		case '(':
			open = k
		case ')':
			open = -1
		}
	}
	return open
}

// ofEarlier reports whether the bracket at token open tells an earlier period,
// by a year or a word of comparison, and no breakdown.
func (r *reader) ofEarlier(open, last int) bool {
	end := open
	for end < last && r.text.Tokens[end].Mark != ')' {
		end++
	}
	if r.comparedBefore(open, end) {
		return true
	}
	for i := range r.figures {
		if q := &r.figures[i]; q.First > open && q.First < end && (q.Kind == token.Year || q.Kind == token.YearRange) {
			return true
		}
	}
	return false
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
