package segment

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"plumbline/internal/text"
)

// Furniture is what stands on a page beside its text: running heads with their
// page number, rules, footnotes. Where text was taken from a PDF it stands
// inside sentences, as in "one year or 65AFGHANISTANmore".
//
// A running head is a page number that adjoins, without space, the name of a
// country in capitals. With a space between, or with more digits than a page
// number has, it counts only where the running heads before or after bear the
// numbers that belong there.

// runningHead is a page number beside a country's name.
type runningHead struct {
	span   text.Span
	page   int
	glued  bool
	number text.Span
}

// longestName is the length in bytes of the longest country name looked for.
const longestName = 64

// findFurniture returns the furniture of the whole text, sorted and apart.
func (r *reading) findFurniture() []text.Span {
	heads := choose(r.runningHeads())
	spans := make([]text.Span, 0, len(heads)+8)
	for _, h := range heads {
		spans = append(spans, h.span)
	}
	spans = r.footnotes(spans)
	spans = append(r.furnitureLines(spans), r.asides...)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	return apart(spans)
}

// apart joins the spans that overlap.
func apart(spans []text.Span) []text.Span {
	kept := spans[:0]
	for _, s := range spans {
		if n := len(kept); n > 0 && s.Start < kept[n-1].End {
			kept[n-1] = kept[n-1].Join(s)
			continue
		}
		kept = append(kept, s)
	}
	return kept
}

// runningHeads lists all that may be one, in the order of the text.
func (r *reading) runningHeads() []runningHead {
	var found []runningHead
	for i := 0; i < len(r.src); i++ {
		if i += digitless(r.src[i:]); i >= len(r.src) {
			break
		}
		if !isDigit(r.src[i]) {
			continue
		}
		digits := text.Span{Start: i, End: i}
		for digits.End < len(r.src) && isDigit(r.src[digits.End]) {
			digits.End++
		}
		if digits.Len() <= 7 {
			found = r.headsAt(found, digits)
		}
		i = digits.End
	}
	return found
}

