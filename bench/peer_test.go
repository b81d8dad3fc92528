package bench

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jdkato/prose/v3"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
)

// corpus is a whole report; the sample stands in where it is not there.
const corpus = "../../shared/corpus/tip-2018.txt"

func source(t testing.TB) (name string, text []byte) {
	if b, err := os.ReadFile(corpus); err == nil {
		return "tip-2018.txt", b
	}
	t.Log("../shared is not there: measured on the sample, repeated")
	var all []byte
	files, err := filepath.Glob("../data/sample/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample: ", err)
	}
	for range 20 {
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			all = append(append(all, b...), '\n', '\n')
		}
	}
	return "sample", all
}

// TestReadingAgainstProse prints megabytes a second of plumbline, which reads
// to cited claims, and of prose, which cuts into sentences and tagged words.
// Both run on one goroutine in turn, three times each; the best counts.
func TestReadingAgainstProse(t *testing.T) {
	name, text := source(t)
	reader, err := pipeline.Compile(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	part := text[:min(len(text), 300_000)] // prose is too slow for the whole
	var ours, theirs float64
	claims := 0
	for range 3 {
		start := time.Now()
		err := reader.Run(context.Background(), []pipeline.Input{{File: name, Data: text}}, pipeline.Options{Workers: 1}, func(r *plumbline.Reading) error {
			claims += len(r.Claims)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		ours = max(ours, speed(len(text), start))
		start = time.Now()
		if _, err := prose.NewDocument(string(part), prose.WithExtraction(false)); err != nil {
			t.Fatal(err)
		}
		theirs = max(theirs, speed(len(part), start))
	}
	t.Logf("%s: plumbline %.1f MB/s (%d claims), prose %.2f MB/s (sentences and tagged words): %.1f times", name, ours, claims/3, theirs, ours/theirs)
	if ours < theirs {
		t.Errorf("reading to claims is slower than tagging words")
	}
}

func speed(bytes int, start time.Time) float64 {
	return float64(bytes) / 1e6 / time.Since(start).Seconds()
}
