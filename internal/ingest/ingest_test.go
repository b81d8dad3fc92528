package ingest

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"plumbline"
)

func TestReadKeepsTheBytes(t *testing.T) {
	cases := []struct{ name, file, data, media string }{
		{"plain text", "a.txt", "ONE (Tier 1)\n\nWords.\n", "text/plain"},
		{"Markdown in capitals", "a.MD", "# ONE (Tier 1)\n", "text/markdown"},
		{"standard input is text", "-", "ONE (Tier 1)\n", "text/plain"},
		{"an unknown end that holds text", "narrative.2007", "ONE (Tier 1)\n", "text/plain"},
		{"a byte order mark stays in the text", "a.txt", bom + "ONE (Tier 1)\n", "text/plain"},
		{"carriage returns stay", "a.txt", "ONE (Tier 1)\r\n\r\nWords.\r\n", "text/plain"},
		{"letters outside ASCII", "a.txt", "CÔTE D’IVOIRE (Tier 2)\n", "text/plain"},
		{"a replacement character that is written out", "a.txt", "odd \uFFFD sign\n", "text/plain"},
		{"a letter that magic begins with", "a.txt", "BZ and PK are words\n", "text/plain"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := Read(t.Context(), c.file, []byte(c.data), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != c.data || d.MediaType != c.media || d.File != c.file || len(d.SHA256) != 64 {
				t.Errorf("got %+v", d)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	cases := []struct{ name, data, want string }{
		{"an empty file", "", "a.txt: empty file; check that it was saved or downloaded whole"},
		{"white space alone", " \n\t\n", "a.txt: nothing but white space; check that it was saved or downloaded whole"},
		{"a byte order mark alone", bom + "\n", "a.txt: nothing but white space; check that it was saved or downloaded whole"},
		{"a PDF", "%PDF-1.7\n\xE2\xE3", "a.txt: not a text: it seems to be a PDF; save it as UTF-8 text first"},
		{"a zip archive", "PK\x03\x04....", "a.txt: not a text: it seems to be a zip archive (docx, xlsx, epub and odt files are such); save it as UTF-8 text first"},
		{"UTF-16", "\xFF\xFEA\x00", "a.txt: not a text: it seems to be UTF-16 text; save it as UTF-8 text first"},
		{"HTML", "\n<!DOCTYPE html><p>", "a.txt: not a text: it seems to be an HTML page; save it as UTF-8 text first"},
		{"a zero byte", "one\ntwo\x00", "a.txt: line 2, byte offset 7: a zero byte: it seems to be a binary file; save it as UTF-8 text first"},
		{"a byte of Latin-1", "one\ntwo\nCa\xF1on\n", "a.txt: line 3, byte offset 10: invalid UTF-8 (byte 0xF1); convert the file to UTF-8 first, for instance with: iconv -f WINDOWS-1252 -t UTF-8"},
		{"a letter cut off at the end", "caf\xC3", "a.txt: line 1, byte offset 3: invalid UTF-8 (byte 0xC3); convert the file to UTF-8 first, for instance with: iconv -f WINDOWS-1252 -t UTF-8"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), "a.txt", []byte(c.data), Options{})
			if !errors.Is(err, plumbline.ErrInvalid) {
				t.Fatalf("got %v", err)
			}
			if err.Error() != c.want {
				t.Errorf("got  %s\nwant %s", err, c.want)
			}
		})
	}
}

func TestReadRefusesALineOfHundredMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("needs 200 MB of memory")
	}
	data := append([]byte("ONE (Tier 1)\n"), bytes.Repeat([]byte("word "), 20<<20)...)
	_, err := Read(t.Context(), "a.txt", data, Options{})
	want := "a.txt: line 2, byte offset 13: a line of 104857600 bytes, more than the 16 MB that a line may have"
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v", err)
	}
}

func TestKnown(t *testing.T) {
	for file, want := range map[string]bool{
		"a.txt": true, "dir.d/A.TXT": true, "a.markdown": true, `c:\x\a.md`: true,
		"a.pdf": false, "a": false, "-": false, "txt": false, "dir.txt/a": false,
	} {
		if Known(file) != want {
			t.Errorf("Known(%q) = %t", file, !want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "a", bom, "\xFF\xFE", "x\x00", "caf\xC3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(t.Context(), "a.txt", data, Options{})
		if err == nil && d.Text != string(data) {
			t.Error("the text is not the file's own bytes")
		}
	})
}
