package grammar

import (
	"slices"
	"strconv"

	"plumbline/internal/text"
)

// The bounds of a pattern: what it may cost at one place, its instructions, how
// deep brackets may stand in it, how many words it may span and how many a
// quote may have.
const (
	maxSteps  = 4096
	maxCode   = 1 << 13
	maxDepth  = 20
	maxSpan   = 1 << 12
	maxQuoted = 60
)

// compiler turns a match line into code.
type compiler struct {
	*parser
	g     *Grammar
	src   *text.Source
	pat   *Pattern
	pos   int // in src.Text
	end   int
	cost  int
	trig  bool
	depth int
	fixed []int // indexes of instructions that every match passes through
}

func (p *parser) compile(g *Grammar, src *text.Source, l line) (Pattern, bool) {
	before := len(p.faults)
	pat := Pattern{trigger: -1, Text: l.args}
	c := &compiler{parser: p, g: g, src: src, pat: &pat, pos: l.at.Start, end: l.at.End, cost: 1}
	c.sequence()
	if c.pos < c.end && len(p.faults) == before {
		hint := ""
		if src.Text[c.pos] == '|' {
			hint = "put alternatives in brackets: ( a | b )"
		}
		p.fault(src, text.Span{Start: c.pos, End: c.end}, hint, "unexpected %q", src.Text[c.pos:c.end])
	}
	pat.code = append(pat.code, instr{op: opEnd, role: -1})
	if len(p.faults) > before {
		return pat, false
	}
	const several = "make several match lines of it"
	switch {
	case len(pat.code) > maxCode:
		p.fault(src, l.at, several, "pattern of more than %d elements", maxCode/2)
	case c.cost > maxSteps:
		p.fault(src, l.at, "narrow a gap or drop an alternative", "pattern could take %s steps at one place, more than %d", steps(c.cost), maxSteps)
	case c.widest() > maxSpan:
		p.fault(src, l.at, several, "pattern could span more than %d words", maxSpan)
	default:
		c.anchor(l)
	}
	return pat, len(p.faults) == before
}

// mostCost is as far as costs are counted.
const mostCost = 1 << 30

// times makes the pattern so many times dearer.
func (c *compiler) times(n int) { c.cost = min(c.cost*n, mostCost) }

func steps(cost int) string {
	if cost >= mostCost {
		return "a billion"
	}
	return strconv.Itoa(cost)
}

// widest returns how many words the pattern can span at most, not counting
// phrases of lexicons as more than one.
func (c *compiler) widest() int {
	wide := 0
	for i := range c.pat.code {
		switch in := &c.pat.code[i]; in.op {
		case opGap:
			wide += in.max
		case opWords:
			wide += in.min
		case opLex, opMark:
			wide++
		}
	}
	return wide
}

func (c *compiler) emit(i instr) int {
	c.pat.code = append(c.pat.code, i)
	return len(c.pat.code) - 1
}

// anchor chooses the trigger and measures what may stand before it.
func (c *compiler) anchor(l line) {
	if c.pat.trigger < 0 {
		for _, i := range c.fixed {
			if o := c.pat.code[i].op; o == opWords || o == opLex {
				c.pat.trigger = i
				break
			}
		}
	}
	if c.pat.trigger < 0 {
		for _, i := range c.fixed { // a choice of words serves as well
			if c.pat.code[i].op == opAlt && c.wordy(i) {
				c.pat.trigger = i
				break
			}
		}
	}
	if c.pat.trigger < 0 {
		c.fault(c.src, l.at, `one element that is not optional must be "words" or <lexicon>`, "pattern without a trigger")
		return
	}
	lo, hi := c.width(0, c.pat.trigger, c.atMost)
	c.pat.before = [2]int{lo, hi}
	c.pat.begins, _ = c.begins(c.pat.trigger)
	for _, i := range c.fixed {
		if i == c.pat.trigger {
			continue
		}
		if lex, ok := c.begins(i); ok {
			c.pat.checks = append(c.pat.checks, c.check(i, lex))
		}
	}
	c.pat.thread()
}

