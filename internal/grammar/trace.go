package grammar

// Trace collects where a rule's patterns stop. A nil *Trace collects nothing.
type Trace struct {
	Stops []Stop
}

// Stop is a place where a pattern could not go on.
type Stop struct {
	Pattern string
	Element string // the element that did not match, or the condition that refused
	Index   int    // how many elements matched before it
	First   int    // token where it stopped
	Last    int    // for a condition the tokens meant, else First+1
	Refused bool   // by a condition
}

func (t *Trace) stop(m *matcher, pc, pos int) {
	if t == nil {
		return
	}
	t.Stops = append(t.Stops, Stop{Pattern: m.p.Text, Element: m.p.code[pc].text, Index: pc, First: pos, Last: pos + 1})
}

func (t *Trace) refuse(condition, lexicon string, first, last int) {
	if t == nil {
		return
	}
	t.Stops = append(t.Stops, Stop{Element: condition + " <" + lexicon + ">", First: first, Last: last, Refused: true})
}

// Trace tries the named rule everywhere in the analysed sentence and returns
// its matches and, for each place where its trigger stands, the furthest that
// its patterns came.
func (g *Grammar) Trace(a *Analysis, r *Rule) (matches []Match, stops []Stop) {
	for i := a.First; i < a.Last; i++ {
		for k := range r.Patterns {
			p := &r.Patterns[k]
			if !a.begins(i-a.First, p.begins) {
				continue
			}
			var tr Trace
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
	return matches, stops
}

// furthest returns the refusal, if there is one, else the stop with the most
// elements matched before it.
func furthest(stops []Stop) (best Stop, found bool) {
	for _, s := range stops {
		if !found || s.Refused || !best.Refused && s.Index > best.Index {
			best, found = s, true
		}
	}
	return best, found
}
