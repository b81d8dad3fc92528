package chart

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"plumbline"
)

// Quantities is counts over years, a panel for each series. Each panel has a
// scale of its own: heights are compared within one.
type Quantities struct {
	Heading
	From, To int // the years shown, both included
	Series   []Series
	Current  int  // the year that the page is about, marked; 0 for none
	TabStops bool // every link is a stop of the Tab key; without, a table beside the chart should be
}

// Series is one thing that is counted.
type Series struct {
	Name    string
	Amounts []Amount // several of one year stand side by side and are never summed
}

// Amount is what a claim says of a year. A number, a zero, none reported and not
// reported are drawn as four different things, and what nobody knows as nothing.
type Amount struct {
	Year      int
	Quantity  plumbline.Quantity
	Reporting plumbline.Reporting
	Certainty plumbline.Certainty // what is not certain is drawn hollow
	Title     string              // "2016: at least 12 convictions"
	Href      string
}

// Measures of a panel, in pixels of the drawing.
const (
	amountWidth = 440.
	amountSide  = 8.
	amountName  = 22. // the line with the name
	amountBars  = 54. // the highest bar
	amountFoot  = 8.  // under the base line
	amountAxis  = 20. // the years, under the last panel
	amountFont  = 10.
	digitWidth  = .56 * amountFont
)

// Kinds of amount, which are classes of the stylesheet.
const (
	number       = "number"
	zero         = "zero"
	noneReported = "none-reported"
	notReported  = "not-reported"
)

// kind tells what an amount is; empty for one of which nothing is known.
func (a *Amount) kind() string {
	switch a.Reporting {
	case plumbline.NoneReported:
		return noneReported
	case plumbline.NotReported:
		return notReported
	case plumbline.NoEvidence, plumbline.NoInformation:
		return ""
	}
	low, high := a.bounds()
	switch {
	case high < 0:
		return ""
	case low == 0 && high == 0:
		return zero
	}
	return number
}

// bounds are the lowest and the highest number that an amount can be, as far as
// it is told; negative where it tells of none. An open end is where it opens.
func (a *Amount) bounds() (low, high int64) {
	q := &a.Quantity
	switch {
	case q.Min.Known && q.Max.Known:
		low, high = q.Min.N, q.Max.N
	case q.Min.Known:
		low, high = q.Min.N, q.Min.N
		if q.Count.Known {
			high = max(q.Count.N, low)
		}
	case q.Count.Known:
		low, high = q.Count.N, q.Count.N
	case q.Max.Known:
		low, high = 0, q.Max.N
	default:
		return -1, -1
	}
	return max(low, 0), max(high, low, 0)
}

// words are what stands over a bar: "1,200", "~500", "10+", "3–5", "≤20".
func (a *Amount) words() string {
	low, high := a.bounds()
	q := &a.Quantity
	s := thousands(high)
	switch {
	case q.Min.Known && !q.Max.Known:
		s = thousands(low) + "+"
	case !q.Min.Known && !q.Count.Known && q.Max.Known:
		s = "≤" + s
	case low != high:
		s = thousands(low) + "–" + s
	}
	if q.Approx {
		s = "~" + s
	}
	return s
}

// thousands writes n with commas, as the reports do.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// panels is Quantities being drawn.
type panels struct {
	*Quantities
	svg
	step float64
}

// Draw draws the panels, one under the other.
func (q Quantities) Draw() template.HTML {
	q.To = max(q.To, q.From)
	d := &panels{Quantities: &q, step: (amountWidth - 2*amountSide) / float64(q.To-q.From+1)}
	rows := make([]*panel, len(q.Series))
	height, links := 0., false
	for i := range q.Series {
		rows[i] = d.panel(&q.Series[i], height)
		height = rows[i].base + amountFoot
		for _, a := range q.Series[i].Amounts {
			links = links || address(a.Href) != ""
		}
	}
	height = max(height, amountFoot)
	d.begin(q.Heading, "quantities", box{0, 0, amountWidth, height + amountAxis}, links)
	if d.Current >= q.From && d.Current <= q.To {
		d.one("rect", "class", "current", "x", num(d.x(d.Current)-d.step/2), "y", "0", "width", num(d.step), "height", num(height))
	}
	for _, p := range rows {
		d.draw(p)
	}
	d.axis(height)
	return d.html()
}

