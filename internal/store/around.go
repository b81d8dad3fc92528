package store

import (
	"context"
	"database/sql"
	"errors"

	"plumbline"
	"plumbline/internal/text"
)

// SentenceAt returns the sentence of a narrative that holds a byte of its
// document, with running heads blanked. There is none between sentences: the
// span is then empty.
func (db *DB) SentenceAt(ctx context.Context, n plumbline.NarrativeID, at int) (words string, span text.Span, err error) {
	err = db.view(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRow(`SELECT s.span_start, s.text FROM sentence s JOIN narrative n ON n.sequence = s.narrative
			WHERE n.id = $1 AND s.span_start <= $2 ORDER BY s.span_start DESC LIMIT 1`, string(n), at).Scan(&span.Start, &words)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	span.End = span.Start + len(words)
	if !span.Holds(at) {
		return "", text.Span{}, err
	}
	return words, span, err
}
