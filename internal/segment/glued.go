package segment

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"plumbline/internal/text"
)

// countryEnd returns the end of the country's name in capitals that stands
// behind i and before limit, or -1. Where nobody knows the name it ends before
// a colon, or before the last capital, which begins the text.
func (r *reading) countryEnd(i, limit int) int {
	i += gapAt(r.src[:limit], i)
	if end := r.longestName(i); end > 0 && end <= limit {
		return end
	}
	end := nameRun(r.src, i, limit)
	switch {
	case end-i < 4:
		return -1
	case end < len(r.src) && r.src[end] == ':':
		return end
	case end < len(r.src) && isLower(r.src[end]):
		return end - 1
	}
	return -1
}

// gluedMarks appends the places where the words of t stand in capitals inside a
// line: "...minorities.PROSECUTIONThe government". In running prose the same
// words follow no full stop, and small letters or more capitals follow them.
func (r *reading) gluedMarks(found []mark, part int, t title, body text.Span) []mark {
	first, _, _ := strings.Cut(t.words, " ")
	for at, tries := body.Start, 0; ; tries++ {
		i := strings.Index(r.src[at:body.End], first)
		if i < 0 || len(found) >= mostMarks || tries >= 4*mostMarks {
			return found
		}
		start := at + i
		at = start + len(first)
		n := foldPrefix(r.src[start:body.End], t.words)
		if n < 0 || !allCaps(r.src[start:start+n]) {
			continue
		}
		weight, end := r.weightBefore(start), start+n
		if t.country {
			if end = r.countryEnd(end, body.End); end < 0 {
				continue
			}
		} else if !r.proseBegins(end) {
			continue
		}
		if weight > 0 {
			found = append(found, mark{head: text.Span{Start: start, End: end}, body: end, part: part, weight: weight})
		}
	}
}

// weightBefore judges a heading by what stands before it: the end of a
// sentence, furniture, or a small letter that it is glued to.
func (r *reading) weightBefore(i int) int {
	if r.endsFurniture(i) {
		return glued
	}
	j := i
	for j > 0 && r.src[j-1] == ' ' {
		j--
	}
	if r.endsFurniture(j) {
		return glued
	}
	c, _ := utf8.DecodeLastRuneInString(r.src[:j])
	switch {
	case j == 0 || c == '\n':
		return glued
	case strings.ContainsRune(".!?\"”ﬂ)]’", c):
		return glued
	case j == i && unicode.IsLower(c):
		return weak
	}
	return 0
}

// endsFurniture reports whether a piece of furniture ends at i.
func (r *reading) endsFurniture(i int) bool {
	n := sort.Search(len(r.furniture), func(k int) bool { return r.furniture[k].End >= i })
	return n < len(r.furniture) && r.furniture[n].End == i
}

// proseBegins reports whether a sentence can begin at i, right behind a heading
// in capitals: with a capital, but not with one more word in capitals after a
// space.
func (r *reading) proseBegins(i int) bool {
	j := i + gapAt(r.src, i)
	if n := sort.Search(len(r.furniture), func(k int) bool { return r.furniture[k].Start >= j }); n < len(r.furniture) && r.furniture[n].Start == j {
		return true
	}
	if j+1 >= len(r.src) || !capitalAt(r.src, j) {
		return false
	}
	_, n := utf8.DecodeRuneInString(r.src[j:])
	if j == i {
		return !endsWord(r.src[j:])
	}
	return j+n >= len(r.src) || !capitalAt(r.src, j+n)
}

// endsWord reports whether s goes on as the rest of a longer word in capitals
// would: PROSECUTIONS, PROTECTIONISM.
func endsWord(s string) bool {
	n := capitals(s)
	if n < len(s) && isLower(s[n]) {
		return false
	}
	switch s[:n] {
	case "S", "AL", "ED", "IST", "ISTS", "ISM", "IVE":
		return true
	}
	return false
}
