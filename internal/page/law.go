package page

import (
	"cmp"
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
	"plumbline/internal/wording"
)

// Laws is the versions of the law, and which one governs which report.
type Laws struct {
	Day      string // that was asked for, in words; empty for none
	InForce  *LawVersion
	Versions []LawVersion
	Years    []Link // the law of each report
	Last     int    // the last report for which the law is known
	On       string // what was put into the form
}

func (Laws) template() string { return "laws" }

// LawVersion is a version of the law in the list of them.
type LawVersion struct {
	Name    plumbline.StandardName
	Href    string
	Since   string
	Act     string
	Governs string
	Changes Link // what differs from the version before; none for the first
}

// NewLaws lists the versions. On is a day in ISO 8601 that was asked for; empty
// for none.
func NewLaws(book *standard.Book, on string) Laws {
	body := Laws{Last: book.Last(), On: on}
	var before *standard.Standard
	for _, s := range book.Standards {
		v := LawVersion{Name: s.Name, Href: LawPath(s.Name), Since: standard.Day(string(s.Name)), Act: s.Act, Governs: standard.Governs(&s.Standard)}
		if before != nil {
			v.Changes = Link{Href: LawChangesPath(before.Name, s.Name), Text: "what changed"}
		}
		before = s
		body.Versions = append(body.Versions, v)
	}
	for y := book.First(); y <= book.Last(); y++ {
		body.Years = append(body.Years, Link{Href: LawOfReportPath(y), Text: fmt.Sprint(y)})
	}
	if on != "" {
		body.Day = standard.Day(on)
		if s := book.On(on); s != nil {
			for i := range body.Versions {
				if body.Versions[i].Name == s.Name {
					body.InForce = &body.Versions[i]
				}
			}
		}
	}
	return body
}

// Law is one version of the law.
type Law struct {
	Title    string
	Act      string
	Facts    []Fact
	Years    []Link // the other reports made under it
	Before   Link   // what differs from the version before
	After    Link   // what differs in the version after
	Parts    []LawPart
	TwoYears string // the two-year rule in words
	Rule     string // where that stands, and how it is known
	HasRule  bool
	Watch    string
	Presumed string
	Periods  []LawPeriod
	Switches []LawSwitch
	Marks    string
}

func (Law) template() string { return "law" }

// Fact is a label with its value.
type Fact struct{ Label, Value string }

// LawPart is a part of the law with its criteria.
type LawPart struct {
	Name, Title, Note string
	Criteria          []LawCriterion
}

// LawCriterion is one question that the statute puts.
type LawCriterion struct {
	Anchor, Number, Title, Gloss string
	Elements                     []LawElement
	Lead, Formula                string // when it is met; the formula is empty where it is its one element
	Cite, Since, Source          string
}

// LawElement is a part of a criterion that claims can answer.
type LawElement struct {
	Gloss string
	Since string // where it came later than its criterion
	Asks  string
	Types []Link // of the claims that can answer it; none where none can
}

// LawPeriod is the time that a report covers.
type LawPeriod struct {
	Year               int
	Start, End, Source string
}

// LawSwitch is a choice of reading.
type LawSwitch struct {
	Name, Default, Others, Gloss, Because string
}

// NewLaw sets out a version of the law. Year is the report that was asked for; 0
// for none.
func NewLaw(book *standard.Book, s *standard.Standard, year int) Law {
	body := Law{
		Title: "The law since " + standard.Day(string(s.Name)), Act: s.Act, TwoYears: sentence(standard.TwoYears(s.TwoYear)),
		Rule: wording.Dots(s.TwoYear.Cite, s.TwoYear.Source), HasRule: s.TwoYear.CountsFrom != 0,
		Watch: cmp.Or(s.WatchList, "None."), Presumed: cmp.Or(s.Presumption, "None."), Marks: standard.Marks,
	}
	if year != 0 {
		body.Title = fmt.Sprintf("The law of the report of %d", year)
		body.Facts = append(body.Facts, Fact{"In force since", standard.Day(string(s.Name))})
	}
	for _, f := range []Fact{{"Governs", standard.Governs(&s.Standard)}, {"Due", s.Due}, {"Covers", s.Scope}, {"Known from", s.Source}} {
		if f.Value != "" {
			body.Facts = append(body.Facts, f)
		}
	}
	body.neighbours(book, s, year)
	for i := range standard.Parts {
		body.part(book, s, &standard.Parts[i])
	}
	for _, p := range s.Periods {
		body.Periods = append(body.Periods, LawPeriod{p.Year, standard.Day(p.Start), standard.Day(p.End), wording.Dots(p.Cite, p.Source)})
	}
	for _, w := range s.Switches {
		body.Switches = append(body.Switches, LawSwitch{w.Name, w.Values[0], strings.Join(w.Values[1:], ", "), sentence(w.Gloss), sentence(w.Because)})
	}
	return body
}

// neighbours links to the reports under the law and to the versions beside it.
func (l *Law) neighbours(book *standard.Book, s *standard.Standard, year int) {
	if s.FirstReport > 0 {
		for y := s.FirstReport; y <= max(s.LastReport, s.Checked); y++ {
			l.Years = append(l.Years, Link{Href: LawOfReportPath(y), Text: fmt.Sprint(y), Here: y == year})
		}
	}
	for i, one := range book.Standards {
		if one != s {
			continue
		}
		if i > 0 {
			l.Before = Link{Href: LawChangesPath(book.Standards[i-1].Name, s.Name), Text: "Changes since the version of " + standard.Day(string(book.Standards[i-1].Name))}
		}
		if i+1 < len(book.Standards) {
			l.After = Link{Href: LawChangesPath(s.Name, book.Standards[i+1].Name), Text: "Changes in the version of " + standard.Day(string(book.Standards[i+1].Name))}
		}
	}
}

func (l *Law) part(book *standard.Book, s *standard.Standard, part *standard.Part) {
	p := LawPart{Name: part.Name, Title: part.Title, Note: part.Note}
	for i := range s.Criteria {
		c := &s.Criteria[i]
		if !part.Has(c.Role) {
			continue
		}
		k := LawCriterion{Anchor: c.As, Number: string(c.ID), Title: c.Title, Gloss: c.Gloss, Lead: standard.Lead(c.Role), Formula: s.InWords(i),
			Cite: c.Cite, Since: standard.Day(string(c.Since)), Source: c.Source}
		for _, e := range c.Elements {
			one := LawElement{Gloss: e.Gloss}
			if e.Since > c.Since {
				one.Since = standard.Day(string(e.Since))
			}
			if evidence := book.Evidence(e.Name); evidence != nil {
				one.Asks = evidence.Asks
				for _, t := range evidence.Types {
					one.Types = append(one.Types, Link{Href: TypePath(t), Text: wording.TypeName(t)})
				}
			}
			k.Elements = append(k.Elements, one)
		}
		p.Criteria = append(p.Criteria, k)
	}
	if len(p.Criteria) > 0 {
		l.Parts = append(l.Parts, p)
	}
}

// sentence makes a statement of a phrase.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
