package web

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
	"plumbline/internal/web/webtest"
)

// section gives what stands between two marks of a page.
func section(page, from, to string) string {
	_, rest, _ := strings.Cut(page, from)
	part, _, _ := strings.Cut(rest, to)
	return part
}

func TestTheWorldSaysWhatIsKnownAndWhatIsNot(t *testing.T) {
	h, _ := openWithGuides(t)
	first := body(t, get(t, h, "/world/2001"))
	if strings.Contains(first, "Moved up since") {
		t.Error("the first report has no year before")
	}
	page := body(t, get(t, h, "/world/2018"))
	for _, want := range []string{
		"it does not measure how much trafficking there is", `class="chart chart-world"`, "Moved up since 2017", "Moved down since 2017", "A Special Case stands apart", "not known", `href="/borders"`,
		`aria-current="page">2018`, "<caption>Placements in the report of 2018</caption>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if !strings.Contains(page, "as its narrative says") && !strings.Contains(page, "more places the tier of 2017 is not known") {
		t.Error("nothing is said of places whose tier of the year before is not known")
	}
	if ups := section(page, "Moved up since", "Moved down since"); strings.Contains(ups, "Special Case") {
		t.Error("a Special Case is ranked")
	}
	if got := body(t, get(t, h, "/borders")); !strings.Contains(got, "is a statement on the legal status") {
		t.Errorf("borders: %.300s", got)
	}
}

func TestAnAutomaticDowngradeIsMarked(t *testing.T) {
	w := webtest.Open(t, data.FS, pipeline.Input{File: "laos-2018.txt", Context: plumbline.Context{Year: 2018}, Data: []byte(`LAOS: TIER 3

Laos meets the criteria for Tier 2 Watch List. But it is no longer eligible for that ranking; it was therefore downgraded to Tier 3.

PROSECUTION

Police investigated nine cases.
`)})
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	page := body(t, get(t, h, "/world/2018"))
	if auto := section(page, "Automatic downgrades</h2>", "</p>"); !strings.Contains(auto, "Laos") || !strings.Contains(auto, "not a finding of no efforts") {
		t.Errorf("automatic downgrades: %q", auto)
	}
	if page := body(t, get(t, h, "/country/LAO/2018")); !strings.Contains(page, "an automatic downgrade under the two-year rule") {
		t.Error("the country's page does not say so")
	}
}

func TestTheFrontPageSaysWhatThisIs(t *testing.T) {
	w := webtest.Open(t, data.FS)
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	page := body(t, get(t, h, "/"))
	for _, want := range []string{`action="/country"`, `<option value="Armenia">`, "Look up a country", "only the bundled sample", "sample: paraphrase, not official text"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	w.Read(t, webtest.Report(2018, 5, w.Reader))
	if page = body(t, get(t, h, "/")); !strings.Contains(page, "5 of 5 countries") || !strings.Contains(page, "Listed apart") {
		t.Error("the database is not summed up, or the sample not apart")
	}
}

func TestACountryIsLookedUp(t *testing.T) {
	h, _ := open(t)
	for name, want := range map[string]string{"Armenia": "/country/ARM", "prk": "/country/PRK", "C%C3%B4te+d%27Ivoire": "/country/CIV", "": "/"} {
		if r := get(t, h, "/country?name="+name); r.StatusCode != 303 || r.Header.Get("Location") != want {
			t.Errorf("%q: %s to %q", name, r.Status, r.Header.Get("Location"))
		}
	}
	r := get(t, h, "/country?name=Armnia")
	if got := body(t, r); r.StatusCode != 404 || !strings.Contains(got, `href="/country/ARM"`) {
		t.Errorf("%s %.200s", r.Status, got)
	}
}

func TestYearsWithoutPlacementsAreNotFound(t *testing.T) {
	h, _ := open(t)
	for _, path := range []string{"/world/1999", "/world/2190", "/world/2029"} {
		r := get(t, h, path)
		if got := body(t, r); r.StatusCode != 404 && r.StatusCode != 400 || !strings.Contains(got, "20") {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
}
