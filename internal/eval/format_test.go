package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/pipeline"
)

// leastEqual is the share of claims that a format must have in common with the
// plain text, both ways.
const leastEqual = 0.995

// TestFormatsReadAsTheTextDoes holds the 2018 report in other formats against
// its plain text: the same words must give the same narratives and claims.
func TestFormatsReadAsTheTextDoes(t *testing.T) {
	r := reader(t, "corpus/tip-2018.txt")
	want := readCorpus(t, r, "tip-2018.txt")
	for _, name := range []string{"tip-2018.html", "tip-2018.docx", "tip-2018.epub"} {
		t.Run(name, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(shared, "corpus", name)); err != nil {
				t.Skip("needs ../shared/corpus/" + name)
			}
			start := time.Now()
			got := readCorpus(t, r, name)
			took := time.Since(start)
			sameNarratives(t, got, want)
			there, back := inCommon(got, want), inCommon(want, got)
			t.Logf("%d narratives; claims in common: %.3f %% of %d, %.3f %% of the text's %d; %.1f s",
				len(got.Narratives), 100*there, len(got.Claims), 100*back, len(want.Claims), took.Seconds())
			if there < leastEqual || back < leastEqual {
				t.Errorf("claims in common are %.4f of its own and %.4f of the text's, and may not fall below %.3f", there, back, leastEqual)
			}
			if len(got.Document.Parts) < 183 {
				t.Errorf("%d parts to point at", len(got.Document.Parts))
			}
		})
	}
}

func readCorpus(t *testing.T, r *pipeline.Reader, name string) *plumbline.Reading {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "corpus", name))
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), pipeline.Input{File: name, Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// sameNarratives holds country, year, tier and sections of each narrative
// against those of the text.
func sameNarratives(t *testing.T, got, want *plumbline.Reading) {
	t.Helper()
	if len(got.Narratives) != len(want.Narratives) {
		t.Fatalf("%d narratives, want %d", len(got.Narratives), len(want.Narratives))
	}
	for i := range want.Narratives {
		g, w := described(got, i), described(want, i)
		if g != w {
			t.Errorf("narrative %d\ngot  %s\nwant %s", i, g, w)
		}
	}
}

func described(r *plumbline.Reading, i int) string {
	n := &r.Narratives[i]
	s := fmt.Sprintf("%s %d %+v", n.Country, n.Year, n.Placement)
	for _, part := range n.Sections {
		s += fmt.Sprintf(" %s(%d words)", part.Name, len(strings.Fields(part.Span.In(r.Document.Text))))
	}
	return s
}

// inCommon is the share of the claims of a that b has too: of the same type,
// valence and country, on the same words whatever the white space between.
func inCommon(a, b *plumbline.Reading) float64 {
	have := map[string]int{}
	for i := range b.Claims {
		have[folded(&b.Claims[i])]++
	}
	common := 0
	for i := range a.Claims {
		if key := folded(&a.Claims[i]); have[key] > 0 {
			have[key]--
			common++
		}
	}
	return float64(common) / float64(max(len(a.Claims), 1))
}

func folded(c *plumbline.Claim) string {
	words := slices.DeleteFunc(strings.Fields(strings.ToLower(c.Citation.Quote)), func(w string) bool { return w == "•" })
	return strings.Join([]string{string(c.Type), string(c.Valence), string(c.Country), strings.Join(words, " ")}, "|")
}

// TestRecordsReadAsFilesDo holds a table of records, read as one document,
// against its entries read one by one.
func TestRecordsReadAsFilesDo(t *testing.T) {
	r := reader(t, "corpus/factbook-tip.json")
	data, err := os.ReadFile(filepath.Join(shared, "corpus", shortFile))
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), pipeline.Input{File: shortFile, Data: data,
		Fields: ingest.Fields{Text: []string{"profile", "rating"}, Country: "iso3"}})
	if err != nil {
		t.Fatal(err)
	}
	var entries []shortEntry
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatal(err)
	}
	want := new(plumbline.Reading)
	for _, e := range entries {
		one, err := r.Read(context.Background(), pipeline.Input{File: e.ID, Data: []byte(e.Profile + "\n\n" + e.Rating),
			Context: plumbline.Context{Country: e.Country, Single: true}})
		if err != nil {
			t.Fatal(err)
		}
		want.Narratives, want.Claims = append(want.Narratives, one.Narratives...), append(want.Claims, one.Claims...)
	}
	if len(got.Narratives) != len(entries) || len(want.Narratives) != len(entries) {
		t.Fatalf("%d narratives, want %d", len(got.Narratives), len(entries))
	}
	for i := range entries {
		g, w := &got.Narratives[i], &want.Narratives[i]
		if g.Country != w.Country || g.Year != w.Year || g.Placement != w.Placement || len(g.Sections) != len(w.Sections) {
			t.Errorf("record %d\ngot  %s %d %+v\nwant %s %d %+v", i+1, g.Country, g.Year, g.Placement, w.Country, w.Year, w.Placement)
		}
	}
	if a, b := inCommon(got, want), inCommon(want, got); a < 1 || b < 1 {
		t.Errorf("claims in common are %.4f of the table's and %.4f of the files'", a, b)
	}
}
