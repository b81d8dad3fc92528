package api

import (
	"context"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

// mostFound is the most that a search gives at once.
const mostFound = 500

// search finds sentences of narratives or quotes of claims by their words.
func (s *Server) search(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	p.most = min(p.most, mostFound)
	f := store.SearchFilter{
		Query: r.given[query.name], In: store.Scope(r.given[scope.name]), From: r.number(&fromYear), To: r.number(&toYear),
		Countries: one[plumbline.CountryCode](r, &countryQuery), Places: one[plumbline.CountryCode](r, &place), Tiers: one[plumbline.Tier](r, &tier),
		Sections: one[plumbline.SectionName](r, &section), Types: several[plumbline.ClaimType](r, &claimTypes),
		Reporting: one[plumbline.Reporting](r, &reporting), Certainties: one[plumbline.Certainty](r, &certainty),
		Forms: one[string](r, &form), Sectors: one[string](r, &sector), AllReadings: r.flag(&allReadings), IncludeSample: r.flag(&sample),
		Order: store.Order(r.given[order.name]), Limit: p.most, Offset: p.from,
	}
	if v := valences[r.given[valence.name]]; v != "" {
		f.Valences = []plumbline.Valence{v}
	}
	found, err := s.Record.Store.Search(ctx, f)
	if err != nil {
		return answer{}, err
	}
	a := answer{next: r.further(p.from+len(found.Hits) < found.Total && len(found.Hits) == p.most, p)}
	a.body = encode.AppendFoundPage(nil, found, a.next)
	return a, nil
}

var valences = map[string]plumbline.Valence{"good": plumbline.Good, "bad": plumbline.Bad, "mixed": plumbline.Mixed}

// one is what was given for a parameter as a list of one; nil for nothing.
func one[T ~string](r *request, p *parameter) []T {
	if given := r.given[p.name]; given != "" {
		return []T{T(given)}
	}
	return nil
}

// several is what was given for a parameter that takes several values.
func several[T ~string](r *request, p *parameter) (list []T) {
	for given := range strings.SplitSeq(r.given[p.name], ",") {
		if given = strings.TrimSpace(given); given != "" {
			list = append(list, T(given))
		}
	}
	return list
}
