package wording

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"plumbline"
)

// Cite writes the citation of a claim for a footnote: its words, where they
// stand, and who read them how. country is the name of the claim's country; d
// is its document.
func Cite(d *plumbline.Document, c *plumbline.Claim, country string) string {
	where := country
	if c.Year != 0 {
		where += fmt.Sprint(" ", c.Year)
	}
	in := Clean(cmp.Or(d.Title, FileName(d.File)))
	by := ""
	if d.Publisher != "" || d.Released != "" {
		by = " (" + commas(Clean(d.Publisher), Clean(d.Released)) + ")"
	}
	mark, _ := Mark(c)
	mark = strings.TrimPrefix(mark, "· ")
	s := fmt.Sprintf("“%s” %s%s, %s. Read by Plumbline as %s: %s; claim %s", Clean(c.Citation.Quote), in, by,
		commas(where, Under("section ", string(c.Section)), Pages(&c.Citation)), lower(TypeName(c.Type)), mark, c.ID)
	if d.Sample {
		s += "; " + SampleNote
	}
	return s + "."
}

// FileName is the name of a file without the folders of the machine that it was
// read on, which are no business of a reader.
func FileName(file string) string {
	return Clean(path.Base(strings.ReplaceAll(file, `\`, "/")))
}

// Pages says on which pages of the original the words of a citation stand;
// nothing where it has none.
func Pages(c *plumbline.Citation) string {
	switch {
	case c.Page == 0:
		return ""
	case c.LastPage > c.Page:
		return fmt.Sprintf("pages %d–%d", c.Page, c.LastPage)
	}
	return fmt.Sprintf("page %d", c.Page)
}

// SourceSays says who says what a claim says.
func SourceSays(k plumbline.SourceKind) string {
	if k == plumbline.Author || k == "" {
		return "the report itself says so"
	}
	return cmp.Or(sourceWords[k], string(k)+" say")
}

// Said tells what the user said of a file before it was read.
func Said(c *plumbline.Context) string {
	year := ""
	if c.Year != 0 {
		year = fmt.Sprint(c.Year)
	}
	single := ""
	if c.Single {
		single = "one narrative"
	}
	return Dots(Under("country ", string(c.Country)), Under("year ", year), Under("layout ", c.Layout), single, Under("fields ", c.Fields))
}
