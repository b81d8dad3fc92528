package history

import (
	"cmp"
	"slices"

	"plumbline"
)

// History is what is known of the past. It is not changed after Load: With
// returns another one. It is safe for use by several goroutines at once.
type History struct {
	countries   plumbline.Countries
	rows        map[plumbline.CountryCode][]row // by year
	treaty      map[plumbline.CountryCode][]plumbline.TreatyAction
	waivers     []plumbline.Waiver
	soldiers    []plumbline.ChildSoldierListing
	successions []plumbline.Succession
	last        int // year of the last report that there is a placement of
}

// row is a placement as the history keeps it.
type row struct {
	plumbline.PastPlacement
	source string // name of the source in sources.tsv; of a stored one, the layout of its narrative
}

// rank orders the facts on a country-year: the least is the one that counts.
func (r *row) rank() int {
	switch {
	case r.Verified == plumbline.Primary:
		return 0
	case r.Verified == plumbline.Stored && r.source != carrier:
		return 1
	case r.Verified == plumbline.Secondary:
		return 2
	case r.Verified == plumbline.Stored:
		return 3
	case r.Document == "":
		return 4
	}
	return 5
}

// usable reports whether r is history for the report of the given year: it is
// not if it is that report's own, or worked out from its text.
func (r *row) usable(report int) bool { return report == 0 || r.Year != report && r.From != report }

// LastReport returns the year of the last report that a placement is known of.
func (h *History) LastReport() int { return h.last }

// Placements returns the placement of each year that one is known of, by year.
func (h *History) Placements(country plumbline.CountryCode) []plumbline.PastPlacement {
	var list []plumbline.PastPlacement
	for year := FirstReport; year <= h.last; year++ {
		if p, ok := h.At(country, year); ok {
			list = append(list, p)
		}
	}
	return list
}

// At returns the placement in the report of year, and false where it is
// unknown.
func (h *History) At(country plumbline.CountryCode, year int) (plumbline.PastPlacement, bool) {
	if r := h.at(country, year, 0); r != nil {
		return r.PastPlacement, true
	}
	return plumbline.PastPlacement{}, false
}

// at returns the fact that counts for the given year where the report under
// test is that of report, or nil.
func (h *History) at(country plumbline.CountryCode, year, report int) *row {
	var best *row
	rows := h.rows[country]
	i, _ := slices.BinarySearchFunc(rows, year, func(r row, y int) int { return cmp.Compare(r.Year, y) })
	for ; i < len(rows) && rows[i].Year == year; i++ {
		if r := &rows[i]; r.usable(report) && (best == nil || r.rank() < best.rank()) {
			best = r
		}
	}
	return best
}

// Before returns the last placement known from before the report of year, as far
// as it was not worked out from that report, and false where none is.
func (h *History) Before(country plumbline.CountryCode, year int) (plumbline.PastPlacement, bool) {
	for y := year - 1; y >= FirstReport; y-- {
		if r := h.at(country, y, year); r != nil {
			return r.PastPlacement, true
		}
	}
	return plumbline.PastPlacement{}, false
}

// others returns the facts on a year that say another tier than p does.
func (h *History) others(p *plumbline.PastPlacement) []plumbline.PastPlacement {
	var list []plumbline.PastPlacement
	for _, r := range h.rows[p.Country] {
		if r.Year == p.Year && r.Tier != p.Tier {
			list = append(list, r.PastPlacement)
		}
	}
	return list
}

// Treaty returns the known actions on the UN TIP Protocol, by date. None known
// means unknown.
func (h *History) Treaty(country plumbline.CountryCode) []plumbline.TreatyAction {
	return slices.Clone(h.treaty[country])
}

// Waivers returns the waivers known to have been granted, by kind and year.
// None known means unknown.
func (h *History) Waivers(country plumbline.CountryCode) []plumbline.Waiver {
	var list []plumbline.Waiver
	for _, w := range h.waivers {
		if w.Country == country {
			list = append(list, w)
		}
	}
	return list
}

// ChildSoldiers returns the years in which the country is on the list of 22 USC
// 2370c-1, and the years of which the whole list is known: of any other year
// nothing is.
func (h *History) ChildSoldiers(country plumbline.CountryCode) (listed []plumbline.ChildSoldierListing, known []int) {
	for _, c := range h.soldiers {
		if c.Country == country {
			listed = append(listed, c)
		}
		if !slices.Contains(known, c.Year) {
			known = append(known, c.Year)
		}
	}
	slices.Sort(known)
	return listed, known
}

// Successions returns those that the country is a part of.
func (h *History) Successions(country plumbline.CountryCode) []plumbline.Succession {
	var list []plumbline.Succession
	for _, s := range h.successions {
		if s.Successor == country || s.Predecessor == country {
			list = append(list, s)
		}
	}
	return list
}

// Rules gives the two-year rule of the law that governs the report of a year.
type Rules func(year int) plumbline.TwoYearRule

// Of returns all that is known of a country, with the clock for the report that
// comes after the last known one.
func (h *History) Of(country plumbline.CountryCode, rules Rules) *plumbline.CountryHistory {
	c := &plumbline.CountryHistory{
		Country: country, Treaty: h.Treaty(country), Waivers: h.Waivers(country), Successions: h.Successions(country),
	}
	c.ChildSoldiers, c.ListsKnown = h.ChildSoldiers(country)
	from, to := h.years(country)
	for year := from; year <= to; year++ {
		c.Years = append(c.Years, h.year(country, year, rules))
	}
	c.Clock = h.Clock(country, h.last+1, rules(h.last+1), Options{})
	return c
}

// years returns the first and the last report that could rate the country.
func (h *History) years(country plumbline.CountryCode) (from, to int) {
	from, to = FirstReport, h.last
	if c := h.countries.Find(country); c != nil && len(c.Names) > 0 {
		first, last := span(c)
		from = max(from, first)
		if last != 0 {
			to = min(to, last)
		}
	}
	for _, s := range h.successions {
		if s.Successor == country {
			from = max(from, s.Year)
		}
	}
	return from, to
}

func (h *History) year(country plumbline.CountryCode, year int, rules Rules) plumbline.PlacementYear {
	y := plumbline.PlacementYear{PastPlacement: plumbline.PastPlacement{Country: country, Year: year}}
	now := h.at(country, year, 0)
	if now == nil {
		return y
	}
	y.PastPlacement = now.PastPlacement
	y.Others = h.others(&y.PastPlacement)
	if before := h.at(country, year-1, 0); before != nil {
		y.Move = now.Tier.MoveFrom(before.Tier)
	}
	if now.Tier != plumbline.Tier2WL && now.Tier != plumbline.Tier3 {
		return y
	}
	switch c := h.Clock(country, year, rules(year), Options{Untested: true}); {
	case c.Automatic == plumbline.Yes:
		y.TwoYear = plumbline.DowngradeStep
	case c.MustWaive == plumbline.Yes:
		y.TwoYear = plumbline.WaiverStep
	}
	return y
}
