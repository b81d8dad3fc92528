package ingest

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxPart is the largest file inside a DOCX or EPUB that is read.
const maxPart = 64 << 20

// wordSpaces are the names that a DOCX's own elements may live under.
var wordSpaces = []string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
}

// readDOCX takes in a Word file: its paragraphs and tables, in order. Headers,
// footers, footnotes, comments and deleted words are left out.
func readDOCX(ctx context.Context, in *Intake, data []byte, _ Options) error {
	z, err := openZip(data)
	if err != nil {
		return err
	}
	main := z.wordPart()
	body, err := z.file(main, maxPart)
	if err != nil {
		return err
	}
	in.Title = z.coreTitle()
	w := word{sheet: new(sheet), styles: z.styles(path.Join(path.Dir(main), "styles.xml"))}
	if err := w.read(ctx, body); err != nil {
		return fmt.Errorf("%s: %w", main, err)
	}
	return w.into(in)
}

// wordPart names the file that holds the text.
func (z *unzipped) wordPart() string {
	const usual = "word/document.xml"
	data, err := z.file("_rels/.rels", 1<<20)
	if err != nil {
		return usual
	}
	var links struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	_ = xml.Unmarshal(data, &links) // without them the usual name stands
	for _, l := range links.Relationship {
		if strings.HasSuffix(l.Type, "/officeDocument") && z.has(clean(l.Target)) {
			return clean(l.Target)
		}
	}
	return usual
}

// coreTitle returns the title that the file gives itself.
func (z *unzipped) coreTitle() string {
	if !z.has("docProps/core.xml") {
		return ""
	}
	data, err := z.file("docProps/core.xml", 1<<20)
	if err != nil {
		return ""
	}
	var core struct {
		Title string `xml:"title"`
	}
	if xml.Unmarshal(data, &core) != nil {
		return ""
	}
	return shorten(strings.Join(strings.Fields(core.Title), " "))
}

// word reads the text of a Word file.
type word struct {
	*sheet
	styles map[string]int // levels of the styles that are headings

	paras []*para // open ones: a text box opens one inside another
	boxes []*para // paragraphs of text boxes, which stand behind that of their anchor
	rows  []*row  // open ones
	depth int     // of text boxes
	bold  bool    // of the run
	inRun bool
}

// row is a row of a table: the paragraphs of each cell.
type row struct{ cells [][]*para }

// unreadWord are the elements that hold nothing to read: what was deleted or
// moved away, the second form of a drawing, the code of fields.
var unreadWord = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true,
	"sectPr": true, "pPrChange": true, "rPrChange": true, "tblPr": true, "trPr": true, "tcPr": true, "tblGrid": true,
}

// mostOpen is how deep elements may nest.
const mostOpen = 512

func (w *word) read(ctx context.Context, data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for depth, n := 0, 0; ; n++ {
		if n%(1<<16) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return damagedXML(d, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if unreadWord[t.Name.Local] {
				if err := pass(d, depth); err != nil {
					return err
				}
				continue
			}
			if depth++; depth > mostOpen {
				return tooDeep(d)
			}
			if isWord(t.Name.Space) {
				w.start(t)
			}
		case xml.EndElement:
			depth--
			if isWord(t.Name.Space) {
				w.close(t.Name.Local)
			}
		case xml.CharData:
			if p := w.para(); p != nil && p.inText {
				p.add(string(t), w.bold)
			}
		}
	}
	return nil
}

// pass passes over an element that stands so deep.
func pass(d *xml.Decoder, depth int) error {
	for inside := 1; inside > 0; {
		t, err := d.Token()
		if err != nil {
			return damagedXML(d, err)
		}
		switch t.(type) {
		case xml.StartElement:
			if inside++; depth+inside > mostOpen {
				return tooDeep(d)
			}
		case xml.EndElement:
			inside--
		}
	}
	return nil
}

func tooDeep(d *xml.Decoder) error {
	return refuse(fmt.Sprintf("byte offset %d: elements nest more than %d deep", d.InputOffset(), mostOpen), "save it again, or as text")
}

func damagedXML(d *xml.Decoder, err error) error {
	return refuse(fmt.Sprintf("byte offset %d: damaged: %s", d.InputOffset(), strings.TrimPrefix(err.Error(), "XML syntax error on ")),
		"save or download it again")
}

func isWord(space string) bool { return space == wordSpaces[0] || space == wordSpaces[1] }

// para returns the paragraph that is open, or nil.
func (w *word) para() *para {
	if len(w.paras) == 0 {
		return nil
	}
	return w.paras[len(w.paras)-1]
}

func (w *word) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.paras = append(w.paras, new(para))
	case "tr":
		w.rows = append(w.rows, new(row))
	case "tc":
		if n := len(w.rows); n > 0 {
			w.rows[n-1].cells = append(w.rows[n-1].cells, nil)
		}
	case "txbxContent":
		w.depth++
	case "r":
		w.bold, w.inRun = false, true
	case "b":
		w.bold = w.inRun && on(t)
	}
	if p := w.para(); p != nil {
		p.start(t, w)
	}
}

func (w *word) close(name string) {
	switch name {
	case "t":
		if p := w.para(); p != nil {
			p.inText = false
		}
	case "r":
		w.inRun, w.bold = false, false
	case "txbxContent":
		w.depth--
	case "p":
		p := w.para()
		if p == nil {
			return
		}
		w.paras = w.paras[:len(w.paras)-1]
		w.place(p)
	case "tr":
		if n := len(w.rows); n > 0 {
			r := w.rows[n-1]
			w.rows = w.rows[:n-1]
			w.endRow(r)
		}
	}
}

// place puts a finished paragraph where it belongs.
func (w *word) place(p *para) {
	if w.depth > 0 {
		w.boxes = append(w.boxes, p)
		return
	}
	ps := append([]*para{p}, w.boxes...)
	w.boxes = nil
	if n := len(w.rows); n > 0 {
		if k := len(w.rows[n-1].cells); k > 0 {
			w.rows[n-1].cells[k-1] = append(w.rows[n-1].cells[k-1], ps...)
			return
		}
	}
	for _, p := range ps {
		p.write(w.sheet)
	}
}

// longestRow is how many bytes a row may have that is written on one line; a
// table with more is there for the looks of the page.
const longestRow = 1000

func (w *word) endRow(r *row) {
	if n := len(w.rows); n > 0 { // a table in a cell
		if k := len(w.rows[n-1].cells); k > 0 {
			for _, cell := range r.cells {
				w.rows[n-1].cells[k-1] = append(w.rows[n-1].cells[k-1], cell...)
			}
			return
		}
	}
	size := 0
	for _, cell := range r.cells {
		for _, p := range cell {
			size += len(p.text)
		}
	}
	if size > longestRow || len(r.cells) < 2 {
		for _, cell := range r.cells {
			for _, p := range cell {
				p.write(w.sheet)
			}
		}
		return
	}
	w.end()
	for i, cell := range r.cells {
		if i > 0 {
			w.cell()
		}
		for k, p := range cell {
			if k > 0 {
				w.words(" ")
			}
			w.words(strings.ReplaceAll(string(p.text), breakMark, " "))
		}
	}
	w.end()
}
