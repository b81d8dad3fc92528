package record

import (
	"context"
	"errors"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/compare"
	"plumbline/internal/history"
	"plumbline/internal/standard"
	"plumbline/internal/store"
)

// Reading says how the law is to be read. The zero value is the law of the
// report's year, its switches at their defaults and no data requested.
type Reading struct {
	Standard *standard.Standard
	Switches map[string]string
	Request  *plumbline.DataRequest
}

// Law returns the standard that a country-year is assessed under.
func (r *Record) Law(year int) (*standard.Standard, error) { return r.Book.ForReport(year) }

// Assess holds a country-year against the law.
func (r *Record) Assess(ctx context.Context, y *CountryYear, how Reading) (*plumbline.Assessment, error) {
	law := how.Standard
	if law == nil {
		var err error
		if law, err = r.Law(y.Year); err != nil {
			return nil, err
		}
	}
	past, err := r.Past(ctx)
	if err != nil {
		return nil, err
	}
	in := &assess.Input{Narrative: y.Narrative, Claims: y.Claims, Standard: law, Switches: how.Switches, Request: how.Request,
		Clock: past.Clock(y.Country, y.Year, law.TwoYear, history.Options{})}
	for _, w := range past.Waivers(y.Country) {
		if w.Year == y.Year && w.Kind == plumbline.DowngradeWaiver {
			in.Waived = w.Source
		}
	}
	a := r.Assessor.Assess(in)
	return &a, nil
}

// Change is a memo with the two country-years that it is about.
type Change struct {
	Memo   plumbline.Memo
	Now    *CountryYear
	Before *CountryYear // nil where the narrative of the year before is not stored
}

// Change writes the tier-change memo of a country-year, under law or, where it
// is nil, the law of the year.
func (r *Record) Change(ctx context.Context, now *CountryYear, law *standard.Standard) (*Change, error) {
	if law == nil {
		var err error
		if law, err = r.Law(now.Year); err != nil {
			return nil, err
		}
	}
	job := &Change{Now: now}
	var before *compare.Year
	switch old, err := r.Store.Primary(ctx, now.Country, now.Year-1); {
	case err == nil:
		if job.Before, err = r.told(ctx, old); err != nil {
			return nil, err
		}
		if job.Before.Sample() && !now.Sample() { // to an official text a paraphrase is no year before
			job.Before = nil
			break
		}
		before = r.year(job.Before, law)
	case !errors.Is(err, plumbline.ErrNotFound):
		return nil, err
	}
	job.Memo = compare.Change(*r.year(now, law), before, r.tierBefore(now, before))
	return job, nil
}

// year assesses a country-year under the law of a memo, without the clock.
func (r *Record) year(y *CountryYear, law *standard.Standard) *compare.Year {
	a := r.Assessor.Assess(&assess.Input{Narrative: y.Narrative, Claims: y.Claims, Standard: law})
	return &compare.Year{Assessment: &a, Claims: y.Claims}
}

// tierBefore gives the bundled placement of the year before; what was worked
// out from the very report of the year is no history for it.
func (r *Record) tierBefore(now *CountryYear, before *compare.Year) plumbline.PastPlacement {
	p, known := r.History.At(now.Country, now.Year-1)
	if !known || p.From == now.Year {
		return plumbline.PastPlacement{}
	}
	if p.Verified == plumbline.Derived && before != nil {
		return plumbline.PastPlacement{} // the narrative itself is better
	}
	return p
}

// Primaries lists the narratives that stand for their country-years; the
// sample's too where asked.
func (r *Record) Primaries(ctx context.Context, sample bool) ([]plumbline.Narrative, error) {
	return r.Store.Narratives(ctx, store.NarrativeFilter{PrimaryOnly: true, IncludeSample: sample})
}
