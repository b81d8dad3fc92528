package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"plumbline"
	"plumbline/internal/extract"
	"plumbline/internal/ingest"
	"plumbline/internal/text"
)

// segmenter finds the narratives of a document, and its tables of law
// enforcement.
type segmenter interface {
	Segment(d *plumbline.Document) ([]plumbline.Narrative, []plumbline.Doubt, error)
	Enforcement(d *plumbline.Document) []plumbline.Enforcement
}

// extractor appends the claims of a narrative to dst. It is safe for use by
// several goroutines at once.
type extractor interface {
	Extract(dst []plumbline.Claim, d *plumbline.Document, n *plumbline.Narrative) []plumbline.Claim
}

// Reader reads files into Readings. It is safe for use by several goroutines
// at once. Compile makes one.
type Reader struct {
	Countries plumbline.Countries
	Layouts   []string           // names, sorted
	Rules     string             // hash of the data files that shape a reading
	Extractor *extract.Extractor // for explaining; nil where the reader was not compiled
	Intake    ingest.Options     // how files are taken in
	Tool      string             // version of the program, kept with what was read

	named     func(name string, year int) (plumbline.CountryCode, bool)
	segmenter segmenter
	extractor extractor
}

// Input is one file to read with what is known of it beforehand.
type Input struct {
	File      string
	Data      []byte
	Open      func() ([]byte, error) // gives Data when it is wanted; nil where Data is there
	Size      int64                  // of Data that Open will give, as far as known
	Context   plumbline.Context
	Fields    ingest.Fields // of a table of records
	Title     string
	Publisher string
	Released  string
	Source    string             // address that it was fetched from
	Retrieved string             // when, ISO 8601
	Sample    bool               // a paraphrase written for this project
	Paged     func(page, of int) // is told of each page of a PDF that was read; may be nil
	Listed    bool               // in a manifest: without any heading it is one narrative all the same
}

// SampleMark begins every text of the sample, so that one that is read as a
// file of its own is known for what it is. Beside the file's name it stands in
// whatever is printed of it, each row of a list included.
const SampleMark = "sample: paraphrase, not official text"

// maxNarrative is the length of the longest narrative that is read. The
// longest one printed so far has some 60 KB.
const maxNarrative = 16 << 20

// Read reads one file, one narrative at a time. The error names the file; it
// wraps plumbline.ErrInvalid where the file itself is at fault. When ctx ends
// Read returns ctx's error before the next narrative.
func (r *Reader) Read(ctx context.Context, in Input) (*plumbline.Reading, error) {
	return r.read(ctx, in, worker{slots: make(chan struct{}, 1), report: func(int, int, int) {}, room: new(room)})
}

// worker is what a reading takes from the run that it is part of.
type worker struct {
	slots     chan struct{} // one is held by whoever works
	originals bool          // see Options
	report    func(bytes, narratives, claims int)
	print     func(dst []byte, n *plumbline.Narrative, claims []plumbline.Claim) []byte // see Options
	forget    bool
	room      *room
}

// take waits for a slot.
func (w worker) take(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case w.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w worker) leave() { <-w.slots }

// read takes in a file, segments it and extracts the claims of each narrative.
func (r *Reader) read(ctx context.Context, in Input, w worker) (*plumbline.Reading, error) {
	reading, err := r.narratives(ctx, in, w)
	if err != nil {
		return nil, err
	}
	if err := r.claims(ctx, reading, w); err != nil {
		return nil, err
	}
	return reading, nil
}

// narratives gives a Reading that has everything but claims.
func (r *Reader) narratives(ctx context.Context, in Input, w worker) (*plumbline.Reading, error) {
	if err := w.take(ctx); err != nil {
		return nil, err
	}
	defer w.leave()
	if err := in.load(); err != nil {
		return nil, err
	}
	reading, err := r.Inspect(ctx, in)
	if err != nil {
		return nil, err
	}
	if w.originals && len(reading.Document.Pages) > 0 {
		reading.Original = in.Data
	}
	return reading, nil
}

// load gets the Data of an input that is still to be opened.
func (in *Input) load() error {
	if in.Open == nil {
		return nil
	}
	data, err := in.Open()
	in.Data, in.Open = data, nil
	return err
}

