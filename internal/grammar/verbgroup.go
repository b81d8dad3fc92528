package grammar

import "plumbline/internal/token"

// group is a verb group as the chunker finds it.
type group struct {
	start, head int
	form        Form
	passive     bool
	finite      bool
	joined      bool // to the unit before it
	shares      bool // the beginning of that unit's group as well
	adjunct     bool
	governed    bool // an adjunct that the unit before it governs through a preposition
	clause      int  // where the group's clause begins, if a new one
	link        Link
	opener      int
	subj        int // where its subject begins, if not where its clause does; -1 otherwise
	subjEnd     int
}

// group reads the verb group that begins at token i, if one does.
func (c *chunker) group(i int) (group, bool) {
	g := group{start: i, head: -1, clause: c.clauseStart, opener: -1, subj: -1}
	switch {
	case c.is(i, wNever):
		return g, false
	case c.is(i, wAux):
		if !c.auxiliaries(&g, i) {
			return g, false
		}
	case c.is(i, wNot) && c.is(i+1, wVerb|wTo):
		return g, false // read with the verb behind it by joint
	case c.is(i, wTo):
		return c.imperative(g, i)
	case c.is(i, wPast|wPP) && !c.is(i, wNominal):
		if !c.past(&g, i) {
			return g, false
		}
	case c.is(i, wIng):
		if !c.ing(&g, i) {
			return g, false
		}
	case c.is(i, wS|wBase):
		if !c.present(&g, i) {
			return g, false
		}
	default:
		return g, false
	}
	c.chain(&g)
	return g, true
}

// imperative refuses infinitives: they are arguments unless a chain takes them.
func (c *chunker) imperative(g group, _ int) (group, bool) { return g, false }

// auxiliaries reads did not, has been, may be, is and the head behind them.
func (c *chunker) auxiliaries(g *group, i int) bool {
	first, j := i, i
	for j < c.Last && (c.is(j, wAux) || c.is(j, wNot|wAdv) && j > i) {
		j++
	}
	j = c.insertion(j)
	last := j - 1 // the last auxiliary, adverbs behind it taken back
	for last > i && !c.is(last, wAux) {
		last--
	}
	g.finite, g.form = true, Finite
	switch {
	case j < c.Last && c.is(last, wBe) && c.is(j, wPP) && !c.describes(j):
		g.head, g.form, g.passive = j, Passive, true
	case j < c.Last && c.is(last, wBe) && c.is(j, wIng) && !c.is(j, wNominal):
		g.head = j
	case j < c.Last && c.is(last, wHave) && c.is(j, wPP|wPast) && !(last > i && c.is(i, wDo)):
		g.head = j
	case j < c.Last && c.is(last, wModal|wDo) && c.is(j, wBase):
		g.head = j
	case c.is(last, wDo|wModal) && c.inverted(j) > 0:
		g.head = c.inverted(j)
		g.subj, g.subjEnd = j, g.head
	case c.is(last, wDo|wModal) && !c.is(last, wVerb):
		return false
	default:
		g.head, g.form = last, Copula
	}
	return c.attach(g, first, true)
}

// insertion returns the token behind an insertion between commas inside a verb
// group, "did not, in practice, provide", or j itself.
func (c *chunker) insertion(j int) int {
	if c.markByte(j) != ',' {
		return j
	}
	for k := j + 1; k < c.Last && k < j+7; k++ {
		if c.markByte(k) == ',' {
			if c.is(k+1, wBase|wPP) && !c.is(k+1, wNominal|wDet) {
				return k + 1
			}
			return j
		}
		if c.is(k, wAux|wCoord|wSub) {
			return j
		}
	}
	return j
}

// describes reports whether the participle at j is rather an adjective.
func (c *chunker) describes(j int) bool { return c.is(j, wAdjectival) && !c.is(j+1, wPrep|wTo) }

// inverted returns the bare verb behind a subject that stands behind its
// auxiliary ("nor does the government appear"), or 0.
func (c *chunker) inverted(j int) int {
	for k := j; k < c.Last && k < j+6; k++ {
		if c.is(k, wBase) && k > j && !c.is(k-1, wDet|wPrep) {
			return k
		}
		if c.markByte(k) != 0 && c.Text.Tokens[k].Kind == token.Punct || c.is(k, wAux|wPrep) {
			return 0
		}
	}
	return 0
}

