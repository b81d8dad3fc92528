package view

import (
	"cmp"
	"maps"
	"slices"

	"plumbline"
)

// Edge is a flow between two countries.
type Edge struct{ From, To plumbline.CountryCode }

// Edges lists the flows of trafficking between a country and another, with the
// claims that tell of each. Regions are no countries, and what stays within one
// country is no edge.
func Edges(claims []plumbline.Claim, country plumbline.CountryCode) map[Edge][]*plumbline.Claim {
	edges := map[Edge][]*plumbline.Claim{}
	for _, c := range FlowsOf(claims, plumbline.Trafficked) {
		for _, from := range c.Participants.Origin {
			for _, to := range c.Participants.Destination {
				e := Edge{plumbline.CountryCode(from), plumbline.CountryCode(to)}
				if e.From != e.To && (e.From == country || e.To == country) {
					edges[e] = append(edges[e], c)
				}
			}
		}
	}
	return edges
}

// SortedEdges lists edges in the order of their codes.
func SortedEdges(edges map[Edge][]*plumbline.Claim) []Edge {
	return slices.SortedFunc(maps.Keys(edges), func(a, b Edge) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
}
