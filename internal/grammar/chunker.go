package grammar

import "plumbline/internal/token"

// chunker walks over a sentence once and cuts it into clauses and units.
//
// It decides by word classes and neighbours alone: a verb form is finite where
// a subject can stand before it and the clause has no finite verb yet, joined
// to the verb before it where only a coordinator stands between and the forms
// agree, and part of the arguments otherwise.
type chunker struct {
	*Analysis
	clauses     int
	clauseStart int
	clauseUnit  int // first unit of the clause
	finite      bool
	vgEnd       int // end of the last verb group
	comma       int // last comma since then, or -1
	coord       int // last coordinator since then, or -1
	sub         int // last opener of a dependent clause since then, or -1
	outer       int // start of a clause that still waits for its verb, or -1
	opener      int
	link        Link
	commands    bool // clauses may begin with a bare verb
	inArgument  bool // a gerund that only describes a noun was passed since the last verb group
	lead        bool // the clause so far only leads in to the one behind the next comma
}

func (c *chunker) run() {
	c.opener = -1
	ts := c.Text.Tokens[c.First:c.Last]
	asides := c.has(c.g.lex.index.seats[c.g.parenthetical])
	for i := 0; i < len(ts); {
		if c.class[i]&wActive == 0 && ts[i].Mark == 0 && !asides { // most words are a noun or before one
			i++
			continue
		}
		i = c.step(c.First+i) - c.First
	}
	c.closeClause(c.Last)
	c.finish()
}

// step deals with token i and returns the next one to look at.
func (c *chunker) step(i int) int {
	switch m := c.markByte(i); m {
	case 0:
	case ';', ':':
		c.openClause(i+1, Main, -1)
		return i + 1
	case '-':
		if c.Text.Tokens[i].Kind == token.Dash && c.spaced(i) {
			c.openClause(i+1, Main, -1)
		}
		return i + 1
	case '(', '[':
		return c.skipBrackets(i)
	case ',':
		if c.lead && !c.listGoesOn(i+1) {
			c.openClause(i+1, Main, -1)
			return i + 1
		}
		c.comma = i
		return i + 1
	default:
		return i + 1
	}
	if n := c.InLexicon(i, c.g.parenthetical); n > 0 {
		return i + n
	}
	switch {
	case c.is(i, wCoord):
		c.coord = i
		if !c.is(i, wSub) {
			return i + 1
		}
		return i + 1
	case c.is(i, wSub) && c.is(i, wAdv) && c.is(i-1, wAux): // "is therefore unclear"
		return i + 1
	case c.is(i, wSub) && c.is(i, wAdv) && c.markByte(i-1) == ',' && c.markByte(i+1) == ',' && !c.finite && i-1 > c.clauseStart:
		return i + 2 // "the police, however, arrested"
	case c.is(i, wSub):
		c.openClause(i, Subordinate, i)
		return i + 1
	case c.is(i, wRel|wSoftSub):
		if i > c.First && c.Text.Tokens[i].ID == c.g.idAs && c.Text.Tokens[i-1].ID == c.g.idSuch {
			return i + 1 // "such as" names examples
		}
		c.sub = i
		if !c.is(i, wVerb|wAux) {
			return i + 1
		}
	}
	if g, ok := c.group(i); ok {
		return c.place(g)
	}
	return i + 1
}

// listGoesOn reports whether what stands behind a comma carries the gerund
// before it on.
func (c *chunker) listGoesOn(i int) bool {
	for c.is(i, wCoord|wAdv) {
		i++
	}
	return c.is(i, wIng)
}

// spaced reports whether white space stands on both sides of token i.
func (c *chunker) spaced(i int) bool {
	return c.Text.Tokens[i].Is(token.Space) || c.Text.Source[c.Text.Tokens[i].Start] >= 0x80
}

// maxBracket is how many tokens a bracket may hold; a longer one is no bracket.
const maxBracket = 200

