package pipeline

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/text"
)

// Manifest says what is known of files before they are read; the package
// comment has its form.
type Manifest struct {
	Rows   []Row
	source *text.Source
}

// Row is what a manifest says of one file.
type Row struct {
	Input // without Data; File is joined to the manifest's folder
	span  text.Span
}

// columns are what a manifest may have; the first three it must have.
var columns = []string{"file", "country", "year", "title", "publisher", "released", "layout", "source", "retrieved"}

// years that a manifest or a flag may name.
const firstYear, lastYear = 2000, 2100

// Manifest reads the manifest with the given name. All faults are collected as
// text.Diagnostics, each with its line; the rows without fault are there all
// the same, so that they can be read. Without usable columns there are none.
func (r *Reader) Manifest(name string, data []byte) (*Manifest, error) {
	m := &Manifest{source: &text.Source{Name: name, Text: string(data)}}
	p := manifestParser{Manifest: m, countries: r, folder: filepath.Dir(name), seen: map[string]int{}}
	p.read()
	return m, p.faults.Err()
}

// Fault is a fault of a row that was found later, such as a file that is not
// there.
func (m *Manifest) Fault(row Row, message, hint string) text.Diagnostic {
	return text.Diagnostic{Source: m.source, Span: row.span, Message: message, Hint: hint}
}

type manifestParser struct {
	*Manifest
	countries *Reader
	folder    string
	column    map[string]int
	seen      map[string]int // line of each file
	faults    text.Diagnostics
}

func (p *manifestParser) read() {
	in := csv.NewReader(strings.NewReader(strings.TrimPrefix(p.source.Text, "\uFEFF")))
	in.FieldsPerRecord = -1
	starts := p.lines()
	for {
		record, err := in.Read()
		if err == io.EOF {
			break
		}
		var fault *csv.ParseError
		if errors.As(err, &fault) {
			p.fault(text.Span{Start: starts[min(fault.Line, len(starts)-1)]}, "not CSV: "+fault.Err.Error(), `quote a field that has a comma or a quote: "Korea, North"`)
			return
		}
		fields := make([]field, len(record))
		for i, words := range record {
			line, column := in.FieldPos(i)
			fields[i] = field{strings.TrimSpace(words), p.span(starts[line]+column-1, words)}
		}
		if p.column == nil {
			if !p.header(fields) {
				return
			}
			continue
		}
		p.row(fields)
	}
	if p.column == nil {
		p.fault(text.Span{}, "empty manifest", "begin it with the line: file,country,year")
	}
}

// field is one value of a row and its place.
type field struct {
	words string
	span  text.Span
}

