package storetest

import (
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/store"
)

// world saves the readings that lookups are tried on: two countries in two
// years, one country-year read twice, and a sample. Each narrative has a flow
// from UKR by way of HUN to itself.
func world(t *testing.T, db *store.DB) (all []plumbline.Claim) {
	for _, m := range []Maker{
		{File: "old.txt", Seed: "1", Country: "AUT", Year: 2018, Claims: 3},
		{File: "new.txt", Seed: "2", Country: "AUT", Year: 2018, Claims: 3},
		{File: "report.txt", Seed: "3", Country: "DEU", Year: 2019, Narratives: 2, Claims: 3},
		{File: "sample.txt", Seed: "4", Country: "POL", Year: 2019, Claims: 3, Sample: true},
		{File: "yearless.txt", Seed: "5", Country: "POL", Claims: 3},
	} {
		r := m.Reading()
		for i := range r.Claims {
			c := &r.Claims[i]
			switch i % 3 {
			case 0:
				c.Type, c.Movement = plumbline.Flow, plumbline.Trafficked
				c.Participants.Actor = nil
				c.Participants.Origin, c.Participants.Transit, c.Participants.Destination = []string{"UKR", "DEU"}, []string{"HUN"}, []string{string(c.Country)}
				c.Participants.OriginRegions, c.Participants.Victims = []string{"the Gulf"}, []string{"women"}
			case 1:
				c.Type, c.Movement = plumbline.Flow, plumbline.LaborMigration
				c.Participants = plumbline.Participants{Subject: []string{string(c.Country)}, Destination: []string{"HUN"}}
			case 2:
				c.Type, c.Movement = plumbline.Cooperation, ""
				c.Participants.Actor = []string{"UKR"}
			}
		}
		save(t, db, r, store.Added)
		all = append(all, r.Claims...)
	}
	return all
}

func elsewhere(t *testing.T, db *store.DB) {
	all := world(t, db)
	pick := func(numbers ...int) (picked []plumbline.Claim) {
		for _, n := range numbers {
			picked = append(picked, all[n])
		}
		return picked
	}
	type filter = store.ElsewhereFilter
	// AAB 2019: 9-11; DEU 2019: 6-8; AUT 2018: 3-5 (primary), 0-2; sample 12-14; yearless 15-17
	for name, c := range map[string]struct {
		filter filter
		want   []plumbline.Claim
	}{
		"in every part, the latest first": {filter{Country: "UKR"}, pick(9, 11, 6, 8, 3, 5)},
		"never in its own narrative":      {filter{Country: "DEU"}, pick(9, 3)},
		"a country named once a claim":    {filter{Country: "HUN"}, pick(9, 10, 6, 7, 3, 4)},
		"as actor":                        {filter{Country: "UKR", Parts: []store.Part{store.Actor}}, pick(11, 8, 5)},
		"as transit or destination":       {filter{Country: "HUN", Parts: []store.Part{store.Transit, store.Destination}, From: 2019}, pick(9, 10, 6, 7)},
		"of some years":                   {filter{Country: "UKR", From: 2017, To: 2018}, pick(3, 5)},
		"of a movement":                   {filter{Country: "HUN", Movement: plumbline.Trafficked}, pick(9, 6, 3)},
		"every reading":                   {filter{Country: "UKR", AllReadings: true, To: 2018}, pick(0, 2, 3, 5)},
		"without a year too":              {filter{Country: "HUN", AllReadings: true, Limit: 2, Offset: 8}, pick(15, 16)},
		"the sample where asked for":      {filter{Country: "UKR", IncludeSample: true, From: 2019}, pick(9, 11, 6, 8, 12, 14)},
		"a page of them":                  {filter{Country: "UKR", Limit: 2, Offset: 1}, pick(11, 6)},
		"a form is no country":            {filter{Country: "forced-labor"}, nil},
		"nobody":                          {filter{}, nil},
	} {
		got, err := db.Elsewhere(t.Context(), c.filter)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name, got, c.want)
		if c.filter.Limit > 0 {
			continue
		}
		years, err := db.ElsewhereYears(t.Context(), c.filter)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name+": by year", years, yearsOf(c.want))
	}
	// What is taken out is found no more.
	n, err := db.Primary(t.Context(), "DEU", 2019)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Remove(t.Context(), n.Document); err != nil {
		t.Fatal(err)
	}
	got, err := db.Elsewhere(t.Context(), filter{Country: "UKR"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "after its document was removed", got, pick(3, 5))
}

