package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"plumbline/internal/view"

	"plumbline"
)

// plainly gathers what SearchPlainly finds.
type plainly view.Found

// SearchPlainly is Search without what is kept in memory: one statement for each
// question. It is what Search is held to.
func (db *DB) SearchPlainly(ctx context.Context, f SearchFilter) (*view.Found, error) {
	match, err := f.valid()
	if err != nil {
		return nil, err
	}
	r := new(plainly)
	err = db.view(ctx, func(tx *sql.Tx) error {
		w, from := f.meant(match)
		if err := r.facets(tx, &f, w, from); err != nil {
			return err
		}
		return r.hits(tx, &f, match, w, from)
	})
	return (*view.Found)(r), err
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
	taking(w, "'forms'", f.Forms)
	taking(w, "'sectors'", f.Sectors)
	taking(w, placed, f.Places)
	standing(w, f.From, f.To, f.AllReadings, f.IncludeSample)
	return w, from + ` JOIN document d ON d.id = n.document`
}

// placed are the roles in which a claim names a place.
const placed = "'origin', 'destination', 'transit', 'subject'"

// taking adds that one of values takes part in a claim in one of roles.
func taking[T ~string](w *where, roles string, values []T) {
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
func (r *plainly) hits(tx *sql.Tx, f *SearchFilter, match string, w *where, from string) error {
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
	var h view.Hit
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

// facets counts what was found, and by each side.
func (r *plainly) facets(tx *sql.Tx, f *SearchFilter, w *where, from string) error {
	names := []string{"country", "year", "tier", "section"}
	columns := `n.country, n.year, n.tier, u.section`
	if f.In == InClaims {
		names = append(names, "type", "valence", "reporting", "certainty")
		columns += `, u.type, u.valence, u.reporting, u.certainty`
	}
	counts := make([]map[string]int, len(names))
	values := make([]string, len(names))
	var dest []any
	for i := range names {
		counts[i] = map[string]int{}
		if i == 1 {
			dest = append(dest, toYear{&values[i]})
			continue
		}
		dest = append(dest, toWords[string]{&values[i]})
	}
	var n int
	err := each(tx, `SELECT `+columns+`, count(*)`+from+w.String()+` GROUP BY `+columns, w.args, append(dest, &n), func() error {
		r.Total += n
		for i, v := range values {
			if v != "" {
				counts[i][v] += n
			}
		}
		return nil
	})
	for i, name := range names {
		r.Facets = append(r.Facets, facet(name, counts[i]))
	}
	if err != nil || f.In != InClaims {
		return err
	}
	return r.participants(tx, w, from)
}

// participants counts the forms, sectors and places of the claims found.
func (r *plainly) participants(tx *sql.Tx, w *where, from string) error {
	names := []string{"form", "sector", "place"}
	counts := map[string]map[string]int{}
	for _, name := range names {
		counts[name] = map[string]int{}
	}
	var kind, value string
	var n int
	err := each(tx, `SELECT CASE p.role WHEN 'forms' THEN 'form' WHEN 'sectors' THEN 'sector' ELSE 'place' END AS kind,
			p.value, count(DISTINCT p.claim)
		FROM participation p WHERE p.role <> 'actor' AND p.claim IN (SELECT u.sequence`+from+w.String()+`) GROUP BY kind, p.value`,
		w.args, []any{&kind, &value, &n}, func() error {
			counts[kind][value] = n
			return nil
		})
	for _, name := range names {
		r.Facets = append(r.Facets, facet(name, counts[name]))
	}
	return err
}

// toYear scans a year as a word, NULL as none.
type toYear struct{ to *string }

// Scan reads a value of the database.
func (s toYear) Scan(v any) error {
	n, known, err := whole(v)
	*s.to = ""
	if known {
		*s.to = fmt.Sprint(n)
	}
	return err
}
