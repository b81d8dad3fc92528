package ingest

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Fields says which fields of a table's records are read. What is left empty is
// looked for under its usual names.
type Fields struct {
	Text    []string // their values make the text, one below the other
	Country string   // an ISO code or a name
	Year    string   // of the report
}

// String writes the fields as they are kept with the Document.
func (f Fields) String() string {
	if len(f.Text) == 0 {
		return ""
	}
	return fmt.Sprintf("text=%s country=%s year=%s", strings.Join(f.Text, ","), f.Country, f.Year)
}

// Record is one row of a table: a text of its own inside the Document's Text.
type Record struct {
	Number  int       // from 1, in the file
	Span    text.Span // of the Document's Text
	Country string    // as written; empty where nothing says
	Year    int       // 0 where nothing says
}

// The usual names of fields, the surest first.
var (
	textNames    = []string{"text", "narrative", "body", "content"}
	countryNames = []string{"iso3", "country_code", "country", "country_name"}
	yearNames    = []string{"report_year", "year"}
)

// The bounds of a table.
const (
	mostRecords = 100_000
	mostFields  = 1000
)

// values are the fields of one record.
type values interface {
	names() []string         // in the order of the file
	get(field string) string // empty where there is none
}

// records puts the texts of a table's records together.
type records struct {
	in     *Intake
	fields Fields
	text   strings.Builder
	number int
	bare   int  // records without text
	known  bool // the fields are settled
}

// add takes in the next record. where says where it stands.
func (r *records) add(ctx context.Context, v values, where func() string) error {
	r.number++
	if r.number > mostRecords {
		return refuse(fmt.Sprintf("%s: more than the %d records that one file may have", where(), mostRecords), "split it")
	}
	if r.number%1000 == 0 && ctx.Err() != nil {
		return ctx.Err()
	}
	if !r.known {
		if err := r.settle(v); err != nil {
			return err
		}
	}
	start := -1
	for _, f := range r.fields.Text {
		t := plainText(v.get(f))
		if t == "" {
			continue
		}
		if r.text.Len() > 0 {
			r.text.WriteString("\n\n")
		}
		if start < 0 {
			start = r.text.Len()
		}
		r.text.WriteString(t)
	}
	if start < 0 {
		r.bare++
		return nil
	}
	rec := Record{Number: r.number, Span: text.Span{Start: start, End: r.text.Len()}, Country: strings.TrimSpace(v.get(r.fields.Country))}
	rec.Year = r.year(v.get(r.fields.Year), rec)
	r.in.Records = append(r.in.Records, rec)
	r.in.Parts = append(r.in.Parts, plumbline.Part{Path: []string{fmt.Sprintf("record %d", r.number)}, Start: start})
	if r.text.Len() > MaxBytes {
		return TooLarge(int64(r.text.Len()))
	}
	return nil
}

// settle finds the fields that are read in the first record.
func (r *records) settle(v values) error {
	r.known = true
	names := v.names()
	if len(names) > mostFields {
		return refuse(fmt.Sprintf("%d fields, more than the %d that a record may have", len(names), mostFields), "leave out those that are not needed")
	}
	if len(r.fields.Text) == 0 {
		name := usual(names, textNames)
		if name == "" {
			return refuse("no field is known to hold the text", "name it with --text-field; its fields are "+listed(names))
		}
		r.fields.Text = []string{name}
	}
	for _, f := range slices.Concat(r.fields.Text, []string{r.fields.Country, r.fields.Year}) {
		if f != "" && !slices.Contains(names, f) {
			hint := "its fields are " + listed(names)
			if near := text.Nearest(f, names); near != "" {
				hint = fmt.Sprintf("did you mean %s? %s", near, hint)
			}
			return refuse(fmt.Sprintf("no field %q", f), hint)
		}
	}
	if r.fields.Country == "" {
		r.fields.Country = usual(names, countryNames)
	}
	if r.fields.Year == "" {
		r.fields.Year = usual(names, yearNames)
	}
	return nil
}

// usual returns the first of the usual names that there is, in any case.
func usual(names, wanted []string) string {
	for _, w := range wanted {
		for _, n := range names {
			if strings.EqualFold(n, w) {
				return n
			}
		}
	}
	return ""
}

// listed names fields, no more than fit on a line or two.
func listed(names []string) string {
	const most = 20
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// year reads the year of a record: 2018, 2018-06-28, June 2018.
func (r *records) year(s string, rec Record) int {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0
	}
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return c < '0' || c > '9' }) {
		if n, err := strconv.Atoi(w); err == nil && len(w) == 4 && n >= 1990 && n <= 2100 {
			return n
		}
	}
	r.in.doubt(text.Span{Start: rec.Span.Start, End: rec.Span.Start}, fmt.Sprintf("unknown year %q", cut(s)), "it is taken from the text, if anywhere")
	return 0
}

func cut(s string) string {
	if len(s) > 40 {
		return shorten(s[:40]) + "…"
	}
	return s
}

// end hands over what was taken in.
func (r *records) end() error {
	if len(r.in.Records) == 0 {
		if r.number == 0 {
			return refuse("it has no records", "check that it was saved or downloaded whole")
		}
		return refuse(fmt.Sprintf("none of its %d records has a text in %s", r.number, strings.Join(r.fields.Text, ", ")), "name other fields with --text-field")
	}
	if r.bare > 0 {
		r.in.doubt(text.Span{}, fmt.Sprintf("%d of %d records have no text in %s", r.bare, r.number, strings.Join(r.fields.Text, ", ")), "they are passed over")
	}
	r.text.WriteByte('\n')
	r.in.Text, r.in.Fields = r.text.String(), r.fields
	return nil
}

// plainText gives the value of a field the form of a text: one kind of line
// break, no characters that cannot be seen, and where it is a piece of a page
// the words of that.
func plainText(s string) string {
	s = strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
	if strings.Contains(s, "</") || strings.Contains(s, "<br") {
		if root, err := parse(s); err == nil && strings.Count(s, "<") < maxTags/10 {
			t := pageText{sheet: new(sheet), skip: unshown}
			t.node(root)
			return string(t.text)
		}
	}
	if !strings.ContainsFunc(s, func(c rune) bool { return c == '\r' || c != '\n' && c != '\t' && unseen(c) }) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		switch {
		case c == '\r':
			return '\n'
		case c != '\n' && c != '\t' && unseen(c):
			return -1
		}
		return c
	}, s))
}
