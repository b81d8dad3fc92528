package eval

import (
	"plumbline"
	"plumbline/internal/text"
)

// tally counts one entry.
type tally struct {
	entry     *Entry
	narrative *plumbline.Narrative // nil where the reading has none
	claims    []plumbline.Claim

	figures   [measures]count
	types     map[string]*Row
	sections  map[string]*Row
	rules     map[string]*Row
	citations int
	broken    int
	mistakes  []Mistake
}

// newTally counts what was read of e; r may be nil. Of several narratives the
// last one's placement counts, and the claims of all.
func newTally(e *Entry, r *plumbline.Reading) *tally {
	t := &tally{entry: e, types: map[string]*Row{}, sections: map[string]*Row{}, rules: map[string]*Row{}}
	if r != nil {
		t.claims = r.Claims
		if len(r.Narratives) > 0 {
			t.narrative = &r.Narratives[len(r.Narratives)-1]
		}
	}
	t.placement()
	t.citation()
	t.profile()
	t.estimates()
	t.conduct()
	t.trends()
	t.recommendations()
	return t
}

// count adds one comparison to a share.
func (t *tally) count(m measure, ok bool) {
	t.figures[m].Gold++
	if ok {
		t.figures[m].Hit++
	}
}

// compare adds a set of words to an F1, where optional words are no mistake.
func (t *tally) compare(m measure, want, got, optional set) {
	for w := range optional {
		if !want[w] {
			delete(got, w)
		}
	}
	t.figures[m].add(count{want.shared(got), len(want), len(got)})
	missed, extra := want.without(got), got.without(want)
	if len(missed)+len(extra) > 0 {
		t.say(Mistake{Kind: m.String(), Missed: missed, Extra: extra})
	}
}

// placement compares the facts of the heading and the outcome sentence.
func (t *tally) placement() {
	got := map[string]string{"waiver": "false"}
	if t.narrative != nil {
		got = placementFacts(&t.narrative.Placement)
	}
	for _, f := range t.entry.gold.facts {
		ok := got[f.name] == f.want
		t.count(facts, ok)
		if f.name == "tier" {
			t.count(tier, ok)
		}
		if !ok {
			t.say(Mistake{Kind: "fact", Fact: f.name, Gold: f.want, Got: got[f.name]})
		}
	}
}

func (t *tally) citation() {
	for i := range t.claims {
		c := &t.claims[i].Citation
		t.citations++
		s := c.Span
		if s.Start < 0 || s.End < s.Start || s.End > len(t.entry.Text) || s.In(t.entry.Text) != c.Quote {
			t.broken++
			t.say(Mistake{Kind: "citation", Type: t.claims[i].Type, Got: c.Quote, Text: clip(s, t.entry.Text), Rule: t.claims[i].FoundBy, Span: s})
		}
	}
}

// estimates compares least and most of the numbers of people, where gold has
// any.
func (t *tally) estimates() {
	var known []goldClaim
	for _, c := range t.entry.gold.claims {
		if c.kind == plumbline.Estimate && (c.min.Known || c.max.Known) {
			known = append(known, c)
		}
	}
	if len(known) == 0 {
		return
	}
	said := t.read(func(c *plumbline.Claim) bool {
		return c.Type == plumbline.Estimate && (c.Quantity.Min.Known || c.Quantity.Max.Known)
	})
	m := match(known, said)
	f := &t.figures[estimates]
	f.add(count{0, len(known), len(said)})
	for _, ij := range m.pairs {
		g, q := &known[ij[0]], &said[ij[1]].claim.Quantity
		if q.Min == g.min && q.Max == g.max {
			f.Hit++
			continue
		}
		t.say(Mistake{Kind: "estimate", Type: plumbline.Estimate, Gold: rangeText(g.min, g.max), Got: rangeText(q.Min, q.Max),
			Text: clip(g.span, t.entry.Text), Rule: said[ij[1]].claim.FoundBy, Span: g.span})
	}
	for i, ok := range m.gold {
		if !ok {
			t.say(Mistake{Kind: "missed", Type: plumbline.Estimate, Gold: rangeText(known[i].min, known[i].max),
				Text: clip(known[i].span, t.entry.Text), Span: known[i].span})
		}
	}
	for j, ok := range m.read {
		if !ok {
			t.say(extraMistake(said[j]))
		}
	}
}

// trends compares what is said of each P, where gold has it.
func (t *tally) trends() {
	g := &t.entry.gold
	if !g.hasTrends {
		return
	}
	got := set{}
	for _, f := range t.read(ofType(plumbline.Trend)) {
		for _, p := range f.claim.Participants.Topics {
			got[trendText(p, f.claim.Direction)] = true
		}
	}
	t.compare(trends, g.trends, got, g.trendsOptional)
}

// recommendations compares items and their topics, where gold has them.
func (t *tally) recommendations() {
	g := &t.entry.gold
	if !g.hasRecommendations {
		return
	}
	said := t.read(ofType(plumbline.Recommendation))
	m := match(g.recommendations, said)
	t.figures[recommendations].add(count{len(m.pairs), len(g.recommendations), len(said)})
	for _, ij := range m.pairs {
		want, got := g.recommendations[ij[0]].topics, newSet(said[ij[1]].claim.Participants.Topics)
		t.figures[topics].add(count{want.shared(got), len(want), len(got)})
		missed, extra := want.without(got), got.without(want)
		if len(missed)+len(extra) > 0 {
			t.say(Mistake{Kind: "topics", Type: plumbline.Recommendation, Missed: missed, Extra: extra,
				Text: said[ij[1]].claim.Citation.Quote, Rule: said[ij[1]].claim.FoundBy, Span: said[ij[1]].span()})
		}
	}
	for i, ok := range m.gold {
		if !ok {
			s := g.recommendations[i].span
			t.say(Mistake{Kind: "missed", Type: plumbline.Recommendation, Text: clip(s, t.entry.Text), Span: s})
		}
	}
	for j, ok := range m.read {
		if !ok {
			t.say(extraMistake(said[j]))
		}
	}
}

// read returns the claims that keep holds of, in the order of the text.
func (t *tally) read(keep func(*plumbline.Claim) bool) []found {
	var out []found
	for i := range t.claims {
		if c := &t.claims[i]; keep(c) {
			out = append(out, found{c, c.Type})
		}
	}
	return out
}

func ofType(kind plumbline.ClaimType) func(*plumbline.Claim) bool {
	return func(c *plumbline.Claim) bool { return c.Type == kind }
}

// section returns the name of the section that holds s, "none" where there is
// no narrative or no section.
func (t *tally) section(s text.Span) string {
	if t.narrative != nil {
		if at := t.narrative.SectionAt(s.Start); at != nil {
			return string(at.Name)
		}
	}
	return "none"
}
