package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/store"
	"plumbline/internal/text"
)

type readCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Files, zip archives and folders (with all in them), or - for standard input."`
	inputFlags
	Sample      bool   `help:"Read the bundled sample: paraphrase, not official text."`
	NoOriginals bool   `help:"Do not keep PDFs themselves in the database; their pages can then not be shown."`
	Format      string `help:"summary, jsonl or csv (claims only)." placeholder:"FORMAT" enum:"summary,jsonl,csv" default:"summary"`
}

// Help is shown below the usage.
func (readCommand) Help() string {
	return `What a file is, its bytes say; else the end of its name. PDF, HTML, DOCX, EPUB, Markdown and text in any encoding, tables of records, and zip archives of such files are read. A record of a table is one narrative unless its text holds several; its fields are text, country, year and the like unless flags name them. In folders and archives tables are read only with --text-field.

A PDF is kept in the database itself, once whatever it is read as, so that its pages can be shown with what is cited; --no-originals leaves it out. Pages that are pictures, as of a scanner, have no text: with --ocr tesseract recognises it, if it is installed, and whatever is shown of it says so.

Reading the same file again changes nothing; after a change of the rules it replaces what was read before. Flags go before the manifest, the manifest before the text.

Examples:

    plumbline read --sample
    plumbline read reports/
    plumbline read --country PRK --year 2007 north-korea.txt
    plumbline read tip-2018.pdf
    plumbline read --ocr scanned.pdf
    plumbline read --manifest files.csv
    plumbline read --text-field profile,rating --country-field iso3 entries.json
    cat north-korea.txt | plumbline read --db :memory: --format jsonl -

A manifest, where what is not known stays blank:

    file,country,year
    north-korea.txt,PRK,2007
    whole-report.txt,,2018

It may also have the columns title, publisher, released, layout, source and retrieved.`
}

// Run reads the files.
func (c *readCommand) Run(a *app) error {
	if len(c.Paths) == 0 && c.Manifest == "" && !c.Sample {
		return usagef("nothing to read; name files or folders, or try: plumbline read --sample")
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	in, err := c.gather(a, r, c.Paths, c.Sample)
	if err != nil {
		return err
	}
	defer in.close()
	job, err := newReading(a, c.Format)
	if err != nil {
		return err
	}
	defer job.close()
	job.originals = !c.NoOriginals
	return job.run(r, in)
}

// reading is one run of the subcommand.
type reading struct {
	*app
	format    string
	db        *store.DB // nil keeps nothing
	out       *bufio.Writer
	meter     *meter
	originals bool // of files with pages are kept

	failed     int
	documents  int
	narratives int
	claims     int
	doubts     int
	sample     bool // some of it is
	counted    map[plumbline.ClaimType]int
	outcomes   map[store.Outcome]int
}

// newReading opens what a run writes to; close closes it.
func newReading(a *app, format string) (*reading, error) {
	j := &reading{app: a, format: format, out: bufio.NewWriterSize(a.Stdout, 64<<10), counted: map[plumbline.ClaimType]int{}, outcomes: map[store.Outcome]int{}}
	if a.commands.DB == ":memory:" {
		return j, nil
	}
	var err error
	j.db, err = store.Open(a.ctx, a.commands.DB, store.Options{Now: a.Now, Wait: a.commands.Wait})
	return j, err
}

func (j *reading) close() {
	if j.db != nil {
		j.db.Close()
	}
}

func (j *reading) run(r *pipeline.Reader, in *inputs) error {
	j.meter = newMeter(j.app)
	for _, f := range in.faults {
		j.failed++
		j.say("%s", f)
	}
	if other := in.passedOver(); other != "" {
		j.say("%s", other)
	}
	if j.format == "csv" {
		j.out.Write(append(encode.AppendHeader(nil, encode.ClaimColumns), encode.CSVBreak...)) // a fault shows at the end
	}
	o := pipeline.Options{Originals: j.originals && j.db != nil, Workers: j.commands.Workers, Refused: j.refused, Progress: j.meter.show}
	switch j.format {
	case "jsonl":
		o.Print = encode.AppendLines
	case "csv":
		o.Print = encode.AppendClaimLinesCSV
	}
	o.Forget = j.db == nil && o.Print != nil
	err := r.Run(j.ctx, in.list, o, j.take)
	j.meter.end()
	if err == nil {
		err = j.end()
	} else if flush := j.out.Flush(); flush != nil {
		err = flush
	}
	if errors.Is(err, context.Canceled) {
		j.interrupted(len(in.list))
		return errTold
	}
	if err != nil {
		return err
	}
	if j.failed > 0 {
		j.say("%d of %s could not be read", j.failed, count(len(in.list)+len(in.faults), "input"))
		return errTold
	}
	return nil
}

func (j *reading) refused(_ pipeline.Input, err error) {
	j.failed++
	j.meter.clear()
	j.say("%s", err)
}

// take stores and prints one Reading.
func (j *reading) take(r *plumbline.Reading) error {
	if j.db != nil {
		outcome, err := j.db.Save(j.ctx, r)
		if errors.Is(err, plumbline.ErrInvalid) {
			j.refused(pipeline.Input{}, fmt.Errorf("%s: %w", r.Document.File, err))
			return nil
		}
		if err != nil {
			return err
		}
		j.outcomes[outcome]++
	}
	j.documents++
	j.sample = j.sample || r.Document.Sample
	j.narratives += len(r.Narratives)
	j.claims += len(r.Claims)
	for i := range r.Claims {
		j.counted[r.Claims[i].Type]++
	}
	j.doubt(r)
	return j.print(r)
}

// doubt says what a person should look at.
func (j *reading) doubt(r *plumbline.Reading) {
	if len(r.Doubts) == 0 {
		return
	}
	j.meter.clear()
	source := text.Source{Text: r.Document.Text}
	for _, d := range r.Doubts {
		j.doubts++
		line := fmt.Sprintf("%s: %sdoubt: %s", plain.DoubtPlace(&r.Document, &source, d), whose(r, d), d.Message)
		if d.Hint != "" {
			line += "; " + d.Hint
		}
		j.say("%s", line)
	}
}

// whose names the country that a doubt is about, where there are several.
func whose(r *plumbline.Reading, d plumbline.Doubt) string {
	for i := range r.Narratives {
		if n := &r.Narratives[i]; n.ID == d.Narrative && n.Country != "" && len(r.Narratives) > 1 {
			return string(n.Country) + ": "
		}
	}
	return ""
}

// print writes what was printed of a Reading as it was read.
func (j *reading) print(r *plumbline.Reading) error {
	for _, printed := range r.Printed {
		if _, err := j.out.Write(printed); err != nil {
			return err
		}
	}
	return nil
}
