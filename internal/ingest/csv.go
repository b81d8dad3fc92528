package ingest

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readCSV takes in a table with a line of names at its head: a record a line,
// its values parted by commas, semicolons, tabs or bars.
func readCSV(ctx context.Context, in *Intake, data []byte, o Options) error {
	words, err := decode(in, data, "")
	if err != nil {
		return err
	}
	words = strings.TrimPrefix(words, bom)
	c := csv.NewReader(strings.NewReader(words))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord, c.LazyQuotes = separator(words), -1, true, true
	r := records{in: in, fields: o.Fields}
	var row *csvRow
	for {
		values, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return badCSV(err)
		}
		line, _ := c.FieldPos(0)
		if row == nil {
			if row, err = newRow(values); err != nil {
				return err
			}
			continue
		}
		row.values = values
		if err := r.add(ctx, row, func() string { return fmt.Sprintf("line %d", line) }); err != nil {
			return err
		}
	}
	return r.end()
}

func badCSV(err error) error {
	var fault *csv.ParseError
	if errors.As(err, &fault) {
		return refuse(fmt.Sprintf("line %d, column %d: no such table: %v", fault.Line, fault.Column, fault.Err), "put quotes around values that have quotes or line breaks")
	}
	return refuse(err.Error(), "save the table again")
}

// separator returns what parts the names in the first line.
func separator(words string) rune {
	head, _, _ := strings.Cut(words[:min(len(words), 64<<10)], "\n")
	best, most := ',', 0
	for _, c := range ",;\t|" {
		if n := strings.Count(head, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// csvRow is a line of a table.
type csvRow struct {
	header []string
	column map[string]int
	values []string
}

func newRow(header []string) (*csvRow, error) {
	r := &csvRow{column: map[string]int{}}
	for i, name := range header {
		name = strings.TrimSpace(name)
		if _, twice := r.column[name]; twice && name != "" {
			return nil, refuse(fmt.Sprintf("line 1: two columns are called %q", cut(name)), "give one another name")
		}
		r.column[name] = i
		r.header = append(r.header, name)
	}
	return r, nil
}

func (r *csvRow) names() []string { return r.header }

func (r *csvRow) get(name string) string {
	if i, ok := r.column[name]; ok && i < len(r.values) {
		return r.values[i]
	}
	return ""
}
