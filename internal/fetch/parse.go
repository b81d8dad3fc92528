package fetch

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"plumbline/internal/text"
)

// parser reads a site file. All faults are collected.
type parser struct {
	src    *text.Source
	site   Site
	others Sites // read before
	seen   map[string]text.Span
	faults text.Diagnostics
}

var keys = []string{"years", "about", "source", "index", "follow", "page", "part", "also"}

func (p *parser) read() {
	p.seen = map[string]text.Span{}
	for at := 0; at < len(p.src.Text); {
		end := strings.IndexByte(p.src.Text[at:], '\n')
		if end < 0 {
			end = len(p.src.Text) - at
		}
		line := p.trim(text.Span{Start: at, End: at + end})
		if at += end + 1; !line.Empty() && p.src.Text[line.Start] != '#' {
			p.line(line)
		}
	}
	p.missing("no years", "say which reports are there: years 2019-2025", "years")
	p.missing("no index", "say where a year's pages are listed: index https://.../{year}/ unverified", "index")
	p.missing("neither page nor part", "say which links lead to narratives: page https://.../{year}/{country}/ unverified", "page", "part")
}

// missing is the fault of a file that has none of the keys.
func (p *parser) missing(message, hint string, keys ...string) {
	for _, key := range keys {
		if _, ok := p.seen[key]; ok {
			return
		}
	}
	p.fault(text.Span{}, message, hint)
}

// line reads one fact.
func (p *parser) line(line text.Span) {
	key, rest := p.word(line)
	name := key.In(p.src.Text)
	switch name {
	case "years", "about", "source":
		if _, twice := p.seen[name]; twice {
			p.fault(key, name+" stands here twice", "take one away")
			return
		}
	}
	p.seen[name] = key
	if rest.Empty() {
		p.fault(key, name+" says nothing", "the lines are described in internal/fetch/doc.go")
		return
	}
	switch name {
	case "years":
		p.years(rest)
	case "about":
		p.site.About = rest.In(p.src.Text)
	case "source":
		p.site.Source = rest.In(p.src.Text)
	case "index":
		p.pattern(&p.site.Index, name, rest)
	case "follow":
		p.pattern(&p.site.Follow, name, rest)
	case "page":
		p.pattern(&p.site.Pages, name, rest)
	case "part":
		p.pattern(&p.site.Parts, name, rest)
	case "also":
		p.host(rest)
	default:
		p.unknown("line", key, keys)
	}
}

// years reads 2019, 2001-2008 or 2019-.
func (p *parser) years(s text.Span) {
	words := s.In(p.src.Text)
	from, to, ranged := strings.Cut(words, "-")
	var err, err2 error
	p.site.From, err = strconv.Atoi(from)
	switch {
	case !ranged:
		p.site.To = p.site.From
	case to != "":
		p.site.To, err2 = strconv.Atoi(to)
	}
	if err != nil || err2 != nil || len(from) != 4 || to != "" && (len(to) != 4 || p.site.To < p.site.From) {
		p.fault(s, fmt.Sprintf("%q is no range of years", words), "write 2019, 2001-2008 or 2019-")
		return
	}
	for _, o := range p.others {
		for year := o.From; o.From != 0 && year <= max(o.To, o.From, p.site.From, p.site.To); year++ {
			if o.Holds(year) && p.site.Holds(year) {
				p.fault(s, fmt.Sprintf("the report of %d stands in %s too", year, o.File), "a year has one site; change one of the two")
				return
			}
		}
	}
}

// pattern reads an address, its mark and the words of its links.
func (p *parser) pattern(list *[]Pattern, key string, s text.Span) {
	faults := len(p.faults)
	address, rest := p.word(s)
	mark, rest := p.word(rest)
	made := Pattern{Address: address.In(p.src.Text), Verified: p.mark(mark, address), Words: rest.In(p.src.Text)}
	if !rest.Empty() && key != "follow" && key != "part" {
		p.fault(rest, "words after the mark", "only follow and part ask for words of the link")
	}
	p.address(&made, key, address)
	if len(p.faults) == faults {
		*list = append(*list, made)
	}
}