// before returns the token before i, adverbs and not passed over.
func (c *chunker) before(i int) int {
	j := i - 1
	for j >= c.clauseStart && c.is(j, wAdv|wNot) && !c.is(j, wPrep|wCoord|wVerb) {
		j--
	}
	return j
}

// attach decides where a finite group hangs: it joins the unit before it,
// opens a clause or is the first of its clause. It reports false where the
// group can be none of these.
func (c *chunker) attach(g *group, i int, sure bool) bool {
	p := c.before(i)
	hasUnit := len(c.Units) > c.clauseUnit
	joint := max(c.comma, c.coord)
	switch {
	case c.outer >= 0 && p >= c.First && c.markByte(p) == ',' && c.coord < c.comma && c.sub < c.vgEnd:
		return c.resume(g, i)
	case c.sub >= c.vgEnd && c.sub >= 0: // a dependent clause
		g.clause, g.opener, g.link = c.sub, c.sub, Relative
		if !c.is(c.sub, wRel) {
			g.link = Subordinate
		}
		if hasUnit && c.is(c.Units[len(c.Units)-1].Head, wReport) && c.sub <= c.vgEnd+1 {
			g.link = Complement
		}
	case !hasUnit || !c.finite:
		if c.outer >= 0 && p >= c.First && c.markByte(p) == ',' {
			return c.resume(g, i)
		}
	case joint >= 0 && c.only(joint+1, i, wAdv|wNot|wCoord):
		g.start, g.joined = c.adverbsBefore(i), true
	case joint >= 0:
		g.clause = c.boundary()
		g.link = Main
	case hasUnit && c.is(c.Units[len(c.Units)-1].Head, wReport):
		g.clause, g.link = c.vgEnd, Complement
	default:
		return sure && c.loose(g)
	}
	return true
}

// resume goes on with the clause that a relative clause interrupted: "the unit,
// which began work in May, arrested two".
func (c *chunker) resume(g *group, i int) bool {
	g.subj, g.subjEnd, g.clause, g.link = c.outer, c.clauseStart, i, Main
	c.outer = -1
	return true
}

// loose takes an auxiliary whose clause has a finite verb already, with no
// coordinator between: the clause before it was a relative one without "that".
func (c *chunker) loose(g *group) bool {
	g.clause, g.link = c.vgEnd, Complement
	return true
}

// boundary returns where the second of two coordinated clauses begins.
func (c *chunker) boundary() int {
	if c.coord > c.comma && c.coord >= 0 && (c.comma < 0 || c.coord != c.comma+1) {
		return c.coord + 1
	}
	if c.coord == c.comma+1 && c.comma >= 0 {
		return c.coord + 1
	}
	return c.comma + 1
}

// only reports whether all tokens of [from, to) are of the class or commas.
func (c *chunker) only(from, to int, class wordClass) bool {
	for k := from; k < to; k++ {
		if !c.is(k, class) && c.markByte(k) != ',' {
			return false
		}
	}
	return true
}

func (c *chunker) adverbsBefore(i int) int {
	for i > c.First && c.is(i-1, wAdv|wNot) && !c.is(i-1, wCoord|wPrep) {
		i--
	}
	return i
}

// joint reports whether only a comma or coordinator and adverbs stand between
// the unit before and token i.
func (c *chunker) joint(i int) bool {
	j := max(c.comma, c.coord)
	return len(c.Units) > c.clauseUnit && j >= 0 && c.only(j+1, i, wAdv|wNot|wCoord)
}

