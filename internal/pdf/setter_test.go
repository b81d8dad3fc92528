package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"plumbline/internal/text"
)

// shared is the engine of all tests: it takes seconds to compile.
var shared = sync.OnceValue(func() *Engine {
	return &Engine{CacheDir: filepath.Join(os.TempDir(), "plumbline-test-pdf")}
})

// run is words at a place of a page.
type run struct {
	x, y, size float64
	bold       bool
	text       string
}

// setter sets pages in Courier, whose letters are all 0.6 of their size wide.
type setter struct {
	pages   [][]run
	columns int
	size    float64
	head    func(page int) []run // of a page, from 1
	indent  bool                 // paragraphs begin with an indent, not with an empty line
	hyphen  string               // breaks words where it is not empty

	column int
	y      float64
}

const (
	sheetWidth, sheetHeight = 612.0, 792.0
	margin, gap             = 54.0, 20.0
)

func (s *setter) width() float64 {
	return (sheetWidth - 2*margin - gap*float64(s.columns-1)) / float64(s.columns)
}

// room turns to the next column or page where there is no room for a line.
func (s *setter) room(need float64) {
	if len(s.pages) > 0 && s.y-need >= margin+20 {
		return
	}
	if s.column++; len(s.pages) == 0 || s.column >= s.columns {
		s.column = 0
		s.pages = append(s.pages, nil)
		if s.head != nil {
			s.pages[len(s.pages)-1] = s.head(len(s.pages))
		}
	}
	s.y = sheetHeight - margin - 20
}

func (s *setter) line(text string, indent, size float64, bold bool) {
	s.room(1.2 * size)
	s.y -= 1.2 * size
	x := margin + float64(s.column)*(s.width()+gap) + indent
	n := len(s.pages) - 1
	s.pages[n] = append(s.pages[n], run{x, s.y, size, bold, text})
}

// heading sets words that stand out.
func (s *setter) heading(text string) {
	s.y -= s.size
	size := s.size + 3
	for _, l := range s.wrap(text, 0, size) {
		s.line(l, 0, size, true)
	}
	s.y -= 0.4 * s.size
}

// paragraph sets running text.
func (s *setter) paragraph(text string) {
	indent := 0.0
	if s.indent {
		indent = 2 * 0.6 * s.size
	} else {
		s.y -= 0.6 * s.size
	}
	for i, l := range s.wrap(text, indent, s.size) {
		if i > 0 {
			indent = 0
		}
		s.line(l, indent, s.size, false)
	}
}

// wrap breaks text into lines.
func (s *setter) wrap(text string, indent, size float64) []string {
	var lines []string
	line := ""
	most := func() int {
		w := s.width()
		if len(lines) == 0 {
			w -= indent
		}
		return int(w / (0.6 * size))
	}
	for _, w := range strings.Fields(text) {
		switch room := most() - len(line) - 1; {
		case line == "":
			line = w
		case len(w) <= room:
			line += " " + w
		case s.hyphen != "" && len(w) >= 8 && room >= 5 && !strings.Contains(w, "-"):
			lines = append(lines, line+" "+w[:4]+s.hyphen)
			line = w[4:]
		default:
			lines = append(lines, line)
			line = w
		}
	}
	return append(lines, line)
}

// bytes writes the file.
func (s *setter) bytes() []byte {
	var objects []string
	kids := ""
	for i, runs := range s.pages {
		var c strings.Builder
		for _, r := range runs {
			font := "F1"
			if r.bold {
				font = "F2"
			}
			fmt.Fprintf(&c, "BT /%s %g Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n", font, r.size, r.x, r.y, escape(r.text))
		}
		n := 5 + 2*i
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>", sheetWidth, sheetHeight, n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", c.Len(), c.String()))
	}
	return assemble(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(s.pages), kids),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
	}, objects...), "")
}

// assemble puts objects, numbered from 1, together. The first is the catalog.
func assemble(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return b.Bytes()
}

// escape writes text in Windows-1252 as PDF strings have it.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '(' || r == ')' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '–':
			b.WriteString(`\226`)
		case r == '’':
			b.WriteString(`\222`)
		case r >= 0x80:
			fmt.Fprintf(&b, "\\%03o", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func read(t testing.TB, data []byte) *Text {
	t.Helper()
	x, err := shared().Read(t.Context(), data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func spanOf(start, end int) text.Span { return text.Span{Start: start, End: end} }