func (d *panels) x(year int) float64 { return amountSide + (float64(year-d.From)+.5)*d.step }

// axis writes the years under the last panel.
func (d *panels) axis(y float64) {
	d.in("g", "class", "grid", "aria-hidden", "true")
	every := 5
	if d.To-d.From < 12 {
		every = 1
	}
	for year := d.From; year <= d.To; year++ {
		if year%every == 0 {
			d.one("path", "class", "tick", "d", path("M", d.x(year), y-amountFoot, "v", 5.))
			d.says("text", strconv.Itoa(year), "class", "axis", "x", num(d.x(year)), "y", num(y+9), "text-anchor", "middle")
		}
	}
	d.out()
}

// panel is one series with its place.
type panel struct {
	*Series
	top, base float64
	most      int64
	upright   bool // the words stand on end, since they are too wide
	shown     [][]*Amount
}

// panel measures a series: how many amounts share a year, how wide their words
// are, how high the highest is.
func (d *panels) panel(s *Series, top float64) *panel {
	p := &panel{Series: s, top: top, shown: make([][]*Amount, d.To-d.From+1)}
	for i := range s.Amounts {
		if a := &s.Amounts[i]; a.Year >= d.From && a.Year <= d.To && a.kind() != "" {
			p.shown[a.Year-d.From] = append(p.shown[a.Year-d.From], a)
		}
	}
	for _, year := range p.shown {
		for _, a := range year {
			if a.kind() == number {
				_, high := a.bounds()
				p.most = max(p.most, high)
				p.upright = p.upright || wide(a) > d.step/float64(len(year))
			}
		}
	}
	need := 0.
	for _, year := range p.shown {
		for _, a := range year {
			if a.kind() == number {
				_, high := a.bounds()
				words := amountFont
				if p.upright {
					words = wide(a)
				}
				need = max(need, float64(high)/float64(p.most)*amountBars+words+7)
			}
		}
	}
	p.base = top + amountName + need
	if p.most == 0 { // nothing but marks
		p.base = top + amountName + 24
	}
	return p
}

// wide is how wide the words of an amount are.
func wide(a *Amount) float64 { return float64(len([]rune(a.words()))) * digitWidth }

// draw draws a panel.
func (d *panels) draw(p *panel) {
	d.in("g", "class", "panel")
	d.says("text", cmp.Or(p.Name, "count"), "class", "series", "x", num(amountSide), "y", num(p.top+14))
	d.one("path", "class", "line", "d", path("M", amountSide, p.base, "H", amountWidth-amountSide))
	for i, year := range p.shown {
		width := d.step / float64(max(len(year), 1))
		for j, a := range year {
			d.amount(p, a, d.x(d.From+i)-d.step/2+(float64(j)+.5)*width, width)
		}
	}
	d.out()
}

// amount draws one amount in the middle of a column.
func (d *panels) amount(p *panel, a *Amount, x, width float64) {
	class := "amount " + a.kind()
	if a.Certainty == plumbline.Probable || a.Certainty == plumbline.Possible {
		class += " hedged"
	}
	d.link(class, a.Href, a.Title, d.TabStops)
	d.one("rect", "class", "column", "x", num(x-width/2), "y", num(p.top+amountName), "width", num(width), "height", num(p.base-p.top-amountName))
	switch a.kind() {
	case number:
		d.bar(p, a, x, min(width*.62, 24))
	default:
		d.mark(a.kind(), x, p.base)
	}
	d.out()
}

// bar draws a number: solid up to what is sure, hollow up to what may be, open
// at the top where there may be more.
func (d *panels) bar(p *panel, a *Amount, x, width float64) {
	low, high := a.bounds()
	scale := amountBars / float64(max(p.most, 1))
	sure, may := float64(low)*scale, float64(high)*scale
	if high > 0 {
		may = max(may, 1)
	}
	if may > sure {
		d.one("rect", "class", "may", "x", num(x-width/2), "y", num(p.base-may), "width", num(width), "height", num(may-sure))
	}
	if sure > 0 {
		d.one("rect", "class", "sure", "x", num(x-width/2), "y", num(p.base-sure), "width", num(width), "height", num(sure))
	}
	top := p.base - may
	if q := &a.Quantity; q.Min.Known && !q.Max.Known {
		d.one("path", "class", "more", "d", path("M", x-width/2, top-1.5, "l", width/2, -2.5, width/2, 2.5))
		top -= 3
	}
	if p.upright {
		d.says("text", a.words(), "class", "value", "x", num(x+.36*amountFont), "y", num(top-3), "transform", "rotate(-90 "+num(x+.36*amountFont)+" "+num(top-3)+")")
	} else {
		d.says("text", a.words(), "class", "value", "x", num(x), "y", num(top-3), "text-anchor", "middle")
	}
}

