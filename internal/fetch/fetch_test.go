package fetch

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var hashed = regexp.MustCompile(`[0-9a-f]{8}`)

func TestLinksOfTheIndexAreFollowed(t *testing.T) {
	w := newWorld(t)
	w.report()
	r := w.run(w.order(2024))
	equal(t, "asked", w.took(), lines("/robots.txt", "…/", "…/alpha/", "…/north-beta/", "…/gamma"))
	var pages []string
	for _, p := range r.Pages {
		pages = append(pages, string(p.Country)+" "+p.Words+" "+hashed.ReplaceAllString(p.Entry.File, "HASH"))
	}
	equal(t, "pages", strings.Join(pages, "\n"), lines("AAA Alpha 2024/alpha-HASH.2026-03-04.html",
		"BBB North Beta 2024/north-beta-HASH.2026-03-04.html", "CCC The Gamma 2024/gamma-HASH.2026-03-04.html"))
	if r.New != 3 || r.Failed != 0 || r.Requests != 5 {
		t.Errorf("got %+v", r)
	}
	for _, d := range w.slept {
		if d != 2*time.Second {
			t.Errorf("slept %v", w.slept)
		}
	}
	if len(w.slept) != 4 {
		t.Errorf("%d pauses between 5 requests", len(w.slept))
	}
}

func TestASecondRunGetsNothing(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.run(w.order(2024))
	w.took()
	before, err := os.ReadFile(filepath.Join(w.Cache.Dir, "INDEX"))
	if err != nil {
		t.Fatal(err)
	}
	first := w.now
	w.now = w.now.Add(48 * time.Hour)
	if w.Cache, err = OpenCache(w.Cache.Dir); err != nil {
		t.Fatal(err)
	}
	r := w.run(w.order(2024))
	equal(t, "asked", w.took(), lines("/robots.txt", "…/ if", "…/alpha/ if", "…/north-beta/ if", "…/gamma if"))
	if r.New != 0 || len(r.Pages) != 3 {
		t.Errorf("got %+v", r)
	}
	if e := r.Pages[0].Entry; e.Retrieved.After(first) || !e.Checked.After(first) {
		t.Errorf("retrieved %s, checked %s", e.Retrieved, e.Checked)
	}
	if n := strings.Count(string(before), "\n"); n != 5 || !strings.HasPrefix(string(before), "address\tfile\twords\tretrieved\t") {
		t.Errorf("the table has %d lines:\n%s", n, before)
	}
}

func TestAPageThatChangesIsANewFile(t *testing.T) {
	w := newWorld(t)
	w.report()
	old := w.run(w.order(2024)).Pages[0]
	w.page("/reports/2024-trafficking-in-persons-report/alpha/", "<h1>Alpha (Tier 1)</h1>")
	w.now = w.now.Add(24 * time.Hour)
	r := w.run(w.order(2024))
	if r.New != 1 || r.Pages[0].Entry.File == old.Entry.File {
		t.Errorf("got %+v", r.Pages[0])
	}
	if _, err := os.Stat(w.Cache.Path(&old.Entry)); err != nil {
		t.Errorf("the old page is gone: %v", err)
	}
}

func TestWithoutETagTheBytesDecide(t *testing.T) {
	w := newWorld(t)
	w.report()
	w.pages["/reports/2024-trafficking-in-persons-report/alpha/"] = func(rw http.ResponseWriter, _ *http.Request) {
		_, _ = rw.Write([]byte("<html>the same each time"))
	}
	w.run(w.order(2024))
	if r := w.run(w.order(2024)); r.New != 0 {
		t.Errorf("%d new", r.New)
	}
}

