package extract

import (
	"plumbline"
	"plumbline/internal/token"
)

// series makes further claims like c for the other members of a list of
// figures: "gave 44 victims medical aid, 52 legal aid and 10 training" tells
// three acts. Sexes and ages of one figure are no acts of their own.
func (r *reader) series(c *plumbline.Claim, f found) {
	if !c.Quantity.Count.Known || c.Quantity.Count.N == 0 || f.to-f.from > 200 {
		return
	}
	last := -1 // the figure of the claim made last, by index
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < f.from || q.Last > f.to || q.Kind != token.Count || !q.Exact() {
			continue
		}
		if last < 0 {
			if plumbline.Known(q.Min) == c.Quantity.Count {
				last = i
			}
			continue
		}
		end := r.itemEnd(q.Last, f.to)
		if !r.member(f, q) || r.breakdown(q.First, end) || r.otherAct(q.Last, end, f) {
			return
		}
		next := *c
		next.Evidence = nil
		next.Quantity = plumbline.Quantity{Count: plumbline.Known(q.Min), Unit: c.Quantity.Unit}
		next.Citation.Span = r.span(q.First, end)
		r.witness(&next, plumbline.QuantityCue, q.Span(&r.text))
		if r.watch != nil {
			r.watch.note(&next, []Lead{r.actorLead(&next, f.Unit), r.seriesLead(&next, q, f)})
		}
		r.seal(&next)
		last = i
	}
}

// member reports whether the figure q begins an item of the list that match f
// stands in, and counts more than a sex or age.
func (r *reader) member(f found, q *token.Quantity) bool {
	k := q.First - 1
	if k < f.from || r.text.Tokens[k].Mark != ',' && r.a.InLexicon(k, r.lex.coordinator) == 0 {
		return false
	}
	if r.comparedBefore(f.from, q.First) || r.bracket(f.from, q.First) >= 0 {
		return false
	}
	for n := q.Last; n < min(q.Last+3, f.to); n++ {
		for _, lex := range r.lex.words.groups[:5] { // sexes and ages
			if r.a.InLexicon(n, lex) > 0 {
				return false
			}
		}
	}
	return true
}

// breakdown reports whether the item [first, last) tells the figure before it
// by nationality or year.
func (r *reader) breakdown(first, last int) bool {
	for _, m := range r.here {
		if m.First >= first && m.Last <= last {
			return true
		}
	}
	for i := range r.figures {
		if q := &r.figures[i]; q.Kind == token.Year && q.First >= first && q.First < last {
			return true
		}
	}
	return last-first < 3
}

// itemEnd returns where the list item that goes on at token i ends, at most at
// end.
func (r *reader) itemEnd(i, end int) int {
	for k := i; k < end; k++ {
		if r.text.Tokens[k].Mark == ',' || r.a.InLexicon(k, r.lex.coordinator) > 0 {
			n := k + 1
			for n < end && r.a.InLexicon(n, r.lex.coordinator) > 0 {
				n++
			}
			if n < end && r.text.Tokens[n].Kind == token.Number {
				return k
			}
		}
	}
	return end
}
