package main

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
)

type searchCommand struct {
	Query     string   `arg:"" optional:"" help:"Words to look for."`
	In        string   `help:"text or claims: sentences of narratives, or quotes of claims." placeholder:"SCOPE" enum:"text,claims" default:"text"`
	Country   string   `help:"Of narratives on this country: ISO code or name." placeholder:"ISO3"`
	Year      int      `help:"Of this report year." placeholder:"N"`
	Section   []string `help:"Of these sections, parted by commas." placeholder:"NAME"`
	Type      []string `help:"Claims of these types, parted by commas." placeholder:"TYPE"`
	Valence   string   `help:"Claims that are good, bad or mixed; + - ~ mean the same." placeholder:"VALENCE" enum:",+,-,~,good,bad,mixed" default:""`
	Reporting []string `help:"Claims reported so: stated, none-reported, not-reported, no-evidence, no-information." placeholder:"WORD"`
	Certainty []string `help:"Claims that are certain, probable, possible or unknown." placeholder:"WORD"`
	Form      []string `help:"Claims of these forms of exploitation." placeholder:"FORM"`
	Sector    []string `help:"Claims of these sectors of work." placeholder:"SECTOR"`
	Place     string   `help:"Claims that name this country as origin, destination, transit or subject." placeholder:"ISO3"`
	Sample    bool     `help:"In the sample too: paraphrase, not official text."`
	Order     string   `help:"relevance, year or country." placeholder:"ORDER" enum:"relevance,year,country" default:"relevance"`
	Limit     int      `help:"No more than this many, 500 at most." placeholder:"N" default:"20"`
	Format    string   `help:"table, json or csv." placeholder:"FORMAT" enum:"table,json,csv" default:"table"`
}

// Help is shown below the usage.
func (searchCommand) Help() string {
	return `Every word must be there, in any of its English forms and without regard to accents. OR between two words means either; -word leaves out what has it; "words in quotes" stand side by side; an end* is any end.

Only narratives that stand for their country-year are searched, and the sample only with --sample. What only claims have asks for --in claims. Where more than 5,000 are found they come by year, for no ranking tells so many apart.

Examples:

    plumbline search "brick kilns"
    plumbline search '"debt bondage" OR peonage -fishing' --year 2018
    plumbline search convicted --in claims --valence bad --format csv`
}

// Run prints what was found.
func (c *searchCommand) Run(a *app) error {
	f, err := c.filter(a)
	if err != nil {
		return err
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Search(a.ctx, f)
	if err != nil {
		return err
	}
	l := list{columns: []string{"country", "year", "section", "claim", "narrative", "start", "end", "file", "text"}}
	if c.Format == "table" {
		l.columns = []string{"country", "year", "section", "claim", "text"}
	}
	sample := ""
	for _, h := range r.Hits {
		var year any
		if h.Year != 0 {
			year = h.Year
		}
		if h.Sample {
			sample = pipeline.SampleMark + "\n"
		}
		if c.Format == "table" {
			l.add(string(h.Country), year, string(h.Section), string(h.Claim), strings.Join(strings.Fields(h.Text), " "))
			continue
		}
		l.add(string(h.Country), year, string(h.Section), string(h.Claim), string(h.Narrative), h.Span.Start, h.Span.End, h.File, h.Text)
	}
	if err := l.write(a, c.Format); err != nil || c.Format != "table" {
		return err
	}
	_, err = fmt.Fprintf(a.Stdout, "\n%s, %d shown, by %s\n%s", count(r.Total, "hit"), len(r.Hits), r.Order, sample)
	return err
}

// filter turns the flags into a filter.
func (c *searchCommand) filter(a *app) (store.SearchFilter, error) {
	f := store.SearchFilter{
		Query: c.Query, In: store.Scope(c.In), From: c.Year, To: c.Year, IncludeSample: c.Sample, Order: store.Order(c.Order), Limit: c.Limit,
		Sections: typed[plumbline.SectionName](c.Section), Types: typed[plumbline.ClaimType](c.Type),
		Reporting: typed[plumbline.Reporting](c.Reporting), Certainties: typed[plumbline.Certainty](c.Certainty),
		Forms: typed[string](c.Form), Sectors: typed[string](c.Sector),
	}
	switch c.Valence {
	case "good", "+":
		f.Valences = []plumbline.Valence{plumbline.Good}
	case "bad", "-":
		f.Valences = []plumbline.Valence{plumbline.Bad}
	case "mixed", "~":
		f.Valences = []plumbline.Valence{plumbline.Mixed}
	}
	if c.Country == "" && c.Place == "" && c.Year == 0 {
		return f, nil
	}
	r, err := a.compiled()
	if err != nil {
		return f, err
	}
	for _, named := range []struct {
		name string
		to   *[]plumbline.CountryCode
	}{{c.Country, &f.Countries}, {c.Place, &f.Places}} {
		if named.name == "" {
			continue
		}
		code, err := a.countryYear(r, named.name, c.Year)
		if err != nil {
			return f, err
		}
		*named.to = []plumbline.CountryCode{code}
	}
	return f, nil
}

// typed gives words their type.
func typed[T ~string](words []string) []T {
	var list []T
	for _, w := range words {
		list = append(list, T(strings.TrimSpace(w)))
	}
	return list
}
