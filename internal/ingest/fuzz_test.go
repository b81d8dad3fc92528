package ingest_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"plumbline/internal/ingest"
	"plumbline/internal/ingest/ingesttest"
)

// fuzz takes in what wrap makes of the fuzzed bytes under the given name.
func fuzz(f *testing.F, name string, wrap func([]byte) []byte, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
		defer stop()
		in, err := ingest.Read(ctx, name, wrap(data), ingest.Options{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+": ") {
				t.Errorf("%v does not name the file", err)
			}
			return
		}
		if !utf8.ValidString(in.Text) {
			t.Errorf("the text is not UTF-8: %q", in.Text)
		}
		for _, r := range in.Records {
			if r.Span.Start < 0 || r.Span.Empty() || r.Span.End > len(in.Text) {
				t.Errorf("record %d at %+v of %d", r.Number, r.Span, len(in.Text))
			}
		}
		last := 0
		for _, p := range in.Parts {
			if p.Start < last || p.Start > len(in.Text) {
				t.Errorf("part %q at %d of %d", p.Path, p.Start, len(in.Text))
			}
			last = p.Start
		}
	})
}

func asIs(data []byte) []byte { return data }

func FuzzHTML(f *testing.F) {
	fuzz(f, "a.html", asIs, "<p>x", "<html><h1>A</h1><table><tr><td>b</table>", "<meta charset=shift_jis><p>\x83\x65", "<b>Title</b> The words<br><br>more", "<ul><li><a href=x>y</a>")
}

func FuzzDOCX(f *testing.F) {
	fuzz(f, "a.docx", func(data []byte) []byte { return ingesttest.DOCX(string(data)) },
		"<w:p><w:r><w:t>x</w:t></w:r></w:p>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t><w:br/></w:r></w:p>`)
}

func FuzzEPUB(f *testing.F) {
	fuzz(f, "a.epub", func(data []byte) []byte { return ingesttest.EPUB(string(data)) }, "<p>x</p>", "<title/><script/><h1>a</h1>")
}

func FuzzPacked(f *testing.F) {
	for _, file := range ingesttest.Good() {
		f.Add(file.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		archive, is, err := ingest.Unzip("a.zip", bytes.NewReader(data), int64(len(data)), true)
		if !is || err != nil {
			return
		}
		for _, e := range archive.Entries {
			if got, err := e.Open(); err == nil && int64(len(got)) > e.Size {
				t.Errorf("%s has %d bytes and says %d", e.Name, len(got), e.Size)
			}
		}
	})
}

func FuzzCSV(f *testing.F) {
	fuzz(f, "a.csv", asIs, "text\nx\n", "iso3;text\nJOR;\"a\"\"b\"\n", "text,year\n\"a\n\nb\",2018\n", "text\na \"b\" c\n", "text\nx\na \"b\" c\n")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "a.json", asIs, `[{"text":"x"}]`, `{"data":[{"text":"x","year":2018}]}`, `{"text":"x"}`+"\n"+`{"text":{"a":["b"]}}`, `[{"text":"<p>a<br>b</p>"}]`)
}

func FuzzEncoding(f *testing.F) {
	fuzz(f, "a.txt", asIs, "caf\xe9", "\xff\xfea\x00", "a\x00b\x00c\x00d\x00", "Cura\xc3\xa7ao caf\xe9", "\xcf\xf0\xe0\xe2\xe8", "\x00\x00\xfe\xff\x00\x00\x00a")
}
