package api

import (
	"context"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
)

// placementColumns are the keys of a placement.
var placementColumns = []string{"country", "year", "tier", "verified", "derived_from", "source", "document"}

// placements lists tiers by year and country.
func (s *Server) placements(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	past, err := s.Record.Past(ctx)
	if err != nil {
		return answer{}, err
	}
	country, year, tier := r.country(&countryQuery), r.number(&yearQuery), plumbline.Tier(r.given[tier.name])
	var all []plumbline.PastPlacement
	for _, c := range s.Record.Countries {
		if country != "" && c.Code != country {
			continue
		}
		for _, x := range past.Placements(c.Code) {
			if (year == 0 || x.Year == year) && (tier == "" || x.Tier == tier) {
				all = append(all, x)
			}
		}
	}
	list, next := cut(all, p)
	a := answer{next: r.following(next)}
	a.body = encode.Listing{Key: "placements", Next: a.next}.Append(nil, len(list), func(dst []byte, i int) []byte {
		x := &list[i]
		return encode.AppendRow(dst, placementColumns, []any{string(x.Country), x.Year, orNull(string(x.Tier)), string(x.Verified), numberOrNull(x.From), x.Source, orNull(string(x.Document))})
	})
	return a, nil
}

// orNull makes null of a word that there is not.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// numberOrNull makes null of a number that is not known.
func numberOrNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// ofSample reports whether a file is of the bundled sample.
func ofSample(file string) bool { return strings.Contains(file, pipeline.SampleMark) }
