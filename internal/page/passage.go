package page

import (
	"html/template"
	"strings"
)

// Words sets the sentences of a passage. It is written by hand: a long narrative
// has a thousand pieces, and a template takes several times as long for each.
func (p Passage) Words() template.HTML {
	var b strings.Builder
	for _, s := range p.Sentences {
		b.WriteString(`<span class="s"`)
		if x := s.Here; x != "" {
			b.WriteString(` id="` + template.HTMLEscapeString(x) + `"`)
		}
		b.WriteString(`>`)
		for i := range s.Pieces {
			s.Pieces[i].write(&b)
		}
		b.WriteString(`</span>`)
	}
	return template.HTML(b.String())
}

// write sets one piece. Whatever comes from elsewhere is escaped.
func (p *Piece) write(b *strings.Builder) {
	attribute := func(name, value string) {
		if value != "" {
			b.WriteString(" " + name + `="`)
			b.WriteString(template.HTMLEscapeString(value))
			b.WriteByte('"')
		}
	}
	element := func(name, class string) {
		b.WriteString("<" + name)
		attribute("class", class)
		b.WriteByte('>')
		b.WriteString(template.HTMLEscapeString(p.Words))
		b.WriteString("</" + name + ">")
	}
	for _, anchor := range p.Anchors {
		b.WriteString("<span")
		attribute("id", anchor)
		b.WriteString("></span>")
	}
	switch {
	case p.Furniture:
		element("span", "furniture")
	case p.Href == "" && p.Chosen:
		element("mark", "")
	case p.Href == "":
		b.WriteString(template.HTMLEscapeString(p.Words))
	default:
		class := "k"
		if p.Tone != "" {
			class += " " + string(p.Tone)
		}
		if p.Chosen {
			class += " chosen"
		}
		b.WriteString("<a")
		attribute("id", p.Anchor)
		attribute("class", class)
		attribute("href", p.Href)
		attribute("data-c", p.Claims)
		attribute("title", p.Title)
		if p.Inner {
			attribute("tabindex", "-1")
		}
		b.WriteByte('>')
		b.WriteString(template.HTMLEscapeString(p.Words))
		b.WriteString("</a>")
	}
}
