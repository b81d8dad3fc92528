package page

import (
	"net/url"

	"plumbline/internal/text"
)

// Search is the search form with what was found.
type Search struct {
	Query    string
	In       string // text or claims
	Order    string
	Asked    bool // something was asked
	Total    int
	From, To int // the hits that this page shows, counted from 1
	Note     string
	Hits     []SearchHit
	Facets   []SearchFacet
	Chosen   []Link // filters in force; each address is without it
	Hidden   []HiddenField
	Before   string // address of the page before; empty where there is none
	After    string
	Places   []Link // countries that the words may mean
	Examples []Link
}

// SearchHit is a sentence or claim that was found.
type SearchHit struct {
	Where  string // country, year and section
	Href   string // of the words in their text
	Words  []SearchPiece
	Line   *Line // of a claim: how it is said
	Type   string
	Sample bool
}

// SearchFacet counts what was found by one of its sides.
type SearchFacet struct {
	Heading string
	Open    bool
	Values  []FacetLink
}

// FacetLink narrows a search to a value.
type FacetLink struct {
	Link
	Count int
}

func (Search) template() string { return "search" }

// SearchPath is the address of a search.
func SearchPath(query url.Values) string {
	if len(query) == 0 {
		return "/search"
	}
	return "/search?" + query.Encode()
}

// SearchFeedPath is the address of the feed of a search.
func SearchFeedPath(query url.Values) string { return "/search/feed.xml?" + query.Encode() }

// SearchPiece is words of a hit; Marked ones were looked for, those Beside stand
// around the quote of a claim.
type SearchPiece struct {
	Words  string
	Marked bool
	Beside bool
}

// QuoteIn cuts a sentence around the quote of a claim, and the quote at the words
// that were looked for; marks are offsets in the quote.
func QuoteIn(sentence string, quote text.Span, marks []text.Span) []SearchPiece {
	list := []SearchPiece{{Words: visible(sentence[:quote.Start]), Beside: true}}
	list = append(list, SearchPieces(quote.In(sentence), marks)...)
	return append(list, SearchPiece{Words: visible(sentence[quote.End:]), Beside: true})
}

// SearchPieces cuts words at those that were looked for.
func SearchPieces(s string, marks []text.Span) []SearchPiece {
	var list []SearchPiece
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(s) || m.Empty() {
			continue
		}
		list = append(list, SearchPiece{Words: visible(s[at:m.Start])}, SearchPiece{Words: visible(s[m.Start:m.End]), Marked: true})
		at = m.End
	}
	return append(list, SearchPiece{Words: visible(s[at:])})
}