// past reads a group that begins with a past form or participle.
func (c *chunker) past(g *group, i int) bool {
	p := c.before(i)
	if c.is(i, wAdjectival) && !c.is(i+1, wDet|wPron|wPrep|wTo|wSoftSub) && c.Text.Tokens[min(i+1, c.Last-1)].Kind != token.Number {
		return false
	}
	g.head, g.form, g.finite = i, Finite, true
	if c.outer >= 0 && p >= c.First && c.markByte(p) == ',' && c.is(i, wPast) {
		return c.resume(g, i)
	}
	if c.joint(i) {
		u := &c.Units[len(c.Units)-1]
		g.start, g.joined = c.adverbsBefore(i), true
		g.shares = u.passive && c.is(i, wPP) || u.Form == Finite && u.Start < u.Head && c.is(u.Head, wPP) && !c.is(u.Head, wPast)
		if u.Form == Gerund || u.Form == Infinitive {
			return c.finite
		}
		return !g.shares || !c.is(i+1, wDet) || u.passive
	}
	if p < c.clauseStart {
		return false // "Led by the ministry, ..."
	}
	k := c.Text.Tokens[p]
	if c.is(p, wDet|wPrep|wAdjectival) && !c.is(p, wPron|wRel) || k.Kind == token.Possessive {
		return false
	}
	if k.Kind == token.Number && (c.finite || !c.reference(p)) {
		return false // "five trafficked women", but "Article 16 criminalized"
	}
	if !c.is(i, wPast) {
		return false // a bare participle: known, seen, held
	}
	if c.finite && c.is(i, wPP) && c.is(i+1, wPrep|wTo) && !c.is(i, wIntransitive|wReport) && c.sub < c.vgEnd {
		return false // "women subjected to forced labor"
	}
	if c.is(i, wPP) && c.reduced(i) {
		return false
	}
	if c.is(i+1, wPrep) && c.by(i+1) && !(c.sub >= c.vgEnd && c.sub == p) {
		return false
	}
	if c.markByte(p) == ',' && c.sub < c.vgEnd && c.outer < 0 && !c.subjectBefore(p) {
		return false
	}
	return c.attach(g, i, false)
}

// subjectBefore reports whether the clause has not had its verb yet, so that a
// comma before a verb closes an insertion.
func (c *chunker) subjectBefore(int) bool { return !c.finite }

func (c *chunker) by(i int) bool {
	return c.Text.Tokens[i].ID == c.g.idBy
}

// reference reports whether the number at i belongs to a name: Article 16, the
// Act of 2005, sections 226 and 227.
func (c *chunker) reference(i int) bool {
	for j := i - 1; j >= c.clauseStart && j > i-5; j-- {
		switch t := c.Text.Tokens[j]; {
		case c.has(j, c.g.of), t.Kind == token.Number, c.is(j, wCoord), t.Mark == ',', t.Mark == ':', t.Mark == '-':
		default:
			return t.Kind == token.Word && !c.is(j, wPrep|wDet) && j > c.First || t.Is(token.Capital) && !c.is(j, wPrep|wDet)
		}
	}
	return false
}

func (c *chunker) has(i int, lex LexID) bool {
	return i >= c.First && c.g.lex.has(c.Text.Tokens[i].ID, lex)
}

// reduced reports whether the participle at i only describes the noun before
// it, because the clause's own verb is still to come: "the victims identified
// in 2016 received care".
func (c *chunker) reduced(i int) bool {
	if c.is(i+1, wAux) {
		return true
	}
	if !c.is(i+1, wPrep) || c.is(i, wIntransitive|wReport) {
		return false
	}
	for k := i + 2; k < c.Last && k < i+10; k++ {
		switch {
		case c.markByte(k) == ',':
			return c.inserted(k)
		case c.markByte(k) == ';' || c.is(k, wCoord|wSub|wRel):
			return false
		case c.is(k, wAux) && !c.is(k, wDet):
			return true
		case c.is(k, wPast) && !c.is(k, wAdjectival|wNever) && !c.is(k-1, wDet|wPrep|wAdjectival):
			return !c.is(k+1, wPrep)
		}
	}
	return false
}

// inserted reports whether the comma at i opens a relative clause, behind which
// the clause's own verb follows: ", some of whom may be victims, may be jailed".
func (c *chunker) inserted(i int) bool {
	rel := false
	for k := i + 1; k < c.Last && k < i+20; k++ {
		switch {
		case c.markByte(k) == ',':
			return rel && c.is(k+1, wAux|wPast)
		case c.markByte(k) == ';':
			return false
		case c.is(k, wRel) && k < i+5:
			rel = true
		}
	}
	return false
}