// digitless returns how many of the first bytes of s are no digits for certain,
// eight at a time.
func digitless(s string) int {
	const each = 0x0101010101010101
	n := 0
	for ; len(s)-n >= 8; n += 8 {
		b := s[n : n+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		x = x&(0xf0*each) ^ 0x30*each // zero where the byte is a digit or : ; < = > ?
		if (x-each)&^x&(0x80*each) != 0 {
			break
		}
	}
	return n
}

// headsAt appends the running heads that the digits may be the number of.
func (r *reading) headsAt(found []runningHead, digits text.Span) []runningHead {
	page := number(digits.In(r.src))
	before, gluedBefore := r.nameBefore(digits.Start)
	after, gluedAfter := r.nameAfter(digits.End)
	if before >= 0 && after >= 0 && gluedBefore && gluedAfter && digits.Len()%2 == 0 {
		// Two facing pages: CAMBODIA125126CAMBODIA.
		half := digits.Start + digits.Len()/2
		left, right := number(r.src[digits.Start:half]), number(r.src[half:digits.End])
		if right == left+1 {
			return append(found,
				runningHead{text.Span{Start: before, End: half}, left, true, digits},
				runningHead{text.Span{Start: half, End: after}, right, true, digits})
		}
	}
	if before >= 0 {
		found = append(found, runningHead{text.Span{Start: before, End: digits.End}, page, gluedBefore && digits.Len() <= 3, digits})
	}
	if after >= 0 {
		found = append(found, runningHead{text.Span{Start: digits.Start, End: after}, page, gluedAfter && digits.Len() <= 3, digits})
		if digits.Len() > 3 { // a number of the text may be glued before it
			short := text.Span{Start: digits.End - 3, End: digits.End}
			found = append(found, runningHead{text.Span{Start: short.Start, End: after}, number(short.In(r.src)), false, short})
		}
	}
	return found
}

// nameAfter returns the end of the country's name in capitals that begins at i
// or one space behind it, or -1.
func (r *reading) nameAfter(i int) (end int, glued bool) {
	glued = true
	if i < len(r.src) && r.src[i] == ' ' {
		i, glued = i+1, false
	}
	return r.longestName(i), glued
}

// nameBefore returns the beginning of the country's name in capitals that ends
// at i or one space before it, or -1.
func (r *reading) nameBefore(i int) (start int, glued bool) {
	glued = true
	if i > 0 && r.src[i-1] == ' ' {
		i, glued = i-1, false
	}
	if i == 0 || !capitalBefore(r.src, i) {
		return -1, glued
	}
	run := i
	for run > max(0, i-longestName) {
		c, n := utf8.DecodeLastRuneInString(r.src[:run])
		if !nameRune(c) {
			break
		}
		run -= n
	}
	for at := run; at <= i-4; at++ {
		if !utf8.RuneStart(r.src[at]) || !capitalAt(r.src, at) || at > 0 && capitalBefore(r.src, at) {
			continue
		}
		if _, ok := r.country(squeeze(r.src[at:i])); ok {
			return at, glued
		}
	}
	return -1, glued
}

// longestName returns the end of the longest country name in capitals that
// begins at i, or -1. A capital or acronym of the text may be glued behind it,
// the ending of an adjective may not.
func (r *reading) longestName(i int) int {
	if i+4 > len(r.src) || !capitalAt(r.src, i) {
		return -1
	}
	for at := nameRun(r.src, i, len(r.src)); at >= i+4; at-- {
		if at < len(r.src) && !utf8.RuneStart(r.src[at]) || !capitalBefore(r.src, at) {
			continue
		}
		if _, ok := r.country(squeeze(r.src[i:at])); ok && !adjective(r.src[at:]) {
			return at
		}
	}
	return -1
}

// nameRun returns the end of what could be a country's name in capitals that
// begins at i, no further than limit. A line may break inside it.
func nameRun(s string, i, limit int) int {
	end := i
	for end < min(limit, i+longestName) {
		c, n := utf8.DecodeRuneInString(s[end:])
		if c == '\n' || c == '\r' {
			n = gapAt(s, end)
			if n == 0 || !capitalAt(s, end+n) {
				break
			}
		} else if !nameRune(c) {
			break
		}
		end += n
	}
	return min(end, limit)
}

// nameRune reports whether c may stand in a country's name in capitals.
func nameRune(c rune) bool {
	return unicode.IsUpper(c) || c == ' ' || c == ',' || c == '.' || c == '\'' || c == '’' || c == '-'
}

func capitalAt(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(c)
}

func capitalBefore(s string, i int) bool {
	c, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsUpper(c)
}

// adjective reports whether s goes on as the rest of an adjective in capitals
// would: "N", "NS", "ESE", "I", "S" at the end of a word.
func adjective(s string) bool {
	n := capitals(s)
	if n < len(s) && isLower(s[n]) {
		return false
	}
	switch s[:n] {
	case "N", "NS", "AN", "ANS", "IAN", "IANS", "ESE", "I", "IS", "S", "ISH":
		return true
	}
	return false
}

// choose keeps the running heads that can be believed: no two share a name or
// a number, and those that need it have a neighbour with a fitting number.
func choose(found []runningHead) []runningHead {
	var kept []runningHead
	for i := 0; i < len(found); {
		j := i + 1
		for j < len(found) && found[j].span.Overlaps(found[j-1].span) {
			j++
		}
		best, support := -1, false
		for k := i; k < j; k++ {
			fits := fitting(found, i, j, k)
			if !found[k].glued && !fits {
				continue
			}
			if best < 0 || fits && !support {
				best, support = k, fits
			}
		}
		if best >= 0 {
			kept = append(kept, found[best])
		}
		i = j
	}
	return kept
}

// fitting reports whether one of the next running heads around the group
// [i, j) has a number that belongs before or after that of k.
func fitting(found []runningHead, i, j, k int) bool {
	page := found[k].page
	for n := max(0, i-4); n < i; n++ {
		if d := page - found[n].page; 0 < d && d <= 4 {
			return true
		}
	}
	for n := j; n < min(len(found), j+4); n++ {
		if d := found[n].page - page; 0 < d && d <= 4 {
			return true
		}
	}
	return false
}

// longestFootnote is the length in bytes of the longest footnote looked for.
const longestFootnote = 900

// footnoteMarks begin a footnote inside a paragraph, or stand before its first
// word as what a damaged font left of a bullet.
var footnoteMarks = [...]string{"ƒ", "†", "‡"}

// footnotes adds the marks that begin paragraphs, and joins to a running head
// the footnote that stands before it at the foot of the page.
func (r *reading) footnotes(heads []text.Span) []text.Span {
	spans := heads
	for _, mark := range footnoteMarks {
		for at := 0; ; {
			i := strings.Index(r.src[at:], mark)
			if i < 0 {
				break
			}
			at += i
			s := text.Span{Start: at, End: skipSpaces(r.src, at+len(mark))}
			if r.beginsLine(at) {
				spans = append(spans, s)
			} else if end := r.footEnd(heads, at); end > 0 {
				spans = append(spans, text.Span{Start: at, End: end})
			}
			at = s.End
		}
	}
	return spans
}

// footEnd returns the end of the running head that ends the footnote at i, or
// 0.
func (r *reading) footEnd(heads []text.Span, i int) int {
	n := sort.Search(len(heads), func(k int) bool { return heads[k].Start > i })
	if n == len(heads) || heads[n].Start-i > longestFootnote || strings.Contains(r.src[i:heads[n].Start], "\n") {
		return 0
	}
	if j := skipSpaces(r.src, i); !capitalAt(r.src, skipSpaces(r.src, j+utf8.RuneLen('ƒ'))) || r.src[i-1] != ' ' {
		return 0
	}
	return heads[n].End
}

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

func (r *reading) beginsLine(i int) bool {
	for i > 0 && (r.src[i-1] == ' ' || r.src[i-1] == '\t') {
		i--
	}
	return i == 0 || r.src[i-1] == '\n'
}

// furnitureLines adds the lines that hold nothing but a page number, or dashes.
func (r *reading) furnitureLines(spans []text.Span) []text.Span {
	for at := 0; at < len(r.src); {
		line := lineAt(r.src, at)
		at = line.End + 1
		if line.Len() > longestName {
			continue
		}
		s := trim(r.src, line)
		if s.Empty() {
			continue
		}
		words := s.In(r.src)
		if len(words) >= 3 && strings.Trim(words, "-_*=") == "" || len(words) <= 3 && number(words) > 0 {
			spans = append(spans, s)
		}
	}
	return spans
}
