package ingesttest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Hostile returns files that are damaged or made to do harm.
func Hostile() []File {
	var all []File
	for i, good := range Good() {
		all = append(all, damaged(good, uint64(i))...)
	}
	all = append(all, packed()...)
	all = append(all, pages()...)
	all = append(all, tables()...)
	return append(all, texts()...)
}

// damaged cuts a file off, changes bytes in it and repeats a part of it.
func damaged(f File, seed uint64) []File {
	end := f.Name[strings.LastIndexByte(f.Name, '.'):]
	rng := rand.New(rand.NewPCG(seed, 6))
	var all []File
	add := func(about string, data []byte) {
		all = append(all, File{Name: strings.NewReplacer(" ", "-").Replace(about) + end, About: about, Data: data})
	}
	for _, part := range []int{1, 10, 33, 50, 75, 90, 99} {
		add(fmt.Sprintf("cut off at %d of 100", part), f.Data[:max(1, len(f.Data)*part/100)])
	}
	for n := range 6 {
		data := bytes.Clone(f.Data)
		for range 1 + n*n {
			data[rng.IntN(len(data))] = byte(rng.IntN(256))
		}
		add(fmt.Sprintf("%d bytes changed", 1+n*n), data)
	}
	add("a part taken out", append(bytes.Clone(f.Data[:len(f.Data)/3]), f.Data[len(f.Data)/2:]...))
	add("twice behind itself", append(bytes.Clone(f.Data), f.Data...))
	return all
}

// deflated packs one entry from a stream, whatever it says of its size.
func deflated(name string, content io.Reader, says uint64) []byte {
	var b, c bytes.Buffer
	w, _ := flate.NewWriter(&c, flate.BestSpeed)
	_, _ = io.Copy(w, content)
	_ = w.Close()
	z := zip.NewWriter(&b)
	f, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(c.Len()), UncompressedSize64: says})
	if err == nil {
		_, _ = f.Write(c.Bytes())
	}
	_ = z.Close()
	return b.Bytes()
}

// zeros is an endless text of one letter.
type zeros byte

func (z zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(z)
	}
	return len(p), nil
}

func endless(size int64) io.Reader { return io.LimitReader(zeros(' '), size) }

func packed() []File {
	inner := Zip("a.txt", "x")
	for range 20 {
		inner = Zip("in.zip", string(inner))
	}
	many := make([]string, 0, 140_000)
	for i := range 70_000 {
		many = append(many, fmt.Sprintf("%d.txt", i), "")
	}
	entity := `<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	doc := `<w:document xmlns:w="` + word + `"><w:body>`
	return []File{
		{Name: "bomb.docx", About: "a DOCX of 300 MB unpacked", Data: deflated("word/document.xml", endless(300<<20), 300<<20), Large: true},
		{Name: "liar.docx", About: "a DOCX that says it is small", Data: deflated("word/document.xml", endless(300<<20), 100), Large: true},
		{Name: "bomb.epub", About: "an EPUB of 300 MB unpacked", Data: deflated("META-INF/container.xml", endless(300<<20), 10), Large: true},
		{Name: "bomb.zip", About: "an entry of 300 MB", Data: deflated("a.txt", endless(300<<20), 300<<20), Large: true},
		{Name: "liar.zip", About: "an entry that says it has 5 bytes", Data: deflated("a.txt", endless(50<<20), 5)},
		{Name: "nested.zip", About: "archives inside each other", Data: inner},
		{Name: "many.zip", About: "70,000 entries", Data: Zip(many...), Large: true},
		{Name: "many.docx", About: "70,000 entries", Data: Zip(many...), Large: true},
		{Name: "overlap.zip", About: "a thousand entries on the same bytes", Data: overlapping()},
		{Name: "out.zip", About: "names that lead out", Data: Zip("../../out.txt", "x", "/tmp/out.txt", "x", `C:\out.txt`, "x", "a/../../out.txt", "x", "ok.txt", "x")},
		{Name: "names.zip", About: "names that are none", Data: Zip("", "x", "\x00.txt", "x", "a\n.txt", "x", strings.Repeat("a", 60_000)+".txt", "x", "\xff.txt", "x")},
		{Name: "out.epub", About: "an EPUB that points out", Data: Zip("META-INF/container.xml", `<container><rootfiles><rootfile full-path="../../../etc/passwd"/></rootfiles></container>`)},
		{Name: "self.epub", About: "an EPUB whose package file is itself", Data: Zip("META-INF/container.xml", `<container><rootfiles><rootfile full-path="META-INF/container.xml"/></rootfiles></container>`)},
		{Name: "spine.epub", About: "a spine of one chapter ten thousand times", Data: spine()},
		{Name: "entity.docx", About: "entities that grow", Data: Zip("word/document.xml", entity+doc+"<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>")},
		{Name: "entity.epub", About: "entities that grow", Data: EPUB(entity + "<p>&b;</p>")},
		{Name: "deep.docx", About: "100,000 elements inside each other", Data: DOCX(strings.Repeat("<w:p>", 100_000))},
		{Name: "deepskip.docx", About: "the same in what is passed over", Data: DOCX("<w:sectPr>" + strings.Repeat("<w:p>", 100_000))},
		{Name: "tables.docx", About: "tables inside each other", Data: DOCX(strings.Repeat("<w:tbl><w:tr><w:tc>", 160) + "<w:p/>" + strings.Repeat("</w:tc></w:tr></w:tbl>", 160))},
		{Name: "boxes.docx", About: "boxes inside each other", Data: DOCX(strings.Repeat("<w:p><w:r><w:txbxContent>", 160) + strings.Repeat("</w:txbxContent></w:r></w:p>", 160))},
		{Name: "ends.docx", About: "rows and cells that never began", Data: DOCX("<w:tc/><w:tr/><w:txbxContent/><w:t>x</w:t><w:b/><w:br/><w:numId w:val=\"1\"/>")},
		{Name: "attributes.docx", About: "a million attributes", Data: DOCX("<w:p " + strings.Repeat(`a="" `, 1_000_000) + "/>"), Large: true},
		{Name: "styles.docx", About: "styles based on each other in a circle", Data: Zip("[Content_Types].xml", "", "word/document.xml", doc+"<w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>",
			"word/styles.xml", `<w:styles xmlns:w="`+word+`"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`)},
	}
}

func spine() []byte {
	return Zip("META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`,
		"b.opf", `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>`+strings.Repeat(`<itemref idref="a"/>`, 10_000)+`</spine></package>`,
		"a.xhtml", "<p>"+strings.Repeat("words ", 10_000))
}

