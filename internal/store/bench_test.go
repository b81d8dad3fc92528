package store_test

import (
	"path/filepath"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

// volume is as large as a publisher's annual report: 183 narratives, 25,000
// claims, 2.9 MB of text.
func volume(seed string) *plumbline.Reading {
	return storetest.Maker{
		File: seed + ".txt", Seed: seed, Country: "AAA", Year: 2018, Narratives: 183, Claims: 137, Sentence: 115,
	}.Reading()
}

func BenchmarkSaveVolume(b *testing.B) {
	r := volume("a")
	b.SetBytes(int64(len(r.Document.Text)))
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "plumbline.db"), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := db.Save(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(len(r.Claims)*b.N)/b.Elapsed().Seconds(), "claims/s")
}

func BenchmarkReplaceVolume(b *testing.B) {
	db := openNew(b)
	r := volume("a")
	for b.Loop() {
		r.Rules += "+"
		if _, err := db.Save(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	db := openNew(b)
	for _, seed := range []string{"a", "b", "c", "d"} {
		if _, err := db.Save(b.Context(), volume(seed)); err != nil {
			b.Fatal(err)
		}
	}
	for name, f := range map[string]store.ClaimFilter{
		"everything primary":     {PrimaryOnly: true},
		"country-year":           {Country: "AAB", Year: 2018, PrimaryOnly: true},
		"country-year and type":  {Country: "AAB", Year: 2018, Types: []plumbline.ClaimType{plumbline.Law}},
		"type":                   {Types: []plumbline.ClaimType{plumbline.Law}},
		"type and valence":       {Types: []plumbline.ClaimType{plumbline.Law}, Valence: plumbline.Bad, PrimaryOnly: true},
		"not reported":           {Reporting: plumbline.NotReported, PrimaryOnly: true},
		"first fifty of section": {Section: plumbline.Prosecution, Limit: 50},
		"nothing":                {Certainty: plumbline.Possible, Section: plumbline.Profile},
	} {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				cs, err := db.Claims(b.Context(), f)
				if err != nil {
					b.Fatal(err)
				}
				n = len(cs)
			}
			b.ReportMetric(float64(n), "claims")
		})
	}
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if ps, err := db.Check(b.Context()); err != nil || len(ps) > 0 {
				b.Fatal(ps, err)
			}
		}
	})
}
