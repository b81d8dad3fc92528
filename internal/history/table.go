package history

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"plumbline/internal/text"
)

// folder is where the tables lie in the file system given to Load.
const folder = "history"

// table is one table under way.
type table struct {
	*text.Source
	rows   [][]text.Cell
	faults text.Diagnostics
}

// readTable reads a table whose rows have least to most columns. A table that
// may be missing and is has no rows.
func readTable(fsys fs.FS, name string, must bool, columns string, least int) (*table, error) {
	data, err := fs.ReadFile(fsys, path.Join(folder, name))
	if errors.Is(err, fs.ErrNotExist) && !must {
		return &table{Source: &text.Source{Name: "data/" + path.Join(folder, name)}}, nil
	}
	if err != nil {
		return nil, err
	}
	t := &table{Source: &text.Source{Name: "data/" + path.Join(folder, name), Text: string(data)}}
	most := strings.Count(columns, ",") + 1
	for _, at := range t.Rows() {
		row := t.Cells(at, '\t')
		if n := len(row); n < least || n > most {
			t.fault(at, "the columns are "+columns+", parted by tabs", "%d columns", n)
		} else {
			t.rows = append(t.rows, row)
		}
	}
	return t, nil
}

func (t *table) fault(at text.Span, hint, format string, args ...any) {
	t.faults = append(t.faults, text.Diagnostic{Source: t.Source, Span: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// line returns the number of the line on which c stands.
func (t *table) line(c text.Cell) int { return t.Position(c.Span.Start).Line }
