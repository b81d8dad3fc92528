package ingest

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// readCSV takes in a table with a line of names at its head: a record a line,
// its values parted by commas, semicolons, tabs or bars.
func readCSV(ctx context.Context, in *Intake, data []byte, o Options) error {
	words, err := decode(in, data, "")
	if err != nil {
		return err
	}
	words = strings.TrimPrefix(words, bom)
	begin := *in
	r := records{in: in, fields: o.Fields}
	bare := r.table(ctx, words, false)
	if !errors.Is(bare, csv.ErrBareQuote) {
		return bare
	}
	*in = begin
	r = records{in: in, fields: o.Fields}
	err = r.table(ctx, words, true)
	in.doubt(text.Span{}, bare.Error(), "such quotes are read as they stand; look whether columns moved")
	return err
}

// table reads a table; quotes inside values that are not doubled are read as
// they stand where lazy is true.
func (r *records) table(ctx context.Context, words string, lazy bool) error {
	c := csv.NewReader(strings.NewReader(words))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord, c.LazyQuotes = separator(words), -1, true, lazy
	var row *csvRow
	for {
		values, err := c.Read()
		if err == io.EOF {
			return r.end()
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
}

func badCSV(err error) error {
	var fault *csv.ParseError
	if errors.As(err, &fault) {
		return &plumbline.Fault{Kind: errors.Join(plumbline.ErrInvalid, fault.Err), Hint: "double the quotes inside a value that stands in quotes",
			Fact: fmt.Sprintf("line %d, column %d: %v", fault.Line, fault.Column, fault.Err)}
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
