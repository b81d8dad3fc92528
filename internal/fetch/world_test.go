package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"plumbline"
)

// world is a site on this machine, and a Fetcher whose clock moves by its
// sleeps alone.
type world struct {
	t      *testing.T
	server *httptest.Server
	*Fetcher

	mu    sync.Mutex
	pages map[string]http.HandlerFunc
	asked []string // "path", or "path if" for a conditional request

	now     time.Time
	slept   []time.Duration
	refused []string
}

var codes = map[string]plumbline.CountryCode{"alpha": "AAA", "north beta": "BBB", "gamma": "CCC", "delta": "DDD", "epsilon": "EEE", "zeta": "ZZZ"}

func newWorld(t *testing.T) *world {
	w := &world{t: t, pages: map[string]http.HandlerFunc{}, now: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)}
	w.server = httptest.NewServer(http.HandlerFunc(w.serve))
	t.Cleanup(w.server.Close)
	w.Fetcher = &Fetcher{
		Client:   &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		Now:      func() time.Time { return w.now },
		Agent:    "plumbline/test (reads reports)",
		Delay:    2 * time.Second,
		Timeout:  30 * time.Second,
		MaxBytes: 1 << 20,
		Country: func(name string, _ int) (plumbline.CountryCode, bool) {
			code, ok := codes[strings.ToLower(name)]
			return code, ok
		},
		Refused: func(err error) { w.refused = append(w.refused, w.plain(err.Error())) },
	}
	w.Sleep = func(ctx context.Context, d time.Duration) error {
		w.slept = append(w.slept, d)
		w.now = w.now.Add(d)
		return ctx.Err()
	}
	w.Base, _ = url.Parse(w.server.URL)
	cache, err := OpenCache(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cache.Close() })
	w.Cache = cache
	return w
}

func (w *world) serve(rw http.ResponseWriter, r *http.Request) {
	line := r.URL.Path
	if r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != "" {
		line += " if"
	}
	if s := r.Header.Get("Range"); s != "" {
		line += " " + s
	}
	w.mu.Lock()
	w.asked = append(w.asked, line)
	page := w.pages[r.URL.Path]
	w.mu.Unlock()
	if !strings.HasPrefix(r.UserAgent(), "plumbline/") {
		http.Error(rw, "who is it", http.StatusTeapot)
		return
	}
	if page == nil {
		http.NotFound(rw, r)
		return
	}
	page(rw, r)
}

// page puts a page with an ETag at a path.
func (w *world) page(path, words string) {
	w.pages[path] = func(rw http.ResponseWriter, r *http.Request) {
		tag := `"` + hash([]byte(words))[:8] + `"`
		rw.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			rw.WriteHeader(http.StatusNotModified)
			return
		}
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(rw, words)
	}
}

// status answers with statuses in turn, and then as before.
func (w *world) status(path string, retryAfter string, statuses ...int) {
	before := w.pages[path]
	w.pages[path] = func(rw http.ResponseWriter, r *http.Request) {
		if len(statuses) == 0 {
			before(rw, r)
			return
		}
		if retryAfter != "" {
			rw.Header().Set("Retry-After", retryAfter)
		}
		rw.WriteHeader(statuses[0])
		statuses = statuses[1:]
	}
}

// report puts the report of 2024 on the site, in the form of its era.
func (w *world) report() {
	w.page("/reports/2024-trafficking-in-persons-report/", `<html><title>Report</title><body>
<nav><a href="/">Home</a> <a href="/reports/2023-trafficking-in-persons-report/alpha/">Alpha last year</a></nav>
<a href="https://www.state.gov/reports/2024-trafficking-in-persons-report/introduction/">Introduction</a>
<ul><li><a href="https://www.state.gov/reports/2024-trafficking-in-persons-report/alpha/">Alpha</a>
<li><a href="north-beta/?from=list#top">North
 Beta</a>
<li><a href="/reports/2024-trafficking-in-persons-report/gamma">The <b>Gamma</b></a>
<li><a href="/reports/2024-trafficking-in-persons-report/alpha/">Alpha again</a>
<li><a href="mailto:desk@example.org">Write</a></ul>`)
	for _, name := range []string{"alpha/", "north-beta/", "gamma"} {
		w.page("/reports/2024-trafficking-in-persons-report/"+name, "<h1>"+name+" (Tier 2)</h1><p>Words of our own.")
	}
}

// order is the report of a year, on the sites that are shipped.
func (w *world) order(year int) Order {
	w.t.Helper()
	sites, err := Load(os.DirFS("../../data"))
	if err != nil {
		w.t.Fatal(err)
	}
	s, err := sites.Find(year)
	if err != nil {
		w.t.Fatal(err)
	}
	return Order{Site: s, Year: year}
}

// site makes a site of a file of its own; HOST stands for the server's.
func (w *world) site(lines string) Order {
	w.t.Helper()
	lines = strings.ReplaceAll(lines, "HOST", w.server.URL)
	sites, err := Load(fstest.MapFS{"sites/own.site": {Data: []byte(lines)}})
	if err != nil {
		w.t.Fatal(err)
	}
	w.Base = nil
	return Order{Site: sites[0], Year: 2024}
}

// plain takes the server's name and the cache's folder out of words.
func (w *world) plain(s string) string {
	s = strings.ReplaceAll(s, w.server.URL, "HOST")
	s = strings.ReplaceAll(s, strings.TrimPrefix(w.server.URL, "http://"), "HOST")
	return strings.ReplaceAll(s, w.Cache.Dir, "CACHE")
}

// took returns what was asked for since the last call.
func (w *world) took() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := strings.Join(w.asked, "\n")
	w.asked = nil
	return strings.ReplaceAll(s, "/reports/2024-trafficking-in-persons-report/", "…/")
}

// run runs an order that comes to its end.
func (w *world) run(o Order) *Result {
	w.t.Helper()
	r, err := w.Run(w.t.Context(), o)
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

// fails runs an order that ends with an error, and returns its words.
func (w *world) fails(o Order) string {
	w.t.Helper()
	_, err := w.Run(w.t.Context(), o)
	if err == nil {
		w.t.Fatal("no error")
	}
	return w.plain(err.Error())
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

func lines(s ...string) string { return strings.Join(s, "\n") }
