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
	r, err := a.compiled()
	if err != nil {
		return err
	}
	country, err := a.countryYear(r, c.Country, c.Year)
	if err != nil {
		return err
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	n, err := a.narrative(r, db, country, c.Year, c.Document)
	if err != nil {
		return err
	}
	claims, err := db.Claims(a.ctx, store.ClaimFilter{Narrative: n.ID})
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return pageJSON(a, n, claims)
	}
	d, err := db.Document(a.ctx, n.Document)
	if err != nil {
		return err
	}
	doubts, err := db.Doubts(a.ctx, n.Document)
	if err != nil {
		return err
	}
	doubts = slices.DeleteFunc(doubts, func(d plumbline.Doubt) bool { return d.Narrative != "" && d.Narrative != n.ID })
	return plain.Profile(a.Stdout, plain.ProfileData{
		Year: c.Year, Narrative: n, Claims: claims, Document: d, Doubts: doubts, Sample: d.Sample, Names: r.Countries,
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
