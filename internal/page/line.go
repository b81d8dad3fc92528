package page

import (
	"strings"

	"plumbline"
	"plumbline/internal/wording"
)

// Line is one claim as pages show it: which way it counts, its words, and
// whatever must not be dropped from it.
type Line struct {
	ID       plumbline.ClaimID
	Href     string // of its words in their text
	About    string // of the claim itself
	Type     string
	Mark     string // "did", "did not", "partly", "none reported", with the certainty
	Tone     wording.Tone
	Quote    string
	Details  string // figures, time, terms of a law
	Hedge    string // who says so and how surely, with the text's own words
	Silence  string // what a reporting other than stated means
	Promise  string // that it is planned or predicted, not done
	Actors   string // who acted, where it is not the narrative's government alone
	Place    string // where it stands: section and page
	Sentence string // the sentence around the quote, where a page shows it
	Rest     string // of its sentence, where the quote says nothing without it
	But      []Link // to words beside it that undercut it
	Again    *Link  // to where the same act was told before
}

// NewLine words a claim. text is that of its document, for the words of hedges;
// name gives the name of a country in the year of the claim.
func NewLine(c *plumbline.Claim, text string, name func(plumbline.CountryCode) string) Line {
	mark, tone := wording.Mark(c)
	return Line{
		ID: c.ID, Href: CitationPath(c.Narrative, c.ID), About: ClaimPath(c.ID),
		Type: wording.TypeName(c.Type), Mark: mark, Tone: tone,
		Quote:   wording.Clean(c.Citation.Quote),
		Details: wording.Dots(wording.Figures(c.Quantity), wording.When(c.Time), wording.Terms(c.Terms)),
		Hedge:   wording.Hedge(c, text), Silence: wording.Silence(c.Reporting), Promise: wording.Promise(c),
		Actors: wording.Actors(c, c.Country, name), Place: place(c),
	}
}

// place says where the words of a claim stand.
func place(c *plumbline.Claim) string {
	pages := ""
	switch x := &c.Citation; {
	case x.Page == 0:
	case x.LastPage > x.Page:
		pages = "pages " + wording.Thousands(int64(x.Page)) + "–" + wording.Thousands(int64(x.LastPage))
	default:
		pages = "page " + wording.Thousands(int64(x.Page))
	}
	return strings.Join(wording.Lines(string(c.Section), pages), ", ")
}
