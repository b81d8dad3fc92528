package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A saved page has its text somewhere between menus, banners and teasers. The
// text is the smallest element that holds nearly all of the page's prose:
// words that are no link. Sites whose pages are known help to find it.

// unread are the elements that hold no words to read.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Head: true, atom.Noscript: true, atom.Iframe: true,
	atom.Svg: true, atom.Math: true, atom.Object: true, atom.Embed: true, atom.Select: true, atom.Button: true,
	atom.Textarea: true, atom.Input: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Map: true,
}

// homes are the ids and classes of the element that holds the text on the
// department's own sites and on those that carry copies.
var homes = []string{
	"centerblock",                // state.gov until 2009
	"tier3-landing-content-wide", // state.gov 2009-2017
	"entry-content",              // state.gov since 2017, and WordPress anywhere
	"report__content",            // state.gov, reports in sections
	"mw-parser-output",           // wikis
	"field--name-body",           // Drupal
}

// besides are words in ids and classes of what stands beside a text.
var besides = map[string]bool{
	"nav": true, "navbar": true, "navigation": true, "menu": true, "breadcrumb": true, "breadcrumbs": true, "sidebar": true,
	"footer": true, "share": true, "sharing": true, "social": true, "cookie": true, "cookies": true, "skip": true,
	"related": true, "toolbar": true, "comments": true, "newsletter": true, "subscribe": true, "pagination": true,
	"ipp": true, // the bar of the web archive
}

// weighed is how many bytes of words an element holds.
type weighed struct {
	prose, linked int
	tier          bool // it speaks of a tier
}

// page is an HTML page being looked through.
type page struct {
	root   *html.Node
	weight map[*html.Node]weighed
	all    int // prose of the whole page
}

func newPage(root *html.Node) *page {
	p := &page{root: root, weight: map[*html.Node]weighed{}}
	p.all = p.weigh(root, false).prose
	return p
}

// weigh measures n and what is in it.
func (p *page) weigh(n *html.Node, link bool) weighed {
	var sum weighed
	switch n.Type {
	case html.TextNode:
		size := len(n.Data)
		if strings.TrimSpace(n.Data) == "" {
			size = 0
		}
		if sum.tier = strings.Contains(n.Data, "Tier") || strings.Contains(n.Data, "TIER"); link {
			sum.linked = size
		} else {
			sum.prose = size
		}
		return sum
	case html.ElementNode:
		if unread[n.DataAtom] || unshown(n) {
			return sum
		}
		link = link || n.DataAtom == atom.A && attr(n, "href") != ""
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w := p.weigh(c, link)
		sum.prose += w.prose
		sum.linked += w.linked
		sum.tier = sum.tier || w.tier
	}
	if n.Type == html.ElementNode {
		p.weight[n] = sum
	}
	return sum
}

// unshown reports whether a browser would not show an element.
func unshown(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		case "class":
			if strings.Contains(a.Val, "screen-reader-text") || strings.Contains(a.Val, "visually-hidden") || strings.Contains(a.Val, "sr-only") {
				return true
			}
		}
	}
	return false
}

// main returns the element that holds the text.
func (p *page) main() *html.Node {
	best := p.root
	for range 3 { // homes inside each other
		if home := p.home(best); home != nil {
			best = home
		}
	}
	for {
		into := p.narrower(best)
		if into == nil {
			return best
		}
		best = into
	}
}

// narrower returns the child of n that holds nearly all prose, if it is no
// paragraph, and no heading with a tier stands beside it.
func (p *page) narrower(n *html.Node) *html.Node {
	var into *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w := p.weight[c]
		switch {
		case w.prose*10 >= p.all*9 && w.prose > 0 && c.DataAtom != atom.P && c.DataAtom != atom.Pre && levels[c.DataAtom] == 0:
			into = c
		case w.tier && w.prose > 0 && !p.beside(c):
			return nil
		}
	}
	return into
}

// home returns the element inside n that is known to hold the text on some site.
func (p *page) home(n *html.Node) *html.Node {
	var find func(n *html.Node) *html.Node
	find = func(n *html.Node) *html.Node {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type != html.ElementNode || p.weight[c].prose*10 < p.all*4 || p.all == 0 {
				continue
			}
			if isHome(c) {
				return c
			}
			if h := find(c); h != nil {
				return h
			}
		}
		return nil
	}
	return find(n)
}

func isHome(n *html.Node) bool {
	names := append(strings.Fields(attr(n, "class")), attr(n, "id"))
	for _, home := range homes {
		for _, name := range names {
			if name == home {
				return true
			}
		}
	}
	return false
}

// beside reports whether an element inside the text is no part of it: a menu, a
// bar of buttons, a list of links.
func (p *page) beside(n *html.Node) bool {
	if unshown(n) {
		return true
	}
	w, ok := p.weight[n]
	if !ok || w.prose*10 >= p.all*3 && w.prose > 0 {
		return false
	}
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Form, atom.Aside, atom.Dialog:
		return true
	case atom.Ul, atom.Ol, atom.Dl, atom.P, atom.Div, atom.Table, atom.Section, atom.Center:
		if w.linked > 0 && !w.tier && w.linked*10 >= (w.linked+w.prose)*7 {
			return true
		}
	}
	return named(attr(n, "id")) || named(attr(n, "class"))
}

// named reports whether an id or class says that its element stands beside the
// text.
func named(name string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if besides[word] {
			return true
		}
	}
	return false
}

// first returns the first element of a kind outside of without, passing over
// what stands beside any text.
func first(n, without *html.Node, kind atom.Atom) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c == without || c.Type != html.ElementNode || c.DataAtom == atom.Nav || c.DataAtom == atom.Footer || unshown(c) {
			continue
		}
		if c.DataAtom == kind {
			return c
		}
		if found := first(c, without, kind); found != nil {
			return found
		}
	}
	return nil
}
