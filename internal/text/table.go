package text

import "strings"

// Cell is a part of a line of a table, with its place.
type Cell struct {
	Text string
	Span Span
}

// Rows returns the lines of a table that say something: those that are not
// empty and do not begin with #.
func (s *Source) Rows() []Span {
	var rows []Span
	for start := 0; start < len(s.Text); {
		end := len(s.Text)
		if n := strings.IndexByte(s.Text[start:], '\n'); n >= 0 {
			end = start + n
		}
		line := strings.TrimRight(s.Text[start:end], "\r")
		if line != "" && line[0] != '#' {
			rows = append(rows, Span{start, start + len(line)})
		}
		start = end + 1
	}
	return rows
}

// Cells cuts a part of the source at each mark and trims the blanks around the
// cells. Empty ones at the end are left out.
func (s *Source) Cells(in Span, mark byte) []Cell {
	var cells []Cell
	for at := in.Start; at <= in.End; {
		stop := in.End
		if n := strings.IndexByte(s.Text[at:in.End], mark); n >= 0 {
			stop = at + n
		}
		a, z := at, stop
		for a < z && s.Text[a] == ' ' {
			a++
		}
		for z > a && s.Text[z-1] == ' ' {
			z--
		}
		cells = append(cells, Cell{s.Text[a:z], Span{a, z}})
		at = stop + 1
	}
	for len(cells) > 0 && cells[len(cells)-1].Text == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}
