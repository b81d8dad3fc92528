package extract

import (
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Step is one place where a rule's trigger stands in a text.
type Step struct {
	Matched bool
	Refused bool      // by a condition, after a pattern held
	Span    text.Span // of the match, or of where it stopped
	Held    text.Span // what matched before it stopped; may be empty
	Pattern string
	Element string // what did not hold; empty for a match
	Far     int    // how many elements held before it
}

// Trace tries the named rule everywhere in a text that stands for itself and
// says for each place where its trigger stands whether it holds or where it
// stops, in the order of the text. An unknown rule has no steps.
func (x *Extractor) Trace(rule plumbline.RuleName, words string) []Step {
	g := x.grammar.Rule(string(rule))
	if g == nil {
		return nil
	}
	whole := text.Span{End: len(words)}
	d := &plumbline.Document{Text: words}
	n := &plumbline.Narrative{Span: whole, Sections: []plumbline.Section{{Name: plumbline.Prosecution, Span: whole}}}
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	var steps []Step
	for st, places := range r.sentences(&n.Sections[0]) {
		r.analyse(st, places)
		steps = append(steps, r.steps(g)...)
	}
	return steps
}

// Explanation is what stands around a claim.
type Explanation struct {
	Sentence text.Span
	Leads    []Lead // to its participants and figures
	Near     []Near
}

// Near is a rule that began to hold in the claim's sentence and did not.
type Near struct {
	Rule   plumbline.RuleName
	Reason string
	Held   text.Span // what held of it; may be empty
	Span   text.Span // where it stopped
}

// mostNear is how many near misses are told: those that came furthest.
const mostNear = 5

// Explain reads the section of claim c once more, up to its sentence. The
// claim must be one of narrative n of document d, or the Explanation is empty.
func (x *Extractor) Explain(d *plumbline.Document, n *plumbline.Narrative, c *plumbline.Claim) Explanation {
	s := n.SectionAt(c.Citation.Span.Start)
	if s == nil {
		return Explanation{}
	}
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	r.prior = antecedent{}
	for st, places := range r.sentences(s) {
		span := r.text.Span(st.First, st.Last)
		if !span.Holds(c.Citation.Span.Start) {
			r.sentence(st, places)
			continue
		}
		w := &watch{}
		r.watch = w
		r.sentence(st, places)
		r.watch = nil
		return Explanation{span, w.leads(c), r.near(c)}
	}
	return Explanation{}
}

// sentences gives the sentences of a section with the places named in each.
func (r *reader) sentences(s *plumbline.Section) func(yield func(token.Sentence, []mention.Mention) bool) {
	return func(yield func(token.Sentence, []mention.Mention) bool) {
		r.sect, r.where = s, sectionBit(s.Name)
		if s.Name == plumbline.AssessmentPart && !r.hasParts {
			r.where |= undivided
		}
		m := 0
		for _, st := range r.text.Sentences {
			first := m
			for m < len(r.mentions) && r.mentions[m].Last <= st.Last {
				m++
			}
			if start := int(r.text.Tokens[st.First].Start); start < s.Span.Start {
				continue
			} else if start >= s.Span.End {
				return
			}
			if !yield(st, r.mentions[first:m]) {
				return
			}
		}
	}
}

// analyse finds the figures, units and cues of a sentence.
func (r *reader) analyse(st token.Sentence, places []mention.Mention) {
	r.figures = r.numbers.Find(r.figures[:0], &r.text, st.First, st.Last)
	r.here = places
	r.mark(places)
	r.a.Commands = r.sect.Name == plumbline.Recommendations
	r.grammar.Analyse(&r.a, &r.text, st.First, st.Last, r.marks)
}

// steps tries one rule in the analysed sentence.
func (r *reader) steps(rule *grammar.Rule) []Step {
	matches, stops := r.grammar.Trace(&r.a, rule)
	var steps []Step
	for _, m := range matches {
		steps = append(steps, Step{Matched: true, Span: r.span(m.First, m.Last), Pattern: m.Pattern.Text})
	}
	for _, s := range stops {
		at := r.span(s.First, min(s.Last, len(r.text.Tokens)))
		if s.First >= len(r.text.Tokens) { // behind the last word
			end := int(r.text.Tokens[len(r.text.Tokens)-1].End)
			at = text.Span{Start: end, End: end}
		}
		var held text.Span
		if s.From < s.First {
			held = r.span(s.From, s.First)
		}
		steps = append(steps, Step{Refused: s.Refused, Span: at, Held: held, Pattern: s.Pattern, Element: s.Element, Far: s.Index})
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.Span.Start - b.Span.Start })
	return steps
}

// near lists the rules that almost held where claim c stands, those that came
// furthest first: refused by a condition, or with more than one element held.
func (r *reader) near(c *plumbline.Claim) []Near {
	type miss struct {
		Near
		far int
	}
	var misses []miss
	for _, rule := range r.grammar.Rules {
		if r.traits[rule.Index].where&r.where == 0 || rule.Name == string(c.FoundBy) {
			continue
		}
		var best miss
		for _, s := range r.steps(rule) {
			if s.Matched {
				best.far = 0
				break
			}
			m := miss{Near{plumbline.RuleName(rule.Name), "wanted " + s.Element, s.Held, s.Span}, s.Far}
			if s.Refused {
				m.Reason, m.far = s.Element, s.Far+100
			}
			if m.far > best.far && c.Citation.Span.Overlaps(s.Span.Join(s.Held)) {
				best = m
			}
		}
		if best.far > 1 {
			misses = append(misses, best)
		}
	}
	slices.SortStableFunc(misses, func(a, b miss) int { return b.far - a.far })
	var list []Near
	for _, m := range misses[:min(len(misses), mostNear)] {
		list = append(list, m.Near)
	}
	return list
}
