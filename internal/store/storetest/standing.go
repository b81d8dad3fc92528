package storetest

import (
	"testing"

	"plumbline"
	"plumbline/internal/store"
)

// at makes a reading of one narrative on AUT in 2018.
func at(seed string) Maker {
	return Maker{File: seed + ".txt", Seed: seed, Country: "AUT", Year: 2018, Claims: 2}
}

func primary(t *testing.T, db *store.DB, want *plumbline.Reading) {
	t.Helper()
	n, err := db.Primary(t.Context(), "AUT", 2018)
	if err != nil {
		t.Fatal(err)
	}
	if n.File != want.Document.File {
		t.Errorf("primary: got the one of %s, want %s", n.File, want.Document.File)
	}
	all := narratives(t, db, store.NarrativeFilter{Country: "AUT", Year: 2018, PrimaryOnly: true, IncludeSample: true})
	same(t, "number of primaries", len(all), 1)
}

func latestIsPrimary(t *testing.T, db *store.DB) {
	a, b := at("a").Reading(), at("b").Reading()
	save(t, db, a, store.Added)
	primary(t, db, a)
	save(t, db, b, store.Added)
	primary(t, db, b)
	save(t, db, a, store.Unchanged)
	primary(t, db, b)
	a.Rules = "rules 2"
	save(t, db, a, store.Replaced)
	primary(t, db, a)
	a.Rules, a.Narratives, a.Claims = "rules 3", nil, nil // now nothing is found in it
	save(t, db, a, store.Replaced)
	primary(t, db, b)
	if err := db.Remove(t.Context(), b.Document.ID); err != nil {
		t.Fatal(err)
	}
	_, err := db.Primary(t.Context(), "AUT", 2018)
	kind(t, "primary of nothing", err, plumbline.ErrNotFound)
}

func choiceStays(t *testing.T, db *store.DB) {
	a, b, c := at("a").Reading(), at("b").Reading(), at("c").Reading()
	save(t, db, a, store.Added)
	save(t, db, b, store.Added)
	if err := db.SetPrimary(t.Context(), a.Narratives[0].ID[:8]); err != nil {
		t.Fatal(err)
	}
	primary(t, db, a)
	save(t, db, c, store.Added)
	primary(t, db, a)
	a.Rules = "rules 2"
	save(t, db, a, store.Replaced)
	b.Rules = "rules 2"
	save(t, db, b, store.Replaced)
	primary(t, db, a)
	if err := db.SetPrimary(t.Context(), c.Narratives[0].ID); err != nil {
		t.Fatal(err)
	}
	primary(t, db, c)
	if err := db.Remove(t.Context(), c.Document.ID); err != nil {
		t.Fatal(err)
	}
	primary(t, db, b)
	kind(t, "no such narrative", db.SetPrimary(t.Context(), "abcdef"), plumbline.ErrNotFound)
}

func sampleIsNeverPrimary(t *testing.T, db *store.DB) {
	official, m := at("official").Reading(), at("sample")
	m.Sample = true
	sample := m.Reading()
	save(t, db, sample, store.Added)
	primary(t, db, sample) // for want of another
	save(t, db, official, store.Added)
	primary(t, db, official)
	sample.Rules = "rules 2"
	save(t, db, sample, store.Replaced)
	primary(t, db, official)
	kind(t, "choosing a sample", db.SetPrimary(t.Context(), sample.Narratives[0].ID), plumbline.ErrForbidden)
	if err := db.Remove(t.Context(), official.Document.ID); err != nil {
		t.Fatal(err)
	}
	primary(t, db, sample)
}

func yearlessIsNeverPrimary(t *testing.T, db *store.DB) {
	m := at("a")
	m.Year = 0
	r := m.Reading()
	save(t, db, r, store.Added)
	same(t, "narratives", narratives(t, db, store.NarrativeFilter{Country: "AUT"}), r.Narratives)
	same(t, "primaries", len(narratives(t, db, store.NarrativeFilter{PrimaryOnly: true})), 0)
	_, err := db.Primary(t.Context(), "AUT", 0)
	kind(t, "primary", err, plumbline.ErrNotFound)
	kind(t, "choosing it", db.SetPrimary(t.Context(), r.Narratives[0].ID), plumbline.ErrInvalid)
}

func twins(t *testing.T, db *store.DB) {
	m := at("a")
	m.Narratives = 2
	r := m.Reading()
	for i := range r.Claims {
		r.Claims[i].Country = "AUT"
	}
	r.Narratives[1].Country = "AUT"
	save(t, db, r, store.Added)
	n, err := db.Primary(t.Context(), "AUT", 2018)
	if err != nil || n.ID != r.Narratives[0].ID {
		t.Errorf("primary: got %v, %v, want the first in the text", n, err)
	}
	if err := db.SetPrimary(t.Context(), r.Narratives[1].ID); err != nil {
		t.Fatal(err)
	}
	n, err = db.Primary(t.Context(), "AUT", 2018)
	if err != nil || n.ID != r.Narratives[1].ID {
		t.Errorf("primary: got %v, %v, want the one chosen", n, err)
	}
}
