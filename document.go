package plumbline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
)

// DocumentID identifies one reading context: the bytes of a file together with
// the country, year and layout that it was read under.
type DocumentID string

// Document is one file as read. Its Text is frozen: every Span anywhere is a
// range of bytes of it.
type Document struct {
	ID        DocumentID
	File      string // the path or name that it was read from
	SHA256    string // of the original bytes, hexadecimal
	MediaType string // for instance text/plain
	Encoding  string // that its text was written in, for instance UTF-8; empty where the format decides
	Source    string // address that it was fetched from
	Retrieved string // when, ISO 8601; empty where nobody says
	Text      string // UTF-8
	Pages     []Page // empty where the format has no pages
	Parts     []Part // empty where the format has no headings of its own; by Start
	Boxes     Boxes  // of its words; empty where the format has no pages
	Context   Context
	Title     string
	Publisher string
	Released  string // ISO 8601 date, as short as known
	Sample    bool   // a paraphrase written for this project, no official text
}

// Page is where a page of the original begins in the Document's Text.
type Page struct {
	Number int // as counted from 1 in the original file
	Start  int // byte offset into Document.Text
}

// Part is a stretch of a Document from where a chapter or heading of the
// original begins to where the next one does.
type Part struct {
	Path  []string // titles from the outermost to its own
	Start int      // byte offset into Document.Text
}

// Context is what the user said of a file before it was read. What is left
// zero is taken from the text.
type Context struct {
	Country CountryCode
	Year    int
	Layout  string
	Single  bool   // the file is one narrative even without a heading
	Fields  string // which fields of a table's records are read, as the user wrote it
}

// NewDocumentID derives the identity of a reading from the hash of the file's
// bytes and its context.
func NewDocumentID(sha string, c Context) DocumentID {
	said := fmt.Appendf(nil, "%s|%s|%d|%s|%t", sha, c.Country, c.Year, c.Layout, c.Single)
	if c.Fields != "" {
		said = fmt.Appendf(said, "|%s", c.Fields)
	}
	sum := sha256.Sum256(said)
	return DocumentID(hex.EncodeToString(sum[:8]))
}

// PageAt returns the number of the page that holds the byte at offset, or 0
// when the Document has no pages.
func (d *Document) PageAt(offset int) int {
	number := 0
	for _, p := range d.Pages {
		if p.Start > offset {
			break
		}
		number = p.Number
	}
	return number
}

// PartAt returns the path of the part that holds the byte at offset, or nil.
func (d *Document) PartAt(offset int) []string {
	i := sort.Search(len(d.Parts), func(k int) bool { return d.Parts[k].Start > offset })
	if i == 0 {
		return nil
	}
	return d.Parts[i-1].Path
}
