package segment

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

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

// countryEnd returns the end of the country's name in capitals that stands
// behind i and before limit, or -1. Where nobody knows the name it ends before
// a colon, or before the last capital, which begins the text.
func (r *reading) countryEnd(i, limit int) int {
	i = skipSpaces(r.src, i)
	if end := r.longestName(i); end > 0 {
		return end
	}
	end := i
	for end < min(limit, i+longestName) {
		c, n := utf8.DecodeRuneInString(r.src[end:])
		if !nameRune(c) {
			break
		}
		end += n
	}
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
	for at := body.Start; ; {
		i := strings.Index(r.src[at:body.End], first)
		if i < 0 || len(found) >= mostMarks {
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
	j := skipSpaces(r.src, i)
	if n := sort.Search(len(r.furniture), func(k int) bool { return r.furniture[k].Start >= j }); n < len(r.furniture) && r.furniture[n].Start == j {
		return true
	}
	if j+1 >= len(r.src) || !capitalAt(r.src, j) {
		return false
	}
	_, n := utf8.DecodeRuneInString(r.src[j:])
	return j == i || j+n >= len(r.src) || !capitalAt(r.src, j+n)
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
	sections, rated := r.opening(l, text.Span{Start: body.Start, End: end})
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
	s.Span = trim(r.src, s.Span)
	if s.Span.Empty() {
		return sections
	}
	return append(sections, s)
}

// opening cuts the text before the first heading: the section that opens, and
// the one that begins by a rule inside it.
func (r *reading) opening(l *layout, s text.Span) ([]plumbline.Section, plumbline.Tier) {
	var sections []plumbline.Section
	var rated plumbline.Tier
	first := plumbline.Section{Name: plumbline.Profile, Span: s}
	if len(l.parts) > 0 && l.parts[0].opens {
		first.Name = l.parts[0].name
	}
	for _, p := range l.parts {
		if len(p.rules) == 0 {
			continue
		}
		at, head, tier := r.begin(p.rules, s)
		if at < 0 {
			continue
		}
		first.Span.End = at
		if !head.Empty() {
			first.Span.End = head.Start
		}
		rated = tier
		sections = r.add(sections, first)
		return r.add(sections, plumbline.Section{Name: p.name, Span: text.Span{Start: at, End: s.End}, Heading: head}), rated
	}
	return r.add(sections, first), rated
}

// begin returns where a section begins in s by the first rule that holds, or
// -1, with the tier that heads it.
func (r *reading) begin(rules []rule, s text.Span) (at int, head text.Span, tier plumbline.Tier) {
	for _, rule := range rules {
		switch rule {
		case fromTier:
			if at, head, tier := r.rating(s); at >= 0 {
				return at, head, tier
			}
		case fromCompliance:
			if at := r.stated(s, meets); at >= 0 {
				return at, text.Span{}, ""
			}
		case fromOutcome:
			if at := r.stated(s, outcome); at >= 0 {
				return at, text.Span{}, ""
			}
		case fromLast:
			t := trim(r.src, s)
			if i := strings.LastIndex(t.In(r.src), "\n"); i >= 0 {
				return t.Start + i + 1, text.Span{}, ""
			}
		}
	}
	return -1, text.Span{}, ""
}

// rating finds the first paragraph of s that begins with a tier.
func (r *reading) rating(s text.Span) (at int, head text.Span, tier plumbline.Tier) {
	for from := s.Start; from < s.End; {
		line := lineAt(r.src[:s.End], from)
		from = line.End + 1
		p := trim(r.src, line)
		if p.Empty() {
			continue
		}
		if tier, n := ratedAt(p.In(r.src), 0); n > 0 {
			return p.Start + n, trim(r.src, text.Span{Start: p.Start, End: p.Start + n}), tier
		}
	}
	return -1, text.Span{}, ""
}

// stated returns the beginning of the first sentence of s that states a fact,
// or -1.
func (r *reading) stated(s text.Span, f fact) int {
	r.scan(s)
	for _, st := range r.statements {
		if st.phrase.fact == f && st.phrase.value != "none" {
			n := r.words.SentenceAt(st.first)
			return int(r.words.Tokens[r.words.Sentences[n].First].Start)
		}
	}
	return -1
}
