package eval

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"plumbline"
	"plumbline/internal/pipeline"
)

// reader compiles the project's own rules, or skips the test where the texts
// that it is about are not there.
func reader(t *testing.T, needs string) *pipeline.Reader {
	t.Helper()
	if testing.Short() {
		t.Skip("takes time")
	}
	if _, err := os.Stat(filepath.Join(shared, needs)); err != nil {
		t.Skip("needs ../shared/" + needs)
	}
	r, err := pipeline.Compile(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryCitationOf2018IsTheText(t *testing.T) {
	r := reader(t, "corpus/tip-2018.txt")
	data, err := os.ReadFile(shared + "/corpus/tip-2018.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), pipeline.Input{File: "tip-2018.txt", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Narratives) != 183 {
		t.Errorf("%d narratives, want 183", len(got.Narratives))
	}
	text := got.Document.Text
	parts := map[plumbline.NarrativeID]*plumbline.Narrative{}
	for i := range got.Narratives {
		parts[got.Narratives[i].ID] = &got.Narratives[i]
	}
	ids := map[plumbline.ClaimID]bool{}
	for i := range got.Claims {
		c := &got.Claims[i]
		n := parts[c.Narrative]
		if s := c.Citation.Span; s.Empty() || s.End > len(text) || s.In(text) != c.Citation.Quote || n == nil || !n.Span.Holds(s.Start) {
			t.Fatalf("%s %s: quote %q is not the text at %+v", c.Country, c.FoundBy, c.Citation.Quote, s)
		}
		for _, s := range c.Spans() {
			if s.Empty() || s.Start < n.Span.Start || s.End > n.Span.End {
				t.Fatalf("%s %s: evidence at %+v outside %+v", c.Country, c.FoundBy, s, n.Span)
			}
		}
		if ids[c.ID] {
			t.Errorf("%s %s: a second claim %s", c.Country, c.FoundBy, c.ID)
		}
		ids[c.ID] = true
	}
	if len(got.Claims) < 15_000 {
		t.Errorf("%d claims in 183 narratives", len(got.Claims))
	}
}

// floors are what the figures may not fall below, by gold file; doc/quality.md
// has the figures themselves.
var floors = map[string]map[string]float64{
	"factbook-dev.jsonl": {"claims+valence": 0.75, "flows": 0.9, "roles": 0.95, "valence": 0.92, "reporting": 0.95},
	"tip2018-dev.jsonl":  {"claims+valence": 0.72, "flows": 0.9, "roles": 0.95, "valence": 0.92, "reporting": 0.95},
	"prk-2007.json":      {"claims+valence": 0.75, "flows": 0.9, "roles": 0.95, "valence": 0.92},
}

func TestFiguresDoNotFall(t *testing.T) {
	for name, floor := range floors {
		t.Run(name, func(t *testing.T) {
			r := reader(t, "gold/"+name)
			entries, err := LoadGold(filepath.Join(shared, "gold", name), filepath.Join(shared, "corpus"))
			if err != nil {
				t.Fatal(err)
			}
			readings := map[string]*plumbline.Reading{}
			for i := range entries {
				e := &entries[i]
				if readings[e.Name], err = r.Read(context.Background(), e.Input()); err != nil {
					t.Fatal(err)
				}
			}
			report := Score(entries, readings)
			if report.BrokenCitations != 0 || report.MissingNarratives != 0 {
				t.Errorf("%d broken citations, %d narratives missing", report.BrokenCitations, report.MissingNarratives)
			}
			for figure, least := range floor {
				got := report.Figures.Find(figure)
				if got == nil {
					t.Errorf("no figure %s", figure)
				} else if got.Value < least {
					t.Errorf("%s is %.3f, and may not fall below %.3f", figure, got.Value, least)
				}
			}
		})
	}
}
