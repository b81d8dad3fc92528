package main

import (
	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/plain"
	"plumbline/internal/standard"
)

type changeCommand struct {
	Country  string `arg:"" help:"ISO code or name."`
	Year     int    `arg:"" help:"Report year."`
	Standard string `help:"The version of the law: its date, or the year of a report; otherwise the law of the report's year." placeholder:"VERSION"`
	Document string `help:"Take what this document says; otherwise the one read last." placeholder:"ID"`
	Format   string `help:"text or json." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (changeCommand) Help() string {
	return `The tier-change memo that 22 USC 7107(b)(1)(H) asks for: the tier before and now, the concrete actions (22 USC 7102(5)) of the government within the period that speak for the move and those that speak against it, or were not done, each with its words and the criteria that it bears on; what the text tells anew, no longer or otherwise than the narrative of the year before, where that is in the database; and what is missing to explain the move. Where the text gives no concrete action that speaks for the move, the memo says so. It never says what led to a move.

` + plumbline.TierNotice + `

Examples:

    plumbline change ARM 2018
    plumbline change "north korea" 2007 --format json`
}

// Run prints the memo.
func (c *changeCommand) Run(a *app) error {
	book, err := standard.Load(a.Data)
	if err != nil {
		return err
	}
	law, _, err := (&assessCommand{Year: c.Year, Standard: c.Standard}).law(book)
	if err != nil {
		return usagef("%w", err)
	}
	t, err := a.told(c.Country, c.Year, c.Document)
	if err != nil {
		return err
	}
	defer t.Store.Close()
	change, err := t.Change(a.ctx, t.CountryYear, law)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendMemo(nil, &change.Memo), '\n'))
		return err
	}
	page := plain.MemoData{Memo: &change.Memo, Claims: t.Claims, Country: t.Countries.Name(t.Country, c.Year), Origin: t.Narrative.File, Sample: t.Sample()}
	if before := change.Before; before != nil {
		page.Earlier, page.Before = before.Claims, before.Narrative.File
	}
	return plain.Memo(a.Stdout, page, a.style())
}
