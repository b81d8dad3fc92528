package store_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

// mixed makes a reading whose claims differ in all that can be asked for.
func mixed(lot *rand.Rand, m storetest.Maker) *plumbline.Reading {
	r := m.Reading()
	for i := range r.Narratives {
		r.Narratives[i].Placement.Tier = one(lot, "", plumbline.Tier1, plumbline.Tier2, plumbline.Tier3)
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		c.Section = one(lot, "", plumbline.Profile, plumbline.Prosecution, plumbline.Protection)
		c.Type = one(lot, plumbline.ClaimTypes...)
		c.Valence = one(lot, "", plumbline.Good, plumbline.Bad, plumbline.Mixed)
		c.Reporting = one(lot, "", plumbline.Stated, plumbline.NoneReported, plumbline.NotReported)
		c.Certainty = one(lot, plumbline.Certain, plumbline.Possible)
		c.Participants.Forms = some(lot, "forced-labor", "sex-trafficking")
		c.Participants.Sectors = some(lot, "fishing", "brick-kilns")
		c.Participants.Origin = some(lot, "UKR", "DEU", string(c.Country))
		c.Participants.Destination = some(lot, "UKR", "HUN")
		c.Participants.Subject = some(lot, "HUN", string(c.Country))
		c.Participants.Actor = some(lot, "ITA")
	}
	return r
}

func one[T any](lot *rand.Rand, values ...T) T { return values[lot.IntN(len(values))] }

func some[T any](lot *rand.Rand, values ...T) []T {
	return slices.DeleteFunc(slices.Clone(values), func(T) bool { return lot.IntN(2) == 0 })
}

// asked makes a filter that asks for something.
func asked(lot *rand.Rand) store.SearchFilter {
	f := store.SearchFilter{
		Query:         one(lot, "", "", "convicted", "traffickers 1 OR 2", "author* -3", `"convicted 1 traffickers"`, "convicted 7", "nowhere"),
		In:            one(lot, store.InText, store.InClaims, store.InClaims),
		Order:         one(lot, "", store.ByRelevance, store.ByYear, store.ByCountry),
		AllReadings:   lot.IntN(2) == 0,
		IncludeSample: lot.IntN(2) == 0,
		Limit:         one(lot, 0, 1, 7, 500),
		Offset:        one(lot, 0, 0, 3, 400),
	}
	few := func() bool { return lot.IntN(4) == 0 }
	if few() {
		f.Countries = some(lot, plumbline.CountryCode("AUT"), "AAB", "ZZZ")
	}
	if few() {
		f.From = one(lot, 2018, 2019)
	}
	if few() {
		f.To = 2019
	}
	if few() {
		f.Tiers = some(lot, plumbline.Tier1, plumbline.Tier2)
	}
	if few() {
		f.Sections = some(lot, plumbline.Profile, plumbline.Prosecution)
	}
	if f.In == store.InText {
		return f
	}
	if few() {
		f.Types = some(lot, plumbline.ClaimTypes...)
	}
	if few() {
		f.Valences = some(lot, plumbline.Good, plumbline.Bad)
	}
	if few() {
		f.Reporting, f.Certainties = some(lot, plumbline.Stated, plumbline.NotReported), some(lot, plumbline.Certain)
	}
	if few() {
		f.Forms = some(lot, "forced-labor", "sex-trafficking")
	}
	if few() {
		f.Sectors = some(lot, "fishing", "brick-kilns")
	}
	if few() {
		f.Places = some(lot, plumbline.CountryCode("HUN"), "UKR", "AUT", "ITA")
	}
	return f
}

// Whatever is asked, and whoever changed the database in between, the answer is
// that of plain SQL.
func TestSearchFindsWhatPlainSQLFinds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plumbline.db")
	open := func() *store.DB {
		db, err := store.Open(t.Context(), file, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { db.Close() })
		return db
	}
	db, other := open(), open()
	lot := rand.New(rand.NewPCG(7, 7))
	makers := []storetest.Maker{
		{Seed: "1", Country: "AUT", Year: 2018, Narratives: 3, Claims: 40},
		{Seed: "2", Country: "AUT", Year: 2018, Claims: 40},
		{Seed: "3", Country: "AUT", Year: 2019, Narratives: 2, Claims: 40},
		{Seed: "4", Country: "POL", Year: 2019, Claims: 40, Sample: true},
		{Seed: "5", Country: "POL", Claims: 40},
		{Seed: "6", Year: 2020, Claims: 40},
	}
	compare := func(when string, n int) {
		if testing.Short() {
			n /= 4
		}
		for range n {
			f := asked(lot)
			want, err := db.SearchPlainly(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			got, err := db.Search(t.Context(), f)
			if err != nil {
				t.Fatalf("%s: %+v: %v", when, f, err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %+v:\ngot  %+v\nwant %+v", when, f, got, want)
			}
		}
	}
	var last *plumbline.Reading
	for i, m := range makers {
		last = mixed(lot, m)
		if _, err := one(lot, db, other).Save(t.Context(), last); err != nil {
			t.Fatal(err)
		}
		compare(fmt.Sprintf("after save %d", i+1), 60)
	}
	ns, err := db.Narratives(t.Context(), store.NarrativeFilter{Country: "AUT", Year: 2018})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.SetPrimary(t.Context(), ns[0].ID); err != nil {
		t.Fatal(err)
	}
	compare("after another primary was picked", 60)
	if err := other.Remove(t.Context(), ns[0].Document); err != nil {
		t.Fatal(err)
	}
	compare("after a document was removed", 60)
}
