package storetest

import (
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/store"
)

func claimFilter(t *testing.T, db *store.DB) {
	var all []plumbline.Claim
	first := Maker{File: "one.txt", Seed: "1", Country: "AUT", Year: 2018, Narratives: 3, Claims: 70}.Reading()
	for _, r := range []*plumbline.Reading{
		first,
		Maker{File: "two.txt", Seed: "2", Country: "AUT", Year: 2019, Claims: 70}.Reading(),
		Maker{File: "three.txt", Seed: "3", Country: "AUT", Year: 2018, Claims: 10}.Reading(),
	} {
		r.Claims[4].Movement, r.Claims[5].Source, r.Claims[6].Section = plumbline.Return, plumbline.Media, plumbline.Profile
		save(t, db, r, store.Added)
		all = append(all, r.Claims...)
	}
	one := first.Narratives[1].ID
	replaced := first.Narratives[0].ID // three.txt came later
	type filter = store.ClaimFilter
	type claim = plumbline.Claim
	for name, c := range map[string]struct {
		filter filter
		keep   func(c *claim) bool
	}{
		"all":        {filter{}, func(*claim) bool { return true }},
		"country":    {filter{Country: "AAB"}, func(c *claim) bool { return c.Country == "AAB" }},
		"year":       {filter{Year: 2018}, func(c *claim) bool { return c.Year == 2018 }},
		"types":      {filter{Types: []plumbline.ClaimType{"law", "flow"}}, func(c *claim) bool { return c.Type == "law" || c.Type == "flow" }},
		"valence":    {filter{Valence: plumbline.Bad}, func(c *claim) bool { return c.Valence == plumbline.Bad }},
		"certainty":  {filter{Certainty: plumbline.Probable}, func(c *claim) bool { return c.Certainty == plumbline.Probable }},
		"reporting":  {filter{Reporting: plumbline.NotReported}, func(c *claim) bool { return c.Reporting == plumbline.NotReported }},
		"source":     {filter{Source: plumbline.Media}, func(c *claim) bool { return c.Source == plumbline.Media }},
		"movement":   {filter{Movement: plumbline.Return}, func(c *claim) bool { return c.Movement == plumbline.Return }},
		"section":    {filter{Section: plumbline.Profile}, func(c *claim) bool { return c.Section == plumbline.Profile }},
		"narrative":  {filter{Narrative: one}, func(c *claim) bool { return c.Narrative == one }},
		"document":   {filter{Document: first.Document.ID}, func(c *claim) bool { return c.File == "one.txt" }},
		"primaries":  {filter{PrimaryOnly: true}, func(c *claim) bool { return c.Narrative != replaced }},
		"everything": {filter{Country: "AAB", Year: 2018, Types: []plumbline.ClaimType{"law"}, PrimaryOnly: true}, func(c *claim) bool { return c.Country == "AAB" && c.Type == "law" }},
		"nothing":    {filter{Country: "AUT", Year: 1999}, func(*claim) bool { return false }},
	} {
		t.Run(name, func(t *testing.T) {
			var want []claim
			for i := range all {
				if c.keep(&all[i]) {
					want = append(want, all[i])
				}
			}
			same(t, "claims", claims(t, db, c.filter), want)
			c.filter.Limit, c.filter.Offset = 3, 2
			if len(want) > 5 {
				same(t, "claims 3 to 5", claims(t, db, c.filter), want[2:5])
			}
		})
	}
}

func order(t *testing.T, db *store.DB) {
	late := Maker{File: "z.txt", Seed: "1", Country: "AUT", Year: 2020, Narratives: 3, Claims: 9}.Reading()
	early := Maker{File: "a.txt", Seed: "2", Country: "AUT", Year: 2001, Narratives: 2, Claims: 9}.Reading()
	early.Claims[3].Citation = early.Claims[4].Citation // the same words, told apart by type
	early.Claims[3].Evidence = nil
	want := append(slices.Clone(late.Claims), early.Claims...)
	if early.Claims[3].Type > early.Claims[4].Type {
		want[27+3], want[27+4] = want[27+4], want[27+3]
	}
	slices.Reverse(late.Claims)
	slices.Reverse(late.Narratives)
	save(t, db, late, store.Added)
	save(t, db, early, store.Added)
	same(t, "claims", claims(t, db, store.ClaimFilter{}), want)
	same(t, "claims behind one", claims(t, db, store.ClaimFilter{After: want[4].ID, Limit: 3}), want[5:8])
	same(t, "claims behind one that is not there", len(claims(t, db, store.ClaimFilter{After: "none"})), 0)
	same(t, "claims by id, in order", claims(t, db, store.ClaimFilter{IDs: []plumbline.ClaimID{want[7].ID, want[2].ID, "none"}}), []plumbline.Claim{want[2], want[7]})

	slices.Reverse(late.Narratives)
	ns := append(slices.Clone(late.Narratives), early.Narratives...)
	same(t, "narratives", narratives(t, db, store.NarrativeFilter{}), ns)
	same(t, "narratives 2 and 3", narratives(t, db, store.NarrativeFilter{Limit: 2, Offset: 1}), ns[1:3])
	same(t, "narratives from 4 on", narratives(t, db, store.NarrativeFilter{Offset: 3}), ns[3:])
	same(t, "narratives of Tier 3", len(narratives(t, db, store.NarrativeFilter{Tier: plumbline.Tier3})), 0)
}

