package view

import (
	"slices"

	"plumbline/internal/text"
)

// Cutting is words that the same marks lie on.
type Cutting struct {
	Span text.Span
	On   []int // indexes of the marks
	Ends []int // indexes of the marks whose last words these are
}

// Cut cuts a span where marks begin and end. Marks may overlap, and reach
// outside.
func Cut(s text.Span, marks []text.Span) []Cutting {
	edges := []int{s.Start, s.End}
	for _, m := range marks {
		for _, at := range [...]int{m.Start, m.End} {
			if s.Holds(at) {
				edges = append(edges, at)
			}
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	var list []Cutting
	for i := 1; i < len(edges); i++ {
		c := Cutting{Span: text.Span{Start: edges[i-1], End: edges[i]}}
		for k, m := range marks {
			if m.Empty() || !m.Contains(c.Span) {
				continue
			}
			c.On = append(c.On, k)
			if m.End == c.Span.End || c.Span.End == s.End {
				c.Ends = append(c.Ends, k)
			}
		}
		list = append(list, c)
	}
	return list
}
