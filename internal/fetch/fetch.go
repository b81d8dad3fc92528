package fetch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"

	"plumbline"
)

// Fetcher gets pages. All fields but Base and those that are told must be set.
type Fetcher struct {
	Client   Client
	Now      func() time.Time
	Sleep    func(ctx context.Context, d time.Duration) error // ends early with ctx's error
	Agent    string                                           // how it names itself: plumbline/1.0 (...)
	Delay    time.Duration                                    // between two requests
	Timeout  time.Duration                                    // of one request
	MaxBytes int64                                            // of one page
	Base     *url.URL                                         // of a mirror that stands for the host of the site
	Cache    *Cache

	// Country resolves the name that a link bears.
	Country func(name string, year int) (plumbline.CountryCode, bool)

	Got     func(p Page, done, all int) // is told of each page; may be nil
	Refused func(err error)             // is told of each page that could not be had; may be nil

	// Waits is told before an address is asked for again, with why and how
	// long that takes; may be nil.
	Waits func(why error, d time.Duration)
}

// Order is what is wanted.
type Order struct {
	Site    *Site
	Year    int
	Country plumbline.CountryCode // empty for all
}

// Link is a page that the index leads to.
type Link struct {
	Address string
	Words   string                // as the index has them
	Country plumbline.CountryCode // that they name; empty for a page of several countries
}

// Plan is what an index page leads to.
type Plan struct {
	Index []string // addresses of the index pages that were read
	Pages []Link   // in the order of the index
}

// Page is a page that is in the cache.
type Page struct {
	Link
	Entry Entry
	New   bool // its bytes came with this run
}

// Result is what came of an order.
type Result struct {
	Plan     Plan
	Pages    []Page
	New      int // pages whose bytes came with this run
	Failed   int // pages that could not be had
	Requests int // that were made, robots.txt and redirects included
}

// manyFailures in a row end a run: the site does not want it, or is out of
// order.
const manyFailures = 3

// IndexAddresses lists where the index of a year is looked for, in this order.
func (f *Fetcher) IndexAddresses(o Order) []string {
	v := f.visit(o)
	var list []string
	for i := range o.Site.Index {
		list = append(list, v.moved(o.Site.Index[i].url(o.Year)).String())
	}
	return list
}

// Plan reads the index of a year and lists the pages that are wanted, without
// asking for them. Where the country has no link the error is a
// plumbline.Fault of the kind ErrNotFound.
func (f *Fetcher) Plan(ctx context.Context, o Order) (*Plan, error) {
	return f.visit(o).plan(ctx)
}

// Run gets the pages of an order. A page that cannot be had is told to Refused
// and counted; a site that cannot be reached, or refuses several pages in a
// row, ends the run with an error. The Result has what was got until then. A
// run that did not come to its end is taken up by the next one with the same
// order.
func (f *Fetcher) Run(ctx context.Context, o Order) (*Result, error) {
	v := f.visit(o)
	r := &Result{}
	defer func() { r.Requests = v.requests }()
	name := fmt.Sprint(o.Year)
	if o.Country != "" {
		name += "-" + string(o.Country)
	}
	since, err := f.Cache.begin(name, f.Now())
	if err != nil {
		return r, err
	}
	v.since = since
	p, err := v.plan(ctx)
	if err != nil {
		return r, err
	}
	r.Plan = *p
	failed := 0 // in a row
	for i, link := range p.Pages {
		page, _, err := v.page(ctx, link, fmt.Sprint(o.Year))
		switch {
		case ctx.Err() != nil:
			return r, ctx.Err()
		case errors.Is(err, ErrOffline):
			return r, err
		case err != nil:
			failed++
			r.Failed++
			if f.Refused != nil {
				f.Refused(err)
			}
			if failed == manyFailures {
				return r, &plumbline.Fault{Fact: fmt.Sprintf("stopped: %d pages in a row could not be had", failed), Hint: "run the same command again later; what was got is kept in " + f.Cache.Dir}
			}
			continue
		}
		failed = 0
		r.Pages = append(r.Pages, *page)
		if page.New {
			r.New++
		}
		if f.Got != nil {
			f.Got(*page, i+1, len(p.Pages))
		}
	}
	if r.Failed > 0 {
		return r, nil
	}
	return r, f.Cache.end(name)
}

