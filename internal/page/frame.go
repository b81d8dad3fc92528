package page

import "html/template"

// Frame is what surrounds every page.
type Frame struct {
	Title  string // of the page, without the site's name
	Lead   string // what the page is, in a sentence, for search engines and link previews
	Path   string // its address, without query
	Query  string // its query, canonical and without "?"; may be empty
	Here   string // the part of the site it belongs to: one of the keys of Parts
	Sample bool   // something on it is a sample
	JSON   bool   // it has a twin in JSON
	CSV    bool   // it has a twin in CSV
	Trail  []Link // from the front page to the page above this one
	Feed   string // address of its feed; may be empty
}

// Link is an address with its words.
type Link struct {
	Href string
	Text string
	Here bool // it is the page that it stands on
}

// Parts are the parts of the site, as its head lists them.
func (f *Frame) Parts() []Link {
	list := []Link{
		{Href: "/", Text: "World"}, {Href: "/flows", Text: "Flows"}, {Href: "/search", Text: "Search"},
		{Href: "/compare", Text: "Compare"}, {Href: "/law", Text: "Law"}, {Href: "/method", Text: "Method"}, {Href: "/data", Text: "Data"},
	}
	for i := range list {
		list[i].Here = list[i].Text == f.Here
	}
	return list
}

// Twin is the address of the same page in another form: json or csv.
func (f *Frame) Twin(form string) string { return TwinPath(f.Path, f.Query, form) }

// SVG is a drawing that the chart package made, which escapes what it is given.
type SVG = template.HTML
