package api

import (
	"context"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

// countries lists every country that reports name.
func (s *Server) countries(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	years, err := s.years(ctx)
	if err != nil {
		return answer{}, err
	}
	list, next := cut(s.Record.Countries, p)
	a := answer{next: r.following(next)}
	a.body = encode.Listing{Key: "countries", Next: a.next}.Append(nil, len(list), func(dst []byte, i int) []byte {
		return encode.AppendCountry(dst, &list[i], years[list[i].Code])
	})
	return a, nil
}

// country gives one of them.
func (s *Server) country(ctx context.Context, r *request) (answer, error) {
	years, err := s.years(ctx)
	if err != nil {
		return answer{}, err
	}
	c := s.Record.Countries.Find(r.country(&countryPath))
	if c == nil {
		return answer{}, plumbline.ErrNotFound
	}
	return answer{body: encode.AppendCountry(nil, c, years[c.Code])}, nil
}

// years lists by country the years of which there is a narrative that stands for
// them, the sample's left out.
func (s *Server) years(ctx context.Context) (map[plumbline.CountryCode][]int, error) {
	rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{PrimaryOnly: true})
	by := map[plumbline.CountryCode][]int{}
	for _, n := range rows {
		by[n.Country] = append(by[n.Country], n.Year)
	}
	return by, err
}

// history gives the past of a country.
func (s *Server) history(ctx context.Context, r *request) (answer, error) {
	h, err := s.Record.CountryHistory(ctx, r.country(&countryPath))
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendHistory(nil, h)}, nil
}
