package web

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"plumbline/internal/page"
)

func TestChangePage(t *testing.T) {
	h, w := open(t)
	for _, year := range []int{2017, 2018} {
		path := page.ChangePath("ARM", year)
		got := body(t, get(t, h, path))
		main, _, _ := strings.Cut(got, "<footer")
		for _, want := range []string{"The move between lists", "A tier rates a government", "bears on", "108(b)"} {
			if !strings.Contains(main, want) {
				t.Errorf("%s: no %q", path, want)
			}
		}
		if has := strings.Contains(main, "Against the year before"); has != (year == 2018) {
			t.Errorf("%s: held against the year before: %v", path, has)
		}
		if lone := strings.Contains(main, "is not in the database"); lone != (year == 2017) {
			t.Errorf("%s: the year before is said to be missing: %v", path, lone)
		}
		var told struct {
			Year                 int
			For, Against, Partly []struct{ Claim string }
		}
		if err := json.Unmarshal([]byte(body(t, get(t, h, path+".json"))), &told); err != nil || told.Year != year {
			t.Errorf("%s.json: %v, %d", path, err, told.Year)
		}
		rows, err := csv.NewReader(strings.NewReader(body(t, get(t, h, path+".csv")))).ReadAll()
		if n := len(told.For) + len(told.Against) + len(told.Partly); err != nil || len(rows) != n+1 {
			t.Errorf("%s.csv: %v, %d rows for %d actions", path, err, len(rows), n)
		}
		n, _ := narrativeOf(t, w, "ARM", year)
		for _, a := range told.For {
			if !strings.Contains(main, page.NarrativePath(n.ID)+"#c-"+a.Claim) {
				t.Errorf("%s: action %s does not lead to its words", path, a.Claim)
			}
		}
	}
}

func TestASampleOfTheYearBeforeIsCalledOne(t *testing.T) {
	h, w := open(t)
	if n, _ := narrativeOf(t, w, "MNE", 2018); n == nil {
		t.Fatal("no sample")
	}
	for path, sample := range map[string]bool{page.ChangePath("MNE", 2018): true, page.ChangePath("AFG", 2018): false} {
		if got := body(t, get(t, h, path)); strings.Contains(got, "sample: paraphrase, not official text") != sample {
			t.Errorf("%s: sample %v", path, !sample)
		}
	}
}
