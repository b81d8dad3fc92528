package ingest

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// The bounds of a page. The largest one met, a whole report, has 3 MB and
// some thousand tags.
const (
	maxPage = 64 << 20
	maxTags = 1_000_000
)

// scarce is how few bytes of text are found when the text was not found, and
// readable how much a page has that is given to a second opinion.
const (
	scarce   = 400
	readable = 4 << 20
)

// readHTML takes in a saved page: its main text, without what stands beside.
func readHTML(_ context.Context, in *Intake, data []byte, _ Options) error {
	words, err := pageWords(in, data)
	if err != nil {
		return err
	}
	root, err := parse(words)
	if err != nil {
		return err
	}
	p := newPage(root)
	in.Title = titleOf(root)
	in.Source = addressOf(root, data)
	s := new(sheet)
	main := p.main()
	t := pageText{sheet: s, skip: p.beside}
	p.head(s, main, in.Title)
	head := len(s.text)
	t.node(main)
	if len(s.text)-head < scarce && p.all > 2*scarce && len(words) < readable && strings.Count(words, "<") < maxTags/20 {
		second(s, head, words)
	}
	return s.into(in)
}

// pageWords decodes a page in whatever encoding it is.
func pageWords(in *Intake, data []byte) (string, error) {
	if len(data) > maxPage {
		return "", refuse(fmt.Sprintf("a page of %d MB, more than the %d MB that one may have", len(data)>>20, maxPage>>20), "split it")
	}
	if n := bytes.Count(data, []byte{'<'}); n > maxTags {
		return "", refuse(fmt.Sprintf("a page with %d tags, more than the %d that one may have", n, maxTags), "split it")
	}
	return decode(in, data, declared(data))
}

// declared returns the encoding that a page says it is in.
func declared(data []byte) string {
	head := data[:min(len(data), 1024)]
	if !bytes.Contains(bytes.ToLower(head), []byte("charset")) {
		return ""
	}
	_, name, _ := charset.DetermineEncoding(head, "")
	return name
}

// plainTags are the elements of type that say nothing here. They are taken out
// before a page is parsed: one that is left open is opened again in every
// paragraph, so that a small page could become a tree that fills the memory.
var plainTags = map[string]bool{
	"big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true, "s": true, "small": true,
	"strike": true, "tt": true, "u": true,
}

// plainer returns a page without plainTags and comments, and with one element
// for bold type, without attributes.
func plainer(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	for z := html.NewTokenizer(strings.NewReader(words)); ; {
		kind := z.Next()
		raw := z.Raw()
		switch kind {
		case html.ErrorToken:
			return b.String()
		case html.CommentToken:
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			begin := string(raw[:min(len(raw), 2)]) // TagName changes raw
			whole := string(raw)
			name, _ := z.TagName()
			if plainTags[string(name)] {
				continue
			}
			if string(name) != "b" && string(name) != "strong" {
				b.WriteString(whole)
				continue
			}
			if begin == "</" {
				b.WriteString("</b>")
				continue
			}
			b.WriteString("<b>")
		default:
			b.Write(raw)
		}
	}
}

func parse(words string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(plainer(words)))
	if err != nil {
		return nil, refuse("not a page that can be read: "+strings.TrimPrefix(err.Error(), "html: "), "save it again, or as text")
	}
	return root, nil
}

// head writes what names the page before its text: its heading where that
// stands outside of the text, else its title.
func (p *page) head(s *sheet, main *html.Node, title string) {
	probe := pageText{sheet: new(sheet), skip: p.beside}
	probe.node(main)
	begins := string(probe.text[:min(len(probe.text), 2*scarce)])
	if h := first(p.root, main, atom.H1); h != nil && main != p.root {
		t := pageText{sheet: new(sheet)}
		t.node(h)
		if name := string(t.text); name != "" && !strings.Contains(begins, name) {
			s.words(name)
			s.heading(levels[atom.H1])
			begins += name
		}
	}
	if title != "" && !strings.Contains(begins, title) {
		s.line(title)
	}
}

// second asks another reader of pages for the text.
func second(s *sheet, head int, words string) {
	root, err := parse(words) // anew: it is changed
	if err != nil {
		return
	}
	article, err := readability.FromDocument(root, new(url.URL))
	if err != nil || article.Node == nil {
		return
	}
	own := len(s.text)
	t := pageText{sheet: &sheet{text: s.text[:head:head], parts: s.parts}}
	t.node(article.Node)
	if len(t.text) > own {
		*s = *t.sheet
	}
}

// titleOf returns the title of a page.
func titleOf(root *html.Node) string {
	n := first(root, nil, atom.Title)
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return shorten(strings.Join(strings.Fields(n.FirstChild.Data), " "))
}

// addressOf returns where a page says that it was saved from, or what it says
// that its address is.
func addressOf(root *html.Node, data []byte) string {
	const mark = "<!-- saved from url=("
	if i := bytes.Index(data[:min(len(data), 4096)], []byte(mark)); i >= 0 {
		line, _, _ := strings.Cut(string(data[i+len(mark):min(len(data), i+4096)]), " -->")
		if _, address, ok := strings.Cut(line, ")"); ok {
			return webAddress(address)
		}
	}
	var found string
	var look func(n *html.Node)
	look = func(n *html.Node) {
		for c := n.FirstChild; c != nil && found == ""; c = c.NextSibling {
			switch {
			case c.DataAtom == atom.Link && attr(c, "rel") == "canonical":
				found = webAddress(attr(c, "href"))
			case c.DataAtom == atom.Html || c.DataAtom == atom.Head:
				look(c)
			}
		}
	}
	look(root)
	return found
}

// webAddress returns an address of the web, or nothing.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || len(s) > 2000 || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
