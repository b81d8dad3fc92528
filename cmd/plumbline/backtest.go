package main

import (
	"fmt"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/backtest"
	"plumbline/internal/standard"
	"plumbline/internal/store"
)

type backtestCommand struct {
	Year   int    `required:"" help:"The report year to test on." placeholder:"YEAR"`
	Format string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (backtestCommand) Help() string {
	return `Reads the tier of every narrative of the year from evidence alone: what the publisher concludes is hidden, and no country is read with points that it helped to calibrate. Prints how often the published tier was met, beside simple baselines in the same folds.

` + plumbline.TierNotice + `

Examples:

    plumbline backtest --year 2018
    plumbline backtest --year 2018 --format json`
}

// Run prints the back-test.
func (c *backtestCommand) Run(a *app) error {
	report, err := a.backtest(c.Year)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return backtest.WriteJSON(a.Stdout, report)
	}
	return backtest.WriteText(a.Stdout, report)
}

// backtest tests the readings on what was read of a year.
func (a *app) backtest(year int) (*backtest.Report, error) {
	book, cases, err := a.cases(year)
	if err != nil {
		return nil, err
	}
	report, err := backtest.Test(book, year, cases)
	if err != nil {
		return nil, fmt.Errorf("back-test of %d: %w", year, err)
	}
	return report, nil
}

// cases gathers what was read of a year, and the law.
func (a *app) cases(year int) (*standard.Book, []backtest.Case, error) {
	book, err := standard.Load(a.Data)
	if err != nil {
		return nil, nil, err
	}
	if _, err := book.ForReport(year); err != nil {
		return nil, nil, usagef("%w", err)
	}
	r, _, err := a.record()
	if err != nil {
		return nil, nil, err
	}
	db := r.Store
	defer db.Close()
	ns, err := db.Narratives(a.ctx, store.NarrativeFilter{Year: year, PrimaryOnly: true})
	if err != nil {
		return nil, nil, err
	}
	claims, err := db.Claims(a.ctx, store.ClaimFilter{Year: year, PrimaryOnly: true})
	if err != nil {
		return nil, nil, err
	}
	past, err := r.Past(a.ctx)
	if err != nil {
		return nil, nil, err
	}
	at := map[plumbline.NarrativeID]int{}
	cases := make([]backtest.Case, len(ns))
	texts := map[plumbline.DocumentID]string{}
	for i := range ns {
		n := &ns[i]
		if _, known := texts[n.Document]; !known {
			d, err := db.Document(a.ctx, n.Document)
			if err != nil {
				return nil, nil, err
			}
			texts[n.Document] = d.Text
		}
		at[n.ID] = i
		cases[i] = backtest.Case{Narrative: n, Text: texts[n.Document]}
		if before, ok := past.Before(n.Country, year); ok {
			cases[i].Before = before.Tier
		}
	}
	for i := range claims {
		if k, ok := at[claims[i].Narrative]; ok {
			cases[k].Claims = append(cases[k].Claims, claims[i])
		}
	}
	return book, cases, nil
}

type calibrateCommand struct {
	Year int `required:"" help:"The report year whose published tiers are fitted." placeholder:"YEAR"`
}

// Help is shown below the usage.
func (calibrateCommand) Help() string {
	return `Fits the points of the fitted reading to the published tiers of a year in the database and prints them as data/standards/fitted.points.

Examples:

    plumbline calibrate --year 2018 > data/standards/fitted.points`
}

// Run prints the points.
func (c *calibrateCommand) Run(a *app) error {
	book, cases, err := a.cases(c.Year)
	if err != nil {
		return err
	}
	samples, err := backtest.Samples(book, c.Year, cases)
	if err != nil {
		return fmt.Errorf("calibration on %d: %w", c.Year, err)
	}
	about := fmt.Sprintf("calibrated on the published tiers of %d narratives of %d, from evidence alone", len(samples), c.Year)
	_, err = a.Stdout.Write(assess.Calibrate(samples, about).Append(nil))
	return err
}
