package ingest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// packFiles makes a zip archive of names and contents, which alternate.
func packFiles(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`

// docx makes a Word file with the given body.
func docx(t testing.TB, body string) []byte {
	return packFiles(t, "[Content_Types].xml", contentTypes,
		"word/document.xml", `<w:document xmlns:w="`+wordSpaces[0]+`" xmlns:mc="mc" xmlns:a="a"><w:body>`+body+`</w:body></w:document>`,
		"word/styles.xml", `<w:styles xmlns:w="`+wordSpaces[0]+`">
			<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
			<w:style w:styleId="Head2"><w:name w:val="Our heads"/><w:basedOn w:val="Outlined"/></w:style>
			<w:style w:styleId="Outlined"><w:name w:val="Outlined"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
		</w:styles>`,
		"docProps/core.xml", `<c xmlns:dc="d"><dc:title>Report  of 2018</dc:title></c>`)
}

// epub makes an e-book of two chapters with the given bodies.
func epub(t testing.TB, one, two string) []byte {
	page := func(body string) string {
		return `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>` + body + `</body></html>`
	}
	return packFiles(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`,
		"OEBPS/book.opf", `<package xmlns:dc="d"><metadata><dc:title>A book</dc:title></metadata><manifest>
			<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
			<item id="b" href="text/two%20.xhtml" media-type="application/xhtml+xml"/>
			<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
			<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"OEBPS/nav.xhtml", page(`<nav><a href="text/one.xhtml#top">First chapter</a><a href="text/two%20.xhtml">ALBANIA (Tier 2)</a></nav>`),
		"OEBPS/text/two .xhtml", page(two), "OEBPS/text/one.xhtml", page(one))
}

func para1(words string) string { return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>" }

// read takes in a file that must be good.
func read(t *testing.T, file string, data []byte) *Intake {
	t.Helper()
	in, err := Read(t.Context(), file, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// paths writes the parts of a document, a line each.
func paths(in *Intake) string {
	var lines []string
	for _, p := range in.Parts {
		lines = append(lines, strings.Join(p.Path, " > "))
		if !strings.HasPrefix(in.Text[p.Start:], p.Path[len(p.Path)-1]) {
			lines = append(lines, "(stands elsewhere)")
		}
	}
	return strings.Join(lines, "\n")
}

func TestReadDOCX(t *testing.T) {
	cases := []struct{ name, body, text, parts string }{
		{"words of several runs are one paragraph", `<w:p><w:r><w:t>Some</w:t></w:r><w:r><w:t xml:space="preserve"> words</w:t></w:r></w:p>`, "Some words\n", ""},
		{"headings by the name of their style, by outline, by descent",
			`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>ALBANIA (Tier 2)</w:t></w:r></w:p>` +
				`<w:p><w:pPr><w:pStyle w:val="Head2"/></w:pPr><w:r><w:t>Protection</w:t></w:r></w:p>` + para1("Words."),
			"ALBANIA (Tier 2)\n\nProtection\n\nWords.\n", "ALBANIA (Tier 2)\nALBANIA (Tier 2) > Protection"},
		{"a bold line is a heading", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Protection</w:t></w:r></w:p>` + para1("Words."), "Protection\n\nWords.\n", "Protection"},
		{"bold words before a sentence are a heading on a line of its own",
			`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Protection</w:t></w:r><w:r><w:t xml:space="preserve"> The office opened.</w:t></w:r></w:p>`,
			"Protection\nThe office opened.\n", "Protection"},
		{"bold words inside a sentence are not",
			`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Albania</w:t></w:r><w:r><w:t xml:space="preserve"> is a country.</w:t></w:r></w:p>`, "Albania is a country.\n", ""},
		{"bold that is switched off", `<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Protection</w:t></w:r></w:p>`, "Protection\n", ""},
		{"deleted words, fields and the second form of a drawing are left out",
			`<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><mc:Fallback>` + para1("twice") + `</mc:Fallback></w:p>`, "Kept\n", ""},
		{"line breaks, tabs and hyphens", `<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t><w:softHyphen/></w:r></w:p>`, "one\ntwo three-four\n", ""},
		{"a text box stands behind the paragraph that it is anchored in",
			`<w:p><w:r><w:t>Before</w:t></w:r><w:r><w:txbxContent>` + para1("In the box.") + `</w:txbxContent></w:r><w:r><w:t xml:space="preserve"> and behind.</w:t></w:r></w:p>`,
			"Before and behind.\n\nIn the box.\n", ""},
		{"the row of a table is a line", `<w:tbl><w:tr><w:tc>` + para1("YEAR") + `</w:tc><w:tc>` + para1("CASES") + `</w:tc></w:tr></w:tbl>`, "YEAR\tCASES\n", ""},
		{"a table that lays out a page is not", `<w:tbl><w:tr><w:tc>` + para1(strings.Repeat("Long. ", 200)) + `</w:tc><w:tc>` + para1("Short.") + `</w:tc></w:tr></w:tbl>`,
			strings.TrimSpace(strings.Repeat("Long. ", 200)) + "\n\nShort.\n", ""},
		{"the items of a list have a mark", `<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Train judges.</w:t></w:r></w:p>`, "• Train judges.\n", ""},
		{"text of a chart is none of the document's", `<w:p><w:r><a:t>chart</a:t><w:t>Words</w:t></w:r></w:p>`, "Words\n", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := read(t, "a.docx", docx(t, c.body))
			if in.Text != c.text || paths(in) != c.parts || in.Title != "Report of 2018" || in.MediaType != docxMedia {
				t.Errorf("got %q, parts %q, %q", in.Text, paths(in), in.Title)
			}
		})
	}
}

