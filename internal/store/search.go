package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/view"
)

// Scope is what is searched.
type Scope string

// The scopes: the sentences of narratives, the quotes of claims.
const (
	InText   Scope = "text"
	InClaims Scope = "claims"
)

// Order is how hits are sorted.
type Order = view.Order

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

// Search finds sentences or claims by their words and sides. The error is
// ErrInvalid, naming the parameter, for a query or value that means nothing.
func (db *DB) Search(ctx context.Context, f SearchFilter) (*view.Found, error) {
	match, err := f.valid()
	if err != nil {
		return nil, err
	}
	var r *view.Found
	err = db.view(ctx, func(tx *sql.Tx) error {
		s, err := db.sides(ctx, tx, f.In)
		if err != nil {
			return err
		}
		if err := f.sectorsOf(s); err != nil {
			return err
		}
		r, err = s.search(tx, &f, match)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// search counts what f means and reads one page of it.
func (s *sides) search(tx *sql.Tx, f *SearchFilter, match string) (*view.Found, error) {
	var sequences []int64
	if match != "" {
		var err error
		if sequences, err = matching(tx, f.In.table(), match); err != nil {
			return nil, err
		}
	}
	found := s.find(f, sequences, match == "")
	r := &view.Found{Total: len(found.units), Facets: s.facets(f.In, found), Order: f.Order}
	if r.Order == ByRelevance && (match == "" || r.Total > mostRanked) {
		r.Order = ByYear
	}
	if f.Offset >= r.Total {
		return r, nil
	}
	var ranks []float64
	if r.Order == ByRelevance {
		var err error
		if ranks, err = s.ranks(tx, f.In.table(), match, found.units, len(sequences)); err != nil {
			return nil, err
		}
	}
	s.order(found, r.Order, ranks)
	page := found.units[f.Offset:min(r.Total, f.Offset+f.Limit)]
	var err error
	r.Hits, err = s.hits(tx, f.In, match, page)
	return r, err
}

// table is that of the words of a scope.
func (in Scope) table() string {
	if in == InClaims {
		return "claim_words"
	}
	return "sentence_words"
}

// ranks reads the rank of each of units, which are some of those matched.
func (s *sides) ranks(tx *sql.Tx, table, match string, units []int32, matched int) ([]float64, error) {
	query, args := `SELECT rowid, rank FROM `+table+` WHERE `+table+` MATCH $1`, []any{match}
	if len(units) < matched {
		query += ` AND ` + amongRows(table, "$2")
		args = append(args, s.sequences(units))
	}
	ranks := make([]float64, len(units))
	var sequence int64
	var rank float64
	return ranks, each(tx, query, args, []any{&sequence, &rank}, func() error {
		i, known := slices.BinarySearchFunc(units, sequence, func(u int32, q int64) int { return cmp.Compare(s.units[u].sequence, q) })
		if known {
			ranks[i] = rank
		}
		return nil
	})
}

// sequences lists the sequences of units as JSON.
func (s *sides) sequences(units []int32) string {
	b := []byte{'['}
	for i, u := range units {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, s.units[u].sequence, 10)
	}
	return string(append(b, ']'))
}

// hits reads what is shown of units, in their order.
func (s *sides) hits(tx *sql.Tx, in Scope, match string, units []int32) ([]view.Hit, error) {
	table, from, column, place := in.table(), `sentence u JOIN narrative n ON n.sequence = u.narrative`, "u.text", `'', u.span_start, u.span_start + octet_length(u.text)`
	if in == InClaims {
		from, column, place = `claim u JOIN narrative n ON n.id = u.narrative`, "u.quote", `u.id, u.span_start, u.span_end`
	}
	from += ` JOIN document d ON d.id = n.document WHERE `
	shown, args := column, []any{s.sequences(units)}
	if match == "" {
		from += `u.sequence IN (SELECT value FROM json_each($1))`
	} else {
		// The words come first, and once: looked up row by row they are found anew
		// for each.
		shown = fmt.Sprintf("highlight(%s, 0, '%s', '%s')", table, openMark, closeMark)
		from = table + ` CROSS JOIN ` + from + table + ` MATCH $2 AND ` + amongRows(table, "$1") + ` AND u.sequence = ` + table + `.rowid`
		args = append(args, match)
	}
	at := make(map[int64]int, len(units))
	for i, u := range units {
		at[s.units[u].sequence] = i
	}
	list := make([]view.Hit, len(units))
	var h view.Hit
	var marked string
	var sequence int64
	err := each(tx, `SELECT u.sequence, n.id, d.id, d.file, n.country, n.year, u.section, d.sample, `+place+`, `+column+`, `+shown+` FROM `+from, args,
		[]any{&sequence, toWords[plumbline.NarrativeID]{&h.Narrative}, toWords[plumbline.DocumentID]{&h.Document}, &h.File,
			toWords[plumbline.CountryCode]{&h.Country}, toNumber{&h.Year}, toWords[plumbline.SectionName]{&h.Section}, toFlag{&h.Sample},
			toWords[plumbline.ClaimID]{&h.Claim}, &h.Span.Start, &h.Span.End, &h.Text, &marked}, func() error {
			h.Marks = marks(h.Text, marked)
			list[at[sequence]] = h
			return nil
		})
	return list, err
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
