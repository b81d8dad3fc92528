package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// figureWords are the word lists that figures are read with.
type figureWords struct {
	compared, earlier, begun, none, some, vague, total      grammar.LexID
	receive, reach, qualifier, respectively, change, to, in grammar.LexID
	potential, among, purpose, event, modifier              grammar.LexID
	acts                                                    [len(countedActs)]grammar.LexID
}

// countedActs are the acts that figures of one sentence tell side by side; the
// words for what is counted of each stand in the lexicon figure-TYPE.
var countedActs = [...]plumbline.ClaimType{
	plumbline.Investigation, plumbline.ProsecutionAct, plumbline.Conviction, plumbline.Sentencing, plumbline.Identification,
}

// want asks for the lists of w under the names that they have in the rule
// files.
func (w *figureWords) want(lists map[string]*grammar.LexID) {
	for name, id := range map[string]*grammar.LexID{
		"compared": &w.compared, "earlier": &w.earlier, "begun": &w.begun, "none": &w.none, "some": &w.some, "vague": &w.vague,
		"receive": &w.receive, "reach": &w.reach, "qualifier": &w.qualifier, "respectively": &w.respectively,
		"change": &w.change, "to": &w.to, "in": &w.in, "potential": &w.potential, "among": &w.among, "total": &w.total,
		"purpose": &w.purpose, "event": &w.event, "modifier": &w.modifier,
	} {
		lists["figure-"+name] = id
	}
	for i, t := range countedActs {
		lists["figure-"+string(t)] = &w.acts[i]
	}
}

// figure fills in the number that a claim states, the number of the period
// before, and the time of the act.
func (r *reader) figure(c *plumbline.Claim, u int, f found) {
	unit := &r.a.Units[u]
	first, last := min(unit.First, f.from), max(unit.Last, f.to)
	best := -1
	if f.typ != plumbline.Law { // numbers of laws and years are no counts
		best = r.best(u, f, first, last)
	}
	if best >= 0 {
		best = r.latest(best, last)
		r.count(c, best, last)
	}
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < first || q.First >= last || c.Time.Start != "" {
			continue
		}
		switch q.Kind {
		case token.Year, token.YearRange, token.Date:
			if r.bracket(first, q.First) < 0 && !r.inComparison(first, q.First) {
				r.time(c, q)
			}
		}
	}
	r.settle(c, u, f)
	if f.typ != plumbline.Law {
		r.previous(c, u, f, best, first, last)
	}
}

// best returns the index of the figure that match f counts among those of
// tokens [first, last), or -1.
func (r *reader) best(u int, f found, first, last int) int {
	best, nearest := -1, far
	if i := r.respective(u, last); i >= 0 {
		return i
	}
	if unit := &r.a.Units[u]; unit.Link == grammar.Coordinate && r.affected(unit) {
		first = min(first, unit.SubjFirst) // "two men were tried and sentenced"
	}
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < first || q.First >= last || q.Kind != token.Count && q.Kind != token.Zero {
			continue
		}
		if r.base(i) || r.bracket(first, q.First) >= 0 || r.inComparison(first, q.First) || r.changedFrom(i, first) {
			continue
		}
		if d := r.distance(u, f, q); d < nearest {
			best, nearest = i, d
		}
	}
	return best
}

