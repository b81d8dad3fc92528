package standard

import (
	"strings"
	"unicode/utf8"

	"plumbline/internal/text"
)

// entry is one line of a data file, a key and its value, with the lines that
// continue it.
type entry struct {
	key   text.Span
	value value
}

// value is what follows a key. Its pieces, one a line, are joined by blanks.
type value struct {
	text   string
	pieces []piece
	end    int // where it would go on in the source
}

// piece is a part of a value that stands on one line of the source.
type piece struct {
	at   int // offset in the value's text
	span text.Span
}

// place returns the offset in the source of an offset in the value's text.
func (v *value) place(at int) int {
	for i := len(v.pieces) - 1; i >= 0; i-- {
		if p := v.pieces[i]; p.at <= at {
			return min(p.span.Start+at-p.at, p.span.End)
		}
	}
	return v.end
}

// span returns where the value stands, up to the end of its first line.
func (v *value) span() text.Span {
	if len(v.pieces) == 0 {
		return text.Span{Start: v.end, End: v.end}
	}
	return v.pieces[0].span
}

// part returns where a part of the value's text stands.
func (v *value) part(start, end int) text.Span {
	at := v.place(start)
	return text.Span{Start: at, End: max(at, v.place(end-1)+1)}
}

// word returns the word that begins at the given offset of the value's text,
// or the character there.
func (v *value) word(at int) text.Span {
	end := at
	for end < len(v.text) && isWord(v.text[end]) {
		end++
	}
	if end == at && at < len(v.text) {
		_, size := utf8.DecodeRuneInString(v.text[at:])
		end += size
	}
	return v.part(at, end)
}

func isWord(c byte) bool {
	return c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// words returns the words of the value, each with its place.
func (v *value) words() []text.Span {
	var list []text.Span
	for i := 0; i < len(v.text); {
		if v.text[i] == ' ' {
			i++
			continue
		}
		start := i
		for i < len(v.text) && v.text[i] != ' ' {
			i++
		}
		list = append(list, v.part(start, i))
	}
	return list
}

// parser reads the lines of a data file and gathers its faults.
type parser struct {
	src    *text.Source
	faults text.Diagnostics
}

// entries returns the lines of the file that are neither empty nor comments. A
// line that begins at or behind the column of the value above continues it.
func (p *parser) entries() []entry {
	var list []entry
	column := 0 // of the last value
	for at := 0; at < len(p.src.Text); {
		line := text.Span{Start: at, End: len(p.src.Text)}
		if n := strings.IndexByte(p.src.Text[at:], '\n'); n >= 0 {
			line.End = at + n
		}
		begin, next := at, line.End+1
		at = next
		line = trim(p.src.Text, line)
		if line.Empty() || p.src.Text[line.Start] == '#' {
			continue
		}
		if len(list) > 0 && column > 0 && line.Start-begin >= column {
			list[len(list)-1].value.add(p.src.Text, line)
			continue
		}
		end := line.Start
		for end < line.End && p.src.Text[end] != ' ' && p.src.Text[end] != '\t' {
			end++
		}
		e := entry{key: text.Span{Start: line.Start, End: end}, value: value{end: end}}
		column = 0
		if rest := trim(p.src.Text, text.Span{Start: end, End: line.End}); !rest.Empty() {
			e.value.add(p.src.Text, rest)
			column = rest.Start - begin
		}
		list = append(list, e)
	}
	return list
}

// add joins a line to the value.
func (v *value) add(src string, line text.Span) {
	var b strings.Builder
	b.WriteString(v.text)
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	v.pieces = append(v.pieces, piece{b.Len(), line})
	b.WriteString(strings.ReplaceAll(line.In(src), "\t", " "))
	v.text, v.end = b.String(), line.End
}

func (p *parser) in(s text.Span) string { return s.In(p.src.Text) }

func (p *parser) fault(s text.Span, message, hint string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: s, Message: message, Hint: hint})
}

func (p *parser) unknown(what string, s text.Span, known []string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: s,
		Message: "unknown " + what + ` "` + p.in(s) + `"`, Hint: hint(p.in(s), known)})
}

// hint names the nearest of the known words, and all of them.
func hint(word string, known []string) string {
	if len(known) == 0 {
		return ""
	}
	all := "known are " + strings.Join(known, ", ")
	if near := text.Nearest(word, known); near != "" {
		return "did you mean " + near + "? " + all
	}
	return all
}

// trim takes the blanks off both ends of s.
func trim(src string, s text.Span) text.Span {
	for s.Start < s.End && blank(src[s.Start]) {
		s.Start++
	}
	for s.Start < s.End && blank(src[s.End-1]) {
		s.End--
	}
	return s
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
