package pipeline

import (
	"io"
	"os"
	"testing"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/extract"
	"plumbline/internal/ingest"
	"plumbline/internal/mention"
	"plumbline/internal/segment"
	"plumbline/internal/token"
)

// The benchmarks give the speed of each stage over a whole report on one core;
// each does what those before it do not. "make bench" runs them.

// bench is a report, cut into narratives, and what reads it.
type bench struct {
	doc        plumbline.Document
	narratives []plumbline.Narrative
	scanner    token.Scanner
	places     *mention.Gazetteer
	segmenter  *segment.Segmenter
	extractor  *extract.Extractor
}

func newBench(b *testing.B) *bench {
	b.Helper()
	data := corpus(b)
	fsys, v := os.DirFS(dataFolder), new(token.Vocab)
	x := bench{scanner: token.Scanner{Vocab: v}}
	var errs [4]error
	x.places, errs[0] = mention.Load(fsys, v)
	x.segmenter, errs[1] = segment.Load(fsys)
	x.extractor, errs[2] = extract.Load(fsys, v, x.places)
	x.segmenter.Places = x.places
	taken, err := ingest.Read(b.Context(), "tip-2018.txt", data, ingest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	x.doc = taken.Document
	x.narratives, _, errs[3] = x.segmenter.Segment(&x.doc)
	for _, err := range errs {
		if err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return &x
}

func BenchmarkSegment(b *testing.B) {
	x := newBench(b)
	for b.Loop() {
		if _, _, err := x.segmenter.Segment(&x.doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	x := newBench(b)
	var t token.Text
	for b.Loop() {
		for i := range x.narratives {
			n := &x.narratives[i]
			x.scanner.Scan(&t, x.doc.Text, n.Span, n.Furniture)
		}
	}
}

// BenchmarkMentions looks for names in tokens that are there already.
func BenchmarkMentions(b *testing.B) {
	x := newBench(b)
	texts := make([]token.Text, len(x.narratives))
	for i, n := range x.narratives {
		x.scanner.Scan(&texts[i], x.doc.Text, n.Span, n.Furniture)
	}
	var found []mention.Mention
	for b.Loop() {
		for i := range texts {
			known := mention.Aliases{Own: x.narratives[i].Country, Year: 2018}
			x.places.Define(&texts[i], &known)
			found = x.places.Find(found[:0], &texts[i], &known)
		}
	}
}

// BenchmarkExtract makes the claims of narratives, tokens and names included.
func BenchmarkExtract(b *testing.B) {
	x := newBench(b)
	var claims []plumbline.Claim
	for b.Loop() {
		for i := range x.narratives {
			claims = x.extractor.Extract(claims[:0], &x.doc, &x.narratives[i])
		}
	}
}

// BenchmarkRead reads a whole report from its bytes.
func BenchmarkRead(b *testing.B) { read(b, false) }

// BenchmarkReadJSONL reads a whole report from its bytes and writes what was
// read.
func BenchmarkReadJSONL(b *testing.B) { read(b, true) }

func read(b *testing.B, write bool) {
	in := Input{File: "tip-2018.txt", Data: corpus(b)}
	r := compiled(b)
	b.SetBytes(int64(len(in.Data)))
	b.ReportAllocs()
	for b.Loop() {
		reading, err := r.Read(b.Context(), in)
		if err == nil && write {
			err = encode.WriteLines(io.Discard, reading.Narratives, reading.Claims)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
