package segment

import (
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// layout is how the narratives of a style are set out.
type layout struct {
	name     string
	from, to int    // report years; 0 where the style has none
	forms    []form // of country headings
	parts    []part // in the order of the text
	rank     int    // among layouts that fit equally, the least wins
}

// part is a section as a layout expects it.
type part struct {
	name  plumbline.SectionName
	opens bool
	rules []rule
	heads []title
}

// title is a section heading: words in capitals, and whether a country's name
// follows.
type title struct {
	words   string
	country bool
}

// form is how a country heading is written.
type form string

const (
	colon    form = "colon"
	brackets form = "brackets"
	dash     form = "dash"
	none     form = "none"
)

// rule is how a section without heading begins.
type rule string

const (
	fromCompliance rule = "compliance"
	fromOutcome    rule = "outcome"
	fromTier       rule = "tier"
	fromLast       rule = "last"
)

var (
	layoutKeys = []string{"years", "about", "source", "heading", "section"}
	forms      = []string{string(colon), string(brackets), string(dash), string(none)}
	rules      = []string{string(fromCompliance), string(fromOutcome), string(fromTier), string(fromLast)}
)

// holds reports whether the style is that of the given year's report.
func (l *layout) holds(year int) bool { return year != 0 && l.from <= year && year <= l.to }

// layoutParser reads one layout file.
type layoutParser struct {
	fieldParser
	layout *layout
}

func parseLayout(name string, src *text.Source) (*layout, text.Diagnostics) {
	p := layoutParser{fieldParser{src: src}, &layout{name: name}}
	seen := map[string]bool{}
	p.lines(func(line text.Span) {
		key, rest := p.word(line)
		word := key.In(src.Text)
		if seen[word] && word != "section" {
			p.fault(key, "second "+word+" line", "join the two")
		}
		seen[word] = true
		p.line(word, key, rest)
	})
	end := text.Span{Start: len(src.Text), End: len(src.Text)}
	if !seen["heading"] {
		p.fault(end, "no heading line", "add one: heading colon")
	}
	if len(p.layout.parts) == 0 {
		p.fault(end, "no section line", "add one for each section, in the order of the text")
	}
	return p.layout, p.faults
}

func (p *layoutParser) line(word string, key, rest text.Span) {
	switch word {
	case "years":
		p.years(rest)
	case "about", "source":
		if rest.Empty() {
			p.fault(key, word+" says nothing", "write a sentence or drop the line")
		}
	case "heading":
		p.heading(key, rest)
	case "section":
		p.section(key, rest)
	default:
		p.unknown("key", key, layoutKeys)
	}
}

func (p *layoutParser) years(s text.Span) {
	a, b, ranged := strings.Cut(s.In(p.src.Text), "-")
	from, err := strconv.Atoi(a)
	to := from
	if err == nil && ranged {
		to, err = strconv.Atoi(b)
	}
	if err != nil || from < firstYear || to < from || to > lastYear {
		p.fault(s, "not a year or a range of years", "write 2018 or 2017-2018")
		return
	}
	p.layout.from, p.layout.to = from, to
}

func (p *layoutParser) heading(key, rest text.Span) {
	if rest.Empty() {
		p.fault(key, "no form of heading", "forms are "+strings.Join(forms, ", "))
	}
	for !rest.Empty() {
		var w text.Span
		w, rest = p.word(rest)
		if !contains(forms, w.In(p.src.Text)) {
			p.unknown("form of heading", w, forms)
			continue
		}
		p.layout.forms = append(p.layout.forms, form(w.In(p.src.Text)))
	}
}

func (p *layoutParser) section(key, rest text.Span) {
	name, rest := p.word(rest)
	if name.Empty() {
		p.fault(key, "section without a name", "sections are "+strings.Join(sectionNames(), ", "))
		return
	}
	s := part{name: plumbline.SectionName(name.In(p.src.Text))}
	if !contains(sectionNames(), string(s.name)) {
		p.unknown("section", name, sectionNames())
		return
	}
	for _, other := range p.layout.parts {
		if other.name == s.name {
			p.fault(name, "second line for section "+string(s.name), "join the two with |")
		}
	}
	p.begins(&s, name, rest)
	p.layout.parts = append(p.layout.parts, s)
}

// begins reads how section s begins.
func (p *layoutParser) begins(s *part, name, rest text.Span) {
	for !rest.Empty() {
		var w text.Span
		w, rest = p.word(rest)
		switch w.In(p.src.Text) {
		case "opens":
			s.opens = true
			if len(p.layout.parts) > 0 {
				p.fault(w, "only the first section can open a narrative", "give it a heading, or a rule after from")
			}
		case "=":
			p.titles(s, w, rest)
			return
		case "from":
			for !rest.Empty() {
				w, rest = p.word(rest)
				if !contains(rules, w.In(p.src.Text)) {
					p.unknown("rule", w, rules)
					continue
				}
				s.rules = append(s.rules, rule(w.In(p.src.Text)))
			}
		default:
			p.unknown("word", w, []string{"opens", "from", "="})
		}
	}
	if !s.opens && len(s.rules) == 0 {
		p.fault(name, "section "+string(s.name)+" never begins", "add opens, a rule after from, or a heading after =")
	}
}

func (p *layoutParser) titles(s *part, equals, rest text.Span) {
	if rest.Empty() {
		p.fault(equals, "no heading", "write the heading's words after =")
	}
	for _, alternative := range strings.Split(rest.In(p.src.Text), "|") {
		words := strings.ToUpper(strings.Join(strings.Fields(alternative), " "))
		t := title{words: words}
		if cut, ok := strings.CutSuffix(words, "<COUNTRY>"); ok {
			t = title{strings.TrimSpace(cut), true}
		}
		if t.words == "" || strings.ContainsAny(t.words, "<>") {
			p.fault(rest, "heading without words, or with <country> not at its end", "write it as it is printed")
			continue
		}
		s.heads = append(s.heads, t)
	}
}

func sectionNames() []string {
	names := make([]string, len(plumbline.SectionNames))
	for i, n := range plumbline.SectionNames {
		names[i] = string(n)
	}
	return names
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}
