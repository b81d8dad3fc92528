package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"unicode/utf8"

	"plumbline"
	"plumbline/internal/text"
)

// Check looks the whole database over: the file's own structure, every row's
// references, every document's text and original against its hash, every span
// against its text, every quote against its span, one primary narrative for
// each country-year, and what claims are found by against the claims. It
// returns all that it finds; an error only where it could not look.
func (db *DB) Check(ctx context.Context) ([]Problem, error) {
	var found faults
	err := inTx(ctx, db.read, true, func(tx *sql.Tx) error {
		lines, err := integrity(tx)
		for _, line := range lines {
			found.add("database", db.file, line)
		}
		if err != nil {
			return err
		}
		for _, look := range []func(*sql.Tx) error{found.primaries, found.originals, found.participation} {
			if err := look(tx); err != nil {
				return err
			}
		}
		ids, err := column(tx, `SELECT id FROM document ORDER BY sequence`)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := found.document(tx, plumbline.DocumentID(id)); err != nil {
				return fmt.Errorf("document %s: %w", id, err)
			}
		}
		return nil
	})
	var f *fault
	if err = db.wrap(ctx, err); errors.As(err, &f) && len(found) > 0 {
		found.add("database", db.file, f.fact+", the rest was not looked at; "+f.advice)
		err = nil
	}
	return found, err
}

// primaries checks that each country-year is stood for by the narrative that
// should.
func (f *faults) primaries(tx *sql.Tx) error {
	var at countryYear
	var list []countryYear
	err := each(tx, `SELECT DISTINCT country, year FROM narrative WHERE country IS NOT NULL AND year IS NOT NULL ORDER BY country, year`,
		nil, []any{toWords[plumbline.CountryCode]{&at.country}, &at.year}, func() error {
			list = append(list, at)
			return nil
		})
	if err != nil {
		return err
	}
	first, err := tx.Prepare(`SELECT n.id, n.is_primary` + rankedBy)
	if err != nil {
		return err
	}
	defer first.Close()
	for _, at := range list {
		var id string
		var is bool
		if err := first.QueryRow(string(at.country), at.year).Scan(&id, toFlag{&is}); err != nil {
			return err
		}
		if !is {
			f.add("narrative", id, fmt.Sprintf("is not marked as the primary one of %s %d", at.country, at.year))
		}
	}
	return nil
}

// document checks one document and all that was read from it.
func (f *faults) document(tx *sql.Tx, id plumbline.DocumentID) error {
	d, err := document(tx, id)
	if err != nil {
		return err
	}
	var hash string
	if err := tx.QueryRow(`SELECT text_sha256 FROM document WHERE id = $1`, string(id)).Scan(&hash); err != nil {
		return err
	}
	if hash != hashOf(d.Text) {
		f.add("document", id, "its text is not the one that was read")
	}
	if !utf8.ValidString(d.Text) {
		f.add("document", id, "its text is not UTF-8")
	}
	for i, p := range d.Pages {
		if p.Start < 0 || p.Start > len(d.Text) || i > 0 && p.Start < d.Pages[i-1].Start {
			f.add("document", id, fmt.Sprintf("page %d begins outside its text or before the page before it", p.Number))
		}
	}
	f.parts(d)
	w := new(where)
	w.is("n.document = $", string(id))
	ns, err := narratives(tx, w, "")
	if err != nil {
		return err
	}
	spans := map[plumbline.NarrativeID]text.Span{}
	for i := range ns {
		spans[ns[i].ID] = ns[i].Span
		f.narrative(d, &ns[i])
	}
	return eachClaim(tx, &ClaimFilter{Document: id}, func(c *plumbline.Claim) error {
		f.claim(d, spans[c.Narrative], c)
		return nil
	})
}
