package web

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/page"
)

func TestAssessmentPage(t *testing.T) {
	h, w := open(t)
	for _, at := range []struct {
		country plumbline.CountryCode
		year    int
	}{{"MNE", 2018}, {"PRK", 2007}, {"ARM", 2018}} {
		path := page.AssessmentPath(at.country, at.year)
		got := body(t, get(t, h, path))
		for _, want := range []string{"After the two-year rule", "Beside the tier printed", "What would change it",
			"If more were known", "If the government", "The two-year rule", "108(a)(4)"} {
			if want == "If more were known" && strings.Contains(got, "No change of findings") || want == "If the government" && strings.Contains(got, "No change of findings") {
				continue
			}
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q", path, want)
			}
		}
		main, _, _ := strings.Cut(got, "<footer")
		if !strings.Contains(main, "A tier rates a government") {
			t.Errorf("%s: no notice on what a tier means beside the tiers", path)
		}
		if strings.Contains(main, "recommended") || strings.Contains(main, "the indicated tier is the tier") {
			t.Errorf("%s: an indicated tier is called more than that", path)
		}
		n, claims := narrativeOf(t, w, at.country, at.year)
		shown := 0
		for i := range claims {
			if strings.Contains(main, page.CitationPath(n.ID, claims[i].ID)) {
				shown++
			}
		}
		if shown == 0 {
			t.Errorf("%s: no finding leads to its words", path)
		}
		var told struct {
			Country  string
			Standard string
			Findings []struct{ Criterion string }
		}
		if err := json.Unmarshal([]byte(body(t, get(t, h, path+".json"))), &told); err != nil || told.Country != string(at.country) {
			t.Errorf("%s.json: %v, %q", path, err, told.Country)
		}
		rows, err := csv.NewReader(strings.NewReader(body(t, get(t, h, path+".csv")))).ReadAll()
		if err != nil || len(rows) != len(told.Findings)+1 {
			t.Errorf("%s.csv: %v, %d rows for %d findings", path, err, len(rows), len(told.Findings))
		}
	}
}

func TestAssessmentUnderAnotherLaw(t *testing.T) {
	h, _ := open(t)
	path := page.AssessmentPath("MNE", 2018)
	if got := body(t, get(t, h, path)); strings.Contains(got, "which is not the law") {
		t.Error("the law of the year is called another")
	}
	if got := body(t, get(t, h, path+"?standard=2019")); !strings.Contains(got, "which is not the law of the report") {
		t.Error("another law is not said to be one")
	}
	cases := []struct {
		name, path string
		status     int
		want       string
	}{
		{"a version that is none", path + "?standard=1999-01-01", 400, "unknown version of the law"},
		{"a parameter that is none", path + "?tier=1", 400, "parameter tier"},
		{"a year that is not there", page.AssessmentPath("MNE", 2011), 404, "2018"},
		{"a country that is none", "/country/Narnia/2018/assessment", 404, "Narnia"},
		{"a document that is none", path + "?document=abcdef", 404, "abcdef"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := get(t, h, c.path)
			if got := body(t, r); r.StatusCode != c.status || !strings.Contains(got, c.want) {
				t.Errorf("%d, want %d and %q:\n%s", r.StatusCode, c.status, c.want, got)
			}
		})
	}
}
