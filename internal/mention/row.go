package mention

import (
	"fmt"
	"io/fs"
	"path"
	"sort"

	"plumbline/internal/text"
)

// folder is where the tables lie in the file system given to Load.
const folder = "countries"

// row is one line of a table that says something.
type row struct {
	source *text.Source
	span   text.Span
	fields []text.Cell
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
	for _, at := range s.Rows() {
		rows = append(rows, row{s, at, s.Cells(at, '\t')})
	}
	return rows
}
