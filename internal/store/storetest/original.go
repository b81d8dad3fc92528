package storetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/text"
)

// boxesOf sets the words of a text side by side, ten to a line and a page for
// each two lines.
func boxesOf(src string) plumbline.Boxes {
	var words [][]plumbline.Box
	for i := range strings.Fields(src) {
		left, bottom := float64(i%10)*50, float64(700-i/10%2*12)
		words = append(words, []plumbline.Box{{Page: 1 + i/20, Left: left, Bottom: bottom, Right: left + 40, Top: bottom + 10}})
	}
	return plumbline.PackBoxes(src, slices.Values(words))
}

// whole makes a reading whose original is data.
func whole(m Maker, data []byte) *plumbline.Reading {
	r := m.Reading()
	sum := sha256.Sum256(data)
	r.Original, r.Document.SHA256 = data, hex.EncodeToString(sum[:])
	d := &r.Document
	d.ID, d.MediaType = plumbline.NewDocumentID(d.SHA256, d.Context), "application/pdf"
	for i := range r.Narratives {
		n := &r.Narratives[i]
		was := n.ID
		n.Document, n.ID = d.ID, plumbline.NewNarrativeID(d.ID, n.Country, n.Year, n.Span)
		for k := range r.Claims {
			if c := &r.Claims[k]; c.Narrative == was {
				c.Narrative = n.ID
				c.ID = plumbline.NewClaimID(d.ID, c, 0)
			}
		}
	}
	return r
}

// noise is bytes that no packing makes smaller.
func noise(n int) []byte {
	b := make([]byte, n)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func kept(t *testing.T, db *store.DB, id plumbline.DocumentID, want []byte) {
	t.Helper()
	data, media, err := db.Original(t.Context(), id)
	if err != nil || !bytes.Equal(data, want) || media != "application/pdf" {
		t.Errorf("original of %s: got %d bytes of %q, %v, want %d", id, len(data), media, err, len(want))
	}
}

// isKept checks whether an original is said to be kept.
func isKept(t *testing.T, db *store.DB, id plumbline.DocumentID, want bool) {
	t.Helper()
	if got, err := db.Kept(t.Context(), id); err != nil || got != want {
		t.Errorf("original of %s kept: got %v, %v, want %v", id, got, err, want)
	}
}

func sizes(t *testing.T, db *store.DB) *store.Info {
	t.Helper()
	info, err := db.Info(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func original(t *testing.T, db *store.DB) {
	data := noise(9000)
	a, b := whole(Maker{Country: "AUT", Year: 2018, Claims: 2}, data), whole(Maker{Country: "DEU", Year: 2018, Claims: 2}, data)
	save(t, db, a, store.Added)
	save(t, db, b, store.Added)
	bare := Maker{File: "bare.txt", Seed: "bare", Country: "CHE", Year: 2018}.Reading()
	save(t, db, bare, store.Added)
	kept(t, db, a.Document.ID[:8], data)
	kept(t, db, b.Document.ID, data)
	isKept(t, db, a.Document.ID, true)
	isKept(t, db, bare.Document.ID, false)
	isKept(t, db, "abcdef", false)
	_, _, err := db.Original(t.Context(), bare.Document.ID)
	kind(t, "original of a text", err, plumbline.ErrNotFound)
	_, _, err = db.Original(t.Context(), "abcdef")
	kind(t, "original of nothing", err, plumbline.ErrNotFound)
	info := sizes(t, db)
	if info.Originals != 1 || info.Kept != 9000 || info.Documents[0].Kept != 9000 || info.Documents[1].Kept != 9000 || info.Documents[2].Kept != 0 {
		t.Errorf("info: got %+v", info)
	}
	a.Rules = "rules 2"
	save(t, db, a, store.Replaced)
	kept(t, db, a.Document.ID, data)
	for _, r := range []*plumbline.Reading{a, b} {
		kept(t, db, r.Document.ID, data)
		if err := db.Remove(t.Context(), r.Document.ID); err != nil {
			t.Fatal(err)
		}
	}
	if info := sizes(t, db); info.Originals != 0 || info.Kept != 0 {
		t.Errorf("info after the last document of an original was removed: got %+v", info)
	}
}

func packedOriginal(t *testing.T, db *store.DB) {
	data := bytes.Repeat([]byte("0 0 1 rg BT /F1 12 Tf (word) Tj ET\n"), 1000)
	r := whole(Maker{Country: "AUT", Year: 2018}, data)
	save(t, db, r, store.Added)
	kept(t, db, r.Document.ID, data)
	if info := sizes(t, db); info.Kept == 0 || info.Kept > int64(len(data)/10) {
		t.Errorf("%d bytes are kept as %d", len(data), info.Kept)
	}
}

func lateOriginal(t *testing.T, db *store.DB) {
	r := whole(Maker{Country: "AUT", Year: 2018, Claims: 2}, noise(100))
	data := r.Original
	r.Original = nil
	save(t, db, r, store.Added)
	_, _, err := db.Original(t.Context(), r.Document.ID)
	kind(t, "original", err, plumbline.ErrNotFound)
	r.Original, r.Document.Boxes = data, boxesOf(r.Document.Text)
	save(t, db, r, store.Unchanged)
	kept(t, db, r.Document.ID, data)
	d, err := db.Document(t.Context(), r.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", *d, r.Document)
}

func boxes(t *testing.T, db *store.DB) {
	r := Maker{Country: "AUT", Year: 2018, Claims: 40}.Reading()
	r.Document.Boxes = boxesOf(r.Document.Text)
	save(t, db, r, store.Added)
	at := r.Claims[30].Citation.Span
	want := r.Document.BoxesOf(at)
	got, err := db.Boxes(t.Context(), r.Document.ID[:8], at)
	if err != nil || len(got) == 0 {
		t.Errorf("got %v, %v", got, err)
	}
	same(t, "boxes", got, want)

	r.Rules = "rules 2"
	r.Document.Boxes = nil
	save(t, db, r, store.Replaced)
	if got, err := db.Boxes(t.Context(), r.Document.ID, at); len(got) > 0 || err != nil {
		t.Errorf("a document without boxes: got %v, %v", got, err)
	}
	_, err = db.Boxes(t.Context(), "abcdef", text.Span{})
	kind(t, "boxes of nothing", err, plumbline.ErrNotFound)
}
