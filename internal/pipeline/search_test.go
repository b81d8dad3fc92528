package pipeline

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/store"
)

// stored reads the report of 2018 and the short entries into a new database.
func stored(b *testing.B) (db *store.DB, file string) {
	b.Helper()
	inputs := []Input{{File: "tip-2018.txt", Data: corpus(b)}}
	const entries = "factbook-tip.json"
	data, err := os.ReadFile(filepath.Join(filepath.Dir(corpusFile), entries))
	if err != nil {
		b.Skip("needs ../shared/corpus/" + entries)
	}
	inputs = append(inputs, Input{File: entries, Data: data, Fields: ingest.Fields{Text: []string{"profile", "rating"}, Country: "iso3"}})
	file = filepath.Join(b.TempDir(), "plumbline.db")
	db, err = store.Open(b.Context(), file, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	err = compiled(b).Run(b.Context(), inputs, Options{}, func(r *plumbline.Reading) error {
		_, err := db.Save(b.Context(), r)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return db, file
}

// BenchmarkSearch searches as readers do, rare words and common ones, with and
// without filters. It reports how long the slowest twentieth takes at least, and
// the first search of a state of the database.
func BenchmarkSearch(b *testing.B) {
	db, file := stored(b)
	type filter = store.SearchFilter
	for name, f := range map[string]filter{
		"rare":             {Query: `"brick kilns"`},
		"ranked":           {Query: "police"},
		"common":           {Query: "government"},
		"common, filtered": {Query: "the government", From: 2018, To: 2018, Sections: []plumbline.SectionName{plumbline.Protection}},
		"everything":       {},
		"beginnings":       {Query: "t*"},
		"last page":        {Query: "victims", Offset: 4000},
	} {
		for _, f.In = range []store.Scope{store.InText, store.InClaims} {
			b.Run(name+" in "+string(f.In), func(b *testing.B) { searches(b, db, f) })
		}
	}
	b.Run("claims of a form and a place", func(b *testing.B) {
		searches(b, db, filter{In: store.InClaims, Query: "women OR girls", Forms: []string{"sex-trafficking"}, Places: []plumbline.CountryCode{"THA"}})
	})
	for _, in := range []store.Scope{store.InText, store.InClaims} {
		b.Run("first in "+string(in), func(b *testing.B) { firsts(b, file, filter{In: in, Query: `"brick kilns"`}) })
	}
}

func searches(b *testing.B, db *store.DB, f store.SearchFilter) {
	var took []time.Duration
	b.ReportAllocs()
	total := 0
	for b.Loop() {
		start := time.Now()
		r, err := db.Search(b.Context(), f)
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		total = r.Total
	}
	b.ReportMetric(float64(total), "found")
	b.ReportMetric(p95(took), "p95-ms")
}

// firsts searches each time with a database that was just opened.
func firsts(b *testing.B, file string, f store.SearchFilter) {
	var took []time.Duration
	for b.Loop() {
		fresh, err := store.Open(b.Context(), file, store.Options{ReadOnly: true})
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if _, err := fresh.Search(b.Context(), f); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		fresh.Close()
	}
	b.ReportMetric(p95(took), "p95-ms")
}

func p95(took []time.Duration) float64 {
	slices.SortFunc(took, func(a, b time.Duration) int { return cmp.Compare(a, b) })
	return float64(took[len(took)*95/100].Microseconds()) / 1000
}
