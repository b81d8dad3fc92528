package store

import (
	"cmp"
	"slices"
	"strconv"

	"plumbline/internal/view"
)

// found is what a search found, counted.
type found struct {
	units                   []int32 // indices into sides.units, by sequence
	narratives, own, taking []int   // how many have each
}

// find keeps of the sentences or claims with the given sequences, which are in
// order, those that f asks for; all is every one.
func (s *sides) find(f *SearchFilter, sequences []int64, all bool) *found {
	r := &found{narratives: make([]int, len(s.narratives)), own: make([]int, len(s.own)), taking: make([]int, len(s.taking))}
	narratives, own, taking := s.wanted(f)
	at := 0
	for i := range s.units {
		u := &s.units[i]
		if !all {
			for at < len(sequences) && sequences[at] < u.sequence {
				at++
			}
			if at == len(sequences) {
				break
			}
			if sequences[at] != u.sequence {
				continue
			}
		}
		if narratives[u.narrative] && own[u.own] && taking[u.taking] {
			r.units = append(r.units, int32(i))
			r.narratives[u.narrative]++
			r.own[u.own]++
			r.taking[u.taking]++
		}
	}
	return r
}

// wanted says which narratives, sides and sets of participants f asks for.
func (s *sides) wanted(f *SearchFilter) (narratives, own, taking []bool) {
	narratives, own, taking = make([]bool, len(s.narratives)), make([]bool, len(s.own)), make([]bool, len(s.taking))
	for i := range s.narratives {
		n := &s.narratives[i]
		narratives[i] = anyOf(f.Countries, n.country) && anyOf(f.Tiers, n.tier) && f.years(n.year) &&
			(n.primary || f.AllReadings) && (!n.sample || f.IncludeSample)
	}
	for i, o := range s.own {
		own[i] = anyOf(f.Sections, o.section) && anyOf(f.Types, o.kind) && anyOf(f.Valences, o.valence) &&
			anyOf(f.Reporting, o.reporting) && anyOf(f.Certainties, o.certainty)
	}
	for i, set := range s.taking {
		taking[i] = takes(s, set, "form", f.Forms) && takes(s, set, "sector", f.Sectors) && takes(s, set, "place", f.Places)
	}
	return narratives, own, taking
}

// anyOf reports whether v is one of values, or none is asked for.
func anyOf[T ~string](values []T, v T) bool {
	return len(values) == 0 || v != "" && slices.Contains(values, v)
}

// takes reports whether one of values, if any is asked for, is in set.
func takes[T ~string](s *sides, set []int32, facet string, values []T) bool {
	return len(values) == 0 || slices.ContainsFunc(set, func(i int32) bool {
		return s.parts[i].facet == facet && slices.Contains(values, T(s.parts[i].value))
	})
}

// years reports whether a year is asked for. An unknown one is in no span.
func (f *SearchFilter) years(year int) bool {
	return (f.From == 0 || year != 0 && year >= f.From) && (f.To == 0 || year != 0 && year <= f.To)
}

// facets counts what was found by each side.
func (s *sides) facets(in Scope, r *found) []view.Facet {
	counts := map[string]map[string]int{}
	add := func(name, value string, n int) {
		if n == 0 {
			return
		}
		if counts[name] == nil {
			counts[name] = map[string]int{}
		}
		counts[name][value] += n
	}
	for i, n := range r.narratives {
		at := &s.narratives[i]
		add("country", string(at.country), n)
		add("tier", string(at.tier), n)
		if at.year != 0 {
			add("year", strconv.Itoa(at.year), n)
		}
	}
	for i, n := range r.own {
		o := &s.own[i]
		add("section", string(o.section), n)
		add("type", string(o.kind), n)
		add("valence", string(o.valence), n)
		add("reporting", string(o.reporting), n)
		add("certainty", string(o.certainty), n)
	}
	for _, values := range counts {
		delete(values, "") // what is not known
	}
	for i, n := range r.taking {
		for _, p := range s.taking[i] {
			add(s.parts[p].facet, s.parts[p].value, n)
		}
	}
	names := []string{"country", "year", "tier", "section"}
	if in == InClaims {
		names = append(names, "type", "valence", "reporting", "certainty", "form", "sector", "place")
	}
	list := make([]view.Facet, len(names))
	for i, name := range names {
		list[i] = facet(name, counts[name])
	}
	return list
}

// facet lists values by count, years by year.
func facet(name string, counts map[string]int) view.Facet {
	f := view.Facet{Name: name}
	for v, n := range counts {
		f.Values = append(f.Values, view.FacetValue{Value: v, Count: n})
	}
	slices.SortFunc(f.Values, func(a, b view.FacetValue) int {
		if name == "year" {
			return cmp.Compare(b.Value, a.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return f
}

// order brings the units found into an order: by rank, where there is one for
// each, then by year or country, then by sequence.
func (s *sides) order(r *found, o Order, ranks []float64) {
	place := func(i int32) int32 {
		n := &s.narratives[s.units[r.units[i]].narrative]
		if o == ByCountry {
			return n.byCountry
		}
		return n.byYear
	}
	next := make([]int32, len(s.narratives)+1) // where the next one of a place goes
	for i := range r.units {
		next[place(int32(i))+1]++
	}
	for p := 1; p < len(next); p++ {
		next[p] += next[p-1]
	}
	list := make([]int32, len(r.units)) // of indices into r.units
	for i := range r.units {
		p := place(int32(i))
		list[next[p]] = int32(i)
		next[p]++
	}
	if ranks != nil {
		slices.SortStableFunc(list, func(a, b int32) int { return cmp.Compare(ranks[a], ranks[b]) })
	}
	for k, i := range list {
		list[k] = r.units[i]
	}
	r.units = list
}

// knownSectors lists the sectors that claims have.
func (s *sides) knownSectors() []string {
	var list []string
	for _, p := range s.parts {
		if p.facet == "sector" {
			list = append(list, p.value)
		}
	}
	slices.Sort(list)
	return list
}
