package history_test

import (
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/history"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

// countries loads the project's table of countries.
func countries(t testing.TB) plumbline.Countries {
	t.Helper()
	g, err := mention.Load(data.FS, new(token.Vocab))
	if err != nil {
		t.Fatal(err)
	}
	return g.Countries
}

// bundled loads the project's tables.
func bundled(t testing.TB) *history.History {
	t.Helper()
	h, err := history.Load(data.FS, countries(t))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// laws gives the two-year rule by report year, as 22 USC 7107(b)(2)(D) and (F)
// had it.
func laws(year int) plumbline.TwoYearRule {
	switch {
	case year < 2009:
		return plumbline.TwoYearRule{}
	case year < 2019:
		return plumbline.TwoYearRule{CountsFrom: 2009, Years: 2, WaiverYears: 2}
	}
	return plumbline.TwoYearRule{CountsFrom: 2009, Years: 2, WaiverYears: 1, RelistingYears: 1}
}

func TestBundledPlacements(t *testing.T) {
	h := bundled(t)
	rows, byYear := 0, map[int]int{}
	for _, c := range countries(t) {
		for _, p := range h.Placements(c.Code) {
			rows++
			byYear[p.Year]++
			if p.Source == "" {
				t.Errorf("%s %d: no source", p.Country, p.Year)
			}
			if derived := p.Verified == plumbline.Derived; derived != (p.From != 0) {
				t.Errorf("%s %d: %s from %d", p.Country, p.Year, p.Verified, p.From)
			}
			if p.Year == 2017 && p.From != 2018 {
				t.Errorf("%s 2017: known from %d, all of 2017 is worked out from 2018", p.Country, p.From)
			}
			if p.Year == 2023 && p.Tier == plumbline.Tier3 && p.From != 2024 {
				t.Errorf("%s 2023: known from %d, Tier 3 of 2023 is worked out from 2024", p.Country, p.From)
			}
		}
	}
	if rows != 3462 {
		t.Errorf("%d placements, want 3462", rows)
	}
	for year, want := range map[int]int{2001: 79, 2015: 186, 2016: 0, 2017: 144, 2018: 187, 2019: 5, 2021: 188, 2022: 39, 2025: 184} {
		if byYear[year] != want {
			t.Errorf("%d placements of %d, want %d", byYear[year], year, want)
		}
	}
	if h.LastReport() != 2025 {
		t.Errorf("last report %d, want 2025", h.LastReport())
	}
}

func TestBundledFacts(t *testing.T) {
	h := bundled(t)
	if p, ok := h.At("XKX", 2012); !ok || p.Tier != plumbline.Tier2 {
		t.Errorf("Kosovo 2012: %v", p)
	}
	if _, ok := h.At("SRB", 2006); ok {
		t.Error("Serbia has a placement of 2006, when Serbia and Montenegro was rated")
	}
	if p, ok := h.At("SCG", 2006); !ok || p.Year != 2006 {
		t.Error("Serbia and Montenegro has no placement of 2006")
	}
	if _, ok := h.At("USA", 2015); ok {
		t.Error("the United States have a placement of 2015, which no source gives")
	}
	treaty := 0
	for _, c := range countries(t) {
		treaty += len(h.Treaty(c.Code))
	}
	if treaty != 273 {
		t.Errorf("%d treaty actions, want 273", treaty)
	}
	listed := map[int]int{}
	for _, c := range countries(t) {
		rows, known := h.ChildSoldiers(c.Code)
		if len(known) != 3 {
			t.Fatalf("lists known of %v", known)
		}
		for _, r := range rows {
			listed[r.Year]++
		}
	}
	if listed[2019] != 11 || listed[2021] != 15 || listed[2024] != 17 {
		t.Errorf("child-soldier lists hold %v", listed)
	}
}

// TestForcedYears holds the clock to what the Department is known to have done.
func TestForcedYears(t *testing.T) {
	h := bundled(t)
	for _, c := range []plumbline.CountryCode{"CHN", "RUS", "UZB"} {
		if k := h.Clock(c, 2013, laws(2013), history.Options{}); k.Automatic != plumbline.Yes || k.WaiversUsed.N != 2 {
			t.Errorf("%s 2013: %+v", c, k)
		}
	}
	forced := 0
	for _, c := range countries(t) {
		for year := 2009; year < 2013; year++ {
			if k := h.Clock(c.Code, year, laws(year), history.Options{}); k.Automatic == plumbline.Yes {
				forced++
				t.Errorf("%s %d: barred before 2013: %s", c.Code, year, k.Reason)
			}
		}
	}
	for _, c := range []plumbline.CountryCode{"BOL", "LAO"} { // their years 2016 and 2017 are known from that text only
		if k := h.Clock(c, 2018, laws(2018), history.Options{}); k.Automatic != plumbline.NotSaid || len(k.Missing) == 0 {
			t.Errorf("%s 2018: %+v", c, k)
		}
	}
}