// check is what the fixed element at i, which begins with an entry of lex,
// asks of the tokens around the trigger.
func (c *compiler) check(i int, lex LexID) check {
	if i < c.pat.trigger {
		lo, hi := c.width(i, c.pat.trigger, c.longest)
		return check{lex: uint16(lex), lo: int16(-hi), hi: int16(-lo)}
	}
	lo, hi := c.width(c.pat.trigger, i, c.longest)
	return check{lex: uint16(lex), lo: int16(lo), hi: int16(hi)}
}

// atMost is how many tokens a lexicon phrase or mark before a trigger may have.
func (c *compiler) atMost(instr) int { return 8 }

// longest is how many tokens the longest entry of a lexicon has, and a mark
// may have.
func (c *compiler) longest(in instr) int {
	if in.op == opMark {
		return 64
	}
	return max(c.g.lex.longest[in.lex], 1)
}

// begins returns the number of what the element at pc may begin with; it
// reports false where that may be anything.
func (c *compiler) begins(pc int) (LexID, bool) {
	var parts []LexID
	if !c.beginnings(pc, &parts) {
		return 0, false
	}
	slices.Sort(parts)
	return c.g.lex.union(slices.Compact(parts)), true
}

func (c *compiler) beginnings(pc int, parts *[]LexID) bool {
	switch in := c.pat.code[pc]; in.op {
	case opWords, opLex, opMark:
		*parts = append(*parts, in.lex)
	case opAlt, opJump:
		for _, t := range in.to {
			if !c.beginnings(t, parts) {
				return false
			}
		}
	default:
		return false
	}
	return true
}

// thread leads every way on past instructions that only lead on.
func (p *Pattern) thread() {
	through := func(pc int) int {
		for p.code[pc].op == opJump || p.code[pc].op == opAlt && len(p.code[pc].to) == 1 {
			pc = p.code[pc].to[0]
		}
		return pc
	}
	p.start = through(0)
	for i := range p.code {
		in := &p.code[i]
		for k := range in.to {
			in.to[k] = through(in.to[k])
		}
		if i+1 < len(p.code) {
			in.next = through(i + 1)
		}
	}
	p.steps = make([]step, len(p.code))
	for i, in := range p.code {
		s := step{op: in.op, verb: in.verb, role: int8(in.role), min: uint8(min(in.min, 255)), max: uint8(in.max),
			lex: uint16(in.lex), class: uint16(in.class), next: uint16(in.next), to: uint16(len(p.targets))}
		if in.op == opWords {
			s.lex = uint16(len(p.words))
			p.words = append(p.words, in.words)
		}
		for _, t := range in.to {
			p.targets = append(p.targets, uint16(t))
		}
		s.last = uint16(len(p.targets))
		p.steps[i] = s
	}
}

// wordy reports whether each alternative of the choice at i begins with words.
func (c *compiler) wordy(i int) bool {
	for _, t := range c.pat.code[i].to {
		in := c.pat.code[t]
		for in.op == opAlt && len(in.to) == 1 {
			t = in.to[0]
			in = c.pat.code[t]
		}
		if in.op != opWords && in.op != opLex {
			return false
		}
	}
	return true
}

// width returns the least and greatest number of tokens that code[from:to] can
// take up; longest says how many a lexicon phrase or mark does.
func (c *compiler) width(from, to int, longest func(instr) int) (lo, hi int) {
	for i := from; i < to; {
		in := c.pat.code[i]
		switch in.op {
		case opWords:
			lo, hi = lo+in.min, hi+in.min
		case opLex, opMark:
			lo, hi = lo+1, hi+longest(in)
		case opGap:
			lo, hi = lo+in.min, hi+in.max
		case opAlt:
			if len(in.to) > 1 {
				next := c.after(i)
				if next > to { // the trigger lies inside
					return lo, hi + 8
				}
				least, most := 1<<20, 0
				for k, t := range in.to {
					stop := next
					if k+1 < len(in.to) && in.to[k+1] < next {
						stop = in.to[k+1]
					}
					a, b := c.width(t, stop, longest)
					least, most = min(least, a), max(most, b)
				}
				lo, hi, i = lo+least, hi+most, next
				continue
			}
		}
		i++
	}
	return lo, hi
}

// after returns the index behind the choice or optional element at i.
func (c *compiler) after(i int) int {
	in := c.pat.code[i]
	last := in.to[len(in.to)-1]
	if j := in.to[1] - 1; j > i && c.pat.code[j].op == opJump {
		return c.pat.code[j].to[0]
	}
	return last
}
