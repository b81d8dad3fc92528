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

// cell is one cell of a table, or one word in it, with its place.
type cell struct {
	text string
	span text.Span
}

// table is one table under way.
type table struct {
	*text.Source
	rows   [][]cell
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
	for start := 0; start < len(t.Text); {
		end := start + strings.IndexByte(t.Text[start:]+"\n", '\n')
		line := strings.TrimRight(t.Text[start:min(end, len(t.Text))], "\r")
		if line != "" && line[0] != '#' {
			row := t.cells(start, start+len(line), '\t')
			if n := len(row); n < least || n > most {
				t.fault(text.Span{Start: start, End: start + len(line)}, "the columns are "+columns+", parted by tabs", "%d columns", n)
			} else {
				t.rows = append(t.rows, row)
			}
		}
		start = end + 1
	}
	return t, nil
}

// cells cuts the bytes from start to end at each mark and trims the blanks
// around the parts. Empty ones at the end are left out.
func (t *table) cells(start, end int, mark byte) []cell {
	var list []cell
	for at := start; at <= end; {
		stop := end
		if n := strings.IndexByte(t.Text[at:end], mark); n >= 0 {
			stop = at + n
		}
		a, z := at, stop
		for a < z && t.Text[a] == ' ' {
			a++
		}
		for z > a && t.Text[z-1] == ' ' {
			z--
		}
		list = append(list, cell{t.Text[a:z], text.Span{Start: a, End: z}})
		at = stop + 1
	}
	for len(list) > 0 && list[len(list)-1].text == "" {
		list = list[:len(list)-1]
	}
	return list
}

func (t *table) fault(at text.Span, hint, format string, args ...any) {
	t.faults = append(t.faults, text.Diagnostic{Source: t.Source, Span: at, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// line returns the number of the line on which c stands.
func (t *table) line(c cell) int { return t.Position(c.span.Start).Line }