// overlapping is an archive whose thousand entries are the same bytes.
func overlapping() []byte {
	data := Zip("a.txt", strings.Repeat("words ", 100_000))
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	entry := bytes.Clone(data[at:end])
	out := bytes.Clone(data[:at])
	for range 1000 {
		out = append(out, entry...)
	}
	tail := bytes.Clone(data[end:])
	binary.LittleEndian.PutUint16(tail[8:], 1000)
	binary.LittleEndian.PutUint16(tail[10:], 1000)
	binary.LittleEndian.PutUint32(tail[12:], uint32(1000*len(entry)))
	return append(out, tail...)
}

func pages() []File {
	open := ""
	for i := range 400 {
		open += fmt.Sprintf(`<b id=%d><font size=%d><a name=%d>`, i, i, i)
	}
	return []File{
		{Name: "deep.html", About: "100,000 elements inside each other", Data: []byte("<html>" + strings.Repeat("<div>", 100_000) + "x")},
		{Name: "nearly.html", About: "500 elements inside each other", Data: []byte("<html><body>" + strings.Repeat("<ul><li>", 240) + strings.Repeat("x <b>", 1000))},
		{Name: "open.html", About: "elements of type left open before many paragraphs", Data: []byte("<html><p>" + open + "</p>" + strings.Repeat("<p>x</p>", 50_000))},
		{Name: "tags.html", About: "a million tags", Data: []byte("<html>" + strings.Repeat("<p>x", 1_000_000)), Large: true},
		{Name: "links.html", About: "links and lists left open", Data: []byte("<html>" + strings.Repeat("<a href=x><li><dd><table>", 20_000))},
		{Name: "headings.html", About: "300,000 headings", Data: []byte("<html>" + strings.Repeat("<h1>A<h6>B", 150_000)), Large: true},
		{Name: "attribute.html", About: "an attribute of ten MB", Data: []byte("<html><p class=\"" + strings.Repeat("menu ", 2<<20) + "\">x")},
		{Name: "entities.html", About: "a million entities", Data: []byte("<html><p>" + strings.Repeat("&CounterClockwiseContourIntegral;", 200_000))},
		{Name: "comment.html", About: "a comment that never ends", Data: []byte("<html><p>words</p><!--" + strings.Repeat("x", 1<<20))},
		{Name: "script.html", About: "a script that never ends", Data: []byte("<html><script>" + strings.Repeat("<p>x", 1<<18))},
		{Name: "charset.html", About: "an encoding that there is not", Data: []byte("<html><meta charset=nonsense><p>caf\xe9 words")},
		{Name: "utf7.html", About: "an encoding that hides tags", Data: []byte("<html><meta charset=utf-7><p>+ADw-script+AD4- \xe9")},
		{Name: "replacement.html", About: "an encoding that browsers refuse", Data: []byte("<html><meta charset=iso-2022-kr><p>\x0e\xe9\xe9 words")},
		{Name: "frames.html", About: "frames, forms and select in the wrong places", Data: []byte("<frameset><select><table><form><svg><math><title><p>words</frameset>")},
		{Name: "nulls.html", About: "zero bytes", Data: []byte("<html><p>wor\x00ds</p>")},
		{Name: "huge.html", About: "a page of 70 MB", Data: append([]byte("<html>"), bytes.Repeat([]byte("words "), 12<<20)...), Large: true},
	}
}

