package fetch

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Site says where the pages of the reports of some years stand.
type Site struct {
	Name     string // of its file, without .site
	File     string // data/sites/NAME.site
	From, To int    // report years, inclusive; To 0 leaves the end open
	About    string
	Source   string
	Index    []Pattern // of a year's index page, in the order in which they are tried
	Follow   []Pattern // of further index pages
	Pages    []Pattern // of one narrative
	Parts    []Pattern // of several narratives
	Also     []Host    // to which redirects may lead
}

// Host is a host that redirects may lead to.
type Host struct {
	Name     string
	Verified bool
}

// Holds reports whether the site has the report of the year.
func (s *Site) Holds(year int) bool {
	return year >= s.From && (s.To == 0 || year <= s.To)
}

// Verified reports whether somebody has seen all addresses of the site answer.
func (s *Site) Verified() bool {
	for _, list := range [][]Pattern{s.Index, s.Follow, s.Pages, s.Parts} {
		if slices.ContainsFunc(list, func(p Pattern) bool { return !p.Verified }) {
			return false
		}
	}
	return !slices.ContainsFunc(s.Also, func(h Host) bool { return !h.Verified })
}

// years writes the years of the site: "2001-2008", "since 2019".
func (s *Site) years() string {
	switch s.To {
	case 0:
		return fmt.Sprintf("since %d", s.From)
	case s.From:
		return fmt.Sprint(s.From)
	}
	return fmt.Sprintf("%d-%d", s.From, s.To)
}

// Sites are the sites of all years, by their first one.
type Sites []*Site

// Load reads the files sites/*.site of fsys. Faults in them are
// text.Diagnostics.
func Load(fsys fs.FS) (Sites, error) {
	names, err := fs.Glob(fsys, "sites/*.site")
	if err != nil {
		return nil, fmt.Errorf("sites: %w", err)
	}
	if len(names) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "sites: no file ends in .site", Hint: "put the folder sites/ of data/ beside the others"}
	}
	var sites Sites
	var faults text.Diagnostics
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("sites: %w", err)
		}
		p := parser{src: &text.Source{Name: "data/" + name, Text: string(data)}, others: sites}
		p.site.Name, p.site.File = strings.TrimSuffix(path.Base(name), ".site"), "data/"+name
		p.read()
		faults = append(faults, p.faults...)
		sites = append(sites, &p.site)
	}
	slices.SortStableFunc(sites, func(a, b *Site) int { return a.From - b.From })
	return sites, faults.Err()
}

// Find returns the site that has the report of the year. The error is a
// plumbline.Fault that lists the years there are.
func (ss Sites) Find(year int) (*Site, error) {
	var years []string
	for _, s := range ss {
		if s.Holds(year) {
			return s, nil
		}
		years = append(years, s.years())
	}
	return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound,
		Fact: fmt.Sprintf("no site is known for the report of %d", year),
		Hint: "known are the reports of " + strings.Join(years, ", ") + "; a page that you have saved is read with: plumbline read FILE"}
}
