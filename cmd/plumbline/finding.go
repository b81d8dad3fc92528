package main

import (
	"regexp"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/plain"
	"plumbline/internal/standard"
)

// findingID names a finding: a country, a year, and a criterion by its number or
// by its name in formulas.
var findingID = regexp.MustCompile(`^([A-Za-z]{3})-(\d{4})-(.+)$`)

// finding explains a finding of the assessment of a country-year.
func (c *explainCommand) finding(a *app, country, year, criterion string) error {
	y, err := strconv.Atoi(year)
	if err != nil {
		return usagef("%s: not a year", year)
	}
	x, err := a.assess(&assessCommand{Country: country, Year: y, Standard: c.Standard})
	if err != nil {
		return err
	}
	i := criterionOf(x.law, criterion)
	if i < 0 {
		var names []string
		for _, k := range x.law.Criteria {
			names = append(names, string(k.ID))
		}
		return usagef("the law of %s has no criterion %q; it has %s", x.law.Name, criterion, strings.Join(names, ", "))
	}
	f := &x.result.Findings[i]
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendFinding(nil, f), '\n'))
		return err
	}
	d := plain.FindingData{Finding: f, Criterion: &x.law.Criteria[i], Formula: x.law.InWords(i), Claims: x.Claims,
		Asks: map[plumbline.ElementName]string{}, Left: map[plumbline.ElementName][]plumbline.LeftOut{},
		Country: x.Countries.Name(x.Country, y), Year: y, Standard: x.law.Name, Origin: x.Narrative.File, Sample: x.Sample()}
	for _, e := range f.Elements {
		evidence := x.Book.Evidence(e.Name)
		d.Asks[e.Name], d.Left[e.Name] = evidence.Asks, x.leftOf(evidence)
	}
	return plain.Finding(a.Stdout, d, a.style())
}

// criterionOf finds a criterion by its number or name; -1 for none.
func criterionOf(law *standard.Standard, name string) int {
	for i := range law.Criteria {
		if c := &law.Criteria[i]; strings.EqualFold(string(c.ID), name) || strings.EqualFold(c.As, name) {
			return i
		}
	}
	return -1
}

// leftOf lists the claims that would bear on an element and were left out. One
// whose valence is not known is asked what it would say if it were good.
func (x *assessed) leftOf(e *standard.Evidence) []plumbline.LeftOut {
	var out []plumbline.LeftOut
	for _, l := range x.result.Left {
		for _, c := range x.Claims {
			if c.ID != l.Claim {
				continue
			}
			if c.Valence == "" {
				c.Valence = plumbline.Good
			}
			if e.Side(&c) != standard.Neither {
				out = append(out, l)
			}
		}
	}
	return out
}
