package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"plumbline"
)

// MaxBytes is the size of the largest file that is taken in.
const MaxBytes = 256 << 20

// format is one way of writing a document.
type format struct {
	name  string
	ends  []string // of file names, with the dot, in small letters
	media string
	read  func(data []byte) (string, []plumbline.Page, error)
}

// formats is the table of what can be read. The first one takes the files
// whose name tells nothing.
var formats = []format{
	{name: "text", ends: []string{".txt", ".text"}, media: "text/plain", read: readText},
	{name: "Markdown", ends: []string{".md", ".markdown"}, media: "text/markdown", read: readText},
}

// Known reports whether the end of the file's name is one of a known format.
func Known(file string) bool { return find(file) != nil }

// Ends lists the ends of file names that are known, with the dot.
func Ends() []string {
	var ends []string
	for _, f := range formats {
		ends = append(ends, f.ends...)
	}
	return ends
}

// Read takes in the bytes of a file. The Document has no ID, Context, Title,
// Publisher and Released yet: these are the caller's to say. A file that is
// refused gives an error that wraps plumbline.ErrInvalid, begins with the
// file's name and says what to do.
func Read(file string, data []byte) (plumbline.Document, error) {
	f := find(file)
	if f == nil {
		f = &formats[0]
	}
	text, pages, err := f.take(data)
	if err != nil {
		return plumbline.Document{}, fmt.Errorf("%s: %w", file, err)
	}
	sum := sha256.Sum256(data)
	return plumbline.Document{
		File:      file,
		SHA256:    hex.EncodeToString(sum[:]),
		MediaType: f.media,
		Text:      text,
		Pages:     pages,
	}, nil
}

func (f *format) take(data []byte) (string, []plumbline.Page, error) {
	switch {
	case len(data) == 0:
		return "", nil, refuse("empty file", "check that it was saved or downloaded whole")
	case len(data) > MaxBytes:
		return "", nil, TooLarge(int64(len(data)))
	}
	return f.read(data)
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
