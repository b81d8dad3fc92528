package fetch

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// anchor is a link as it stands on a page.
type anchor struct {
	to    *url.URL
	words string
}

// maxWords bounds the words of one link.
const maxWords = 1000

// anchors lists the links of an HTML page that stands at the address, in their
// order: those of its text, and those of lists to choose from.
func anchors(page []byte, media string, at *url.URL) []anchor {
	r, err := charset.NewReader(bytes.NewReader(page), media)
	if err != nil {
		r = bytes.NewReader(page)
	}
	z := html.NewTokenizer(r)
	z.SetMaxBuf(1 << 20)
	var list []anchor
	open := -1 // the anchor whose words are read
	for {
		switch z.Next() {
		case html.ErrorToken:
			for i := range list {
				list[i].words = strings.Join(strings.Fields(list[i].words), " ")
			}
			return list
		case html.TextToken:
			if open >= 0 && len(list[open].words) < maxWords {
				list[open].words += string(z.Text())
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == atom.A || atom.Lookup(name) == atom.Option {
				open = -1
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.DataAtom {
			case atom.Base:
				if to := resolve(at, attribute(t, "href")); to != nil {
					at = to
				}
			case atom.A, atom.Option:
				open = -1
				name := "href"
				if t.DataAtom == atom.Option {
					name = "value"
				}
				ref := attribute(t, name)
				if to := resolve(at, ref); to != nil && (name == "href" || strings.Contains(ref, "/")) {
					open = len(list)
					list = append(list, anchor{to: to})
				}
			default:
				if open >= 0 { // <br> and the like part words
					list[open].words += " "
				}
			}
		}
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// resolve gives the web address that a reference on a page means, or nil.
func resolve(at *url.URL, ref string) *url.URL {
	if ref == "" {
		return nil
	}
	to, err := at.Parse(ref)
	if err != nil || to.Host == "" || to.User != nil || to.Scheme != "http" && to.Scheme != "https" {
		return nil
	}
	to.Fragment, to.RawFragment = "", ""
	return to
}
