package plumbline_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const sampleMark = "sample: paraphrase, not official text"

// TestSample holds the bundled sample to its promise: marked everywhere, with
// its sources named, small, and of the make-up that the tour relies on.
func TestSample(t *testing.T) {
	src, err := os.ReadFile("data/sample/manifest.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(src))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(rows[0], ","), "file,country,year,title,publisher,released,layout"; got != want {
		t.Fatalf("columns %s, want %s", got, want)
	}
	readme, err := os.ReadFile("data/sample/README.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	years := map[string][]string{}
	for _, row := range rows[1:] {
		file, country, year, publisher := row[0], row[1], row[2], row[4]
		listed[file] = true
		years[country] = append(years[country], year)
		if publisher != sampleMark {
			t.Errorf("%s: publisher %q, want %q", file, publisher, sampleMark)
		}
		if !strings.Contains(string(readme), "`"+file+"`") {
			t.Errorf("%s: data/sample/README.md does not say where its facts come from", file)
		}
		text, err := os.ReadFile(filepath.Join("data/sample", file))
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.HasPrefix(string(text), sampleMark+"\n") {
			t.Errorf("%s: does not begin with %q", file, sampleMark)
		}
		if n := len(strings.Fields(string(text))); n < 400 || n > 700 {
			t.Errorf("%s: %d words, want 400 to 700", file, n)
		}
	}
	files, _ := filepath.Glob("data/sample/*.txt")
	for _, file := range files {
		if !listed[filepath.Base(file)] {
			t.Errorf("%s: not in the manifest", file)
		}
	}
	if len(listed) != 5 || len(years) != 4 || strings.Join(years["ARM"], " ") != "2017 2018" {
		t.Errorf("%d files on %d countries, Armenia in %s; want 5 on 4, Armenia in 2017 and 2018", len(listed), len(years), years["ARM"])
	}
}
