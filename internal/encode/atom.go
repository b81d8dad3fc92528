package encode

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
)

// Feed is what an Atom feed (RFC 4287) says. Times are ISO 8601 with a zone;
// addresses are relative to the feed's.
type Feed struct {
	Name     string // what it is of, unchanging: its id is made of it
	Title    string
	Subtitle string
	Self     string // its address
	Page     string // address of the page that it is the feed of
	Author   string
	Updated  string
	Entries  []FeedEntry
}

// FeedEntry is one entry of a Feed.
type FeedEntry struct {
	Name    string // unchanging, unique in all feeds
	Title   string
	Page    string
	Updated string
	Words   string
}

// feedID makes an id of a name that never changes: a UUID of its hash.
func feedID(name string) string {
	sum := sha256.Sum256([]byte("plumbline|" + name))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	h := fmt.Sprintf("%x", sum[:16])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// firstMoment stands for a time that nobody noted.
const firstMoment = "1970-01-01T00:00:00Z"

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

// Atom writes a feed. Without a time of its own it was updated when its latest
// entry was.
func Atom(f Feed) ([]byte, error) {
	x := atomFeed{Lang: "en", ID: feedID(f.Name), Title: f.Title, Subtitle: f.Subtitle, Author: f.Author, Updated: f.Updated,
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Page}}}
	for _, e := range f.Entries {
		if e.Updated == "" {
			e.Updated = firstMoment
		}
		if f.Updated == "" {
			x.Updated = max(x.Updated, e.Updated)
		}
		x.Entries = append(x.Entries, atomEntry{feedID(e.Name), e.Title, e.Updated, atomLink{"alternate", "text/html", e.Page}, e.Words})
	}
	if x.Updated == "" {
		x.Updated = firstMoment
	}
	b, err := xml.MarshalIndent(x, "", " ")
	if err != nil {
		return nil, err
	}
	return append(append([]byte(xml.Header), b...), '\n'), nil
}
