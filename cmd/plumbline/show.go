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
	Country  string `arg:"" help:"ISO code or name."`
	Year     int    `arg:"" help:"Report year."`
	Document string `help:"Show what this document says; otherwise the one read last." placeholder:"ID"`
	Format   string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (showCommand) Help() string {
	return `As JSON: {"narrative": ..., "claims": [...]}, in the form that "plumbline read --format jsonl" prints them.

Examples:

    plumbline show PRK 2007
    plumbline show "north korea" 2007 --format json`
}

// Run prints the page.
func (c *showCommand) Run(a *app) error {
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
