package page

import (
	"html/template"
	"strconv"
	"strings"

	"plumbline/internal/chart"
)

// Flows is the flows that the narratives of some years tell of: as a map, as a
// matrix and as a list.
type Flows struct {
	Heading string
	Years   string // "the report of 2018"
	Selects []Select
	Country string // what the field for a country holds
	Known   []string
	Labor   bool // work abroad is shown too
	Empty   bool // the database holds no narrative at all
	Map     SVG
	Keys    []chart.Key
	Arcs    int    // drawn
	Least   string // how many narratives at least tell of what is drawn; empty where all is
	Matrix  *Matrix
	Layers  []*FlowLayer
	Unknown []Link // where the author says that he does not know
}

// Select is a choice of a form.
type Select struct {
	Name, Label string
	Options     []MarkChoice
}

// FlowLayer is the flows of one movement. Movements are never merged.
type FlowLayer struct {
	ID      string
	Name    string
	Edges   []FlowRow // between countries, and within one
	Apart   []FlowRow // with a region at an end, or an end that is not said: no country
	NotSeen int       // edges that the map does not draw
}

// FlowRow is a flow with how many narratives say so, by how surely. They are
// narratives, never people.
type FlowRow struct {
	Words    string // "Nepal → Qatar"
	Href     string // of its sentences; empty for what is no flow between countries
	Flat     int
	Probable int
	Possible int
	Whose    string // whose narratives tell of it
	Cites    []Link // to the words, named by the country of the narrative
	NotDrawn bool
}

// EdgeRows sets Edges as rows of a table. A report has a thousand, which a
// template would take a tenth of a second for.
func (l *FlowLayer) EdgeRows() template.HTML {
	var b strings.Builder
	for i := range l.Edges {
		x := &l.Edges[i]
		b.WriteString(`<tr><th scope="row"><a href="` + template.HTMLEscapeString(x.Href) + `">` + template.HTMLEscapeString(x.Words) + "</a>")
		if x.NotDrawn {
			b.WriteString(` <span class="soft">not on the map</span>`)
		}
		b.WriteString("</th>")
		x.numbers(&b)
		b.WriteString("<td>" + template.HTMLEscapeString(x.Whose) + "</td></tr>\n")
	}
	return template.HTML(b.String())
}

// ApartRows sets Apart likewise.
func (l *FlowLayer) ApartRows() template.HTML {
	var b strings.Builder
	for i := range l.Apart {
		x := &l.Apart[i]
		b.WriteString(`<tr><th scope="row">` + template.HTMLEscapeString(x.Words) + "</th>")
		x.numbers(&b)
		b.WriteString("<td>")
		for k, c := range x.Cites {
			if k > 0 {
				b.WriteString(", ")
			}
			b.WriteString(`<a href="` + template.HTMLEscapeString(c.Href) + `">` + template.HTMLEscapeString(c.Text) + "</a>")
		}
		b.WriteString("</td></tr>\n")
	}
	return template.HTML(b.String())
}

// numbers sets how many narratives say so; nothing for none.
func (x *FlowRow) numbers(b *strings.Builder) {
	for _, n := range []int{x.Flat, x.Probable, x.Possible} {
		b.WriteString(`<td class="number">`)
		if n > 0 {
			b.WriteString(strconv.Itoa(n))
		}
		b.WriteString("</td>")
	}
}

// Matrix is origins by destinations.
type Matrix struct {
	About   string // how its places were chosen
	Columns []MatrixPlace
	Rows    []MatrixRow
}

// MatrixPlace is a country with its code.
type MatrixPlace struct{ Name, Code string }

// MatrixRow is what leads from one origin.
type MatrixRow struct {
	MatrixPlace
	Cells []MatrixCell
}

// MatrixCell is a flow; without an address no narrative tells of it.
type MatrixCell struct {
	Href  string
	Title string
	Said  int    // narratives that say so, as surely as Hedge says
	Hedge string // empty where it is said flatly
}

func (Flows) template() string { return "flows" }

// FlowPair is everything that narratives say of a flow between two countries.
type FlowPair struct {
	Heading string
	Flows   Link   // the page of all flows
	Back    *Link  // the way around
	Years   []Link // in which narratives tell of it
	Told    string // who tells of it
	Layers  []PairLayer
	Ends    []Link // the two countries
}

// PairLayer is what is said of one movement, by whose narrative says so.
type PairLayer struct {
	Name  string
	Sides []PairSide
}

// PairSide is the sentences of narratives of one kind.
type PairSide struct {
	Name  string
	Lines []OtherLine
}

func (FlowPair) template() string { return "flowpair" }
