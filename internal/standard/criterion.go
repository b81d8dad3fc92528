package standard

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/text"
)

// criterion reads 108(a)(1) as a1 standard and opens its block.
func (p *standardParser) criterion(e *entry) {
	s := p.standard
	s.Criteria = append(s.Criteria, plumbline.Criterion{})
	s.gates = append(s.gates, gate{})
	i := len(s.Criteria) - 1
	c := &criterionParser{standardParser: p, i: i, used: map[string]bool{}}
	c.heading(e)
	own := func() *plumbline.Criterion { return &s.Criteria[i] }
	p.block = &block{name: "the criterion", at: e.key, keys: criterionKeys, seen: map[string]bool{},
		must: []string{"title", "gloss", "cite", "source", "since", "when"},
		set: map[string]func(*entry){
			"title": func(e *entry) { own().Title = e.value.text }, "gloss": func(e *entry) { own().Gloss = e.value.text },
			"cite": func(e *entry) { own().Cite = e.value.text }, "source": func(e *entry) { own().Source = e.value.text },
			"since":   func(e *entry) { own().Since = p.since(e) },
			"when":    func(e *entry) { own().When, c.when = e.value.text, &e.value },
			"element": c.element,
		}}
	p.rest = c.finish
}

// criterionParser reads one criterion.
type criterionParser struct {
	*standardParser
	i        int
	as       text.Span
	elements []text.Span
	used     map[string]bool // by its formula
	when     *value
}

func (p *criterionParser) heading(e *entry) {
	c := &p.standard.Criteria[p.i]
	list := e.value.words()
	if len(list) != 4 || p.in(list[1]) != "as" {
		p.fault(e.value.span(), "not a criterion", "write its number, its name and its role: criterion 108(a)(1) as a1 standard")
		return
	}
	p.as = list[2]
	c.ID, c.As, c.Role = plumbline.CriterionID(p.in(list[0])), p.in(list[2]), plumbline.CriterionRole(p.in(list[3]))
	if !slices.Contains(roleNames, string(c.Role)) {
		p.unknown("role", list[3], roleNames)
	}
	if !identifier(c.As) {
		p.fault(list[2], "not a name", "write small letters, digits and _")
	}
	for _, other := range p.standard.Criteria[:p.i] {
		if other.ID == c.ID {
			p.fault(list[0], fmt.Sprintf("second criterion %s", c.ID), "")
		}
	}
	if slices.ContainsFunc(p.names, func(n named) bool { return n.name == c.As }) {
		p.fault(list[2], fmt.Sprintf("the name %s is taken", c.As), "")
	}
}

// identifier reports whether a formula could take s for a name.
func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != "" && s != "in" && s != "true" && s != "false" && s != "null"
}

func (p *standardParser) since(e *entry) plumbline.StandardName {
	if _, err := time.Parse(time.DateOnly, e.value.text); err != nil {
		p.fault(e.value.span(), "not a date", "write the day of the version that brought it, like 2008-12-23")
	} else if e.value.text > string(p.standard.Name) {
		p.fault(e.value.span(), "newer than the standard", "")
	}
	return plumbline.StandardName(e.value.text)
}

func (p *criterionParser) element(e *entry) {
	c := &p.standard.Criteria[p.i]
	at := e.value.span()
	if !identifier(e.value.text) {
		p.fault(at, "not a name", "write small letters, digits and _")
	}
	for _, other := range c.Elements {
		if string(other.Name) == e.value.text {
			p.fault(at, "second element "+e.value.text+" of the criterion", "")
		}
	}
	for _, n := range p.names {
		if n.name == e.value.text && !n.element {
			p.fault(at, "the name "+n.name+" is that of a criterion", "")
		}
	}
	c.Elements = append(c.Elements, plumbline.Element{Name: plumbline.ElementName(e.value.text)})
	p.elements = append(p.elements, at)
	k := len(c.Elements) - 1
	own := func() *plumbline.Element { return &p.standard.Criteria[p.i].Elements[k] }
	p.inner = &block{name: "the element", at: e.key, keys: elementKeys, must: []string{"gloss"}, seen: map[string]bool{}, set: map[string]func(*entry){
		"gloss": func(e *entry) { own().Gloss = e.value.text }, "cite": func(e *entry) { own().Cite = e.value.text },
		"since": func(e *entry) { own().Since = p.since(e) },
	}}
}

// finish fills in what elements take from their criterion, and compiles its
// formula.
func (p *criterionParser) finish() {
	c := &p.standard.Criteria[p.i]
	var names []string
	for k := range c.Elements {
		e := &c.Elements[k]
		if e.Cite == "" {
			e.Cite = c.Cite
		}
		if e.Since == "" {
			e.Since = c.Since
		}
		names = append(names, string(e.Name))
		p.standard.places[e.Name] = append(p.standard.places[e.Name], p.elements[k])
	}
	for _, n := range p.names {
		if !n.element {
			names = append(names, n.name)
		}
	}
	if p.when != nil {
		g, ok := p.compiler.gate(&p.parser, p.when, names, p.used)
		p.standard.gates[p.i] = g
		for k, e := range c.Elements {
			if ok && !p.used[string(e.Name)] {
				p.fault(p.elements[k], fmt.Sprintf("element %s is not in the formula", e.Name), "use it after when, or drop it")
			}
		}
	}
	for _, e := range c.Elements {
		if string(e.Name) == c.As {
			p.fault(p.as, "the name "+c.As+" is that of an element", "")
		}
		p.names = append(p.names, named{string(e.Name), true})
	}
	p.names = append(p.names, named{c.As, false})
	if strings.HasPrefix(string(c.ID), "108") != (c.Role == plumbline.MinimumStandard || c.Role == plumbline.Indicium) && c.ID != "" {
		p.fault(p.as, fmt.Sprintf("%s cannot have the role %s", c.ID, c.Role), "108 has standards and indicia, 110 the rest")
	}
}
