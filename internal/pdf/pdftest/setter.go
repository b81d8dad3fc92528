package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// Run is words at a place of a page: points from its lower left corner to where
// their baseline begins.
type Run struct {
	X, Y, Size float64
	Bold       bool
	Text       string
	Apart      float64 // what is added between letters
}

// Setter sets pages in Courier, whose letters are all 0.6 of their size wide.
type Setter struct {
	Pages   [][]Run
	Columns int
	Size    float64
	Head    func(page int) []Run // of a page, from 1
	Indent  bool                 // paragraphs begin with an indent, not with an empty line
	Hyphen  string               // breaks words where it is not empty
	Detach  bool                 // the hyphens that do so are drawn by themselves, a little apart
	Apart   float64              // between the letters of headings, in parts of their size
	Initial bool                 // the first letter below a heading is three lines high

	column int
	y      float64
	begun  bool // a heading is the last that was set
}

const (
	// SheetWidth and SheetHeight are the size of a page, in points.
	SheetWidth, SheetHeight = 612.0, 792.0
	// Margin is kept free around a page, Gap between two columns.
	Margin, Gap = 54.0, 20.0
)

// Width is that of a column, in points.
func (s *Setter) Width() float64 {
	return (SheetWidth - 2*Margin - Gap*float64(s.Columns-1)) / float64(s.Columns)
}

// room turns to the next column or page where there is no room for a line.
func (s *Setter) room(need float64) {
	if len(s.Pages) > 0 && s.y-need >= Margin+20 {
		return
	}
	if s.column++; len(s.Pages) == 0 || s.column >= s.Columns {
		s.column = 0
		s.Pages = append(s.Pages, nil)
		if s.Head != nil {
			s.Pages[len(s.Pages)-1] = s.Head(len(s.Pages))
		}
	}
	s.y = SheetHeight - Margin - 20
}

func (s *Setter) line(text string, indent, size float64, bold bool) {
	s.room(1.2 * size)
	s.y -= 1.2 * size
	x := Margin + float64(s.column)*(s.Width()+Gap) + indent
	r := Run{X: x, Y: s.y, Size: size, Bold: bold, Text: text}
	if bold {
		r.Apart = s.Apart * size
	}
	if cut, ok := strings.CutSuffix(text, s.Hyphen); ok && s.Detach && s.Hyphen != "" && !bold {
		r.Text = cut
		s.put(r)
		r = Run{X: x + 0.6*size*float64(len(cut)) + 0.2*size, Y: s.y, Size: size, Text: s.Hyphen}
	}
	s.put(r)
}

func (s *Setter) put(r Run) {
	n := len(s.Pages) - 1
	s.Pages[n] = append(s.Pages[n], r)
}

// Heading sets words that stand out.
func (s *Setter) Heading(text string) {
	s.begun = true
	s.y -= s.Size
	size := s.Size + 3
	for _, l := range s.wrap(text, 0, size*(1+s.Apart/0.6), 1) {
		s.line(l, 0, size, true)
	}
	s.y -= 0.4 * s.Size
}

// Paragraph sets running text.
func (s *Setter) Paragraph(text string) {
	indent, beside := 0.0, 1
	if s.Indent {
		indent = 2 * 0.6 * s.Size
	} else {
		s.y -= 0.6 * s.Size
	}
	if s.Initial && s.begun {
		s.room(5 * s.Size)
		beside, indent = 3, 3.3*s.Size
		s.put(Run{X: Margin + float64(s.column)*(s.Width()+Gap), Y: s.y - 3*1.2*s.Size, Size: 5.2 * s.Size, Text: text[:1]})
		text = text[1:]
	}
	s.begun = false
	for i, l := range s.wrap(text, indent, s.Size, beside) {
		if i >= beside {
			indent = 0
		}
		s.line(l, indent, s.Size, false)
	}
}

// Picture sets a page that shows something but has no text.
func (s *Setter) Picture() {
	s.Pages = append(s.Pages, nil)
	s.column, s.y = s.Columns, 0 // what comes next has no room on it
}

// Text sets paragraphs that are parted by empty lines. One without small
// letters is a heading; one that is "[picture]" a page without text.
func (s *Setter) Text(text string) {
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		switch {
		case p == "[picture]":
			s.Picture()
		case strings.ToUpper(p) == p:
			s.Heading(p)
		default:
			s.Paragraph(p)
		}
	}
}

// wrap breaks text into lines, of which the first few are indented.
func (s *Setter) wrap(text string, indent, size float64, first int) []string {
	var lines []string
	line := ""
	most := func() int {
		w := s.Width()
		if len(lines) < first {
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
		case s.Hyphen != "" && len(w) >= 8 && room >= 5 && !strings.Contains(w, "-"):
			lines = append(lines, line+" "+w[:4]+s.Hyphen)
			line = w[4:]
		default:
			lines = append(lines, line)
			line = w
		}
	}
	return append(lines, line)
}

// Bytes writes the file.
func (s *Setter) Bytes() []byte {
	var objects []string
	kids := ""
	for i, runs := range s.Pages {
		var c strings.Builder
		if runs == nil {
			c.WriteString("0.5 g 100 100 400 500 re f\n")
		}
		for _, r := range runs {
			font := "F1"
			if r.Bold {
				font = "F2"
			}
			fmt.Fprintf(&c, "%g Tc BT /%s %g Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET\n", r.Apart, font, r.Size, r.X, r.Y, escape(r.Text))
		}
		n := 5 + 2*i
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>", SheetWidth, SheetHeight, n+1),
			fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", c.Len(), c.String()))
	}
	return Assemble(append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(s.Pages), kids),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
	}, objects...), "")
}

// Assemble puts objects, numbered from 1, together. The first is the catalog.
func Assemble(objects []string, trailer string) []byte {
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
