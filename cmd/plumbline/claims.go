package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
	"plumbline/internal/text"
)

type claimsCommand struct {
	Country   string   `help:"Of narratives on this country: ISO code or name." placeholder:"ISO3"`
	Year      int      `help:"Of this report year." placeholder:"N"`
	Type      []string `help:"Of these types, parted by commas." placeholder:"TYPE"`
	Valence   string   `help:"good, bad or mixed; + - ~ mean the same." placeholder:"VALENCE" enum:",+,-,~,good,bad,mixed" default:""`
	Certainty string   `help:"certain, probable, possible or unknown." placeholder:"WORD" enum:",certain,probable,possible,unknown" default:""`
	Section   string   `help:"Of this section: profile, assessment, recommendations, prosecution, protection or prevention." placeholder:"NAME" enum:",profile,assessment,recommendations,prosecution,protection,prevention" default:""`
	Document  string   `help:"Of this document." placeholder:"ID"`
	Sample    bool     `help:"Of the sample too: paraphrase, not official text."`
	Limit     int      `help:"No more than this many; 0 means all." placeholder:"N" default:"0"`
	Format    string   `help:"table, json, jsonl or csv." placeholder:"FORMAT" enum:"table,json,jsonl,csv" default:"table"`
}

// Help is shown below the usage.
func (claimsCommand) Help() string {
	return `Claims of the sample are left out unless --sample or --document asks for them.

Examples:

    plumbline claims --country PRK --year 2007
    plumbline claims --type law,conviction --valence bad --format csv
    plumbline claims --section recommendations --limit 20`
}

// Run lists the claims.
func (c *claimsCommand) Run(a *app) error {
	f, err := c.filter(a)
	if err != nil {
		return err
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	if c.Document != "" {
		d, err := db.Document(a.ctx, plumbline.DocumentID(c.Document))
		if err != nil {
			return err
		}
		f.Document = d.ID
	}
	switch c.Format {
	case "jsonl", "csv":
		return c.stream(a, db, f)
	}
	claims, err := db.Claims(a.ctx, f)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return encode.WriteClaims(a.Stdout, claims)
	}
	return claimTable(a, claims)
}

// filter turns the flags into a filter.
func (c *claimsCommand) filter(a *app) (store.ClaimFilter, error) {
	f := store.ClaimFilter{
		Year: c.Year, Certainty: plumbline.Certainty(c.Certainty), Section: plumbline.SectionName(c.Section),
		IncludeSample: c.Sample, Limit: c.Limit,
	}
	switch c.Valence {
	case "good", "+":
		f.Valence = plumbline.Good
	case "bad", "-":
		f.Valence = plumbline.Bad
	case "mixed", "~":
		f.Valence = plumbline.Mixed
	}
	for _, name := range c.Type {
		t := plumbline.ClaimType(strings.TrimSpace(name))
		if !slices.Contains(plumbline.ClaimTypes, t) {
			return f, usagef("%w", unknownType(string(t)))
		}
		f.Types = append(f.Types, t)
	}
	if c.Limit < 0 {
		return f, usagef("--limit %d: below zero; leave it out for all claims", c.Limit)
	}
	if c.Country == "" {
		return f, nil
	}
	r, err := a.compiled()
	if err != nil {
		return f, err
	}
	f.Country, err = a.countryYear(r, c.Country, c.Year)
	return f, err
}

func unknownType(name string) error {
	names := make([]string, len(plumbline.ClaimTypes))
	for i, t := range plumbline.ClaimTypes {
		names[i] = string(t)
	}
	hint := "types are " + strings.Join(names, ", ")
	if near := text.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("unknown claim type %q", name), Hint: hint}
}

// stream prints claims one by one, however many there are.
func (c *claimsCommand) stream(a *app, db *store.DB, f store.ClaimFilter) error {
	out := bufio.NewWriterSize(a.Stdout, 64<<10)
	var buf []byte
	each, end := encode.AppendClaim, "\n"
	if c.Format == "csv" {
		each, end = encode.AppendClaimCSV, encode.CSVBreak
		buf = append(encode.AppendHeader(nil, encode.ClaimColumns), end...)
	}
	err := db.EachClaim(a.ctx, f, func(claim *plumbline.Claim) error {
		buf = append(each(buf, claim), end...)
		_, err := out.Write(buf)
		buf = buf[:0]
		return err
	})
	if err != nil {
		return err
	}
	if _, err := out.Write(buf); err != nil { // the header, where there is no claim
		return err
	}
	return out.Flush()
}

// claimTable prints what tells claims apart; explain and JSON have the rest.
func claimTable(a *app, claims []plumbline.Claim) error {
	l := list{columns: []string{"claim", "country", "year", "section", "type", "valence", "certainty", "quote"}}
	for i := range claims {
		c := &claims[i]
		var year any
		if c.Year != 0 {
			year = c.Year
		}
		l.add(string(c.ID), string(c.Country), year, string(c.Section), string(c.Type), string(c.Valence), string(c.Certainty), c.Citation.Quote)
	}
	if err := l.write(a, "table"); err != nil {
		return err
	}
	note := ""
	if slices.ContainsFunc(claims, func(c plumbline.Claim) bool { return strings.Contains(c.File, pipeline.SampleMark) }) {
		note = pipeline.SampleMark + "\n"
	}
	_, err := fmt.Fprintf(a.Stdout, "\n%s\n%s", count(len(claims), "claim"), note)
	return err
}
