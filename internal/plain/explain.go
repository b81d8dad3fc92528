package plain

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// ExplainData is what Explain shows.
type ExplainData struct {
	Claim      *plumbline.Claim
	Text       string    // of the Document
	Sentence   text.Span // the sentence that the claim stands in; empty for the claim alone
	Rule       RuleText
	References []Reference
	Near       []NearMiss
	Sample     bool
	Names      plumbline.Countries
}

// RuleText is a rule as its file has it.
type RuleText struct {
	Name    plumbline.RuleName
	Doc     string
	Place   string // file and line
	Pattern string // as written; may have several lines
}

// Reference is a word of the claim that stands for another.
type Reference struct {
	Span text.Span // of the word
	To   text.Span // of what it stands for; may be empty
	Note string    // what it was taken to mean
}

// NearMiss is a rule that began to match and did not.
type NearMiss struct {
	Rule   plumbline.RuleName
	Reason string
	Span   text.Span // as far as it matched
}

// Explain prints a claim's sentence with the claim and its cues marked, what
// the claim says field by field, the rule that found it and what almost
// matched.
func Explain(w io.Writer, d ExplainData, s Style) error {
	p := newPen(s)
	c := d.Claim
	if d.Sample {
		p.para(0, yellow, SampleNote)
		p.blank()
	}
	p.para(0, bold, fmt.Sprintf("Claim %s: %s", c.ID, strings.ToLower(typeName(c.Type))))
	p.para(0, faint, explainPlace(d))
	p.blank()
	sentence := d.sentence()
	m := &marked{text: sentence.In(d.Text), start: sentence.Start, marks: []underline{{c.Citation.Span, '─', "claim", green}}}
	for _, e := range c.Evidence {
		m.marks = append(m.marks, underline{e.Span, '^', string(e.What), yellow})
	}
	for _, r := range d.References {
		m.marks = append(m.marks, underline{r.Span, '^', "reference", cyan})
	}
	m.marks = slices.Compact(m.marks)
	m.write(p, 2)
	d.outside(p, sentence)
	d.fields(p)
	d.rule(p)
	d.references(p)
	d.near(p)
	if d.Sample {
		p.blank()
		p.para(0, yellow, SampleNote)
	}
	return p.flush(w)
}

func explainPlace(d ExplainData) string {
	c := d.Claim
	src := text.Source{Text: d.Text}
	at := src.Position(c.Citation.Span.Start)
	one := cited{Citation: c.Citation, where: string(c.Section)}
	if one.where == "" {
		one.where = "no section"
	}
	country := d.Names.Name(c.Country, c.Year)
	if c.Year != 0 {
		country += fmt.Sprintf(" %d", c.Year)
	}
	return fmt.Sprintf("%s · %s:%d:%d · %s", clean(country), clean(c.File), at.Line, at.Column, one.place())
}

// sentence returns the span to show: inside the text, and with the claim in
// it.
func (d ExplainData) sentence() text.Span {
	s := d.Claim.Citation.Span
	if !d.Sentence.Empty() {
		s = s.Join(d.Sentence)
	}
	return inside(s, d.Text)
}

func inside(s text.Span, t string) text.Span {
	start := min(max(s.Start, 0), len(t))
	return text.Span{Start: start, End: min(max(s.End, start), len(t))}
}

// outside lists the evidence that stands in another sentence.
func (d ExplainData) outside(p *pen, sentence text.Span) {
	for _, e := range d.Claim.Evidence {
		if s := inside(e.Span, d.Text); !sentence.Contains(s) {
			p.para(2, none, fmt.Sprintf("elsewhere, bytes %d-%d: “%s” is %s", e.Span.Start, e.Span.End, clean(s.In(d.Text)), e.What))
		}
	}
}

