package extract

import (
	"strconv"

	"plumbline"
	"plumbline/internal/token"
)

// previous fills in the figure of the period before: behind words of
// comparison, with a year in brackets behind the count, or beside the count
// with an earlier year. Of several acts compared at once ("13 prosecutions and
// three convictions in 2016") it is that of the claim's own.
func (r *reader) previous(c *plumbline.Claim, u int, f found, best, first, last int) {
	own := r.typeOf(f)
	tail := r.tail(u, last)
	if n, ok := r.compared(own, first, tail, false); ok {
		c.Quantity.Previous = plumbline.Known(n)
		return
	}
	if n, ok := r.bracketed(c, f, best, first, tail); ok {
		c.Quantity.Previous = plumbline.Known(n)
		return
	}
	if best >= 0 {
		if n, ok := r.earlierBeside(best, first, tail); ok {
			c.Quantity.Previous = plumbline.Known(n)
			return
		}
	}
	if own >= 0 {
		if n, ok := r.compared(own, tail, r.a.Last, true); ok {
			c.Quantity.Previous = plumbline.Known(n)
		}
	}
}

// tail returns the token up to which what is said behind unit u may compare
// its figure: as far as no unit makes a claim of its own.
func (r *reader) tail(u, last int) int {
	for n := u + 1; n < len(r.a.Units); n++ {
		v := &r.a.Units[n]
		if v.First < last {
			continue
		}
		if _, _, ok := r.a.Find(v.First, v.First+2, r.lex.figures.compared); ok || r.afterComparison(n) {
			last = v.Last
			continue
		}
		if r.text.Tokens[v.First].Mark == ';' || v.First > 0 && r.text.Tokens[v.First-1].Mark == ';' {
			return last
		}
		for i := range r.matches {
			if t := r.traitsOf(&r.matches[i]); r.matches[i].Unit == n && t.conduct && t.typ != plumbline.Law {
				return last
			}
		}
		last = v.Last
	}
	return last
}

// compared returns the figure behind words of comparison in tokens [first,
// last): that of act own where the figures there tell their acts, else the
// first; with named set, that of act own only.
func (r *reader) compared(own, first, last int, named bool) (int64, bool) {
	from, to, ok := r.a.Find(first, last, r.lex.figures.compared)
	if !ok {
		return 0, false
	}
	depth := r.bracket(first, from)
	if to < last && r.a.InLexicon(to, r.lex.figures.none) > 0 { // compared with none
		act := r.actOf(to+1, last)
		if act == own && act >= 0 || act < 0 && !named {
			return 0, true
		}
	}
	end := last
	if from == first || r.text.Tokens[from-1].Mark == 0 && from == r.a.First {
		end = r.toComma(from, last) // "Compared with nine in 2014, ..."
	}
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < to || q.Last > end || q.Kind != token.Count && q.Kind != token.Zero || r.base(i) || r.bracket(first, q.First) != depth {
			continue
		}
		act := r.actOf(q.Last, last)
		if act < 0 {
			act = r.actAt(q.First - 1) // "compared with arresting 98"
		}
		if act >= 0 && act != own || act < 0 && named {
			continue
		}
		return r.stated(i, last)
	}
	return 0, false
}

// stated returns the number that figure i tells, be it a lower bound.
func (r *reader) stated(i, last int) (int64, bool) {
	q := &r.figures[i]
	if q.Exact() {
		return r.sum(nil, i, last), true
	}
	_, _, vague := r.a.Find(q.First, q.Last, r.lex.figures.vague)
	return q.Min, q.HasMin && !vague
}

// bracketed returns the figure in the brackets behind the count, or behind the
// act, that a year or "previous" makes one of an earlier period: "(29 in 2016
// and 40 in 2015)". Breakdowns in brackets are none.
func (r *reader) bracketed(c *plumbline.Claim, f found, best, first, last int) (int64, bool) {
	from := f.Trigger
	if best >= 0 {
		from = max(from, r.figures[best].Last)
		if f.Trigger > r.figures[best].Last+8 || f.Trigger < r.figures[best].First {
			from = r.figures[best].Last
		}
	}
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < from || q.Last > last || q.Kind != token.Count && q.Kind != token.Zero {
			continue
		}
		open := r.bracket(first, q.First)
		if open < 0 {
			if r.inComparison(first, q.First) || r.a.InLexicon(q.First-1, r.lex.preposition) > 0 {
				continue // "29 cases with 33 suspects (26 cases in 2016)"
			}
			return 0, false // the next figure of the list
		}
		if _, _, ok := r.a.Find(open, q.First, r.lex.figures.compared); ok {
			continue // read by compared
		}
		if r.period(q, last) {
			if best >= 0 && r.groupAt(r.figures[best].Last, last) == 1 && c.Quantity.Count == plumbline.Known(r.figures[best].Min) {
				return q.Min, q.HasMin // girls are compared with girls
			}
			return r.stated(i, last)
		}
	}
	return 0, false
}

// period reports whether an earlier time stands right behind figure q: "in
// 2016", "victims in the previous year".
func (r *reader) period(q *token.Quantity, last int) bool {
	for k := q.Last; k < min(q.Last+7, last); k++ {
		switch {
		case r.text.Tokens[k].Mark == ')' || r.text.Tokens[k].Mark == ',' || r.text.Tokens[k].Mark == ';' || r.a.InLexicon(k, r.lex.figures.begun) > 0:
			return false
		case r.a.InLexicon(k, r.lex.figures.earlier) > 0:
			return true
		}
		if y, ok := r.yearAt(k); ok {
			return r.narrative.Year == 0 || y < r.narrative.Year-1
		}
	}
	return false
}

