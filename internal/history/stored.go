package history

import (
	"cmp"
	"maps"
	"slices"

	"plumbline"
)

// carrier is the layout of short entries that carry a report's rating on, often
// under an old year.
const carrier = "factbook"

// With returns a History that also knows what the given narratives print of
// their own year, and what they tell of the years before it ("remained",
// "for the third consecutive year"), each with its document. Narratives without
// country, year or tier add nothing.
func (h *History) With(narratives []plumbline.Narrative) *History {
	all := *h
	all.rows = maps.Clone(h.rows)
	touched := map[plumbline.CountryCode]bool{}
	for i := range narratives {
		n := &narratives[i]
		if n.Country == "" || n.Year < FirstReport || n.Placement.Tier == "" {
			continue
		}
		if !touched[n.Country] {
			touched[n.Country] = true
			all.rows[n.Country] = slices.Clone(all.rows[n.Country])
		}
		all.rows[n.Country] = append(all.rows[n.Country], told(n)...)
		all.last = max(all.last, n.Year)
	}
	for country := range touched {
		slices.SortStableFunc(all.rows[country], func(a, b row) int {
			return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.From, a.From), cmp.Compare(a.Document, b.Document))
		})
	}
	return &all
}

// told returns what a narrative says of the tiers of its own year and of those
// before it.
func told(n *plumbline.Narrative) []row {
	p := &n.Placement
	own := plumbline.PastPlacement{
		Country: n.Country, Year: n.Year, Tier: p.Tier, Source: n.File, Verified: plumbline.Stored, Document: n.Document,
	}
	rows := []row{{own, n.Layout}}
	years := p.Consecutive - 1
	if years < 1 && p.Move == plumbline.Remained {
		years = 1
	}
	for i := 1; i <= years && n.Year-i >= FirstReport; i++ {
		before := own
		before.Year, before.From, before.Verified = n.Year-i, n.Year, plumbline.Derived
		rows = append(rows, row{before, n.Layout})
	}
	return rows
}
