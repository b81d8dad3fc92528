package grammar

import (
	"strconv"
	"strings"

	"plumbline/internal/text"
)

// The elements of a pattern, as a match line writes them.

func (c *compiler) space() {
	for c.pos < c.end && (c.src.Text[c.pos] == ' ' || c.src.Text[c.pos] == '\t') {
		c.pos++
	}
}

// sequence reads elements up to the end, "|" or ")".
func (c *compiler) sequence() {
	for {
		c.space()
		if c.pos >= c.end || c.src.Text[c.pos] == '|' || c.src.Text[c.pos] == ')' {
			return
		}
		if !c.element() {
			c.pos = c.end
			return
		}
	}
}

// element reads one element with its role and question mark.
func (c *compiler) element() bool {
	role, verb, isTrigger := -1, false, false
	for {
		name := c.prefix()
		if name == "" {
			break
		}
		switch name {
		case "verb":
			verb = true
		case "trig":
			isTrigger = true
		default:
			role = c.role(name)
		}
	}
	open := c.emit(instr{op: opAlt, role: -1}) // becomes a no-op unless optional
	first := len(c.pat.code)
	if !c.atom(role, verb) {
		return false
	}
	optional := c.pos < c.end && c.src.Text[c.pos] == '?'
	if optional {
		c.pos++
		c.times(2)
	}
	c.pat.code[open] = instr{op: opAlt, to: []int{first}, role: -1}
	if optional {
		c.pat.code[open].to = append(c.pat.code[open].to, len(c.pat.code))
		return true
	}
	if c.depth == 0 {
		if isTrigger {
			c.pat.trigger, c.trig = first, true
		}
		c.fixed = append(c.fixed, first)
	}
	return true
}

// prefix reads "name:" and returns the name, or "".
func (c *compiler) prefix() string {
	s := c.src.Text[c.pos:c.end]
	for i := 0; i < len(s); i++ {
		if s[i] == ':' && i > 0 {
			c.pos += i + 1
			return s[:i]
		}
		if !(s[i] >= 'a' && s[i] <= 'z' || s[i] == '-') {
			return ""
		}
	}
	return ""
}

func (c *compiler) role(name string) int {
	for i, r := range c.pat.roles {
		if r == name {
			return i
		}
	}
	c.pat.roles = append(c.pat.roles, name)
	return len(c.pat.roles) - 1
}

// until returns the text up to the closing mark and moves past it; what is
// what opened at the byte before.
func (c *compiler) until(mark byte, what string) (string, text.Span, bool) {
	at := text.Span{Start: c.pos, End: c.end}
	i := strings.IndexByte(c.src.Text[c.pos:c.end], mark)
	if i < 0 {
		c.fault(c.src, text.Span{Start: at.Start - 1, End: at.End}, "close it with "+string(mark), "%s without end", what)
		return "", at, false
	}
	at.End = c.pos + i
	c.pos += i + 1
	return c.src.Text[at.Start:at.End], at, true
}

func (c *compiler) atom(role int, verb bool) bool {
	rest := c.src.Text[c.pos:c.end]
	switch {
	case rest == "":
		c.fault(c.src, text.Span{Start: c.pos - 1, End: c.pos}, `write role:"words" in one`, "role of nothing")
		return false
	case rest[0] == '"':
		c.pos++
		words, at, ok := c.until('"', "quote")
		if !ok {
			return false
		}
		in := instr{op: opWords, role: role, verb: verb, text: `"` + words + `"`}
		ids := c.g.split(words)
		if len(ids) == 0 {
			c.fault(c.src, at, "write words between them", "empty quotes")
			return false
		}
		if len(ids) > maxQuoted {
			c.fault(c.src, at, "a few of its words will do", "quote of more than %d words", maxQuoted)
			return false
		}
		in.lex, in.words, in.min = c.g.lex.quote(ids), ids, len(ids)
		c.emit(in)
	case rest[0] == '<':
		c.pos++
		name, at, ok := c.until('>', "lexicon")
		if !ok {
			return false
		}
		lex, known := c.g.lex.byName[name]
		if !known {
			c.fault(c.src, at, nearest(name, c.g.lex.names), "unknown lexicon <%s>", name)
			return false
		}
		c.emit(instr{op: opLex, lex: lex, role: role, verb: verb, text: "<" + name + ">"})
	case rest[0] == '@':
		return c.mark(role)
	case strings.HasPrefix(rest, "gap("):
		return c.gap(role)
	case rest[0] == '(':
		return c.choice(role)
	default:
		word, _, _ := strings.Cut(rest, " ")
		c.fault(c.src, text.Span{Start: c.pos, End: c.pos + len(word)}, `write "words", <lexicon>, @Class, gap(0..3) or ( a | b )`, "cannot read %q", word)
		return false
	}
	return true
}

