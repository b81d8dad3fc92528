package main

import (
	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/store"
)

type showCommand struct {
	Country  string `arg:"" help:"ISO code or name; or the id of a document."`
	Year     int    `arg:"" optional:"" help:"Report year; left out for a document."`
	Document string `help:"Show what this document says; otherwise the one read last." placeholder:"ID"`
	Format   string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (showCommand) Help() string {
	return `As JSON: {"narrative": ..., "claims": [...]}, in the form that "plumbline read --format jsonl" prints them.

Of a document: where it comes from, how it was taken in and read, its narratives and doubts. Its id is one that "plumbline db info" lists.

Examples:

    plumbline show PRK 2007
    plumbline show 4f2a91c0
    plumbline show "north korea" 2007 --format json`
}

// Run prints the page.
func (c *showCommand) Run(a *app) error {
	if c.Year == 0 {
		return c.document(a)
	}
	t, err := a.told(c.Country, c.Year, c.Document)
	if err != nil {
		return err
	}
	defer t.Store.Close()
	if c.Format == "json" {
		return pageJSON(a, t.Narrative, t.Claims)
	}
	doubts, err := t.Doubts(a.ctx, t.CountryYear)
	if err != nil {
		return err
	}
	return plain.Profile(a.Stdout, plain.ProfileData{
		Year: c.Year, Narrative: t.Narrative, Claims: t.Claims, Document: t.CountryYear.Document, Doubts: doubts, Sample: t.Sample(), Names: t.Countries,
	}, a.style())
}

// document prints what is known of a document.
func (c *showCommand) document(a *app) error {
	r, err := a.compiled()
	if err != nil {
		return err
	}
	if _, err := r.Country(c.Country, 0); err == nil {
		return usagef("which year of %s? for instance: plumbline show %s 2018; see: plumbline show --help", c.Country, c.Country)
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	info, err := db.DocumentInfo(a.ctx, plumbline.DocumentID(c.Country))
	if err != nil {
		return err
	}
	reading := &plumbline.Reading{Tool: info.Tool, Rules: info.Rules}
	d, err := db.Document(a.ctx, info.ID)
	if err != nil {
		return err
	}
	reading.Document = *d
	if reading.Narratives, err = db.Narratives(a.ctx, store.NarrativeFilter{Document: info.ID, IncludeSample: true}); err != nil {
		return err
	}
	if reading.Doubts, err = db.Doubts(a.ctx, info.ID); err != nil {
		return err
	}
	reading.Apart = r.Apart(reading)
	claims := plumbline.Known(int64(info.Claims))
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendDocument(nil, reading, len(d.Text), info.ReadAt, claims), '\n'))
		return err
	}
	return plain.Document(a.Stdout, plain.DocumentData{
		Reading: reading, Bytes: len(d.Text), ReadAt: info.ReadAt, Claims: claims, Names: r.Countries,
	}, a.style())
}

// countryYear checks arguments that name a country and a year.
func (a *app) countryYear(r *pipeline.Reader, name string, year int) (plumbline.CountryCode, error) {
	if year != 0 {
		if err := pipeline.Year(year); err != nil {
			return "", usagef("%w", err)
		}
	}
	country, err := r.Country(name, year)
	if err != nil {
		return "", usagef("%w", err)
	}
	return country, nil
}

// pageJSON prints a narrative with its claims as one object.
func pageJSON(a *app, n *plumbline.Narrative, claims []plumbline.Claim) error {
	_, err := a.Stdout.Write(append(encode.AppendTold(nil, n, claims), '\n'))
	return err
}