// settle gives a claim of none its zero, and takes figures back that the text
// does not vouch for.
func (r *reader) settle(c *plumbline.Claim, u int, f found) {
	k := &c.Quantity
	if !k.Count.Known && r.none(c, u, f) {
		k.Count = plumbline.Known(0)
	}
	if c.Reporting != plumbline.Stated {
		k.Count, k.Min, k.Max = plumbline.Figure{}, plumbline.Figure{}, plumbline.Figure{}
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
// the nearest one before it, of those to whom something is done the one that
// the subject begins with.
func (r *reader) distance(u int, f found, q *token.Quantity) int {
	unit := &r.a.Units[u]
	head := unit.Head
	switch {
	case r.affected(unit) && q.First >= unit.SubjFirst && q.Last <= unit.SubjLast && q.First-max(unit.SubjFirst, r.units[u].lead) <= 2:
		return 0
	case q.First > f.Trigger && r.purpose(f, q):
		return far
	case f.Trigger == head && q.First > head:
		return min((q.First-head)/8, far-1)
	case head >= 0 && q.Last <= head && head < f.Trigger: // the subject's
		return far
	case f.typ == plumbline.Training && q.First > head && r.event(q):
		return far - 1 // sessions count where nobody who was trained does
	case f.typ == plumbline.Training && q.First > f.Trigger && r.a.InLexicon(q.First-1, r.lex.figures.reach) > 0:
		return 2
	case q.Last <= f.Trigger && f.Trigger-q.Last < far-1 && !r.parted(q.Last, f.Trigger):
		if head >= 0 && q.First > head && r.actAt(head) >= 0 && r.otherAct(head, head+1, f) && r.standsIn(q.Last, f.Trigger, r.lex.figures.among) {
			return far // "convicted four traffickers with sentences"
		}
		return f.Trigger - q.Last
	case head >= 0 && f.Trigger > head && q.First > head && q.First-head <= 2 && q.Last <= f.Trigger && f.Trigger-q.Last < 9 && !r.otherAct(q.Last, f.Trigger, f):
		return 3
	case q.First >= f.Last && q.First-f.Last <= 3 && f.Trigger != head:
		return q.First - f.Last + 3
	case f.Trigger != head && q.First > f.Trigger && q.First-f.Trigger < 14 && r.a.InLexicon(q.First-1, r.lex.figures.reach) > 0:
		return far - 1
	}
	return far
}

// purpose reports whether q stands in what a suspect did or was charged with:
// "investigated an officer for exploiting eight women".
func (r *reader) purpose(f found, q *token.Quantity) bool {
	if r.typeOf(f) < 0 && f.typ != plumbline.Accountability {
		return false
	}
	_, _, ok := r.a.Find(f.Trigger+1, q.First-1, r.lex.figures.purpose)
	return ok
}

// typeOf returns which of the counted acts f finds, or -1.
func (r *reader) typeOf(f found) int { return slices.Index(countedActs[:], f.typ) }

// event reports whether q counts sessions, not people.
func (r *reader) event(q *token.Quantity) bool {
	for k := q.Last; k < min(q.Last+6, r.a.Last); k++ {
		if r.text.Tokens[k].Mark != 0 || r.a.InLexicon(k, r.lex.preposition) > 0 {
			return false
		}
		if r.a.InLexicon(k, r.lex.figures.event) > 0 {
			return true
		}
	}
	return false
}

// affected reports whether the subject of the unit is whom or what something is
// done to: "nine victims received care", "nine victims were sheltered".
func (r *reader) affected(u *grammar.Unit) bool {
	return u.Form == grammar.Passive || u.Form == grammar.Copula || u.Head >= 0 && r.a.InLexicon(u.Head, r.lex.figures.receive) > 0
}

// otherAct reports whether tokens [from, to) name another act that is counted
// than that of f.
func (r *reader) otherAct(from, to int, f found) bool {
	for i, t := range countedActs {
		if t != f.typ && r.standsIn(from, to, r.lex.figures.acts[i]) {
			return true
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

// base reports whether figure i is only what another is a part of: "seven of
// the 11", "of 11 suspects, seven were charged".
func (r *reader) base(i int) bool {
	k := r.figures[i].First - 1
	for k > r.a.First && r.a.InLexicon(k, r.lex.figures.total) > 0 {
		k--
	}
	if k < r.a.First || r.a.InLexicon(k, r.lex.of) == 0 {
		return false
	}
	if k == r.a.First || r.text.Tokens[k-1].Mark == ',' || r.text.Tokens[k-1].Mark == ';' || r.a.InLexicon(k-1, r.lex.figures.some) > 0 {
		return true
	}
	return i > 0 && k-r.figures[i-1].Last <= 1 && (r.figures[i-1].Kind == token.Count || r.figures[i-1].Kind == token.Share)
}

// respective returns the figure of unit u where the figures of verbs that are
// joined stand in one list: "prosecuted and convicted 12 and seven, respectively".
func (r *reader) respective(u, last int) int {
	if _, _, ok := r.a.Find(r.a.Units[u].First, last, r.lex.figures.respectively); !ok {
		return -1
	}
	n, top := 0, u
	for r.a.Units[top].Link == grammar.Coordinate && r.a.Units[top].Parent == top-1 {
		n, top = n+1, top-1
	}
	if n == 0 && !r.bare(&r.a.Units[u], r.a.Units[u].Last) {
		return -1 // one verb with several objects
	}
	for i := range r.figures {
		q := &r.figures[i]
		if q.First > r.a.Units[u].Start && q.First < last && q.Kind == token.Count {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return -1
}

// count takes figure i as the claim's figure, with those that it is counted
// together with. Of a lower bound ("more than 500") the number is the count as
// well as the bound; "hundreds" is a bound alone.
func (r *reader) count(c *plumbline.Claim, i, last int) {
	k, q := &c.Quantity, &r.figures[i]
	k.Approx = q.Approx
	_, _, vague := r.a.Find(q.First, q.Last, r.lex.figures.vague)
	switch {
	case q.Exact():
		k.Count = plumbline.Known(r.sum(c, i, last))
	default:
		if q.HasMin {
			k.Min = plumbline.Known(q.Min)
		}
		if q.HasMax {
			k.Max = plumbline.Known(q.Max)
		}
		if q.HasMin && !q.HasMax && !vague {
			k.Count = k.Min
		}
	}
	r.witness(c, plumbline.QuantityCue, q.Span(&r.text))
}

// sum returns figure i and those joined to it that count the same act by sex,
// age or nationality, or share its noun: "one man and seven women", "ten labor
// and one sex trafficking case".
func (r *reader) sum(c *plumbline.Claim, i, last int) int64 {
	total := r.figures[i].Min
	for n := i + 1; n < len(r.figures) && r.figures[n].First < last; n++ {
		p, q := &r.figures[n-1], &r.figures[n]
		if q.Kind != token.Count || p.Kind != token.Count || !q.Exact() || q.First-p.Last > 6 || !r.alike(p, q, last) {
			break
		}
		total += q.Min
		if c != nil {
			r.witness(c, plumbline.QuantityCue, q.Span(&r.text))
		}
	}
	return total
}

// alike reports whether figures p and q, q the next, are parts of one number.
func (r *reader) alike(p, q *token.Quantity, last int) bool {
	j := q.First - 1
	if r.a.InLexicon(j, r.lex.coordinator) == 0 && r.text.Tokens[j].Mark != ',' || r.ofWhich(q) {
		return false
	}
	end := j
	for end > p.Last && (r.text.Tokens[end-1].Mark == ',' || r.a.InLexicon(end-1, r.lex.coordinator) > 0) {
		end--
	}
	if _, _, ok := r.a.Find(p.Last, min(q.Last+4, last), r.lex.figures.potential); ok {
		return false // potential victims are no victims
	}
	if a := r.groupAt(p.Last, end); a != 0 {
		return a == r.groupAt(q.Last, min(q.Last+3, last))
	}
	if r.a.InLexicon(j, r.lex.coordinator) == 0 {
		return false
	}
	for k := p.Last; k < end; k++ { // no noun of its own
		if r.a.InLexicon(k, r.lex.figures.modifier) == 0 {
			return false
		}
	}
	return q.Last < last && (r.text.Tokens[q.Last].Mark == 0 && r.nounBehind(q, last) || end == p.Last && r.a.InLexicon(q.Last, r.lex.figures.in) > 0)
}

// ofWhich reports whether figure q is followed by "of which" or the like.
func (r *reader) ofWhich(q *token.Quantity) bool {
	return q.Last+1 < r.a.Last && r.a.InLexicon(q.Last, r.lex.of) > 0
}

// nounBehind reports whether a noun that is counted stands shortly behind q.
func (r *reader) nounBehind(q *token.Quantity, last int) bool {
	for k := q.Last; k < min(q.Last+5, last); k++ {
		if r.a.InLexicon(k, r.lex.figures.among) > 0 || r.actAt(k) >= 0 {
			return true
		}
	}
	return false
}

// groupAt returns 1 where tokens [from, to) name a sex or an age, 2 where they
// name people of a country, else 0.
func (r *reader) groupAt(from, to int) int {
	for k := from; k < to; k++ {
		if r.a.InLexicon(k, r.lex.preposition) > 0 {
			break
		}
		for _, lex := range r.lex.words.groups[:5] {
			if r.a.InLexicon(k, lex) > 0 {
				return 1
			}
		}
	}
	for _, m := range r.here {
		if m.First >= from && m.First < min(to, from+4) {
			return 2
		}
	}
	return 0
}

// none reports whether the claim says that the act was not done at all, so
// that its count is zero: it is negated, not qualified and not hedged.
func (r *reader) none(c *plumbline.Claim, u int, f found) bool {
	if !f.zero || c.Valence != plumbline.Bad || c.Reporting != plumbline.Stated {
		return false
	}
	if c.Certainty != plumbline.Certain && !(c.Certainty == plumbline.Probable && c.Source == plumbline.Government && !hedged(c)) {
		return false
	}
	neg := false
	for _, e := range c.Evidence {
		neg = neg || e.What == plumbline.NegationCue
	}
	unit := &r.a.Units[u]
	first := unit.First
	if unit.Shared >= 0 {
		first = min(first, unit.Shared)
	}
	_, _, qualified := r.a.Find(first, max(unit.Last, f.to), r.lex.figures.qualifier)
	return neg && !qualified && !r.governed(u)
}

// hedged reports whether the claim's certainty rests on a hedge, not only on
// who says it.
func hedged(c *plumbline.Claim) bool {
	return slices.ContainsFunc(c.Evidence, func(e plumbline.Evidence) bool { return e.What == plumbline.HedgeCue })
}

// governed reports whether unit u, or the one that it is joined to, hangs on
// another verb through a preposition: "made no progress in identifying".
func (r *reader) governed(u int) bool {
	for r.a.Units[u].Link == grammar.Coordinate && r.a.Units[u].Parent >= 0 && r.a.Units[u].Form != grammar.Finite {
		u = r.a.Units[u].Parent
	}
	return r.a.Units[u].Link == grammar.Adjunct
}
