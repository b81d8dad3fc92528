package eval

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// add completes e with the annotations of r. lineOf gives the line of a claim
// of r.Claims by its index.
func (l *loader) add(e Entry, r annotation, lineOf func(int) int) {
	g := &e.gold
	g.facts = statedFacts(&r)
	g.internal = answer(r.Internal)
	g.roles, g.rolesOptional = newSet(r.Roles), newSet(r.RolesOptional)
	delete(g.roles, "internal")
	if g.hasForms = r.Forms != nil; g.hasForms {
		g.forms, g.formsOptional = newSet(*r.Forms), newSet(r.FormsOptional)
	}
	g.flows, g.flowsOptional = r.Flows, set{}
	for _, f := range r.FlowsOptional {
		g.flowsOptional[f.pair.String()] = true
	}
	if g.hasTrends = r.Trends != nil; g.hasTrends {
		g.trends, g.trendsOptional = trendSet(*r.Trends), trendSet(r.TrendsOptional)
	}
	faults := len(l.faults)
	g.claims = l.claims(&e, r.Claims, "claim", lineOf)
	first := lineOf(0)
	whole := func(int) int { return first }
	g.claimsOptional = l.claims(&e, r.ClaimsOptional, "optional claim", whole)
	if g.hasRecommendations = r.Recommendations != nil; g.hasRecommendations {
		g.recommendations = l.claims(&e, *r.Recommendations, "recommendation", whole)
		for i := range g.recommendations {
			g.recommendations[i].kind = plumbline.Recommendation
		}
	}
	if len(l.faults) == faults {
		l.entries = append(l.entries, e)
	}
}

func (l *loader) claims(e *Entry, rows []annotatedClaim, what string, lineOf func(int) int) []goldClaim {
	out := make([]goldClaim, len(rows))
	for i := range rows {
		c := &rows[i]
		s := text.Span{Start: c.Start, End: c.End}
		if s.Start < 0 || s.Empty() || s.End > len(e.Text) {
			l.fault(lineOf(i), invalid(corpusHint, "entry %s: %s: span %d-%d lies outside the text (%d bytes)",
				e.ID, strings.TrimSpace(fmt.Sprintf("%s %d %s", what, i+1, c.Type)), c.Start, c.End, len(e.Text)))
			continue
		}
		out[i] = goldClaim{
			kind: c.Type, span: s, valence: c.Polarity, certainty: c.Certainty, source: c.Source,
			reporting: c.Reporting, movement: c.Movement, count: figure(c.Count), previous: figure(c.Previous),
			min: figure(c.CountMin), max: figure(c.CountMax), flows: c.Flows, topics: newSet(c.Topics),
		}
	}
	return out
}

func statedFacts(r *annotation) []fact {
	var facts []fact
	for _, f := range []struct {
		name string
		raw  []byte
	}{
		{"tier", r.Tier}, {"fully_meets", r.FullyMeets}, {"significant_efforts", r.SignificantEfforts},
		{"move", r.Move}, {"consecutive", r.Consecutive}, {"waiver", r.Waiver},
	} {
		if want, ok := factText(f.raw); ok {
			facts = append(facts, fact{f.name, want})
		}
	}
	return facts
}

func trendSet(trends []annotatedTrend) set {
	s := set{}
	for _, t := range trends {
		s[trendText(t.P, t.Direction)] = true
	}
	return s
}

func trendText(p string, d plumbline.Direction) string { return p + " " + string(d) }
