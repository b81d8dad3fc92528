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

// Lead says which words led to a participant or figure of the claim. It reads
// as a sentence: Words, How, From; Note.
type Lead struct {
	Role  string
	Value []string
	Words text.Span // may be empty
	How   string
	From  text.Span // what the words stand for or were taken from; may be empty
	Note  string

	Unsaid bool // the words do not name it; it is read into them
}

// NearMiss is a rule that began to match and did not.
type NearMiss struct {
	Rule   plumbline.RuleName
	Reason string
	Held   text.Span // what matched of it; may be empty
	Span   text.Span // where it stopped
}

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
		if who[l.Role] && !l.Words.Empty() && !l.Unsaid {
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
	return inside(s, d.Text)
}

func inside(s text.Span, t string) text.Span {
	start := min(max(s.Start, 0), len(t))
	return text.Span{Start: start, End: min(max(s.End, start), len(t))}
}

// who are the roles of leads that are marked in the sentence.
var who = map[string]bool{"actor": true, "origin": true, "destination": true, "transit": true, "buyer": true, "object": true, "previous": true}

// outside lists the evidence that stands in another sentence and is not told
// of with what it led to.
func (d ExplainData) outside(p *pen, sentence text.Span) {
	for _, e := range d.Claim.Evidence {
		told := slices.ContainsFunc(d.Leads, func(l Lead) bool { return l.From == e.Span })
		if s := inside(e.Span, d.Text); !told && !sentence.Contains(s) {
			p.para(2, none, fmt.Sprintf("elsewhere, bytes %d-%d: “%s” is %s", e.Span.Start, e.Span.End, wording.Clean(s.In(d.Text)), e.What))
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
		{"buyer", d.countries(x.Buyer)}, {"instrument", strings.Join(x.Instrument, ", ")},
		{"forms", strings.Join(x.Forms, ", ")}, {"sectors", strings.Join(x.Sectors, ", ")},
		{"means", strings.Join(x.Means, ", ")}, {"factors", strings.Join(x.Factors, ", ")},
		{"topics", strings.Join(x.Topics, ", ")},
		{"quantity", wording.Figures(c.Quantity)}, {"of whom", c.Quantity.Of},
		{"terms", wording.Terms(c.Terms)},
		{"time", wording.When(c.Time)},
		{"qualified by", joinIDs(c.QualifiedBy)},
		{"act", c.Act},
	} {
		if f.value != "" {
			p.entry(entry{indent: 2, room: statementRoom, label: f.name, body: []string{wording.Clean(f.value)}})
		}
	}
}

func reportingWords(r plumbline.Reporting) string {
	if s := wording.Silence(r); s != "" {
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
	var parts []string
	quote := func(s text.Span) {
		if s = inside(s, d.Text); !s.Empty() {
			parts = append(parts, "“"+wording.Clean(s.In(d.Text))+"”")
		}
	}
	if len(l.Value) > 0 && d.several(l.Role) {
		parts = append(parts, d.countries(l.Value)+":")
	}
	quote(l.Words)
	if l.How != "" {
		parts = append(parts, wording.Clean(l.How))
	}
	quote(l.From)
	if s := inside(l.From, d.Text); !s.Empty() && !sentence.Overlaps(s) {
		src := text.Source{Text: d.Text}
		parts = append(parts, fmt.Sprintf("(line %d, bytes %d-%d)", src.Position(s.Start).Line, s.Start, s.End))
	}
	return strings.Join(parts, " ") + wording.Under("; ", wording.Clean(l.Note))
}

// mostStanding is how many bytes the words may have that are shown where a rule
// stopped; those of a whole clause say nothing.
const mostStanding = 60

func (d ExplainData) near(p *pen) {
	p.part("WHAT ALMOST MATCHED")
	if len(d.Near) == 0 {
		p.para(2, faint, "Nothing.")
	}
	for _, n := range d.Near {
		p.line("  ", wording.Clean(string(n.Rule)))
		var parts []string
		if s := inside(n.Held, d.Text); !s.Empty() {
			parts = append(parts, "“"+wording.Clean(s.In(d.Text))+"” holds;")
		}
		parts = append(parts, wording.Clean(n.Reason))
		if s := inside(n.Span, d.Text); !s.Empty() && s.Len() <= mostStanding {
			parts = append(parts, "where “"+wording.Clean(s.In(d.Text))+"” stands")
		}
		p.para(4, faint, strings.Join(parts, " "))
	}
}
