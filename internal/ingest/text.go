package ingest

import (
	"bytes"
	"context"
	"fmt"
	"unicode/utf8"
)

// maxLine is the longest line that is taken in. Reports of a thousand pages
// have lines of some thousand bytes; a whole report on one line has 3 million.
const maxLine = 16 << 20

// readText takes in text and Markdown: the file's own bytes.
func readText(_ context.Context, in *Intake, data []byte, _ Options) error {
	if what := seems(data); what != "" {
		return refuse("not a text: it seems to be "+what, "save it as UTF-8 text first")
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return refuse(fmt.Sprintf("%s: a zero byte: it seems to be a binary file", place(data, at)),
			"save it as UTF-8 text first")
	}
	if at := invalid(data); at >= 0 {
		return refuse(fmt.Sprintf("%s: invalid UTF-8 (byte 0x%02X)", place(data, at), data[at]),
			"convert the file to UTF-8 first, for instance with: iconv -f WINDOWS-1252 -t UTF-8")
	}
	if at, size := longest(data); size > maxLine {
		return refuse(fmt.Sprintf("%s: a line of %d bytes, more than the %d MB that a line may have", place(data, at), size, maxLine>>20),
			"break the file into lines at its paragraphs")
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(data, []byte(bom)))) == 0 {
		return refuse("nothing but white space", "check that it was saved or downloaded whole")
	}
	in.Text, in.Encoding = string(data), "UTF-8"
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
func longest(data []byte) (at, size int) {
	for start := 0; start < len(data); {
		n := bytes.IndexByte(data[start:], '\n')
		if n < 0 {
			n = len(data) - start
		}
		if n > size {
			at, size = start, n
		}
		start += n + 1
	}
	return at, size
}
