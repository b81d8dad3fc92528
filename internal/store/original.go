package store

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"plumbline"
	"plumbline/internal/text"
)

// errTorn says that an original cannot be unpacked.
var errTorn = errors.New("torn")

// Original returns the bytes of the file that a document was read from, and
// their media type. The error is ErrNotFound where there is no such document
// and where its original was not kept; it matches ErrUnusable where the
// original is damaged.
func (db *DB) Original(ctx context.Context, id plumbline.DocumentID) (data []byte, mediaType string, err error) {
	err = db.view(ctx, func(tx *sql.Tx) error {
		if id, err = resolve(tx, "document", id); err != nil {
			return err
		}
		var sha string
		if err := tx.QueryRow(`SELECT sha256, media_type FROM document WHERE id = $1`, string(id)).Scan(&sha, &mediaType); err != nil {
			return err
		}
		data, err = original(tx, sha)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("document %s: its original is not kept", id),
				Hint: "read the file again without --no-originals; only files with pages are kept"}
		case errors.Is(err, errTorn):
			return &fault{file: db.file, fact: fmt.Sprintf("the original of document %s is damaged", id), advice: "remove the document and read its file again", cause: err}
		}
		return err
	})
	if err != nil {
		return nil, "", err
	}
	return data, mediaType, nil
}

// Kept reports whether the file that a document was read from is kept.
func (db *DB) Kept(ctx context.Context, id plumbline.DocumentID) (bool, error) {
	var kept bool
	err := db.view(ctx, func(tx *sql.Tx) error {
		return tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM document d JOIN original o ON o.sha256 = d.sha256 WHERE d.id = $1)`, string(id)).Scan(toFlag{&kept})
	})
	return kept, err
}

// Boxes returns where the words of a span of a document stand on its pages, one
// Box for each line; none where the document has no boxes. For many spans of
// one document ask for the Document once and use its BoxesOf.
func (db *DB) Boxes(ctx context.Context, id plumbline.DocumentID, s text.Span) ([]plumbline.Box, error) {
	d, err := db.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.BoxesOf(s), nil
}

// original reads the bytes of an original; sql.ErrNoRows says that there is
// none.
func original(tx *sql.Tx, sha string) ([]byte, error) {
	var size int
	var packed bool
	var data []byte
	err := tx.QueryRow(`SELECT size, packed, bytes FROM original WHERE sha256 = $1`, sha).Scan(&size, toFlag{&packed}, &data)
	if err != nil || !packed {
		return data, err
	}
	return unpack(data, size)
}

// pack gives the bytes that are kept of an original. A PDF is mostly packed in
// itself: where packing it once more takes off less than a tenth, it is kept as
// it is.
func pack(data []byte) (kept []byte, packed bool) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil || w.Close() != nil {
		panic("BUG: store: packing in memory cannot go wrong")
	}
	if b.Len() > len(data)/10*9 {
		return data, false
	}
	return b.Bytes(), true
}

// unpack gives back the size bytes that pack was given.
func unpack(kept []byte, size int) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(kept))
	data, err := io.ReadAll(io.LimitReader(r, int64(size)))
	if err != nil || len(data) != size {
		return nil, errTorn
	}
	return data, nil
}

// keep puts down what a viewer of a document needs, unless it is there: the
// original where the reading has it, and the boxes.
func keep(tx *sql.Tx, r *plumbline.Reading) error {
	d := &r.Document
	if len(d.Boxes) > 0 {
		if _, err := tx.Exec(`INSERT INTO boxes (document, packed) VALUES ($1, $2) ON CONFLICT DO NOTHING`, string(d.ID), []byte(d.Boxes)); err != nil {
			return err
		}
	}
	if len(r.Original) == 0 {
		return nil
	}
	var there bool
	if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM original WHERE sha256 = $1)`, d.SHA256).Scan(toFlag{&there}); err != nil || there {
		return err
	}
	kept, packed := pack(r.Original)
	_, err := tx.Exec(`INSERT INTO original (sha256, size, packed, bytes) VALUES ($1, $2, $3, $4)`, d.SHA256, len(r.Original), flag(packed), kept)
	return err
}

// drop takes out the original of a document that was removed, unless another
// one has it too.
func drop(tx *sql.Tx, sha string) error {
	_, err := tx.Exec(`DELETE FROM original WHERE sha256 = $1 AND NOT EXISTS (SELECT 1 FROM document WHERE sha256 = $1)`, sha)
	return err
}

// boxes reads the boxes of a document into it.
func boxes(tx *sql.Tx, d *plumbline.Document) error {
	err := tx.QueryRow(`SELECT packed FROM boxes WHERE document = $1`, string(d.ID)).Scan((*[]byte)(&d.Boxes))
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// originals checks that each original is what was read and is somebody's.
func (f *faults) originals(tx *sql.Tx) error {
	list, err := column(tx, `SELECT sha256 FROM original ORDER BY sha256`)
	if err != nil {
		return err
	}
	for _, sha := range list {
		data, err := original(tx, sha)
		if err != nil && !errors.Is(err, errTorn) {
			return err
		}
		if sum := sha256.Sum256(data); err != nil || hex.EncodeToString(sum[:]) != sha {
			f.add("original", sha, "its bytes are not those that were read")
		}
	}
	orphans, err := column(tx, `SELECT sha256 FROM original WHERE sha256 NOT IN (SELECT sha256 FROM document) ORDER BY sha256`)
	for _, sha := range orphans {
		f.add("original", sha, "is of no document")
	}
	return err
}

// original refuses an original that is not the document's.
func (f *faults) original(r *plumbline.Reading) {
	if len(r.Original) == 0 {
		return
	}
	if sum := sha256.Sum256(r.Original); hex.EncodeToString(sum[:]) != r.Document.SHA256 {
		f.add("document", r.Document.ID, "its original is another file")
	}
}
