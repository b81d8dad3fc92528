package store

import (
	"database/sql"
	"fmt"

	"plumbline"
)

// putProvenance keeps where a document comes from, and the parts of its
// original.
func putProvenance(tx *sql.Tx, r *plumbline.Reading) error {
	d := &r.Document
	_, err := tx.Exec(`
		INSERT INTO provenance (document, encoding, source, retrieved, context_fields, tool)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (document) DO UPDATE SET encoding = excluded.encoding, source = excluded.source,
			retrieved = excluded.retrieved, context_fields = excluded.context_fields, tool = excluded.tool`,
		string(d.ID), words(d.Encoding), words(d.Source), words(d.Retrieved), words(d.Context.Fields), words(r.Tool))
	if err != nil || len(d.Parts) == 0 {
		return err
	}
	put, err := tx.Prepare(`INSERT INTO part (document, position, span_start, path) VALUES ($1, $2, $3, $4)`)
	if err != nil {
		return err
	}
	defer put.Close()
	for i, p := range d.Parts {
		if _, err := put.Exec(string(d.ID), i, p.Start, marshal(p.Path)); err != nil {
			return fmt.Errorf("document %s: part %d: %w", d.File, i, err)
		}
	}
	return nil
}

// parts reads the parts of a document into it.
func parts(tx *sql.Tx, d *plumbline.Document) error {
	var p plumbline.Part
	return each(tx, `SELECT span_start, path FROM part WHERE document = $1 ORDER BY position`,
		[]any{string(d.ID)}, []any{&p.Start, toJSON[[]string]{&p.Path}}, func() error {
			d.Parts = append(d.Parts, p)
			return nil
		})
}

// parts checks that the parts of a document lie where they should.
func (f *faults) parts(d *plumbline.Document) {
	for i, p := range d.Parts {
		if p.Start < 0 || p.Start > len(d.Text) || i > 0 && p.Start < d.Parts[i-1].Start {
			f.add("document", d.ID, fmt.Sprintf("part %d begins outside its text or before the part before it", i))
		}
	}
}
