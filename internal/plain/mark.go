package plain

import (
	"slices"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// marked is a text with a row of marks below its words. Marks keep to their
// words whatever the width: places are found by character, not by byte.
type marked struct {
	text  string
	start int // offset of text in its document
	marks []underline
}

// underline underlines a span and says what it is.
type underline struct {
	span  text.Span
	line  rune // what it is drawn with
	label string
	how   paint
}

// glyph is one character as shown.
type glyph struct {
	at    text.Span // in the document
	shown string
	wide  int
}

// glyphs cuts the text into characters; white space becomes a blank, and
// further white space after it nothing.
func (m *marked) glyphs() []glyph {
	var list []glyph
	state, at := -1, m.start
	for rest := m.text; rest != ""; {
		var cluster string
		var wide int
		cluster, rest, wide, state = uniseg.FirstGraphemeClusterInString(rest, state)
		g := glyph{at: text.Span{Start: at, End: at + len(cluster)}, shown: cluster, wide: wide}
		at += len(cluster)
		if strings.TrimFunc(cluster, unicode.IsSpace) == "" {
			g.shown, g.wide = " ", 1
			if n := len(list); n == 0 || list[n-1].shown == " " {
				g.shown, g.wide = "", 0
			}
		} else if safe := strings.Map(wording.Shown, cluster); safe != cluster {
			g.shown, g.wide = safe, columns(safe)
		}
		list = append(list, g)
	}
	return list
}

// fold breaks glyphs into lines of at most width columns, at blanks where it
// can.
func fold(list []glyph, width int) [][]glyph {
	var lines [][]glyph
	for len(list) > 0 {
		used, end, blank := 0, 0, -1
		for end < len(list) && used+list[end].wide <= width {
			if list[end].shown == " " {
				blank = end
			}
			used += list[end].wide
			end++
		}
		switch {
		case end == len(list) || end == 0 || list[end].shown == " ":
		case blank > 0:
			end = blank + 1
		}
		end = max(end, 1)
		lines = append(lines, list[:end])
		list = list[end:]
		for len(list) > 0 && (list[0].shown == " " || list[0].shown == "") {
			list = list[1:]
		}
	}
	return lines
}

// write prints the text at an indent, and the marks of each line below it.
func (m *marked) write(p *pen, indent int) {
	room := p.width - indent
	for _, line := range fold(m.glyphs(), room) {
		var b strings.Builder
		for _, g := range line {
			b.WriteString(g.shown)
		}
		p.line(strings.Repeat(" ", indent), b.String())
		for _, row := range m.rows(line, room) {
			row.write(p, indent)
		}
	}
}

// stroke is a mark as far as it lies in one line.
type stroke struct {
	from, to int // columns
	label    string
	before   bool // the label stands to the left
	underline
}

func (s stroke) left() int {
	if s.before {
		return s.from - columns(s.label) - 1
	}
	return s.from
}

func (s stroke) right() int {
	if s.before || s.label == "" {
		return s.to
	}
	return s.to + 1 + columns(s.label)
}

type row []stroke

// rows draws the marks of a line, as few rows below each other as can be,
// without one touching another.
func (m *marked) rows(line []glyph, room int) []row {
	var rows []row
	for _, k := range m.marks {
		s, ok := strokeOf(k, line)
		if !ok {
			continue
		}
		s.label = k.label
		if s.right() > room {
			s.before = s.from > columns(s.label)
			if !s.before {
				s.label = ""
			}
		}
		at := slices.IndexFunc(rows, func(r row) bool { return r.free(s) })
		if at < 0 {
			at, rows = len(rows), append(rows, nil)
		}
		rows[at] = append(rows[at], s)
	}
	for _, r := range rows {
		slices.SortFunc(r, func(a, b stroke) int { return a.left() - b.left() })
	}
	return rows
}

func (r row) free(s stroke) bool {
	return !slices.ContainsFunc(r, func(o stroke) bool { return s.left() < o.right()+2 && o.left() < s.right()+2 })
}

// strokeOf finds the columns of the line that k underlines.
func strokeOf(k underline, line []glyph) (stroke, bool) {
	s := stroke{from: -1, underline: k}
	column := 0
	for _, g := range line {
		if g.at.Overlaps(k.span) && g.wide > 0 {
			if s.from < 0 {
				s.from = column
			}
			s.to = column + g.wide
		}
		column += g.wide
	}
	return s, s.from >= 0
}

func (r row) write(p *pen, indent int) {
	parts := []string{strings.Repeat(" ", indent)}
	at := 0
	for _, s := range r {
		parts = append(parts, strings.Repeat(" ", s.left()-at))
		line := p.put(s.how, strings.Repeat(string(s.line), s.to-s.from))
		switch {
		case s.label == "":
			parts = append(parts, line)
		case s.before:
			parts = append(parts, p.put(faint, s.label), " ", line)
		default:
			parts = append(parts, line, " ", p.put(faint, s.label))
		}
		at = s.right()
	}
	p.line(parts...)
}
