package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// estimate makes a claim of a number of people, unless a stronger rule makes
// one of the same number.
func (r *reader) estimate(m *grammar.Match, t *traits) {
	q := r.figureIn(m)
	if q == nil || q.Kind == token.Count && q.Exact() && !q.Approx && q.Min < fewest {
		return
	}
	for i := range r.matches {
		o := &r.matches[i]
		if o == m || r.traitsOf(o).typ != plumbline.Estimate || r.figureIn(o) != q {
			continue
		}
		if o.Rule.Priority > m.Rule.Priority || o.Rule.Priority == m.Rule.Priority && o.Trigger < m.Trigger {
			return
		}
	}
	c := r.profileClaim(m, t)
	k := &c.Quantity
	if q.Kind == token.Share {
		k.Share = plumbline.Ratio{R: q.Ratio, Known: q.HasMin}
	} else {
		if q.HasMin {
			k.Min = plumbline.Known(q.Min)
		}
		if q.HasMax {
			k.Max = plumbline.Known(q.Max)
		}
		if q.Exact() {
			k.Count = plumbline.Known(q.Min)
		}
	}
	k.Approx, k.Of, k.Unit = q.Approx, r.ofWhom(m), "persons"
	if t.unit != "" {
		k.Unit = t.unit
	}
	r.witness(&c, plumbline.QuantityCue, q.Span(&r.text))
	r.seal(&c)
}

// fewest is the least number of people that, said exactly, is an estimate of
// how many there are and not the count of a case.
const fewest = 100

// figureIn returns the number or share of people in match m, or nil.
func (r *reader) figureIn(m *grammar.Match) *token.Quantity {
	for i := range r.figures {
		if q := &r.figures[i]; q.First >= m.First && q.Last <= m.Last && (q.Kind == token.Count || q.Kind == token.Share) {
			return q
		}
	}
	return nil
}

// ofWhom returns of whom the estimate m is: those in a place that the clause
// before names are what it makes them, "prison camps, where thousands live".
func (r *reader) ofWhom(m *grammar.Match) string {
	of := m.Rule.Setting("of")
	u := &r.a.Units[m.Unit]
	if of == "persons" && u.Link == grammar.Relative && u.Opener > r.a.First {
		if _, _, ok := r.a.Find(max(r.a.First, u.Opener-4), u.Opener, r.lex.words.prisons); ok {
			return "prisoners"
		}
	}
	return of
}
