package api

import (
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

var update = flag.Bool("update", false, "write the goldens anew")

// open answers from a record of the sample and two made-up reports.
func open(t testing.TB) (http.Handler, *webtest.World) {
	t.Helper()
	w := webtest.Open(t, data.FS)
	w.Read(t, webtest.Report(2018, 12, w.Reader), webtest.Report(2017, 12, w.Reader))
	h, err := (&Server{Record: w.Record, Reader: w.Reader, Tool: "test"}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return h, w
}

// get asks for an address.
func get(t testing.TB, h http.Handler, path string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// decoded reads an answer.
func decoded[T any](t testing.TB, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v in %.300s", err, w.Body)
	}
	return v
}

// first is an id of each noun, to be put into addresses.
func ids(t testing.TB, w *webtest.World) *strings.Replacer {
	t.Helper()
	claims, err := w.Record.Store.Claims(t.Context(), store.ClaimFilter{PrimaryOnly: true, Year: 2018, Types: []plumbline.ClaimType{plumbline.Conviction}})
	if err != nil || len(claims) == 0 {
		t.Fatal(err, len(claims))
	}
	c := &claims[0]
	n, err := w.Record.Store.Narrative(t.Context(), c.Narrative)
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("{claim}", string(c.ID), "{narrative}", string(c.Narrative), "{document}", string(n.Document),
		"{country}", string(c.Country), "{year}", "2018", "{standard}", "2007", "{to}", "2019")
}

func TestEveryAnswerHasItsSchema(t *testing.T) {
	h, w := open(t)
	in := ids(t, w)
	registry := newSchemas()
	for _, o := range (&Server{}).operations() {
		t.Run(o.id, func(t *testing.T) {
			paths := []string{in.Replace(base + o.path)}
			for _, p := range o.parameters {
				if p.name == sample.name {
					paths = append(paths, paths[0]+"?sample=true&limit=1000")
				}
			}
			if o.id == "search" {
				paths = append(paths, base+"/search?q=victims", base+"/search?q=victims&in=claims&sample=true")
			}
			if o.id == "law" {
				for _, s := range w.Record.Book.Standards {
					paths = append(paths, base+"/law/"+string(s.Name))
				}
			}
			if strings.HasPrefix(o.path, "/countries/{country}") {
				paths = append(paths, strings.NewReplacer("{country}", "PRK", "{year}", "2007").Replace(base+o.path))
			}
			for _, path := range paths {
				got := get(t, h, path)
				if got.Code != 200 {
					t.Fatalf("%s: %d %s", path, got.Code, got.Body)
				}
				var result huma.ValidateResult
				huma.Validate(registry, registry.Map()[o.answers], huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, decoded[any](t, got), &result)
				for i, err := range result.Errors {
					if i < 5 {
						t.Errorf("%s: %v", path, err)
					}
				}
				if strings.Contains(got.Body.String(), `"tier"`) && !strings.Contains(got.Body.String(), plumbline.TierNotice) && o.id != "document" {
					t.Errorf("%s: a tier without the notice", path)
				}
			}
		})
	}
}

func TestErrorsNameTheParameter(t *testing.T) {
	h, w := open(t)
	in := ids(t, w)
	cases := []struct {
		name, path string
		status     int
		parameter  string
		hint       string
	}{
		{"a parameter that there is not", "/claims?typ=law", 400, "typ", "country, year, type"},
		{"given twice", "/claims?year=2018&year=2017", 400, "year", "once"},
		{"a type with a slip", "/claims?type=law,convictoin", 400, "type", "did you mean conviction?"},
		{"a word of a closed list", "/claims?certainty=probably", 400, "certainty", "did you mean probable?"},
		{"a country with a slip", "/claims?country=Moldva", 400, "country", "did you mean MDA (Moldova)?"},
		{"a country of the path", "/countries/Moldva", 400, "country", "did you mean MDA"},
		{"a year that is none", "/claims?year=soon", 400, "year", "four digits"},
		{"a limit beyond what is given", "/claims?limit=5000", 400, "limit", ""},
		{"a limit of none", "/claims?limit=0", 400, "limit", ""},
		{"a flag that is neither", "/claims?sample=perhaps", 400, "sample", ""},
		{"a cursor of somebody else", "/claims?cursor=zzz", 400, "cursor", "begin anew"},
		{"a cursor of a list by number", "/countries?cursor=-3", 400, "cursor", "begin anew"},
		{"a version of the law", "/countries/{country}/years/2018/assessment?standard=2050", 400, "standard", "name it: 2023-01-05"},
		{"no claim of that id", "/claims/0000", 404, "", ""},
		{"no narrative of that id", "/narratives/0000", 404, "", ""},
		{"a year that the country has not", "/countries/{country}/years/2011/assessment", 404, "", "2017, 2018"},
		{"no law of that year", "/law/1999", 404, "", "2001"},
		{"no such operation", "/nothing", 404, "", "openapi.json"},
		{"hostile words stay words", "/claims?type=" + "%27%3BDROP%20TABLE%20claim%3B--", 400, "type", ""},
		{"hostile id", "/claims/%27%20OR%201%3D1", 404, "", ""},
		{"a query that cannot be read", "/claims?year=%zz", 400, "query", "percent-encoded"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := get(t, h, base+in.Replace(c.path))
			p := decoded[struct {
				Status                               int
				Title, Detail, Hint, Parameter, Type string
			}](t, got)
			if got.Code != c.status || p.Status != c.status || got.Header().Get("Content-Type") != "application/problem+json" {
				t.Errorf("%d %s", got.Code, got.Body)
			}
			if p.Parameter != c.parameter || !strings.Contains(p.Hint, c.hint) {
				t.Errorf("%+v", p)
			}
		})
	}
}

func TestPagesOfAListGiveEveryThingOnce(t *testing.T) {
	h, w := open(t)
	for path, key := range map[string]string{"/claims?year=2018&limit=7": "claims", "/narratives?limit=5": "narratives", "/countries?limit=40": "countries", "/placements?year=2018&limit=60": "placements", "/flows?limit=4": "claims", "/search?q=convicted&order=year&limit=3": "hits"} {
		whole := decoded[map[string]any](t, get(t, h, base+regexp.MustCompile(`limit=\d+`).ReplaceAllString(path, "limit=1000")))
		want := whole[key].([]any)
		seen := map[string]bool{}
		n := 0
		for next := base + path; next != ""; {
			got := get(t, h, next)
			p := decoded[map[string]any](t, got)
			for _, x := range p[key].([]any) {
				b, _ := json.Marshal(x)
				if seen[string(b)] {
					t.Errorf("%s: twice: %.100s", path, b)
				}
				seen[string(b)] = true
				n++
			}
			next, _ = p["next"].(string)
			if links := strings.Join(got.Header().Values("Link"), ", "); next != "" && !strings.Contains(links, "<"+next+`>; rel="next"`) {
				t.Errorf("%s: no link to %s: %s", path, next, links)
			}
		}
		if n != len(want) && len(want) < 1000 || n < len(want) {
			t.Errorf("%s: %d on pages, %d at once", path, n, len(want))
		}
	}
	_ = w
}

func TestSampleIsMarkedAndLeftOutUnlessAskedFor(t *testing.T) {
	h, _ := open(t)
	type page struct {
		Sample bool
		Claims []struct{ File string }
	}
	if p := decoded[page](t, get(t, h, base+"/claims?country=PRK&year=2007")); len(p.Claims) != 0 || p.Sample {
		t.Errorf("%d claims of a sample that nobody asked for", len(p.Claims))
	}
	if p := decoded[page](t, get(t, h, base+"/claims?country=PRK&year=2007&sample=true")); len(p.Claims) == 0 || !p.Sample {
		t.Errorf("%d claims, sample %v", len(p.Claims), p.Sample)
	}
}

func TestSearch(t *testing.T) {
	h, _ := open(t)
	type found struct {
		Total  int
		Sample bool
		Hits   []struct {
			Text, Claim string
			Marks       []struct{ Start, End int }
		}
		Facets []struct{ Name string }
	}
	for _, path := range []string{"/search?q=convicted", "/search?q=convicted&in=claims&valence=good&type=conviction"} {
		r := decoded[found](t, get(t, h, base+path))
		if r.Total == 0 || r.Sample || len(r.Facets) == 0 {
			t.Fatalf("%s: %+v", path, r)
		}
		for _, hit := range r.Hits {
			if len(hit.Marks) == 0 || !strings.Contains(strings.ToLower(hit.Text[hit.Marks[0].Start:hit.Marks[0].End]), "convict") {
				t.Errorf("%s: %+v", path, hit)
			}
			if strings.Contains(path, "claims") != (hit.Claim != "") {
				t.Errorf("%s: claim %q", path, hit.Claim)
			}
		}
	}
	for path, parameter := range map[string]string{"/search?q=x&in=everything": "in", "/search?q=x&certainty=sure": "certainty"} {
		if p := decoded[struct{ Parameter string }](t, get(t, h, base+path)); p.Parameter != parameter {
			t.Errorf("%s: %+v", path, p)
		}
	}
	if w := get(t, h, base+"/search?q=%22"); w.Code != 200 && w.Code != 400 {
		t.Errorf("a quote that does not end: %d", w.Code)
	}
}

func TestFlowsAreTraffickedUnlessAnotherMovementIsAskedFor(t *testing.T) {
	h, _ := open(t)
	type page struct {
		Claims []struct {
			Movement     string
			Participants struct{ Origin, Destination []string }
		}
	}
	flows := decoded[page](t, get(t, h, base+"/flows?sample=true&limit=1000")).Claims
	if len(flows) == 0 {
		t.Fatal("no flows")
	}
	for _, f := range flows {
		if f.Movement != "trafficked" {
			t.Errorf("a movement of %s among flows", f.Movement)
		}
	}
	at := flows[0].Participants
	if len(at.Origin) == 0 || len(at.Destination) == 0 {
		t.Skip("the first flow names no country")
	}
	for _, f := range decoded[page](t, get(t, h, base+"/flows?origin="+at.Origin[0])).Claims {
		if !strings.Contains(strings.Join(f.Participants.Origin, " "), at.Origin[0]) {
			t.Errorf("from %v, asked for %s", f.Participants.Origin, at.Origin[0])
		}
	}
}

func TestUnchangedAnswersAndOtherSites(t *testing.T) {
	h, w := open(t)
	first := get(t, h, base+"/claims?year=2018", "Accept-Encoding", "gzip")
	if first.Header().Get("Content-Encoding") != "gzip" || first.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%v", first.Header())
	}
	tag := first.Header().Get("ETag")
	again := get(t, h, base+"/claims?year=2018", "If-None-Match", tag)
	if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("the same again: %d", again.Code)
	}
	w.Read(t, webtest.Report(2018, 13, w.Reader))
	if after := get(t, h, base+"/claims?year=2018&limit=1000", "If-None-Match", tag); after.Code != 200 {
		t.Errorf("after more was read: %d", after.Code)
	}
	r := httptest.NewRequest("OPTIONS", base+"/claims", nil)
	r.Header.Set("Origin", "https://elsewhere.example")
	preflight := httptest.NewRecorder()
	h.ServeHTTP(preflight, r)
	if preflight.Code != 204 || preflight.Header().Get("Access-Control-Allow-Methods") == "" {
		t.Errorf("preflight: %d %v", preflight.Code, preflight.Header())
	}
	post := httptest.NewRecorder()
	h.ServeHTTP(post, httptest.NewRequest("POST", base+"/claims", nil))
	if post.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", post.Code)
	}
}

