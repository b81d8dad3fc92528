package standard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/text"
)

var (
	standardKeys  = []string{"standard", "act", "source", "reports", "due", "scope", "watch-list", "presumption", "two-year", "period", "switch", "criterion"}
	twoYearKeys   = []string{"cite", "source"}
	periodKeys    = []string{"cite", "source"}
	switchKeys    = []string{"gloss", "because"}
	criterionKeys = []string{"title", "gloss", "cite", "source", "since", "element", "when"}
	elementKeys   = []string{"gloss", "cite", "since"}
	roleNames     = words([]plumbline.CriterionRole{plumbline.MinimumStandard, plumbline.Indicium, plumbline.EffortsFactor,
		plumbline.ProofOfFailure, plumbline.FullCompliance, plumbline.MakesEfforts, plumbline.WatchListLimb})
)

// standardParser reads one .standard file. What a key means depends on the
// block that is open: the one of the last two-year, period, switch or
// criterion line, or the head of the file.
type standardParser struct {
	parser
	compiler *compiler
	standard *Standard
	block    *block
	inner    *block // an element inside the criterion
	names    []named
	rest     func() // checks the open criterion when it is complete
}

// block is a line with what belongs to it.
type block struct {
	name string // as a fault calls it
	at   text.Span
	keys []string
	set  map[string]func(*entry)
	seen map[string]bool
	must []string
}

// named is a name that formulas further down may use.
type named struct {
	name    string
	element bool
}

func parseStandard(name string, src *text.Source, c *compiler) (*Standard, text.Diagnostics) {
	p := &standardParser{parser: parser{src: src}, compiler: c, standard: &Standard{src: src, places: map[plumbline.ElementName][]text.Span{}}}
	head := &block{name: "the file", keys: standardKeys, seen: map[string]bool{}, at: text.Span{Start: len(src.Text), End: len(src.Text)},
		must: []string{"standard", "act", "source", "reports", "due", "scope", "criterion"}}
	s := p.standard
	head.set = map[string]func(*entry){
		"standard": func(e *entry) { p.standardName(e, name) },
		"act":      func(e *entry) { s.Act = e.value.text }, "source": func(e *entry) { s.Source = e.value.text },
		"due": func(e *entry) { s.Due = e.value.text }, "watch-list": func(e *entry) { s.WatchList = e.value.text },
		"scope": func(e *entry) { s.Scope = e.value.text }, "presumption": func(e *entry) { s.Presumption = e.value.text },
		"reports": p.reports, "two-year": p.twoYear, "period": p.period, "switch": p.choice, "criterion": p.criterion,
	}
	for _, e := range p.entries() {
		p.line(head, &e)
	}
	p.close(&p.inner)
	p.close(&p.block)
	p.missing(head)
	if s.Checked == 0 && s.FirstReport > 0 && s.LastReport == 0 {
		p.fault(head.at, "no report after which the law was last looked at", "write reports 2023- checked 2025")
	}
	return s, p.faults
}

// line hands a line to the block that it belongs to. A key that the open
// blocks do not know closes them.
func (p *standardParser) line(head *block, e *entry) {
	key := p.in(e.key)
	if p.inner != nil && slices.Contains(p.inner.keys, key) {
		p.set(p.inner, e)
		return
	}
	if p.block != nil && slices.Contains(p.block.keys, key) {
		p.close(&p.inner)
		p.set(p.block, e)
		return
	}
	if slices.Contains(standardKeys, key) {
		p.close(&p.inner)
		p.close(&p.block)
		p.set(head, e)
		return
	}
	known := standardKeys
	if p.block != nil {
		known = append(slices.Clone(p.block.keys), standardKeys...)
	}
	p.unknown("key", e.key, known)
}

// repeated are the keys of which a block may have several.
var repeated = []string{"period", "switch", "criterion", "element"}

func (p *standardParser) set(b *block, e *entry) {
	key := p.in(e.key)
	switch {
	case b.seen[key] && !slices.Contains(repeated, key):
		p.fault(e.key, fmt.Sprintf("second %s line in %s", key, b.name), "join the two")
		return
	case e.value.text == "":
		b.seen[key] = true
		p.fault(e.key, key+" says nothing", "")
		return
	}
	b.seen[key] = true
	b.set[key](e)
}

func (p *standardParser) close(b **block) {
	if *b == nil {
		return
	}
	p.missing(*b)
	if b == &p.block && p.rest != nil {
		p.rest()
		p.rest = nil
	}
	*b = nil
}

func (p *standardParser) missing(b *block) {
	for _, key := range b.must {
		if !b.seen[key] {
			p.fault(b.at, fmt.Sprintf("no %s line in %s", key, b.name), "")
		}
	}
}

func (p *standardParser) standardName(e *entry, file string) {
	if _, err := time.Parse(time.DateOnly, e.value.text); err != nil {
		p.fault(e.value.span(), "not a date", "write the day from which the act is in force, like 2008-12-23")
	} else if e.value.text != file {
		p.fault(e.value.span(), "a standard is named as its file is, "+file, "")
	}
	p.standard.Name = plumbline.StandardName(e.value.text)
}

