package record

import (
	"context"
	"errors"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/store"
	"plumbline/internal/view"
)

// Atlas is the shapes and places of the world. It is loaded when it is first
// asked for.
func (r *Record) Atlas() (*chart.Atlas, error) { return r.atlas() }

// Rows lists the narratives that stand for the years of a country, oldest
// first; a sample's where there is no official text.
func (r *Record) Rows(ctx context.Context, country plumbline.CountryCode) ([]store.NarrativeRow, error) {
	return r.Store.NarrativeRows(ctx, store.NarrativeFilter{Country: country, PrimaryOnly: true, IncludeSample: true})
}

// Figures lists the claims of a country's narratives that figures over years
// may be drawn from; those of samples too where asked.
func (r *Record) Figures(ctx context.Context, country plumbline.CountryCode, sample bool) ([]plumbline.Claim, error) {
	return r.Store.Claims(ctx, store.ClaimFilter{Country: country, Types: view.CountedTypes(), PrimaryOnly: true, IncludeSample: sample})
}

// Next finds the country-year after, nil where the database has none. To an
// official text a sample is none.
func (r *Record) Next(ctx context.Context, y *CountryYear) (*CountryYear, error) {
	n, err := r.Store.Primary(ctx, y.Country, y.Year+1)
	if errors.Is(err, plumbline.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	next, err := r.told(ctx, n)
	if err != nil || next.Sample() && !y.Sample() {
		return nil, err
	}
	return next, nil
}
