package storetest

import (
	"context"
	"sync"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/text"
)

func roundTrip(t *testing.T, db *store.DB) {
	r := Full()
	save(t, db, r, store.Added)
	id := r.Document.ID

	d, err := db.Document(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", *d, r.Document)

	list, err := db.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	bare := r.Document
	bare.Text, bare.Pages, bare.Parts, bare.Boxes = "", nil, nil, nil
	same(t, "documents", list, []plumbline.Document{bare})

	same(t, "narratives", narratives(t, db, store.NarrativeFilter{Document: id}), r.Narratives)
	n, err := db.Narrative(t.Context(), r.Narratives[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "narrative", *n, r.Narratives[0])

	got := claims(t, db, store.ClaimFilter{Document: id})
	same(t, "number of claims", len(got), len(r.Claims))
	for i := range got {
		same(t, "claim", got[i], r.Claims[i])
	}
	c, err := db.Claim(t.Context(), r.Claims[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "claim by id", *c, r.Claims[0])

	doubts, err := db.Doubts(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "doubts", doubts, r.Doubts)
}

func unchanged(t *testing.T, db *store.DB) {
	r := Maker{Country: "AUT", Year: 2018, Claims: 5}.Reading()
	save(t, db, r, store.Added)
	before := claims(t, db, store.ClaimFilter{})
	save(t, db, r, store.Unchanged)
	same(t, "claims", claims(t, db, store.ClaimFilter{}), before)

	for rules, want := range map[string]bool{"rules 1": true, "rules 2": false} {
		held, err := db.Holds(t.Context(), r.Document.ID, rules)
		if err != nil || held != want {
			t.Errorf("holds with %s: got %v, %v, want %v", rules, held, err, want)
		}
	}
	if held, err := db.Holds(t.Context(), "another document", "rules 1"); held || err != nil {
		t.Errorf("holds another document: got %v, %v", held, err)
	}
}

func replaced(t *testing.T, db *store.DB) {
	r := Maker{Country: "AUT", Year: 2018, Narratives: 2, Claims: 5}.Reading()
	r.Document.Pages, r.Document.Parts = []plumbline.Page{{Number: 1}}, []plumbline.Part{{Path: []string{"one"}}}
	r.Doubts = []plumbline.Doubt{{Message: "old"}}
	save(t, db, r, store.Added)

	r.Rules = "rules 2"
	r.Document.Title = "new title"
	r.Narratives = r.Narratives[:1]
	r.Claims = r.Claims[1:4]
	r.Doubts = []plumbline.Doubt{{Message: "new"}}
	save(t, db, r, store.Replaced)

	same(t, "narratives", narratives(t, db, store.NarrativeFilter{}), r.Narratives)
	same(t, "claims", claims(t, db, store.ClaimFilter{}), r.Claims)
	d, err := db.Document(t.Context(), r.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", *d, r.Document)
	doubts, err := db.Doubts(t.Context(), r.Document.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "doubts", doubts, r.Doubts)
}

func refused(t *testing.T, db *store.DB) {
	for name, spoil := range map[string]func(*plumbline.Reading){
		"no document id":              func(r *plumbline.Reading) { r.Document.ID = "" },
		"text not UTF-8":              func(r *plumbline.Reading) { r.Document.Text = "\xff" + r.Document.Text[1:] },
		"quote not in its place":      func(r *plumbline.Reading) { r.Claims[1].Citation.Quote = "convicted 9 traffickers." },
		"citation outside the text":   func(r *plumbline.Reading) { r.Claims[1].Citation.Span.End = 1 << 20 },
		"citation of nothing":         func(r *plumbline.Reading) { r.Claims[1].Citation = plumbline.Citation{} },
		"citation of another section": func(r *plumbline.Reading) { r.Claims[2].Citation = r.Claims[3].Citation },
		"evidence outside the text":   func(r *plumbline.Reading) { r.Claims[1].Evidence[0].Span.Start = -1 },
		"claim of no narrative":       func(r *plumbline.Reading) { r.Claims[1].Narrative = "none" },
		"claim of another country":    func(r *plumbline.Reading) { r.Claims[1].Country = "DEU" },
		"claim without a rule":        func(r *plumbline.Reading) { r.Claims[1].FoundBy = "" },
		"two claims with one id":      func(r *plumbline.Reading) { r.Claims[1].ID = r.Claims[0].ID },
		"two narratives with one id":  func(r *plumbline.Reading) { r.Narratives[1].ID = r.Narratives[0].ID },
		"narrative outside the text":  func(r *plumbline.Reading) { r.Narratives[1].Span.End++ },
		"section outside":             func(r *plumbline.Reading) { r.Narratives[1].Sections[0].Span.Start = 0 },
		"narrative of another file":   func(r *plumbline.Reading) { r.Narratives[1].File = "b.txt" },
		"original of another file":    func(r *plumbline.Reading) { r.Original = []byte("other bytes") },
		"doubt of no narrative":       func(r *plumbline.Reading) { r.Doubts = []plumbline.Doubt{{Narrative: "none"}} },
		"doubt outside the text":      func(r *plumbline.Reading) { r.Doubts = []plumbline.Doubt{{Span: text.Span{End: 1 << 20}}} },
	} {
		r := Maker{Country: "AUT", Year: 2018, Narratives: 2, Claims: 3}.Reading()
		spoil(r)
		_, err := db.Save(t.Context(), r)
		kind(t, name, err, plumbline.ErrInvalid)
	}
	if ds, err := db.Documents(t.Context()); len(ds) > 0 || err != nil {
		t.Errorf("documents: got %v, %v, want none", ds, err)
	}
}

func removed(t *testing.T, db *store.DB) {
	keep := Maker{File: "keep.txt", Seed: "keep", Country: "AUT", Year: 2018, Claims: 2}.Reading()
	save(t, db, keep, store.Added)
	r := Full()
	r.Document.Sample = false
	save(t, db, r, store.Added)

	if err := db.Remove(t.Context(), r.Document.ID[:6]); err != nil {
		t.Fatal(err)
	}
	kind(t, "remove again", db.Remove(t.Context(), r.Document.ID), plumbline.ErrNotFound)
	_, err := db.Document(t.Context(), r.Document.ID)
	kind(t, "document", err, plumbline.ErrNotFound)
	same(t, "claims", claims(t, db, store.ClaimFilter{IncludeSample: true}), keep.Claims)
	info, err := db.Info(t.Context())
	if err != nil || info.Doubts != 0 || info.Narratives != 1 {
		t.Errorf("info: got %+v, %v", info, err)
	}
	n, err := db.Primary(t.Context(), "AUT", 2018)
	if err != nil || n.Document != keep.Document.ID {
		t.Errorf("primary: got %v, %v, want the one kept", n, err)
	}
}

func brokenOff(t *testing.T, db *store.DB) {
	old := Maker{Country: "AUT", Year: 2018, Claims: 300, Narratives: 5}.Reading()
	save(t, db, old, store.Added)
	before := claims(t, db, store.ClaimFilter{})

	again := *old
	again.Rules = "rules 2"
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := db.Save(ctx, &again)
		done <- err
	}()
	cancel()
	if err := <-done; err != nil { // it may have been faster
		kind(t, "save", err, context.Canceled)
		same(t, "claims", claims(t, db, store.ClaimFilter{}), before)
	}
	again.Rules = "rules 3"
	save(t, db, &again, store.Replaced)
}

func concurrent(t *testing.T, db *store.DB) {
	save(t, db, Maker{Country: "AUT", Year: 2018, Claims: 50}.Reading(), store.Added)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 10 {
				cs, err := db.Claims(t.Context(), store.ClaimFilter{Country: "AUT", PrimaryOnly: true})
				if err != nil || len(cs) != 50 {
					t.Errorf("got %d claims, %v, want 50", len(cs), err)
				}
			}
		})
	}
	for _, seed := range []string{"1", "2", "3"} {
		wg.Go(func() {
			if _, err := db.Save(t.Context(), (Maker{Seed: seed, Country: "AUT", Year: 2018, Claims: 50}.Reading())); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
