package main

import (
	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/store"
)

// record opens the database for reading, with what is bundled beside it. Whoever
// asked for it closes its Store.
func (a *app) record() (*record.Record, *pipeline.Reader, error) {
	reader, err := a.compiled()
	if err != nil {
		return nil, nil, err
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	r, err := record.New(a.Data, reader.Countries, db)
	if err != nil {
		db.Close()
		return nil, nil, err
	}
	return r, reader, nil
}

// told is a country-year as the record has it. Whoever asked for it closes its
// Store.
type told struct {
	*record.Record
	*record.CountryYear
}

// told finds the narrative of a country-year with its claims: the primary one
// unless a document is named.
func (a *app) told(country string, year int, document string) (*told, error) {
	reader, err := a.compiled()
	if err != nil {
		return nil, err
	}
	code, err := a.countryYear(reader, country, year)
	if err != nil {
		return nil, err
	}
	r, _, err := a.record()
	if err != nil {
		return nil, err
	}
	y, err := r.CountryYear(a.ctx, code, year, plumbline.DocumentID(document))
	if err != nil {
		r.Store.Close()
		return nil, err
	}
	return &told{r, y}, nil
}