func tables() []File {
	return []File{
		{Name: "rows.csv", About: "a million rows", Data: []byte("iso3,text\n" + strings.Repeat("JOR,words\n", 1_000_000)), Large: true},
		{Name: "columns.csv", About: "a million columns", Data: []byte(strings.Repeat("a,", 1_000_000) + "text\n1\n"), Large: true},
		{Name: "quote.csv", About: "a quote that never ends", Data: []byte("text\n\"" + strings.Repeat("words,\n", 1<<18))},
		{Name: "quotes.csv", About: "nothing but quotes", Data: []byte("text\n" + strings.Repeat("\"", 1<<20))},
		{Name: "empty.csv", About: "nothing but commas", Data: []byte("text" + strings.Repeat(",", 900) + "\n" + strings.Repeat(",,,\n", 1<<16))},
		{Name: "codes.csv", About: "odd countries and years", Data: []byte("iso3,year,text\n\x01,99999999999999999999,words\n../..,-1,words\n'; DROP TABLE document; --,2018,words\n")},
		{Name: "tags.csv", About: "tags left open in fields", Data: []byte("text\n\"" + strings.Repeat("<div><br>", 5_000) + "</b>\"\n")},
		{Name: "deep.json", About: "a hundred thousand lists", Data: []byte(strings.Repeat("[", 100_000))},
		{Name: "deepfield.json", About: "a field that nests", Data: []byte(`[{"text":` + strings.Repeat(`{"a":`, 9000) + "1" + strings.Repeat("}", 9000) + `}]`)},
		{Name: "deepest.json", About: "a field that nests deeper than any decoder goes", Data: []byte(`[{"text":` + strings.Repeat(`{"a":`, 200_000))},
		{Name: "keys.json", About: "a hundred thousand fields", Data: []byte(`[{` + strings.Repeat(`"a":1,`, 100_000) + `"text":"words"}]`)},
		{Name: "lists.json", About: "lists of records inside one", Data: []byte(`{"a":[{"b":[{"text":"words"}]}],"c":[{"text":"more words"}]}`)},
		{Name: "surrogates.json", About: "halves of letters", Data: []byte(`[{"text":"\ud800 words \udfff \u0000 end"}]`)},
		{Name: "records.jsonl", About: "200,000 records", Data: []byte(strings.Repeat("{\"text\":\"words\"}\n", 200_000)), Large: true},
		{Name: "types.json", About: "records of other kinds", Data: []byte(`[{"text":["a",1,{"b":null}]},{"text":true},{"text":12e999},null]`)},
	}
}

func texts() []File {
	text := strings.Join(prose, "\n\n")
	latin, _ := charmap.Windows1252.NewEncoder().String(text)
	mac, _ := charmap.Macintosh.NewEncoder().String(text)
	wide, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	return []File{
		{Name: "mixed.txt", About: "three encodings", Data: []byte(text + latin + mac)},
		{Name: "mixedwide.txt", About: "UTF-16 with UTF-8 behind it", Data: []byte(wide + text)},
		{Name: "odd.txt", About: "UTF-16 cut inside a letter", Data: []byte(wide[:len(wide)-1])},
		{Name: "half.txt", About: "UTF-16 of half letters", Data: []byte("\xFF\xFE" + strings.Repeat("\x00\xD8", 1000))},
		{Name: "mark.txt", About: "nothing but a mark", Data: []byte("\xFF\xFE")},
		{Name: "high.txt", About: "every byte above ASCII", Data: bytes.Repeat([]byte("\x80\x8f\x90\x9f\xa0\xaf\xff"), 50_000)},
		{Name: "escapes.txt", About: "sequences of a terminal", Data: []byte("JORDAN (Tier 2)\n\n\x1b[2J\x1b]0;title\x07" + text)},
		{Name: "backwards.txt", About: "marks that turn text around", Data: []byte("JORDAN (Tier 2)\n\n\u202e" + text + "\u2066\u2069")},
		{Name: "lines.txt", About: "a million empty lines", Data: bytes.Repeat([]byte("\n"), 1_000_000)},
		{Name: "heads.txt", About: "a hundred thousand headings", Data: []byte(strings.Repeat("JORDAN (Tier 2)\n", 100_000)), Large: true},
		{Name: "line.txt", About: "a line of 20 MB", Data: bytes.Repeat([]byte("words "), 20<<20/6), Large: true},
		{Name: "noise.bin", About: "noise", Data: noise(1 << 16)},
		{Name: "noise.html", About: "noise", Data: noise(1 << 16)},
		{Name: "noise.csv", About: "noise", Data: noise(1 << 16)},
		{Name: "noise.json", About: "noise", Data: noise(1 << 16)},
	}
}

func noise(size int) []byte {
	rng := rand.New(rand.NewPCG(6, 6))
	data := make([]byte, size)
	for i := range data {
		data[i] = byte(rng.IntN(256))
	}
	return data
}