// address reads the form of an address.
func (p *parser) address(made *Pattern, key string, s text.Span) {
	u, err := url.Parse(made.Address)
	_, host, _ := strings.Cut(made.Address, "://")
	host, _, _ = strings.Cut(host, "/")
	switch {
	case strings.ContainsAny(host, "{}"):
		p.fault(s, "a host that changes", "{year}, {country} and {number} stand in the path")
		return
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		p.fault(s, "no address", "an address begins with https:// and names a host")
		return
	case strings.Contains(made.Address, "%"):
		p.fault(s, "a character in disguise", "write it as it is, not with %")
		return
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		p.fault(s, "more than scheme, host and path", "leave out names, ? and #, and what follows")
		return
	}
	made.scheme, made.host, made.path = u.Scheme, hostOf(u), u.Path
	faults := len(p.faults)
	changes := p.places(key, s)
	if len(p.faults) == faults && (key == "page" || key == "part") && !changes {
		p.fault(s, key+" without {country} or {number}", "one address is no form of many")
	}
}

// places checks what stands in braces, and reports whether it tells pages of
// one year apart.
func (p *parser) places(key string, s text.Span) (changes bool) {
	words := s.In(p.src.Text)
	for at := 0; at < len(words); at++ {
		if words[at] == '}' {
			p.fault(text.Span{Start: s.Start + at, End: s.Start + at + 1}, "a brace that nothing opens", "known are {year}, {country}, {number}")
		}
		if words[at] != '{' {
			continue
		}
		end := strings.IndexByte(words[at:], '}')
		if end < 0 {
			p.fault(text.Span{Start: s.Start + at, End: s.End}, "a brace that nothing closes", "known are {year}, {country}, {number}")
			return changes
		}
		here := text.Span{Start: s.Start + at, End: s.Start + at + end + 1}
		switch name := here.In(p.src.Text); {
		case name == "{year}":
		case name != "{country}" && name != "{number}":
			p.unknown("piece", here, []string{"{year}", "{country}", "{number}"})
		case key == "index":
			p.fault(here, name+" in an index", "an index page is asked for by its year alone; its address is never guessed")
		default:
			changes = true
		}
		at += end
	}
	return changes
}

func (p *parser) host(s text.Span) {
	name, rest := p.word(s)
	mark, rest := p.word(rest)
	faults := len(p.faults)
	verified := p.mark(mark, name)
	u, err := url.Parse("https://" + name.In(p.src.Text))
	if err != nil || u.Host == "" || u.Path != "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		p.fault(name, "no host", "write it as in: also 2017-2021.state.gov unverified")
	}
	if !rest.Empty() {
		p.fault(rest, "words after the mark", "also takes a host and its mark")
	}
	if len(p.faults) == faults {
		p.site.Also = append(p.site.Also, Host{Name: hostOf(u), Verified: verified})
	}
}

func (p *parser) mark(s, after text.Span) (verified bool) {
	switch word := s.In(p.src.Text); word {
	case "verified":
		return true
	case "unverified":
	case "":
		p.fault(after, "without a mark", "write verified or unverified behind it")
	default:
		p.unknown("mark", s, []string{"verified", "unverified"})
	}
	return false
}

func (p *parser) word(s text.Span) (word, rest text.Span) {
	end := s.Start
	for end < s.End && p.src.Text[end] != ' ' && p.src.Text[end] != '\t' {
		end++
	}
	return text.Span{Start: s.Start, End: end}, p.trim(text.Span{Start: end, End: s.End})
}

func (p *parser) trim(s text.Span) text.Span {
	for s.Start < s.End && strings.IndexByte(" \t\r", p.src.Text[s.Start]) >= 0 {
		s.Start++
	}
	for s.End > s.Start && strings.IndexByte(" \t\r", p.src.Text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

func (p *parser) fault(s text.Span, message, hint string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.src, Span: s, Message: message, Hint: hint})
}

func (p *parser) unknown(what string, s text.Span, known []string) {
	word := s.In(p.src.Text)
	hint := "known are " + strings.Join(known, ", ")
	if near := text.Nearest(word, known); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	p.fault(s, fmt.Sprintf("unknown %s %q", what, word), hint)
}