// lines gives the offset at which each line begins, by its number from 1.
func (p *manifestParser) lines() []int {
	first := len(p.source.Text) - len(strings.TrimPrefix(p.source.Text, "\uFEFF"))
	starts := []int{first, first}
	for i := range len(p.source.Text) {
		if p.source.Text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func (p *manifestParser) span(start int, words string) text.Span {
	return text.Span{Start: start, End: start + len(words)}
}

func (p *manifestParser) fault(s text.Span, message, hint string) {
	p.faults = append(p.faults, text.Diagnostic{Source: p.source, Span: s, Message: message, Hint: hint})
}

// header reads the names of the columns and reports whether rows can be read.
func (p *manifestParser) header(fields []field) bool {
	p.column = map[string]int{}
	if len(fields) == 1 && strings.ContainsAny(fields[0].words, ";\t|") {
		p.fault(fields[0].span, "its columns are not parted by commas", "save it as CSV with commas; it begins with the line: file,country,year")
		return false
	}
	for i, f := range fields {
		name := strings.ToLower(f.words)
		switch _, twice := p.column[name]; {
		case !slices.Contains(columns, name):
			hint := "the columns are " + strings.Join(columns, ", ")
			if near := text.Nearest(name, columns); near != "" {
				hint = fmt.Sprintf("did you mean %s? %s", near, hint)
			}
			p.fault(f.span, fmt.Sprintf("unknown column %q", f.words), hint)
		case twice:
			p.fault(f.span, fmt.Sprintf("column %s stands here twice", name), "take one away")
		default:
			p.column[name] = i
		}
	}
	usable := true
	for _, name := range columns[:3] {
		if _, ok := p.column[name]; !ok {
			p.fault(fields[0].span, fmt.Sprintf("column %s is missing", name), "begin the manifest with the line: file,country,year")
			usable = false
		}
	}
	return usable
}

// row reads one line. A row that has a fault is left out.
func (p *manifestParser) row(fields []field) {
	faults := len(p.faults)
	get := func(column string) field {
		if i, ok := p.column[column]; ok && i < len(fields) {
			return fields[i]
		}
		return field{span: fields[len(fields)-1].span}
	}
	if n := len(p.column); len(fields) < 3 || len(fields) > n && p.tooMany(fields[n:]) {
		p.fault(fields[0].span, fmt.Sprintf("%d values for %d columns", len(fields), n), "leave a value empty where it is not known: a.txt,,2018")
		return
	}
	file, country, year := get("file"), get("country"), get("year")
	row := Row{span: file.span, Input: Input{
		Listed: true,
		Title:  get("title").words, Publisher: get("publisher").words, Released: get("released").words,
		Context: plumbline.Context{Layout: get("layout").words},
		Source:  get("source").words, Retrieved: p.date(get("retrieved")),
	}}
	row.Context.Year = p.year(year)
	if country.words != "" {
		code, err := p.countries.Country(country.words, row.Context.Year)
		p.fact(country.span, err)
		row.Context.Country, row.Context.Single = code, true
	}
	row.File = p.file(file)
	if len(p.faults) == faults {
		p.Rows = append(p.Rows, row)
	}
}

func (p *manifestParser) tooMany(extra []field) bool {
	return slices.ContainsFunc(extra, func(f field) bool { return f.words != "" })
}

// fact turns a plumbline.Fault into a fault at a place.
func (p *manifestParser) fact(s text.Span, err error) {
	var f *plumbline.Fault
	if errors.As(err, &f) {
		p.fault(s, f.Fact, f.Hint)
	}
}

func (p *manifestParser) file(f field) string {
	if f.words == "" {
		p.fault(f.span, "no file named", "write its name relative to the manifest's folder")
		return ""
	}
	path := filepath.FromSlash(f.words)
	if !filepath.IsAbs(path) {
		path = filepath.Join(p.folder, path)
	}
	line := p.source.Position(f.span.Start).Line
	if first, twice := p.seen[path]; twice {
		p.fault(f.span, fmt.Sprintf("%s is listed twice", f.words), fmt.Sprintf("the first row for it is line %d; take one away", first))
	}
	p.seen[path] = line
	return path
}

// date reads when a file was got: as short as known, or to the second.
func (p *manifestParser) date(f field) string {
	if f.words == "" {
		return ""
	}
	for _, form := range []string{"2006", "2006-01", time.DateOnly, time.RFC3339} {
		if _, err := time.Parse(form, f.words); err == nil {
			return f.words
		}
	}
	p.fault(f.span, fmt.Sprintf("unknown date %q", f.words), "write it as in: 2026-03-04 or 2026-03-04T05:06:07Z")
	return ""
}

func (p *manifestParser) year(f field) int {
	if f.words == "" {
		return 0
	}
	year, err := strconv.Atoi(f.words)
	if err == nil {
		err = Year(year)
	}
	if err != nil {
		p.fault(f.span, fmt.Sprintf("unknown year %q", f.words),
			fmt.Sprintf("years are %d to %d; leave it empty where the text has it", firstYear, lastYear))
	}
	return year
}

// Year refuses a year that no report can have.
func Year(year int) error {
	if year < firstYear || year > lastYear {
		return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("unknown year %d", year),
			Hint: fmt.Sprintf("years are %d to %d", firstYear, lastYear)}
	}
	return nil
}
