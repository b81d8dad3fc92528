package mention

import (
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"plumbline/internal/text"
)

// folder is where the tables lie in the file system given to Load.
const folder = "countries"

// field is one cell of a table, or one name in it, with its place.
type field struct {
	text string
	span text.Span
}

// row is one line of a table that says something.
type row struct {
	source *text.Source
	span   text.Span
	fields []field
}

// faults gathers what is wrong with the tables.
type faults struct {
	list text.Diagnostics
}

func (f *faults) add(s *text.Source, at text.Span, hint, format string, args ...any) {
	f.list = append(f.list, text.Diagnostic{Source: s, Span: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// readTables returns the rows of countries.tsv and those of every other table,
// the files in the order of their names.
func readTables(fsys fs.FS) (countries, names []row, err error) {
	files, err := fs.Glob(fsys, path.Join(folder, "*.tsv"))
	if err != nil {
		return nil, nil, err
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("%s: no tables; it must hold countries.tsv", folder)
	}
	sort.Strings(files)
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, nil, err
		}
		rows := readRows(&text.Source{Name: "data/" + file, Text: string(data)})
		if path.Base(file) == "countries.tsv" {
			countries = rows
		} else {
			names = append(names, rows...)
		}
	}
	return countries, names, nil
}

func readRows(s *text.Source) []row {
	var rows []row
	for start := 0; start < len(s.Text); {
		end := start + strings.IndexByte(s.Text[start:]+"\n", '\n')
		line := strings.TrimRight(s.Text[start:end], "\r")
		if line != "" && line[0] != '#' {
			rows = append(rows, row{s, text.Span{Start: start, End: start + len(line)}, split(s, start, start+len(line), '\t')})
		}
		start = end + 1
	}
	return rows
}

// split cuts the bytes from start to end at each mark and trims the blanks
// around the parts. Empty parts at the end are left out.
func split(s *text.Source, start, end int, mark byte) []field {
	var fields []field
	for at := start; at <= end; {
		n := strings.IndexByte(s.Text[at:end], mark)
		stop := end
		if n >= 0 {
			stop = at + n
		}
		a, z := at, stop
		for a < z && s.Text[a] == ' ' {
			a++
		}
		for z > a && s.Text[z-1] == ' ' {
			z--
		}
		fields = append(fields, field{s.Text[a:z], text.Span{Start: a, End: z}})
		at = stop + 1
	}
	for len(fields) > 0 && fields[len(fields)-1].text == "" {
		fields = fields[:len(fields)-1]
	}
	return fields
}
