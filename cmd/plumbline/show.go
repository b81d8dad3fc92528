package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	defer t.db.Close()
	if c.Format == "json" {
		return pageJSON(a, t.narrative, t.claims)
	}
	doubts, err := t.db.Doubts(a.ctx, t.document.ID)
	if err != nil {
		return err
	}
	doubts = slices.DeleteFunc(doubts, func(d plumbline.Doubt) bool { return d.Narrative != "" && d.Narrative != t.narrative.ID })
	return plain.Profile(a.Stdout, plain.ProfileData{
		Year: c.Year, Narrative: t.narrative, Claims: t.claims, Document: t.document, Doubts: doubts, Sample: t.document.Sample, Names: t.reader.Countries,
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
	claims := plumbline.Known(int64(info.Claims))
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendDocument(nil, reading, len(d.Text), info.ReadAt, claims), '\n'))
		return err
	}
	return plain.Document(a.Stdout, plain.DocumentData{
		Reading: reading, Bytes: len(d.Text), ReadAt: info.ReadAt, Claims: claims, Names: r.Countries,
	}, a.style())
}

// told is what the database holds of a country-year. Whoever asked for it closes
// the database.
type told struct {
	reader    *pipeline.Reader
	db        *store.DB
	country   plumbline.CountryCode
	narrative *plumbline.Narrative
	claims    []plumbline.Claim
	document  *plumbline.Document
}

// told finds the narrative of a country-year with its claims: the primary one
// unless a document is named.
func (a *app) told(country string, year int, document string) (_ *told, err error) {
	t := &told{}
	if t.reader, err = a.compiled(); err != nil {
		return nil, err
	}
	if t.country, err = a.countryYear(t.reader, country, year); err != nil {
		return nil, err
	}
	if t.db, err = a.open(store.Options{ReadOnly: true}); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			t.db.Close()
		}
	}()
	if t.narrative, err = a.narrative(t.reader, t.db, t.country, year, document); err != nil {
		return nil, err
	}
	if t.claims, err = t.db.Claims(a.ctx, store.ClaimFilter{Narrative: t.narrative.ID}); err != nil {
		return nil, err
	}
	if t.document, err = t.db.Document(a.ctx, t.narrative.Document); err != nil {
		return nil, err
	}
	return t, nil
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

// narrative finds the narrative of a country-year: the primary one unless a
// document is named.
func (a *app) narrative(r *pipeline.Reader, db *store.DB, country plumbline.CountryCode, year int, document string) (*plumbline.Narrative, error) {
	if document == "" {
		n, err := db.Primary(a.ctx, country, year)
		if errors.Is(err, plumbline.ErrNotFound) {
			return nil, a.noNarrative(r, db, country, year)
		}
		return n, err
	}
	d, err := db.Document(a.ctx, plumbline.DocumentID(document))
	if err != nil {
		return nil, err
	}
	ns, err := db.Narratives(a.ctx, store.NarrativeFilter{Country: country, Year: year, Document: d.ID})
	if err != nil {
		return nil, err
	}
	if len(ns) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound,
			Fact: fmt.Sprintf("document %s has no narrative of %s %d", d.ID, country, year),
			Hint: "see what it has with: plumbline db info"}
	}
	return &ns[0], nil
}

// noNarrative says which years of the country there are instead.
func (a *app) noNarrative(r *pipeline.Reader, db *store.DB, country plumbline.CountryCode, year int) error {
	f := &plumbline.Fault{Kind: plumbline.ErrNotFound,
		Fact: fmt.Sprintf("%s holds no narrative of %s (%s) for %d", a.commands.DB, country, r.Countries.Name(country, year), year),
		Hint: "read one with: plumbline read FILE",
	}
	ns, err := db.Narratives(a.ctx, store.NarrativeFilter{Country: country, IncludeSample: true})
	if err != nil {
		return err
	}
	var years []string
	for _, n := range ns {
		if y := strconv.Itoa(n.Year); n.Year != 0 && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	if slices.Sort(years); len(years) > 0 {
		f.Hint = "it has " + strings.Join(years, ", ")
	}
	return f
}

// pageJSON prints a narrative with its claims as one object.
func pageJSON(a *app, n *plumbline.Narrative, claims []plumbline.Claim) error {
	b := encode.AppendNarrative([]byte(`{"narrative":`), n)
	b = append(b, `,"claims":[`...)
	for i := range claims {
		if i > 0 {
			b = append(b, ',')
		}
		b = encode.AppendClaim(append(b, '\n'), &claims[i])
	}
	_, err := a.Stdout.Write(append(b, "]}\n"...))
	return err
}
