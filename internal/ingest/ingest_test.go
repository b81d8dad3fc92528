package ingest

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

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
		{"a damaged zip archive", "PK\x03\x04....", "a.txt: a damaged zip archive: not a valid zip file; save or download it again"},
		{"an RTF file", "{\\rtf1\\ansi one}", "a.txt: an RTF file; save it as .docx or as text first"},
		{"a PNG picture", "\x89PNG\r\n\x1A\n\x00\x00", "a.txt: a file of the type image/png; save it as text first"},
		{"an HTML page without words", "\n<!DOCTYPE html><p>", "a.txt: it holds no text; check that it was saved or downloaded whole"},
		{"a zero byte", "one\ntwo\x00", "a.txt: line 2, byte offset 7: a zero byte: it seems to be a binary file; save it as text first"},
		{"a control character among others", "one\ntwo\x01\xE9\xE9", "a.txt: line 2, byte offset 7: a control character (byte 0x01): it seems to be a binary file; save it as text first"},
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
		"a.pdf": true, "a.xls": false, "a": false, "-": false, "txt": false, "dir.txt/a": false,
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
		if err == nil && utf8.Valid(data) && d.MediaType == "text/plain" && d.Encoding == "UTF-8" && d.Text != string(data) {
			t.Error("the text is not the file's own bytes")
		}
		if err == nil && !utf8.ValidString(d.Text) {
			t.Error("the text is not UTF-8")
		}
	})
}
