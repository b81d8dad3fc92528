package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"plumbline/data"
	"plumbline/internal/web/webtest"
)

// open serves a record of the sample and a made-up report of 2018.
func open(t testing.TB) (http.Handler, *webtest.World) {
	t.Helper()
	w := webtest.Open(t, data.FS)
	w.Read(t, webtest.Report(2018, 12, w.Reader), webtest.Report(2017, 12, w.Reader))
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return h, w
}

// get asks for an address.
func get(t testing.TB, h http.Handler, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest("GET", path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// body reads an answer whole.
func body(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPagesHaveTwins(t *testing.T) {
	h, _ := open(t)
	for _, path := range []string{"/", "/world/2018"} {
		page := get(t, h, path)
		if page.StatusCode != 200 || !strings.Contains(body(t, page), "A tier rates a government") {
			t.Errorf("%s: %s, or no notice on what a tier means", path, page.Status)
		}
		twin := strings.TrimSuffix(path, "/")
		if twin == "" {
			twin = "/index"
		}
		if got := body(t, get(t, h, twin+".json")); !json.Valid([]byte(got)) {
			t.Errorf("%s.json is no JSON: %.80s", twin, got)
		}
		if got := get(t, h, twin+".csv"); got.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
			t.Errorf("%s.csv: %s", twin, got.Header.Get("Content-Type"))
		}
	}
}

func TestFaultsSayWhatToDo(t *testing.T) {
	h, _ := open(t)
	cases := []struct {
		name, path string
		status     int
		want       string
	}{
		{"no such page", "/nowhere", 404, "page /nowhere"},
		{"a year that is none", "/world/soon", 400, "parameter year: &#34;soon&#34; is not a year"},
		{"a parameter that the page has not", "/world/2018?tier=2", 400, "parameter tier"},
		{"problem details for a twin", "/world/soon.json", 400, `"status":400`},
		{"an address too long", "/world/2018?" + strings.Repeat("a", 5000), 400, "longer than"},
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

func TestAnAnswerThatHasNotChangedIsNotSentAgain(t *testing.T) {
	h, w := open(t)
	first := get(t, h, "/world/2018", "Accept-Encoding", "gzip")
	tag := first.Header.Get("ETag")
	if first.Header.Get("Content-Encoding") != "gzip" || tag == "" {
		t.Fatalf("encoding %q, tag %q", first.Header.Get("Content-Encoding"), tag)
	}
	if r := get(t, h, "/world/2018", "If-None-Match", tag); r.StatusCode != http.StatusNotModified {
		t.Errorf("the same again: %s", r.Status)
	}
	w.Read(t, webtest.Report(2016, 3, w.Reader))
	if r := get(t, h, "/world/2016"); r.StatusCode != 200 {
		t.Errorf("after reading more: %s", r.Status)
	}
}

func TestPagesAreOnlyRead(t *testing.T) {
	h, _ := open(t)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("POST", "/world/2018", strings.NewReader("x=1")))
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, allow %q", w.Code, w.Header().Get("Allow"))
	}
}

func TestPagesSpeakToReadersWithoutATerminal(t *testing.T) {
	s, _ := open(t)
	for _, path := range []string{"/claim/zzzzz", "/narrative/zzzzz", "/document/zzzzz", "/narrative/zzzzz.json", "/country/ARM/2003"} {
		if got := body(t, get(t, s, path)); strings.Contains(got, "plumbline db") || strings.Contains(got, "plumbline show") || strings.Contains(got, "plumbline read") {
			t.Errorf("%s names a command:\n%s", path, got)
		}
	}
}