func TestACacheThatWasTouchedIsGotAgain(t *testing.T) {
	w := newWorld(t)
	w.report()
	r := w.run(w.order(2024))
	if err := os.WriteFile(w.Cache.Path(&r.Pages[1].Entry), []byte("other words"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(w.Cache.Path(&r.Pages[2].Entry)); err != nil {
		t.Fatal(err)
	}
	w.took()
	if r := w.run(w.order(2024)); r.New != 2 {
		t.Errorf("%d new", r.New)
	}
	equal(t, "asked", w.took(), lines("/robots.txt", "…/ if", "…/alpha/ if", "…/north-beta/", "…/gamma"))
}

func TestARunThatBrokeOffGoesOn(t *testing.T) {
	w := newWorld(t)
	w.report()
	ctx, cancel := context.WithCancel(t.Context())
	w.Got = func(_ Page, done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	r, err := w.Run(ctx, w.order(2024))
	if err != context.Canceled || len(r.Pages) != 2 || len(r.Plan.Pages) != 3 {
		t.Fatalf("got %+v, %v", r, err)
	}
	w.took()
	w.Got = nil
	w.now = w.now.Add(time.Hour)
	r = w.run(w.order(2024))
	equal(t, "asked to go on", w.took(), lines("/robots.txt", "…/gamma"))
	if len(r.Pages) != 3 || r.New != 1 {
		t.Errorf("got %+v", r)
	}
	w.run(w.order(2024))
	equal(t, "asked when all is there", w.took(), lines("/robots.txt", "…/ if", "…/alpha/ if", "…/north-beta/ if", "…/gamma if"))
}

func TestOneCountry(t *testing.T) {
	w := newWorld(t)
	w.report()
	o := w.order(2024)
	o.Country = "BBB"
	r := w.run(o)
	equal(t, "asked", w.took(), lines("/robots.txt", "…/", "…/north-beta/"))
	if len(r.Pages) != 1 || r.Pages[0].Country != "BBB" {
		t.Errorf("got %+v", r.Pages)
	}
	o.Country = "ZZZ"
	equal(t, "a country without a link", w.fails(o), "HOST/reports/2024-trafficking-in-persons-report/: no link names ZZZ; 3 other countries are there; the report of 2024 may have no narrative of it")
}

func TestAPlanAsksForTheIndexAlone(t *testing.T) {
	w := newWorld(t)
	w.report()
	p, err := w.Plan(t.Context(), w.order(2024))
	if err != nil || len(p.Pages) != 3 || len(p.Index) != 1 {
		t.Fatalf("got %+v, %v", p, err)
	}
	equal(t, "asked", w.took(), lines("/robots.txt", "…/"))
}

func TestPagesUnderNumbers(t *testing.T) {
	w := newWorld(t)
	const dir = "/j/tip/rls/tiprpt/countries/2011/"
	w.page(dir+"index.htm", `<BODY><A HREF="164231.htm">Alpha</A><BR><A HREF="http://2009-2017.state.gov/j/tip/rls/tiprpt/countries/2011/164232.htm">Gamma</A>
<a href="164200.htm">How to read a narrative</a> <a href="/j/tip/rls/tiprpt/countries/2010/1642.htm">Delta</a> <a href="../2011/Delta.htm">Delta</a>
<select><option value="">Choose<option value="/j/tip/rls/tiprpt/countries/2011/164233.htm">North Beta</select>`)
	for _, n := range []string{"164231", "164232", "164233"} {
		w.page(dir+n+".htm", "<p>"+n)
	}
	r := w.run(w.order(2011))
	equal(t, "asked", w.took(), lines("/robots.txt", dir, dir+"index.htm", dir+"164231.htm", dir+"164232.htm", dir+"164233.htm"))
	if len(r.Pages) != 3 || r.Pages[2].Country != "BBB" {
		t.Errorf("got %+v", r.Pages)
	}
}

func TestPagesOfSeveralCountries(t *testing.T) {
	w := newWorld(t)
	const dir = "/g/tip/rls/tiprpt/2007/"
	w.page(dir, `<a href="82799.htm">Introduction</a> <a href="82805.htm">Country Narratives -- A through C</a> <a href="82806.htm">Country Narratives -- D through Z</a> <a href="82807.htm">Zeta</a>`)
	for _, n := range []string{"82805", "82806", "82807"} {
		w.page(dir+n+".htm", "<p>"+n)
	}
	o := w.order(2007)
	o.Country = "DDD" // which no link names: it is on one of the pages
	r := w.run(o)
	equal(t, "asked", w.took(), lines("/robots.txt", dir, dir+"82805.htm", dir+"82806.htm"))
	if len(r.Pages) != 2 || r.Pages[0].Country != "" {
		t.Errorf("got %+v", r.Pages)
	}
	o.Country = "ZZZ" // which one does
	w.run(o)
	equal(t, "asked for one", w.took(), lines("/robots.txt", dir+" if", dir+"82807.htm"))
}

func TestAnIndexThatLeadsToAnother(t *testing.T) {
	w := newWorld(t)
	o := w.site("years 2024\nindex HOST/{year}/ unverified\nfollow HOST/{year}/{number}.htm unverified country narratives\npage HOST/{year}/c/{country} unverified\n")
	w.page("/2024/", `<a href="1.htm">Foreword</a> <a href="2.htm">Country Narratives</a>`)
	w.page("/2024/2.htm", `<base href="/2024/c/x"><a href="alpha">Alpha</a> <a href="/2024/2.htm">Country narratives</a>`)
	w.page("/2024/c/alpha", "<p>")
	w.run(o)
	equal(t, "asked", w.took(), lines("/robots.txt", "/2024/", "/2024/2.htm", "/2024/c/alpha"))
}

func TestAMirrorInAFolder(t *testing.T) {
	w := newWorld(t)
	w.Base.Path = "/copies/tip"
	const dir = "/copies/tip/reports/2024-trafficking-in-persons-report/" // …/
	w.page(dir, `<a href="https://www.state.gov/reports/2024-trafficking-in-persons-report/alpha/">Alpha</a> <a href="/reports/2024-trafficking-in-persons-report/gamma/">Gamma</a> <a href="delta/">Delta</a>`)
	w.page(dir+"alpha/", "<p>")
	w.page(dir+"delta/", "<p>")
	w.run(w.order(2024))
	equal(t, "asked", w.took(), lines("/robots.txt", "/copies/tip…/", "/copies/tip…/alpha/", "/copies/tip…/delta/"))
}
