package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// On the way in, what the text does not say becomes NULL.

func words[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return int64(n)
}

func figure(f plumbline.Figure) any {
	if !f.Known {
		return nil
	}
	return f.N
}

func ratio(r plumbline.Ratio) any {
	if !r.Known {
		return nil
	}
	return r.R
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// span returns the start and the end of s, both NULL for the zero Span.
func span(s text.Span) (start, end any) {
	if s == (text.Span{}) {
		return nil, nil
	}
	return int64(s.Start), int64(s.End)
}

// list returns items as JSON, NULL when there are none.
func list[T any](items []T) any {
	if len(items) == 0 {
		return nil
	}
	return marshal(items)
}

// marshal returns v as JSON with <, > and & as they are.
func marshal(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("BUG: store: " + err.Error()) // only lists, strings and numbers come here
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// On the way out, scanners give NULL the field's zero value.

type toWords[T ~string] struct{ to *T }

func (s toWords[T]) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*s.to = ""
	case string:
		*s.to = T(v)
	case []byte:
		*s.to = T(v)
	default:
		return fmt.Errorf("a %T where words should be", v)
	}
	return nil
}

type toNumber struct{ to *int }

func (s toNumber) Scan(v any) error {
	n, _, err := whole(v)
	*s.to = int(n)
	return err
}

type toFlag struct{ to *bool }

func (s toFlag) Scan(v any) error {
	n, _, err := whole(v)
	*s.to = n != 0
	return err
}

type toFigure struct{ to *plumbline.Figure }

func (s toFigure) Scan(v any) (err error) {
	s.to.N, s.to.Known, err = whole(v)
	return err
}

type toRatio struct{ to *plumbline.Ratio }

func (s toRatio) Scan(v any) error {
	switch v := v.(type) {
	case nil:
		*s.to = plumbline.Ratio{}
	case float64:
		*s.to = plumbline.Ratio{R: v, Known: true}
	default:
		return fmt.Errorf("a %T where a share should be", v)
	}
	return nil
}

func whole(v any) (n int64, known bool, err error) {
	switch v := v.(type) {
	case nil:
		return 0, false, nil
	case int64:
		return v, true, nil
	}
	return 0, false, fmt.Errorf("a %T where a whole number should be", v)
}

// toJSON reads a JSON value into the zero value of its target.
type toJSON[T any] struct{ to *T }

func (s toJSON[T]) Scan(v any) error {
	var zero T
	*s.to = zero
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return json.Unmarshal([]byte(v), s.to)
	case []byte:
		return json.Unmarshal(v, s.to)
	}
	return fmt.Errorf("a %T where JSON should be", v)
}

// where gathers the conditions of a filter and their arguments.
type where struct {
	conditions []string
	args       []any
}

// is adds a condition in which $ stands for value. Nothing is added for a
// value that asks for nothing.
func (w *where) is(condition string, value any) {
	if value == nil {
		return
	}
	w.args = append(w.args, value)
	w.conditions = append(w.conditions, strings.ReplaceAll(condition, "$", fmt.Sprintf("$%d", len(w.args))))
}

// in adds the condition that column is one of values, unless there are none.
func in[T ~string](w *where, column string, values []T) {
	if len(values) == 0 {
		return
	}
	marks := make([]string, len(values))
	for i, v := range values {
		w.args = append(w.args, string(v))
		marks[i] = fmt.Sprintf("$%d", len(w.args))
	}
	w.conditions = append(w.conditions, column+" IN ("+strings.Join(marks, ", ")+")")
}

// String returns the WHERE clause, empty when nothing is asked for.
func (w *where) String() string {
	if len(w.conditions) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(w.conditions, " AND ")
}

// limit returns the LIMIT clause; a limit of 0 is none.
func limit(n, offset int) string {
	switch {
	case n > 0:
		return fmt.Sprintf(" LIMIT %d OFFSET %d", n, max(offset, 0))
	case offset > 0:
		return fmt.Sprintf(" LIMIT %d OFFSET %d", int64(1)<<62, offset)
	}
	return ""
}

// ordered returns pointers to the items in the order of compare.
func ordered[T any](items []T, compare func(a, b *T) int) []*T {
	order := make([]*T, len(items))
	for i := range items {
		order[i] = &items[i]
	}
	slices.SortStableFunc(order, compare)
	return order
}

// column returns the first column of a query's rows, with an error those read
// before it.
func column(tx *sql.Tx, query string, args ...any) ([]string, error) {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var values []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return values, err
		}
		values = append(values, v)
	}
	return values, rows.Err()
}

// each runs a query and calls f after scanning each row into dest.
func each(tx *sql.Tx, query string, args, dest []any, f func() error) error {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		if err := f(); err != nil {
			return err
		}
	}
	return rows.Err()
}
