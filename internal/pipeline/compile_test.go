package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/text"
)

const (
	dataFolder = "../../data"
	corpusFile = "../../../shared/corpus/tip-2018.txt"
)

// corpus gives the bytes of a whole report, or skips the test.
func corpus(t testing.TB) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("reads a whole report")
	}
	b, err := os.ReadFile(corpusFile)
	if err != nil {
		t.Skip("needs ../shared/corpus/tip-2018.txt")
	}
	return b
}

func compiled(t testing.TB) *Reader {
	t.Helper()
	r, err := Compile(os.DirFS(dataFolder))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCompileReadsANarrative(t *testing.T) {
	const words = "Trafficking in Persons Report of June 2018\n\nJORDAN: TIER 2\n\n" +
		"Jordan does not fully meet the minimum standards for the elimination of trafficking.\n\n" +
		"PROSECUTION\nPolice opened 30 investigations.\n"
	r, err := compiled(t).Read(t.Context(), Input{File: "a.txt", Data: []byte(words)})
	if err != nil {
		t.Fatal(err)
	}
	n := r.Narratives[0]
	if n.Country != "JOR" || n.Year != 2018 || n.Placement.Tier != plumbline.Tier2 || len(r.Claims) == 0 {
		t.Errorf("got %+v and %d claims", n, len(r.Claims))
	}
}

// TestWholeReport holds what every reading must hold: spans inside their text
// and quotes that are the bytes of their spans, in the order of the text.
func TestWholeReport(t *testing.T) {
	in := []Input{{File: "tip-2018.txt", Data: corpus(t)}}
	r, err := compiled(t).Read(t.Context(), in[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Narratives) != 183 {
		t.Errorf("%d narratives", len(r.Narratives))
	}
	ids := map[plumbline.ClaimID]bool{}
	spans := map[plumbline.NarrativeID]text.Span{}
	for _, n := range r.Narratives {
		spans[n.ID] = n.Span
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Citation.Span.In(r.Document.Text) != c.Citation.Quote || c.Citation.Quote == "" {
			t.Errorf("claim %s: quote %q is not its span", c.ID, c.Citation.Quote)
		}
		for _, s := range c.Spans() {
			if !spans[c.Narrative].Contains(s) {
				t.Errorf("claim %s: %v lies outside its narrative", c.ID, s)
			}
		}
		if ids[c.ID] || c.FoundBy == "" {
			t.Errorf("claim %s: twice, or found by no rule", c.ID)
		}
		ids[c.ID] = true
	}
	if one, eight := run(t, compiled(t), in, 1), run(t, compiled(t), in, 8); one != eight {
		t.Error("eight workers read something else than one")
	}
}

func TestRulesHash(t *testing.T) {
	fsys := fstest.MapFS{
		"countries/a.tsv":    {Data: []byte("a")},
		"layouts/b.layout":   {Data: []byte("b")},
		"grammar/c.rule":     {Data: []byte("c")},
		"sample/a.txt":       {Data: []byte("sample")},
		"grammar/.c.rule.sw": {Data: []byte("an editor's")},
	}
	hash := func() string {
		h, err := RulesHash(fsys)
		if err != nil || len(h) != 64 {
			t.Fatal(h, err)
		}
		return h
	}
	first := hash()
	fsys["sample/a.txt"] = &fstest.MapFile{Data: []byte("another")}
	delete(fsys, "grammar/.c.rule.sw")
	if hash() != first {
		t.Error("what does not shape a reading changes the hash")
	}
	fsys["grammar/c.rule"] = &fstest.MapFile{Data: []byte("d")}
	changed := hash()
	fsys["grammar/c.rule"] = &fstest.MapFile{Data: []byte("c")}
	fsys["grammar/d.rule"] = &fstest.MapFile{}
	if added := hash(); changed == first || added == first || added == changed {
		t.Error("a changed or an added rule does not change the hash")
	}
	delete(fsys, "layouts/b.layout")
	if _, err := RulesHash(fsys); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "data files: ") {
		t.Errorf("got %v", err)
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		compiled(b)
	}
}
