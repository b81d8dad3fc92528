package encode

import (
	"fmt"
	"strings"

	"plumbline"
)

// Package describes a data set as a whole: what its files hold, what they were
// read from, how to cite it.
type Package struct {
	Title, Version, Program, Rules, Citation string
	Year                                     int  // 0 for all
	Sample                                   bool // the sample is in it
	Narratives, Claims                       int
	Files                                    []PackageFile
	Sources                                  []plumbline.Document // without their texts
}

// PackageFile is one table of a data set.
type PackageFile struct {
	Name, Meaning string
	Fields        []Field
	Columns       []string // where there are no Fields
}

// AppendPackage appends p as one JSON object, in the manner of a Data Package:
// resources with fields, and sources.
func AppendPackage(dst []byte, p *Package) []byte {
	dst = appendWord(dst, `{"name":"plumbline","title":`, p.Title)
	dst = appendWord(dst, `,"version":`, p.Version)
	dst = appendWord(dst, `,"program":`, p.Program)
	dst = appendWord(dst, `,"rules":`, p.Rules)
	dst = appendWord(dst, `,"citation":`, p.Citation)
	dst = appendInt(dst, `,"year":`, p.Year)
	dst = appendBool(dst, `,"sample":`, p.Sample)
	dst = appendFigure(dst, `,"narratives":`, plumbline.Known(int64(p.Narratives)))
	dst = appendFigure(dst, `,"claims":`, plumbline.Known(int64(p.Claims)))
	dst = appendWord(dst, `,"notice":`, plumbline.TierNotice)
	dst = appendEach(dst, `,"resources":`, p.Files, func(dst []byte, f *PackageFile) []byte {
		dst = appendWord(dst, `{"name":`, f.Name)
		dst = appendWord(dst, `,"path":`, f.Name+".csv")
		dst = appendWord(dst, `,"description":`, f.Meaning)
		dst = append(dst, `,"format":"csv","mediatype":"text/csv","encoding":"utf-8","schema":{`...)
		fields := f.Fields
		for _, c := range f.Columns {
			fields = append(fields, Field{Name: c})
		}
		dst = appendEach(dst, `"fields":`, fields, func(dst []byte, f *Field) []byte {
			dst = appendWord(dst, `{"name":`, f.Column())
			dst = appendWord(dst, `,"description":`, f.Meaning)
			return append(appendWord(dst, `,"unit":`, f.Unit), '}')
		})
		return append(dst, `}}`...)
	})
	dst = appendEach(dst, `,"sources":`, p.Sources, func(dst []byte, d *plumbline.Document) []byte {
		dst = appendWord(dst, `{"document":`, d.ID)
		dst = appendWord(dst, `,"title":`, d.Title)
		dst = appendWord(dst, `,"publisher":`, d.Publisher)
		dst = appendWord(dst, `,"released":`, d.Released)
		dst = appendWord(dst, `,"path":`, d.Source)
		dst = appendWord(dst, `,"retrieved":`, d.Retrieved)
		dst = appendWord(dst, `,"file":`, d.File)
		dst = appendWord(dst, `,"sha256":`, d.SHA256)
		return append(appendBool(dst, `,"sample":`, d.Sample), '}')
	})
	return append(dst, '}')
}

// AppendReadme appends the same for people, as plain text.
func AppendReadme(dst []byte, p *Package) []byte {
	dst = fmt.Appendf(dst, "%s\n\n%s\n\n", p.Title, plumbline.TierNotice)
	if p.Sample {
		dst = append(dst, "It holds the bundled sample: paraphrase, not official text. Its rows name a file that says so.\n\n"...)
	}
	dst = fmt.Appendf(dst, "%d narratives, %d claims, of the state %s of the database, read by %s.\n\nCite as: %s\n\n", p.Narratives, p.Claims, p.Version, p.Program, p.Citation)
	dst = append(dst, `A claim is what a text says, not what happened: show its quote and its hedges with
it. An empty cell is not zero; none-reported, not-reported and a count of 0 are
three things, never to be added up. Flows are of trafficking only. Cells may begin
with =, +, - or @, for a quote stays as it is: import columns as text.

Files

`...)
	for _, f := range p.Files {
		dst = fmt.Appendf(dst, "%s.csv: %s\n", f.Name, f.Meaning)
	}
	dst = append(dst, "\nabout.json has the meaning of every column. Read from\n\n"...)
	for i := range p.Sources {
		d := &p.Sources[i]
		var words []string
		for _, w := range []string{d.Title, d.Publisher, d.Released, d.Source, "SHA-256 " + d.SHA256} {
			if w != "" {
				words = append(words, w)
			}
		}
		dst = fmt.Appendf(dst, "%s: %s\n", d.File, strings.Join(words, ", "))
	}
	return dst
}