// present reads a group that begins with a bare or -s form.
func (c *chunker) present(g *group, i int) bool {
	g.head, g.form, g.finite = i, Finite, true
	if c.is(i, wBase) && c.joint(i) {
		u := &c.Units[len(c.Units)-1]
		bare := u.Form == Infinitive || u.Form == Imperative || u.Form == Finite && c.is(u.Head, wBase) && !c.is(u.Head, wPast)
		if bare && c.object(i+1) {
			g.start, g.joined, g.shares, g.form = c.adverbsBefore(i), true, u.Form != Imperative, u.Form
			return true
		}
	}
	p := c.before(i)
	for p >= c.clauseStart && c.is(p, wCoord) && !c.finite {
		p--
	}
	if p < c.clauseStart || p == c.opener && c.clauseStart == p {
		if c.is(i, wBase) && c.commands && c.object(i+1) {
			g.form = Imperative
			return c.attach(g, i, true)
		}
		return false
	}
	if c.is(i, wNominal) && !c.is(i+1, wDet|wPron|wSoftSub) && !(c.is(i, wChain) && c.is(i+1, wTo)) {
		return false
	}
	switch {
	case c.is(p, wRel|wPron):
	case c.is(p, wDet|wPrep|wAdjectival|wTo|wModal) || c.Text.Tokens[p].Kind != token.Word && c.Text.Tokens[p].Kind != token.Acronym:
		return false
	case c.is(i, wBase) && !c.is(p, wPlural):
		return false
	case c.is(i, wS) && c.is(p, wPlural) && !c.is(p, wRel):
		return false
	}
	return c.attach(g, i, false)
}

// command reports whether the sentence begins with a bare verb, adverbs passed
// over, that can be no noun.
func (c *chunker) command() bool {
	i := c.First
	for i < c.Last && (c.is(i, wAdv) && !c.is(i, wDet|wPron) || c.Text.Tokens[i].Kind != token.Word) {
		i++
	}
	return i < c.Last && c.is(i, wBase) && !c.is(i, wAux) && (!c.is(i, wNominal) || c.is(i+1, wDet)) && c.object(i+1)
}

// object reports whether an object, preposition or nothing follows, so that
// the bare form before it can be a verb.
func (c *chunker) object(i int) bool {
	return i >= c.Last || !c.is(i, wAux) || c.is(i, wVerb)
}

// ing reads a group that begins with an -ing form.
func (c *chunker) ing(g *group, i int) bool {
	g.head, g.form = i, Gerund
	direct := c.is(i+1, wDet|wPron) || i+1 < c.Last && c.Text.Tokens[i+1].Kind == token.Number
	takes := direct || i+1 < c.Last && c.Text.Tokens[i+1].Kind != token.Punct && !c.is(i+1, wAux|wCoord)
	p := c.before(i)
	for p >= c.clauseStart && c.is(p, wCoord) {
		p--
	}
	if c.is(i, wNominal) && !direct && !(p < c.clauseStart && c.afterGerund() && takes && !c.is(i+1, wPrep)) {
		return false
	}
	p = c.before(i)
	if c.joint(i) {
		u := &c.Units[len(c.Units)-1]
		if u.Form == Gerund || u.Form == Finite && c.is(u.Head, wIng) {
			g.start, g.joined, g.shares = c.adverbsBefore(i), true, true
			return takes || c.listed(i)
		}
	}
	if leads := p < c.clauseStart || p == c.opener && p == c.clauseStart; leads && direct || leads && takes && !c.is(i, wNominal) && !c.commands {
		if !c.afterGerund() && (p >= c.First || c.is(i+1, wDet|wPron|wAdjectival) || takes) {
			c.lead = true
			return true // "Lacking a procedure, police ...", "while continuing to convict traffickers"
		}
	}
	q := p
	for q >= c.clauseStart && c.is(q, wCoord) {
		q--
	}
	if q < c.clauseStart && c.afterGerund() && takes {
		g.joined, g.shares = true, true
		return true
	}
	if p < c.First || !takes && !c.listed(i) {
		return false
	}
	switch {
	case c.markByte(p) == ',' || c.is(p, wCoord):
		g.adjunct = len(c.Units) > 0
	case c.is(p, wPrep|wSoftSub):
		if g.governed = !c.is(p, wSoftSub) && !c.apart(p); g.governed && c.argument(p-1) {
			return false // "procedures for identifying victims"
		}
		if len(c.Units) == c.clauseUnit {
			c.lead = true // "Despite having no shelter, it ..."
			return takes && !c.commands
		}
		g.adjunct = true
	case p == c.vgEnd-1 && len(c.Units) > c.clauseUnit && c.is(p, wReport|wTakesGerund): // reported identifying
		g.adjunct = true
	default:
		return false
	}
	return g.adjunct && len(c.Units) > 0
}

