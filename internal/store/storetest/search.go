package storetest

import (
	"sync"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/view"
)

func found(t *testing.T, db *store.DB, f store.SearchFilter) *view.Found {
	t.Helper()
	r, err := db.Search(t.Context(), f)
	if err != nil {
		t.Fatalf("%+v: %v", f, err)
	}
	return r
}

func search(t *testing.T, db *store.DB) {
	all := world(t, db)
	type filter = store.SearchFilter
	for name, c := range map[string]struct {
		filter filter
		want   int
	}{
		"a word, by its stem":          {filter{Query: "convicts"}, 9},
		"without its diacritics":       {filter{Query: "osterreich"}, 9},
		"every word":                   {filter{Query: "convicted 2"}, 3},
		"either word":                  {filter{Query: "traffickers 1 OR 2"}, 6},
		"but not a word":               {filter{Query: "traffickers -2"}, 6},
		"a phrase":                     {filter{Query: `"convicted 1 traffickers"`}, 3},
		"no such phrase":               {filter{Query: `"traffickers convicted"`}, 0},
		"the beginning of a word":      {filter{Query: "author*"}, 9},
		"every reading":                {filter{Query: "convicted", AllReadings: true}, 15},
		"the sample where asked for":   {filter{Query: "convicted", IncludeSample: true}, 12},
		"of a country":                 {filter{Query: "convicted", Countries: []plumbline.CountryCode{"AUT"}}, 3},
		"of years":                     {filter{Query: "convicted", From: 2019, To: 2020}, 6},
		"of a tier":                    {filter{Query: "convicted", Tiers: []plumbline.Tier{plumbline.Tier3}}, 0},
		"of a section":                 {filter{Sections: []plumbline.SectionName{plumbline.Prosecution}}, 9},
		"everything, headings too":     {filter{}, 12},
		"claims":                       {filter{In: store.InClaims, Query: "convicted"}, 9},
		"claims of a type":             {filter{In: store.InClaims, Types: []plumbline.ClaimType{plumbline.Flow}}, 6},
		"claims of a valence":          {filter{In: store.InClaims, Valences: []plumbline.Valence{plumbline.Good}}, 3},
		"claims of a form":             {filter{In: store.InClaims, Query: "convicted", Forms: []string{"forced-labor"}}, 6},
		"claims of a form and a place": {filter{In: store.InClaims, Forms: []string{"forced-labor"}, Places: []plumbline.CountryCode{"UKR"}}, 3},
		"an actor is no place":         {filter{In: store.InClaims, Types: []plumbline.ClaimType{plumbline.Cooperation}, Places: []plumbline.CountryCode{"UKR"}}, 0},
	} {
		r := found(t, db, c.filter)
		if r.Total != c.want || len(r.Hits) != c.want {
			t.Errorf("%s: got %d in all, %d hits, want %d", name, r.Total, len(r.Hits), c.want)
		}
	}
	hit := found(t, db, filter{In: store.InClaims, Query: "convicted 2", Countries: []plumbline.CountryCode{"AUT"}})
	h := hit.Hits[0]
	if h.Claim != all[5].ID || h.Text != all[5].Citation.Quote || len(h.Marks) != 2 || h.Marks[0].In(h.Text) != "convicted" || h.Marks[1].In(h.Text) != "2" {
		t.Errorf("hit: got %+v", h)
	}
	d, err := db.Document(t.Context(), h.Document)
	if err != nil || h.Span.In(d.Text) != h.Text {
		t.Errorf("span: got %v, %v", h.Span, err)
	}
	same(t, "facets", hit.Facets[0], view.Facet{Name: "country", Values: []view.FacetValue{{Value: "AUT", Count: 1}}})
	page := found(t, db, filter{Query: "convicted", Order: store.ByCountry, Limit: 2, Offset: 2})
	whole := found(t, db, filter{Query: "convicted", Order: store.ByCountry})
	same(t, "a page", page.Hits, whole.Hits[2:4])
	if err := db.Remove(t.Context(), h.Document); err != nil {
		t.Fatal(err)
	}
	if r := found(t, db, filter{Query: "convicted", From: 2019}); r.Total != 6 {
		t.Errorf("after a document was removed: got %d, want 6", r.Total)
	}
}

func searchWhileSaving(t *testing.T, db *store.DB) {
	save(t, db, Maker{Country: "AUT", Year: 2018, Claims: 30}.Reading(), store.Added)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 10 {
				r, err := db.Search(t.Context(), store.SearchFilter{Query: "convicted", Limit: 50})
				if err != nil || r.Total != 30 || len(r.Hits) != 30 {
					t.Errorf("got %+v, %v, want 30", r, err)
				}
			}
		})
	}
	for _, seed := range []string{"1", "2"} {
		wg.Go(func() {
			if _, err := db.Save(t.Context(), (Maker{Seed: seed, Country: "AUT", Year: 2018, Claims: 30}.Reading())); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
