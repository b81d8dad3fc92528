package page

import (
	"plumbline"
	"plumbline/internal/wording"
)

// Document is where a document comes from and what was read in it.
type Document struct {
	Heading    string
	Facts      []wording.Field
	Source     string // address that it was fetched from; empty unless it is one of the web
	Narratives []DocumentNarrative
	Doubts     []DocumentDoubt
}

// DocumentNarrative is a narrative as its document lists it.
type DocumentNarrative struct {
	Text    Link
	Country Link // its Href is empty where the country is not known
	Code    plumbline.CountryCode
	Year    string
	Tier    plumbline.Tier
	Claims  int
	Stands  string // whether it stands for its country-year
}

// DocumentDoubt is something that a person should look at.
type DocumentDoubt struct {
	Place   string
	Text    *Link // the narrative that it concerns; nil for the whole document
	Message string
	Hint    string
}

func (Document) template() string { return "document" }
