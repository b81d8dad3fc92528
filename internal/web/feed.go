package web

import (
	"context"
	"fmt"
	"strings"

	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/reply"
	"plumbline/internal/wording"

	"plumbline"
)

// countryFeed serves what the database took in of a country, the latest report
// first.
func (s *Server) countryFeed(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	code, err := r.country(0)
	if err != nil {
		return nil, err
	}
	rows, err := s.Record.Rows(ctx, code)
	if err != nil {
		return nil, err
	}
	name := s.names(0)(code)
	f := encode.Feed{Name: "country/" + string(code), Title: name + " – Plumbline", Subtitle: "Narratives on " + name + " that were read. " + plumbline.TierNotice,
		Self: page.FeedPath(code), Page: page.CountryPath(code, 0), Author: "Plumbline"}
	for i := len(rows) - 1; i >= 0; i-- {
		row := &rows[i]
		words := []string{row.Tier.Name()}
		if row.Move != "" {
			words = append(words, string(row.Move))
		}
		if row.Basis == plumbline.Automatic {
			words = append(words, "an automatic downgrade under the two-year rule, not a finding of no efforts")
		}
		words = append(words, fmt.Sprintf("%s claims", wording.Thousands(int64(row.Claims))))
		said := strings.Join(words, "; ") + ". " + plumbline.TierNotice
		if row.Sample {
			said = wording.SampleNote + ". " + said
		}
		f.Entries = append(f.Entries, encode.FeedEntry{Name: "narrative/" + string(row.ID), Title: fmt.Sprintf("%s in the report of %d", s.names(row.Year)(code), row.Year),
			Page: page.CountryPath(code, row.Year), Updated: row.ReadAt, Words: said})
	}
	return atom(f)
}

// atom serves a feed.
func atom(f encode.Feed) (*answer, error) {
	b, err := encode.Atom(f)
	if err != nil {
		return nil, err
	}
	return &answer{other: reply.New("application/atom+xml; charset=utf-8", b)}, nil
}
