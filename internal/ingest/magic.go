package ingest

import "bytes"

// bom is the byte order mark of UTF-8, which some editors put before a text.
const bom = "\xEF\xBB\xBF"

// magics are the bytes that files of other kinds begin with.
var magics = []struct{ begins, what string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "a zip archive (docx, xlsx, epub and odt files are such)"},
	{"PK\x05\x06", "an empty zip archive"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office file (doc, xls)"},
	{"\xFF\xFE\x00\x00", "UTF-32 text"},
	{"\xFF\xFE", "UTF-16 text"},
	{"\xFE\xFF", "UTF-16 text"},
	{"{\\rtf", "an RTF file"},
	{"\x1F\x8B", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"\xFD7zXZ\x00", "an xz archive"},
	{"\x28\xB5\x2F\xFD", "a zstd archive"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive"},
	{"\x89PNG\r\n\x1A\n", "a PNG picture"},
	{"\xFF\xD8\xFF", "a JPEG picture"},
	{"GIF8", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"SQLite format 3\x00", "a SQLite database"},
	{"\x7FELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"%!PS", "a PostScript file"},
}

// seems says what the data seems to be by its first bytes, or "".
func seems(data []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.begins)) {
			return m.what
		}
	}
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 512)], []byte(bom))))
	for _, tag := range []string{"<!doctype html", "<html"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return "an HTML page"
		}
	}
	return ""
}
