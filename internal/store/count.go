package store

import (
	"context"
	"database/sql"
	"slices"
	"sync"

	"plumbline"
)

// Counts is how much there is of what sums may be drawn from: narratives that
// stand for their country-year, official texts only. What is beside them is
// counted apart.
type Counts struct {
	Documents  int // official texts, whether a primary narrative is in them or not
	Samples    int // documents that are paraphrases
	Countries  int
	Narratives int
	Claims     int
	Others     int         // narratives of official texts that do not stand for a country-year
	ByYear     []YearCount // oldest first
	ByType     []TypeCount // in the order of the codebook, those with claims only
}

// lastCounts keeps the counts of the state that was last counted.
type lastCounts struct {
	mu         sync.Mutex
	generation Generation
	counts     *Counts // never changed
}

// Counts counts as of now. What was counted before is not counted again until
// the database changes.
func (db *DB) Counts(ctx context.Context) (*Counts, error) {
	var c *Counts
	err := db.view(ctx, func(tx *sql.Tx) error {
		g, err := generation(tx)
		if err != nil {
			return err
		}
		db.counts.mu.Lock()
		defer db.counts.mu.Unlock()
		if db.counts.counts == nil || db.counts.generation != g {
			counted, err := count(tx)
			if err != nil {
				return err
			}
			db.counts.counts, db.counts.generation = counted, g
		}
		own := *db.counts.counts
		own.ByYear, own.ByType = slices.Clone(own.ByYear), slices.Clone(own.ByType)
		c = &own
		return nil
	})
	return c, err
}

func count(tx *sql.Tx) (*Counts, error) {
	c := new(Counts)
	err := tx.QueryRow(`SELECT count(*) FILTER (WHERE sample = 0), count(*) FILTER (WHERE sample = 1) FROM document`).
		Scan(&c.Documents, &c.Samples)
	if err != nil {
		return nil, err
	}
	err = tx.QueryRow(`SELECT count(DISTINCT n.country) FILTER (WHERE n.is_primary = 1), count(*) FILTER (WHERE n.is_primary = 0)`+
		fromNarrative+` WHERE d.sample = 0`).Scan(&c.Countries, &c.Others)
	if err != nil {
		return nil, err
	}
	return c, c.claims(tx)
}

// claims counts narratives and claims by year and type in one pass.
func (c *Counts) claims(tx *sql.Tx) error {
	types := map[plumbline.ClaimType]int{}
	var y YearCount
	err := each(tx, `SELECT n.year, count(*), sum((SELECT count(*) FROM claim c WHERE c.narrative = n.id))`+fromNarrative+`
		WHERE d.sample = 0 AND n.is_primary = 1 GROUP BY n.year ORDER BY n.year`, nil,
		[]any{toNumber{&y.Year}, &y.Narratives, &y.Claims}, func() error {
			c.ByYear = append(c.ByYear, y)
			c.Narratives += y.Narratives
			c.Claims += y.Claims
			return nil
		})
	if err != nil {
		return err
	}
	// What stands for no country-year is mostly little: the whole is counted out
	// of an index, and that taken off.
	var t TypeCount
	err = each(tx, `SELECT type, count(*) FROM claim GROUP BY type
		UNION ALL SELECT type, -sum(claims) FROM (SELECT c.type AS type, count(*) AS claims`+fromNarrative+` JOIN claim c ON c.narrative = n.id
			WHERE NOT (d.sample = 0 AND n.is_primary = 1) GROUP BY n.id, c.type) GROUP BY type`, nil,
		[]any{toWords[plumbline.ClaimType]{&t.Type}, &t.Claims}, func() error {
			types[t.Type] += t.Claims
			return nil
		})
	for _, name := range plumbline.ClaimTypes {
		if types[name] > 0 {
			c.ByType = append(c.ByType, TypeCount{name, types[name]})
		}
	}
	return err
}