// mark draws what is no number of one or more, on the base line.
func (s *svg) mark(kind string, x, base float64) {
	switch kind {
	case zero:
		s.one("path", "class", "nought", "d", path("M", x-4, base, "h", 8.))
		s.says("text", "0", "class", "value", "x", num(x), "y", num(base-4), "text-anchor", "middle")
	case noneReported:
		s.one("path", "class", "hollow", "d", circle(x, base-6, 3.6))
	case notReported:
		s.one("path", "class", "hollow", "d", path("M", x-3.5, base-9.5, "h", 7., "v", 7., "h", -7., "z", "M", x-3.5, base-2.5, "l", 7., -7.))
	}
}

// Legend explains the marks of those kinds of amount that the chart has.
func (q Quantities) Legend() []Key {
	var has []string
	for _, s := range q.Series {
		for i := range s.Amounts {
			a := &s.Amounts[i]
			if a.Year < q.From || a.Year > q.To {
				continue
			}
			has = append(has, a.kind())
			if low, high := a.bounds(); a.kind() == number && low < high {
				has = append(has, "range")
			}
			if a.kind() == number && a.Quantity.Min.Known && !a.Quantity.Max.Known {
				has = append(has, "more")
			}
			if a.kind() == number && (a.Certainty == plumbline.Probable || a.Certainty == plumbline.Possible) {
				has = append(has, "hedged")
			}
		}
	}
	var keys []Key
	for _, k := range amountKeys {
		if k.class == "" || slices.Contains(has, k.class) {
			keys = append(keys, key(cmp.Or(k.class, "unknown"), k.words, 20, k.draw))
		}
	}
	return keys
}

var amountKeys = [...]struct {
	class, words string
	draw         func(*svg)
}{
	{number, "a number", func(s *svg) { amountKey(s, "number", "M6 2h8v11h-8z", "sure") }},
	{"range", "solid: at least so many; hollow: up to so many", func(s *svg) {
		amountKey(s, "number", "M6 7h8v6h-8z", "sure")
		s.one("path", "class", "may", "d", "M6 1h8v6h-8z")
	}},
	{"more", "at least so many", func(s *svg) {
		amountKey(s, "number", "M6 5h8v8h-8z", "sure")
		s.one("path", "class", "more", "d", "M6 3.5l4 -2.5l4 2.5")
	}},
	{"hedged", "the text hedges the number", func(s *svg) { amountKey(s, "number hedged", "M6 2h8v11h-8z", "sure") }},
	{zero, "zero: the text says that there were none", func(s *svg) { s.in("g", "class", "amount zero"); s.mark(zero, 10, 13) }},
	{noneReported, "none reported, which is not a zero", func(s *svg) { s.in("g", "class", "amount none-reported"); s.mark(noneReported, 10, 13) }},
	{notReported, "not reported: the government did not say", func(s *svg) { s.in("g", "class", "amount not-reported"); s.mark(notReported, 10, 13) }},
	{"", "no mark: not known", func(*svg) {}},
}

func amountKey(s *svg, kind, d, class string) {
	s.in("g", "class", "amount "+kind)
	s.one("path", "class", class, "d", d)
}

// Bar draws a share of the most, as a thin bar for a list of counts that a page
// writes beside it. It is hidden from those who listen.
func Bar(part, most int) template.HTML {
	s := &svg{}
	s.in("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart chart-bar", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true")
	s.one("rect", "class", "all", "width", "100", "height", "8")
	if part > 0 && most > 0 {
		s.one("rect", "class", "sure", "width", num(max(100*float64(min(part, most))/float64(most), .5)), "height", "8")
	}
	return s.html()
}
