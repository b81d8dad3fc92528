package segment

import (
	"strings"

	"plumbline/internal/text"
)

// Report years that a text may give. The law that asks for the reports is of
// the year 2000.
const firstYear, lastYear = 2000, 2100

// longestTitle is the length in bytes of the longest line that is still taken
// for a title or heading.
const longestTitle = 140

// frontMatter is how many bytes at the beginning of a text may hold its title
// and date.
const frontMatter = 4000

// reportYear returns the year of the report, or 0. What the user said beats
// the text; in the text, the title and the date of release give it.
func (r *reading) reportYear() int {
	if r.d.Context.Year != 0 {
		return r.d.Context.Year
	}
	for _, said := range [...]string{r.d.Released, r.d.Title} {
		if year, ok := yearIn(said); ok {
			return year
		}
	}
	return r.titleYear()
}

// titleYear reads the lines before the first prose. A line with the report's
// name and a year beats a line that is a date.
func (r *reading) titleYear() int {
	dated := 0
	for at := 0; at < min(len(r.src), frontMatter); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := bare(r.src, line)
		if words.Len() > longestTitle {
			break
		}
		s := words.In(r.src)
		year, ok := yearIn(s)
		if !ok {
			continue
		}
		if isTitle(s) {
			return year
		}
		if dated == 0 && isDate(s) {
			dated = year
		}
	}
	return dated
}

// yearIn returns the first year that stands in s as a word of its own.
func yearIn(s string) (int, bool) {
	for i := 0; i+4 <= len(s); i++ {
		if i > 0 && (isDigit(s[i-1]) || isLetter(s[i-1])) || i+4 < len(s) && (isDigit(s[i+4]) || isLetter(s[i+4])) {
			continue
		}
		if year := number(s[i : i+4]); year >= firstYear && year <= lastYear {
			return year, true
		}
	}
	return 0, false
}

// number returns the value of the digits s, or -1.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || n > 1e6 {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	if s == "" {
		return -1
	}
	return n
}

// reportName is what every Report is called.
const reportName = "TRAFFICKING IN PERSONS REPORT"

// isTitle reports whether a line with a year in it is a Report's title. It has
// the Report's name, and either every longer word begins with a capital or the
// line is nothing but name and year, up to a mark; running prose is neither.
func isTitle(s string) bool {
	if !strings.Contains(strings.ToUpper(s), reportName) {
		return false
	}
	rest := strings.TrimLeft(s, "0123456789 ")
	if n := foldPrefix(rest, reportName); n > 0 {
		rest = strings.TrimLeft(rest[n:], "0123456789, ")
		if rest == "" || strings.IndexByte(":-(|", rest[0]) >= 0 || strings.HasPrefix(rest, "–") {
			return true
		}
	}
	for _, w := range strings.Fields(s) {
		if len(w) > 4 && isLower(w[0]) {
			return false
		}
	}
	return true
}

// isDate reports whether a line is a date of release and nothing else: "June
// 12, 2007", "Publication date: 30 June 2016", "JUNE 2018".
func isDate(s string) bool {
	month := false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool {
		return c == ' ' || c == ',' || c == ':' || c == '.' || c == '(' || c == ')' || c == '/' || c == '-'
	}) {
		switch {
		case isMonth(w):
			month = true
		case isDigit(w[0]):
		case w == "released" || w == "release" || w == "published" || w == "publication" || w == "date" || w == "of" || w == "on":
		default:
			return false
		}
	}
	return month || number(strings.TrimSpace(s)) > 0
}

func isMonth(w string) bool {
	for _, m := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if w == m || len(w) >= 3 && w == m[:3] {
			return true
		}
	}
	return false
}

// endYear returns the year in brackets that ends a paragraph of s, the last
// one that has any, and the span of the brackets.
func endYear(src string, s text.Span) (int, text.Span) {
	for end := s.End; end > s.Start; {
		from := s.Start
		if i := strings.LastIndexByte(src[s.Start:end], '\n'); i >= 0 {
			from = s.Start + i + 1
		}
		p := trim(src, text.Span{Start: from, End: end})
		last := p.End
		for last > p.Start && (src[last-1] == '.' || src[last-1] == ';') {
			last--
		}
		if mark := last - len("(2015)"); mark >= p.Start && src[mark] == '(' && src[last-1] == ')' {
			if year := number(src[mark+1 : last-1]); year >= firstYear && year <= lastYear {
				return year, text.Span{Start: mark, End: p.End}
			}
		}
		end = from - 1
	}
	return 0, text.Span{}
}
