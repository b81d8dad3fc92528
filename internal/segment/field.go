package segment

import (
	"strings"

	"plumbline/internal/text"
)

// fieldParser is what the parsers of both file formats share: lines, words and
// the list of faults.
type fieldParser struct {
	src    *text.Source
	faults text.Diagnostics
}

// lines calls do with each line that is neither empty nor a comment.
func (p *fieldParser) lines(do func(text.Span)) {
	for at := 0; at < len(p.src.Text); {
		line := lineAt(p.src.Text, at)
		at = line.End + 1
		line = trim(p.src.Text, line)
		if !line.Empty() && p.src.Text[line.Start] != '#' {
			do(line)
		}
	}
}

// word splits the first word off s.
func (p *fieldParser) word(s text.Span) (word, rest text.Span) {
	end := s.Start
	for end < s.End && p.src.Text[end] != ' ' && p.src.Text[end] != '\t' {
		end++
	}
	return text.Span{Start: s.Start, End: end}, trim(p.src.Text, text.Span{Start: end, End: s.End})
}

func (p *fieldParser) fault(s text.Span, message, hint string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: s, Message: message, Hint: hint})
}

func (p *fieldParser) unknown(what string, s text.Span, known []string) {
	word := s.In(p.src.Text)
	hint := "known are " + strings.Join(known, ", ")
	if near := text.Nearest(word, known); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	p.fault(s, "unknown "+what+` "`+word+`"`, hint)
}
