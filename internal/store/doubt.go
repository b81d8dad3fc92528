package store

import (
	"context"
	"database/sql"

	"plumbline"
)

// Doubts returns what was found doubtful about the document with the given id,
// or with the only id that begins so, in the order in which it was found.
func (db *DB) Doubts(ctx context.Context, id plumbline.DocumentID) ([]plumbline.Doubt, error) {
	var doubts []plumbline.Doubt
	err := db.view(ctx, func(tx *sql.Tx) error {
		id, err := resolve(tx, "document", id)
		if err != nil {
			return err
		}
		var d plumbline.Doubt
		return each(tx, `SELECT narrative, span_start, span_end, message, hint FROM doubt WHERE document = $1 ORDER BY position`,
			[]any{string(id)},
			[]any{toWords[plumbline.NarrativeID]{&d.Narrative}, &d.Span.Start, &d.Span.End, &d.Message, toWords[string]{&d.Hint}},
			func() error {
				doubts = append(doubts, d)
				return nil
			})
	})
	return doubts, err
}

func putDoubts(tx *sql.Tx, id plumbline.DocumentID, doubts []plumbline.Doubt) error {
	for position, d := range doubts {
		_, err := tx.Exec(`INSERT INTO doubt (document, position, narrative, span_start, span_end, message, hint)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			string(id), position, words(d.Narrative), d.Span.Start, d.Span.End, d.Message, words(d.Hint))
		if err != nil {
			return err
		}
	}
	return nil
}