func (c *compiler) mark(role int) bool {
	start := c.pos
	c.pos++
	for c.pos < c.end && (c.src.Text[c.pos]|0x20 >= 'a' && c.src.Text[c.pos]|0x20 <= 'z') {
		c.pos++
	}
	name := c.src.Text[start+1 : c.pos]
	for i, n := range c.options.Classes {
		if n == name {
			c.emit(instr{op: opMark, lex: c.g.lex.classes[i], class: ClassID(i), role: role, text: "@" + name})
			return true
		}
	}
	c.fault(c.src, text.Span{Start: start, End: c.pos}, nearest(name, c.options.Classes), "unknown class @%s", name)
	return false
}

func (c *compiler) gap(role int) bool {
	start := c.pos
	c.pos += len("gap(")
	body, at, ok := c.until(')', "gap")
	if !ok {
		return false
	}
	low, high, found := strings.Cut(body, "..")
	lo, err1 := strconv.Atoi(low)
	hi, err2 := strconv.Atoi(high)
	if !found || err1 != nil || err2 != nil || lo < 0 || hi < lo || hi > 60 {
		c.fault(c.src, at, "write gap(0..6), 60 at most", "gap of %q", body)
		return false
	}
	c.times(hi - lo + 1)
	c.emit(instr{op: opGap, min: lo, max: hi, role: role, text: c.src.Text[start:c.pos]})
	return true
}

// choice reads ( a | b | c ).
func (c *compiler) choice(role int) bool {
	start := c.pos
	c.pos++
	if c.depth++; c.depth > maxDepth {
		c.fault(c.src, text.Span{Start: start, End: start + 1}, "give what stands in them a lexicon", "brackets more than %d deep", maxDepth)
		return false
	}
	fork := c.emit(instr{op: opAlt, role: role, text: "( | )"})
	faults := len(c.faults)
	var targets, jumps []int
	cost, total := c.cost, 0
	for {
		c.cost = cost
		targets = append(targets, len(c.pat.code))
		c.sequence()
		if len(c.pat.code) == targets[len(targets)-1] && len(c.faults) == faults && c.pos < c.end {
			c.fault(c.src, text.Span{Start: start, End: c.pos + 1}, "write a ? behind what may be left out", "brackets with nothing between two marks")
		}
		total += c.cost
		jumps = append(jumps, c.emit(instr{op: opJump, role: -1}))
		if c.pos < c.end && c.src.Text[c.pos] == '|' {
			c.pos++
			continue
		}
		break
	}
	c.depth--
	c.cost = min(total, mostCost)
	if len(c.faults) > faults {
		return false
	}
	if c.pos >= c.end || c.src.Text[c.pos] != ')' {
		c.fault(c.src, text.Span{Start: start, End: c.end}, "close it with )", "bracket without end")
		return false
	}
	c.pos++
	after := len(c.pat.code)
	if role >= 0 { // the role covers the whole choice
		for _, t := range targets {
			for i := t; i < after; i++ {
				if c.pat.code[i].role < 0 && c.pat.code[i].op != opJump && c.pat.code[i].op != opAlt {
					c.pat.code[i].role = role
				}
			}
		}
	}
	c.pat.code[fork].to, c.pat.code[fork].role = targets, -1
	for _, j := range jumps {
		c.pat.code[j].to = []int{after}
	}
	return true
}
