package main

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/ocr"
	"plumbline/internal/pipeline"
	"plumbline/internal/text"
)

// inputFlags say what is known of files before they are read, and how they are
// to be taken in.
type inputFlags struct {
	Manifest     string   `help:"What is known of files: CSV with the columns file,country,year." placeholder:"CSV"`
	Country      string   `help:"The country of every file: ISO code or name. Of a report, only its narrative is read." placeholder:"ISO3"`
	Year         int      `help:"The report year of every file." placeholder:"N"`
	Layout       string   `help:"How the files are set out; otherwise found out." placeholder:"NAME"`
	TextField    []string `help:"Fields of a table (CSV, TSV, JSON, JSON Lines) that hold the text, in order." placeholder:"NAME,..."`
	CountryField string   `help:"Its field that names the country." placeholder:"NAME"`
	YearField    string   `help:"Its field that has the report year." placeholder:"NAME"`
	OCR          bool     `name:"ocr" help:"Have tesseract recognise the text of pages of a PDF that are pictures. It must be installed."`
}

// gather lists the inputs at paths, and of the bundled sample where it is
// wanted, with what flags and manifest say of them.
func (c *inputFlags) gather(a *app, r *pipeline.Reader, paths []string, sample bool) (*inputs, error) {
	if err := c.recognize(a, r); err != nil {
		return nil, err
	}
	in := &inputs{other: map[string]int{}, seen: map[string]bool{}, stdin: a.Stdin, tables: len(c.TextField) > 0}
	for _, p := range paths {
		in.path(p)
	}
	if c.Manifest != "" {
		if err := in.manifest(r, c.Manifest); err != nil {
			return nil, err
		}
	}
	if sample {
		if err := in.sample(r, a.Data); err != nil {
			return nil, err
		}
	}
	return in, c.know(r, in)
}

// know puts what the flags say of every file into the inputs.
func (c *inputFlags) know(r *pipeline.Reader, in *inputs) error {
	if c.Year != 0 {
		if err := pipeline.Year(c.Year); err != nil {
			return usagef("--year: %w", err)
		}
	}
	var country plumbline.CountryCode
	if c.Country != "" {
		var err error
		if country, err = r.Country(c.Country, c.Year); err != nil {
			return usagef("--country: %w", err)
		}
	}
	if err := c.checkLayout(r); err != nil {
		return err
	}
	for i := range in.list {
		in.list[i].Fields = ingest.Fields{Text: c.TextField, Country: c.CountryField, Year: c.YearField}
		known := &in.list[i].Context
		if country != "" {
			known.Country = country
		}
		if c.Year != 0 {
			known.Year = c.Year
		}
		if c.Layout != "" {
			known.Layout = c.Layout
		}
	}
	return nil
}

// recognize makes the reader have the text of pictures recognised, if that is
// asked for.
func (c *inputFlags) recognize(a *app, r *pipeline.Reader) error {
	if !c.OCR {
		return nil
	}
	workers := a.commands.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	t, err := ocr.Find(a.ctx, workers)
	if err != nil {
		return fmt.Errorf("--ocr: %w", err)
	}
	r.Intake.Recognizer = t.Recognizer()
	return nil
}

// checkLayout refuses a layout that nothing is called. A year, or the last year
// of a range, stands for the layout of that year.
func (c *inputFlags) checkLayout(r *pipeline.Reader) error {
	_, err := strconv.Atoi(strings.Replace(c.Layout, "-", "", 1))
	if c.Layout == "" || err == nil || slices.ContainsFunc(r.Layouts, func(l string) bool { return strings.EqualFold(l, c.Layout) }) {
		return nil
	}
	hint := "layouts are " + strings.Join(r.Layouts, ", ")
	if near := text.Nearest(c.Layout, r.Layouts); near != "" {
		hint = fmt.Sprintf("did you mean %s? %s", near, hint)
	}
	return usagef("--layout: unknown layout %q; %s", c.Layout, hint)
}
