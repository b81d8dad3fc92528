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
	case c.is(i, wBe|wHave) && c.is(i-1, wTo):
		return g, false // "suspected to be complicit"
	case c.is(i, wAux):
		if !c.auxiliaries(&g, i) {
			return g, false
		}
	case c.is(i, wNot) && c.is(i+1, wVerb|wTo):
		return g, false // read with the verb behind it by joint
	case c.is(i, wTo):
		return g, false // an argument, unless a chain takes it
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
	case c.is(last, wDo|wModal) && c.inverted(j, wBase) > 0:
		g.head = c.inverted(j, wBase)
		g.subj, g.subjEnd = j, g.head
	case c.is(last, wHave) && c.either(i-1) && c.inverted(j, wPP) > 0: // "nor had it prosecuted anyone"
		g.head = c.inverted(j, wPP)
		g.subj, g.subjEnd = j, g.head
	case c.bareAfter(last, j):
		g.head = j
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

// bareAfter reports whether the word at j, which the vocabulary has in no class,
// is the verb of the auxiliary at last: "did not sponsor", "could sponsor".
func (c *chunker) bareAfter(last, j int) bool {
	if j >= c.Last || c.is(j, ^wNominal) || c.Text.Tokens[j].Kind != token.Word || c.Text.Tokens[j].Is(token.Capital) {
		return false
	}
	return c.is(last, wModal) || c.is(last, wDo) && j > last+1 && c.is(last+1, wNot)
}

// inverted returns the verb, bare or participle, behind a subject that stands behind its
// auxiliary ("nor does the government appear"), or 0.
func (c *chunker) inverted(j int, form wordClass) int {
	for k := j; k < c.Last && k < j+6; k++ {
		if c.is(k, form) && k > j && !c.is(k-1, wDet|wPrep) {
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
		g.clause, g.opener, g.link = c.partOf(c.sub), c.sub, Relative
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
	case c.toldList(joint), c.sub < c.vgEnd && c.insertedSubject(joint):
		g.clause, g.link = c.vgEnd, Complement
	case joint >= 0 && g.subj < 0 && c.only(joint+1, i, wAdv|wNot|wCoord):
		g.start, g.joined = c.adverbsBefore(i), true
		if id := c.Text.Tokens[i].ID; id == c.g.idBe || id == c.g.idBeen { // "may have fled and been caught"
			g.shares = true
		}
	case joint >= 0:
		g.clause = c.boundary()
		g.link = Main
	case hasUnit && c.is(c.Units[len(c.Units)-1].Head, wReport):
		g.clause, g.link = c.vgEnd, Complement
	case c.outer >= 0 && c.link == Relative && (sure || c.is(i, wPast) && !c.is(i+1, wPrep|wTo) || c.is(i, wS) && !c.is(i, wNominal) && c.thing(i+1)):
		return c.resume(g, i) // "victims who testified received care"
	default:
		return sure && c.loose(g)
	}
	return true
}

// partOf returns where the phrase before the relative word at i begins that
// says how many of them: "none of which", "most of whom", or i.
func (c *chunker) partOf(i int) int {
	k := i - 2
	if k > c.vgEnd && c.alone(i-1, c.g.of) && (c.is(k, wPron|wDet) || c.Text.Tokens[k].Kind == token.Number) {
		return k
	}
	return i
}

// toldList reports whether the verb behind the coordinator at joint has a list
// as its subject that a verb of reporting stands before: "experts noted police
// and prosecutors lacked training". Two sentences would have a comma between.
func (c *chunker) toldList(joint int) bool {
	if joint < 0 || joint != c.coord || len(c.Units) == c.clauseUnit || !c.is(c.Units[len(c.Units)-1].Head, wReport) {
		return false
	}
	if id := c.Text.Tokens[joint].ID; id != c.g.idAnd && id != c.g.idOr || c.is(joint+1, wAux|wVerb|wAdv|wPron) && !c.is(joint+1, wNominal|wDet) {
		return false
	}
	if c.markByte(joint-1) != ',' {
		return c.comma < 0 || c.comma > joint
	}
	for k := c.vgEnd; k < joint-1; k++ {
		if c.markByte(k) == ',' {
			return !c.is(k+1, wPrep) // an insertion makes no list
		}
	}
	return false
}

// commas returns how many commas stand in [from, to).
func (c *chunker) commas(from, to int) (n int) {
	for k := from; k < to; k++ {
		if c.markByte(k) == ',' {
			n++
		}
	}
	return n
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
		if c.comma >= c.vgEnd && c.is(c.comma+1, wCoord) { // ", and no rules and forms were drafted"
			return c.comma + 2
		}
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
	if c.insertedSubject(j) {
		return false
	}
	return len(c.Units) > c.clauseUnit && j >= 0 && c.only(j+1, i, wAdv|wNot|wCoord)
}

// insertedSubject reports whether the comma at j closes an insertion behind a
// subject that still waits for its verb: "reported that the bureau, with
// others, monitored", "reported some officers, including guards, accepted".
func (c *chunker) insertedSubject(j int) bool {
	if j < 0 || j != c.comma || c.coord > j {
		return false
	}
	if c.sub >= c.vgEnd && c.sub >= 0 {
		return c.sub < j && c.commas(c.sub, j) == 1
	}
	n := len(c.Units)
	if n == c.clauseUnit || !c.is(c.Units[n-1].Head, wReport) {
		return false
	}
	for k := c.vgEnd; k < j; k++ {
		if c.markByte(k) == ',' {
			return c.is(k+1, wPrep|wPP) && c.commas(k+1, j) == 0
		}
	}
	return false
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
			j = c.pastPhrase(j)
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

// pastPhrase returns the "to" behind a phrase of time or place that stands
// between a chain verb and what it joins, "failed for a second year to", or j
// itself.
func (c *chunker) pastPhrase(j int) int {
	if !c.alone(j, c.g.timePrep) {
		return j
	}
	for k := j + 1; k < c.Last && k < j+8; k++ {
		if c.is(k, wTo) && c.is(k+1, wBase|wAdv) && !c.is(k+1, wNominal) {
			return k
		}
		if c.markByte(k) != 0 || c.is(k, wAux|wCoord|wSub|wRel) {
			return j
		}
	}
	return j
}

// effort returns the place of the "to" or "in" behind "efforts" or "steps" as
// the object of make or take, or -1.
func (c *chunker) effort(j int) int {
	for k := j; k < c.Last && k < j+6; k++ {
		if c.alone(k, c.g.effortNoun) {
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
