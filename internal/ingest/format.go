package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"plumbline"
	"plumbline/internal/pdf"
)

// MaxBytes is the size of the largest file that is taken in.
const MaxBytes = 256 << 20

// format is one way of writing a document.
type format struct {
	name  string
	ends  []string // of file names, with the dot, in small letters
	media string
	zip   bool // it is packed in a zip archive
	table bool // of records; in a folder it is read only where its fields are named
	read  func(ctx context.Context, in *Intake, data []byte, o Options) error
}

// formats is the table of what can be read. The first one takes the files
// whose bytes and name tell nothing.
var formats = []format{
	{name: "text", ends: []string{".txt", ".text"}, media: "text/plain", read: readText},
	{name: "Markdown", ends: []string{".md", ".markdown"}, media: "text/markdown", read: readText},
	{name: "HTML", ends: []string{".html", ".htm", ".xhtml"}, media: "text/html", read: readHTML},
	{name: "DOCX", ends: []string{".docx", ".docm"}, media: docxMedia, zip: true, read: readDOCX},
	{name: "EPUB", ends: []string{".epub"}, media: epubMedia, zip: true, read: readEPUB},
	{name: "PDF", ends: []string{".pdf"}, media: pdfMedia, read: readPDF},
	{name: "zip", ends: []string{".zip"}, media: zipMedia, zip: true, read: readZip},
	{name: "CSV", ends: []string{".csv", ".tsv"}, media: "text/csv", table: true, read: readCSV},
	{name: "JSON", ends: []string{".json", ".jsonl", ".ndjson"}, media: "application/json", table: true, read: readJSON},
}

// Intake is what was taken in from a file.
type Intake struct {
	plumbline.Document
	Records    []Record          // of a table; each is a narrative, or has several
	Fields     Fields            // that its records were read by
	Recognizer string            // program that recognised some of the text on pictures, and its version; mostly empty
	Doubts     []plumbline.Doubt // about the file as a whole, such as an encoding that was guessed
}

// Options say how files are taken in. The zero value works.
type Options struct {
	Fields Fields             // of tables
	PDF    *pdf.Engine        // reads PDFs; nil makes one for each file, which takes seconds
	Paged  func(page, of int) // is told of each page of a PDF that was read; may be nil

	// Recognizer reads the pages of a PDF that are pictures; nil leaves them out.
	Recognizer *pdf.Recognizer
}

// Known reports whether the end of the file's name is one of a known format.
func Known(file string) bool { return find(file) != nil }

// Table reports whether the end of the file's name is that of a table of
// records, which is read only where its fields are named.
func Table(file string) bool {
	f := find(file)
	return f != nil && f.table
}

// Ends lists the ends of file names that are known, with the dot.
func Ends() []string {
	var ends []string
	for _, f := range formats {
		ends = append(ends, f.ends...)
	}
	return ends
}

// Read takes in the bytes of a file. The Document has no ID and Context yet,
// and what it has of Title, Publisher and Released is what the file says of
// itself. A file that is refused gives an error that wraps
// plumbline.ErrInvalid, begins with the file's name and says what to do. When
// ctx ends Read returns ctx's error.
func Read(ctx context.Context, file string, data []byte, o Options) (*Intake, error) {
	f, err := choose(file, data, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	sum := sha256.Sum256(data)
	in := &Intake{Document: plumbline.Document{File: file, SHA256: hex.EncodeToString(sum[:]), MediaType: f.media}}
	if err := f.take(ctx, in, data, o); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return in, nil
}

// choose finds the format of a file: by its bytes, and where they do not tell by
// the end of its name.
func choose(file string, data []byte, o Options) (*format, error) {
	k := kindOf(data)
	byName := find(file)
	switch {
	case k.media == zipMedia && byName != nil && byName.zip:
		return byName, nil // it is damaged: its reader says how
	case k.media == zipMedia:
		return find(".zip"), nil
	case k.what != "":
		return nil, refuse(k.what, k.hint)
	}
	for i := range formats {
		if k.media != "" && formats[i].media == k.media {
			return &formats[i], nil
		}
	}
	switch {
	case k.media != "":
		return nil, refuse("a file of the type "+k.media+", which is not read", "save it as text first")
	case byName == nil && len(o.Fields.Text) > 0:
		return find(tableEnd(data)), nil
	case byName == nil || byName.zip:
		return &formats[0], nil
	}
	return byName, nil
}

func (f *format) take(ctx context.Context, in *Intake, data []byte, o Options) error {
	switch {
	case len(data) == 0:
		return refuse("empty file", "check that it was saved or downloaded whole")
	case len(data) > MaxBytes:
		return TooLarge(int64(len(data)))
	}
	return f.read(ctx, in, data, o)
}

// TooLarge is the fault of a file of the given size, larger than MaxBytes, for
// callers that know the size before they read it.
func TooLarge(size int64) error {
	return refuse(fmt.Sprintf("%d MB, more than the %d MB that one file may have", size>>20, MaxBytes>>20),
		"split it between two narratives")
}

func find(file string) *format {
	end := strings.ToLower(path.Ext(strings.ReplaceAll(file, `\`, "/")))
	for i := range formats {
		for _, e := range formats[i].ends {
			if e == end {
				return &formats[i]
			}
		}
	}
	return nil
}

func refuse(fact, hint string) error {
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fact, Hint: hint}
}
