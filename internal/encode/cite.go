package encode

import (
	"fmt"
	"strings"
)

// Reference is what a text is cited by. What is not known is empty: nothing is
// made up.
type Reference struct {
	Key       string // unique, of letters, digits and hyphens
	Title     string // of the part that is cited
	Volume    string // that it stands in: the document's title, or its file name
	Publisher string
	Year      int    // of the report; 0 where unknown
	Released  string // ISO 8601, as short as known
	Address   string // that it was fetched from
	Retrieved string // ISO 8601
	Pages     string // 17--19
	Note      string
}

// BibTeX writes a reference as a BibTeX entry.
func BibTeX(r Reference) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s,\n", r.Key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-12s = {%s},\n", name, value)
		}
	}
	if r.Publisher != "" {
		field("author", "{"+tex(r.Publisher)+"}")
	}
	field("title", "{"+tex(r.Title)+"}")
	field("howpublished", tex(r.Volume))
	if r.Year != 0 {
		field("year", fmt.Sprint(r.Year))
	}
	field("date", tex(r.Released))
	field("pages", tex(r.Pages))
	field("url", address(r.Address))
	field("urldate", tex(r.Retrieved))
	field("note", tex(r.Note))
	b.WriteString("}\n")
	return []byte(b.String())
}

// texSigns are the characters that TeX reads as commands.
var texSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func tex(s string) string { return texSigns.Replace(line(s)) }

// address keeps an address from ending the field that it stands in.
func address(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(line(s))
}

// line puts s on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// RIS writes a reference as a RIS record.
func RIS(r Reference) []byte {
	var b strings.Builder
	tag := func(name, value string) {
		if value = line(value); value != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", name, value)
		}
	}
	tag("TY", "RPRT")
	tag("ID", r.Key)
	tag("AU", r.Publisher)
	tag("TI", r.Title)
	tag("T2", r.Volume)
	tag("PB", r.Publisher)
	if r.Year != 0 {
		tag("PY", fmt.Sprint(r.Year))
	}
	tag("DA", strings.ReplaceAll(r.Released, "-", "/"))
	first, last, _ := strings.Cut(r.Pages, "--")
	tag("SP", first)
	tag("EP", last)
	tag("UR", r.Address)
	tag("Y2", r.Retrieved)
	tag("N1", r.Note)
	b.WriteString("ER  - \r\n")
	return []byte(b.String())
}
