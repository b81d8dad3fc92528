package record

import (
	"context"
	"fmt"
	"io/fs"
	"sync"

	"plumbline"
	"plumbline/internal/assess"
	"plumbline/internal/chart"
	"plumbline/internal/history"
	"plumbline/internal/standard"
	"plumbline/internal/store"
)

// Record is a database with what is bundled beside it.
type Record struct {
	Store     *store.DB
	Countries plumbline.Countries
	History   *history.History // the bundled facts alone
	Book      *standard.Book
	Assessor  *assess.Assessor

	atlas     func() (*chart.Atlas, error)
	mu        sync.Mutex
	documents documents
	past      past
	counts    counts
}

// New loads what is bundled from fsys and puts it beside db.
func New(fsys fs.FS, countries plumbline.Countries, db *store.DB) (*Record, error) {
	h, err := history.Load(fsys, countries)
	if err != nil {
		return nil, err
	}
	book, assessor, err := Assessor(fsys)
	if err != nil {
		return nil, err
	}
	atlas := sync.OnceValues(func() (*chart.Atlas, error) { return chart.Load(fsys) })
	return &Record{Store: db, Countries: countries, History: h, Book: book, Assessor: assessor, atlas: atlas}, nil
}

// Assessor loads the standards and the points of the fitted reading.
func Assessor(fsys fs.FS) (*standard.Book, *assess.Assessor, error) {
	book, err := standard.Load(fsys)
	if err != nil {
		return nil, nil, err
	}
	points, err := assess.LoadPoints(fsys, func(e plumbline.ElementName) bool { return book.Evidence(e) != nil })
	if err != nil {
		return nil, nil, err
	}
	return book, assess.New(book, points), nil
}

// past is the history with the placements of a state of the database.
type past struct {
	of      store.Generation
	history *history.History
}

// Past is the bundled history with what the database adds to it.
func (r *Record) Past(ctx context.Context) (*history.History, error) {
	now, err := r.Store.Generation(ctx)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	known := r.past
	r.mu.Unlock()
	if known.history != nil && known.of == now {
		return known.history, nil
	}
	ns, err := r.Store.Narratives(ctx, store.NarrativeFilter{PrimaryOnly: true})
	if err != nil {
		return nil, err
	}
	known = past{of: now, history: r.History.With(ns)}
	r.mu.Lock()
	r.past = known
	r.mu.Unlock()
	return known.history, nil
}

// counts are the counts of a state of the database.
type counts struct {
	of    store.Generation
	known *store.Counts
}

// Counts is how much there is of what sums may be drawn from. Nobody may change
// it.
func (r *Record) Counts(ctx context.Context) (*store.Counts, error) {
	now, err := r.Store.Generation(ctx)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	kept := r.counts
	r.mu.Unlock()
	if kept.known != nil && kept.of == now {
		return kept.known, nil
	}
	kept = counts{of: now}
	if kept.known, err = r.Store.Counts(ctx); err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.counts = kept
	r.mu.Unlock()
	return kept.known, nil
}

// TwoYearRule gives the two-year rule of a report year by book. Years after the
// last one whose law is known have its rule; years before the first report have
// none.
func TwoYearRule(book *standard.Book, year int) plumbline.TwoYearRule {
	law, err := book.ForReport(min(year, book.Last()))
	if err != nil {
		return plumbline.TwoYearRule{}
	}
	return law.TwoYear
}

// CountryHistory is all that is known of a country's past, with the clock for
// the report after the last one.
func (r *Record) CountryHistory(ctx context.Context, country plumbline.CountryCode) (*plumbline.CountryHistory, error) {
	h, err := r.Past(ctx)
	if err != nil {
		return nil, err
	}
	return CountryHistory(h, country, r.Book), nil
}

// CountryHistory is all that h knows of a country's past, with the clock by book.
func CountryHistory(h *history.History, country plumbline.CountryCode, book *standard.Book) *plumbline.CountryHistory {
	past := h.Of(country, func(year int) plumbline.TwoYearRule { return TwoYearRule(book, year) })
	if k := &past.Clock; k.Applies && k.Year > book.Last() {
		k.Reason += fmt.Sprintf("; the law is known to the report of %d and taken to be the same in %d", book.Last(), k.Year)
	}
	return past
}
