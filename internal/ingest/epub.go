package ingest

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// book is what a package file says of an EPUB.
type book struct {
	Title []string `xml:"metadata>title"`
	Items []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Media      string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine struct {
		Contents string `xml:"toc,attr"`
		Refs     []struct {
			ID     string `xml:"idref,attr"`
			Linear string `xml:"linear,attr"`
		} `xml:"itemref"`
	} `xml:"spine"`
	folder string
}

// readEPUB takes in an e-book: its chapters in the order of reading.
func readEPUB(ctx context.Context, in *Intake, data []byte, _ Options) error {
	z, err := openZip(data)
	if err != nil {
		return err
	}
	b, err := z.book()
	if err != nil {
		return err
	}
	if len(b.Title) > 0 {
		in.Title = shorten(strings.Join(strings.Fields(b.Title[0]), " "))
	}
	names := z.chapterNames(b)
	s := new(sheet)
	for _, chapter := range b.chapters() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if title := names[chapter]; title != "" {
			s.part(chapterLevel, title, s.next())
		}
		if err := z.chapter(s, in, chapter); err != nil {
			return err
		}
	}
	return s.into(in)
}

// book reads the package file.
func (z *unzipped) book() (*book, error) {
	if z.has("META-INF/encryption.xml") && !z.onlyFonts() {
		return nil, refuse("an e-book that is locked (META-INF/encryption.xml)", "get a copy without protection")
	}
	data, err := z.file("META-INF/container.xml", 1<<20)
	if err != nil {
		return nil, err
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(data, &container); err != nil || len(container.Roots) == 0 {
		return nil, refuse("META-INF/container.xml names no package file", "save or download it again")
	}
	name := clean(container.Roots[0].Path)
	if data, err = z.file(name, 16<<20); err != nil {
		return nil, err
	}
	b := &book{folder: path.Dir(name)}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	if err := d.Decode(b); err != nil {
		return nil, fmt.Errorf("%s: %w", name, damagedXML(d, err))
	}
	if len(b.Spine.Refs) == 0 {
		return nil, refuse(name+" lists no chapters", "save or download it again")
	}
	return b, nil
}

// onlyFonts reports whether nothing but fonts is locked.
func (z *unzipped) onlyFonts() bool {
	data, err := z.file("META-INF/encryption.xml", 1<<20)
	if err != nil {
		return false
	}
	var locked struct {
		Data []struct {
			Reference struct {
				URI string `xml:"URI,attr"`
			} `xml:"CipherData>CipherReference"`
		} `xml:"EncryptedData"`
	}
	if xml.Unmarshal(data, &locked) != nil {
		return false
	}
	for _, l := range locked.Data {
		switch strings.ToLower(path.Ext(l.Reference.URI)) {
		case ".otf", ".ttf", ".woff", ".woff2":
		default:
			return false
		}
	}
	return true
}

// chapters lists the files of the spine.
func (b *book) chapters() []string {
	files := map[string]string{}
	for _, i := range b.Items {
		if !strings.Contains(" "+i.Properties+" ", " nav ") && strings.Contains(i.Media, "html") {
			files[i.ID] = b.at(i.Href)
		}
	}
	var list []string
	seen := map[string]bool{}
	for _, r := range b.Spine.Refs {
		if f := files[r.ID]; f != "" && r.Linear != "no" && !seen[f] {
			seen[f] = true
			list = append(list, f)
		}
	}
	return list
}

// at returns the name in the archive of what a link of the package file leads
// to, without its fragment.
func (b *book) at(href string) string { return linked(b.folder, href) }

func linked(folder, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if plain, err := url.PathUnescape(href); err == nil {
		href = plain
	}
	return clean(path.Join(folder, href))
}

// chapter writes one file of the spine.
func (z *unzipped) chapter(s *sheet, in *Intake, name string) error {
	data, err := z.file(name, maxPage)
	if err != nil {
		return err
	}
	words, err := pageWords(in, closeTags(data))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	root, err := parse(words)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	t := pageText{sheet: s, skip: func(n *html.Node) bool { return n.DataAtom == atom.Nav || unshown(n) }}
	t.node(root)
	s.end()
	return nil
}

// rawElements swallow what follows them in HTML when they are closed in the
// way of XML.
var rawElements = []string{"title", "script", "style", "textarea", "iframe", "noscript"}

// closeTags writes <title/> as <title></title>, so that a chapter, which is
// XML, can be read as HTML.
func closeTags(data []byte) []byte {
	var out []byte
	from := 0
	for at := 0; ; {
		i := bytes.Index(data[at:], []byte("/>"))
		if i < 0 {
			break
		}
		end := at + i
		open := bytes.LastIndexByte(data[at:end], '<')
		at, open = end+2, at+open
		for _, name := range rawElements {
			tag := data[min(open+1, end):end]
			if open >= from && bytes.HasPrefix(tag, []byte(name)) && (len(tag) == len(name) || tag[len(name)] == ' ' || tag[len(name)] == '\n') {
				out = append(out, data[from:end]...)
				out = append(out, "></"+name+">"...)
				from = at
			}
		}
	}
	if from == 0 {
		return data
	}
	return append(out, data[from:]...)
}

// chapterNames returns the titles that the table of contents gives to files.
func (z *unzipped) chapterNames(b *book) map[string]string {
	names := map[string]string{}
	for _, i := range b.Items {
		switch {
		case strings.Contains(" "+i.Properties+" ", " nav "):
			z.navNames(names, b.at(i.Href))
		case i.ID == b.Spine.Contents && i.ID != "" || i.Media == "application/x-dtbncx+xml":
			z.ncxNames(names, b.at(i.Href))
		}
	}
	return names
}

// navNames reads the contents of an EPUB 3, which are a page.
func (z *unzipped) navNames(names map[string]string, file string) {
	data, err := z.file(file, maxPage)
	if err != nil {
		return // a book without contents is read without titles
	}
	words, err := pageWords(new(Intake), closeTags(data))
	if err != nil {
		return
	}
	root, err := parse(words)
	if err != nil {
		return
	}
	var look func(n *html.Node)
	look = func(n *html.Node) {
		if n.DataAtom == atom.A && attr(n, "href") != "" {
			t := pageText{sheet: new(sheet)}
			t.node(n)
			name(names, linked(path.Dir(file), attr(n, "href")), string(t.text))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			look(c)
		}
	}
	look(root)
}

// ncxNames reads the contents of an EPUB 2.
func (z *unzipped) ncxNames(names map[string]string, file string) {
	data, err := z.file(file, 16<<20)
	if err != nil {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	var label string
	inLabel := false
	for {
		t, err := d.Token()
		if err != nil {
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "navPoint":
				label = ""
			case "text":
				inLabel = true
			case "content":
				for _, a := range t.Attr {
					if a.Name.Local == "src" {
						name(names, linked(path.Dir(file), a.Value), label)
					}
				}
			}
		case xml.EndElement:
			inLabel = inLabel && t.Name.Local != "text"
		case xml.CharData:
			if inLabel {
				label += string(t)
			}
		}
	}
}

// name keeps the first title of a file.
func name(names map[string]string, file, title string) {
	if title = strings.Join(strings.Fields(title), " "); title != "" && names[file] == "" {
		names[file] = shorten(title)
	}
}