// A change that readers of the API can see needs another Version: raise it, then
// run this test with -update.
func TestOpenAPIDocument(t *testing.T) {
	got, err := Document()
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/openapi.json"
	want, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`"version": "([^"]+)"`)
	if string(got) != string(want) {
		if was := version.FindSubmatch(want); was != nil && string(was[1]) == Version {
			t.Fatalf("the contract differs from %s, but its version is still %s: raise Version, then run with -update", golden, Version)
		}
		if !*update {
			t.Fatalf("%s is not of version %s: run with -update", golden, Version)
		}
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	h, _ := open(t)
	if served := get(t, h, base+"/openapi.json"); served.Body.String() != string(got) {
		t.Error("another document is served")
	}
	if yaml := get(t, h, base+"/openapi.yaml"); yaml.Code != 200 || !strings.HasPrefix(yaml.Body.String(), "components:") && !strings.Contains(yaml.Body.String(), "openapi: 3.1.0") {
		t.Errorf("YAML: %d %.80s", yaml.Code, yaml.Body)
	}
	var doc struct {
		OpenAPI string
		Paths   map[string]any
	}
	if err := json.Unmarshal(got, &doc); err != nil || doc.OpenAPI != "3.1.0" || len(doc.Paths) != len((&Server{}).operations()) {
		t.Errorf("%v, OpenAPI %s, %d paths", err, doc.OpenAPI, len(doc.Paths))
	}
}
