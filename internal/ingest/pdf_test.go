package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/pdf"
	"plumbline/internal/pdf/pdftest"
)

func TestPDF(t *testing.T) {
	const page = "MALTA: TIER 2\n\nOfficials identified no victims. Courts convicted seven traffickers."
	says := func(rows ...pdf.Row) *pdf.Recognizer {
		return &pdf.Recognizer{Name: "eye 1.0", Read: func(context.Context, []byte, int) ([]pdf.Row, error) { return rows, nil }}
	}
	word := pdf.Row{Base: 400, Size: 40, Words: []pdf.Spot{{Text: "recognised", Left: 300, Top: 360, Right: 600, Bottom: 410, Sure: 0.5}}}
	failing := &pdf.Recognizer{Name: "eye 1.0", Read: func(context.Context, []byte, int) ([]pdf.Row, error) { return nil, errors.New("too dark") }}
	engine := &pdf.Engine{CacheDir: filepath.Join(os.TempDir(), "plumbline-test-pdf")}
	defer engine.Close()
	for _, c := range []struct {
		name, set  string
		recognizer *pdf.Recognizer
		text       string // that it begins with
		pages      int
		doubts     string
		fault      string
	}{
		{"text", page, nil, "MALTA: TIER 2\n\nOfficials identified", 1, "", ""},
		{"a picture among text", page + "\n\n[picture]", nil, "MALTA", 2, "1 of its 2 pages is a picture without text: 2; if they show text, read it with --ocr", ""},
		{"a picture among text, recognised", page + "\n\n[picture]", says(word), "MALTA", 2,
			"1 of its 2 pages is a picture, whose text eye 1.0 recognised: 2; of 1 words 1 are unsure; hold what is cited from there against the printed page", ""},
		{"a picture among text, not recognised", page + "\n\n[picture]", failing, "MALTA", 2, "nothing could be recognised: page 2: too dark; read it by eye", ""},
		{"a picture of nothing among text", page + "\n\n[picture]", says(), "MALTA", 2, "", ""},
		{"pictures", "[picture]\n\n[picture]\n\n[picture]", says(word), "recognised", 3,
			"its 3 pages are pictures, whose text eye 1.0 recognised: 1, 2, 3; of 3 words 3 are unsure; hold what is cited from there against the printed page", ""},
		{"pictures only", "[picture]\n\n[picture]", nil, "", 0, "",
			"a.pdf: page 1: a picture without text, as of a scanner, like the other page; have its text recognised with: plumbline read --ocr a.pdf"},
		{"one picture only", "[picture]", nil, "", 0, "",
			"a.pdf: page 1: a picture without text, as of a scanner, like the whole file; have its text recognised with: plumbline read --ocr a.pdf"},
		{"pictures that cannot be recognised", "[picture]\n\n[picture]", failing, "", 0, "", "a.pdf: nothing could be recognised: page 1: too dark"},
		{"pictures of nothing", "[picture]\n\n[picture]\n\n[picture]", says(), "", 0, "",
			"a.pdf: page 1: a picture on which no text was recognised, like the other 2; see whether it is a text at all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := pdftest.Setter{Columns: 1, Size: 11}
			s.Text(c.set)
			in, err := Read(t.Context(), "a.pdf", s.Bytes(), Options{PDF: engine, Recognizer: c.recognizer})
			if c.fault != "" {
				if !errors.Is(err, plumbline.ErrInvalid) || err.Error() != c.fault {
					t.Errorf("got fault %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var doubts []string
			for _, d := range in.Doubts {
				doubts = append(doubts, d.Message+"; "+d.Hint)
			}
			if got := strings.Join(doubts, "\n"); got != c.doubts {
				t.Errorf("doubts\n got %s\nwant %s", got, c.doubts)
			}
			if !strings.HasPrefix(in.Text, c.text) || len(in.Pages) != c.pages || len(in.Boxes) == 0 || in.MediaType != "application/pdf" {
				t.Errorf("%q, %d pages, %d bytes of boxes, %s", in.Text, len(in.Pages), len(in.Boxes), in.MediaType)
			}
			if recognised := strings.Contains(c.doubts, "recognised: 1") || strings.Contains(c.doubts, "recognised: 2"); recognised != (in.Recognizer == "eye 1.0") {
				t.Errorf("recognised by %q", in.Recognizer)
			}
		})
	}
}
