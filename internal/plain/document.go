package plain

import (
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// DocumentData is what Document shows.
type DocumentData struct {
	Reading *plumbline.Reading // the Document may lack its text where Bytes is given
	Bytes   int                // of text
	ReadAt  string             // ISO 8601; empty where nothing was stored
	Claims  plumbline.Figure   // how many; unknown where none were looked for
	Names   plumbline.Countries
}

// Document prints what a file was taken for: where it comes from, how it was
// taken in, the narratives in it with their sections, what stands beside them,
// and what a person should look at.
func Document(w io.Writer, d DocumentData, s Style) error {
	p := newPen(s)
	doc := &d.Reading.Document
	p.para(0, bold, wording.Clean(doc.File))
	if doc.Sample {
		p.para(0, yellow, wording.SampleNote)
	}
	p.blank()
	p.provenance(d)
	p.narratives(d)
	p.apart(doc, d.Reading.Apart)
	p.doubts(d.Reading)
	return p.flush(w)
}

func (p *pen) provenance(d DocumentData) {
	doc := &d.Reading.Document
	p.fact("document", string(doc.ID))
	p.fact("type", doc.MediaType)
	p.fact("encoding", doc.Encoding)
	p.fact("sha-256", doc.SHA256)
	p.fact("source", doc.Source)
	p.fact("retrieved", doc.Retrieved)
	p.fact("title", doc.Title)
	p.fact("publisher", doc.Publisher)
	p.fact("released", doc.Released)
	p.fact("said of it", wording.Said(&doc.Context))
	p.fact("text", wording.Dots(counted(d.Bytes, "byte"), counted(len(doc.Pages), "page"), counted(len(doc.Parts), "heading")))
	p.fact("read at", d.ReadAt)
	p.fact("read by", d.Reading.Tool)
	p.fact("rules", d.Reading.Rules)
	if d.Claims.Known {
		p.fact("claims", grouped(int(d.Claims.N)))
	}
}

func counted(n int, noun string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + noun
	}
	return grouped(n) + " " + noun + "s"
}

// grouped writes a number with commas between its thousands.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (p *pen) narratives(d DocumentData) {
	p.part("NARRATIVES")
	p.blank()
	if len(d.Reading.Narratives) == 0 {
		p.para(2, faint, "None.")
		return
	}
	var rows [][]string
	for i := range d.Reading.Narratives {
		n := &d.Reading.Narratives[i]
		year := "unknown"
		if n.Year != 0 {
			year = fmt.Sprint(n.Year)
		}
		name := d.Names.Name(n.Country, n.Year)
		if n.Country == "" {
			name = "unknown"
		}
		var sections []string
		for _, s := range n.Sections {
			sections = append(sections, string(s.Name))
		}
		rows = append(rows, []string{string(n.Country), name, year, string(n.Placement.Tier), n.Layout, grouped(n.Span.Len()), strings.Join(sections, " ")})
	}
	p.table([]string{"code", "country", "year", "tier", "layout", "bytes", "sections"}, rows)
}

func (p *pen) doubts(r *plumbline.Reading) {
	if len(r.Doubts) == 0 {
		return
	}
	p.part("DOUBTS")
	src := &text.Source{Text: r.Document.Text}
	for _, doubt := range r.Doubts {
		p.blank()
		p.para(2, faint, DoubtPlace(&r.Document, src, doubt))
		p.para(2, none, wording.Clean(doubt.Message))
		if doubt.Hint != "" {
			p.para(4, none, wording.Clean(doubt.Hint))
		}
	}
}

// DoubtPlace names the place of a doubt. In a file whose own bytes are the text
// it is a line; of any other one the page, or the headings that stand above. Src
// has the Document's text.
func DoubtPlace(d *plumbline.Document, src *text.Source, doubt plumbline.Doubt) string {
	switch page, part := d.PageAt(doubt.Span.Start), d.PartAt(doubt.Span.Start); {
	case page > 0:
		return fmt.Sprintf("%s: page %d", wording.Clean(d.File), page)
	case len(part) > 0:
		return wording.Clean(d.File + ": " + strings.Join(part, " › "))
	}
	at := src.Position(doubt.Span.Start)
	return fmt.Sprintf("%s:%d:%d", wording.Clean(d.File), at.Line, at.Column)
}
