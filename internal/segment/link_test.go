package segment

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func TestReportYearOfAnAddress(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
		at       string
	}{
		{"since 2019", "see https://www.state.gov/reports/2024-trafficking-in-persons-report/algeria/.", 2024, "https://www.state.gov/reports/2024-trafficking-in-persons-report/algeria/"},
		{"the archive of 2009 to 2017", "(2009-2017.state.gov/j/tip/rls/tiprpt/countries/2016/258713.htm)", 2016, "2009-2017.state.gov/j/tip/rls/tiprpt/countries/2016/258713.htm"},
		{"the archive of 2001 to 2009", "http://2001-2009.state.gov/g/tip/rls/tiprpt/2006/65988.htm", 2006, "http://2001-2009.state.gov/g/tip/rls/tiprpt/2006/65988.htm"},
		{"twice the same", "a state.gov/reports/2024-trafficking-in-persons-report/a b state.gov/reports/2024-trafficking-in-persons-report/b", 2024, "state.gov/reports/2024-trafficking-in-persons-report/a"},
		{"two years contradict each other", "a state.gov/reports/2024-trafficking-in-persons-report/a b state.gov/reports/2023-trafficking-in-persons-report/b", 0, ""},
		{"another report", "https://www.state.gov/reports/2024-country-reports-on-human-rights/", 0, ""},
		{"no year", "state.gov/reports/late-trafficking-in-persons-report/", 0, ""},
		{"a longer number", "state.gov/reports/12024-trafficking-in-persons-report/", 0, ""},
		{"no address", "the 2024 trafficking in persons report", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			year, at := segmenter(t).around.linkYear(c.in, text.Span{End: len(c.in)})
			if year != c.want || at.In(c.in) != c.at {
				t.Errorf("got %d %q, want %d %q", year, at.In(c.in), c.want, c.at)
			}
		})
	}
}

// The short entries say their year in brackets at the end; where they do not,
// many link to the report that they sum up.
func TestYearsOfShortEntries(t *testing.T) {
	var entries []struct {
		ID, ISO3, Profile, Rating string
		Editions                  []int
	}
	if err := json.Unmarshal([]byte(corpus(t, "corpus/factbook-tip.json")), &entries); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(corpus(t, "data/tiers.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	printed := map[string]string{}
	for _, row := range rows {
		printed[row[0]+row[1]] = row[2]
	}
	stated, linked, unknown, checked := 0, 0, 0, 0
	for _, e := range entries {
		src := e.Profile + "\n\n" + e.Rating
		d := plumbline.Document{ID: "d", File: e.ID, Text: src, Context: plumbline.Context{Country: plumbline.CountryCode(e.ISO3), Single: true}}
		ns, doubts, err := segmenter(t).Segment(&d)
		if err != nil || len(ns) != 1 {
			t.Errorf("%s: %d narratives, %v", e.ID, len(ns), err)
			continue
		}
		checkSpans(t, src, ns, doubts)
		n := ns[0]
		switch {
		case n.Year == 0:
			unknown++
		case !strings.Contains(src, "-trafficking-in-persons-report"):
			stated++
		default:
			linked++
			if n.Year > e.Editions[0] {
				t.Errorf("%s: %d is after its edition %d", e.ID, n.Year, e.Editions[0])
			}
			if tier, ok := printed[e.ISO3+strconv.Itoa(n.Year)]; ok {
				checked++
				if tier != string(n.Placement.Tier) {
					t.Errorf("%s: %d Tier %s, printed %s", e.ID, n.Year, n.Placement.Tier, tier)
				}
			}
		}
	}
	if len(entries) != 646 || stated != 487 || linked != 102 || unknown != 57 || checked != 98 {
		t.Errorf("%d entries: %d state a year, %d link to one, %d of them checked, %d have none", len(entries), stated, linked, checked, unknown)
	}
}
