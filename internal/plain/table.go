package plain

import (
	"io"
	"slices"
	"strings"

	"plumbline/internal/wording"
)

const (
	tableGap  = 2
	leastCell = 6 // no column is made narrower
	mostLines = 3 // no cell is made higher
)

// Table prints rows under their column names. Columns that hold numbers only
// are set flush right. Where the rows are wider than width the widest columns
// are narrowed and their cells wrapped, at most three lines high. Where that
// would leave the last column too narrow to be read, it stands below the
// others. Width 0 sets no limit. A row may be shorter than columns.
func Table(w io.Writer, names []string, rows [][]string, width int) error {
	p := &pen{width: width}
	p.table(names, rows)
	return p.flush(w)
}

func (p *pen) table(names []string, rows [][]string) {
	width := p.width
	cells := make([][]string, 0, len(rows)+1)
	cells = append(cells, names)
	for _, row := range rows {
		shown := make([]string, len(names))
		for i := range min(len(row), len(names)) {
			shown[i] = wording.Clean(row[i])
		}
		cells = append(cells, shown)
	}
	widths, right := measure(cells)
	last := len(names) - 1
	below := last > 0 && lastBelow(widths, width)
	if below {
		widths = widths[:last]
	} else if width > 0 {
		narrow(widths, width-tableGap*last)
	}
	rules := make([]string, len(widths))
	for i := range rules {
		rules[i] = strings.Repeat("─", widths[i])
	}
	for i, row := range cells {
		p.tableRow(row[:len(widths)], widths, right)
		if below && row[last] != "" {
			for _, l := range wrapAtMost(row[last], width-tableGap, mostLines) {
				p.line(strings.Repeat(" ", tableGap), l)
			}
		}
		if i == 0 {
			p.tableRow(rules, widths, right)
		}
	}
}

// lastBelow reports whether the last column has too little room beside the
// others, and these have enough.
func lastBelow(widths []int, width int) bool {
	others := 0
	for _, w := range widths[:len(widths)-1] {
		others += w + tableGap
	}
	return width > 0 && others-tableGap <= width && width-others < min(leastBody, widths[len(widths)-1])
}

// measure returns the width of each column and whether it holds numbers.
func measure(cells [][]string) (widths []int, right []bool) {
	widths, right = make([]int, len(cells[0])), make([]bool, len(cells[0]))
	for i := range widths {
		numbers, others := 0, 0
		for r, row := range cells {
			widths[i] = max(widths[i], columns(row[i]))
			switch {
			case r == 0 || row[i] == "":
			case isNumber(row[i]):
				numbers++
			default:
				others++
			}
		}
		right[i] = numbers > 0 && others == 0
	}
	return widths, right
}

// isNumber reports whether s is a number as people write it in a list.
func isNumber(s string) bool {
	digits := 0
	for i, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ',' || r == '.' || r == '%' && i == len(s)-1 || r == '-' && i == 0:
		default:
			return false
		}
	}
	return digits > 0
}

// narrow lowers the widest columns until all fit into room, or until none can
// be lowered.
func narrow(widths []int, room int) {
	for {
		sum, top := 0, 0
		for _, w := range widths {
			sum, top = sum+w, max(top, w)
		}
		if sum <= room || top <= leastCell {
			return
		}
		next, tops := leastCell, 0
		for _, w := range widths {
			if w == top {
				tops++
			} else {
				next = max(next, w)
			}
		}
		over := sum - room
		if cut := (top - next) * tops; cut < over {
			over = cut
		}
		for i := len(widths) - 1; i >= 0 && tops > 0; i-- {
			if widths[i] == top {
				share := (over + tops - 1) / tops
				widths[i], over, tops = top-share, over-share, tops-1
			}
		}
	}
}

func (p *pen) tableRow(row []string, widths []int, right []bool) {
	lines := make([][]string, len(row))
	high := 0
	for i, s := range row {
		lines[i] = wrapAtMost(s, widths[i], mostLines)
		high = max(high, len(lines[i]))
	}
	for l := range high {
		cells := slices.Repeat([]string{""}, len(row))
		for i := range row {
			s := ""
			if l < len(lines[i]) {
				s = lines[i][l]
			}
			if right[i] {
				cells[i] = padLeft(s, widths[i])
			} else {
				cells[i] = pad(s, widths[i])
			}
		}
		p.line(strings.Join(cells, strings.Repeat(" ", tableGap)))
	}
}
