package segment

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/mention"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

var update = flag.Bool("update", false, "write the wanted outlines of testdata anew")

var shared = sync.OnceValues(func() (*Segmenter, error) {
	s, err := Load(data.FS)
	if err != nil {
		return nil, err
	}
	s.Places, err = mention.Load(data.FS, &token.Vocab{})
	return s, err
})

func segmenter(t testing.TB) *Segmenter {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Each file of testdata has the text of a document, the context it is read in,
// and the outline of what comes out of it.
func TestOutlines(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := map[string]string{}
			for _, f := range archive.Files {
				parts[f.Name] = string(f.Data)
			}
			got := outline(t, parts["text"], context(t, parts["context"]))
			if got == parts["want"] {
				return
			}
			if !*update {
				t.Fatalf("got\n%s\nwant\n%s", got, parts["want"])
			}
			for i := range archive.Files {
				if archive.Files[i].Name == "want" {
					archive.Files[i].Data = []byte(got)
				}
			}
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func context(t *testing.T, s string) (c plumbline.Context) {
	for _, word := range strings.Fields(s) {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "country":
			c.Country = plumbline.CountryCode(value)
		case "year":
			c.Year, _ = strconv.Atoi(value)
		case "layout":
			c.Layout = value
		case "single":
			c.Single = true
		default:
			t.Fatalf("unknown word %q in context", word)
		}
	}
	return c
}

// outline says in lines what Segment makes of a text, and checks that all
// spans lie as they must.
func outline(t *testing.T, src string, c plumbline.Context) string {
	t.Helper()
	d := plumbline.Document{ID: "d", File: "report.txt", Text: src, Context: c}
	ns, doubts, err := segmenter(t).Segment(&d)
	if err != nil {
		return "error " + err.Error() + "\n"
	}
	checkSpans(t, src, ns, doubts)
	var b strings.Builder
	for _, n := range ns {
		fmt.Fprintf(&b, "narrative %s %d %s %q\n", n.Country, n.Year, n.Layout, n.Heading.In(src))
		b.WriteString("  " + placed(n.Placement) + "\n")
		for _, s := range n.Sections {
			fmt.Fprintf(&b, "  %s %q %s\n", s.Name, s.Heading.In(src), ends(s.Span.In(src)))
		}
		for _, f := range n.Furniture {
			fmt.Fprintf(&b, "  through %q\n", f.In(src))
		}
		for _, x := range doubts {
			if x.Narrative == n.ID {
				fmt.Fprintf(&b, "  doubt %q: %s; %s\n", x.Span.In(src), x.Message, x.Hint)
			}
		}
	}
	for _, x := range doubts {
		if x.Narrative == "" {
			fmt.Fprintf(&b, "doubt %q: %s; %s\n", x.Span.In(src), x.Message, x.Hint)
		}
	}
	return b.String()
}

// placed prints what a placement says.
func placed(p plumbline.Placement) string {
	words := []string{"tier " + string(p.Tier)}
	add := func(name, value string) {
		if value != "" {
			words = append(words, name+" "+value)
		}
	}
	add("heading", string(p.HeadingTier))
	add("outcome", string(p.OutcomeTier))
	add("meets", string(p.FullyMeets))
	add("efforts", string(p.SignificantEfforts))
	add("move", string(p.Move))
	if p.Consecutive != 0 {
		add("consecutive", strconv.Itoa(p.Consecutive))
	}
	if p.Waiver {
		words = append(words, "waiver")
	}
	add("basis", string(p.Basis))
	return strings.Join(words, ", ")
}

// ends prints the first and last words of a section.
func ends(s string) string {
	words := strings.Fields(s)
	if len(words) <= 8 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:4], " ") + " … " + strings.Join(words[len(words)-3:], " ")
}

// checkSpans fails unless narratives are sorted and apart, sections too and
// inside them, furniture inside sections, doubts inside the text.
func checkSpans(t testing.TB, src string, ns []plumbline.Narrative, doubts []plumbline.Doubt) {
	t.Helper()
	whole := text.Span{End: len(src)}
	at := 0
	for _, n := range ns {
		if n.Span.Start < at || n.Span.End < n.Span.Start || !whole.Contains(n.Span) {
			t.Errorf("narrative %v after %d in %d bytes", n.Span, at, len(src))
			return
		}
		at = n.Span.End
		if !n.Heading.Empty() && !n.Span.Contains(n.Heading) {
			t.Errorf("heading %v outside %v", n.Heading, n.Span)
		}
		in := n.Span.Start
		for _, s := range n.Sections {
			if s.Span.Start < in || s.Span.Empty() || !n.Span.Contains(s.Span) || !s.Heading.Empty() && (s.Heading.Start < in || s.Heading.End > s.Span.Start) {
				t.Errorf("section %s %v under %v after %d in %v", s.Name, s.Span, s.Heading, in, n.Span)
			}
			in = s.Span.End
		}
		last := 0
		for _, f := range n.Furniture {
			if s := n.SectionAt(f.Start); s == nil || !s.Span.Contains(f) || f.Start < last || f.Empty() {
				t.Errorf("furniture %v after %d in no section", f, last)
			}
			last = f.End
		}
	}
	for _, d := range doubts {
		if !whole.Contains(d.Span) || d.Message == "" || d.Hint == "" {
			t.Errorf("doubt %+v", d)
		}
	}
}

func TestUnknownLayoutListsTheNames(t *testing.T) {
	d := plumbline.Document{File: "a.txt", Text: "text", Context: plumbline.Context{Country: "PRK", Layout: "201x-2018"}}
	_, _, err := segmenter(t).Segment(&d)
	want := `a.txt: unknown layout "201x-2018"; did you mean 2017-2018? layouts are 2001-2003, 2004-2008, 2009-2014, 2015-2016, 2017-2018, 2019-2024, 2025, factbook`
	if err == nil || err.Error() != want || !errors.Is(err, plumbline.ErrInvalid) {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestALayoutMayBeNamedByItsYear(t *testing.T) {
	for name, want := range map[string]string{"2007": "2004-2008", "2001-2008": "2004-2008", "2009-2016": "2015-2016", "2025": "2025", "2018": "2017-2018", "Factbook": "factbook"} {
		l, err := segmenter(t).named(name)
		if err != nil || l.name != want {
			t.Errorf("%s: %v, %v", name, l, err)
		}
	}
}

func TestFaultsOfDataFiles(t *testing.T) {
	fsys := fstest.MapFS{
		"layouts/a.layout": {Data: []byte(`years 2018-2017
heading colons
section assesment opens
section profile
section protection  = PROTECTION | <country>
section prevention  opens
heading colon
colour  blue
`)},
		"layouts/outcome.phrases": {Data: []byte(`meets maybe: fully meets
efort no: not making
efforts no not making
outcome said: <tier> it is
outcome said: is on <teir>
`)},
		"layouts/around.lines": {Data: []byte(`lines COUNTRY NARRATIVES
note
link state.gov/reports/2024
rest *
`)},
	}
	_, err := Load(fsys)
	if err == nil {
		t.Fatal("no faults")
	}
	want, readErr := os.ReadFile("testdata/faults.txt")
	if readErr != nil && !*update {
		t.Fatal(readErr)
	}
	if *update {
		if err := os.WriteFile("testdata/faults.txt", []byte(err.Error()+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got := err.Error() + "\n"; got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLoadWithoutFiles(t *testing.T) {
	_, err := Load(fstest.MapFS{})
	if !errors.Is(err, plumbline.ErrNotFound) {
		t.Error(err)
	}
}
