package segment

import (
	"strings"

	"plumbline/internal/text"
)

// around is what may stand around the text of a report.
type around struct {
	links []link
	lines [256][]aroundLine // by their first byte
}

// link is an address with a year in it.
type link struct{ before, after string }

// aroundLine is a line known by its words.
type aroundLine struct {
	kind  lineKind
	words string // in capitals
	open  bool   // more words may follow
}

type lineKind string

const (
	aLink lineKind = "link"
	aLine lineKind = "line"
	aNote lineKind = "note"
	aRest lineKind = "rest"
	aBox  lineKind = "box"
)

var lineKinds = []string{string(aLink), string(aLine), string(aNote), string(aRest), string(aBox)}

const yearMark = "<year>"

// aroundParser reads the file of lines around the text.
type aroundParser struct {
	fieldParser
	around *around
}

func parseAround(src *text.Source) (*around, text.Diagnostics) {
	p := aroundParser{fieldParser{src: src}, &around{}}
	p.lines(func(line text.Span) {
		key, rest := p.word(line)
		kind := key.In(src.Text)
		switch {
		case !contains(lineKinds, kind):
			p.unknown("kind", key, lineKinds)
		case rest.Empty():
			p.fault(key, kind+" without words", "write what stands there")
		case kind == string(aLink):
			p.link(rest)
		default:
			p.add(lineKind(kind), rest)
		}
	})
	return p.around, p.faults
}

func (p *aroundParser) link(s text.Span) {
	before, after, ok := strings.Cut(s.In(p.src.Text), yearMark)
	if !ok || len(before)+len(after) < 8 || strings.Contains(after, yearMark) {
		p.fault(s, "not an address with one "+yearMark, "write it with "+yearMark+" in place of the year, and enough of it to be told from others")
		return
	}
	p.around.links = append(p.around.links, link{before, after})
}

func (p *aroundParser) add(kind lineKind, s text.Span) {
	words, open := strings.CutSuffix(strings.ToUpper(squeeze(s.In(p.src.Text))), "*")
	l := aroundLine{kind, strings.TrimSpace(words), open || kind == aNote}
	if l.words == "" {
		p.fault(s, "no words before *", "write how the line begins")
		return
	}
	p.around.lines[l.words[0]] = append(p.around.lines[l.words[0]], l)
}

// longestAround is the length in bytes of the longest line looked at, notes
// aside.
const longestAround = 200

// kind returns what kind of line around the text s is, or "".
func (a *around) kind(s string) lineKind {
	s = strings.Trim(s, "0123456789 |\u00a0")
	if s == "" {
		return ""
	}
	for _, l := range a.lines[upper(s[0])] {
		n := foldPrefix(s, l.words)
		if n < 0 || l.kind != aNote && len(s) > longestAround {
			continue
		}
		if l.open && !(letterAt(s, n) && isLetter(s[n-1])) || strings.Trim(s[n:], " .:|*_-–") == "" {
			return l.kind
		}
	}
	return ""
}

// linkYear returns the report year that the addresses in s agree on, and where
// the first stands; 0 where there is none, or two differ.
func (a *around) linkYear(src string, s text.Span) (int, text.Span) {
	found, at := 0, text.Span{}
	if !strings.Contains(s.In(src), "/") {
		return 0, at
	}
	for _, l := range a.links {
		for from := s.Start; from < s.End; {
			year, span := l.next(src[:s.End], from)
			if year == 0 {
				break
			}
			if found != 0 && year != found {
				return 0, text.Span{}
			}
			if found == 0 || span.Start < at.Start {
				found, at = year, span
			}
			from = span.End
		}
	}
	return found, at
}

// next returns the year of the next such address from at on, and its span.
func (l link) next(src string, at int) (int, text.Span) {
	anchor, back := l.before, 0
	if len(l.after) > len(l.before) {
		anchor, back = l.after, len("2018")+len(l.before)
	}
	for {
		i := strings.Index(src[at:], anchor)
		if i < 0 {
			return 0, text.Span{}
		}
		start := at + i - back
		at += i + len(anchor)
		end := start + len(l.before) + len("2018") + len(l.after)
		if start < 0 || end > len(src) || !strings.HasPrefix(src[start:], l.before) || src[end-len(l.after):end] != l.after {
			continue
		}
		digits := src[start+len(l.before) : end-len(l.after)]
		if year := number(digits); year > firstYear && year <= lastYear && !(l.after == "" && end < len(src) && isDigit(src[end])) {
			return year, address(src, text.Span{Start: start, End: end})
		}
	}
}

// address widens s to the whole address that it is part of.
func address(src string, s text.Span) text.Span {
	for s.Start > 0 && inAddress(src[s.Start-1]) {
		s.Start--
	}
	for s.End < len(src) && inAddress(src[s.End]) {
		s.End++
	}
	for s.End > s.Start && strings.IndexByte(".,;:", src[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

func inAddress(c byte) bool {
	return isUpper(c) || isLower(c) || isDigit(c) || strings.IndexByte("/:.-_~%?=&#+,;", c) >= 0
}
