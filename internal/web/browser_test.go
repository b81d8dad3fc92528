package web

import (
	"encoding/json"
	"flag"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/doc"
	"plumbline/internal/api"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

var browserFolder = flag.String("browser", "", "the folder with the browser tests and their modules; make browser gives it")

// TestBrowser drives a real browser over every kind of page.
func TestBrowser(t *testing.T) {
	if *browserFolder == "" {
		t.Skip("needs a browser; run: make browser")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("no chromium on the path; make browser installs it")
	}
	w := webtest.Open(t, data.FS, volumes(t)...)
	contract, err := api.Document()
	if err != nil {
		t.Fatal(err)
	}
	h, err := (&Server{Record: w.Record, Reader: w.Reader, Guides: doc.FS, Contract: contract}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	programs, err := (&api.Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	both := http.NewServeMux()
	both.Handle("/api/v1/", programs)
	both.Handle("/", h)
	server := httptest.NewServer(both)
	defer server.Close()
	site, err := json.Marshal(map[string]any{"url": server.URL, "chromium": chromium, "pages": kinds(t, w)})
	if err != nil {
		t.Fatal(err)
	}
	tests, _ := filepath.Glob(filepath.Join(*browserFolder, "*.test.mjs"))
	if len(tests) == 0 {
		t.Fatalf("no tests in %s", *browserFolder)
	}
	run := exec.CommandContext(t.Context(), "node", append([]string{"--test", "--test-concurrency=2", "--test-reporter=spec"}, tests...)...)
	run.Env = append(os.Environ(), "PLUMBLINE_SITE="+string(site))
	run.Stdout, run.Stderr = os.Stdout, os.Stderr
	if err := run.Run(); err != nil {
		t.Fatalf("the browser tests: %v", err)
	}
}

// volumes are several hundred narratives: the report of 2018 where it is there,
// otherwise made-up ones.
func volumes(t testing.TB) []pipeline.Input {
	const file = "../../../shared/corpus/tip-2018.txt"
	r, err := webtest.Reader(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	list := []pipeline.Input{webtest.Report(2017, 180, r)}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Log("without ../shared: made-up narratives only")
		return append(list, webtest.Report(2018, 180, r))
	}
	return append(list, pipeline.Input{File: "tip-2018.txt", Data: text})
}

// kinds lists a page of every kind, by name.
func kinds(t testing.TB, w *webtest.World) map[string]string {
	list := map[string]string{
		"front": "/", "world": "/world/2018", "borders": "/borders",
		"country": "/country/ARM", "country and year": "/country/ARM/2018", "sample": "/country/PRK/2007", "year without a text": "/country/ARM/2010",
		"said elsewhere": "/country/RUS/elsewhere", "pack": "/country/ARM/2018/pack",
		"flows": "/flows?year=2018&labor=yes", "flows of a country": "/flows?year=2018&country=ARM", "flow": flowKind(t, w),
		"what to compare": "/compare", "compare": "/compare?a=ARM-2017&b=ARM-2018",
		"search form": "/search", "search": "/search?q=shelter", "search of claims": "/search?q=convicted&in=claims&valence=bad",
		"law": "/law", "standard": "/law/2018", "changes of the law": "/law/2018/2019", "method": "/method", "claim type": "/method/identification",
		"quality": "/method/quality", "data": "/data", "API": "/api",
	}
	maps.Copy(list, textKinds(t, w))
	return list
}

// flowKind is the page of a flow that is told of.
func flowKind(t testing.TB, w *webtest.World) string {
	rows, err := w.Record.Store.Flows(t.Context(), store.FlowFilter{From: 2018, To: 2018, Movement: plumbline.Trafficked})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if len(r.Origin) > 0 && len(r.Destination) > 0 {
			return page.FlowPath(plumbline.CountryCode(r.Origin[0]), plumbline.CountryCode(r.Destination[0]), 2018, 2018)
		}
	}
	t.Fatal("no narrative tells of a flow")
	return ""
}