func flows(t *testing.T, db *store.DB) {
	all := world(t, db)
	type filter = store.FlowFilter
	for name, c := range map[string]struct {
		filter filter
		want   []int
	}{
		"all that stand for a country-year": {filter{}, []int{3, 4, 9, 10, 6, 7}},
		"trafficking only":                  {filter{Movement: plumbline.Trafficked}, []int{3, 9, 6}},
		"of a year":                         {filter{From: 2018, To: 2018}, []int{3, 4}},
		"from one country to another":       {filter{Origin: "UKR", Destination: "AUT"}, []int{3}},
		"to a country":                      {filter{Destination: "HUN"}, []int{4, 10, 7}},
		"never the way around":              {filter{Origin: "AUT", Destination: "UKR"}, nil},
		"every reading":                     {filter{To: 2018, AllReadings: true}, []int{0, 1, 3, 4}},
		"the sample where asked for":        {filter{From: 2019, IncludeSample: true, Movement: plumbline.Trafficked}, []int{9, 6, 12}},
	} {
		rows, err := db.Flows(t.Context(), c.filter)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var want []store.FlowRow
		for _, i := range c.want {
			a, p := &all[i], &all[i].Participants
			want = append(want, store.FlowRow{
				Claim: a.ID, Narrative: a.Narrative, Country: a.Country, Year: a.Year, Movement: a.Movement,
				Certainty: a.Certainty, Reporting: a.Reporting, Frequency: a.Frequency, Source: a.Source, Time: a.Time, Sample: i >= 12 && i < 15,
				Origin: p.Origin, OriginRegions: p.OriginRegions, Destination: p.Destination, DestinationRegions: p.DestinationRegions,
				Transit: p.Transit, Victims: p.Victims, Forms: p.Forms, Sectors: p.Sectors,
			})
		}
		same(t, name, rows, want)
	}
}

func rows(t *testing.T, db *store.DB) {
	world(t, db)
	type filter = store.NarrativeFilter
	for name, c := range map[string]struct {
		filter filter
		want   []string
	}{
		"by year and country": {filter{PrimaryOnly: true}, []string{"AUT new.txt", "AAB report.txt", "DEU report.txt"}},
		"all":                 {filter{IncludeSample: true}, []string{"POL yearless.txt", "AUT old.txt", "AUT new.txt", "AAB report.txt", "DEU report.txt", "POL sample.txt"}},
		"of a country-year":   {filter{Country: "AUT", Year: 2018}, []string{"AUT old.txt", "AUT new.txt"}},
		"a page of them":      {filter{Limit: 2, Offset: 1}, []string{"AUT old.txt", "AUT new.txt"}},
		"of another tier":     {filter{Tier: plumbline.Tier3}, nil},
		"the sample alone":    {filter{SampleOnly: true}, []string{"POL sample.txt"}},
	} {
		list, err := db.NarrativeRows(t.Context(), c.filter)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []string
		for _, r := range list {
			got = append(got, string(r.Country)+" "+r.File)
			n, err := db.Narrative(t.Context(), r.ID)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "row", r, store.NarrativeRow{
				ID: n.ID, Document: n.Document, File: n.File, Country: n.Country, Year: n.Year, Tier: n.Placement.Tier,
				Primary: !slices.Contains([]string{"old.txt", "yearless.txt"}, n.File), Sample: n.File == "sample.txt", Claims: 3,
			})
		}
		same(t, name, got, c.want)
	}
}

// yearsOf counts claims by year, in the order in which the years come.
func yearsOf(claims []plumbline.Claim) (list []store.YearCount) {
	told := map[plumbline.NarrativeID]bool{}
	for _, c := range claims {
		if len(list) == 0 || list[len(list)-1].Year != c.Year {
			list = append(list, store.YearCount{Year: c.Year})
		}
		last := &list[len(list)-1]
		last.Claims++
		if !told[c.Narrative] {
			last.Narratives++
		}
		told[c.Narrative] = true
	}
	return list
}

func counts(t *testing.T, db *store.DB) {
	got, err := db.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "nothing", *got, store.Counts{})
	world(t, db)
	if got, err = db.Counts(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "counts", *got, store.Counts{
		Documents: 4, Samples: 1, Countries: 3, Narratives: 3, Claims: 9, Others: 2,
		ByYear: []store.YearCount{{Year: 2018, Narratives: 1, Claims: 3}, {Year: 2019, Narratives: 2, Claims: 6}},
		ByType: []store.TypeCount{{Type: plumbline.Flow, Claims: 6}, {Type: plumbline.Cooperation, Claims: 3}},
	})
}

func generation(t *testing.T, db *store.DB) {
	seen := []store.Generation{""}
	r := Maker{Country: "AUT", Year: 2018, Narratives: 2, Claims: 3}.Reading()
	for _, step := range []struct {
		name    string
		act     func() error
		changes bool
	}{
		{"opening", func() error { return nil }, true},
		{"looking", func() error { _, err := db.Claims(t.Context(), store.ClaimFilter{}); return err }, false},
		{"saving", func() error { _, err := db.Save(t.Context(), r); return err }, true},
		{"saving the same", func() error { _, err := db.Save(t.Context(), r); return err }, false},
		{"choosing a primary", func() error { return db.SetPrimary(t.Context(), r.Narratives[1].ID) }, true},
		{"saving with other rules", func() error { r.Rules = "rules 2"; _, err := db.Save(t.Context(), r); return err }, true},
		{"removing", func() error { return db.Remove(t.Context(), r.Document.ID) }, true},
	} {
		if err := step.act(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		g, err := db.Generation(t.Context())
		if err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if changed := !slices.Contains(seen, g); changed != step.changes {
			t.Errorf("%s: new generation is %t, want %t", step.name, changed, step.changes)
		}
		seen = append(seen, g)
	}
}
