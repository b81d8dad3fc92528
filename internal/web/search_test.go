package web

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestSearchSaysWhatItFound(t *testing.T) {
	h, _ := open(t)
	cases := []struct {
		name, path string
		want       []string
	}{
		{"a sentence, its words marked, with the way to it", "/search?q=shelter", []string{"<mark>shelter</mark>", "?at=", "#here", "Narrow"}},
		{"a claim keeps its silence", "/search?q=prosecutions&in=claims&reporting=none-reported", []string{"none reported", "which is not a zero"}},
		{"a claim keeps its hedge", "/search?q=bribes&in=claims", []string{"NGOs say"}},
		{"a filter of claims searches claims", "/search?q=victims&type=identification", []string{`<option value="claims" selected>`, "Identification of victims"}},
		{"nothing found is no finding", "/search?q=zzzz", []string{"Nothing was found", "says nothing on what there is"}},
		{"a name of a country leads to it", "/search?q=Afganistan", []string{"Did you mean the country", `href="/country/AFG"`}},
		{"the notice on counts", "/search?q=shelter", []string{"rank nobody"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := body(t, get(t, h, c.path))
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("%s lacks %q:\n%s", c.path, want, got)
				}
			}
		})
	}
}

func TestSearchRefusesWhatMeansNothing(t *testing.T) {
	h, _ := open(t)
	for path, want := range map[string]string{
		"/search?q=a&valence=nice":             "parameter valence",
		"/search?q=a&type=foo":                 "type &#34;foo&#34;",
		"/search?q=a&page=0":                   "parameter page",
		"/search?q=a&year=1066":                "parameter year",
		"/search?q=a&country=Atlantis":         "parameter country",
		"/search?q=%22%22":                     "no word in it",
		"/search?q=a&q=b":                      "given more than once",
		"/search?q=a&color=red":                "parameter color",
		"/search?q=" + "'%3B+DROP+TABLE+claim": "",
	} {
		r := get(t, h, path)
		got := body(t, r)
		if want == "" {
			if r.StatusCode != 200 && r.StatusCode != 400 {
				t.Errorf("%s: %s", path, r.Status)
			}
			continue
		}
		if r.StatusCode != 400 || !strings.Contains(got, want) {
			t.Errorf("%s: %s, want 400 and %q:\n%s", path, r.Status, want, got)
		}
	}
}

func TestSearchHasTwinsAndAFeed(t *testing.T) {
	h, _ := open(t)
	var found struct {
		Total int
		Hits  []struct{ Text string }
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, "/search.json?q=shelter"))), &found); err != nil || found.Total == 0 || len(found.Hits) == 0 {
		t.Errorf("%+v, %v", found, err)
	}
	if got := body(t, get(t, h, "/search.csv?q=shelter")); !strings.HasPrefix(got, "country,year,section,claim,") {
		t.Errorf("csv: %.80s", got)
	}
	r := get(t, h, "/search/feed.xml?q=shelter")
	if got := body(t, r); r.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" || strings.Count(got, "<entry>") != len(found.Hits) {
		t.Errorf("feed: %s", got)
	}
}

func TestAHitLandsOnItsSentence(t *testing.T) {
	h, _ := open(t)
	got := body(t, get(t, h, "/search?q=shelter"))
	_, rest, _ := strings.Cut(got, `<p class="whose"><a href="`)
	href, _, _ := strings.Cut(rest, `"`)
	path, anchor, _ := strings.Cut(href, "#")
	text := body(t, get(t, h, path))
	_, after, ok := strings.Cut(text, `<span class="s" id="`+anchor+`">`)
	if sentence, _, _ := strings.Cut(after, "</p>"); !ok || !strings.Contains(sentence, "shelter") {
		t.Errorf("%s leads to %.200s", href, sentence)
	}
}
