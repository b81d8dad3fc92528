package mention

import (
	"sort"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// years is a range of report years, inclusive; 0 leaves an end open.
type years struct {
	from, to int
}

func (y years) hold(year int) bool {
	return year == 0 || (y.from == 0 || y.from <= year) && (y.to == 0 || year <= y.to)
}

// readCountries turns the rows of countries.tsv into the table of countries.
func readCountries(rows []row, f *faults) plumbline.Countries {
	var cs plumbline.Countries
	last := map[plumbline.CountryCode]int{}
	for _, r := range rows {
		if len(r.fields) < 3 || len(r.fields) > 4 {
			f.add(r.source, r.span, "the columns are code, years, short name, official name, parted by tabs",
				"%d columns, want 3 or 4", len(r.fields))
			continue
		}
		code := plumbline.CountryCode(r.fields[0].Text)
		if !codeLike(string(code)) {
			f.add(r.source, r.fields[0].Span, "", "code %q is not three capital letters", code)
			continue
		}
		y, ok := readYears(r.fields[1].Text)
		if !ok {
			f.add(r.source, r.fields[1].Span, `write "-", "2018-", "-2017" or "2003-2006"`, "bad years %q", r.fields[1].Text)
			continue
		}
		name := plumbline.CountryName{Text: r.fields[2].Text, From: y.from, To: y.to}
		if len(r.fields) == 4 {
			name.Official = r.fields[3].Text
		}
		i, known := last[code]
		switch {
		case !known:
			last[code] = len(cs)
			cs = append(cs, plumbline.Country{Code: code, Names: []plumbline.CountryName{name}})
		case i != len(cs)-1:
			f.add(r.source, r.fields[0].Span, "put the rows of one code together", "%s has rows further up", code)
		default:
			before := cs[i].Names[len(cs[i].Names)-1]
			if before.To == 0 || y.from <= before.To {
				f.add(r.source, r.fields[1].Span, "list the oldest name first and let no year have two", "years overlap the row before")
			}
			cs[i].Names = append(cs[i].Names, name)
		}
	}
	sort.Slice(cs, func(i, j int) bool { return cs[i].Code < cs[j].Code })
	return cs
}

func codeLike(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := 0; i < 3; i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// readYears reads "-", "2018-", "-2017" or "2003-2006".
func readYears(s string) (years, bool) {
	from, to, found := strings.Cut(s, "-")
	if !found {
		return years{}, false
	}
	a, okA := readYear(from)
	b, okB := readYear(to)
	return years{a, b}, okA && okB && (a == 0 || b == 0 || a <= b)
}

func readYear(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && 1900 <= n && n <= 2999
}

// countryEntries gives every country's names of countries.tsv to the builder.
func countryEntries(rows []row, cs plumbline.Countries, b *builder) {
	seen := map[string]bool{} // a country may bear one name twice
	for _, r := range rows {
		if len(r.fields) < 3 {
			continue
		}
		c := cs.Find(plumbline.CountryCode(r.fields[0].Text))
		if c == nil {
			continue
		}
		e := entry{kind: Place, codes: []plumbline.CountryCode{c.Code}}
		if c.Names[len(c.Names)-1].To != 0 { // withdrawn
			y, _ := readYears(r.fields[1].Text)
			e.years = y
		}
		for _, name := range r.fields[2:] {
			if key := string(c.Code) + name.Text; name.Text != "" && !seen[key] {
				seen[key] = true
				b.add(r.source, name, e)
			}
		}
	}
}

// codesOf reads the ids of a row as country codes.
func codesOf(r row, at text.Cell, cs plumbline.Countries, f *faults) []plumbline.CountryCode {
	var codes []plumbline.CountryCode
	for _, part := range r.source.Cells(at.Span, ' ') {
		if cs.Find(plumbline.CountryCode(part.Text)) == nil {
			f.add(r.source, part.Span, nearestCode(part, cs), "unknown country %q", part.Text)
			continue
		}
		codes = append(codes, plumbline.CountryCode(part.Text))
	}
	return codes
}

func nearestCode(part text.Cell, cs plumbline.Countries) string {
	codes := make([]string, len(cs))
	for i := range cs {
		codes[i] = string(cs[i].Code)
	}
	if near := text.Nearest(part.Text, codes); near != "" {
		return "did you mean " + near + "? codes are listed in countries.tsv"
	}
	return "codes are listed in countries.tsv"
}
