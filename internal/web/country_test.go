package web

import (
	"encoding/json"
	"html"
	"net/url"
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

The government does not fully meet the minimum standards; it makes significant efforts. Malta remained on Tier 2.

RECOMMENDATIONS FOR MALTA

Investigate and prosecute traffickers; identify victims; adopt a national action plan.

PROSECUTION

The government maintained law enforcement efforts. Police investigated nine cases. Police did not convict any traffickers. The government did not report any prosecutions.

PROTECTION

The government decreased protection efforts. NGOs reported that police may have detained some victims. The government plans to open a shelter. The government did not report the number of victims. The government did not report whether victims received compensation. Officials identified 12 victims.

PREVENTION

The government did not conduct awareness campaigns.

TRAFFICKING PROFILE

Malta is a source and destination country for women subjected to sex trafficking. Women from Libya are subjected to sex trafficking in Malta. Countries where Maltese work through such arrangements reportedly include Italy and Qatar.
`

const malta2018 = `MALTA: TIER 2 WATCH LIST

The government does not fully meet the minimum standards; it makes significant efforts. Malta was downgraded to Tier 2.

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
		{"a silence is told with what it is about", "did not report whether", "victims received compensation"},
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
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("the id %s stands twice", m[1])
		}
		ids[m[1]] = true
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

// libya2018 is made up too.
const libya2018 = `LIBYA: TIER 3

The Government of Libya does not fully meet the minimum standards for the elimination of trafficking and is not making significant efforts to do so. Libya remained on Tier 3.

PROSECUTION

The government maintained law enforcement efforts.

TRAFFICKING PROFILE

Libya is a transit country for men and women subjected to sex trafficking. Women from Malta are subjected to sex trafficking in Libya.
`

func TestOtherNarrativesTellOfACountry(t *testing.T) {
	libya := pipeline.Input{File: "libya-2018.txt", Data: []byte(libya2018), Context: plumbline.Context{Year: 2018}}
	malta := pipeline.Input{File: "malta-2018.txt", Data: []byte(strings.ReplaceAll(malta2017, "Malta is a source", "Women from Italy are subjected to sex trafficking in Malta. Malta is a source")), Context: plumbline.Context{Year: 2018}}
	w := webtest.Open(t, data.FS, libya, malta)
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	page := body(t, get(t, h, "/country/MLT/elsewhere"))
	for _, want := range []string{"Malta → Libya", `in the narrative of <a href="/country/LBY/2018">Libya</a>`, "no fault of either government", "1 more flows cannot be held", "it does not measure how much trafficking"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	there := section(page, "tells of it, that of Malta does not</h3>", "</ul>")
	here := section(page, "The narrative of Malta tells of it", "</ul>")
	if !strings.Contains(there, "Malta → Libya") || !strings.Contains(here, "Libya → Malta") || strings.Contains(here, "Italy") {
		t.Errorf("there %q\nhere %q", there, here)
	}
	if csv := body(t, get(t, h, "/country/MLT/elsewhere.csv")); strings.Count(csv, "LBY") < 1 {
		t.Errorf("%.300s", csv)
	}
	if got := body(t, get(t, h, "/country/FJI/elsewhere")); !strings.Contains(got, "That says nothing on what there is") {
		t.Error("a country that nobody names has no page")
	}
	if r := get(t, h, "/country/MLT/elsewhere?year=soon"); r.StatusCode != 400 {
		t.Errorf("year=soon: %s", r.Status)
	}
}

func TestACountryPackIsWhole(t *testing.T) {
	ask := openMalta(t)
	page := ask("/country/MLT/2018/pack")
	var told struct{ Claims []struct{ ID string } }
	if err := json.Unmarshal([]byte(ask("/country/MLT/2018/pack.json")), &told); err != nil || len(told.Claims) == 0 {
		t.Fatal(err)
	}
	for _, c := range told.Claims {
		if !strings.Contains(page, "claim "+c.ID) {
			t.Errorf("claim %s is not in the pack", c.ID)
		}
	}
	for _, want := range []string{"SHA-256 of the file", "Source address", "Retrieved", "not known", "The heading says Tier 2 Watch List", "Since the report of 2017", "@misc{plumbline-MLT-2018", "TY  - RPRT", "it does not measure how much trafficking"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	if sample := ask("/country/JOR/2018/pack"); !strings.Contains(sample, "sample: paraphrase, not official text; Read by Plumbline") {
		t.Error("the sample's reference does not say what it is")
	}
}

func TestCitationsAndFeedsHaveTheirMediaTypes(t *testing.T) {
	h, _ := open(t)
	for path, want := range map[string]string{
		"/country/ARM/2018/cite.bib": "application/x-bibtex; charset=utf-8", "/country/ARM/2018/cite.ris": "application/x-research-info-systems; charset=utf-8",
		"/country/JOR/feed.xml": "application/atom+xml; charset=utf-8",
	} {
		r := get(t, h, path)
		got := body(t, r)
		if r.StatusCode != 200 || r.Header.Get("Content-Type") != want || len(got) == 0 {
			t.Errorf("%s: %s, %s", path, r.Status, r.Header.Get("Content-Type"))
		}
		if strings.HasSuffix(path, "xml") && (!strings.Contains(got, "<updated>2026-01-02T03:04:05Z</updated>") || !strings.Contains(got, "sample: paraphrase, not official text")) {
			t.Errorf("the feed lacks its time or the note on the sample:\n%s", got)
		}
	}
	if r := get(t, h, "/country/ARM/2003/cite.bib"); r.StatusCode != 404 {
		t.Errorf("a year without narrative: %s", r.Status)
	}
	if page := body(t, get(t, h, "/country/ARM/2018")); !strings.Contains(page, `type="application/atom+xml" href="/country/ARM/feed.xml"`) {
		t.Error("the page does not name its feed")
	}
}

func TestASampleIsNoHistoryOfAnOfficialText(t *testing.T) {
	w := webtest.Open(t, data.FS, pipeline.Input{File: "armenia-2018.txt", Context: plumbline.Context{Year: 2018}, Data: []byte(strings.NewReplacer("MALTA", "ARMENIA", "Malta", "Armenia").Replace(malta2018))})
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/country/ARM/2018", "/country/ARM/2018/pack"} {
		page := body(t, get(t, h, path))
		if strings.Contains(page, "sample: paraphrase") || strings.Contains(page, `<th scope="col">2017</th>`) {
			t.Errorf("%s: the sample of 2017 is drawn from", path)
		}
	}
	if page := body(t, get(t, h, "/country/ARM/2017")); !strings.Contains(page, "sample: paraphrase, not official text") {
		t.Error("the sample does not say what it is")
	}
}

func FuzzCountryAddress(f *testing.F) {
	for _, s := range []string{"ARM", "armenia", "../ARM", "%", "<script>", "A\x00", "côte d'ivoire", strings.Repeat("x", 300)} {
		f.Add(s, "2018")
	}
	h, _ := open(f)
	f.Fuzz(func(t *testing.T, country, year string) {
		for _, path := range []string{"/country/" + url.PathEscape(country), "/country/" + url.PathEscape(country) + "/" + url.PathEscape(year),
			"/country/" + url.PathEscape(country) + "/" + url.PathEscape(year) + "/pack", "/country/ARM/elsewhere?year=" + url.QueryEscape(year), "/country?name=" + url.QueryEscape(country)} {
			r := get(t, h, path)
			if got := body(t, r); r.StatusCode >= 500 || strings.Contains(got, "<script>") {
				t.Errorf("%s: %s", path, r.Status)
			}
		}
	})
}
