package main

import (
	"fmt"

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
	m := newMeter(a)
	o := pipeline.Options{Workers: a.commands.Workers, Progress: m.show, Refused: func(_ pipeline.Input, err error) {
		m.clear()
		a.say("%s", err)
	}}
	readings, err := eval.Read(a.ctx, r, entries, o)
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
