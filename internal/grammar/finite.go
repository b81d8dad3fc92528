package grammar

import "plumbline/internal/token"

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
		if g.shares && c.is(i+1, wDet) && !u.passive {
			return false
		}
		g.shares = g.shares || c.perfect(u) && c.is(i, wPP) && (c.either(c.coord) || c.only(u.Head+1, c.coord, wAdv))
		return true
	}
	if p < c.clauseStart {
		return false // "Led by the ministry, ..."
	}
	k := c.Text.Tokens[p]
	if c.is(p, wDet|wPrep|wAdjectival) && !c.is(p, wPron|wRel) || k.Kind == token.Possessive {
		return false
	}
	if k.Kind == token.Number && (c.finite || !c.reference(p) && !(k.End-k.Start == 4 && c.is(p-1, wPrep) && p-1 > c.clauseStart)) {
		return false // "five trafficked women", but "Article 16 criminalized"
	}
	if !c.is(i, wPast) {
		return false // a bare participle: known, seen, held
	}
	if c.finite && c.is(i, wPP) && c.is(i+1, wPrep|wTo) && !c.is(i, wIntransitive|wReport) && c.sub < c.vgEnd {
		return false // "women subjected to forced labor"
	}
	if c.is(i, wPP) && c.sub < c.vgEnd && c.reduced(i) {
		return false
	}
	if c.is(i+1, wPrep) && c.by(i+1) && !(c.sub >= c.vgEnd && c.sub == p) {
		return false
	}
	if c.markByte(p) == ',' && c.sub < c.vgEnd && c.outer < 0 && c.finite && !c.insertedSubject(p) {
		return false
	}
	return c.attach(g, i, false)
}

// perfect reports whether the group of u is have and a participle.
func (c *chunker) perfect(u *Unit) bool {
	k := u.Head - 1
	for k > u.Start && c.is(k, wAdv|wNot) && !c.is(k, wAux) {
		k--
	}
	return u.Form == Finite && k >= u.Start && c.is(k, wHave)
}

func (c *chunker) by(i int) bool {
	return c.Text.Tokens[i].ID == c.g.idBy
}

// reference reports whether the number at i belongs to a name: Article 16, the
// Act of 2005, sections 226 and 227.
func (c *chunker) reference(i int) bool {
	for j := i - 1; j >= c.clauseStart && j > i-5; j-- {
		switch t := c.Text.Tokens[j]; {
		case c.markByte(j+1) == '.' && t.Is(token.Capital): // Law No. 14
		case c.alone(j, c.g.of), t.Kind == token.Number, c.is(j, wCoord), t.Mark == ',', t.Mark == ':', t.Mark == '-', t.Mark == '.':
		default:
			return t.Kind == token.Word && !c.is(j, wPrep|wDet) && j > c.First || t.Is(token.Capital) && !c.is(j, wPrep|wDet)
		}
	}
	return false
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
			return !c.is(k+1, wPrep) || c.is(k, wChain|wIntransitive)
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
	if c.joint(i) && c.finite && c.presentTense() && (!c.is(i, wNominal) || c.is(i+1, wDet)) && c.thing(i+1) {
		g.start, g.joined = c.adverbsBefore(i), true // "are not trained and lack funds"
		return true
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
	case c.Text.Tokens[p].Kind == token.Number && c.is(i, wS) && !c.finite && c.reference(p):
	case c.is(p, wDet|wPrep|wAdjectival|wTo|wModal) || c.Text.Tokens[p].Kind != token.Word && c.Text.Tokens[p].Kind != token.Acronym:
		return false
	case c.is(i, wBase) && !c.is(p, wPlural) && !c.pluralBefore(p):
		return false
	case c.is(i, wS) && c.is(p, wPlural) && !c.is(p, wRel):
		return false
	}
	return c.attach(g, i, false)
}

// pluralBefore reports whether the noun phrase that ends at p speaks of more
// than one although its last word does not: "sections 226 and 227 of the code".
func (c *chunker) pluralBefore(p int) bool {
	if c.finite || c.sub >= c.vgEnd {
		return false
	}
	for k := p; k > c.clauseStart && k > p-5; k-- {
		if c.alone(k, c.g.of) {
			k--
			for k > c.clauseStart && (c.Text.Tokens[k].Kind == token.Number || c.is(k, wCoord) || c.markByte(k) == ',') {
				k--
			}
			return c.is(k, wPlural)
		}
	}
	return false
}

// presentTense reports whether the last unit speaks of the present.
func (c *chunker) presentTense() bool {
	u := &c.Units[len(c.Units)-1]
	first := u.Start
	for first < u.Head && c.is(first, wAdv|wNot) {
		first++
	}
	if c.is(first, wAux) {
		return c.alone(first, c.g.presentAux)
	}
	return c.is(first, wS|wBase) && !c.is(first, wPast)
}

// object reports whether an object, preposition or nothing follows, so that
// the bare form before it can be a verb.
func (c *chunker) object(i int) bool {
	return i >= c.Last || !c.is(i, wAux) || c.is(i, wVerb)
}
