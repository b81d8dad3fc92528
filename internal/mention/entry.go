package mention

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// choice is how a name is given a country.
type choice uint8

const (
	plain        choice = iota // it has one
	onlyOwn                    // only the narrative's own counts
	firstDefault               // the first, unless the narrative's own is another
	nearest                    // the narrative's own, or the nearest one named nearby
)

// entry is what a name means.
type entry struct {
	kind   Kind
	how    choice
	codes  []plumbline.CountryCode
	region string
	years  years
}

// country returns the country that e means in the narrative of own, if it is
// decided without looking around.
func (e *entry) country(own plumbline.CountryCode) plumbline.CountryCode {
	for _, c := range e.codes {
		if c == own {
			return c
		}
	}
	if len(e.codes) > 0 && (e.how == plain || e.how == firstDefault) {
		return e.codes[0]
	}
	return ""
}

// counts reports whether e is a name at all in the narrative of own and year.
func (e *entry) counts(own plumbline.CountryCode, year int) bool {
	if !e.years.hold(year) {
		return false
	}
	return e.how != onlyOwn || e.country(own) != ""
}

// may reports whether e can mean country c.
func (e *entry) may(c plumbline.CountryCode) bool {
	for _, code := range e.codes {
		if code == c {
			return true
		}
	}
	return false
}

// conditional reports whether e counts in some narratives only.
func (e *entry) conditional() bool { return e.how == onlyOwn || e.years != years{} }

var nameKinds = map[string]Kind{
	"place": Place, "people": People, "city": City, "region": Region, "region-people": RegionPeople, "group": Group,
}

// rowKinds lists what the first column may say.
var rowKinds = []string{"place", "people", "city", "region", "region-people", "adjective", "tail", "group",
	"not", "title", "person", "beside", "apart", "thing", "language", "link"}

// readEntry reads what the names of a row mean. It reports false when the row
// says nothing that could be used.
func readEntry(r row, kind Kind, cs plumbline.Countries, f *faults) (entry, bool) {
	e := entry{kind: kind}
	switch id := r.fields[1]; kind {
	case Place, People, City:
		if e.codes = codesOf(r, id, cs, f); len(e.codes) == 0 {
			return e, false
		}
	default:
		if !idLike(id.Text) {
			f.add(r.source, id.Span, "write small letters and hyphens, such as west-africa", "bad id %q", id.Text)
			return e, false
		}
		e.region = id.Text
	}
	if len(r.fields) > 3 {
		readHow(r, r.fields[3], &e, f)
	}
	if len(e.codes) > 1 && e.how == plain {
		f.add(r.source, r.fields[1].Span, "add own, default or near as the fourth column", "%d countries and no choice between them", len(e.codes))
	}
	return e, true
}

func readHow(r row, at text.Cell, e *entry, f *faults) {
	words := r.source.Cells(at.Span, ' ')
	for i := 0; i < len(words); i++ {
		switch words[i].Text {
		case "own":
			e.how = onlyOwn
		case "default":
			e.how = firstDefault
		case "near":
			e.how = nearest
		case "from", "to":
			year, ok := 0, false
			if i+1 < len(words) {
				year, ok = readYear(words[i+1].Text)
			}
			if !ok {
				f.add(r.source, words[i].Span, "write a report year behind it, such as from 2003", "%s without a year", words[i].Text)
				return
			}
			if words[i].Text == "from" {
				e.years.from = year
			} else {
				e.years.to = year
			}
			i++
		default:
			f.add(r.source, words[i].Span, "it may be own, default, near, from YEAR or to YEAR", "unknown word %q", words[i].Text)
		}
	}
	if (e.how == firstDefault || e.how == nearest) && len(e.codes) < 2 {
		f.add(r.source, at.Span, "", "nothing to choose from: the name has one country")
	}
	if e.years.from != 0 && e.years.to != 0 && e.years.from > e.years.to {
		f.add(r.source, at.Span, "", "the years end before they begin")
	}
}

func idLike(s string) bool {
	return s != "" && s != "-" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == ""
}