// afterGerund reports whether the clause before ended in a list of gerunds that
// a semicolon carries on: "by finding victims; amending the law; and ...".
func (c *chunker) afterGerund() bool {
	n := len(c.Units)
	return n > 0 && len(c.Units) == c.clauseUnit && c.Units[n-1].Form == Gerund && c.link == Main
}

// argument reports whether the word at i, with a preposition and a gerund
// behind it, is a thing that the gerund only describes. Progress in finding
// victims is finding them; procedures for finding them are not.
func (c *chunker) argument(i int) bool {
	if i < c.clauseStart || c.is(i, wVerb&^wPlural) && !c.is(i, wNominal|wPlural) {
		return false
	}
	return c.Text.Tokens[i].Kind == token.Word && !c.has(i, c.g.actNoun) && !c.has(i, c.g.effortNoun)
}

// apart reports whether the preposition at i keeps what it governs out of the
// reach of the verb before it: by, without, despite.
func (c *chunker) apart(i int) bool {
	return c.g.lex.has(c.Text.Tokens[i].ID, c.g.apart)
}

// listed reports whether the -ing form at i stands in a list of such forms:
// "investigating, prosecuting, or convicting".
func (c *chunker) listed(i int) bool {
	j := i + 1
	for j < c.Last && (c.markByte(j) == ',' || c.is(j, wCoord|wAdv)) {
		j++
	}
	return j > i+1 && c.is(j, wIng) && !c.is(j, wNominal)
}

// chain lengthens the group by what its head joins: failed to investigate,
// made efforts to identify, did not report investigating.
func (c *chunker) chain(g *group) {
	for range 4 {
		j := g.head + 1
		switch {
		case c.is(g.head, wChain):
			for j < c.Last && c.is(j, wAdv|wNot) && !c.is(j, wPrep) {
				j++
			}
		case c.is(g.head, wEffort):
			next := c.effort(j)
			if next < 0 {
				return
			}
			j = next
		default:
			return
		}
		to := j < c.Last && c.is(j, wTo)
		if to {
			for j++; j < c.Last && c.is(j, wAdv|wNot); {
				j++
			}
		}
		switch {
		case j >= c.Last:
			return
		case to && (c.is(j, wBase) || c.is(j, wBe|wHave)):
			g.form = Infinitive
		case !to && c.is(j, wIng) && (!c.is(j, wNominal) || c.is(j+1, wDet)):
			g.form = Gerund
		default:
			return
		}
		g.head = j
		if c.is(j, wBe) && c.is(j+1, wPP) {
			g.head, g.passive, g.form = j+1, true, Passive
		}
	}
}

// effort returns the place of the "to" or "in" behind "efforts" or "steps" as
// the object of make or take, or -1.
func (c *chunker) effort(j int) int {
	for k := j; k < c.Last && k < j+6; k++ {
		if c.g.lex.has(c.Text.Tokens[k].ID, c.g.effortNoun) {
			if c.is(k+1, wTo) {
				return k + 1
			}
			return -1
		}
		if c.Text.Tokens[k].Kind == token.Punct && c.markByte(k) != ',' || c.is(k, wPrep|wAux) {
			return -1
		}
	}
	return -1
}
