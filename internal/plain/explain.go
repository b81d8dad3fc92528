package plain

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// ExplainData is what Explain shows.
type ExplainData struct {
	Claim    *plumbline.Claim
	Text     string    // of the Document
	Part     []string  // the chapter and headings of the original that it stands under
	Sentence text.Span // the sentence that the claim stands in; empty for the claim alone
	Rule     RuleText
	Leads    []Lead
	Near     []NearMiss
	Sample   bool
	Names    plumbline.Countries
}

// RuleText is a rule as its file has it.
type RuleText struct {
	Name    plumbline.RuleName
	Doc     string
	Place   string // file and line
	Pattern string // as written; may have several lines
}

// Lead says which words led to a participant or figure of the claim.
type Lead = wording.Lead

// NearMiss is a rule that began to match and did not.
type NearMiss = wording.NearMiss

// Explain prints a claim's sentence with the claim and its cues marked, what
// the claim says field by field, the rule that found it and what almost
// matched.
func Explain(w io.Writer, d ExplainData, s Style) error {
	p := newPen(s)
	c := d.Claim
	if d.Sample {
		p.para(0, yellow, wording.SampleNote)
		p.blank()
	}
	p.para(0, bold, fmt.Sprintf("Claim %s: %s", c.ID, strings.ToLower(wording.TypeName(c.Type))))
	p.phrases(faint, explainPlace(d))
	p.blank()
	sentence := d.sentence()
	m := &marked{text: sentence.In(d.Text), start: sentence.Start, marks: []underline{{c.Citation.Span, '─', "claim", green}}}
	for _, e := range c.Evidence {
		m.marks = append(m.marks, underline{e.Span, '^', string(e.What), yellow})
	}
	for _, l := range d.Leads {
		if l.Marks() {
			m.marks = append(m.marks, underline{l.Words, '^', l.Role, cyan})
		}
	}
	m.marks = slices.Compact(m.marks)
	m.write(p, 2)
	d.outside(p, sentence)
	d.fields(p)
	d.leads(p, sentence)
	d.rule(p)
	d.near(p)
	if d.Sample {
		p.blank()
		p.para(0, yellow, wording.SampleNote)
	}
	return p.flush(w)
}

func explainPlace(d ExplainData) string {
	c := d.Claim
	src := text.Source{Text: d.Text}
	at := src.Position(c.Citation.Span.Start)
	one := cited{Citation: c.Citation, where: string(c.Section), part: d.Part}
	if one.where == "" {
		one.where = "no section"
	}
	country := d.Names.Name(c.Country, c.Year)
	if c.Year != 0 {
		country += fmt.Sprintf(" %d", c.Year)
	}
	file := wording.Clean(c.File)
	if len(d.Part) == 0 && c.Citation.Page == 0 { // the text is the file's own
		file += fmt.Sprintf(":%d:%d", at.Line, at.Column)
	}
	return fmt.Sprintf("%s · %s · %s", wording.Clean(country), file, one.place())
}

// sentence returns the span to show: inside the text, and with the claim in
// it.
func (d ExplainData) sentence() text.Span {
	s := d.Claim.Citation.Span
	if !d.Sentence.Empty() {
		s = s.Join(d.Sentence)
	}
	return wording.Inside(s, d.Text)
}

// outside lists the evidence that stands in another sentence and is not told
// of with what it led to.
func (d ExplainData) outside(p *pen, sentence text.Span) {
	for _, e := range d.Claim.Evidence {
		told := slices.ContainsFunc(d.Leads, func(l Lead) bool { return l.From == e.Span })
		if s := wording.Inside(e.Span, d.Text); !told && !sentence.Contains(s) {
			p.para(2, none, fmt.Sprintf("elsewhere, bytes %d-%d: “%s” is %s", e.Span.Start, e.Span.End, wording.Clean(s.In(d.Text)), e.What))
		}
	}
}

// fields prints what the claim says, and only that.
func (d ExplainData) fields(p *pen) {
	p.part("SAYS")
	for _, f := range wording.Fields(d.Claim, d.name) {
		p.entry(entry{indent: 2, room: statementRoom, label: f.Name, body: []string{f.Value}})
	}
}

// name names a country in the year of the claim.
func (d ExplainData) name(c plumbline.CountryCode) string { return d.Names.Name(c, d.Claim.Year) }

func (d ExplainData) rule(p *pen) {
	p.part("FOUND BY")
	name := d.Rule.Name
	if name == "" {
		name = d.Claim.FoundBy
	}
	p.para(2, bold, wording.Clean(string(name)))
	if d.Rule.Place != "" {
		p.para(2, faint, wording.Clean(d.Rule.Place))
	}
	if d.Rule.Doc != "" {
		p.para(2, none, wording.Clean(d.Rule.Doc))
	}
	if d.Rule.Pattern == "" {
		return
	}
	p.blank()
	for _, l := range strings.Split(strings.TrimRight(d.Rule.Pattern, "\n"), "\n") {
		l = strings.Map(wording.Shown, strings.ReplaceAll(l, "\t", "    "))
		if columns(l) <= p.width-4 {
			p.line("    ", p.put(cyan, l)) // as it stands, blanks and all
			continue
		}
		for i, part := range wrap(l, p.width-8) {
			p.line(strings.Repeat(" ", 4+4*min(i, 1)), p.put(cyan, part))
		}
	}
}

// leads prints what led to each participant, those of one role together.
func (d ExplainData) leads(p *pen, sentence text.Span) {
	if len(d.Leads) == 0 {
		return
	}
	p.part("READ FROM")
	role := ""
	for _, l := range d.Leads {
		label := l.Role
		if label == role {
			label = ""
		}
		role = l.Role
		e := entry{indent: 2, room: statementRoom, label: label, body: []string{d.lead(l, sentence)}}
		p.entry(e)
	}
}

// several reports whether more than one lead is of the role.
func (d ExplainData) several(role string) bool {
	n := 0
	for _, l := range d.Leads {
		if l.Role == role {
			n++
		}
	}
	return n > 1
}

// lead puts a lead into words.
func (d ExplainData) lead(l Lead, sentence text.Span) string {
	value := ""
	if len(l.Value) > 0 && d.several(l.Role) {
		value = wording.Names(l.Value, d.name)
	}
	return l.Say(value, d.Text, sentence)
}

func (d ExplainData) near(p *pen) {
	p.part("WHAT ALMOST MATCHED")
	if len(d.Near) == 0 {
		p.para(2, faint, "Nothing.")
	}
	for _, n := range d.Near {
		p.line("  ", wording.Clean(string(n.Rule)))
		p.para(4, faint, n.Say(d.Text))
	}
}
