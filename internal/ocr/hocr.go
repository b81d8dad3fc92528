package ocr

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"plumbline/internal/pdf"
)

// An answer is a page of hOCR: XHTML in which the class of an element says
// what it stands for and its title where that is, as in
//
//	<span class='ocr_line' title="bbox 36 92 580 122; baseline 0.003 -7; x_size 28">
//	  <span class='ocrx_word' title='bbox 36 92 96 116; x_wconf 90'>Words</span>

// parse gives the lines of an answer. One without any, of an empty page, has
// none; what is no XHTML is an error.
func parse(answer []byte) ([]pdf.Row, error) {
	d := xml.NewDecoder(bytes.NewReader(answer))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var p parser
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		p.take(token)
	}
	if !p.page {
		return nil, errors.New("it has no page")
	}
	return p.rows, nil
}

type parser struct {
	rows  []pdf.Row
	page  bool // there is one
	word  *pdf.Spot
	depth int // of elements, counted from the word
}

func (p *parser) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		p.start(t)
	case xml.CharData:
		if p.word != nil {
			p.word.Text += string(t)
		}
	case xml.EndElement:
		if p.word == nil {
			return
		}
		if p.depth--; p.depth == 0 {
			p.word = nil
		}
	}
}

// lines are the classes of what is a line.
var lines = map[string]bool{"ocr_line": true, "ocr_header": true, "ocr_caption": true, "ocr_textfloat": true}

func (p *parser) start(e xml.StartElement) {
	if p.word != nil {
		p.depth++
		return
	}
	var class, title string
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "class":
			class = a.Value
		case "title":
			title = a.Value
		}
	}
	switch {
	case class == "ocr_page":
		p.page = true
	case lines[class]:
		box, base, size := property(title, "bbox"), property(title, "baseline"), property(title, "x_size")
		row := pdf.Row{Base: box[3] + base[1], Size: size[0]}
		p.rows = append(p.rows, row)
	case class == "ocrx_word" && len(p.rows) > 0:
		box, sure := property(title, "bbox"), property(title, "x_wconf")
		row := &p.rows[len(p.rows)-1]
		row.Words = append(row.Words, pdf.Spot{Left: box[0], Top: box[1], Right: box[2], Bottom: box[3], Sure: sure[0] / 100})
		p.word, p.depth = &row.Words[len(row.Words)-1], 1
	}
}

// property gives the numbers of a property, zero where they are missing.
func property(title, name string) (values [4]float64) {
	for part := range strings.SplitSeq(title, ";") {
		fields := strings.Fields(part)
		if len(fields) == 0 || fields[0] != name {
			continue
		}
		for i, f := range fields[1:min(len(fields), 5)] {
			if v, err := strconv.ParseFloat(f, 64); err == nil && v > -1e6 && v < 1e6 {
				values[i] = v
			}
		}
	}
	return values
}
