package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"plumbline"
)

// Primary returns the narrative that stands for a country-year, or ErrNotFound.
// Where there is no official text it is a sample's, if there is one.
func (db *DB) Primary(ctx context.Context, country plumbline.CountryCode, year int) (*plumbline.Narrative, error) {
	ns, err := db.Narratives(ctx, NarrativeFilter{Country: country, Year: year, PrimaryOnly: true, IncludeSample: true})
	if err != nil {
		return nil, err
	}
	if len(ns) == 0 || country == "" || year == 0 {
		return nil, fmt.Errorf("narrative of %s %d: %w; read a report that has it", country, year, plumbline.ErrNotFound)
	}
	return &ns[0], nil
}

// SetPrimary lets the narrative with the given id, or with the only id that
// begins so, stand for its country-year from now on. It returns ErrInvalid for
// one without country or year, and ErrForbidden for a sample's.
func (db *DB) SetPrimary(ctx context.Context, id plumbline.NarrativeID) error {
	return db.update(ctx, func(tx *sql.Tx) error {
		id, err := resolve(tx, "narrative", id)
		if err != nil {
			return err
		}
		var at countryYear
		var document string
		var sample bool
		err = tx.QueryRow(`SELECT n.country, n.year, n.document, d.sample
			FROM narrative n JOIN document d ON d.id = n.document WHERE n.id = $1`, string(id)).
			Scan(toWords[plumbline.CountryCode]{&at.country}, toNumber{&at.year}, &document, toFlag{&sample})
		switch {
		case err != nil:
			return err
		case !at.known():
			return fmt.Errorf("narrative %s: %w: no country or year; read its document again with both given", id, plumbline.ErrInvalid)
		case sample:
			return fmt.Errorf("narrative %s: %w: a sample never stands for an official text; pick another", id, plumbline.ErrForbidden)
		}
		_, err = tx.Exec(`INSERT INTO choice (country, year, document, narrative) VALUES ($1, $2, $3, $4)
			ON CONFLICT (country, year) DO UPDATE SET document = excluded.document, narrative = excluded.narrative`,
			string(at.country), at.year, document, string(id))
		if err != nil {
			return err
		}
		return settle(tx, []countryYear{at})
	})
}

type countryYear struct {
	country plumbline.CountryCode
	year    int
}

func (at countryYear) known() bool { return at.country != "" && at.year != 0 }

// countryYears lists the country-years that a document has narratives of.
func countryYears(tx *sql.Tx, id plumbline.DocumentID) ([]countryYear, error) {
	var list []countryYear
	var at countryYear
	err := each(tx, `SELECT DISTINCT country, year FROM narrative WHERE document = $1 AND country IS NOT NULL AND year IS NOT NULL`,
		[]any{string(id)}, []any{toWords[plumbline.CountryCode]{&at.country}, &at.year}, func() error {
			list = append(list, at)
			return nil
		})
	return list, err
}

// rankedBy orders the narratives of a country-year, the primary one first:
// official texts, the one picked by hand, else one of the document picked by
// hand, else the latest read.
const rankedBy = `
	FROM narrative n
	JOIN document d ON d.id = n.document
	LEFT JOIN choice c ON c.country = n.country AND c.year = n.year AND c.document = n.document
	WHERE n.country = $1 AND n.year = $2
	ORDER BY d.sample, coalesce(c.narrative = n.id, 0) DESC, c.document IS NULL, d.sequence DESC, n.sequence
	LIMIT 1`

// settle marks the primary narrative of each of the given country-years.
func settle(tx *sql.Tx, touched []countryYear) error {
	if len(touched) == 0 {
		return nil
	}
	first, err := tx.Prepare(`SELECT n.id, n.is_primary` + rankedBy)
	if err != nil {
		return err
	}
	defer first.Close()
	done := map[countryYear]bool{}
	for _, at := range touched {
		if done[at] || !at.known() {
			continue
		}
		done[at] = true
		var id string
		var already bool
		err := first.QueryRow(string(at.country), at.year).Scan(&id, toFlag{&already})
		if errors.Is(err, sql.ErrNoRows) || err == nil && already {
			continue
		}
		if err != nil {
			return err
		}
		if err := mark(tx, at, id); err != nil {
			return err
		}
	}
	return nil
}

// mark makes id the primary narrative of at; the old one goes first, for there
// may never be two.
func mark(tx *sql.Tx, at countryYear, id string) error {
	_, err := tx.Exec(`UPDATE narrative SET is_primary = 0 WHERE country = $1 AND year = $2 AND is_primary = 1`, string(at.country), at.year)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE narrative SET is_primary = 1 WHERE id = $1`, id)
	return err
}
