package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/fetch"
	"plumbline/internal/ingest"
	"plumbline/internal/pipeline"
)

type fetchCommand struct {
	Year        int           `arg:"" help:"Of the report."`
	Country     string        `help:"Get one country only: ISO code or name." placeholder:"ISO3"`
	DryRun      bool          `name:"dry-run" help:"Print the addresses that would be asked for, and get none of them but the index."`
	BaseURL     string        `name:"base-url" help:"A mirror: what stands for the scheme and host of the site." placeholder:"URL"`
	Cache       string        `help:"The folder that keeps what was got." placeholder:"DIR" default:"plumbline-cache"`
	Delay       time.Duration `help:"Between two requests; 1s at least where the site is no mirror of your own." placeholder:"TIME" default:"2s"`
	Timeout     time.Duration `help:"How long one request may take." placeholder:"TIME" default:"1m"`
	MaxSize     int64         `name:"max-size" help:"How large one page may be, in MB." placeholder:"N" default:"64"`
	NoOriginals bool          `help:"Do not keep PDFs themselves in the database; their pages can then not be shown."`
	Format      string        `help:"summary, jsonl or csv (claims only)." placeholder:"FORMAT" enum:"summary,jsonl,csv" default:"summary"`
}

// Help is shown below the usage.
func (fetchCommand) Help() string {
	return `The index page of the year is asked for, and the links on it that lead to narratives are followed, one at a time. robots.txt is obeyed. What was got is kept in the cache with its address and date; a second run asks only whether it has changed, and a run that broke off goes on where it stopped. Where the pages of a year stand is written in data/sites.

No other subcommand uses the network. With --dry-run the index is asked for, since addresses of pages are never guessed. A proxy is taken from HTTPS_PROXY.

Examples:

    plumbline fetch 2024 --dry-run
    plumbline fetch 2024 --country PRK
    plumbline fetch 2016 --delay 5s --cache reports
    plumbline fetch 2010 --base-url https://mirror.example.org/tip`
}

