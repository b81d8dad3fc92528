package segment

import (
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// withText drops the headings that no text follows, and the last one of such a
// list where its country has a narrative further on. Where there is one alone,
// a few words do.
func (r *reading) withText(found []heading) []heading {
	if len(found) == 1 && !trim(r.src, text.Span{Start: found[0].span.End, End: len(r.src)}).Empty() {
		return found
	}
	if len(found) > 0 {
		r.first = found[0].span
	}
	last := map[plumbline.CountryCode]int{}
	for i, h := range found {
		if h.country != "" {
			last[h.country] = i
		}
	}
	kept := found[:0]
	bareBefore := false
	for i, h := range found {
		end := len(r.src)
		if i+1 < len(found) {
			end = found[i+1].span.Start
		}
		if !isProse(r.src, text.Span{Start: h.span.End, End: end}) {
			bareBefore = true
			continue
		}
		if bareBefore && last[h.country] > i {
			bareBefore = false
			continue
		}
		bareBefore = false
		kept = append(kept, h)
	}
	return kept
}

// proseWords is how many words in small letters make running text; the names
// in a list of countries have few.
const proseWords = 5

// isProse reports whether s holds some running text.
func isProse(src string, s text.Span) bool {
	s = trim(src, s)
	if s.Len() < 80 {
		return false
	}
	words, last := 0, min(s.End, s.Start+600)
	for i := s.Start; i < last; i++ {
		if !isLower(src[i]) || i > s.Start && blankAt(src, i-1) == 0 {
			continue
		}
		end := i
		for end < last && blankAt(src, end) == 0 {
			end++
		}
		if w := src[i:end]; w != "and" && w != "the" && w != "of" {
			words++
		}
		i = end
	}
	return words >= proseWords
}

// brokenTier widens a line that ends inside a tier, as "HAITI: TIER" and
// "HAITI: TIER 2 WATCH" do, by the line below it.
func (r *reading) brokenTier(words, line text.Span) text.Span {
	s := strings.ToUpper(words.In(r.src)[max(0, words.Len()-len("watch")):])
	if !strings.HasSuffix(s, "TIER") && s != "WATCH" || line.End+1 >= len(r.src) {
		return words
	}
	next := trim(r.src, lineAt(r.src, line.End+1))
	if next.Empty() || next.Len() > len("3 watch list)**") {
		return words
	}
	return text.Span{Start: words.Start, End: next.End}
}

// gluedHeadings appends the headings in capitals that stand inside a line, as
// in "...to the coast.PALAU: TIER 2The Government", in the order of the text.
func (r *reading) gluedHeadings(found []heading, line text.Span) []heading {
	before := len(found)
	for _, mark := range [...]string{"TIER ", "(Tier "} {
		for at := line.Start; ; at += len(mark) {
			i := strings.Index(r.src[at:line.End], mark)
			if i < 0 {
				break
			}
			at += i
			if h, ok := r.gluedHeading(at + strings.IndexByte("T(", mark[0])); ok {
				found = append(found, h)
			}
		}
	}
	slices.SortFunc(found[before:], func(a, b heading) int { return a.span.Start - b.span.Start })
	return found
}

// gluedHeading reads the heading whose tier begins at i.
func (r *reading) gluedHeading(i int) (heading, bool) {
	end := i
	for end > 0 && r.src[end-1] == ' ' {
		end--
	}
	if end == 0 || r.src[end-1] != ':' && r.src[end-1] != '(' {
		return heading{}, false
	}
	h := heading{form: formAt(r.src[:end])}
	end--
	for end > 0 && r.src[end-1] == ' ' {
		end--
	}
	start, _ := r.nameBefore(end)
	if start < 0 || r.weightBefore(start) == 0 {
		return heading{}, false
	}
	h.name = squeeze(r.src[start:end])
	tier, stop := tierAt(r.src, i)
	if stop < 0 {
		return heading{}, false
	}
	for stop < len(r.src) && strings.IndexByte(")]*", r.src[stop]) >= 0 {
		h.automatic = h.automatic || r.src[stop] == '*' && tier == plumbline.Tier3
		stop++
	}
	if !r.proseBegins(stop) {
		return heading{}, false
	}
	h.tier, h.span = tier, text.Span{Start: start, End: stop}
	return h, r.resolve(&h)
}

// titleHeading returns the title of a page on one country as its heading, with
// the tier on a line of its own below it, if there is one.
func (r *reading) titleHeading() (heading, bool) {
	for at := 0; at < min(len(r.src), frontMatter); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := bare(r.src, line)
		if words.Len() > longestTitle {
			break
		}
		name := titleName(words.In(r.src))
		code, ok := r.country(name)
		if name == "" || !ok || !isProse(r.src, text.Span{Start: line.End, End: len(r.src)}) {
			continue
		}
		return heading{span: words, name: name, country: code}, true
	}
	return heading{}, false
}

// titleName returns what stands in a Report's title behind its name and year.
func titleName(s string) string {
	i := strings.Index(strings.ToUpper(s), reportName)
	if i < 0 {
		return ""
	}
	rest := strings.Trim(s[i+len(reportName):], " 0123456789,:-\u2013\u2014|()")
	rest, _, _ = strings.Cut(rest, " - ")
	rest, _, _ = strings.Cut(rest, " | ")
	return strings.TrimSpace(rest)
}
