package ingesttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// File is a file with what is wrong about it.
type File struct {
	Name  string
	About string
	Data  []byte
	Large bool // it takes time; short tests leave it out
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// prose is a narrative's text, with letters outside ASCII.
var prose = []string{
	"Jordan does not fully meet the minimum standards, but is making significant efforts to do so.",
	"Officials – with the “Brigade” – opened three shelters and convicted 12 traffickers at the café of Peña in Curaçao.",
	"NGOs reported that the police did not identify any victims in the whole of the year.",
}

// Zip packs names and contents, which alternate.
func Zip(files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		if f, err := z.Create(files[i]); err == nil {
			_, _ = f.Write([]byte(files[i+1])) // a buffer takes all
		}
	}
	_ = z.Close()
	return b.Bytes()
}

// DOCX is a Word file with a body.
func DOCX(body string) []byte {
	return Zip("[Content_Types].xml", "<Types/>", "word/document.xml", `<w:document xmlns:w="`+word+`"><w:body>`+body+`</w:body></w:document>`,
		"word/styles.xml", `<w:styles xmlns:w="`+word+`"><w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>`)
}

// EPUB is an e-book with one chapter.
func EPUB(body string) []byte {
	return Zip("mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`,
		"b.opf", `<package><metadata/><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
		"n.xhtml", `<html><body><nav><a href="a.xhtml">JORDAN (Tier 2)</a></nav></body></html>`,
		"a.xhtml", `<html><head><title/></head><body>`+body+`</body></html>`)
}

// Good returns a good file of each format, with a narrative in it.
func Good() []File {
	var page, para, text strings.Builder
	text.WriteString("JORDAN (Tier 2)\n")
	for _, p := range prose {
		page.WriteString("<p>" + p + "</p>")
		para.WriteString("<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>")
		text.WriteString("\n" + p + "\n")
	}
	head := `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>JORDAN (Tier 2)</w:t></w:r></w:p>`
	html := "<html><head><title>A page</title></head><body><h1>JORDAN (Tier 2)</h1>" + page.String() + "</body></html>"
	field := strings.ReplaceAll(text.String(), "\n", " ")
	return []File{
		{Name: "good.txt", Data: []byte(text.String())},
		{Name: "good.md", Data: []byte("# " + text.String())},
		{Name: "good.html", Data: []byte(html)},
		{Name: "good.docx", Data: DOCX(head + para.String())},
		{Name: "good.epub", Data: EPUB("<h1>JORDAN (Tier 2)</h1>" + page.String())},
		{Name: "good.csv", Data: []byte("iso3,year,text\nJOR,2018,\"" + field + "\"\n")},
		{Name: "good.tsv", Data: []byte("iso3\tyear\ttext\nJOR\t2018\t" + field + "\n")},
		{Name: "good.json", Data: fmt.Appendf(nil, `[{"iso3":"JOR","year":2018,"text":%q}]`, field)},
		{Name: "good.jsonl", Data: fmt.Appendf(nil, `{"iso3":"JOR","year":2018,"text":%q}`+"\n", field)},
		{Name: "good.zip", Data: Zip("a.txt", text.String(), "b.html", html)},
	}
}
