package segment

import (
	"strings"
	"unicode/utf8"

	"plumbline/internal/text"
)

// lineAt returns the line that begins at offset at, without its line break.
func lineAt(src string, at int) text.Span {
	end := len(src)
	if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
		end = at + i
	}
	return text.Span{Start: at, End: end}
}

// blankAt returns the length of the white space that begins at i, or 0.
func blankAt(src string, i int) int {
	switch c := src[i]; {
	case c == ' ' || '\t' <= c && c <= '\r':
		return 1
	case c == 0xC2 && strings.HasPrefix(src[i:], "\u00a0"):
		return 2
	case c == 0xEF && strings.HasPrefix(src[i:], "\ufeff"):
		return 3
	}
	return 0
}

// trim returns s without the white space at its ends.
func trim(src string, s text.Span) text.Span {
	for s.Start < s.End {
		n := blankAt(src[:s.End], s.Start)
		if n == 0 {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		_, n := utf8.DecodeLastRuneInString(src[s.Start:s.End])
		if blankAt(src[:s.End], s.End-n) != n {
			break
		}
		s.End -= n
	}
	return s
}

// bare returns a line without the white space and the marks with which
// Markdown decorates headings: # at its beginning, * and _ around it.
func bare(src string, line text.Span) text.Span {
	s := trim(src, line)
	for s.Start < s.End && (src[s.Start] == '#' || src[s.Start] == '>') {
		s.Start++
	}
	s = trim(src, s)
	marks := 0
	for s.Start < s.End && (src[s.Start] == '*' || src[s.Start] == '_') {
		s.Start++
		marks++
	}
	for ; marks > 0 && s.Start < s.End && (src[s.End-1] == '*' || src[s.End-1] == '_'); marks-- {
		s.End--
	}
	return trim(src, s)
}

// gapAt returns the length of the white space between two words that begins
// at s[i]. It may hold one line break, but no empty line.
func gapAt(s string, i int) int {
	n, breaks := 0, 0
	for i+n < len(s) && blankAt(s, i+n) == 1 {
		if s[i+n] == '\n' {
			if breaks++; breaks > 1 {
				return 0
			}
		}
		n++
	}
	return n
}

// softHyphen marks where a word may break.
const softHyphen = "\u00ad"

// foldPrefix returns the length of the beginning of s that spells words, which
// is in capitals with single spaces, or -1. White space in s may be wider, and
// its words may hold soft hyphens.
func foldPrefix(s, words string) int {
	i := 0
	for k := 0; k < len(words); k++ {
		if words[k] == ' ' {
			n := gapAt(s, i)
			if n == 0 {
				return -1
			}
			i += n
			continue
		}
		if i > 0 && i+1 < len(s) && s[i] == softHyphen[0] && s[i+1] == softHyphen[1] {
			i += len(softHyphen)
		}
		if i >= len(s) || upper(s[i]) != words[k] {
			return -1
		}
		i++
	}
	return i
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) || c >= utf8.RuneSelf }

// capitals returns how many ASCII capitals s begins with, counting no more than
// the longest ending that is asked for.
func capitals(s string) int {
	n := 0
	for n < min(len(s), 8) && isUpper(s[n]) {
		n++
	}
	return n
}

// allCaps reports whether s has no small ASCII letter.
func allCaps(s string) bool {
	for i := 0; i < len(s); i++ {
		if isLower(s[i]) {
			return false
		}
	}
	return true
}

// squeeze returns s with every run of white space as one space.
func squeeze(s string) string {
	if !strings.ContainsAny(s, "\t\n\r\u00a0") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