// yearAt returns the year that begins at token k.
func (r *reader) yearAt(k int) (year int, ok bool) {
	for i := range r.figures {
		q := &r.figures[i]
		if q.First != k || q.Kind != token.Year && q.Kind != token.YearRange && q.Kind != token.Date || len(q.Start) < 4 {
			continue
		}
		y, err := strconv.Atoi(q.Start[:4])
		return y, err == nil
	}
	return 0, false
}

// yearBehind returns the year told right behind figure i: "20 in 2017", "two
// child victims in 2016".
func (r *reader) yearBehind(i, last int) (year int, ok bool) {
	q := &r.figures[i]
	for k := q.Last; k < min(q.Last+6, last); k++ {
		if r.text.Tokens[k].Mark != 0 || r.a.InLexicon(k, r.lex.coordinator) > 0 {
			return 0, false
		}
		if y, ok := r.yearAt(k); ok {
			return y, true
		}
	}
	return 0, false
}

// latest returns the figure that stands beside figure i with a later year:
// "two in 2016 and eight in 2017" counts eight. Else it returns i.
func (r *reader) latest(i, last int) int {
	year, ok := r.yearBehind(i, last)
	if !ok {
		return i
	}
	if n := r.nextBeside(i, last); n >= 0 {
		if y, ok := r.yearBehind(n, last); ok && y > year {
			return n
		}
	}
	return i
}

// earlierBeside returns the figure beside figure best that its year makes the
// earlier one.
func (r *reader) earlierBeside(best, first, last int) (int64, bool) {
	year, known := r.yearBehind(best, last)
	for i := range r.figures {
		q := &r.figures[i]
		if q.Kind != token.Count || q.First < first || q.Last > last || i == best || r.bracket(first, q.First) >= 0 {
			continue
		}
		if r.changedFrom(i, first) {
			return r.stated(i, last)
		}
		if i > best && r.nextBeside(best, last) != i || i < best && r.nextBeside(i, last) != best {
			continue
		}
		if y, ok := r.yearBehind(i, last); ok && (known && y < year || !known && i > best && r.a.InLexicon(q.Last, r.lex.figures.in) > 0) {
			return r.stated(i, last)
		}
	}
	return 0, false
}

// nextBeside returns the next figure that counts behind figure i and is joined to
// it, with nothing but a year of figure i between, or -1.
func (r *reader) nextBeside(i, last int) int {
	for n := i + 1; n < len(r.figures) && r.figures[n].First < last; n++ {
		q := &r.figures[n]
		if q.Kind == token.Count {
			if j := q.First - 1; q.First-r.figures[i].Last < 9 && (r.a.InLexicon(j, r.lex.coordinator) > 0 || r.text.Tokens[j].Mark == ',') {
				return n
			}
			return -1
		}
	}
	return -1
}

// changedFrom reports whether figure i is where a number rose or fell from:
// "increased from ten to 12".
func (r *reader) changedFrom(i, first int) bool {
	q := &r.figures[i]
	if q.First-1 < first || r.a.InLexicon(q.First-1, r.lex.from) == 0 {
		return false
	}
	if _, _, ok := r.a.Find(first, q.First, r.lex.figures.change); !ok {
		return false
	}
	for n := i + 1; n < len(r.figures); n++ {
		if p := &r.figures[n]; p.Kind == token.Count {
			return r.a.InLexicon(p.First-1, r.lex.figures.to) > 0
		}
	}
	return false
}

// bracket returns the token of the bracket that token i stands in, if it was
// opened since first, or -1.
func (r *reader) bracket(first, i int) int {
	depth := 0
	for k := i - 1; k >= first; k-- {
		switch r.text.Tokens[k].Mark {
		case '(':
			if depth == 0 {
				return k
			}
			depth--
		case ')':
			depth++
		}
	}
	return -1
}

// inComparison reports whether token i stands in a comparison that began since
// first: behind the words for it, or, where the sentence begins with them, up
// to the comma.
func (r *reader) inComparison(first, i int) bool {
	from, _, ok := r.a.Find(first, i, r.lex.figures.compared)
	if !ok {
		return false
	}
	return from > first || i < r.toComma(from, r.a.Last)
}

// comparedBefore reports whether words of comparison stand between tokens
// first and i: compared with, down from, an increase from.
func (r *reader) comparedBefore(first, i int) bool { return r.inComparison(first, i) }

// actAt returns which of the counted acts token k names, or -1.
func (r *reader) actAt(k int) int {
	for i, lex := range r.lex.figures.acts {
		if r.a.InLexicon(k, lex) > 0 {
			return i
		}
	}
	return -1
}

// actOf returns which of the counted acts the figure that ends at token k
// counts, as far as its noun phrase says, or -1.
func (r *reader) actOf(k, last int) int {
	for end := min(k+6, last); k < end; k++ {
		if r.text.Tokens[k].Mark != 0 || r.a.InLexicon(k, r.lex.coordinator) > 0 || r.a.InLexicon(k, r.lex.preposition) > 0 {
			break
		}
		if act := r.actAt(k); act >= 0 {
			return act
		}
	}
	return -1
}
