package store

import (
	"context"
	"database/sql"
	"fmt"

	"plumbline"
)

// Document returns the document with the given id, or with the only id that
// begins so, with its text, pages, parts and boxes.
func (db *DB) Document(ctx context.Context, id plumbline.DocumentID) (*plumbline.Document, error) {
	var d *plumbline.Document
	err := db.view(ctx, func(tx *sql.Tx) (err error) {
		if id, err = resolve(tx, "document", id); err != nil {
			return err
		}
		d, err = document(tx, id)
		return err
	})
	return d, err
}

// Documents returns all documents in the order of reading, samples included,
// without their texts, pages, parts and boxes.
func (db *DB) Documents(ctx context.Context) ([]plumbline.Document, error) {
	var ds []plumbline.Document
	err := db.view(ctx, func(tx *sql.Tx) error {
		var d plumbline.Document
		return each(tx, `SELECT `+documentColumns+`, `+provenanceColumns+documentTables+` ORDER BY sequence`, nil, documentDest(&d), func() error {
			ds = append(ds, d)
			return nil
		})
	})
	return ds, err
}

// Remove takes out the document with the given id, or with the only id that
// begins so, and all that was read from it. Its original goes with the last
// document of these bytes.
func (db *DB) Remove(ctx context.Context, id plumbline.DocumentID) error {
	return db.update(ctx, func(tx *sql.Tx) error {
		id, err := resolve(tx, "document", id)
		if err != nil {
			return err
		}
		touched, err := countryYears(tx, id)
		if err != nil {
			return err
		}
		var sha string
		if err := tx.QueryRow(`DELETE FROM document WHERE id = $1 RETURNING sha256`, string(id)).Scan(&sha); err != nil {
			return err
		}
		if err := drop(tx, sha); err != nil {
			return err
		}
		return settle(tx, touched)
	})
}

const documentColumns = `id, file, sha256, media_type, title, publisher, released, sample,
	context_country, context_year, context_layout, context_single`

// provenanceColumns stand behind documentColumns wherever documents are read.
const (
	provenanceColumns = `encoding, source, retrieved, context_fields`
	documentTables    = ` FROM document LEFT JOIN provenance ON provenance.document = document.id`
)

func documentDest(d *plumbline.Document) []any {
	return []any{
		toWords[plumbline.DocumentID]{&d.ID}, &d.File, &d.SHA256, &d.MediaType,
		toWords[string]{&d.Title}, toWords[string]{&d.Publisher}, toWords[string]{&d.Released}, toFlag{&d.Sample},
		toWords[plumbline.CountryCode]{&d.Context.Country}, toNumber{&d.Context.Year},
		toWords[string]{&d.Context.Layout}, toFlag{&d.Context.Single},
		toWords[string]{&d.Encoding}, toWords[string]{&d.Source}, toWords[string]{&d.Retrieved}, toWords[string]{&d.Context.Fields},
	}
}

func document(tx *sql.Tx, id plumbline.DocumentID) (*plumbline.Document, error) {
	d := new(plumbline.Document)
	row := tx.QueryRow(`SELECT `+documentColumns+`, `+provenanceColumns+`, text`+documentTables+` WHERE id = $1`, string(id))
	if err := row.Scan(append(documentDest(d), &d.Text)...); err != nil {
		return nil, err
	}
	if err := parts(tx, d); err != nil {
		return nil, err
	}
	if err := boxes(tx, d); err != nil {
		return nil, err
	}
	var p plumbline.Page
	err := each(tx, `SELECT number, span_start FROM page WHERE document = $1 ORDER BY number`,
		[]any{string(id)}, []any{&p.Number, &p.Start}, func() error {
			d.Pages = append(d.Pages, p)
			return nil
		})
	return d, err
}

// putDocument adds a document, or brings one up to date that is there, as the
// latest one read.
func putDocument(tx *sql.Tx, r *plumbline.Reading, stamp any) error {
	d := &r.Document
	_, err := tx.Exec(`
		INSERT INTO document (`+documentColumns+`, rules, read_at, text_sha256, text, sequence)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
			(SELECT coalesce(max(sequence), 0) + 1 FROM document))
		ON CONFLICT (id) DO UPDATE SET
			file = excluded.file, media_type = excluded.media_type, title = excluded.title,
			publisher = excluded.publisher, released = excluded.released, sample = excluded.sample,
			rules = excluded.rules, read_at = excluded.read_at, text_sha256 = excluded.text_sha256,
			text = excluded.text, sequence = excluded.sequence`,
		string(d.ID), d.File, d.SHA256, d.MediaType, words(d.Title), words(d.Publisher), words(d.Released), flag(d.Sample),
		words(d.Context.Country), number(d.Context.Year), words(d.Context.Layout), flag(d.Context.Single),
		r.Rules, stamp, hashOf(d.Text), d.Text)
	if err != nil {
		return err
	}
	if err := putProvenance(tx, r); err != nil {
		return err
	}
	return putPages(tx, d)
}

func putPages(tx *sql.Tx, d *plumbline.Document) error {
	if len(d.Pages) == 0 {
		return nil
	}
	put, err := tx.Prepare(`INSERT INTO page (document, number, span_start) VALUES ($1, $2, $3)`)
	if err != nil {
		return err
	}
	defer put.Close()
	for _, p := range d.Pages {
		if _, err := put.Exec(string(d.ID), p.Number, p.Start); err != nil {
			return fmt.Errorf("document %s: page %d: %w", d.File, p.Number, err)
		}
	}
	return nil
}
