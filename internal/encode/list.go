package encode

import (
	"fmt"
	"io"
	"strconv"
)

// Lists other than of narratives and claims: of documents, rules, settings.
// A value is a string, an int, an int64 or a bool; nil is null.

// WriteList writes the rows as one JSON array, one object a line, with the
// columns as keys. Every row has a value for each column.
func WriteList(w io.Writer, columns []string, rows [][]any) error {
	return writeArray(w, rows, func(dst []byte, row *[]any) []byte { return AppendRow(dst, columns, *row) })
}

// WriteListCSV writes the rows as CSV with a header row.
func WriteListCSV(w io.Writer, columns []string, rows [][]any) error {
	return writeCSV(w, columns, rows, func(dst []byte, row *[]any) []byte { return AppendRowCSV(dst, *row) })
}

// AppendRowCSV appends a row as one CSV record without a line break.
func AppendRowCSV(dst []byte, row []any) []byte {
	r := record{dst: dst}
	start := len(dst)
	for _, v := range row {
		r.word(csvCell(v))
	}
	return append(r.dst[:start], r.dst[start+1:]...) // without the first comma
}

// csvCell gives a value as CSV has it.
func csvCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	}
	panic(fmt.Sprintf("BUG: a list with a value of type %T", v))
}
