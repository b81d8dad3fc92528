package grammar

import "plumbline/internal/token"

// command reports whether the sentence begins with a bare verb, adverbs passed
// over, that can be no noun.
func (c *chunker) command() bool {
	i := c.First
	for i < c.Last && (c.is(i, wAdv) && !c.is(i, wDet|wPron) || c.Text.Tokens[i].Kind != token.Word) {
		i++
	}
	return i < c.Last && c.is(i, wBase) && !c.is(i, wAux) && (!c.is(i, wNominal) || c.is(i+1, wDet)) && c.object(i+1)
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
	if c.is(i, wNominal) && !direct && !(c.is(p, wTakesGerund) && c.thing(i+1)) && !(p < c.clauseStart && c.afterGerund() && takes && !c.is(i+1, wPrep)) {
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
	case c.inArgument && (c.markByte(p) == ',' || c.is(p, wCoord)):
		return false // "procedures for identifying and referring victims"
	case c.markByte(p) == ',' || c.is(p, wCoord):
		g.adjunct = len(c.Units) > 0
	case c.is(p, wPrep|wSoftSub):
		if g.governed = !c.is(p, wSoftSub) && !c.apart(p); g.governed && (c.argument(p-1) || p > c.clauseStart && !c.finite && len(c.Units) == c.clauseUnit) {
			c.inArgument = true
			return false // "procedures for identifying victims", "progress in finding them was slow"
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

// thing reports whether token i can begin the object of a verb.
func (c *chunker) thing(i int) bool {
	return i < c.Last && c.Text.Tokens[i].Kind != token.Punct && !c.is(i, wPrep|wAux|wCoord|wTo)
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
	return c.Text.Tokens[i].Kind == token.Word && !c.alone(i, c.g.actNoun) && !c.alone(i, c.g.effortNoun)
}

// apart reports whether the preposition at i keeps what it governs out of the
// reach of the verb before it: by, without, despite.
func (c *chunker) apart(i int) bool {
	return c.alone(i, c.g.apart)
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
