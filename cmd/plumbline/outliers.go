package main

import (
	"fmt"

	"plumbline"
	"plumbline/internal/backtest"
	"plumbline/internal/plain"
)

type outliersCommand struct {
	Year   int    `arg:"" help:"Report year."`
	Limit  int    `help:"How many to list; 0 for all." placeholder:"N" default:"10"`
	Format string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (outliersCommand) Help() string {
	return `Lists the country-years whose published tier lies furthest from what their own narrative supports, beside the country-years with the most similar findings. Each is read as in a back-test, with points that its country did not help to calibrate. It asks; it does not judge.

Examples:

    plumbline outliers 2018
    plumbline outliers 2018 --limit 0 --format json`
}

// Run prints the outliers.
func (c *outliersCommand) Run(a *app) error {
	r, err := a.compiled()
	if err != nil {
		return err
	}
	report, err := a.backtest(c.Year)
	if err != nil {
		return err
	}
	list := report.Outliers()
	if c.Limit > 0 {
		list = list[:min(c.Limit, len(list))]
	}
	name := func(code plumbline.CountryCode) string { return r.Countries.Name(code, c.Year) }
	if c.Format == "json" {
		return backtest.WriteOutliersJSON(a.Stdout, c.Year, list, name)
	}
	lines := make([]plain.OutlierLine, len(list))
	for i := range list {
		o := &list[i]
		lines[i] = plain.OutlierLine{Distance: o.Distance, Question: o.Question(name)}
		for _, p := range o.Drives {
			lines[i].Drives = append(lines[i].Drives, fmt.Sprintf("%s (%s, %+.2f)", o.Assessment.Gloss(p.Element), p.Criterion, p.Points))
		}
	}
	return plain.Outliers(a.Stdout, c.Year, lines, a.style())
}
