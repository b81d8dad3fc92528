package main

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/encode"
	"plumbline/internal/plain"
	"plumbline/internal/standard"
	"plumbline/internal/store"
)

type assessCommand struct {
	Country   string            `arg:"" help:"ISO code or name."`
	Year      int               `arg:"" help:"Report year."`
	Standard  string            `help:"The version of the law: its date, or the year of a report; otherwise the law of the report's year." placeholder:"VERSION"`
	Switch    map[string]string `help:"Read the law otherwise where it leaves room: NAME=VALUE. \"plumbline law\" lists the switches." placeholder:"NAME=VALUE"`
	Requested string            `help:"A request of the Department for data that is on record: its date, then what records it." placeholder:"\"DATE SOURCE\""`
	Document  string            `help:"Assess what this document says; otherwise the one read last." placeholder:"ID"`
	Format    string            `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (assessCommand) Help() string {
	return `Holds the claims of a country-year against the law: a finding for each criterion with its citations, the tier that the findings indicate by the law alone and by points fitted to published tiers, and what would change it.

` + plumbline.TierNotice + `

Examples:

    plumbline assess PRK 2007
    plumbline assess PRK 2007 --standard 2019
    plumbline assess ARM 2018 --format json`
}

// Run prints the assessment.
func (c *assessCommand) Run(a *app) error {
	book, assessor, err := a.assessor()
	if err != nil {
		return err
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	country, err := a.countryYear(r, c.Country, c.Year)
	if err != nil {
		return err
	}
	law, err := c.law(book)
	if err != nil {
		return usagef("%w", err)
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
	result := assessor.Assess(&assess.Input{Narrative: n, Claims: claims, Standard: law, Switches: c.Switch, Requested: c.Requested})
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendAssessment(nil, &result), '\n'))
		return err
	}
	d, err := db.Document(a.ctx, n.Document)
	if err != nil {
		return err
	}
	return plain.Assessment(a.Stdout, plain.AssessmentData{
		Assessment: &result, Standard: &law.Standard, Claims: claims, Country: r.Countries.Name(country, c.Year), Origin: n.File, Sample: d.Sample,
	}, a.style())
}

// law finds the standard and checks the switches against it.
func (c *assessCommand) law(book *standard.Book) (*standard.Standard, error) {
	name := c.Standard
	if name == "" {
		name = fmt.Sprint(c.Year)
	}
	law, err := book.Find(name)
	if err != nil {
		return nil, err
	}
	for name, value := range c.Switch {
		s, ok := law.Switch(name)
		if !ok {
			var names []string
			for _, s := range law.Switches {
				names = append(names, s.Name)
			}
			return nil, fmt.Errorf("no switch %q in the law of %s; it has %s", name, law.Name, strings.Join(names, ", "))
		}
		if !slices.Contains(s.Values, value) {
			return nil, fmt.Errorf("switch %s cannot be %q; it is %s", name, value, strings.Join(s.Values, " or "))
		}
	}
	return law, nil
}

// assessor loads the standards and the points of the fitted reading.
func (a *app) assessor() (*standard.Book, *assess.Assessor, error) {
	book, err := standard.Load(a.Data)
	if err != nil {
		return nil, nil, err
	}
	points, err := assess.LoadPoints(a.Data, func(e plumbline.ElementName) bool { return book.Evidence(e) != nil })
	if err != nil {
		return nil, nil, err
	}
	return book, assess.New(book, points), nil
}