func TestReadEPUB(t *testing.T) {
	in := read(t, "a.bin", epub(t, `<p>Foreword.</p><h2>Thanks</h2><p>To all.</p>`, `<h1>ALBANIA (Tier 2)</h1><h2>Protection</h2><p>Words.</p>`))
	if want := "Foreword.\n\nThanks\n\nTo all.\n\nALBANIA (Tier 2)\n\nProtection\n\nWords.\n"; in.Text != want {
		t.Errorf("got %q", in.Text)
	}
	want := "First chapter\n(stands elsewhere)\nFirst chapter > Thanks\nALBANIA (Tier 2)\nALBANIA (Tier 2) > Protection"
	if got := paths(in); got != want {
		t.Errorf("parts are %s", got)
	}
	if in.MediaType != epubMedia || in.Title != "A book" || in.Encoding != "UTF-8" {
		t.Errorf("got %s %q %s", in.MediaType, in.Title, in.Encoding)
	}
}

func TestPackedFilesAreRefused(t *testing.T) {
	whole := docx(t, para1("Words."))
	cases := []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"a DOCX cut off", "a.docx", whole[:len(whole)/2], "a.docx: a damaged zip archive: not a valid zip file; save or download it again"},
		{"a DOCX without its text", "a.docx", packFiles(t, "a.txt", "x"), "a.docx: word/document.xml is missing in it; save or download it again"},
		{"damaged XML", "a.docx", docx(t, "<w:p>"), "a.docx: word/document.xml: byte offset 131: damaged: line 1: element <p> closed by </body>; save or download it again"},
		{"a DOCX without words", "a.docx", docx(t, ""), "a.docx: it holds no text; check that it was saved or downloaded whole"},
		{"entities of its own", "a.docx", packFiles(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`), "a.docx: word/document.xml: byte offset 36: damaged: line 1: invalid character entity &a;; save or download it again"},
		{"elements inside each other", "a.docx", docx(t, strings.Repeat("<w:p>", 600)), "a.docx: word/document.xml: byte offset 2672: elements nest more than 512 deep; save it again, or as text"},
		{"an EPUB without a package file", "a.epub", packFiles(t, "META-INF/container.xml", "<container/>"), "a.epub: META-INF/container.xml names no package file; save or download it again"},
		{"an EPUB whose package file is missing", "a.epub", packFiles(t, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="../../etc/passwd"/></rootfiles></container>`), "a.epub: etc/passwd is missing in it; save or download it again"},
		{"a locked EPUB", "a.epub", packFiles(t, "META-INF/container.xml", "<container/>", "META-INF/encryption.xml",
			`<encryption><EncryptedData><CipherData><CipherReference URI="one.xhtml"/></CipherData></EncryptedData></encryption>`), "a.epub: an e-book that is locked (META-INF/encryption.xml); get a copy without protection"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(t.Context(), c.file, c.data, Options{})
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}
