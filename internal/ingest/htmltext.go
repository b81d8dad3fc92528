package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageText writes the words of an HTML tree to a sheet.
type pageText struct {
	*sheet
	skip func(*html.Node) bool // what is not part of the text
	bold []atBold              // bold words that opened the block, outermost first
	pre  int                   // inside how many elements white space counts
}

// atBold is an element in bold type that opens a block.
type atBold struct {
	node  *html.Node
	start int
}

// longestBold is the length in bytes of the longest words in bold type that
// are taken for a heading.
const longestBold = 120

// levels are the headings.
var levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dir: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Header: true, atom.Hr: true,
	atom.Html: true, atom.Legend: true, atom.Li: true, atom.Main: true, atom.Menu: true, atom.Nav: true, atom.Ol: true,
	atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true,
	atom.Tfoot: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// node writes an element and what is in it. The parser bounds how deep it goes.
func (p *pageText) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.textNode(n.Data)
		return
	case n.Type == html.ElementNode && (unread[n.DataAtom] || p.skip != nil && p.skip(n) || noteMark(n)):
		return
	case n.Type != html.ElementNode && n.Type != html.DocumentNode:
		return
	}
	block := blocks[n.DataAtom]
	if block {
		p.end()
	}
	switch n.DataAtom {
	case atom.Br:
		p.runIn()
		p.lineBreak()
	case atom.Td, atom.Th:
		p.cell()
	case atom.Pre:
		p.pre++
		defer func() { p.pre-- }()
	case atom.Li:
		p.mark(n)
	case atom.B, atom.Strong:
		p.inBold(n)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c)
	}
	switch level := levels[n.DataAtom]; {
	case level > 0:
		p.heading(level)
	case block:
		p.runIn()
		p.end()
	}
}

// end ends the block; bold words that opened it opened nothing more.
func (p *pageText) end() {
	p.bold = p.bold[:0]
	p.sheet.end()
}

func (p *pageText) textNode(t string) {
	if len(p.bold) > 0 && strings.TrimSpace(t) != "" {
		p.afterBold(t)
	}
	if p.pre == 0 {
		p.words(t)
		return
	}
	for i, line := range strings.Split(t, "\n") {
		if i > 0 {
			p.lineBreak()
		}
		p.words(line)
	}
}

// mark writes the mark of a list's item.
func (p *pageText) mark(n *html.Node) {
	if n.Parent != nil && n.Parent.DataAtom == atom.Ul && textual(n) {
		p.words("• ")
	}
}

// textual reports whether an item holds words of its own.
func textual(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
		if c.Type == html.ElementNode && !unread[c.DataAtom] && c.DataAtom != atom.Ul && c.DataAtom != atom.Ol && textual(c) {
			return true
		}
	}
	return false
}

// inBold writes an element in bold type. Words that open a block so may be its
// heading: what follows them decides.
func (p *pageText) inBold(n *html.Node) {
	opens := !p.open || p.breaks > 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c)
	}
	if !opens || !p.open || len(p.bold) > 0 {
		return
	}
	start := p.begin
	if i := strings.LastIndexByte(string(p.text[start:]), '\n'); i >= 0 {
		start += i + 1
	}
	if words := p.text[start:]; len(words) > 0 && len(words) <= longestBold {
		p.bold = append(p.bold, atBold{n, start})
	}
}

// afterBold puts the bold words that opened the block on a line of their own
// where a sentence begins behind them.
func (p *pageText) afterBold(t string) {
	start := p.bold[0].start
	p.bold = p.bold[:0]
	title := strings.TrimSpace(string(p.text[start:]))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(t, " \t\r\n\u00a0"))
	if first == ':' {
		return // the segmenter knows a heading before a colon
	}
	if p.breaks == 0 && (!unicode.IsUpper(first) || !titled(title)) {
		return
	}
	if p.breaks == 0 {
		p.lineBreak()
	}
	p.part(boldLevel, title, start)
}

// runIn is called where a line ends: bold words alone on it are a heading.
func (p *pageText) runIn() {
	if len(p.bold) == 0 {
		return
	}
	start := p.bold[0].start
	p.bold = p.bold[:0]
	if title := strings.TrimSpace(string(p.text[start:])); titled(title) {
		p.part(boldLevel, title, start)
	}
}

// titled reports whether words can be a heading: no sentence is one.
func titled(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && !strings.ContainsRune(".,;!?", last)
}

// noteMark reports whether an element is the number of a footnote.
func noteMark(n *html.Node) bool {
	if n.DataAtom != atom.Sup {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.A && strings.Contains(attr(c, "href"), "#") {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
