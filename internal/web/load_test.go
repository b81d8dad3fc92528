package web

import (
	"bufio"
	"compress/gzip"
	"context"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/ingest"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

var load = flag.Bool("load", false, "measure pages under load and print the figures; make bench does")

// TestLoad prints how fast pages are made and served, and how large they are. It
// judges nothing: figures depend on the machine, so a constant stands beside them.
func TestLoad(t *testing.T) {
	if !*load {
		t.Skip("needs quiet; run: make bench")
	}
	w := webtest.Open(t, data.FS, loaded(t)...)
	begun := time.Now()
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("made ready in %s", time.Since(begun).Round(time.Millisecond))
	all := kindsUnderLoad(t, w)
	t.Logf("%-14s %5s %21s %21s %16s", "kind", "pages", "uncached p50/p95 ms", "cached p50/p95 ms", "largest gzip/plain")
	var cached []string
	for _, k := range all {
		fresh, sizes := times(t, h, k.paths)
		again, _ := times(t, h, k.paths)
		t.Logf("%-14s %5d %10.2f %10.2f %10.3f %10.3f %7.1f KB %7.1f KB", k.name, len(k.paths),
			at(fresh, 50), at(fresh, 95), at(again, 50), at(again, 95), sizes.packed, sizes.plain)
		cached = append(cached, k.paths...)
	}
	started(t, w.File)
	t.Logf("first page with its assets: %.1f KB over the wire", firstPage(t, h))
	rate(t, h, cached)
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Logf("after load: heap %d MB, from the system %d MB, %d goroutines", m.HeapInuse>>20, (m.Sys-m.HeapReleased)>>20, runtime.NumGoroutine())
}

// started logs how long plumbline serve takes until it listens.
func started(t *testing.T, file string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "plumbline")
	if said, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../../cmd/plumbline").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	c := exec.CommandContext(ctx, program, "serve", "--db", file, "--addr", "127.0.0.1:0")
	shown, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(shown).ReadString('\n')
	t.Logf("plumbline serve listens after %s", time.Since(begun).Round(time.Millisecond))
	if err != nil || !strings.Contains(said, "explorer is at") {
		t.Errorf("%q, %v", said, err)
	}
	stop()
	c.Wait()
}

// rate logs how many pages a second go over loopback, beside a constant.
func rate(t *testing.T, h http.Handler, paths []string) {
	t.Helper()
	constant := []byte(strings.Repeat("constant ", 2000))
	plain := through(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write(constant) }), paths)
	warm := through(t, h, paths)
	t.Logf("%d cores: %.0f pages a second cached, %.0f of a constant of 18 KB, ratio %.2f", runtime.NumCPU(), warm, plain, warm/plain)
}

// through counts requests answered in a second, asked for by 16 clients.
func through(t *testing.T, h http.Handler, paths []string) float64 {
	t.Helper()
	server := httptest.NewServer(h)
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16, DisableCompression: true}}
	defer client.CloseIdleConnections()
	var n atomic.Int64
	begun := time.Now()
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			for j := i; time.Since(begun) < 3*time.Second; j += 16 {
				r, _ := http.NewRequestWithContext(t.Context(), "GET", server.URL+paths[j%len(paths)], nil)
				r.Header.Set("Accept-Encoding", "gzip")
				got, err := client.Do(r)
				if err != nil {
					t.Error(err)
					return
				}
				io.Copy(io.Discard, got.Body)
				got.Body.Close()
				n.Add(1)
			}
		})
	}
	group.Wait()
	return float64(n.Load()) / time.Since(begun).Seconds()
}

type wire struct{ packed, plain float64 } // KB

