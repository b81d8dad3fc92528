package web

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
	"plumbline/internal/web/webtest"
)

// malta2017 and malta2018 are made up: nobody's finding.
const malta2017 = `MALTA: TIER 2

The Government of Malta does not fully meet the minimum standards for the elimination of trafficking; however, it is making significant efforts to do so. Malta remained on Tier 2.

RECOMMENDATIONS FOR MALTA

Investigate and prosecute traffickers; identify victims; adopt a national action plan.

PROSECUTION

The government maintained law enforcement efforts. Police investigated nine cases. Police did not convict any traffickers. The government did not report any prosecutions.

PROTECTION

The government decreased protection efforts. NGOs reported that police may have detained some victims. The government plans to open a shelter. The government did not report the number of victims. Officials identified 12 victims.

PREVENTION

The government did not conduct awareness campaigns.

TRAFFICKING PROFILE

Malta is a source and destination country for women subjected to sex trafficking. Women from Libya are subjected to sex trafficking in Malta. Countries where Maltese work through such arrangements reportedly include Italy and Qatar.
`

const malta2018 = `MALTA: TIER 2 WATCH LIST

The Government of Malta does not fully meet the minimum standards for the elimination of trafficking; however, it is making significant efforts to do so. Malta was downgraded to Tier 2.

PROSECUTION

The government increased law enforcement efforts. Police investigated 14 cases. Courts convicted three traffickers.

PROTECTION

The government maintained protection efforts. Officials identified 20 victims.
`

// openMalta serves a record of the sample and the two texts.
func openMalta(t testing.TB) func(path string) string {
	t.Helper()
	w := webtest.Open(t, data.FS, pipeline.Input{File: "malta-2017.txt", Data: []byte(malta2017), Context: plumbline.Context{Year: 2017}}, pipeline.Input{File: "malta-2018.txt", Data: []byte(malta2018), Context: plumbline.Context{Year: 2018}})
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return func(path string) string {
		r := get(t, h, path)
		return body(t, r)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// lineWith gives the words of the list entry or line of a page that has a quote.
func lineWith(page, quote string) string {
	i := strings.Index(page, quote)
	if i < 0 {
		return ""
	}
	start := max(strings.LastIndex(page[:i], `<div class="line`), 0)
	end := strings.Index(page[i:], "</div>")
	if end < 0 {
		end = len(page) - i
	}
	return html.UnescapeString(tags.ReplaceAllString(page[start:i+end], " "))
}

func TestACountryYearSaysWhatItsTextSays(t *testing.T) {
	ask := openMalta(t)
	page := ask("/country/MLT/2017")
	for _, c := range []struct{ fact, quote, want string }{
		{"a deed is a deed", "investigated nine cases", "+ did"},
		{"what was not done is no deed", "did not convict any traffickers", "- did not"},
		{"none reported is no zero", "did not report any prosecutions", "none was reported, which is not a zero"},
		{"a promise is no deed", "plans to open a shelter", "planned, not done"},
		{"a hedge and its source stay", "detained some victims", "NGOs say"},
		{"what the government withheld is its silence", "did not report the number of victims", "did not say"},
	} {
		if got := lineWith(page, c.quote); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %q beside %q: %.300s", c.fact, c.want, c.quote, got)
		}
	}
	for _, want := range []string{
		"A tier rates a government", "Work abroad that the text calls possibly exploitative", "Libya → Malta", `href="/narrative/`, "#c-",
		"What the narrative of 2018 says on it", "whether it was followed, this does not tell", "is never the tier",
		`class="figure silence"`, "none reported",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	_, list, _ := strings.Cut(page, "<h3>Trafficking between countries</h3>")
	trafficked, work, _ := strings.Cut(list, "<h3>Work abroad that the text calls possibly exploitative</h3>")
	if strings.Contains(page, "was followed.") || strings.Contains(trafficked, "Malta → Italy") || !strings.Contains(work, "Malta → Italy") {
		t.Error("work abroad is shown as trafficking, or a recommendation as followed")
	}
}

func TestAConflictBetweenTwoTiersIsShown(t *testing.T) {
	if page := openMalta(t)("/country/malta/2018"); !strings.Contains(page, "The heading says Tier 2 Watch List, the outcome sentence Tier 2") {
		t.Error("no conflict")
	}
}

func TestACountryIsFoundByNameAndCode(t *testing.T) {
	ask := openMalta(t)
	for _, path := range []string{"/country/MLT", "/country/mlt", "/country/malta", "/country/Malta"} {
		if page := ask(path); !strings.Contains(page, `in the report of 2018`) {
			t.Errorf("%s: not the last year", path)
		}
	}
}

func TestAYearWithoutNarrativeStillHasTheTiers(t *testing.T) {
	page := openMalta(t)("/country/MLT/2005")
	for _, want := range []string{"holds no narrative of Malta for 2005", `href="/country/MLT/2017"`, "Tiers over the years", "not known"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestACountryYearHasTheTwinsOfTheProgram(t *testing.T) {
	ask := openMalta(t)
	var told struct {
		Narrative *struct{ Country string }
		Claims    []struct{ ID string }
	}
	if err := json.Unmarshal([]byte(ask("/country/MLT/2017.json")), &told); err != nil || told.Narrative == nil || len(told.Claims) == 0 {
		t.Errorf("%v %+v", err, told)
	}
	if err := json.Unmarshal([]byte(ask("/country/MLT/2005.json")), &told); err != nil {
		t.Error(err)
	}
	if csv := ask("/country/MLT/2017.csv"); !strings.HasPrefix(csv, "kind,id,") || strings.Count(csv, "\n") < 5 {
		t.Errorf("%.200s", csv)
	}
	if past := ask("/country/MLT.json"); !json.Valid([]byte(past)) || !strings.Contains(past, `"placements"`) {
		t.Errorf("%.200s", past)
	}
}

func TestUnknownCountriesAreNearOnes(t *testing.T) {
	h, _ := open(t)
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/country/Armnia", 404, `href="/country/ARM"`},
		{"/country/zzz/2018", 404, "unknown country"},
		{"/country/ARM/soon", 400, "not a year"},
		{"/country/ARM/1850", 400, "1850"},
		{"/country/%3Cscript%3E", 404, "&lt;script&gt;"},
		{"/country/ARM/2018?year=2017", 400, "parameter year"},
	} {
		r := get(t, h, c.path)
		if got := body(t, r); r.StatusCode != c.status || !strings.Contains(got, c.want) || strings.Contains(got, "<script>") {
			t.Errorf("%s: %d, want %d and %q:\n%.2000s", c.path, r.StatusCode, c.status, c.want, got[strings.Index(got, "<main"):])
		}
	}
}
