package extract

import (
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

// found is a match of a conduct rule, weighed against the others of its unit.
type found struct {
	*grammar.Match
	*traits
	from, to int  // tokens that the claim cites
	zero     bool // that it was not done at all would be a count of zero
	rank     int  // position among the unit's matches: the lower the nearer to what the verb says
}

// conduct makes claims of the conduct matches of the sentence, unit by unit.
func (r *reader) conduct() {
	if len(r.matches) == 0 {
		r.takeBack()
		return
	}
	trend := -1 // the unit of the last trend
	next := 0
	for u := range r.a.Units {
		first := next // matches stand in the order of their units
		for next < len(r.matches) && r.matches[next].Unit == u {
			next++
		}
		if unit := &r.a.Units[u]; unit.Link == grammar.Coordinate && unit.Form == grammar.Infinitive && trend >= 0 && unit.Parent == trend {
			trend = u // "efforts to identify and protect victims" is one trend
			continue
		}
		from := len(r.claims)
		if first < next {
			said := r.said(u)
			r.weigh(r.matches[first:next], func(m *grammar.Match, t *traits) bool {
				return (t.conduct || t.typ == plumbline.Trend) && r.actorFits(t, u) && m.Trigger >= said
			})
			if len(r.found) > 0 && r.keep(u) {
				trend = u
			}
		}
		r.undercut(u, from, len(r.claims))
	}
}

// said returns the token from which unit u says something of its own: behind
// the comma of "Compared with nine cases in 2015, ..." and of what leads in to
// what somebody tells, at its end where it is a comparison and nothing else.
func (r *reader) said(u int) int {
	unit, lead := &r.a.Units[u], r.units[u].lead
	if r.afterComparison(u) {
		return unit.Last
	}
	told := lead > 0 && u+1 < len(r.a.Units) && r.a.Units[u+1].Link == grammar.Complement && r.a.Units[u+1].Parent == u
	if unit.Head >= 0 && r.units[u].source != "" && r.a.InLexicon(unit.Head, r.lex.reportVerb) > 0 {
		return unit.Start // of who tells nothing is said
	}
	switch {
	case r.a.InLexicon(unit.First, r.lex.compared) == 0 && !told:
		return r.a.First
	case lead > 0 && lead < unit.Start:
		return lead
	}
	return unit.Last
}

// afterComparison reports whether unit u goes on with a list of deeds of the
// period before: "compared with arresting 98 men, prosecuting 60".
func (r *reader) afterComparison(u int) bool {
	for unit := &r.a.Units[u]; unit.Link == grammar.Coordinate && unit.Form == grammar.Gerund && unit.Parent >= 0; {
		unit = &r.a.Units[unit.Parent]
		if _, to, ok := r.a.Find(unit.Head+1, unit.Last, r.lex.figures.compared); ok && to < unit.Last && strings.HasSuffix(r.text.Of(to), "ing") {
			return true
		}
	}
	return false
}

// weigh puts those of one unit's matches that fit into r.found, the strongest
// first.
func (r *reader) weigh(matches []grammar.Match, fits func(*grammar.Match, *traits) bool) {
	r.found = r.found[:0]
	for i := range matches {
		m := &matches[i]
		if t := r.traitsOf(m); fits(m, t) {
			r.found = append(r.found, found{Match: m, traits: t, rank: r.rank(m)})
		}
	}
	slices.SortStableFunc(r.found, func(a, b found) int {
		if a.Rule.Priority != b.Rule.Priority {
			return b.Rule.Priority - a.Rule.Priority
		}
		return a.rank - b.rank
	})
}

// absorb drops the claim of the same type that the bare subject of unit u gave,
// now that its verb is there: "a shelter that the state funded housed 36".
func (r *reader) absorb(t plumbline.ClaimType, u int) {
	unit := &r.a.Units[u]
	if unit.SubjFirst >= unit.First {
		return
	}
	bare := &r.a.Units[r.a.UnitAt(unit.SubjFirst)]
	if bare.Form != grammar.NoVerb {
		return
	}
	whole := r.span(bare.First, bare.Last)
	for i := len(r.claims) - 1; i >= r.sentenceFrom; i-- {
		if c := &r.claims[i]; c.Type == t && whole.Contains(c.Citation.Span) && len(r.undercuts) == 0 {
			r.claims = slices.Delete(r.claims, i, i+1)
		}
	}
}

// rank orders triggers by how near they are to what the unit says: of an
// active verb what stands behind it comes first, of a passive or copula what
// stands before.
func (r *reader) rank(m *grammar.Match) int {
	u := &r.a.Units[m.Unit]
	if lead := r.units[m.Unit].lead; m.Trigger < lead {
		return m.Trigger - u.First + 2000 // said on the way: "Despite these campaigns, ..."
	}
	if u.Head < 0 || u.Form == grammar.Passive || u.Form == grammar.Copula || m.Trigger >= u.Start {
		return m.Trigger - u.First
	}
	return m.Trigger - u.First + 1000
}

// keep makes claims of the strongest match of unit u and of those that stand
// beside it: coordinated with it, or meant to stand beside others. It reports
// whether one of them is a trend.
func (r *reader) keep(u int) (trend bool) {
	kept := r.kept[:0]
	for _, f := range r.found {
		if len(kept) > 0 && !f.alone && (f.rank >= 2000 || !r.besides(kept, f)) {
			continue
		}
		if slices.ContainsFunc(kept, func(k found) bool { return k.typ == f.typ }) {
			continue
		}
		kept = append(kept, f)
	}
	r.kept = kept
	for _, f := range kept {
		if r.told(u, f) || r.setRight(u, f) {
			continue
		}
		r.claim(u, f)
		trend = trend || f.typ == plumbline.Trend
	}
	return trend
}

// told reports whether the claim before, of a verb joined to that of unit u and
// without an object of its own, is of the same type and cites unit u as well:
// "identified and referred 14 victims" is said once.
func (r *reader) told(u int, f found) bool {
	if r.a.Units[u].Link != grammar.Coordinate || f.Trigger != r.a.Units[u].Head {
		return false
	}
	here := r.span(r.a.Units[u].First, r.a.Units[u].Last)
	for i := len(r.claims) - 1; i >= 0 && i >= len(r.claims)-4; i-- {
		c := &r.claims[i]
		if c.Type == f.typ && c.Citation.Span.Start < here.Start && c.Citation.Span.End >= here.End {
			return true
		}
	}
	return false
}

// setRight reports whether the object at the end of a list of verbs, of which
// that of unit u is one, makes the act another: "prosecuted or deported some
// victims" prosecutes no trafficker, "arrested and charged two officers" is
// accountability.
func (r *reader) setRight(u int, f found) bool {
	switch f.typ {
	case plumbline.Investigation, plumbline.ProsecutionAct, plumbline.Conviction, plumbline.Sentencing:
	default:
		return false
	}
	last := u
	for r.bare(&r.a.Units[last], r.a.Units[last].Last) && last+1 < len(r.a.Units) && r.a.Units[last+1].Link == grammar.Coordinate && r.a.Units[last+1].Parent == last {
		last++
	}
	for i := range r.matches {
		m := &r.matches[i]
		if t := r.traitsOf(m); m.Unit == last && last > u && m.Rule.Priority > f.Rule.Priority && !r.parted(r.a.Units[last].Head, m.Last) && (t.typ == plumbline.Accountability || t.typ == plumbline.Penalization && m.Trigger == r.a.Units[last].Head) {
			return true
		}
	}
	return false
}

// besides reports whether f is coordinated with a match that was kept.
func (r *reader) besides(kept []found, f found) bool {
	for _, k := range kept {
		if k.Rule.Priority > 70 && k.typ != f.typ {
			return false // formulas stand alone
		}
		if k.Trigger == f.Trigger {
			return true
		}
		if head := r.a.Units[f.Unit].Head; k.Trigger == head || f.Trigger == head {
			continue // a verb is no member of a list with its objects
		}
		if r.coordinated(min(k.Trigger, f.Trigger), max(k.Trigger, f.Trigger)) {
			return true
		}
	}
	return false
}

// coordinated reports whether tokens i and j, i first, are members of one list.
// What a topical preposition governs is a list of its own ("training on
// identification and care") unless it stands behind both.
func (r *reader) coordinated(i, j int) bool {
	joined, broken, topic := false, false, -1
	for k := i + 1; k < j; k++ {
		switch {
		case r.text.Tokens[k].Mark == ',' || r.a.InLexicon(k, r.lex.coordinator) > 0:
			joined, broken = true, false
		case r.text.Tokens[k].Mark == ';':
			return false
		case r.text.Tokens[k].Mark == '(':
			for k < j && r.text.Tokens[k].Mark != ')' { // "four investigations (two for forced labor), 17 prosecutions"
				k++
			}
		case r.a.InLexicon(k, r.lex.topical) > 0:
			topic = k
		case r.a.InLexicon(k, r.lex.preposition) > 0 && r.a.InLexicon(k, r.lex.of) == 0:
			broken = true
		}
	}
	if topic >= 0 && !r.again(topic, j) {
		return false
	}
	return joined && !broken
}

// again reports whether the preposition at token k stands shortly behind token
// j as well.
func (r *reader) again(k, j int) bool {
	for n := j + 1; n < min(j+3, r.a.Last); n++ {
		if r.text.Tokens[n].ID == r.text.Tokens[k].ID {
			return true
		}
	}
	return false
}

// actorFits reports whether what unit u says is the government's own conduct.
func (r *reader) actorFits(t *traits, u int) bool {
	v := &r.units[u]
	if v.condition && t.typ != plumbline.Data {
		return false
	}
	if t.anyActor {
		return true
	}
	unit := &r.a.Units[u]
	switch v.actor {
	case ngoActor, internationalActor, mediaActor, observerActor, reportsActor:
		if v.source != "" && !r.reportedChain(unit) && (unit.Link == grammar.Main || unit.Link == grammar.Coordinate) {
			return true // they report it of the government
		}
		from := unit.First
		if unit.Link == grammar.Complement && unit.Parent >= 0 {
			from = min(from, r.a.Units[unit.Parent].First)
		}
		_, _, ok := r.a.Find(from, unit.Last, r.lex.support)
		return ok
	}
	return true
}

// claim makes the claim that match f of unit u carries.
func (r *reader) claim(u int, f found) {
	first, last := r.extent(u, f)
	f.from, f.to = first, last
	r.absorb(f.typ, u)
	c := plumbline.Claim{
		Type: f.typ, Section: r.sect.Name,
		FoundBy:  plumbline.RuleName(f.Rule.Name),
		Citation: plumbline.Citation{Span: r.span(first, last)},
	}
	f.zero = f.traits.zero && r.counted(u, f)
	f.zero = r.scope(&c, u, f) && f.zero
	if c.Reporting == plumbline.NoEvidence || c.Reporting == plumbline.NoInformation {
		c.Citation.Span = r.withSilence(u, first, last)
	}
	r.participants(&c, u, f)
	r.figure(&c, u, f)
	if f.typ == plumbline.Law {
		c.Terms = r.terms(&c, u, f)
	}
	if r.watch != nil {
		r.watch.note(&c, r.conductLeads(&c, u, f))
	}
	r.seal(&c)
	r.series(&c, f)
}

// counted reports whether match f is of an act that is counted, so that none of
// it is zero: convicting, not holding fair trials; helping victims, not
// providing beds.
func (r *reader) counted(u int, f found) bool {
	if _, _, ok := r.a.Find(f.First, f.Last, r.lex.countedAct); !ok {
		return false
	}
	if f.typ != plumbline.Identification && f.typ != plumbline.Assistance {
		return true
	}
	_, _, ok := r.a.Find(r.a.Units[u].First, f.to, r.lex.victim)
	return ok
}

// withSilence returns the span of tokens [first, last) with the words before
// them by which the author says that nothing is known.
func (r *reader) withSilence(u, first, last int) text.Span {
	for _, c := range r.a.Cues {
		if c.Kind != "silence" || c.First >= first {
			continue
		}
		top := r.a.UnitAt(c.First)
		if s := r.span(r.a.Units[top].First, last); top < u && s.Len() <= longest {
			return s
		}
	}
	return r.span(first, last)
}

// extent returns the tokens to cite for match f of unit u.
func (r *reader) extent(u int, f found) (first, last int) {
	unit := &r.a.Units[u]
	switch f.span {
	case "match":
		return f.First, f.Last
	case "sentence":
		return r.a.First, r.a.Last
	}
	first, last = unit.First, unit.Last
	if r.governed(u) && unit.Shared >= 0 { // "made no progress in identifying victims"
		first = min(first, unit.Shared)
	}
	if unit.Link == grammar.Main && unit.SubjFirst < first && r.span(unit.SubjFirst, last).Len() <= longest {
		first = unit.SubjFirst // "the unit, which began work in May, arrested two"
	}
	for n := u + 1; r.bare(unit, last) && n < len(r.a.Units) && r.a.Units[n].Link == grammar.Coordinate && r.a.Units[n].Parent == n-1; n++ {
		last = r.a.Units[n].Last // "identify, protect or refer victims": the object stands at the end
		if !r.bare(&r.a.Units[n], last) {
			break
		}
	}
	if f.Last > last && r.span(first, f.Last).Len() <= longest {
		last = f.Last // "prevent people from | leaving the country": what was found stands in the quote
	}
	for first < last-1 && (r.text.Tokens[first].Mark != 0 || r.a.InLexicon(first, r.lex.coordinator) > 0 || first == unit.Opener && (unit.Link == grammar.Subordinate || r.a.InLexicon(first, r.lex.that) > 0)) {
		first++
	}
	if r.span(first, last).Len() > longest { // keep to the verb and what was found
		first = max(first, min(f.First, max(unit.Start, first)))
		for last > f.Last && r.span(first, last).Len() > longest {
			last--
		}
	}
	return first, last
}

// bare reports whether nothing but marks and joining words stands between the
// verb of u and token last.
func (r *reader) bare(u *grammar.Unit, last int) bool {
	for k := u.Head + 1; k < last && u.Head >= 0; k++ {
		if r.text.Tokens[k].Mark == 0 && r.a.InLexicon(k, r.lex.coordinator) == 0 {
			return false
		}
	}
	return u.Head >= 0
}

// longest is how many bytes a quote may have before it is cut to its core.
const longest = 240

// participants fills in who acts, and what the rule's settings say.
func (r *reader) participants(c *plumbline.Claim, u int, f found) {
	p := &c.Participants
	switch v := &r.units[u]; v.actor {
	case foreignActor:
		p.Actor = []string{string(v.foreign)}
	default:
		p.Actor = r.own
	}
	p.Subject = r.own
	for i := range r.refs {
		if ref := &r.refs[i]; ref.unit == u && ref.far && ref.actor != noActor {
			r.witness(c, plumbline.ReferenceCue, ref.to)
		}
	}
	t := f.traits
	p.Forms, p.Sectors, p.Means, p.Factors, p.Topics = t.forms, t.sectors, t.means, t.factors, t.topics
	c.Direction = t.direction
	if from, to, ok := f.Role("instrument"); ok {
		p.Instrument = []string{r.span(from, to).In(r.doc.Text)}
	}
}
