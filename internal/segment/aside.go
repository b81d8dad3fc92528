package segment

import (
	"sort"
	"strings"

	"plumbline/internal/text"
)

// An aside is furniture that stands in lines of its own: running heads, notes,
// boxes on special topics, tables of law enforcement. Sections end before the
// asides at their edges and are read through those in their middle.

// longestBox is the length in bytes of the longest box looked for. Where many
// boxes show no end, what looks like their titles means something else.
const longestBox, mostOpenBoxes = 8000, 40

// findAsides returns the asides of the whole text, sorted and apart.
func (r *reading) findAsides() []text.Span {
	var spans []text.Span
	before := text.Span{} // the line before that is not empty
	parted := false       // an empty line stands behind it
	open := 0             // boxes without an end
	for at := 0; at < len(r.src); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := trim(r.src, line)
		if words.Empty() {
			parted = true
			continue
		}
		end := 0
		switch kind := r.around.kind(bare(r.src, line).In(r.src)); {
		case kind == aLine, kind == aNote, r.isRunningHead(words):
			end = words.End
		case kind == aBox && open < mostOpenBoxes:
			if end = r.boxEnd(line.End+1, false); end == 0 {
				open++
				r.doubt("", words, "a box on a special topic seems to begin here, and nothing shows where it ends",
					"what is read below it may be the box's; compare the printed page")
			}
		case parted && open < mostOpenBoxes && r.breaksOff(before) && r.isBoxTitle(words):
			if end = r.boxEnd(line.End+1, true); end == 0 {
				open++
			}
		case words.Len() <= longestAround:
			var start int
			if start, end = r.table(words, before); end > 0 && start < words.Start {
				words.Start = start
			}
		}
		if end > 0 {
			spans = append(spans, text.Span{Start: words.Start, End: end})
			at = max(at, end)
			continue // the text before the aside goes on behind it
		}
		before, parted = words, false
	}
	return apart(spans)
}

// isRunningHead reports whether a line is a country's name in capitals and
// nothing else but perhaps a page number.
func (r *reading) isRunningHead(line text.Span) bool {
	if line.Len() > longestName || line.Len() < 4 {
		return false
	}
	name := strings.Trim(line.In(r.src), "0123456789 |")
	if len(name) < 4 || !capitalAt(name, 0) || !allCaps(name) || len(name) < line.Len() && len(name)+6 < line.Len() {
		return false
	}
	_, ok := r.country(squeeze(name))
	return ok
}

// breaksOff reports whether a line is prose that ends inside a sentence.
func (r *reading) breaksOff(line text.Span) bool {
	if line.Len() < 30 {
		return false
	}
	c := r.src[line.End-1]
	return isLower(c) || c == ',' || isDigit(c)
}

// isBoxTitle reports whether a line is short, in capitals and no heading that
// is known.
func (r *reading) isBoxTitle(line text.Span) bool {
	s := line.In(r.src)
	return len(s) <= 100 && len(s) >= 4 && isUpper(s[0]) && allCaps(s) && !r.isHeading(line)
}

// isHeading reports whether a line heads a section or a narrative.
func (r *reading) isHeading(line text.Span) bool {
	if line.Len() <= longestHeading {
		if _, _, end := findTier(line.In(r.src)); end >= 0 && strings.Trim(line.In(r.src)[end:], " )]*_#.:") == "" {
			return true
		}
	}
	for _, l := range r.layouts {
		if m, ok := r.lineMark(l, line); ok && m.weight >= runIn {
			return true
		}
	}
	return false
}

// boxEnd returns where the box ends whose text begins at at: where a paragraph
// goes on in small letters or, unless only that counts, before a heading or a
// rule. It returns 0 where neither follows.
func (r *reading) boxEnd(at int, smallOnly bool) int {
	limit := min(len(r.src), at+longestBox)
	parted := false
	for at < limit {
		line := lineAt(r.src, at)
		words := trim(r.src, line)
		switch {
		case words.Empty():
			parted = true
		case parted && isLower(r.src[words.Start]):
			return words.Start
		case r.isHeading(line):
			if smallOnly {
				return 0
			}
			return words.Start
		case words.Len() >= 3 && strings.Trim(words.In(r.src), "-_*=") == "":
			return words.End
		default:
			parted = false
		}
		at = line.End + 1
	}
	return 0
}

// table returns the beginning and end of the table of law enforcement that a
// line heads: years with numbers below the names of its columns. The title in
// capitals on the line before belongs to it.
func (r *reading) table(line, before text.Span) (start, end int) {
	if !isTableHead(line.In(r.src)) {
		return 0, 0
	}
	for at := line.End; at < len(r.src); {
		next := lineAt(r.src, min(len(r.src), at+1))
		words := trim(r.src, next)
		if !words.Empty() && !isTableRow(words.In(r.src)) {
			break
		}
		if !words.Empty() {
			end = words.End
		}
		at = max(next.End, at+1)
	}
	if end == 0 {
		return 0, 0
	}
	start = line.Start
	if !before.Empty() && before.Len() <= 80 && allCaps(before.In(r.src)) && !r.isHeading(before) {
		start = before.Start
	}
	return start, end
}

func isTableHead(s string) bool {
	if len(s) < len("prosecutions convictions") || strings.Contains(s, ". ") {
		return false
	}
	s = strings.ToUpper(s)
	return strings.Contains(s, "PROSECUTIONS") && strings.Contains(s, "CONVICTIONS") && (strings.Contains(s, "VICTIMS") || strings.HasPrefix(s, "YEAR"))
}

// isTableRow reports whether a line is a year and two numbers at least.
func isTableRow(s string) bool {
	s = strings.TrimLeft(s, " |")
	if _, ok := yearIn(s[:min(len(s), 4)]); !ok || len(s) == 4 || strings.IndexByte(" \t|", s[4]) < 0 {
		return false
	}
	numbers := 0
	for _, w := range strings.FieldsFunc(s[4:], func(c rune) bool { return strings.ContainsRune(" \t|()*,\u00a0–-", c) }) {
		switch {
		case number(w) >= 0:
			numbers++
		case w != "N/A" && w != "n/a":
			return false
		}
	}
	return numbers >= 2
}

// clear takes the asides at the edges of s off it.
func (r *reading) clear(s text.Span) text.Span {
	for {
		s = trim(r.src, s)
		n := sort.Search(len(r.asides), func(k int) bool { return r.asides[k].End > s.Start })
		if n < len(r.asides) && r.asides[n].Start <= s.Start && !s.Empty() {
			s.Start = min(s.End, r.asides[n].End)
			continue
		}
		n = sort.Search(len(r.asides), func(k int) bool { return r.asides[k].End >= s.End })
		if n < len(r.asides) && r.asides[n].Start < s.End && !s.Empty() {
			s.End = max(s.Start, r.asides[n].Start)
			continue
		}
		return s
	}
}

// restAt returns where the site's own words begin in the last section of a
// narrative, or its end.
func (r *reading) restAt(s text.Span) int {
	for at := s.Start; at < s.End; {
		line := lineAt(r.src[:s.End], at)
		at = line.End + 1
		if line.Len() <= longestAround && r.around.kind(bare(r.src, line).In(r.src)) == aRest && !trim(r.src, text.Span{Start: s.Start, End: line.Start}).Empty() {
			return line.Start
		}
	}
	return s.End
}
