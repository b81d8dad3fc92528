package main

import (
	"fmt"
	"regexp"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/plain"
	"plumbline/internal/record"
	"plumbline/internal/standard"
)

type assessCommand struct {
	Country   string            `arg:"" help:"ISO code or name."`
	Year      int               `arg:"" help:"Report year."`
	Standard  string            `help:"The version of the law: its date, or the year of a report; otherwise the law of the report's year." placeholder:"VERSION"`
	Switch    map[string]string `help:"Read the law otherwise where it leaves room: NAME=VALUE. \"plumbline law YEAR\" lists the switches." placeholder:"NAME=VALUE"`
	Requested string            `help:"A request for data on law enforcement that the Department is on record to have made to this government: its date, then what records it." placeholder:"\"DATE SOURCE\""`
	Document  string            `help:"Assess what this document says; otherwise the one read last." placeholder:"ID"`
	Format    string            `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (assessCommand) Help() string {
	return `Holds the claims of a country-year against the law: a finding for each criterion with its citations, the tier that the findings indicate by the law alone and by points fitted to published tiers, and what would change it.

Of data that a government withheld after the Department asked for them the law presumes that nothing was done. A narrative does not show that anybody asked: nothing is presumed without --requested.

` + plumbline.TierNotice + `

Examples:

    plumbline assess PRK 2007
    plumbline assess PRK 2007 --standard 2019
    plumbline assess ARM 2018 --format json
    plumbline assess BOL 2018 --requested "2017-11 cable 17 STATE 1"`
}

// Run prints the assessment.
func (c *assessCommand) Run(a *app) error {
	x, err := a.assess(c)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendAssessment(nil, x.result), '\n'))
		return err
	}
	return plain.Assessment(a.Stdout, plain.AssessmentData{
		Assessment: x.result, Standard: &x.law.Standard, Claims: x.Claims,
		Country: x.Countries.Name(x.Country, c.Year), Origin: x.Narrative.File, Sample: x.Sample(),
	}, a.style())
}

// assessed is an Assessment with what it was made of.
type assessed struct {
	*told
	result *plumbline.Assessment
	law    *standard.Standard
}

// assess does what the command asks for.
func (a *app) assess(c *assessCommand) (*assessed, error) {
	book, err := standard.Load(a.Data)
	if err != nil {
		return nil, err
	}
	x := &assessed{}
	var switches map[string]string
	if x.law, switches, err = c.law(book); err != nil {
		return nil, usagef("%w", err)
	}
	request, err := c.request()
	if err != nil {
		return nil, usagef("%w", err)
	}
	if x.told, err = a.told(c.Country, c.Year, c.Document); err != nil {
		return nil, err
	}
	defer x.Store.Close()
	x.result, err = x.Assess(a.ctx, x.CountryYear, record.Reading{Standard: x.law, Switches: switches, Request: request})
	return x, err
}

// law finds the standard and what each of its switches stands at.
func (c *assessCommand) law(book *standard.Book) (*standard.Standard, map[string]string, error) {
	name := c.Standard
	if name == "" {
		name = fmt.Sprint(c.Year)
	}
	law, err := book.Find(name)
	if err != nil {
		return nil, nil, err
	}
	switches, err := law.Choices(c.Switch)
	return law, switches, err
}

var isoDate = regexp.MustCompile(`^(20\d\d)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)

// request reads what is said of a request for data.
func (c *assessCommand) request() (*plumbline.DataRequest, error) {
	if c.Requested == "" {
		return nil, nil
	}
	date, source, _ := strings.Cut(strings.TrimSpace(c.Requested), " ")
	source = strings.TrimSpace(source)
	if !isoDate.MatchString(date) || source == "" {
		return nil, fmt.Errorf("--requested %q: not a date and a source; write when the Department asked and what records it: --requested \"2007-03 cable 07 STATE 1\"", c.Requested)
	}
	return &plumbline.DataRequest{Date: date, Source: source}, nil
}
