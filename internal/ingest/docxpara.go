package ingest

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// para is a paragraph of a Word file.
type para struct {
	text   []byte
	bold   int  // how many bytes at its beginning are in bold type
	plain  bool // something in it is not
	level  int  // of a heading; 0 for none
	item   bool // of a list
	inText bool
}

// breakMark stands for a line break inside a paragraph's text.
const breakMark = "\v"

// on reports whether a property that may be switched off is on.
func on(t xml.StartElement) bool {
	switch value(t) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

// start takes in what an element says of the paragraph.
func (p *para) start(t xml.StartElement, w *word) {
	switch t.Name.Local {
	case "t":
		p.inText = true
	case "tab", "ptab":
		if w.inRun {
			p.add(" ", w.bold)
		}
	case "br", "cr":
		p.add(breakMark, w.bold)
	case "noBreakHyphen":
		p.add("-", w.bold)
	case "pStyle":
		if level := w.styles[value(t)]; level > 0 {
			p.level = level
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(value(t)); err == nil && n >= 0 && n < boldLevel && !w.inRun {
			p.level = n + 1
		}
	case "numId":
		p.item = value(t) != "0"
	}
}

// add appends words of a run.
func (p *para) add(t string, bold bool) {
	p.text = append(p.text, t...)
	switch {
	case bold && !p.plain:
		p.bold = len(p.text)
	case strings.TrimSpace(t) != "":
		p.plain = true
	}
}

// write writes the paragraph to a sheet.
func (p *para) write(s *sheet) {
	s.end()
	if strings.TrimSpace(string(p.text)) == "" {
		return
	}
	if p.item && p.level == 0 {
		s.words("• ")
	}
	lead := strings.TrimSpace(strings.ReplaceAll(string(p.text[:p.bold]), breakMark, " "))
	isTitle := p.level == 0 && !p.item && lead != "" && len(lead) <= longestBold && titled(lead)
	start := s.next()
	switch rest := strings.TrimLeft(string(p.text[p.bold:]), " \u00a0"); {
	case isTitle && strings.TrimSpace(rest) == "":
		p.lines(s, string(p.text))
		s.part(boldLevel, lead, start)
	case isTitle && !strings.HasPrefix(rest, ":") && sentence(rest):
		p.lines(s, string(p.text[:p.bold]))
		s.part(boldLevel, lead, start)
		s.breaks = max(s.breaks, 1)
		p.lines(s, strings.TrimLeft(rest, breakMark))
	default:
		p.lines(s, string(p.text))
	}
	if p.level > 0 {
		s.heading(p.level)
	}
	s.end()
}

// sentence reports whether t begins as a sentence or on a line of its own.
func sentence(t string) bool {
	c, _ := utf8.DecodeRuneInString(t)
	return unicode.IsUpper(c) || strings.HasPrefix(t, breakMark)
}

// lines writes t with its line breaks.
func (p *para) lines(s *sheet, t string) {
	for i, line := range strings.Split(t, breakMark) {
		if i > 0 {
			s.lineBreak()
		}
		s.words(line)
	}
}

// styles returns the levels of the styles that are headings. A style is one by
// its name, by its place in the outline, or by the style that it is based on.
func (z *unzipped) styles(name string) map[string]int {
	levels := map[string]int{}
	if !z.has(name) {
		return levels
	}
	data, err := z.file(name, 16<<20)
	if err != nil {
		return levels
	}
	var sheet struct {
		Style []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
			Based struct {
				Val string `xml:"val,attr"`
			} `xml:"basedOn"`
			Outline *struct {
				Val string `xml:"val,attr"`
			} `xml:"pPr>outlineLvl"`
		} `xml:"style"`
	}
	if xml.Unmarshal(data, &sheet) != nil {
		return levels
	}
	based := map[string]string{}
	for _, s := range sheet.Style {
		based[s.ID] = s.Based.Val
		if s.Outline != nil {
			if n, err := strconv.Atoi(s.Outline.Val); err == nil && n >= 0 && n < boldLevel {
				levels[s.ID] = n + 1
				continue
			}
		}
		if level := headingName(s.Name.Val); level > 0 {
			levels[s.ID] = level
		}
	}
	inherit(levels, based)
	return levels
}

// headingName returns the level of a style that is called "heading 2", 1 for
// the title's.
func headingName(name string) int {
	name = strings.ToLower(name)
	if name == "title" {
		return 1
	}
	if rest, ok := strings.CutPrefix(name, "heading "); ok {
		if n, err := strconv.Atoi(rest); err == nil && n > 0 && n < boldLevel {
			return n
		}
	}
	return 0
}

// inherit gives styles the level of those that they are based on.
func inherit(levels map[string]int, based map[string]string) {
	const longest = 12 // links of a chain; one that has more runs in a circle
	for id := range based {
		at := id
		for range longest {
			if at = based[at]; at == "" {
				break
			}
			if levels[id] == 0 && levels[at] > 0 {
				levels[id] = levels[at]
			}
		}
	}
}
