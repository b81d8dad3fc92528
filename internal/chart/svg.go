package chart

import (
	"html/template"
	"strconv"
	"strings"

	"plumbline"
)

// svg writes elements. Names of elements and attributes are the package's own;
// every value and every text is escaped on its way in, and nothing else gets in.
type svg struct {
	b    strings.Builder
	open []string
	bare bool // the last tag lacks its ">"
}

// in opens an element with pairs of attribute names and values. A pair whose
// value is empty is left out.
func (s *svg) in(name string, attrs ...string) {
	s.close()
	s.b.WriteByte('<')
	s.b.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		s.b.WriteByte(' ')
		s.b.WriteString(attrs[i])
		s.b.WriteString(`="`)
		s.escape(attrs[i+1])
		s.b.WriteByte('"')
	}
	s.open = append(s.open, name)
	s.bare = true
}

func (s *svg) close() {
	if s.bare {
		s.b.WriteByte('>')
		s.bare = false
	}
}

// out closes the element opened last.
func (s *svg) out() {
	name := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	if s.bare {
		s.b.WriteString("/>")
		s.bare = false
		return
	}
	s.b.WriteString("</")
	s.b.WriteString(name)
	s.b.WriteByte('>')
}

// one writes an element without content.
func (s *svg) one(name string, attrs ...string) {
	s.in(name, attrs...)
	s.out()
}

// says writes an element that holds text, and nothing where there is none.
func (s *svg) says(name, words string, attrs ...string) {
	if words == "" {
		return
	}
	s.in(name, attrs...)
	s.close()
	s.escape(words)
	s.out()
}

// escape writes words so that they are text in XML and HTML, within quotes or
// without. What XML cannot hold becomes the replacement character.
func (s *svg) escape(words string) {
	if plain(words) {
		s.b.WriteString(words)
		return
	}
	for _, r := range words {
		switch {
		case r == '&':
			s.b.WriteString("&amp;")
		case r == '<':
			s.b.WriteString("&lt;")
		case r == '>':
			s.b.WriteString("&gt;")
		case r == '"':
			s.b.WriteString("&#34;")
		case r == '\'':
			s.b.WriteString("&#39;")
		case r == '\t' || r == '\n' || r == '\r':
			s.b.WriteByte(' ')
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			s.b.WriteRune('\ufffd')
		default:
			s.b.WriteRune(r)
		}
	}
}

// plain says that nothing is to be escaped in words; so it is with paths.
func plain(words string) bool {
	for i := range len(words) {
		switch c := words[i]; {
		case c < ' ', c > '~', c == '&', c == '<', c == '>', c == '"', c == '\'':
			return false
		}
	}
	return true
}

// html returns what was written, every element closed.
func (s *svg) html() template.HTML {
	for len(s.open) > 0 {
		s.out()
	}
	return template.HTML(s.b.String())
}

// Heading is what a chart is called, for those who do not see it.
type Heading struct {
	ID    string // unique on the page: the chart's id, and the beginning of every id in it
	Title string // short: "Tiers in 2018"
	Desc  string // what is to be seen, and where the same stands as a table; may be empty
}

// id keeps of an id what is safe in url(#...) too.
func (h *Heading) id() string {
	id := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, h.ID)
	if id == "" {
		return "chart"
	}
	return id
}

// noted is h with the notice that stands beside every tier, wherever a drawing
// goes by itself.
func (h Heading) noted() Heading {
	h.Desc = strings.TrimSpace(h.Desc + " " + plumbline.TierNotice)
	return h
}

// begin opens the svg element with its title and description. One that has
// links is a group to go through, any other is a picture.
func (s *svg) begin(h Heading, kind string, view box, links bool) {
	id, role := h.id(), "img"
	if links {
		role = "group"
	}
	described := ""
	if h.Desc != "" {
		described = id + "-desc"
	}
	s.in("svg", "xmlns", "http://www.w3.org/2000/svg", "id", id, "class", "chart chart-"+kind, "viewBox", view.String(),
		"role", role, "aria-labelledby", id+"-title", "aria-describedby", described)
	title := h.Title
	if title == "" {
		title, _, _ = strings.Cut(kind, " ")
	}
	s.says("title", title, "id", id+"-title")
	s.says("desc", h.Desc, "id", id+"-desc")
}

// link opens what a place or a year is drawn in: a link where there is an
// address, else a group, with its title. Close it with out.
func (s *svg) link(class, href, title string, tabs bool) {
	stop := ""
	if !tabs {
		stop = "-1"
	}
	if href = address(href); href != "" {
		s.in("a", "class", class, "href", href, "tabindex", stop)
	} else {
		s.in("g", "class", class)
	}
	s.says("title", title)
}

// address lets through an address on this site or on the web, and nothing that
// a browser would run.
func address(href string) string {
	scheme, _, ok := strings.Cut(href, ":")
	if ok && !strings.ContainsAny(scheme, "/?#") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "http") {
		return ""
	}
	if href != "" && href[0] <= ' ' {
		return ""
	}
	return href
}

// num writes a coordinate with one decimal at most.
func num(x float64) string {
	n := int64(x*10 + 0.5)
	if x < 0 {
		n = -int64(-x*10 + 0.5)
	}
	if n%10 == 0 {
		return strconv.FormatInt(n/10, 10)
	}
	return strconv.FormatFloat(float64(n)/10, 'f', 1, 64)
}

// path joins commands and numbers: path("M", x, y, "h", 3.).
func path(parts ...any) string {
	var b strings.Builder
	after := false // a number stands before
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			b.WriteString(p)
			after = false
		case float64:
			n := num(p)
			if after && n[0] != '-' {
				b.WriteByte(' ')
			}
			b.WriteString(n)
			after = true
		}
	}
	return b.String()
}

// box is a part of the plane.
type box struct{ x, y, w, h float64 }

// String writes b as a viewBox.
func (b box) String() string {
	return num(b.x) + " " + num(b.y) + " " + num(b.w) + " " + num(b.h)
}

func (b box) meets(c box) bool {
	return b.x <= c.x+c.w && c.x <= b.x+b.w && b.y <= c.y+c.h && c.y <= b.y+b.h
}

func (b box) contains(c box) bool {
	return b.x <= c.x && b.y <= c.y && c.x+c.w <= b.x+b.w && c.y+c.h <= b.y+b.h
}

// with is the least box that holds both.
func (b box) with(c box) box {
	x, y := min(b.x, c.x), min(b.y, c.y)
	return box{x, y, max(b.x+b.w, c.x+c.w) - x, max(b.y+b.h, c.y+c.h) - y}
}

func (b box) grown(by float64) box { return box{b.x - by, b.y - by, b.w + 2*by, b.h + 2*by} }
