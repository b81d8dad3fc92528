package store_test

import (
	"errors"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

var hostile = []string{
	"", " ", `"`, `""`, `"""`, `" "`, "'", "';DROP TABLE claim;--", "a\x00b", "\xff", "*", "a*", `"a b"*`, "-", "--", "-a", "a -b", "OR", "a OR", "OR a", "a OR b OR",
	"a OR -b", "-a OR b", "NOT", "NOT a", "a NOT b", "AND", "a AND b", "NEAR(a b)", "{text}: a", "text:a", "^a", "a+b", "(((", ")", "a)", "sentence_words", "“a b”", `"open`,
	"rank MATCH 'a'", "é", "日本", "a\nb", "%", "$1", strings.Repeat("a ", 5000), strings.Repeat("a", 10000), strings.Repeat(`"`, 400), strings.Repeat("a OR ", 90), "!!! ???",
}

func FuzzSearch(f *testing.F) {
	for _, q := range hostile {
		f.Add(q)
	}
	db := openNew(f)
	if _, err := db.Save(f.Context(), storetest.Maker{Country: "AUT", Year: 2018, Claims: 20}.Reading()); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, in := range []store.Scope{store.InText, store.InClaims} {
			r, err := db.Search(t.Context(), store.SearchFilter{Query: q, In: in})
			if err != nil {
				if !errors.Is(err, plumbline.ErrInvalid) || !strings.HasPrefix(err.Error(), "query: ") {
					t.Errorf("%q: %v", q, err)
				}
				continue
			}
			for _, h := range r.Hits {
				for _, m := range h.Marks {
					if m.Start < 0 || m.End <= m.Start || m.End > len(h.Text) {
						t.Errorf("%q: mark %v outside %q", q, m, h.Text)
					}
				}
			}
		}
	})
}

func TestSearchRefuses(t *testing.T) {
	db := openNew(t)
	type filter = store.SearchFilter
	for want, f := range map[string]filter{
		`query: the quote at character 3 is not closed; put a " at its end`:                                         {Query: `a "b`},
		"query: it only says what is left out; give a word that must be there":                                      {Query: "-a"},
		"query: nothing stands before OR at character 1; give a word on both sides":                                 {Query: "OR a"},
		"query: nothing stands behind OR at character 3; give a word on both sides":                                 {Query: "a OR"},
		"query: no word in it; give at least one word":                                                              {Query: "!?"},
		"query: 10000 characters; give at most 500":                                                                 {Query: strings.Repeat("a", 10000)},
		"query: more than 32 words; give fewer":                                                                     {Query: strings.Repeat("a ", 33)},
		"query: not UTF-8; type it again":                                                                           {Query: "\xff"},
		`type "lwa": unknown; did you mean law?`:                                                                    {In: store.InClaims, Types: []plumbline.ClaimType{"lwa"}},
		`country "Frence": unknown; give the three capital letters of its code`:                                     {Countries: []plumbline.CountryCode{"Frence"}},
		"type: only claims have it; search in claims":                                                               {Types: []plumbline.ClaimType{"law"}},
		"limit 501: out of range; give 1 to 500":                                                                    {Limit: 501},
		"offset -1: below zero; give 0 or more":                                                                     {Offset: -1},
		"from 2019: after to 2018; give the earlier year first":                                                     {From: 2019, To: 2018},
		`sector "mining": unknown; leave it out, for no claim has one`:                                              {In: store.InClaims, Sectors: []string{"mining"}},
		`order "best": unknown; give one of relevance, year, country`:                                               {Order: "best"},
		`reporting "silent": unknown; give one of stated, none-reported, not-reported, no-evidence, no-information`: {In: store.InClaims, Reporting: []plumbline.Reporting{"silent"}},
	} {
		_, err := db.Search(t.Context(), f)
		if err == nil || err.Error() != want || !errors.Is(err, plumbline.ErrInvalid) {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}
