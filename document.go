package plumbline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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
	Text      string // UTF-8
	Pages     []Page // empty where the format has no pages
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

// Context is what the user said of a file before it was read. What is left
// zero is taken from the text.
type Context struct {
	Country CountryCode
	Year    int
	Layout  string
	Single  bool // the file is one narrative even without a heading
}

// NewDocumentID derives the identity of a reading from the hash of the file's
// bytes and its context.
func NewDocumentID(sha string, c Context) DocumentID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%d|%s|%t", sha, c.Country, c.Year, c.Layout, c.Single))
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