// Run gets the pages and reads them.
func (c *fetchCommand) Run(a *app) error {
	order, err := c.order(a)
	if err != nil {
		return err
	}
	f, err := c.fetcher(a)
	if err != nil {
		return err
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	f.Country = r.Named
	if c.Country != "" {
		if order.Country, err = r.Country(c.Country, c.Year); err != nil {
			return usagef("--country: %w", err)
		}
	}
	if f.Cache, err = fetch.OpenCache(c.Cache); err != nil {
		return err
	}
	defer f.Cache.Close()
	if !order.Site.Verified() && f.Base == nil {
		a.say("%s: nobody has seen these addresses answer; they may be wrong", order.Site.File)
	}
	if c.DryRun {
		return c.list(a, f, order)
	}
	return c.run(a, r, f, order)
}

// order says what is wanted, the country aside.
func (c *fetchCommand) order(a *app) (fetch.Order, error) {
	o := fetch.Order{Year: c.Year}
	sites, err := fetch.Load(a.Data)
	if err != nil {
		return o, err
	}
	if now := a.Now().Year(); c.Year > now {
		return o, usagef("the report of %d is not out; the latest one can be that of %d", c.Year, now)
	}
	if o.Site, err = sites.Find(c.Year); err != nil {
		return o, usagef("%w", err)
	}
	return o, nil
}

// fetcher makes what gets the pages, without its cache and the names of
// countries.
func (c *fetchCommand) fetcher(a *app) (*fetch.Fetcher, error) {
	f := &fetch.Fetcher{
		Now: a.Now, Sleep: a.Sleep,
		Agent: "plumbline/" + strings.ReplaceAll(release(), " ", "-") + " (reads Trafficking in Persons reports; one request at a time)",
		Delay: c.Delay, Timeout: c.Timeout, MaxBytes: c.MaxSize << 20,
	}
	if c.BaseURL != "" {
		u, err := url.Parse(c.BaseURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
			return nil, usagef("--base-url: %q is no address of a mirror; write it as in: --base-url https://mirror.example.org/tip", c.BaseURL)
		}
		f.Base = u
	}
	switch {
	case c.Delay < 0 || f.Base == nil && c.Delay < time.Second:
		return nil, usagef("--delay: %s is less than the second that a site is owed between two requests", c.Delay)
	case c.Timeout <= 0:
		return nil, usagef("--timeout: %s leaves no time; write it as in: --timeout 1m", c.Timeout)
	case c.MaxSize < 1 || c.MaxSize > ingest.MaxBytes>>20:
		return nil, usagef("--max-size: %d is not between 1 and %d, in MB", c.MaxSize, ingest.MaxBytes>>20)
	}
	f.Client = a.Client(a.Env, f.Base)
	return f, nil
}

// list prints what would be asked for.
func (c *fetchCommand) list(a *app, f *fetch.Fetcher, o fetch.Order) error {
	p, err := f.Plan(a.ctx, o)
	if errors.Is(err, context.Canceled) {
		a.say("interrupted before the index was read")
		return errTold
	}
	if err != nil {
		for _, address := range f.IndexAddresses(o) {
			fmt.Fprintln(a.Stdout, address)
		}
		a.say("%s", err)
		a.say("the pages are not known without the index")
		return errTold
	}
	for _, address := range p.Index {
		fmt.Fprintln(a.Stdout, address)
	}
	for _, link := range p.Pages {
		fmt.Fprintln(a.Stdout, link.Address)
	}
	return nil
}

// run gets the pages and reads what was got.
func (c *fetchCommand) run(a *app, r *pipeline.Reader, f *fetch.Fetcher, o fetch.Order) error {
	m := newMeter(a)
	var size int64
	f.Got = func(p fetch.Page, done, all int) {
		size += p.Entry.Bytes
		m.line(done == all, func(time.Duration) string { return fmt.Sprintf("%d/%d pages, %s", done, all, megabytes(size)) })
	}
	f.Refused = func(err error) {
		m.clear()
		a.say("%s", err)
	}
	f.Waits = func(why error, d time.Duration) {
		m.clear()
		a.say("%s; waiting %s, then asking again", fact(why), d.Round(time.Second))
	}
	got, err := f.Run(a.ctx, o)
	m.end()
	if errors.Is(err, context.Canceled) {
		a.say("interrupted after %d of %s; run the same command again to get the rest", len(got.Pages), count(len(got.Plan.Pages), "page"))
		return errTold
	}
	if err != nil && len(got.Pages) == 0 {
		return err
	}
	if err != nil {
		a.say("%s", err)
	}
	a.say("%s of %d in %s: %d new, %d as before, %d missing; %s", count(len(got.Plan.Pages), "page"), o.Year, f.Cache.Dir,
		got.New, len(got.Pages)-got.New, len(got.Plan.Pages)-len(got.Pages), count(got.Requests, "request"))
	read := c.read(a, r, f, o, got.Pages)
	if read == nil && len(got.Pages) < len(got.Plan.Pages) {
		return errTold
	}
	return read
}

// read reads pages out of the cache, each with where it comes from.
func (c *fetchCommand) read(a *app, r *pipeline.Reader, f *fetch.Fetcher, o fetch.Order, pages []fetch.Page) error {
	in := &inputs{other: map[string]int{}, seen: map[string]bool{}}
	for _, p := range pages {
		path := f.Cache.Path(&p.Entry)
		if !ingest.Known(path) {
			in.other[path[strings.LastIndexByte(path, '.'):]]++
			continue
		}
		known := plumbline.Context{Year: o.Year, Country: p.Country}
		if p.Country == "" {
			known.Country = o.Country
		}
		in.add(pipeline.Input{
			File: path, Size: p.Entry.Bytes, Open: func() ([]byte, error) { return readFile(path) },
			Context: known, Listed: p.Country != "",
			Source: p.Entry.From, Retrieved: p.Entry.Retrieved.UTC().Format(time.RFC3339),
		})
	}
	job, err := newReading(a, c.Format)
	if err != nil {
		return err
	}
	defer job.close()
	job.originals = !c.NoOriginals
	return job.run(r, in)
}

// fact is what an error says without what to do about it.
func fact(err error) string {
	words, _, _ := strings.Cut(err.Error(), "; ")
	return words
}
