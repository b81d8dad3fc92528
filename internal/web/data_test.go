package web

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/encode"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

func parsed(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestDownloads(t *testing.T) {
	h, w := open(t)
	claims, err := w.Record.Store.Claims(t.Context(), store.ClaimFilter{PrimaryOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	rows := parsed(t, body(t, get(t, h, "/data/claims.csv")))
	if strings.Join(rows[0], ",") != strings.Join(encode.ClaimColumns, ",") || len(rows)-1 != len(claims) {
		t.Errorf("claims.csv: %d rows, want %d", len(rows)-1, len(claims))
	}
	lines := strings.Split(strings.TrimSpace(body(t, get(t, h, "/data/claims.jsonl"))), "\n")
	if len(lines) != len(claims) || !json.Valid([]byte(lines[0])) {
		t.Errorf("claims.jsonl: %d lines, want %d", len(lines), len(claims))
	}
	var list []struct {
		Type, Movement, File string
		Year                 int
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, "/data/flows.json?year=2018"))), &list); err != nil || len(list) == 0 {
		t.Fatal(err, len(list))
	}
	for _, f := range list {
		if f.Type != "flow" || f.Movement != "trafficked" || f.Year != 2018 || strings.Contains(f.File, pipeline.SampleMark) {
			t.Errorf("among the flows of 2018: %+v", f)
		}
	}
	placements := parsed(t, body(t, get(t, h, "/data/placements.csv?year=2018")))
	if len(placements) < 100 || placements[1][len(placements[1])-1] != plumbline.TierNotice || placements[1][1] != "2018" {
		t.Errorf("placements.csv: %d rows, %v", len(placements), placements[1])
	}
}

func TestDownloadsLeaveTheSampleOutUnlessAskedFor(t *testing.T) {
	h, _ := open(t)
	if got := body(t, get(t, h, "/data/claims.csv?year=2007")); strings.Contains(got, pipeline.SampleMark) || len(parsed(t, got)) != 1 {
		t.Error("claims of a sample that nobody asked for")
	}
	if got := body(t, get(t, h, "/data/claims.csv?year=2007&sample=true")); !strings.Contains(got, pipeline.SampleMark) {
		t.Error("no sample, though asked for")
	}
}

func TestEveryDownloadLeadsToWhatItMeansAndWasReadFrom(t *testing.T) {
	h, _ := open(t)
	r := get(t, h, "/data/claims.csv?year=2018")
	if link := r.Header.Get("Link"); link != `</data/about.json?year=2018>; rel="describedby"` {
		t.Errorf("link %q", link)
	}
	if kept := r.Header.Get("Content-Disposition"); kept != `attachment; filename="plumbline-claims-2018.csv"` {
		t.Errorf("kept as %q", kept)
	}
	if again := get(t, h, "/data/claims.csv?year=2018", "If-None-Match", r.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("the same again: %s", again.Status)
	}
	var about struct {
		Notice, Citation string
		Sample           bool
		Resources        []struct {
			Path   string
			Schema struct {
				Fields []struct{ Name, Description string }
			}
		}
		Sources []struct{ SHA256 string }
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, "/data/about.json?year=2018"))), &about); err != nil {
		t.Fatal(err)
	}
	if about.Notice != plumbline.TierNotice || about.Sample || len(about.Sources) != 1 || len(about.Resources) != 4 || about.Citation == "" {
		t.Errorf("%+v", about)
	}
	for i, f := range about.Resources[0].Schema.Fields {
		if f.Name != encode.ClaimColumns[i] || f.Description == "" {
			t.Errorf("column %d: %+v", i, f)
		}
	}
}

func TestTheWholeIsAnArchiveThatReadsBack(t *testing.T) {
	h, _ := open(t)
	b := []byte(body(t, get(t, h, "/data/plumbline.zip?year=2018")))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"README.txt": plumbline.TierNotice, "about.json": `"notice"`, "claims.csv": "citation_quote", "narratives.csv": "placement_tier", "flows.csv": "trafficked", "placements.csv": "derived_from"}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil || !strings.Contains(string(text), want[f.Name]) || want[f.Name] == "" {
			t.Errorf("%s: %v, %.200s", f.Name, err, text)
		}
		delete(want, f.Name)
	}
	if len(want) != 0 {
		t.Errorf("not in the archive: %v", want)
	}
}

func TestDownloadsRefuseWhatTheyDoNotKnow(t *testing.T) {
	h, _ := open(t)
	for path, status := range map[string]int{"/data/claims": 404, "/data/doubts.csv": 404, "/data/claims.csv?country=MDA": 400, "/data/claims.csv?year=soon": 400,
		"/data/claims.csv?sample=1": 400, "/data/..%2f..%2fetc%2fpasswd": 404, "/data/claims.xml": 404} {
		if r := get(t, h, path); r.StatusCode != status {
			t.Errorf("%s: %s, want %d", path, r.Status, status)
		}
	}
}

func TestDataPageSaysWhatThereIs(t *testing.T) {
	h, _ := open(t)
	got := body(t, get(t, h, "/data"))
	for _, want := range []string{"How to cite", "@misc{plumbline", "/data/claims.jsonl", "/data/plumbline.zip?year=2018", "no country is ranked", "sample=true", "Made-up report"} {
		if !strings.Contains(got, want) {
			t.Errorf("not there: %s", want)
		}
	}
	w := webtest.Open(t, data.FS)
	empty, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	if got := body(t, get(t, empty, "/data")); !strings.Contains(got, "plumbline read FILE") {
		t.Error("a database without official texts says what to do")
	}
	for _, path := range []string{"/robots.txt", "/llms.txt"} {
		if r := get(t, h, path); r.StatusCode != 200 || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/plain") {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
	if got := body(t, get(t, h, "/llms.txt")); !strings.Contains(got, plumbline.TierNotice) {
		t.Error("llms.txt without the notice")
	}
}

// gone is a reader that goes away in the middle.
type gone struct {
	http.ResponseWriter
	left int
}

// Write takes what is left.
func (g *gone) Write(b []byte) (int, error) {
	if g.left -= len(b); g.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

func TestADownloadThatBreaksOffIsNotTakenForWhole(t *testing.T) {
	h, _ := open(t)
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("ended with %v", v)
		}
	}()
	r, _ := http.NewRequest("GET", "/data/claims.jsonl", nil)
	h.ServeHTTP(&gone{ResponseWriter: discard{}, left: 1000}, r)
	t.Error("it ended as if it were whole")
}

type discard struct{}

// Header is nobody's.
func (discard) Header() http.Header { return http.Header{} }

// Write takes everything.
func (discard) Write(b []byte) (int, error) { return len(b), nil }

// WriteHeader does nothing.
func (discard) WriteHeader(int) {}
