package ingest

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line that is taken in. Reports of a thousand pages
// have lines of some thousand bytes; a whole report on one line has 3 million.
const maxLine = 16 << 20

// readText takes in text and Markdown: where they are UTF-8 the file's own
// bytes.
func readText(_ context.Context, in *Intake, data []byte, _ Options) error {
	words, err := decode(in, data, "")
	if err != nil {
		return err
	}
	if at, size := longest(words); size > maxLine {
		return refuse(fmt.Sprintf("line %d, byte offset %d: a line of %d bytes, more than the %d MB that a line may have",
			1+strings.Count(words[:at], "\n"), at, size, maxLine>>20), "break the file into lines at its paragraphs")
	}
	if strings.TrimSpace(strings.TrimPrefix(words, bom)) == "" {
		return refuse("nothing but white space", "check that it was saved or downloaded whole")
	}
	in.Text = words
	return nil
}

// place names the byte at offset as a person and as a program count.
func place(data []byte, offset int) string {
	return fmt.Sprintf("line %d, byte offset %d", 1+bytes.Count(data[:offset], []byte{'\n'}), offset)
}

// invalid returns the offset of the first byte that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// longest returns where the longest line begins and how long it is.
func longest(words string) (at, size int) {
	for start := 0; start < len(words); {
		n := strings.IndexByte(words[start:], '\n')
		if n < 0 {
			n = len(words) - start
		}
		if n > size {
			at, size = start, n
		}
		start += n + 1
	}
	return at, size
}
