package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Scope is what is searched.
type Scope string

// The scopes: the sentences of narratives, the quotes of claims.
const (
	InText   Scope = "text"
	InClaims Scope = "claims"
)

// Order is how hits are sorted.
type Order string

// The orders. By relevance is the order unless told otherwise; where more than
// 5,000 are found or no words were given, hits come by year, for no ranking
// tells so many apart.
const (
	ByRelevance Order = "relevance"
	ByYear      Order = "year"    // the latest first, then by country
	ByCountry   Order = "country" // then the latest first
)

const mostRanked = 5000

// SearchFilter says what is looked for. Of a list any value will do; an empty
// one asks for nothing. What only claims have cannot be asked of InText.
type SearchFilter struct {
	Query         string                  // words; see doc/cli.md, plumbline search. Empty means everything
	In            Scope                   // InText where empty
	Countries     []plumbline.CountryCode // of the narrative
	From, To      int                     // report years, inclusive; 0 leaves the end open
	Tiers         []plumbline.Tier
	Sections      []plumbline.SectionName
	Types         []plumbline.ClaimType
	Valences      []plumbline.Valence
	Reporting     []plumbline.Reporting
	Certainties   []plumbline.Certainty
	Forms         []string
	Sectors       []string
	Places        []plumbline.CountryCode // origin, destination, transit or, of other countries' narratives, subject
	AllReadings   bool                    // narratives that do not stand for their country-year too
	IncludeSample bool                    // paraphrases too
	Order         Order
	Limit         int // 20 where 0; at most 500
	Offset        int
}

// SearchResult is what was found.
type SearchResult struct {
	Total  int
	Hits   []Hit
	Facets []Facet
	Order  Order // that the hits are in
}

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

// Search finds sentences or claims by their words and sides. The error is
// ErrInvalid, naming the parameter, for a query or value that means nothing.
func (db *DB) Search(ctx context.Context, f SearchFilter) (*SearchResult, error) {
	match, err := f.valid()
	if err != nil {
		return nil, err
	}
	r := new(SearchResult)
	err = db.view(ctx, func(tx *sql.Tx) error {
		if err := f.sectors(tx); err != nil {
			return err
		}
		w, from := f.meant(match)
		if err := r.facets(tx, &f, w, from); err != nil {
			return err
		}
		return r.hits(tx, &f, match, w, from)
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// meant returns the conditions and tables of a search. The sentence or claim is
// u, its narrative n, its document d.
func (f *SearchFilter) meant(match string) (*where, string) {
	w, from := new(where), ` FROM sentence u JOIN narrative n ON n.sequence = u.narrative`
	if f.In == InClaims {
		from = ` FROM claim u JOIN narrative n ON n.id = u.narrative`
	}
	if match != "" {
		table, _ := f.tables()
		w.is("u.sequence IN (SELECT rowid FROM "+table+" WHERE "+table+" MATCH $)", match)
	}
	in(w, "n.country", f.Countries)
	in(w, "n.tier", f.Tiers)
	in(w, "u.section", f.Sections)
	in(w, "u.type", f.Types)
	in(w, "u.valence", f.Valences)
	in(w, "u.reporting", f.Reporting)
	in(w, "u.certainty", f.Certainties)
	takes(w, "'forms'", f.Forms)
	takes(w, "'sectors'", f.Sectors)
	takes(w, placed, f.Places)
	standing(w, f.From, f.To, f.AllReadings, f.IncludeSample)
	return w, from + ` JOIN document d ON d.id = n.document`
}

// placed are the roles in which a claim names a place.
const placed = "'origin', 'destination', 'transit', 'subject'"

// takes adds that one of values takes part in a claim in one of roles.
func takes[T ~string](w *where, roles string, values []T) {
	if len(values) == 0 {
		return
	}
	own := where{args: w.args}
	in(&own, "p.value", values)
	w.args = own.args
	w.conditions = append(w.conditions, "u.sequence IN (SELECT p.claim FROM participation p WHERE p.role IN ("+roles+") AND "+own.conditions[0]+")")
}

func (f *SearchFilter) tables() (words, column string) {
	if f.In == InClaims {
		return "claim_words", "quote"
	}
	return "sentence_words", "text"
}

// hits reads one page of what was found.
func (r *SearchResult) hits(tx *sql.Tx, f *SearchFilter, match string, w *where, from string) error {
	table, column := f.tables()
	order := ` ORDER BY n.year DESC, n.country, u.sequence`
	r.Order = f.Order
	switch {
	case f.Order == ByCountry:
		order = ` ORDER BY n.country, n.year DESC, u.sequence`
	case f.Order == ByYear:
	case match == "" || r.Total > mostRanked:
		r.Order = ByYear
	default:
		order = ` ORDER BY ` + table + `.rank, n.year DESC, n.country, u.sequence`
	}
	shown, place := "u."+column, `'', u.span_start, u.span_start + octet_length(u.text)`
	if f.In == InClaims {
		place = `u.id, u.span_start, u.span_end`
	}
	own := *w
	if match != "" {
		shown = fmt.Sprintf("highlight(%s, 0, '%s', '%s')", table, openMark, closeMark)
		// The words come first: looked up row by row they are found anew for each.
		from = strings.Replace(from, " FROM ", ` FROM `+table+` CROSS JOIN `, 1) + ` AND u.sequence = ` + table + `.rowid`
		own.conditions = slices.Clone(w.conditions)
		own.conditions[0] = table + " MATCH $1" // in place of the set of rows
	}
	var h Hit
	var marked string
	return each(tx, `SELECT n.id, d.id, d.file, n.country, n.year, u.section, d.sample, `+place+`, u.`+column+`, `+shown+
		from+own.String()+order+limit(f.Limit, f.Offset), own.args,
		[]any{toWords[plumbline.NarrativeID]{&h.Narrative}, toWords[plumbline.DocumentID]{&h.Document}, &h.File,
			toWords[plumbline.CountryCode]{&h.Country}, toNumber{&h.Year}, toWords[plumbline.SectionName]{&h.Section}, toFlag{&h.Sample},
			toWords[plumbline.ClaimID]{&h.Claim}, &h.Span.Start, &h.Span.End, &h.Text, &marked}, func() error {
			h.Marks = marks(h.Text, marked)
			r.Hits = append(r.Hits, h)
			return nil
		})
}

// The marks around what was looked for, in a copy of the text.
const (
	openMark  = "\x01\x02"
	closeMark = "\x02\x01"
)

// marks returns where the marks stand in marked, as places in plain.
func marks(plain, marked string) []text.Span {
	var list []text.Span
	at := 0
	for i := 0; i < len(marked); {
		switch {
		case strings.HasPrefix(marked[i:], openMark) && !strings.HasPrefix(plain[at:], openMark):
			list = append(list, text.Span{Start: at, End: at})
			i += len(openMark)
		case strings.HasPrefix(marked[i:], closeMark) && !strings.HasPrefix(plain[at:], closeMark) && len(list) > 0:
			list[len(list)-1].End = at
			i += len(closeMark)
		default:
			at = min(at+1, len(plain))
			i++
		}
	}
	return list
}
