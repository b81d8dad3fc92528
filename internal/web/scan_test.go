package web

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/web/webtest"
)

// readPages reads a report of two pages, on Belgium in 2016.
func readPages(t testing.TB, w *webtest.World) {
	w.Reader.Intake.PDF.CacheDir = filepath.Join(os.TempDir(), "plumbline-test-pdf")
	w.Read(t, pipeline.Input{File: "two-pages.pdf", Context: plumbline.Context{Country: "BEL", Year: 2016}, Data: webtest.PDF(
		[]string{"BELGIUM: TIER 2", "", "PROSECUTION", "", "Courts convicted seven traffickers. The government did not report", "the number of investigations."},
		[]string{"PROTECTION", "", "Officials identified 40 victims. Police reportedly detained some victims."},
	)})
}

// paged serves a record with a report of two pages.
func paged(t *testing.T) (*webtest.World, func(path string) (status int, mediaType, text string)) {
	w := webtest.Open(t, data.FS)
	readPages(t, w)
	h, err := (&Server{Record: w.Record, Reader: w.Reader}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	return w, func(path string) (int, string, string) {
		r := get(t, h, path)
		return r.StatusCode, r.Header.Get("Content-Type"), body(t, r)
	}
}

func TestPagesStandBesideTheText(t *testing.T) {
	w, ask := paged(t)
	n, claims := narrativeOf(t, w, "BEL", 2016)
	var second *plumbline.Claim
	for i := range claims {
		if claims[i].Type == plumbline.Identification && claims[i].Citation.Page == 2 {
			second = &claims[i]
		}
	}
	if second == nil {
		t.Fatalf("no claim on the second page: %+v", claims)
	}
	path := page.NarrativePath(n.ID)
	if _, _, got := ask(path); !strings.Contains(got, "Show the pages of the original") || strings.Contains(got, "/page/1.png") {
		t.Error("no way to the pages, or a page where none was asked for")
	}
	image, boxes := page.PageImagePath(n.Document, 2), page.PageBoxesPath(n.Document, 2, second.ID)
	_, _, got := ask(path + "?claim=" + string(second.ID))
	for _, want := range []string{image, boxes, "Boxed: <q>" + second.Citation.Quote, "page before", ` chosen"`} {
		if !strings.Contains(got, want) {
			t.Errorf("beside the text there is no %q", want)
		}
	}
	if _, _, got := ask(path + "?page=1&claim=" + string(second.ID)); strings.Contains(got, "/page/1.svg") {
		t.Error("boxes on a page that the claim is not on")
	}
	cases := []struct {
		name, path, media, want string
		status                  int
	}{
		{"a page is a picture", image, "image/png", "\x89PNG", 200},
		{"the words of a claim are boxed", boxes, "image/svg+xml", "<rect ", 200},
		{"a page that is not there", page.PageImagePath(n.Document, 3), "", "page 3 of 2", 404},
		{"no page at all", page.DocumentPath(n.Document) + "/page/x.png", "", "Not found", 404},
		{"a form that pages have not", page.DocumentPath(n.Document) + "/page/1.gif", "", "Not found", 404},
		{"boxes of no claim", page.PageBoxesPath(n.Document, 1, "ffffffff"), "", "claim ffffffff", 404},
		{"a page that the narrative has not", path + "?page=9", "", "pages 1 to 2", 400},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			status, media, got := ask(c.path)
			if status != c.status || c.media != "" && media != c.media || !strings.Contains(got, c.want) {
				t.Errorf("%d %s: %.200q", status, media, got)
			}
		})
	}
}

func TestTextsHaveNoPictures(t *testing.T) {
	h, w := open(t)
	n, claims := narrativeOf(t, w, "MNE", 2018)
	if r := get(t, h, page.PageImagePath(n.Document, 1)); r.StatusCode != 404 || !strings.Contains(body(t, r), "not kept") {
		t.Errorf("%s", r.Status)
	}
	other, _ := narrativeOf(t, w, "JOR", 2018)
	if r := get(t, h, page.PageBoxesPath(other.Document, 1, claims[0].ID)); r.StatusCode != 400 {
		t.Errorf("boxes of another document's claim: %s", r.Status)
	}
}

func TestDocument(t *testing.T) {
	w, ask := paged(t)
	n, _ := narrativeOf(t, w, "BEL", 2016)
	_, _, got := ask(page.DocumentPath(n.Document))
	for _, want := range []string{"two-pages.pdf", "yes, in the database", "2 pages", page.NarrativePath(n.ID), "Belgium"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q on the page of a document", want)
		}
	}
	if _, media, got := ask(page.DocumentPath(n.Document) + ".json"); media != "application/json" || !strings.Contains(got, string(n.ID)) {
		t.Errorf("%s: %.100s", media, got)
	}
	sample, _ := narrativeOf(t, w, "MNE", 2018)
	if _, _, got := ask(page.DocumentPath(sample.Document)); !strings.Contains(got, "sample: paraphrase, not official text") {
		t.Error("the document of a sample is not called one")
	}
}

func TestManyAskForPagesAtOnce(t *testing.T) {
	w, ask := paged(t)
	n, claims := narrativeOf(t, w, "BEL", 2016)
	var wait sync.WaitGroup
	for i := range 24 {
		wait.Go(func() {
			path := page.PageImagePath(n.Document, 1+i%3)
			want := 200
			if i%3 == 2 {
				want = 404
			}
			if i%4 == 0 {
				path, want = page.PageBoxesPath(n.Document, 1, claims[0].ID), 200
			}
			if status, _, _ := ask(path); status != want {
				t.Errorf("%s: %d, want %d", path, status, want)
			}
		})
	}
	wait.Wait()
}
