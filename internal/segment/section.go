package segment

import (
	"sort"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// mark is where a section heading may stand in a narrative.
type mark struct {
	head   text.Span
	body   int // where the section's text begins
	part   int // index into layout.parts
	weight int
}

// The weights of marks: a heading on a line of its own is nearly always one, a
// word in capitals glued to prose only if the order of sections bears it out.
const (
	ownLine  = 8
	runIn    = 6
	lineHead = 4
	glued    = 3
	weak     = 1
)

// mostMarks bounds the marks looked at in one narrative.
const mostMarks = 400

// longestPhrase is the length in bytes of the longest section heading with a
// country's name.
const longestPhrase = 100

// marks lists where the headings of l stand in the body of a narrative, in the
// order of the text.
func (r *reading) marks(l *layout, body text.Span) []mark {
	var found []mark
	for at := body.Start; at < body.End; {
		line := lineAt(r.src[:body.End], at)
		at = line.End + 1
		if m, ok := r.lineMark(l, line); ok && len(found) < mostMarks {
			found = append(found, m)
		}
	}
	for i, p := range l.parts {
		if !strong(found, i) {
			for _, t := range p.heads {
				found = r.gluedMarks(found, i, t, body)
			}
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].head.Start < found[j].head.Start })
	return found
}

func strong(found []mark, part int) bool {
	for _, m := range found {
		if m.part == part && m.weight >= runIn {
			return true
		}
	}
	return false
}

// lineMark reads the heading with which a line begins, if it does.
func (r *reading) lineMark(l *layout, line text.Span) (mark, bool) {
	start := line.Start
	for start < line.End && strings.IndexByte(" \t#*_>", r.src[start]) >= 0 {
		start++
	}
	if start >= line.End || !isUpper(r.src[start]) {
		return mark{}, false
	}
	for i, p := range l.parts {
		for _, t := range p.heads {
			if upper(t.words[0]) != r.src[start] {
				continue
			}
			n := foldPrefix(r.src[start:line.End], t.words)
			if n < 0 {
				continue
			}
			if m, ok := r.headLine(t, line, start, start+n); ok {
				m.part = i
				return m, true
			}
		}
	}
	return mark{}, false
}

// headLine judges a line on which the words of t stand from start to end.
func (r *reading) headLine(t title, line text.Span, start, end int) (mark, bool) {
	src := r.src
	capitals := allCaps(src[start:end])
	if t.country {
		rest := strings.TrimRight(src[end:line.End], " \t\r*_:.#")
		if line.End-start <= longestPhrase && !strings.ContainsAny(rest, ":;") && rest != "" {
			return mark{head: trim(src, line), body: line.End, weight: ownLine}, true
		}
		if i := strings.IndexByte(src[end:min(line.End, start+longestPhrase)], ':'); i >= 0 {
			return mark{head: text.Span{Start: line.Start, End: end + i + 1}, body: r.pastMarks(end + i + 1), weight: runIn}, true
		}
		if stop := r.countryEnd(end, line.End); capitals && stop > 0 {
			return mark{head: text.Span{Start: line.Start, End: stop}, body: stop, weight: lineHead}, true
		}
		return mark{}, false
	}
	rest := src[end:line.End]
	switch after := strings.TrimLeft(rest, " \t"); {
	case strings.Trim(rest, " \t\r*_:.#") == "":
		return mark{head: trim(src, line), body: line.End, weight: ownLine}, true
	case after[0] == ':' || strings.HasPrefix(rest, "**") || strings.HasPrefix(rest, "__"):
		return mark{head: text.Span{Start: line.Start, End: end}, body: r.pastMarks(end), weight: runIn}, true
	case rest[0] == '.' && strings.HasPrefix(rest, ". ") && len(rest) > 2 && isUpper(rest[2]):
		return mark{head: text.Span{Start: line.Start, End: end + 1}, body: end + 1, weight: lineHead}, true
	case capitals && r.proseBegins(end):
		return mark{head: text.Span{Start: line.Start, End: end}, body: end, weight: lineHead}, true
	}
	return mark{}, false
}

// pastMarks passes over the colon and the decoration behind a heading.
func (r *reading) pastMarks(i int) int {
	for i < len(r.src) && strings.IndexByte(":*_ ", r.src[i]) >= 0 {
		i++
	}
	return i
}

// chain picks the marks that make sense together: in the order that the layout
// expects, each section once, with the greatest weight. Headings on lines of
// their own of sections still missing are kept in any order.
func chain(l *layout, marks []mark) []mark {
	type link struct{ sum, mark, before int }
	best := make([]int, len(l.parts)) // by part: index into links of the best chain that ends there
	for i := range best {
		best[i] = -1
	}
	var links []link
	for i, m := range marks {
		k := link{sum: m.weight, mark: i, before: -1}
		for p := 0; p < m.part; p++ {
			if b := best[p]; b >= 0 && marks[links[b].mark].body <= m.head.Start && links[b].sum+m.weight > k.sum {
				k.sum, k.before = links[b].sum+m.weight, b
			}
		}
		if b := best[m.part]; b < 0 || links[b].sum < k.sum {
			links = append(links, k)
			best[m.part] = len(links) - 1
		}
	}
	end := -1
	for _, b := range best {
		if b >= 0 && (end < 0 || links[b].sum > links[end].sum) {
			end = b
		}
	}
	used := make([]bool, len(l.parts))
	var kept []mark
	for ; end >= 0; end = links[end].before {
		m := marks[links[end].mark]
		used[m.part] = true
		kept = append(kept, m)
	}
	for _, m := range marks {
		if m.weight >= ownLine && !used[m.part] {
			used[m.part] = true
			kept = append(kept, m)
		}
	}
	sort.Slice(kept, func(i, j int) bool { return kept[i].head.Start < kept[j].head.Start })
	return kept
}

// cut returns the sections of a narrative's body under layout l, and the tier
// with which a rating begins, if one does.
func (r *reading) cut(l *layout, body text.Span, marks []mark) ([]plumbline.Section, plumbline.Tier) {
	end := body.End
	if len(marks) > 0 {
		end = marks[0].head.Start
	}
	sections, rated := r.open(l, text.Span{Start: body.Start, End: end})
	for i, m := range marks {
		end := body.End
		if i+1 < len(marks) {
			end = marks[i+1].head.Start
		}
		sections = r.add(sections, plumbline.Section{
			Name:    l.parts[m.part].name,
			Heading: trim(r.src, m.head),
			Span:    text.Span{Start: min(m.body, end), End: end},
		})
	}
	return sections, rated
}

// add appends s unless it has no text. Two sections of one name that follow
// each other are one.
func (r *reading) add(sections []plumbline.Section, s plumbline.Section) []plumbline.Section {
	for s.Span.Start < s.Span.End && (r.src[s.Span.Start] == ':' || blankAt(r.src[:s.Span.End], s.Span.Start) > 0) {
		s.Span.Start += max(1, blankAt(r.src[:s.Span.End], s.Span.Start))
	}
	s.Span = r.clear(s.Span)
	if s.Span.Empty() {
		return sections
	}
	return append(sections, s)
}
