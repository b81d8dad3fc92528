package encode

import (
	"math"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// CSVBreak ends a CSV record (RFC 4180, section 2).
const CSVBreak = "\r\n"

// AppendHeader appends the header row of the given columns without a line
// break.
func AppendHeader(dst []byte, columns []string) []byte {
	return append(dst, strings.Join(columns, ",")...)
}

// record is a CSV record under way; its first cell is already there, so that
// every other begins with a comma.
type record struct {
	dst []byte
	at  int // where the open cell begins
}

// open begins a cell that is filled with item or place and ended by close.
func (r *record) open() {
	r.dst = append(r.dst, ',')
	r.at = len(r.dst)
}

func (r *record) item(i int, s string) {
	if i > 0 {
		r.dst = append(r.dst, ';')
	}
	r.dst = append(r.dst, s...)
}

func (r *record) place(i int, name string, s text.Span) {
	r.item(i, name)
	r.dst = strconv.AppendInt(append(r.dst, ':'), int64(s.Start), 10)
	r.dst = strconv.AppendInt(append(r.dst, '-'), int64(s.End), 10)
}

// close quotes the open cell where it holds a comma, quote or line break.
func (r *record) close() {
	cell := r.dst[r.at:]
	quotes, plain := 0, true
	for _, c := range cell {
		switch c {
		case '"':
			quotes++
			plain = false
		case ',', '\n', '\r':
			plain = false
		}
	}
	if plain {
		return
	}
	from := len(r.dst) - 1
	for range quotes + 2 {
		r.dst = append(r.dst, '"')
	}
	to := len(r.dst) - 2 // its last byte stays a quote
	for ; from >= r.at; from-- {
		r.dst[to] = r.dst[from]
		to--
		if r.dst[from] == '"' {
			r.dst[to] = '"'
			to--
		}
	}
	r.dst[r.at] = '"'
}

func (r *record) word(s string) {
	r.open()
	r.dst = append(r.dst, s...)
	r.close()
}

func (r *record) list(list []string) {
	r.open()
	for i, s := range list {
		r.item(i, s)
	}
	r.close()
}

func (r *record) number(n int64) {
	r.dst = strconv.AppendInt(append(r.dst, ','), n, 10)
}

// year appends a number of which 0 means that it is not known.
func (r *record) year(n int) {
	if n == 0 {
		r.dst = append(r.dst, ',')
		return
	}
	r.number(int64(n))
}

func (r *record) span(s text.Span) {
	r.number(int64(s.Start))
	r.number(int64(s.End))
}

func (r *record) figure(f plumbline.Figure) {
	if !f.Known {
		r.dst = append(r.dst, ',')
		return
	}
	r.number(f.N)
}

func (r *record) ratio(x plumbline.Ratio) {
	r.dst = append(r.dst, ',')
	if x.Known && !math.IsNaN(x.R) && !math.IsInf(x.R, 0) {
		r.dst = strconv.AppendFloat(r.dst, x.R, 'f', -1, 64)
	}
}

func (r *record) answer(a plumbline.Answer) {
	r.dst = append(r.dst, ',')
	switch a {
	case plumbline.Yes:
		r.dst = append(r.dst, "true"...)
	case plumbline.No:
		r.dst = append(r.dst, "false"...)
	}
}

func (r *record) bool(b bool) {
	r.dst = strconv.AppendBool(append(r.dst, ','), b)
}
