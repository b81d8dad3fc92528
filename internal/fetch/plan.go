package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"plumbline"
)

// maxIndexes bounds how many index pages one year may have.
const maxIndexes = 12

// plan reads the index pages of the year.
func (v *visit) plan(ctx context.Context) (*Plan, error) {
	first, data, err := v.first(ctx)
	if err != nil {
		return nil, err
	}
	r := collector{visit: v, met: map[string]bool{first.Address: true}, country: map[plumbline.CountryCode]bool{}}
	r.read(first, data)
	for len(r.further) > 0 && len(r.plan.Index) < maxIndexes {
		next := r.further[0]
		r.further = r.further[1:]
		page, data, err := v.page(ctx, next, asideFolder)
		if err != nil {
			return nil, err
		}
		r.read(page, data)
	}
	return r.wanted(first)
}

// first asks for the index of the year, at the next address where there is
// none at one.
func (v *visit) first(ctx context.Context) (page *Page, data []byte, err error) {
	for i := range v.site.Index {
		at := v.moved(v.site.Index[i].url(v.order.Year))
		page, data, err = v.page(ctx, Link{Address: at.String(), Words: fmt.Sprintf("index %d", v.order.Year)}, asideFolder)
		if err == nil || !errors.Is(err, plumbline.ErrNotFound) {
			break
		}
	}
	return page, data, err
}

// collector gathers the links of index pages.
type collector struct {
	*visit
	plan    Plan
	met     map[string]bool
	further []Link
	country map[plumbline.CountryCode]bool
}

// read takes the links of one index page.
func (r *collector) read(p *Page, data []byte) {
	r.plan.Index = append(r.plan.Index, p.Address)
	at, err := url.Parse(p.Entry.From)
	if err != nil {
		return
	}
	for _, a := range anchors(data, p.Entry.MediaType, at) {
		to, local := r.local(a.to)
		if to == nil || r.met[to.String()] {
			continue
		}
		link := Link{Address: to.String(), Words: a.words}
		switch {
		case r.narrative(&link, local):
			if r.country[link.Country] { // the first of two links to a country counts
				continue
			}
			r.country[link.Country] = true
			r.plan.Pages = append(r.plan.Pages, link)
		case r.looks(r.site.Parts, local, a.words):
			r.plan.Pages = append(r.plan.Pages, link)
		case r.looks(r.site.Follow, local, a.words):
			r.further = append(r.further, link)
		default:
			continue
		}
		r.met[link.Address] = true
	}
}

// local gives the address to ask for where a link leads to the site, and the
// one on the site itself that it stands for.
func (r *collector) local(u *url.URL) (to, local *url.URL) {
	plain := *u
	plain.RawQuery, plain.ForceQuery = "", false
	if r.Base != nil && hostOf(&plain) == hostOf(r.Base) {
		prefix := strings.TrimSuffix(r.Base.Path, "/")
		rest, ok := strings.CutPrefix(plain.Path, prefix)
		if !ok {
			return nil, nil
		}
		onSite := plain
		onSite.Path, onSite.RawPath = rest, ""
		return r.moved(&onSite), &onSite
	}
	for _, list := range [][]Pattern{r.site.Pages, r.site.Parts, r.site.Follow} {
		for i := range list {
			if list[i].host == hostOf(&plain) {
				plain.Scheme = list[i].scheme
				return r.moved(&plain), &plain
			}
		}
	}
	return nil, nil
}

// narrative reports whether a link is to the narrative of a country, and notes
// of which.
func (r *collector) narrative(link *Link, at *url.URL) bool {
	for i := range r.site.Pages {
		p := &r.site.Pages[i]
		if !r.hosted(p, at) {
			continue
		}
		slug, ok := p.match(at.Path, r.order.Year)
		if !ok {
			continue
		}
		for _, name := range []string{strings.NewReplacer("-", " ", "_", " ").Replace(slug), link.Words} {
			if name == "" {
				continue
			}
			if code, ok := r.Country(name, r.order.Year); ok {
				link.Country = code
				return true
			}
		}
	}
	return false
}

// looks reports whether a link has one of the forms and its words.
func (r *collector) looks(forms []Pattern, at *url.URL, words string) bool {
	for i := range forms {
		if !r.hosted(&forms[i], at) || !strings.Contains(strings.ToLower(words), strings.ToLower(forms[i].Words)) {
			continue
		}
		if _, ok := forms[i].match(at.Path, r.order.Year); ok {
			return true
		}
	}
	return false
}

// hosted reports whether an address is of the pattern's host; on a mirror every
// address is.
func (r *collector) hosted(p *Pattern, at *url.URL) bool {
	return r.Base != nil || p.host == hostOf(at)
}

// wanted leaves of the plan what was ordered.
func (r *collector) wanted(first *Page) (*Plan, error) {
	if len(r.plan.Pages) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound,
			Fact: fmt.Sprintf("%s: no link on it looks like a narrative of %d", first.Address, r.order.Year),
			Hint: "the site may have changed: see " + r.site.File + "; or save the pages in a browser and read them with: plumbline read FILE"}
	}
	if r.order.Country == "" {
		return &r.plan, nil
	}
	all := len(r.plan.Pages)
	var pages []Link
	for _, link := range r.plan.Pages {
		if link.Country == r.order.Country || link.Country == "" && !r.country[r.order.Country] {
			pages = append(pages, link)
		}
	}
	if r.plan.Pages = pages; len(pages) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound,
			Fact: fmt.Sprintf("%s: no link names %s", first.Address, r.order.Country),
			Hint: fmt.Sprintf("%d other countries are there; the report of %d may have no narrative of it", all, r.order.Year)}
	}
	return &r.plan, nil
}
