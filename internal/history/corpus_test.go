package history_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/history"
	"plumbline/internal/pipeline"
)

const corpus = "../../../shared/corpus"

// readings reads the report of 2018 and the short entries, each text once.
func readings(t *testing.T) []*plumbline.Reading {
	t.Helper()
	if testing.Short() {
		t.Skip("takes time")
	}
	var inputs []pipeline.Input
	for _, name := range []string{"tip-2018.txt", "factbook-tip.json"} {
		raw, err := os.ReadFile(filepath.Join(corpus, name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("needs ../shared/corpus/" + name)
		}
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(name) == ".txt" {
			inputs = append(inputs, pipeline.Input{File: name, Data: raw})
			continue
		}
		var entries []struct {
			ID, Profile, Rating string
			Country             plumbline.CountryCode `json:"iso3"`
		}
		if err := json.Unmarshal(raw, &entries); err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			inputs = append(inputs, pipeline.Input{File: e.ID, Data: []byte(e.Profile + "\n\n" + e.Rating),
				Context: plumbline.Context{Country: e.Country, Single: true}})
		}
	}
	r, err := pipeline.Compile(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	var list []*plumbline.Reading
	err = r.Run(context.Background(), inputs, pipeline.Options{}, func(x *plumbline.Reading) error {
		list = append(list, x)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestStatements holds what narratives say of their country's past against the
// history that is not taken from the same text.
func TestStatements(t *testing.T) {
	list := readings(t)
	var narratives []plumbline.Narrative
	for _, x := range list {
		narratives = append(narratives, x.Narratives...)
	}
	bundled := bundled(t)
	for _, test := range []struct {
		name string
		h    *history.History
	}{{"bundled facts", bundled}, {"with the narratives read", bundled.With(narratives)}} {
		t.Run(test.name, func(t *testing.T) {
			type kinds map[plumbline.StatementKind]int
			n := map[plumbline.StatementVerdict]kinds{plumbline.Agrees: {}, plumbline.Conflicts: {}, plumbline.Untested: {}}
			agreed, tested := 0, 0
			for _, x := range list {
				for i := range x.Narratives {
					for _, s := range test.h.Check(&x.Document, &x.Narratives[i], x.Claims, laws) {
						n[s.Verdict][s.Kind]++
						if s.Verdict == plumbline.Conflicts {
							t.Logf("%s %s %d: %s, %q; %s", s.File, s.Country, s.Year, s.Says, s.Quote, s.Reason)
						}
						if s.Kind == plumbline.TierStatement || s.Verdict == plumbline.Untested {
							continue
						}
						tested++
						if s.Verdict == plumbline.Agrees {
							agreed++
						}
					}
				}
			}
			for v, k := range n {
				t.Logf("%s: %v", v, k)
			}
			t.Logf("%d of %d", agreed, tested)
			if tested < 90 {
				t.Errorf("%d statements could be tested, want 90", tested)
			}
			if 100*agreed < 95*tested {
				t.Errorf("%d of %d statements agree, want 95 %%", agreed, tested)
			}
		})
	}
}
