package plain

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
	"plumbline/internal/wording"
)

// Law prints a version of the law: what it asks, in plain words, with its
// citations and how each part is known. Year is the report that was asked for;
// 0 for none.
func Law(w io.Writer, s *standard.Standard, year int, style Style) error {
	p := newPen(style)
	title := "The law since " + standard.Day(string(s.Name))
	if year != 0 {
		title = fmt.Sprintf("The law of the report of %d, in force since %s", year, standard.Day(string(s.Name)))
	}
	p.para(0, bold, title)
	p.para(0, none, s.Act)
	p.blank()
	p.fact("version", string(s.Name))
	p.fact("governs", standard.Governs(&s.Standard))
	p.fact("due", s.Due)
	p.fact("covers", s.Scope)
	p.fact("known from", s.Source)
	for i := range standard.Parts {
		p.criteria(s, &standard.Parts[i])
	}
	p.lawRules(s)
	p.switches(s.Switches)
	p.blank()
	p.para(0, faint, "Glosses are ours, not the words of the statute. "+standard.Marks+".")
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	return p.flush(w)
}

// fact is a label with a value.
func (p *pen) fact(label, value string) {
	if value != "" {
		p.entry(entry{indent: 2, room: 14, label: label, how: faint, body: []string{wording.Clean(value)}})
	}
}

func (p *pen) criteria(s *standard.Standard, part *standard.Part) {
	begun := false
	for i := range s.Criteria {
		c := &s.Criteria[i]
		if !part.Has(c.Role) {
			continue
		}
		if !begun {
			p.part(part.Title)
			p.para(0, faint, part.Note)
			begun = true
		}
		p.blank()
		p.para(0, bold, string(c.ID)+"  "+c.Title)
		p.para(2, none, c.Gloss)
		for _, e := range c.Elements {
			line := e.Gloss
			if e.Since > c.Since {
				line += " (since " + standard.Day(string(e.Since)) + ")"
			}
			p.entry(entry{indent: 2, room: 2, label: "·", body: []string{line}})
		}
		if words := s.InWords(i); words != "" {
			p.para(2, cyan, standard.Lead(c.Role)+" "+words)
		}
		p.para(2, faint, fmt.Sprintf("%s · since %s · %s", c.Cite, c.Since, c.Source))
	}
}

// lawRules prints the two-year rule, the data presumption and the periods.
func (p *pen) lawRules(s *standard.Standard) {
	p.part("Rules")
	p.blank()
	p.para(0, bold, "Two-year rule")
	p.para(2, none, sentence(standard.TwoYears(s.TwoYear)))
	if s.TwoYear.Cite != "" {
		p.para(2, faint, s.TwoYear.Cite+" · "+s.TwoYear.Source)
		p.para(2, none, "A Tier 3 reached by this rule alone is an automatic downgrade, not a finding of no efforts.")
	}
	for _, one := range [][2]string{{"Special Watch List", s.WatchList}, {"Data presumption", s.Presumption}} {
		p.blank()
		p.para(0, bold, one[0])
		p.para(2, none, cmp.Or(one[1], "None."))
	}
	p.blank()
	p.para(0, bold, "Reporting period")
	if len(s.Periods) == 0 {
		p.para(2, none, "Not known for these reports.")
	}
	for _, one := range s.Periods {
		p.para(2, none, fmt.Sprintf("report of %d: %s to %s", one.Year, standard.Day(one.Start), standard.Day(one.End)))
		p.para(4, faint, strings.TrimPrefix(one.Cite+" · "+one.Source, " · "))
	}
}

// sentence makes a statement of a phrase.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}

func (p *pen) switches(list []plumbline.Switch) {
	if len(list) == 0 {
		return
	}
	p.part("Switches of reading")
	p.para(0, faint, "Where the law leaves room, a choice is made here. The first value stands unless told otherwise; one that stands alone is fixed.")
	for _, s := range list {
		p.blank()
		p.para(0, bold, s.Name+": "+strings.Join(s.Values, " | "))
		p.para(2, none, sentence(s.Gloss))
		p.para(2, faint, "Why: "+s.Because+".")
	}
}

// LawDiff prints how one version of the law differs from another, side by side
// in words.
func LawDiff(w io.Writer, a, b *standard.Standard, changes []standard.Change, style Style) error {
	p := newPen(style)
	p.para(0, bold, fmt.Sprintf("From the law since %s to the law since %s", standard.Day(string(a.Name)), standard.Day(string(b.Name))))
	p.blank()
	p.fact("before", a.Act)
	p.fact("", standard.Governs(&a.Standard))
	p.fact("after", b.Act)
	p.fact("", standard.Governs(&b.Standard))
	if len(changes) == 0 {
		p.blank()
		p.para(0, none, "Nothing that the reports are held to differs.")
	}
	for i := range changes {
		c := &changes[i]
		if i == 0 || changes[i-1].What != c.What || changes[i-1].New != c.New {
			p.blank()
			p.para(0, bold, strings.TrimSpace(number(c)+"  "+c.What))
		}
		p.change(c)
	}
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	return p.flush(w)
}

func number(c *standard.Change) string {
	if c.New == "" {
		return string(c.Old)
	}
	return string(c.New)
}

func (p *pen) change(c *standard.Change) {
	how := map[standard.ChangeKind]paint{standard.CriterionAdded: green, standard.ElementAdded: green, standard.CriterionDropped: red, standard.ElementDropped: red}[c.Kind]
	kind := string(c.Kind)
	if c.New == "" && c.Old == "" {
		kind = ""
	}
	if kind != "" {
		p.para(2, how, kind)
	}
	if c.From != "" {
		p.entry(entry{indent: 4, room: 8, label: "before", how: faint, body: []string{wording.Clean(c.From)}})
	}
	if c.To != "" {
		p.entry(entry{indent: 4, room: 8, label: "after", how: faint, body: []string{wording.Clean(c.To)}})
	}
}