func samples(t *testing.T, db *store.DB) {
	r := Maker{Country: "AUT", Year: 2018, Claims: 3, Sample: true}.Reading()
	save(t, db, r, store.Added)
	n := r.Narratives[0].ID
	for name, c := range map[string]struct {
		filter store.ClaimFilter
		want   int
	}{
		"not asked for":     {store.ClaimFilter{Country: "AUT", Year: 2018}, 0},
		"asked for":         {store.ClaimFilter{IncludeSample: true}, 3},
		"by its narrative":  {store.ClaimFilter{Narrative: n}, 3},
		"by its document":   {store.ClaimFilter{Document: r.Document.ID}, 3},
		"primary, not so":   {store.ClaimFilter{PrimaryOnly: true}, 0},
		"primary and asked": {store.ClaimFilter{PrimaryOnly: true, IncludeSample: true}, 3},
	} {
		same(t, name, len(claims(t, db, c.filter)), c.want)
	}
	same(t, "narratives", len(narratives(t, db, store.NarrativeFilter{})), 0)
	same(t, "narratives asked for", len(narratives(t, db, store.NarrativeFilter{IncludeSample: true})), 1)
	info, err := db.Info(t.Context())
	if err != nil || info.Claims != 3 || !info.Documents[0].Sample {
		t.Errorf("info: got %+v, %v", info, err)
	}
}

func shortIDs(t *testing.T, db *store.DB) {
	r := Maker{Country: "AUT", Year: 2018, Claims: 12}.Reading()
	for i, id := range []plumbline.ClaimID{"abcd", "abcd12", "abce1111", "abce2222", "zzzz"} {
		r.Claims[i].ID = id
	}
	for i := 5; i < 12; i++ {
		r.Claims[i].ID = "many" + plumbline.ClaimID('a'+rune(i))
	}
	r.Claims = append(r.Claims, r.Claims[5], r.Claims[5])
	r.Claims[12].ID, r.Claims[13].ID = "many1", "many2"
	save(t, db, r, store.Added)
	for id, want := range map[plumbline.ClaimID]string{
		"abcd":  "abcd", // itself, though another begins so
		"abcd1": "abcd12",
		"abce2": "abce2222",
		"zzzz":  "zzzz",
	} {
		c, err := db.Claim(t.Context(), id)
		if err != nil || string(c.ID) != want {
			t.Errorf("claim %s: got %v, %v, want %s", id, c, err, want)
		}
	}
	for id, want := range map[plumbline.ClaimID]string{
		"abce":  `claim abce: it may be abce1111, abce2222; give more characters`,
		"many":  `claim many: it may be many1, many2, manyf, manyg, manyh, manyi, manyj, manyk, ...; give more characters`,
		"abc":   `claim "abc": too short; give at least 4 characters of its id`,
		"":      `claim "": too short; give at least 4 characters of its id`,
		"zzzzz": `claim zzzzz: not found; the ids are in what these print: plumbline show, plumbline claims`,
		"%%%%":  `claim %%%%: not found; the ids are in what these print: plumbline show, plumbline claims`,
	} {
		if _, err := db.Claim(t.Context(), id); err == nil || err.Error() != want {
			t.Errorf("claim %s: got %v, want %s", id, err, want)
		}
	}
	if n, err := db.Narrative(t.Context(), r.Narratives[0].ID[:5]); err != nil || n.ID != r.Narratives[0].ID {
		t.Errorf("narrative: got %v, %v", n, err)
	}
	if d, err := db.Document(t.Context(), r.Document.ID[:5]); err != nil || d.ID != r.Document.ID {
		t.Errorf("document: got %v, %v", d, err)
	}
}

func empty(t *testing.T, db *store.DB) {
	same(t, "claims", len(claims(t, db, store.ClaimFilter{})), 0)
	same(t, "narratives", len(narratives(t, db, store.NarrativeFilter{PrimaryOnly: true})), 0)
	_, err := db.Document(t.Context(), "abcdef")
	kind(t, "document", err, plumbline.ErrNotFound)
	_, err = db.Doubts(t.Context(), "abcdef")
	kind(t, "doubts", err, plumbline.ErrNotFound)
	kind(t, "remove", db.Remove(t.Context(), "abcdef"), plumbline.ErrNotFound)
	_, err = db.Primary(t.Context(), "PRK", 2007)
	kind(t, "primary", err, plumbline.ErrNotFound)
	info, err := db.Info(t.Context())
	if err != nil || info.Schema < 1 || info.Size == 0 || info.Claims != 0 {
		t.Errorf("info: got %+v, %v", info, err)
	}
	save(t, db, Maker{}.Reading(), store.Added) // a document without claims, country and year
}
