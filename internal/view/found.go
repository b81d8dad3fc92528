package view

import (
	"plumbline"
	"plumbline/internal/text"
)

// Found is what a search found.
type Found struct {
	Total  int
	Hits   []Hit
	Facets []Facet
	Order  Order // that the hits are in
}

// Order is how hits are sorted: by relevance, year or country.
type Order string

// Hit is a sentence or a claim that was found.
type Hit struct {
	Narrative plumbline.NarrativeID
	Document  plumbline.DocumentID
	File      string
	Country   plumbline.CountryCode
	Year      int
	Section   plumbline.SectionName
	Sample    bool
	Claim     plumbline.ClaimID // empty for a sentence
	Span      text.Span         // in the document's text
	Text      string            // of the sentence, running heads blanked; of a claim its quote
	Marks     []text.Span       // in Text: the words that were looked for
}

// Facet counts what was found by one of its sides.
type Facet struct {
	Name   string // country, year, tier, section; of claims also type, valence, reporting, certainty, form, sector, place
	Values []FacetValue
}

// FacetValue is how many hits have a value.
type FacetValue struct {
	Value string
	Count int
}
