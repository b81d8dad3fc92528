package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"time"

	"plumbline"
)

// Outcome is what Save did with a Reading.
type Outcome string

// The outcomes: a new document; one read before with other rules, whose
// narratives and claims are now the new ones; the same again, of which at most
// an original is kept that was not there.
const (
	Added     Outcome = "added"
	Replaced  Outcome = "replaced"
	Unchanged Outcome = "unchanged"
)

// Save keeps a reading, whole or not at all. It returns ErrInvalid for one
// that contradicts itself: a span outside its text, a quote that is not the
// bytes of its span, a claim of no narrative.
func (db *DB) Save(ctx context.Context, r *plumbline.Reading) (Outcome, error) {
	if err := verify(r); err != nil {
		return "", err
	}
	var outcome Outcome
	err := db.update(ctx, func(tx *sql.Tx) (err error) {
		outcome, err = db.save(tx, r)
		return err
	})
	if err != nil {
		return "", err
	}
	return outcome, nil
}

// Holds reports whether the document is there as read with these rules, so
// that reading it again would change nothing.
func (db *DB) Holds(ctx context.Context, id plumbline.DocumentID, rules string) (bool, error) {
	var held bool
	err := db.view(ctx, func(tx *sql.Tx) error {
		known, was, err := rulesOf(tx, id)
		held = known && was == rules
		return err
	})
	return held, err
}

func (db *DB) save(tx *sql.Tx, r *plumbline.Reading) (Outcome, error) {
	known, was, err := rulesOf(tx, r.Document.ID)
	if err != nil {
		return "", err
	}
	if known && was == r.Rules {
		return Unchanged, keep(tx, r)
	}
	var touched []countryYear
	outcome := Added
	if known {
		outcome = Replaced
		if touched, err = countryYears(tx, r.Document.ID); err != nil {
			return "", err
		}
		if err := forget(tx, r.Document.ID); err != nil {
			return "", err
		}
	}
	for _, n := range r.Narratives {
		touched = append(touched, countryYear{n.Country, n.Year})
	}
	if err := putDocument(tx, r, db.stamp()); err != nil {
		return "", err
	}
	if err := keep(tx, r); err != nil {
		return "", err
	}
	if err := putNarratives(tx, r.Narratives); err != nil {
		return "", err
	}
	if err := putClaims(tx, r.Claims); err != nil {
		return "", err
	}
	if err := putParticipation(tx, r.Document.ID); err != nil {
		return "", err
	}
	if err := putSentences(tx, r.Document.ID, r.Document.Text, r.Narratives); err != nil {
		return "", err
	}
	if err := putDoubts(tx, r.Document.ID, r.Doubts); err != nil {
		return "", err
	}
	return outcome, settle(tx, touched)
}

// forget takes out what was read from a document but leaves the document.
func forget(tx *sql.Tx, id plumbline.DocumentID) error {
	for _, statement := range []string{
		`DELETE FROM doubt WHERE document = $1`,
		`DELETE FROM narrative WHERE document = $1`, // and its sections and claims
		`DELETE FROM page WHERE document = $1`,
		`DELETE FROM part WHERE document = $1`,
		`DELETE FROM boxes WHERE document = $1`,
	} {
		if _, err := tx.Exec(statement, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// rulesOf returns the rules that a document was read with.
func rulesOf(tx *sql.Tx, id plumbline.DocumentID) (known bool, rules string, err error) {
	err = tx.QueryRow(`SELECT rules FROM document WHERE id = $1`, string(id)).Scan(&rules)
	if errors.Is(err, sql.ErrNoRows) {
		return false, "", nil
	}
	return err == nil, rules, err
}

// stamp returns the time for read_at, NULL without a clock.
func (db *DB) stamp() any {
	if db.now == nil {
		return nil
	}
	return db.now().UTC().Format(time.RFC3339)
}

func hashOf(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}
