package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"plumbline/data"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

func TestTenThousandRequestsInABurst(t *testing.T) {
	const connections = 200
	requests := 10_000
	if testing.Short() {
		requests = 1_000
	}
	h, _ := open(t)
	server := httptest.NewServer(h)
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections, DisableCompression: true}}
	paths := []string{"/", "/world/2018", "/country/ALB", "/country/ALB/2018", "/world/2018.json", "/world/2018.csv", "/law", "/nowhere", "/world/soon"}
	before := runtime.NumGoroutine()
	var group sync.WaitGroup
	for i := range connections {
		group.Go(func() {
			for j := i; j < requests; j += connections {
				path := paths[j%len(paths)]
				ask, _ := http.NewRequestWithContext(t.Context(), "GET", server.URL+path, nil)
				ask.Header.Set("Accept-Encoding", "gzip")
				r, err := client.Do(ask)
				if err != nil {
					t.Errorf("%s: %v", path, err)
					return
				}
				io.Copy(io.Discard, r.Body)
				r.Body.Close()
				if r.StatusCode >= 500 && r.StatusCode != http.StatusServiceUnavailable {
					t.Errorf("%s: %s", path, r.Status)
				}
			}
		})
	}
	group.Wait()
	client.CloseIdleConnections()
	server.Close()
	if after := runtime.NumGoroutine(); after > before+20 {
		t.Errorf("%d goroutines live on, before there were %d", after, before)
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 250<<20 {
		t.Errorf("%d MB are kept", m.HeapAlloc>>20)
	}
}

func TestAnEmptyDatabaseSaysWhatToDo(t *testing.T) {
	reader, err := webtest.Reader(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "empty.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r, err := record.New(data.FS, reader.Countries, db)
	if err != nil {
		t.Fatal(err)
	}
	h, err := (&Server{Record: r, Reader: reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, h, "/"); got.StatusCode != 200 {
		t.Errorf("/: %s", got.Status)
	} else if words := body(t, got); !strings.Contains(words, "plumbline read") {
		t.Errorf("the front page does not say how to read something:\n%.2000s", words)
	}
	for _, path := range addresses {
		if got := get(t, h, path); got.StatusCode >= 500 {
			t.Errorf("%s: %s", path, got.Status)
		}
	}
}

// addresses is one of each kind of page.
var addresses = []string{"/", "/world/2018", "/borders", "/country/ARM", "/country/ARM/2018", "/country/ARM/elsewhere", "/country/ARM/feed.xml",
	"/country/ARM/2018/pack", "/country/ARM/2018/cite.bib", "/country/ARM/2018/assessment", "/country/ARM/2018/change", "/country", "/search", "/narrative/x",
	"/claim/x", "/document/x", "/document/x/page/1.png", "/law", "/law/2018", "/law/2017/2018", "/method", "/method/quality", "/method/flow", "/api", "/data", "/data/about.json"}

func FuzzQuery(f *testing.F) {
	for _, s := range []string{"", "ARM", "-1", "999999999999999999999", "1e9", "NaN", "'; DROP TABLE claim; --", `" OR 1=1`, "<script>alert(1)</script>", "\x00", "\xff\xfe", "../../etc/passwd",
		"%", "%zz", "a AND", `"`, "NEAR(", "*", "(((((", strings.Repeat("a ", 1500), "２０１８", "\u202e", "2018&year=2019"} {
		f.Add(s)
	}
	h, w := open(f)
	n, claims := narrativeOf(f, w, "ALB", 2018)
	pages := append(slices.Clone(addresses), page.NarrativePath(n.ID), page.ClaimPath(claims[0].ID), page.DocumentPath(n.Document))
	f.Fuzz(func(t *testing.T, value string) {
		for _, path := range pages {
			names := []string{"year", "sample", value}
			switch {
			case path == "/search":
				names = []string{"q", "year", "country", "type", "section", "certainty", "page", "sample", "after"}
			case path == "/country":
				names = []string{"name"}
			case strings.HasPrefix(path, "/narrative/"):
				names = []string{"mark", "page", "claim"}
			}
			for _, name := range names {
				query := "?" + url.QueryEscape(name) + "=" + url.QueryEscape(value)
				r := get(t, h, path+query)
				if words := body(t, r); r.StatusCode == 500 || strings.Contains(words, "<script>alert") {
					t.Fatalf("%s%s: %s", path, query, r.Status)
				}
			}
		}
		raw := httptest.NewRequest("GET", "/search", nil)
		raw.URL.RawQuery = value
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, raw); w.Code == 500 {
			t.Errorf("/search?%q: %d", value, w.Code)
		}
	})
}