// visit is one run.
type visit struct {
	*Fetcher
	order    Order
	site     *Site
	hosts    map[string]bool
	rules    map[string]*robots // by scheme and host
	since    time.Time          // what was looked at since then is not asked for
	last     time.Time          // when the last answer came
	requests int
}

func (f *Fetcher) visit(o Order) *visit {
	v := &visit{Fetcher: f, order: o, site: o.Site, hosts: map[string]bool{}, rules: map[string]*robots{}}
	if f.Base != nil {
		v.hosts[hostOf(f.Base)] = true
		return v
	}
	for _, list := range [][]Pattern{v.site.Index, v.site.Follow, v.site.Pages, v.site.Parts} {
		for i := range list {
			v.hosts[list[i].host] = true
		}
	}
	for _, h := range v.site.Also {
		v.hosts[h.Name] = true
	}
	return v
}

// name is the first word of the user agent, by which a robots.txt calls it.
func (v *visit) name() string {
	name, _, _ := strings.Cut(strings.ToLower(v.Agent), "/")
	return name
}

// moved gives the address on the mirror that stands for one of the site.
func (v *visit) moved(u *url.URL) *url.URL {
	if v.Base == nil {
		return u
	}
	to := *v.Base
	to.Path, to.RawPath = strings.TrimSuffix(v.Base.Path, "/")+u.Path, ""
	return &to
}

// page gives what stands at an address, out of the cache where the site says
// that it is the same still.
func (v *visit) page(ctx context.Context, link Link, folder string) (*Page, []byte, error) {
	to, err := url.Parse(link.Address)
	if err != nil {
		return nil, nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: link.Address + ": no address"}
	}
	known, data := v.Cache.Entry(link.Address)
	if known != nil && !v.since.IsZero() && !known.Checked.Before(v.since) {
		return &Page{Link: link, Entry: *known}, data, nil
	}
	a, err := v.get(ctx, to, known)
	if err != nil {
		return nil, nil, err
	}
	now := v.Now()
	if a.status == http.StatusNotModified && known == nil {
		return nil, nil, fault(plumbline.ErrInvalid, to, "the site says that it is the same as before, and there is nothing before", "run the same command again later")
	}
	if a.status == http.StatusNotModified || known != nil && hash(a.body) == known.SHA256 {
		e := *known
		e.Checked = now
		e.ETag, e.Modified = cmp.Or(a.header.Get("ETag"), e.ETag), cmp.Or(a.header.Get("Last-Modified"), e.Modified)
		return &Page{Link: link, Entry: e}, data, v.Cache.note(&e)
	}
	if len(a.body) == 0 {
		return nil, nil, fault(errEmpty, to, "an empty answer", "run the same command again later")
	}
	if path.Clean("/"+a.from.Path) == "/" && path.Clean("/"+to.Path) != "/" {
		return nil, nil, fault(plumbline.ErrNotFound, to, "it leads to the front page of the site", "its address may have changed: see "+v.site.File)
	}
	e, err := v.Cache.keep(folder, Entry{
		Address: link.Address, Words: link.Words, Retrieved: now, Checked: now, From: a.from.String(),
		MediaType: cmp.Or(a.header.Get("Content-Type"), http.DetectContentType(a.body)),
		ETag:      a.header.Get("ETag"), Modified: a.header.Get("Last-Modified"),
	}, a.body)
	if err != nil {
		return nil, nil, err
	}
	return &Page{Link: link, Entry: *e, New: true}, a.body, nil
}
