package grammar

import "plumbline/internal/token"

// Match is a place where a rule's pattern holds.
type Match struct {
	Rule        *Rule
	Pattern     *Pattern
	First, Last int // tokens
	Trigger     int
	Unit        int
	spans       [maxRoles][2]int
}

// maxRoles is how many roles one pattern may name.
const maxRoles = 6

// Role returns the tokens that the role took; ok is false where it took none.
func (m *Match) Role(name string) (first, last int, ok bool) {
	for i, r := range m.Pattern.roles {
		if r == name && m.spans[i][1] > m.spans[i][0] {
			return m.spans[i][0], m.spans[i][1], true
		}
	}
	return 0, 0, false
}

// Match appends to dst the matches in the analysed sentence of all rules that
// were placed at any of the bits of where, by trigger place, and so by unit, and
// then in rule order.
func (g *Grammar) Match(dst []Match, a *Analysis, where uint32) []Match {
	for _, key := range g.toTry(a, where) {
		t := &g.tries[uint32(key)]
		i := a.First + int(key>>32)
		if !g.conditions(a, t.rule, a.UnitAt(i), nil) {
			continue
		}
		if m, ok := g.try(a, t.rule, t.pattern, i, nil); ok {
			dst = append(dst, m)
		}
	}
	return dst
}

// try matches one pattern with its trigger at token i.
func (g *Grammar) try(a *Analysis, r *Rule, p *Pattern, i int, tr *Trace) (Match, bool) {
	m := matcher{a: a, p: p, trigger: i, trace: tr}
	lo, hi := p.before[0], p.before[1]
	if hi > 0 && tr == nil { // what follows the trigger must hold wherever the match begins
		m.first = i
		if _, ok := m.run(p.trigger, i); !ok {
			return Match{}, false
		}
	}
	for start := i - lo; start >= a.First && start >= i-hi; start-- {
		m.first = start
		if end, ok := m.run(p.start, start); ok && !a.strays(i, end) {
			return Match{Rule: r, Pattern: p, First: start, Last: end, Trigger: i, Unit: a.UnitAt(i), spans: m.spans}, true
		}
	}
	return Match{}, false
}

// strays reports whether what begins with the verb at token i and ends before
// end runs into the subject of the next clause: "were convicted and victim
// services closed" convicts no victim.
func (a *Analysis) strays(i, end int) bool {
	if end-1 <= i || a.clause[i-a.First] == a.clause[end-1-a.First] || a.Units[a.UnitAt(i)].Head != i {
		return false
	}
	u := &a.Units[a.UnitAt(end-1)]
	return (u.Link == Main || u.Link == Subordinate) && u.Head >= end
}

type matcher struct {
	a       *Analysis
	p       *Pattern
	first   int
	trigger int
	steps   int
	spans   [maxRoles][2]int
	trace   *Trace
}

// run matches the code from pc on at token pos and returns where it ends.
func (m *matcher) run(pc, pos int) (int, bool) {
	for {
		if m.steps++; m.steps > maxSteps || pc == m.p.trigger && pos != m.trigger {
			return 0, false
		}
		if pc < m.p.trigger && pos > m.trigger {
			return 0, false // past the trigger already
		}
		in := &m.p.steps[pc]
		switch in.op {
		case opEnd:
			return pos, true
		case opJump:
			pc = int(m.p.targets[in.to])
			continue
		case opAlt:
			for _, t := range m.p.targets[in.to : in.last-1] {
				if end, ok := m.run(int(t), pos); ok {
					return end, true
				}
			}
			pc = int(m.p.targets[in.last-1])
			continue
		case opGap:
			return m.gap(in, pos)
		}
		n := m.take(in, pos)
		if n == 0 {
			if m.trace != nil {
				m.trace.stop(m, pc, pos)
			}
			return 0, false
		}
		if in.role >= 0 {
			return m.capture(in, pos, n)
		}
		pc, pos = int(in.next), pos+n
	}
}

