package ingest

import (
	"bytes"

	"github.com/gabriel-vasile/mimetype"
)

// bom is the byte order mark of UTF-8, which some editors put before a text.
const bom = "\xEF\xBB\xBF"

// strangers are the kinds of files that nothing here reads, with the words for
// them and what to do.
var strangers = []struct{ media, what, hint string }{
	{"application/msword", "an old Word file (doc)", "save it as .docx first"},
	{"application/x-ole-storage", "an old Office file (doc, xls)", "save it as .docx first"},
	{"text/rtf", "an RTF file", "save it as .docx or as text first"},
	{"application/vnd.oasis.opendocument.text", "an OpenDocument text (odt)", "save it as .docx first"},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel file (xlsx)", "save the sheet as CSV first"},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint file (pptx)", "save it as text first"},
	{"application/gzip", "a gzip archive", "unpack it first"},
	{"application/x-bzip2", "a bzip2 archive", "unpack it first"},
	{"application/x-xz", "an xz archive", "unpack it first"},
	{"application/zstd", "a zstd archive", "unpack it first"},
	{"application/x-7z-compressed", "a 7z archive", "unpack it first"},
	{"application/x-rar-compressed", "a RAR archive", "unpack it first"},
	{"application/x-tar", "a tar archive", "unpack it first"},
	{"application/vnd.sqlite3", "a SQLite database", "name it with --db to look into it"},
	{"application/x-elf", "a program", "name a text"},
	{"application/vnd.microsoft.portable-executable", "a program", "name a text"},
	{"application/postscript", "a PostScript file", "save it as PDF first"},
}

// kind says what a file is by its bytes.
type kind struct {
	media string // empty where they do not tell
	zip   bool
	what  string // in words, of a file that nothing here reads
	hint  string
}

// kindOf looks at the bytes of a file.
func kindOf(data []byte) kind {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		if media := packed(data); media != "" {
			return kind{media: media, zip: true}
		}
	}
	for _, m := range marked {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return kind{}
		}
	}
	if isPage(data) {
		return kind{media: "text/html"}
	}
	m := mimetype.Detect(data[:min(len(data), 64<<10)])
	for _, s := range strangers {
		if m.Is(s.media) {
			return kind{media: s.media, what: s.what, hint: s.hint}
		}
	}
	if m.Is("application/pdf") {
		return kind{media: "application/pdf"}
	}
	for top := m; top != nil; top = top.Parent() {
		if top.Is("text/plain") {
			return kind{}
		}
	}
	if !m.Is("application/octet-stream") {
		return kind{media: m.String(), what: "a file of the type " + m.String(), hint: "save it as text first"}
	}
	return kind{}
}

// packed says what a zip archive is packed for. It is empty where another
// detector may know.
func packed(data []byte) string {
	z, err := openZip(data)
	switch {
	case err != nil:
		return zipMedia
	case z.has("META-INF/container.xml"):
		return epubMedia
	case z.has("[Content_Types].xml") && (z.has("word/document.xml") || z.has("word/document2.xml")):
		return docxMedia
	case z.has("[Content_Types].xml") || z.has("mimetype"):
		return ""
	}
	return zipMedia
}

// The media types of formats that are zip archives.
const (
	zipMedia  = "application/zip"
	docxMedia = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	epubMedia = "application/epub+zip"
)

// isPage reports whether data begins as an HTML page does, comments and a
// declaration aside.
func isPage(data []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte(bom)))
	for {
		var end []byte
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = []byte("-->")
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = []byte("?>")
		default:
			head = bytes.ToLower(head[:min(len(head), 32)])
			for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta"} {
				if bytes.HasPrefix(head, []byte(tag)) {
					return true
				}
			}
			return false
		}
		i := bytes.Index(head, end)
		if i < 0 {
			return false
		}
		head = bytes.TrimSpace(head[i+len(end):])
	}
}

// tableEnd says with what end a file of records should be named.
func tableEnd(data []byte) string {
	head := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte(bom)))
	if len(head) > 0 && (head[0] == '[' || head[0] == '{') {
		return ".json"
	}
	return ".csv"
}
