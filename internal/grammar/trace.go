package grammar

import (
	"fmt"
	"slices"
	"strings"
)

// Trace collects where a rule's patterns stop. A nil *Trace collects nothing.
type Trace struct {
	Stops []Stop
	depth []int // of the pattern's code
}

// Stop is a place where a pattern could not go on.
type Stop struct {
	Pattern string
	Element string // the element that did not match, or the condition that refused
	Index   int    // how many elements must match before it
	From    int    // token where the pattern began to match
	First   int    // token where it stopped
	Last    int    // for a condition the tokens meant, else First+1
	Refused bool   // by a condition
}

func (t *Trace) stop(m *matcher, pc, pos int) {
	if t == nil {
		return
	}
	t.Stops = append(t.Stops, Stop{Pattern: m.p.Text, Element: m.p.code[pc].text, Index: t.depth[pc], From: m.first, First: pos, Last: pos + 1})
}

// refusals say what a condition asks for.
var refusals = map[string]string{
	"with": "needs <%s> in the unit", "without": "may have no <%s> in the unit", "verb": "needs <%s> as its verb",
	"subject": "needs <%s> in the subject", "not-subject": "may have no <%s> in the subject",
}

func (t *Trace) refuse(condition, lexicon string, first, last int) {
	if t == nil {
		return
	}
	t.Stops = append(t.Stops, Stop{Element: fmt.Sprintf(refusals[condition], lexicon), From: first, First: first, Last: last, Refused: true})
}

// Trace tries the named rule everywhere in the analysed sentence and returns
// its matches and, for each place where its trigger stands, the furthest that
// its patterns came.
func (g *Grammar) Trace(a *Analysis, r *Rule) (matches []Match, stops []Stop) {
	for k := range r.Patterns {
		p := &r.Patterns[k]
		var depth []int
		for i := a.First; i < a.Last; i++ {
			if seat := g.lex.index.seats[p.begins]; a.next(i-a.First, i-a.First+1, seat) < 0 {
				continue
			}
			if depth == nil {
				depth = p.depths()
			}
			tr := Trace{depth: depth}
			m, ok := g.try(a, r, p, i, &tr)
			if ok && g.conditions(a, r, m.Unit, &tr) {
				matches = append(matches, m)
				continue
			}
			if s, found := furthest(tr.Stops); found {
				s.Pattern = p.Text
				stops = append(stops, s)
			}
		}
	}
	slices.SortStableFunc(matches, func(x, y Match) int { return x.Trigger - y.Trigger })
	return matches, stops
}

// mostWanted is how many elements are named that could have stood at a place.
const mostWanted = 3

// furthest returns the refusal, if there is one, else the stop with the most
// elements matched before it, with all that could have stood there.
func furthest(stops []Stop) (best Stop, found bool) {
	for _, s := range stops {
		if !found || s.Refused || !best.Refused && s.Index > best.Index {
			best, found = s, true
		}
	}
	if !found || best.Refused {
		return best, found
	}
	var wanted []string
	for _, s := range stops {
		if s.Index == best.Index && s.First == best.First && !slices.Contains(wanted, s.Element) {
			wanted = append(wanted, s.Element)
		}
	}
	if more := len(wanted) - mostWanted; more > 0 {
		wanted = append(wanted[:mostWanted], fmt.Sprintf("%d others", more))
	}
	best.Element = wanted[0]
	if n := len(wanted) - 1; n > 0 {
		best.Element = strings.Join(wanted[:n], ", ") + " or " + wanted[n]
	}
	return best, true
}

// depths returns for each instruction of the pattern how many elements must
// match before it.
func (p *Pattern) depths() []int {
	const unreached = 1 << 30
	depth := make([]int, len(p.code))
	for i := range depth {
		depth[i] = unreached
	}
	var walk func(pc, n int)
	walk = func(pc, n int) {
		if n >= depth[pc] {
			return
		}
		depth[pc] = n
		switch in := &p.code[pc]; in.op {
		case opEnd:
		case opAlt, opJump:
			for _, t := range in.to {
				walk(t, n)
			}
		case opGap:
			walk(in.next, n)
		default:
			walk(in.next, n+1)
		}
	}
	walk(p.start, 0)
	return depth
}