// capture notes the tokens that a role took and goes on.
func (m *matcher) capture(in *step, pos, n int) (int, bool) {
	old := m.spans[in.role]
	if old[1] == pos {
		m.spans[in.role][1] = pos + n
	} else {
		m.spans[in.role] = [2]int{pos, pos + n}
	}
	end, ok := m.run(int(in.next), pos+n)
	if !ok {
		m.spans[in.role] = old
	}
	return end, ok
}

// gap tries to go on after in.min to in.max tokens of one clause.
func (m *matcher) gap(in *step, pos int) (int, bool) {
	for n := 0; n <= int(in.max); n++ {
		if n > 0 && m.outside(pos, pos+n) {
			break
		}
		if n >= int(in.min) {
			if in.role >= 0 {
				m.spans[in.role] = [2]int{pos, pos + n}
			}
			if end, ok := m.run(int(in.next), pos+n); ok {
				return end, true
			}
		}
		at := pos + n
		if at >= m.a.Last || m.a.markByte(at) == ';' || m.outside(pos, at) {
			break
		}
	}
	return 0, false
}

// outside reports whether token at stands in another clause than what was
// matched before pos, where the gap began.
func (m *matcher) outside(pos, at int) bool {
	return at < m.a.Last && at > m.first && m.a.ClauseAt(at) != m.a.ClauseAt(max(pos-1, m.a.First))
}

// take returns how many tokens from pos on satisfy the instruction.
func (m *matcher) take(in *step, pos int) int {
	a := m.a
	if pos >= a.Last {
		return 0
	}
	if in.verb && a.Units[a.UnitAt(pos)].Head != pos {
		return 0
	}
	switch in.op {
	case opWords:
		return a.inRow(pos, m.p.words[in.lex])
	case opLex:
		return a.InLexicon(pos, LexID(in.lex))
	case opMark:
		if mk := a.MarkAt(pos, ClassID(in.class)); mk != nil {
			return mk.Last - mk.First
		}
	}
	return 0
}

// inRow returns how many words stand in a row from token i on, or 0 where not
// all do.
func (a *Analysis) inRow(i int, words []token.WordID) int {
	if i+len(words) > a.Last {
		return 0
	}
	for k, w := range words {
		if a.Text.Tokens[i+k].ID != w {
			return 0
		}
	}
	return len(words)
}

// conditions reports whether the unit is what rule r asks for.
func (g *Grammar) conditions(a *Analysis, r *Rule, unit int, tr *Trace) bool {
	u := &a.Units[unit]
	for _, lex := range r.Without {
		if from, to, found := a.Find(u.First, u.Last, lex); found {
			tr.refuse("without", g.lex.names[lex], from, to)
			return false
		}
	}
	for _, lex := range r.With {
		if _, _, found := a.Find(u.First, u.Last, lex); !found {
			tr.refuse("with", g.lex.names[lex], u.First, u.Last)
			return false
		}
	}
	for _, lex := range r.NoSubj {
		if from, to, found := a.Find(u.SubjFirst, u.SubjLast, lex); found {
			tr.refuse("not-subject", g.lex.names[lex], from, to)
			return false
		}
	}
	if len(r.Subject) > 0 && !g.any(a, u.SubjFirst, u.SubjLast, r.Subject) {
		tr.refuse("subject", g.lex.names[r.Subject[0]], u.SubjFirst, u.SubjLast)
		return false
	}
	if len(r.Verb) > 0 && (u.Head < 0 || !g.any(a, u.Start, u.Head+1, r.Verb)) {
		tr.refuse("verb", g.lex.names[r.Verb[0]], max(u.Start, u.First), u.Last)
		return false
	}
	return true
}

func (g *Grammar) any(a *Analysis, first, last int, lexes []LexID) bool {
	for _, lex := range lexes {
		if _, _, found := a.Find(first, last, lex); found {
			return true
		}
	}
	return false
}
