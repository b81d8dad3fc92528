package main

import (
	"strconv"

	"plumbline/internal/encode"
	"plumbline/internal/plain"
	"plumbline/internal/standard"
)

// lawCommand has the subcommands of "plumbline law".
type lawCommand struct {
	Show lawShow `cmd:"" default:"withargs" help:"Show the law that a report was made under. The word show may be left out."`
	Diff lawDiff `cmd:"" help:"Show how one version of the law differs from another."`
}

type lawShow struct {
	Version string `arg:"" help:"Year of a report, or the day from which a version is in force."`
	Format  string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (lawShow) Help() string {
	return `Criteria with their citations in that version's numbering and a gloss in plain words, the lists, the two-year rule, the reporting periods, and the switches where the law leaves room. Marks say how each part is known.

Examples:

    plumbline law 2007
    plumbline law 2008-12-23 --format json`
}

// Run prints the page.
func (c *lawShow) Run(a *app) error {
	book, err := standard.Load(a.Data)
	if err != nil {
		return err
	}
	s, err := book.Find(c.Version)
	if err != nil {
		return usagef("%w", err)
	}
	if c.Format == "json" {
		_, err = a.Stdout.Write(append(encode.AppendStandard(nil, &s.Standard), '\n'))
		return err
	}
	year, err := strconv.Atoi(c.Version)
	if err != nil {
		year = 0
	}
	return plain.Law(a.Stdout, s, year, a.style())
}

type lawDiff struct {
	From   string `arg:"" help:"Year of a report, or the day from which a version is in force."`
	To     string `arg:"" help:"The same, of the other version."`
	Format string `help:"text, json or csv." placeholder:"FORMAT" enum:"text,json,csv" default:"text"`
}

// Help is shown below the usage.
func (lawDiff) Help() string {
	return `Criteria that were added, dropped, renumbered or reworded, elements that were added, and rules that changed, side by side in our words.

Examples:

    plumbline law diff 2007 2019
    plumbline law diff 2018 2019-01-09 --format csv`
}

// Run prints the differences.
func (c *lawDiff) Run(a *app) error {
	book, err := standard.Load(a.Data)
	if err != nil {
		return err
	}
	from, err := book.Find(c.From)
	if err != nil {
		return usagef("%w", err)
	}
	to, err := book.Find(c.To)
	if err != nil {
		return usagef("%w", err)
	}
	changes := standard.Diff(from, to)
	if c.Format == "text" {
		return plain.LawDiff(a.Stdout, from, to, changes, a.style())
	}
	l := list{columns: []string{"from", "to", "change", "old", "new", "what", "before", "after"}}
	for _, d := range changes {
		l.add(string(from.Name), string(to.Name), string(d.Kind), orNull(string(d.Old)), orNull(string(d.New)), d.What, orNull(d.From), orNull(d.To))
	}
	return l.write(a, c.Format)
}

// orNull makes null of a value that there is not.
func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}