// times asks for addresses one after another: milliseconds, sorted, and the size
// of the largest answer.
func times(t *testing.T, h http.Handler, paths []string) ([]float64, wire) {
	t.Helper()
	var took []float64
	var largest wire
	for _, path := range paths {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		begun := time.Now()
		h.ServeHTTP(w, r)
		took = append(took, float64(time.Since(begun).Microseconds())/1000)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", path, w.Code)
		}
		size := wire{packed: float64(w.Body.Len()) / 1024}
		size.plain = size.packed
		if z, err := gzip.NewReader(w.Body); err == nil {
			n, _ := io.Copy(io.Discard, z)
			size.plain = float64(n) / 1024
		}
		if size.packed > largest.packed {
			largest = size
		}
	}
	slices.Sort(took)
	return took, largest
}

func at(sorted []float64, percent int) float64 {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

var assetAddress = regexp.MustCompile(`/static/[^"' )]+`)

// firstPage is the front page and all it loads, in KB over the wire.
func firstPage(t *testing.T, h http.Handler) float64 {
	t.Helper()
	_, size := times(t, h, []string{"/"})
	sum := size.packed
	words := body(t, get(t, h, "/"))
	seen := map[string]bool{}
	for i := 0; i < 2; i++ { // what the styles load, too
		var more strings.Builder
		for _, path := range assetAddress.FindAllString(words, -1) {
			if !seen[path] {
				seen[path] = true
				_, size := times(t, h, []string{path})
				sum += size.packed
				if strings.HasSuffix(path, ".css") {
					more.WriteString(body(t, get(t, h, path)))
				}
			}
		}
		words = more.String()
	}
	return sum
}

// loaded is the report of 2018 and several hundred entries of an almanac where
// they are there, otherwise made-up ones.
func loaded(t *testing.T) []pipeline.Input {
	const file = "../../../shared/corpus/factbook-tip.json"
	list := volumes(t)
	entries, err := os.ReadFile(file)
	if err != nil {
		return list
	}
	return append(list, pipeline.Input{File: "factbook-tip.json", Data: entries,
		Fields: ingest.Fields{Text: []string{"profile", "rating"}, Country: "iso3"}})
}

// kind is pages of one kind.
type kind struct {
	name  string
	paths []string
}

// kindsUnderLoad lists up to a hundred pages of each kind.
func kindsUnderLoad(t *testing.T, w *webtest.World) []kind {
	rows, err := w.Record.Store.NarrativeRows(t.Context(), store.NarrativeFilter{Year: 2018, PrimaryOnly: true, Uncounted: true})
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[:min(100, len(rows))]
	each := func(name string, path func(c plumbline.CountryCode) string) kind {
		k := kind{name: name}
		for _, row := range rows {
			k.paths = append(k.paths, path(row.Country))
		}
		return k
	}
	texts, claims := kind{name: "narrative"}, kind{name: "claim"}
	for _, row := range rows {
		texts.paths = append(texts.paths, page.NarrativePath(row.ID))
		found, err := w.Record.Store.Claims(t.Context(), store.ClaimFilter{Country: row.Country, Year: 2018, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range found {
			claims.paths = append(claims.paths, page.ClaimPath(c.ID))
		}
	}
	world := kind{name: "world"}
	for year := 2001; year <= 2018; year++ {
		world.paths = append(world.paths, page.WorldPath(year))
	}
	return []kind{
		{"front", []string{"/"}}, world,
		each("country", func(c plumbline.CountryCode) string { return page.CountryPath(c, 0) }),
		each("country-year", func(c plumbline.CountryCode) string { return page.CountryPath(c, 2018) }),
		each("assessment", func(c plumbline.CountryCode) string { return page.AssessmentPath(c, 2018) }),
		each("change", func(c plumbline.CountryCode) string { return page.ChangePath(c, 2018) }),
		each("elsewhere", page.ElsewherePath), texts, claims,
		{"search", []string{"/search?q=shelter", "/search?q=forced+labor+construction", "/search?q=convicted&year=2018", "/search?q=the+government", "/search?type=conviction"}},
		{"law", []string{"/law"}}, {"method", []string{"/method", "/method/flow", "/method/conviction"}}, {"data", []string{"/data"}},
	}
}
