package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Source is a named text. Its zero value is an empty text without a name.
type Source struct {
	Name string
	Text string

	lines []int // offsets at which lines begin, built on first use
}

// Position is a place as a person counts: line and column from 1, the column
// in characters.
type Position struct {
	Line, Column int
}

// Position returns the line and column of the byte at offset. Offsets outside
// the text are moved to its nearest end. It is not safe for use by several
// goroutines at once.
func (s *Source) Position(offset int) Position {
	offset = min(max(offset, 0), len(s.Text))
	s.index()
	line := sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset }) - 1
	return Position{
		Line:   line + 1,
		Column: utf8.RuneCountInString(s.Text[s.lines[line]:offset]) + 1,
	}
}

// Line returns the text of the line with the given number, counted from 1,
// without its line break; it is empty for a number outside the text.
func (s *Source) Line(number int) string {
	s.index()
	if number < 1 || number > len(s.lines) {
		return ""
	}
	rest := s.Text[s.lines[number-1]:]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSuffix(rest, "\r")
}

func (s *Source) index() {
	if s.lines != nil {
		return
	}
	s.lines = append(s.lines, 0)
	for i := 0; i < len(s.Text); i++ {
		if s.Text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
}
