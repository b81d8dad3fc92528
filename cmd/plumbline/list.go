package main

import (
	"fmt"

	"plumbline/internal/encode"
	"plumbline/internal/plain"
)

// list is what most subcommands print: things of one kind, a row each.
type list struct {
	columns []string
	rows    [][]any // string, int, int64, bool or nil
}

func (l *list) add(values ...any) { l.rows = append(l.rows, values) }

// write prints the list to standard output as table, json or csv.
func (l *list) write(a *app, format string) error {
	switch format {
	case "json":
		return encode.WriteList(a.Stdout, l.columns, l.rows)
	case "csv":
		return encode.WriteListCSV(a.Stdout, l.columns, l.rows)
	}
	rows := make([][]string, len(l.rows))
	for i, row := range l.rows {
		for _, v := range row {
			if v == nil {
				v = ""
			}
			rows[i] = append(rows[i], fmt.Sprint(v))
		}
	}
	return plain.Table(a.Stdout, l.columns, rows, a.columns())
}