// Inspect takes in a file and segments it, as Read does, but extracts no
// claims. Where a file that could be taken in holds no narrative there are both
// an error and a Reading, which has the Document.
func (r *Reader) Inspect(ctx context.Context, in Input) (*plumbline.Reading, error) {
	if err := in.load(); err != nil {
		return nil, err
	}
	o := r.Intake
	o.Fields, o.Paged = in.Fields, in.Paged
	taken, err := ingest.Read(ctx, in.File, in.Data, o)
	if err != nil {
		return nil, err
	}
	d := taken.Document
	own := d // what the file says of itself counts where nobody else says it
	in.Context.Fields = taken.Fields.String()
	d.Context, d.Title, d.Publisher, d.Released = in.Context, in.Title, in.Publisher, in.Released
	d.Source, d.Retrieved = cmp.Or(in.Source, own.Source), cmp.Or(in.Retrieved, own.Retrieved)
	if d.Sample = in.Sample || strings.HasPrefix(d.Text, SampleMark); d.Sample {
		d.File += " (" + SampleMark + ")"
	}
	d.ID = plumbline.NewDocumentID(d.SHA256, d.Context)
	ns, doubts, err := r.cut(ctx, &d, own.Title, taken.Records)
	if in.Listed && !d.Context.Single && errors.Is(err, plumbline.ErrInvalid) {
		d.Context.Single = true
		d.ID = plumbline.NewDocumentID(d.SHA256, d.Context)
		ns, doubts, err = r.cut(ctx, &d, own.Title, taken.Records)
	}
	if err == nil {
		err = fit(&d, ns)
	}
	d.Title, d.Publisher, d.Released = cmp.Or(d.Title, own.Title), cmp.Or(d.Publisher, own.Publisher), cmp.Or(d.Released, own.Released)
	reading := &plumbline.Reading{Document: d, Narratives: ns, Doubts: append(taken.Doubts, doubts...), Rules: r.Rules, Tool: r.Tool}
	if with := taken.Recognizer; with != "" {
		reading.Tool, reading.Rules = strings.TrimPrefix(r.Tool+", "+with, ", "), recognizedBy(r.Rules, with)
	}
	if err != nil {
		return reading, named(in.File, err)
	}
	return reading, nil
}

// cut segments a document. The title that the file gives itself counts where
// the text has no year.
func (r *Reader) cut(ctx context.Context, d *plumbline.Document, title string, records []ingest.Record) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	ns, doubts, err := r.segment(ctx, d, records)
	dated := slices.ContainsFunc(ns, func(n plumbline.Narrative) bool { return n.Year != 0 })
	if err != nil || dated || d.Title != "" || title == "" || len(records) > 0 {
		return ns, doubts, err
	}
	d.Title = title
	return r.segment(ctx, d, records)
}

// fit refuses a document without narratives or with one that cannot be one.
func fit(d *plumbline.Document, ns []plumbline.Narrative) error {
	if len(ns) == 0 {
		return &plumbline.Fault{
			Kind: plumbline.ErrInvalid,
			Fact: "no narrative found",
			Hint: "name its country with --country, or how it is set out with --layout",
		}
	}
	for _, n := range ns {
		if n.Span.Len() > maxNarrative {
			source := text.Source{Text: d.Text}
			return &plumbline.Fault{
				Kind: plumbline.ErrInvalid,
				Fact: fmt.Sprintf("line %d: a narrative of %d MB, more than the %d MB that one may have",
					source.Position(n.Span.Start).Line, n.Span.Len()>>20, maxNarrative>>20),
				Hint: "split the file, or check its headings",
			}
		}
	}
	return nil
}

// claims extracts the claims of each narrative, sharing the narratives out
// over the slots, and puts what comes of them together in the order of the
// text. Whoever has a slot takes narratives until none is left: handing each
// over by itself costs more than reading a short one.
func (r *Reader) claims(ctx context.Context, reading *plumbline.Reading, w worker) error {
	ns := reading.Narratives
	found := gather(ns, &w.room.claims)
	if w.print != nil {
		reading.Printed = make([][]byte, len(ns))
	}
	var next atomic.Int64
	work := func() {
		if w.take(ctx) != nil {
			return
		}
		defer w.leave()
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			if i >= len(ns) {
				return
			}
			claims := r.extractor.Extract(w.room.claims.get()[:0], &reading.Document, &ns[i])
			if w.print != nil {
				reading.Printed[i] = w.print(w.room.printed.get()[:0], &ns[i], claims)
			}
			w.report(ns[i].Span.Len(), 1, len(claims))
			if w.forget {
				w.room.claims.put(claims)
				continue
			}
			found.add(i, claims)
		}
	}
	var all sync.WaitGroup
	for range min(cap(w.slots), len(ns)) - 1 {
		all.Go(work)
	}
	work()
	all.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	rest := len(reading.Document.Text)
	for i := range ns {
		rest -= ns[i].Span.Len()
	}
	reading.Claims = found.all
	w.report(rest, 0, 0)
	return nil
}

// named puts the file's name before an error that lacks it.
func named(file string, err error) error {
	var ds text.Diagnostics
	if errors.As(err, &ds) || strings.HasPrefix(err.Error(), file+": ") {
		return err
	}
	return fmt.Errorf("%s: %w", file, err)
}
