package plain

import (
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// Doubts prints what a person should look at in a document, each with its
// place, the words around it and a caret below those that are meant. Lines of
// a report are long: of one that does not fit, the part around the words is
// shown.
func Doubts(w io.Writer, d *plumbline.Document, doubts []plumbline.Doubt, s Style) error {
	p := newPen(s)
	src := &text.Source{Name: d.File, Text: d.Text}
	for _, doubt := range doubts {
		p.doubt(src, doubt)
	}
	return p.flush(w)
}

func (p *pen) doubt(src *text.Source, d plumbline.Doubt) {
	at := src.Position(d.Span.Start)
	p.line(p.put(bold, fmt.Sprintf("%s:%d:%d: %s", wording.Clean(src.Name), at.Line, at.Column, wording.Clean(d.Message))))
	margin := fmt.Sprintf("%5d | ", at.Line)
	list := window(src, d.Span, p.width-len(margin))
	var line strings.Builder
	from, to, column := -1, 0, 0
	for _, g := range list {
		if g.wide > 0 && (g.at.Overlaps(d.Span) || d.Span.Empty() && g.at.Start == d.Span.Start) {
			if from < 0 {
				from = column
			}
			to = column + g.wide
		}
		line.WriteString(g.shown)
		column += g.wide
	}
	if from < 0 {
		from, to = column, column+1
	}
	p.line(p.put(faint, margin), line.String())
	p.line(p.put(faint, "      | "), strings.Repeat(" ", from), p.put(yellow, strings.Repeat("^", max(to-from, 1))))
	if d.Hint != "" {
		p.line("  hint: ", wording.Clean(d.Hint))
	}
}

// window returns the line on which s begins, cut to width columns around it.
func window(src *text.Source, s text.Span, width int) []glyph {
	at := src.Position(s.Start)
	line := src.Line(at.Line)
	start := min(max(s.Start, 0), len(src.Text))
	begin := strings.LastIndexByte(src.Text[:start], '\n') + 1
	list := (&marked{text: line, start: begin}).glyphs()
	total, before := 0, 0
	for _, g := range list {
		total += g.wide
		if g.at.End <= s.Start {
			before += g.wide
		}
	}
	if total <= width {
		return list
	}
	dots := glyph{at: text.Span{Start: -1, End: -1}, shown: "…", wide: 1}
	skip := min(max(0, before-width/3), total-width+1)
	var out []glyph
	if skip > 0 {
		out = append(out, dots)
	}
	room, passed, used := width-2, 0, 0
	for _, g := range list {
		if passed < skip {
			passed += g.wide
			continue
		}
		if used+g.wide > room {
			return append(out, dots)
		}
		used += g.wide
		out = append(out, g)
	}
	return out
}
