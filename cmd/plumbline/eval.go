package main

import (
	"fmt"
	"path/filepath"

	"plumbline"
	"plumbline/internal/eval"
	"plumbline/internal/pipeline"
)

type evalCommand struct {
	Gold     string `required:"" help:"Annotations made by hand." placeholder:"FILE"`
	Corpus   string `help:"The folder of the texts that were annotated; otherwise corpus/ beside the folder of the gold file." placeholder:"DIR"`
	Format   string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
	Mistakes bool   `help:"List what was missed and what was too much instead."`
}

// Help is shown below the usage.
func (evalCommand) Help() string {
	return `Reads the texts afresh with the rules of this program; the database takes no part.

Examples:

    plumbline eval --gold gold/factbook-dev.jsonl
    plumbline eval --gold gold/prk-2007.json --corpus corpus --format json`
}

// Run reads the annotated texts and scores what was read.
func (c *evalCommand) Run(a *app) error {
	entries, err := eval.LoadGold(c.Gold, c.Corpus)
	if err != nil {
		return err
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	inputs := make([]pipeline.Input, len(entries))
	for i, e := range entries {
		inputs[i] = pipeline.Input{File: e.Name, Data: []byte(e.Text),
			Context: plumbline.Context{Country: e.Country, Year: e.Year, Single: e.Single}}
	}
	m := newMeter(a)
	readings := map[string]*plumbline.Reading{}
	o := pipeline.Options{Workers: a.commands.Workers, Progress: m.show, Refused: func(_ pipeline.Input, err error) {
		m.clear()
		a.say("%s", err)
	}}
	err = r.Run(a.ctx, inputs, o, func(r *plumbline.Reading) error {
		readings[filepath.Base(r.Document.File)] = r
		return nil
	})
	m.end()
	if err != nil {
		return fmt.Errorf("eval: %w", err)
	}
	report := eval.Score(entries, readings)
	switch {
	case c.Mistakes:
		return eval.WriteMistakes(a.Stdout, report.Mistakes)
	case c.Format == "json":
		return eval.WriteJSON(a.Stdout, report)
	}
	return eval.WriteText(a.Stdout, report)
}
