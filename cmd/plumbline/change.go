package main

import (
	"errors"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/compare"
	"plumbline/internal/encode"
	"plumbline/internal/history"
	"plumbline/internal/plain"
	"plumbline/internal/standard"
	"plumbline/internal/store"
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
	book, assessor, err := a.assessor()
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
	defer t.db.Close()
	job := changing{app: a, db: t.db, assessor: assessor, law: law}
	now, err := job.year(t.narrative)
	if err != nil {
		return err
	}
	page := plain.MemoData{Claims: now.Claims, Country: t.reader.Countries.Name(t.country, c.Year), Origin: t.narrative.File}
	var before *compare.Year
	switch old, err := t.db.Primary(a.ctx, t.country, c.Year-1); {
	case err == nil:
		if before, err = job.year(old); err != nil {
			return err
		}
		page.Earlier, page.Before = before.Claims, old.File
	case !errors.Is(err, plumbline.ErrNotFound):
		return err
	}
	h, err := history.Load(a.Data, t.reader.Countries)
	if err != nil {
		return err
	}
	memo := compare.Change(*now, before, tierBefore(h, t.country, c.Year, before))
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendMemo(nil, &memo), '\n'))
		return err
	}
	page.Memo, page.Sample = &memo, t.document.Sample
	return plain.Memo(a.Stdout, page, a.style())
}

// tierBefore gives the bundled placement of the year before; what was worked
// out from the very report of year is no history for it.
func tierBefore(h *history.History, country plumbline.CountryCode, year int, before *compare.Year) plumbline.PastPlacement {
	p, known := h.At(country, year-1)
	if !known || p.From == year {
		return plumbline.PastPlacement{}
	}
	if p.Verified == plumbline.Derived && before != nil {
		return plumbline.PastPlacement{} // the narrative itself is better
	}
	return p
}

// changing is one run of the subcommand.
type changing struct {
	*app
	db       *store.DB
	assessor *assess.Assessor
	law      *standard.Standard
}

// year assesses a narrative under the law of the memo.
func (j *changing) year(n *plumbline.Narrative) (*compare.Year, error) {
	claims, err := j.db.Claims(j.ctx, store.ClaimFilter{Narrative: n.ID})
	if err != nil {
		return nil, err
	}
	result := j.assessor.Assess(&assess.Input{Narrative: n, Claims: claims, Standard: j.law})
	return &compare.Year{Assessment: &result, Claims: claims}, nil
}
