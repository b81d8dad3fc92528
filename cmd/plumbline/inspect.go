package main

import (
	"errors"
	"fmt"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
)

type inspectCommand struct {
	Paths []string `arg:"" name:"path" help:"Files, zip archives and folders, or - for standard input."`
	inputFlags
	Format string `help:"text, or json: an object a line." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (inspectCommand) Help() string {
	return `Takes files in and cuts them into narratives as "plumbline read" does, but looks for no claims and stores nothing. It shows what was recognised: type, encoding, layout, narratives with country, year, tier and sections, what stands beside them, tables of law enforcement included, and what a person should look at. From what stands beside the narratives no claim is ever read.

Examples:

    plumbline inspect report.pdf
    plumbline inspect --ocr scanned.pdf
    plumbline inspect --text-field profile,rating --country-field iso3 entries.json
    plumbline inspect --format json saved-pages.zip`
}

// Run inspects the files, each by itself.
func (c *inspectCommand) Run(a *app) error {
	r, err := a.compiled()
	if err != nil {
		return err
	}
	in, err := c.gather(a, r, c.Paths, false)
	if err != nil {
		return err
	}
	defer in.close()
	failed := len(in.faults)
	for _, f := range in.faults {
		a.say("%s", f)
	}
	if other := in.passedOver(); other != "" {
		a.say("%s", other)
	}
	m := newMeter(a)
	for i, one := range in.list {
		one.Paged = m.page
		if i > 0 && c.Format == "text" {
			fmt.Fprintln(a.Stdout)
		}
		bad, err := c.inspect(a, r, one, m.clear)
		if err != nil {
			return err
		}
		if bad {
			failed++
		}
	}
	if failed > 0 {
		return errTold
	}
	return nil
}

// inspect prints what one file is taken for. A file that holds no narrative is
// told of all the same, and is bad.
func (c *inspectCommand) inspect(a *app, r *pipeline.Reader, in pipeline.Input, clear func()) (bad bool, err error) {
	reading, fault := r.Inspect(a.ctx, in)
	clear()
	if fault != nil {
		if !errors.Is(fault, plumbline.ErrInvalid) && a.ctx.Err() != nil {
			return true, fault
		}
		a.say("%s", fault)
	}
	if reading == nil {
		return true, nil
	}
	reading.Apart = r.Apart(reading)
	size := len(reading.Document.Text)
	if c.Format == "json" {
		_, err = a.Stdout.Write(append(encode.AppendDocument(nil, reading, size, "", plumbline.Figure{}), '\n'))
	} else {
		err = plain.Document(a.Stdout, plain.DocumentData{Reading: reading, Bytes: size, Names: r.Countries}, a.style())
	}
	return fault != nil, err
}