// fields prints what the claim says, and only that.
func (d ExplainData) fields(p *pen) {
	p.part("SAYS")
	c := d.Claim
	word, _ := mark(c)
	if !c.Type.Conduct() {
		word = string(c.Valence)
	}
	x := &c.Participants
	for _, f := range []struct{ name, value string }{
		{"type", string(c.Type)},
		{"valence", word},
		{"certainty", string(c.Certainty)},
		{"reporting", reportingWords(c.Reporting)},
		{"aspect", string(c.Aspect)},
		{"source", string(c.Source)},
		{"movement", string(c.Movement)},
		{"direction", string(c.Direction)},
		{"frequency", string(c.Frequency)},
		{"subject", d.countries(x.Subject)}, {"actor", d.countries(x.Actor)},
		{"origin", d.countries(x.Origin)}, {"origin regions", strings.Join(x.OriginRegions, ", ")},
		{"destination", d.countries(x.Destination)}, {"destination regions", strings.Join(x.DestinationRegions, ", ")},
		{"transit", d.countries(x.Transit)}, {"roles", strings.Join(x.Roles, ", ")},
		{"victims", strings.Join(x.Victims, ", ")}, {"perpetrators", strings.Join(x.Perpetrators, ", ")},
		{"buyer", strings.Join(x.Buyer, ", ")}, {"instrument", strings.Join(x.Instrument, ", ")},
		{"forms", strings.Join(x.Forms, ", ")}, {"sectors", strings.Join(x.Sectors, ", ")},
		{"means", strings.Join(x.Means, ", ")}, {"factors", strings.Join(x.Factors, ", ")},
		{"topics", strings.Join(x.Topics, ", ")},
		{"quantity", figures(c.Quantity)}, {"of whom", c.Quantity.Of},
		{"terms", terms(c.Terms)},
		{"time", when(c.Time)},
		{"qualified by", joinIDs(c.QualifiedBy)},
		{"act", c.Act},
	} {
		if f.value != "" {
			p.entry(entry{indent: 2, room: statementRoom, label: f.name, body: []string{clean(f.value)}})
		}
	}
}

func reportingWords(r plumbline.Reporting) string {
	if s := silence(r); s != "" {
		return string(r) + ": " + s
	}
	return string(r)
}

// countries names codes and leaves other actors as they are.
func (d ExplainData) countries(codes []string) string {
	words := make([]string, len(codes))
	for i, code := range codes {
		words[i] = code
		if name := d.Names.Name(plumbline.CountryCode(code), d.Claim.Year); name != code {
			words[i] = name + " (" + code + ")"
		}
	}
	return strings.Join(words, ", ")
}

func (d ExplainData) rule(p *pen) {
	p.part("FOUND BY")
	name := d.Rule.Name
	if name == "" {
		name = d.Claim.FoundBy
	}
	p.para(2, bold, clean(string(name)))
	if d.Rule.Place != "" {
		p.para(2, faint, clean(d.Rule.Place))
	}
	if d.Rule.Doc != "" {
		p.para(2, none, clean(d.Rule.Doc))
	}
	if d.Rule.Pattern == "" {
		return
	}
	p.blank()
	for _, l := range strings.Split(strings.TrimRight(d.Rule.Pattern, "\n"), "\n") {
		l = strings.Map(shown, strings.ReplaceAll(l, "\t", "    "))
		if columns(l) <= p.width-4 {
			p.line("    ", p.put(cyan, l)) // as it stands, blanks and all
			continue
		}
		for i, part := range wrap(l, p.width-8) {
			p.line(strings.Repeat(" ", 4+4*min(i, 1)), p.put(cyan, part))
		}
	}
}

func (d ExplainData) references(p *pen) {
	if len(d.References) == 0 {
		return
	}
	p.part("REFERENCES")
	for _, r := range d.References {
		s := "“" + clean(inside(r.Span, d.Text).In(d.Text)) + "”"
		if to := inside(r.To, d.Text); !to.Empty() {
			s += fmt.Sprintf(" stands for “%s” (bytes %d-%d)", clean(to.In(d.Text)), to.Start, to.End)
		}
		p.para(2, none, s+under("; ", clean(r.Note)))
	}
}

func (d ExplainData) near(p *pen) {
	p.part("WHAT ALMOST MATCHED")
	if len(d.Near) == 0 {
		p.para(2, faint, "Nothing.")
	}
	for _, n := range d.Near {
		p.line("  ", clean(string(n.Rule)))
		what := clean(n.Reason)
		if s := inside(n.Span, d.Text); !s.Empty() {
			what = "“" + clean(s.In(d.Text)) + "”: " + what
		}
		p.para(4, faint, what)
	}
}
