package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/doc"
	"plumbline/internal/page"
	"plumbline/internal/web/webtest"
)

// openWithGuides serves a record of the sample with the guides of doc/.
func openWithGuides(t testing.TB) (http.Handler, *webtest.World) {
	t.Helper()
	w := webtest.Open(t, data.FS)
	w.Read(t, webtest.Report(2018, 6, w.Reader))
	h, err := (&Server{Record: w.Record, Reader: w.Reader, Guides: doc.FS}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return h, w
}

func TestLawPages(t *testing.T) {
	h, _ := open(t)
	cases := []struct {
		name, path string
		status     int
		want       []string
	}{
		{"every version is listed with what it governs", "/law", 200, []string{"28 October 2000", "the reports of 2006 to 2008", `href="/law/2018"`}},
		{"the version in force on a day", "/law?on=2010-05-01", 200, []string{"On 1 May 2010", `href="/law/2008-12-23">23 December 2008`}},
		{"a day before the first version", "/law?on=1999-05-01", 200, []string{"no such law was in force yet"}},
		{"the law of a report has its own numbering", "/law/2007", 200, []string{"The law of the report of 2007", "108(b)(10)", "[V]", "[M]", `id="b7"`}},
		{"two-year rule in words, and what it is not", "/law/2018", 200, []string{"After 2 years in a row on the Watch List", "automatic downgrade, not a finding of no efforts"}},
		{"each element names the claims that answer it", "/law/2018", 200, []string{`<a href="/method/conviction">Conviction</a>`}},
		{"switches with their reasons", "/law/2019-01-09", 200, []string{"Switches of reading", "Why: "}},
		{"differences side by side", "/law/2007/2019", 200, []string{"From the law since 10 January 2006 to the law since 9 January 2019", "criterion added", "before", "after"}},
		{"a version without differences to itself", "/law/2007/2007", 200, []string{"Nothing that the reports are held to differs"}},
		{"no law of that name", "/law/2030", 404, []string{"the law of the report of 2030 is not known"}},
		{"no day", "/law?on=May", 400, []string{"parameter on"}},
		{"an unknown parameter", "/law/2018?on=2018-01-01", 400, []string{"parameter on"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := get(t, h, c.path)
			got := body(t, r)
			if r.StatusCode != c.status {
				t.Errorf("%s", r.Status)
			}
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%s: not there: %s", c.path, want)
				}
			}
			if strings.Contains(got, "108(b)(11)") && c.path == "/law/2007" {
				t.Error("a criterion of a later version")
			}
		})
	}
	var law struct {
		Standard string
		Criteria []struct{ Criterion string }
		Notice   string
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, "/law/2018.json"))), &law); err != nil || law.Standard != "2013-03-07" || len(law.Criteria) < 20 || law.Notice != plumbline.TierNotice {
		t.Errorf("%v, %+v", err, law)
	}
}

func TestMethodPages(t *testing.T) {
	h, w := openWithGuides(t)
	all := body(t, get(t, h, "/method"))
	for _, typ := range plumbline.ClaimTypes {
		if !strings.Contains(all, `href="/method/`+string(typ)+`"`) {
			t.Errorf("%s is not listed", typ)
		}
		if r := get(t, h, page.TypePath(typ)); r.StatusCode != 200 {
			t.Errorf("%s: %s", typ, r.Status)
		}
	}
	for _, want := range []string{"Known to be misread", "people of one place are moved to or exploited in another", "none-reported"} {
		if !strings.Contains(all, want) {
			t.Errorf("not there: %s", want)
		}
	}
	conviction := body(t, get(t, h, "/method/conviction"))
	for _, want := range []string{"Measured quality", "does not find", "an upper bound", "citation.quote"} {
		if !strings.Contains(conviction, want) {
			t.Errorf("conviction: not there: %s", want)
		}
	}
	if strings.Contains(conviction, "terms.years_max") || strings.Contains(conviction, "participants.transit") {
		t.Error("a conviction has no terms of a law and no transit")
	}
	for _, rule := range w.Reader.Extractor.Rules().Rules {
		path := page.RulePath(plumbline.RuleName(rule.Name))
		at, anchor, _ := strings.Cut(path, "#")
		if at == "/method/conviction" && !strings.Contains(conviction, `id="`+anchor+`"`) {
			t.Errorf("%s leads nowhere", path)
		}
	}
	if r := get(t, h, "/method/convictoin"); r.StatusCode != 404 || !strings.Contains(body(t, r), "did you mean conviction?") {
		t.Errorf("a slip of the pen: %s", r.Status)
	}
	if got := body(t, get(t, h, "/method/quality")); !strings.Contains(got, "On countries that a rule had not seen") || !strings.Contains(got, `href="/method/quality#`) && strings.Contains(got, ".md") {
		t.Error("the measured quality is not there, or its links lead out of the site")
	}
	if got := body(t, get(t, h, "/method/quality.csv")); !strings.Contains(got, "By type of claim,conviction,") {
		t.Errorf("figures as data: %.300s", got)
	}
}

func TestMethodWithoutGuides(t *testing.T) {
	h, _ := open(t)
	for _, path := range []string{"/method", "/method/law", "/method/quality"} {
		if r := get(t, h, path); r.StatusCode != 200 {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
}
