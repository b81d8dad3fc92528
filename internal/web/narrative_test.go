package web

import (
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

// narrativeOf gives the narrative of a country-year with its claims.
func narrativeOf(t testing.TB, w *webtest.World, country plumbline.CountryCode, year int) (*plumbline.Narrative, []plumbline.Claim) {
	t.Helper()
	n, err := w.Record.Store.Primary(t.Context(), country, year)
	if err != nil {
		t.Fatal(err)
	}
	claims, err := w.Record.Store.Claims(t.Context(), store.ClaimFilter{Narrative: n.ID})
	if err != nil {
		t.Fatal(err)
	}
	return n, claims
}

func TestEveryClaimHasItsPlaceInTheText(t *testing.T) {
	h, w := open(t)
	n, claims := narrativeOf(t, w, "MNE", 2018)
	for _, query := range []string{"", "?mark=none", "?mark=law"} {
		got := body(t, get(t, h, page.NarrativePath(n.ID)+query))
		for i := range claims {
			if k := strings.Count(got, ` id="`+page.ClaimAnchor(claims[i].ID)+`"`); k != 1 {
				t.Errorf("%q: claim %s has %d anchors", query, claims[i].ID, k)
			}
		}
		if !strings.Contains(got, "sample: paraphrase, not official text") {
			t.Errorf("%q: the sample is not called one", query)
		}
	}
}

func TestMarksCanBeChosen(t *testing.T) {
	h, w := open(t)
	n, claims := narrativeOf(t, w, "MNE", 2018)
	laws := 0
	for i := range claims {
		if claims[i].Type == plumbline.Law {
			laws++
		}
	}
	path := page.NarrativePath(n.ID)
	if got := body(t, get(t, h, path+"?mark=none")); strings.Contains(got, "data-c=") || !strings.Contains(got, "PROSECUTION") {
		t.Error("marks where none are asked for, or no text")
	}
	if got := body(t, get(t, h, path+"?mark=law")); !strings.Contains(got, ` title="Law: `) || strings.Contains(got, ` title="Training: `) {
		t.Error("other claims are marked than those of the law")
	}
	var told struct {
		Narrative struct{ ID string }
		Claims    []struct{ Type string }
	}
	if err := json.Unmarshal([]byte(body(t, get(t, h, path+".json?mark=law"))), &told); err != nil || len(told.Claims) != laws || told.Narrative.ID != string(n.ID) {
		t.Errorf("%v: %d claims, want %d", err, len(told.Claims), laws)
	}
	if rows := strings.Count(body(t, get(t, h, path+".csv")), "\r\n"); rows != len(claims)+1 {
		t.Errorf("%d rows, want %d", rows, len(claims)+1)
	}
}

func TestNarrativeFaults(t *testing.T) {
	h, w := open(t)
	n, _ := narrativeOf(t, w, "MNE", 2018)
	path := page.NarrativePath(n.ID)
	cases := []struct {
		name, path string
		status     int
		want       string
	}{
		{"a narrative that is none", "/narrative/zzzz", 404, "zzzz"},
		{"a type that is none", path + "?mark=%3Cscript%3E", 400, "&#34;&lt;script&gt;&#34; is not a claim type"},
		{"a claim of another narrative", path + "?claim=0", 400, "no claim of this narrative"},
		{"a page of a text without pages", path + "?page=1", 400, "no pages are kept"},
		{"a parameter that is none", path + "?x=1", 400, "parameter x"},
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
