package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plumbline"
)

// sheet writes the text of a Document whose format has paragraphs and headings
// of its own: a block is a line, an empty line stands between two.
//
// White space runs together to one space. What a browser would not show, such
// as a soft hyphen, is left out, and a word stays whole.
type sheet struct {
	text  []byte
	parts []plumbline.Part

	begin  int  // of the block that is open
	open   bool // something was written into it
	space  bool // white space is owed
	breaks int  // line breaks are owed
	tab    bool // the next words stand in the next cell of a row

	titles []opened
}

// opened is a heading whose part has not ended yet.
type opened struct {
	level int
	title string
}

// The levels of headings: h1 to h6 have 1 to 6.
const (
	chapterLevel = 0 // of a book
	boldLevel    = 9 // a line that is a heading by its weight alone
)

// longestPart is the length in bytes of the longest title kept, and mostParts
// how many headings are.
const (
	longestPart = 200
	mostParts   = 200_000
)

// words adds what stands in the block.
func (s *sheet) words(t string) {
	for i := 0; i < len(t); {
		c, n := rune(t[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(t[i:])
		}
		switch {
		case unicode.IsSpace(c):
			s.space = true
		case unseen(c):
		default:
			s.catchUp()
			s.text = append(s.text, t[i:i+n]...)
		}
		i += n
	}
}

// unseen reports whether nothing is seen where c stands.
func unseen(c rune) bool {
	switch c {
	case '\u00AD', '\u200B', '\u2060', '\uFEFF', '\u200E', '\u200F':
		return true
	}
	return unicode.IsControl(c)
}

// catchUp writes the white space that is owed before a character.
func (s *sheet) catchUp() {
	switch {
	case !s.open:
		if len(s.text) > 0 {
			s.text = append(s.text, '\n', '\n')
		}
		s.begin, s.open = len(s.text), true
	case s.breaks > 1:
		s.text = append(s.text, '\n', '\n')
	case s.breaks == 1:
		s.text = append(s.text, '\n')
	case s.tab:
		s.text = append(s.text, '\t')
	case s.space:
		s.text = append(s.text, ' ')
	}
	s.space, s.breaks, s.tab = false, 0, false
}

// lineBreak ends the line inside a block; two of them leave one empty.
func (s *sheet) lineBreak() {
	if s.open {
		s.breaks++
	}
}

// cell begins the next cell of a row.
func (s *sheet) cell() { s.tab = s.open }

// end ends the block.
func (s *sheet) end() {
	s.open, s.space, s.tab, s.breaks = false, false, false, 0
}

// heading ends the block and says that it was a heading.
func (s *sheet) heading(level int) {
	if s.open {
		s.part(level, string(s.text[s.begin:]), s.begin)
	}
	s.end()
}

// part begins a part with the given title at an offset.
func (s *sheet) part(level int, title string, start int) {
	for len(s.titles) > 0 && s.titles[len(s.titles)-1].level >= level {
		s.titles = s.titles[:len(s.titles)-1]
	}
	if title = shorten(strings.Join(strings.Fields(title), " ")); title == "" || len(s.parts) >= mostParts {
		return
	}
	if n := len(s.titles); n > 0 && s.titles[n-1].title == title {
		s.titles[n-1].level = level // a chapter that begins with its own name
		return
	}
	s.titles = append(s.titles, opened{level, title})
	path := make([]string, len(s.titles))
	for i, t := range s.titles {
		path[i] = t.title
	}
	s.parts = append(s.parts, plumbline.Part{Path: path, Start: start})
}

func shorten(title string) string {
	if len(title) <= longestPart {
		return title
	}
	cut := longestPart
	for !utf8.RuneStart(title[cut]) {
		cut--
	}
	return title[:cut] + "…"
}

// next is where the next block will begin.
func (s *sheet) next() int {
	if s.open {
		return s.begin
	}
	if len(s.text) == 0 {
		return 0
	}
	return len(s.text) + 2
}

// line adds a block of its own.
func (s *sheet) line(t string) {
	s.end()
	s.words(t)
	s.end()
}

// into hands text and parts over.
func (s *sheet) into(in *Intake) error {
	s.end()
	if len(s.text) == 0 {
		return refuse("it holds no text", "check that it was saved or downloaded whole")
	}
	s.text = append(s.text, '\n')
	in.Text, in.Parts = string(s.text), s.parts
	return nil
}
