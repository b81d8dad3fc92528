package chart

import (
	"io/fs"
	"sort"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Atlas holds the shapes and places of the world. It is read only, and any
// number of goroutines may draw from it.
type Atlas struct {
	size   box // of the world, in units
	places []place
	world  sheet
	detail sheet
}

// fine is how many units of the detail make one of the world.
const fine = 4

// unit is how many units of the world one pixel of a map 960 pixels wide has.
const unit = 10

// place is where a country stands in the reports of some years.
type place struct {
	code     plumbline.CountryCode
	years    span
	x, y     float64 // where an arc ends
	dot      bool
	dx, dy   float64 // where its dot is, apart from its neighbours'
	frame    box     // of the most of it
	part     float64 // the longer side of its largest part
	standing bool    // it has a shape in the world
}

// span is a span of report years; 0 leaves an end open.
type span struct{ from, to int }

func (s span) has(year int) bool {
	if year == 0 {
		return s.to == 0
	}
	return (s.from == 0 || s.from <= year) && (s.to == 0 || year <= s.to)
}

// sheet is a set of shapes of one exactness.
type sheet struct {
	shapes  []shape
	borders []shape
}

// shape is an outline, or a disputed line.
type shape struct {
	code  plumbline.CountryCode
	years span
	d     string
	rings [][]point
	box   box
}

type point struct{ x, y float64 }

// Load reads atlas/places.tsv, world.tsv and detail.tsv. Its errors are
// text.Diagnostics, or those of fsys.
func Load(fsys fs.FS) (*Atlas, error) {
	a := &Atlas{}
	l := &loader{atlas: a}
	if err := l.each(fsys, "atlas/places.tsv", 7, l.place); err != nil {
		return nil, err
	}
	if err := l.each(fsys, "atlas/world.tsv", 4, func(c []text.Cell) { l.shape(c, &a.world) }); err != nil {
		return nil, err
	}
	if err := l.each(fsys, "atlas/detail.tsv", 4, func(c []text.Cell) { l.shape(c, &a.detail) }); err != nil {
		return nil, err
	}
	if err := l.faults.Err(); err != nil {
		return nil, err
	}
	for _, s := range a.world.shapes {
		a.size = a.size.with(s.box)
	}
	for _, p := range a.places {
		a.size = a.size.with(box{p.x, p.y, 0, 0})
	}
	a.size = box{0, 0, worldWidth, a.size.y + a.size.h + 4*unit}
	sort.SliceStable(a.places, func(i, j int) bool { return a.places[i].code < a.places[j].code })
	return a, nil
}

const worldWidth = 960 * unit

// find returns the place of a country in the report of a year, newest for year
// 0, or nil.
func (a *Atlas) find(code plumbline.CountryCode, year int) *place {
	i := sort.Search(len(a.places), func(i int) bool { return a.places[i].code >= code })
	for ; i < len(a.places) && a.places[i].code == code; i++ {
		if a.places[i].years.has(year) {
			return &a.places[i]
		}
	}
	return nil
}

// Has says whether a country has a place on the map of a year: a shape or a dot.
// Units of other years have none: Serbia and Montenegro after 2006, South Sudan
// before 2012.
func (a *Atlas) Has(code plumbline.CountryCode, year int) bool { return a.find(code, year) != nil }

type loader struct {
	atlas  *Atlas
	source *text.Source
	faults text.Diagnostics
}

func (l *loader) each(fsys fs.FS, name string, columns int, do func([]text.Cell)) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	l.source = &text.Source{Name: name, Text: string(b)}
	for _, row := range l.source.Rows() {
		cells := l.source.Cells(row, '\t')
		if len(cells) != columns {
			l.faults = append(l.faults, text.Diagnostic{Source: l.source, Span: row, Message: "a row has " + strconv.Itoa(columns) + " columns", Hint: "make atlas writes this file"})
			continue
		}
		do(cells)
	}
	return nil
}

func (l *loader) fault(c text.Cell, message string) {
	l.faults = append(l.faults, text.Diagnostic{Source: l.source, Span: c.Span, Message: message, Hint: "make atlas writes this file"})
}

func (l *loader) place(c []text.Cell) {
	p := place{code: plumbline.CountryCode(c[0].Text), years: l.years(c[1]), standing: c[2].Text == "shape"}
	at := l.numbers(c[3], 2)
	p.x, p.y = at[0], at[1]
	p.dx, p.dy = p.x, p.y
	if c[4].Text != "none" {
		to := l.numbers(c[4], 2)
		p.dot, p.dx, p.dy = true, to[0], to[1]
	}
	f := l.numbers(c[5], 4)
	p.part = l.numbers(c[6], 1)[0]
	p.frame = box{f[0], f[1], f[2] - f[0], f[3] - f[1]}
	l.atlas.places = append(l.atlas.places, p)
}

func (l *loader) shape(c []text.Cell, into *sheet) {
	s := shape{code: plumbline.CountryCode(c[1].Text), years: l.years(c[2]), d: c[3].Text}
	var ok bool
	if s.rings, ok = rings(s.d); !ok {
		l.fault(c[3], "not a path of relative moves")
		return
	}
	s.box = around(s.rings)
	if c[0].Text == "border" {
		into.borders = append(into.borders, s)
	} else {
		into.shapes = append(into.shapes, s)
	}
}

func (l *loader) years(c text.Cell) span {
	from, to, ok := strings.Cut(c.Text, "-")
	s := span{}
	var errs [2]error
	if from != "" {
		s.from, errs[0] = strconv.Atoi(from)
	}
	if to != "" {
		s.to, errs[1] = strconv.Atoi(to)
	}
	if !ok || errs[0] != nil || errs[1] != nil {
		l.fault(c, "not a span of years: -, 2003-2006, 2012-")
	}
	return s
}

func (l *loader) numbers(c text.Cell, n int) []float64 {
	list := make([]float64, n)
	words := strings.Fields(c.Text)
	for i := range list {
		if i < len(words) {
			x, err := strconv.ParseFloat(words[i], 64)
			if list[i] = x; err == nil {
				continue
			}
		}
		l.fault(c, "not "+strconv.Itoa(n)+" numbers")
		break
	}
	return list
}