func (c *chunker) skipBrackets(i int) int {
	depth := 0
	for j := i; j < min(c.Last, i+maxBracket); j++ {
		switch c.markByte(j) {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return i + 1
}

func (c *chunker) openClause(start int, link Link, opener int) {
	c.closeClause(start)
	c.clauseStart, c.clauseUnit, c.finite = start, len(c.Units), false
	c.vgEnd, c.comma, c.coord, c.sub = start, -1, -1, -1
	c.link, c.opener, c.lead, c.inArgument = link, opener, false, false
}

// closeClause gives the clause number to the tokens of the clause that ends at
// end; a clause without a verb becomes a unit of its own if it says anything.
func (c *chunker) closeClause(end int) {
	if end <= c.clauseStart {
		return
	}
	if len(c.Units) == c.clauseUnit {
		parent := len(c.Units) - 1
		c.Units = append(c.Units, Unit{First: c.clauseStart, Last: end, Start: -1, Head: -1, SubjFirst: c.clauseStart, SubjLast: end,
			Form: NoVerb, Link: c.link, Parent: parent, Clause: c.clauses, Shared: -1, Opener: c.opener})
	}
	for i := c.clauseStart; i < end; i++ {
		c.clause[i-c.First] = int16(c.clauses)
	}
	c.clauses++
}

// place makes a unit of verb group g and returns the token behind the group.
func (c *chunker) place(g group) int {
	u := Unit{Start: g.start, Head: g.head, Form: g.form, Parent: -1, Shared: -1, Opener: -1, passive: g.passive, finite: g.finite}
	prev := len(c.Units) - 1
	switch {
	case g.joined: // shares the subject, and perhaps the beginning of the group
		p := &c.Units[prev]
		u.First, u.Link, u.Parent = c.joinedFrom(g.start), Coordinate, prev
		u.SubjFirst, u.SubjLast, u.Opener = p.SubjFirst, p.SubjLast, p.Opener
		if g.shares {
			u.Shared, u.SharedLast = p.Start, p.Head
			if p.Shared >= 0 {
				u.Shared, u.SharedLast = p.Shared, p.SharedLast
			}
			u.passive = p.passive
			if p.passive {
				u.Form = Passive
			}
		}
	case g.adjunct:
		u.First, u.Link, u.Parent = g.start, Adjunct, prev
		if prev >= 0 {
			p := &c.Units[prev]
			u.SubjFirst, u.SubjLast = p.SubjFirst, p.SubjLast
			if g.governed { // "failed to make progress in identifying victims"
				u.Shared, u.SharedLast = p.Start, g.start
				if p.Shared >= 0 {
					u.Shared = p.Shared
				}
			}
		}
	default:
		if g.clause > c.clauseStart {
			link, opener := g.link, -1
			if g.link != Main {
				opener = g.opener
			}
			if !c.finite && len(c.Units) == c.clauseUnit {
				c.outer = c.clauseStart
			}
			c.openClause(g.clause, link, opener)
			if link == Relative || link == Complement {
				u.Parent = prev
			}
		}
		u.First, u.Link, u.Opener = c.clauseStart, c.link, c.opener
		u.SubjFirst, u.SubjLast = c.clauseStart, g.start
		if g.subj >= 0 {
			u.SubjFirst, u.SubjLast = g.subj, g.subjEnd
		}
		if u.Link == Relative && u.Opener >= 0 && u.SubjLast-u.Opener <= 1 {
			u.SubjFirst, u.SubjLast = c.antecedent(c.clauseStart), u.Opener
		}
	}
	u.Clause = c.clauses
	if g.finite {
		c.finite = true
	}
	c.Units = append(c.Units, u)
	c.vgEnd, c.comma, c.coord, c.sub, c.inArgument = g.head+1, -1, -1, -1, false
	return g.head + 1
}

// joinedFrom returns where the unit begins whose verb group at start is joined
// to the one before: behind the coordinator where an insertion follows it, as
// in "bans trafficking but, unlike its neighbors, requires force".
func (c *chunker) joinedFrom(start int) int {
	if c.coord >= 0 && c.comma > c.coord+1 && c.markByte(c.coord+1) == ',' && c.comma < start && start-c.comma < 3 {
		return c.coord + 1
	}
	return start
}

// antecedent returns where the noun phrase before the relative word at i begins.
func (c *chunker) antecedent(i int) int {
	j := i - 1
	for j > c.First && !c.is(j, wAux|wCoord|wSub) && c.markByte(j) != ';' && i-j < 12 {
		if c.is(j, wDet) {
			return j
		}
		j--
	}
	return max(j, c.First)
}

// finish gives each unit its extent and each token its unit.
func (c *chunker) finish() {
	for i := range c.Units {
		u := &c.Units[i]
		end := c.Last
		if i+1 < len(c.Units) {
			end = c.Units[i+1].First
		}
		u.Last = end
		for u.Last > u.First+1 && (c.is(u.Last-1, wCoord) || c.markByte(u.Last-1) != 0 && c.markByte(u.Last-1) != ')' && c.markByte(u.Last-1) != '"') {
			u.Last--
		}
		for k := u.First; k < end; k++ {
			c.unit[k-c.First] = int16(i)
		}
	}
	if len(c.Units) > 0 {
		for k := c.First; k < c.Units[0].First; k++ {
			c.unit[k-c.First] = 0
		}
	}
}