// reports reads 2009-2012, or 2023- checked 2025, or none.
func (p *standardParser) reports(e *entry) {
	s := p.standard
	words := strings.Fields(e.value.text)
	if e.value.text == "none" {
		return
	}
	first, last, ranged := strings.Cut(words[0], "-")
	ok := ranged
	s.FirstReport, ok = year(first, ok)
	switch {
	case last != "" && len(words) == 1:
		s.LastReport, ok = year(last, ok)
		ok = ok && s.LastReport >= s.FirstReport
	case last == "" && len(words) == 3 && words[1] == "checked":
		s.Checked, ok = year(words[2], ok)
		ok = ok && s.Checked >= s.FirstReport
	default:
		ok = false
	}
	if !ok {
		p.fault(e.value.span(), "not the reports that were made under it", "write 2009-2012, or 2023- checked 2025, or none")
		s.Checked = 1
	}
}

func year(s string, ok bool) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, ok && err == nil && len(s) == 4 && n > 1999
}

// twoYear reads from 2009, years 2, waiver-years 2, relisting-years 0.
func (p *standardParser) twoYear(e *entry) {
	t := &p.standard.TwoYear
	parts := map[string]*int{"from": &t.CountsFrom, "years": &t.Years, "waiver-years": &t.WaiverYears, "relisting-years": &t.RelistingYears}
	names := []string{"from", "years", "waiver-years", "relisting-years"}
	said := map[string]bool{}
	list := e.value.words()
	for i := 0; i+1 < len(list); i += 2 {
		name, number := p.in(list[i]), strings.TrimSuffix(p.in(list[i+1]), ",")
		n, err := strconv.Atoi(number)
		switch {
		case parts[name] == nil:
			p.unknown("part of the rule", list[i], names)
		case err != nil || n < 0:
			p.fault(list[i+1], name+" is not a number", "")
		default:
			*parts[name] = n
		}
		said[name] = true
	}
	for _, name := range names {
		if !said[name] {
			p.fault(e.value.span(), "no "+name+" in the rule", "write from 2009, years 2, waiver-years 2, relisting-years 0")
		}
	}
	p.block = &block{name: "the two-year rule", at: e.key, keys: twoYearKeys, must: twoYearKeys, seen: map[string]bool{}, set: map[string]func(*entry){
		"cite": func(e *entry) { t.Cite = e.value.text }, "source": func(e *entry) { t.Source = e.value.text },
	}}
}

// period reads 2010 2009-02-01 2010-02-15.
func (p *standardParser) period(e *entry) {
	s := p.standard
	var out plumbline.Period
	parts := strings.Fields(e.value.text)
	ok := len(parts) == 3
	if ok {
		out = plumbline.Period{Start: parts[1], End: parts[2]}
		out.Year, ok = year(parts[0], true)
		start, err := time.Parse(time.DateOnly, out.Start)
		end, err2 := time.Parse(time.DateOnly, out.End)
		ok = ok && err == nil && err2 == nil && start.Before(end) && end.Year() <= out.Year
	}
	if !ok {
		p.fault(e.value.span(), "not a year and the first and last day that its report covers", "write 2010 2009-02-01 2010-02-15")
	}
	for _, other := range s.Periods {
		if ok && other.Year == out.Year {
			p.fault(e.value.span(), fmt.Sprintf("second period of the report of %d", out.Year), "")
		}
	}
	s.Periods = append(s.Periods, out)
	own := &s.Periods[len(s.Periods)-1]
	p.block = &block{name: "the period", at: e.key, keys: periodKeys, must: []string{"source"}, seen: map[string]bool{}, set: map[string]func(*entry){
		"cite": func(e *entry) { own.Cite = e.value.text }, "source": func(e *entry) { own.Source = e.value.text },
	}}
}

// choice reads partial-efforts count | leave-out.
func (p *standardParser) choice(e *entry) {
	s := p.standard
	name, rest, _ := strings.Cut(e.value.text, " ")
	var out plumbline.Switch
	out.Name = name
	for _, v := range strings.Split(rest, "|") {
		if v = strings.TrimSpace(v); v != "" {
			out.Values = append(out.Values, v)
		}
	}
	if len(out.Values) == 0 {
		p.fault(e.value.span(), "a switch without a value", "write partial-efforts count | leave-out, the default first")
	}
	for _, other := range s.Switches {
		if other.Name == name {
			p.fault(e.value.word(0), "second switch "+name, "")
		}
	}
	s.Switches = append(s.Switches, out)
	own := &s.Switches[len(s.Switches)-1]
	p.block = &block{name: "the switch", at: e.key, keys: switchKeys, must: switchKeys, seen: map[string]bool{}, set: map[string]func(*entry){
		"gloss": func(e *entry) { own.Gloss = e.value.text }, "because": func(e *entry) { own.Because = e.value.text },
	}}
}
