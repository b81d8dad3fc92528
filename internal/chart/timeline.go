package chart

import (
	"html/template"
	"strconv"
)

// Timeline is the tiers of one country over years, as steps.
type Timeline struct {
	Heading
	From, To int // the years shown, both included
	Years    []TierYear
	Current  int  // the year that the page is about, marked; 0 for none
	Due      int  // first report for which a further year on the Watch List needs a waiver; 0 for none
	Last     int  // first report for which no waiver is left; 0 for none
	TabStops bool // every link is a stop of the Tab key; without, a table beside the chart should be
}

// TierYear is one year of a Timeline. A year that the Timeline lacks, and one of
// class Gap, is not known: no line leads over it.
type TierYear struct {
	Year      int
	Class     Class
	Title     string // "2018: Tier 2 Watch List, third year in a row"
	Href      string
	Derived   bool // worked out from a later report's text
	Automatic bool // the downgrade that the two-year rule requires
	Waiver    bool // a downgrade waiver was granted
	Count     int  // the Watch List clock: which year in a row that counts; 0 where it is not running or not known
}

// Measures of the timeline, in pixels of the drawing.
const (
	timeLeft   = 76. // where the first year begins; the names of the rows stand before
	timeWidth  = 440.
	timeTop    = 15.
	timeRow    = 20.
	timeBottom = 18.
)

// timeRows are the rows from top to bottom. A Special Case stands apart, since
// it is no rank.
var timeRows = [...]struct {
	class Class
	y     float64
}{
	{Tier1, timeTop}, {Tier2, timeTop + timeRow}, {Tier2WL, timeTop + 2*timeRow}, {Tier3, timeTop + 3*timeRow},
	{SpecialCase, timeTop + 4.3*timeRow},
}

const timeBase = timeTop + 5.1*timeRow

// row returns how far down a class stands; not ok for one without a row.
func row(c Class) (y float64, ok bool) {
	for _, r := range timeRows {
		if r.class == c {
			return r.y, true
		}
	}
	return 0, false
}

// timeline is a Timeline being drawn.
type timeline struct {
	*Timeline
	svg
	step   float64
	byYear map[int]*TierYear
}

// Draw draws the steps. The notice on what a tier rates is in the description.
func (t Timeline) Draw() template.HTML {
	if t.To < t.From {
		t.To = t.From
	}
	d := &timeline{Timeline: &t, byYear: map[int]*TierYear{}}
	links := false
	for i := range t.Years {
		y := &t.Years[i]
		if y.Year >= t.From && y.Year <= t.To {
			d.byYear[y.Year] = y
			links = links || address(y.Href) != ""
		}
	}
	last := t.To
	for _, y := range []int{t.Due, t.Last} {
		if y > last && y <= t.To+4 {
			last = y
		}
	}
	d.step = (timeWidth - timeLeft - 8) / float64(last-t.From+1)
	d.begin(t.noted(), "timeline", box{0, 0, timeWidth, timeBase + timeBottom}, links)
	d.grid(last)
	d.clock(last)
	d.steps()
	for year := t.From; year <= t.To; year++ {
		if y := d.byYear[year]; y != nil {
			d.year(y)
		}
	}
	return d.html()
}

func (d *timeline) x(year int) float64 { return timeLeft + (float64(year-d.From)+.5)*d.step }

// grid draws the rows, their names and the years.
func (d *timeline) grid(last int) {
	d.in("g", "class", "grid", "aria-hidden", "true")
	if d.Current >= d.From && d.Current <= d.To {
		d.one("rect", "class", "current", "x", num(d.x(d.Current)-d.step/2), "y", num(timeTop-13), "width", num(d.step), "height", num(timeBase-timeTop+13))
	}
	for _, r := range timeRows {
		d.one("path", "class", "line", "d", path("M", timeLeft, r.y, "H", timeWidth-8))
		name := r.class.Words()
		if r.class == Tier2WL {
			name = "Watch List"
		}
		d.says("text", name, "class", "name", "x", num(timeLeft-6), "y", num(r.y+3.4), "text-anchor", "end")
	}
	every := 5
	if last-d.From < 12 {
		every = 1
	}
	for year := d.From; year <= last; year++ {
		long := year%every == 0 || year == d.From
		length := 3.
		if long {
			length = 6
		}
		d.one("path", "class", "tick", "d", path("M", d.x(year), timeBase, "v", length))
		if long && !(year == d.From && every-year%every < 3 && year%every != 0) {
			d.says("text", strconv.Itoa(year), "class", "axis", "x", num(d.x(year)), "y", num(timeBase+15), "text-anchor", "middle")
		}
	}
	d.out()
}

const (
	dueWords  = "from here on a further year on Tier 2 Watch List needs a downgrade waiver"
	lastWords = "from here on no downgrade waiver is left"
)

// clock marks the reports for which the two-year rule asks for something.
func (d *timeline) clock(last int) {
	for _, c := range []struct {
		year        int
		class, says string
	}{{d.Due, "due", dueWords}, {d.Last, "last", lastWords}} {
		if c.year < d.From || c.year > last {
			continue
		}
		d.in("g", "class", "clock clock-"+c.class)
		d.says("title", strconv.Itoa(c.year)+": "+c.says)
		d.one("path", "d", path("M", d.x(c.year)-d.step/2, timeTop-13, "V", timeBase))
		d.out()
	}
}

// steps draws the line that joins years that follow each other and are known. To
// and from a Special Case leads none.
func (d *timeline) steps() {
	d.in("g", "class", "steps", "aria-hidden", "true")
	for year := d.From; year <= d.To; year++ {
		y := d.byYear[year]
		if y == nil {
			continue
		}
		at, ok := row(y.Class)
		if !ok {
			continue
		}
		d.one("path", "class", "step "+string(y.Class), "d", path("M", d.x(year)-d.step/2, at, "h", d.step))
		if next := d.byYear[year+1]; next != nil && y.Class != SpecialCase && next.Class != SpecialCase && next.Class != y.Class {
			if to, ok := row(next.Class); ok {
				d.one("path", "class", "riser", "d", path("M", d.x(year)+d.step/2, at, "V", to))
			}
		}
	}
	d.out()
}

// year draws the mark of one year within its link. The link is as wide and high
// as the column, so that it is easily met.
func (d *timeline) year(y *TierYear) {
	class := "year " + string(y.Class.known())
	if y.Derived {
		class += " derived"
	}
	if y.Automatic {
		class += " automatic"
	}
	if y.Waiver {
		class += " waiver"
	}
	x := d.x(y.Year)
	d.link(class, y.Href, y.Title, d.TabStops)
	d.one("rect", "class", "column", "x", num(x-d.step/2), "y", num(timeTop-13), "width", num(d.step), "height", num(timeBase-timeTop+13))
	at, ok := row(y.Class)
	switch {
	case !ok && y.Class == NotPlaced:
		d.one("path", "class", "none", "d", path("M", x-3, timeBase-7, "l", 6., 6., "m", 0., -6., "l", -6., 6.))
	case !ok:
	case y.Automatic:
		d.one("path", "class", "sign-automatic", "d", path("M", x-5.5, at-4.5, "h", 11., "l", -5.5, 9., "z"))
	case y.Count > 0:
		d.one("path", "class", "count", "d", circle(x, at, 6))
		d.says("text", strconv.Itoa(y.Count), "class", "tally", "x", num(x), "y", num(at+3.2), "text-anchor", "middle")
	default:
		d.one("path", "class", "body", "d", dot(y.Class, x, at, 3.6))
	}
	if y.Waiver && ok {
		d.one("path", "class", "sign-waiver", "d", path("M", x-4, at-9, "h", 8.))
	}
	d.out()
}

// TimelineLegend explains the marks of Timeline.
func TimelineLegend() []Key {
	tier := func(draw func(*svg)) func(*svg) {
		return func(s *svg) { s.in("g", "class", "year tier-2wl"); draw(s) }
	}
	keys := []Key{
		key("count", "years in a row on Tier 2 Watch List that count under the two-year rule", 20, tier(func(s *svg) {
			s.one("path", "class", "count", "d", circle(10, 7, 6.3))
			s.says("text", "2", "class", "tally", "x", "10", "y", "10.6", "text-anchor", "middle")
		})),
		key("sign-waiver", "a downgrade waiver was granted", 20, func(s *svg) { s.one("path", "class", "sign-waiver", "d", "M5.5 7h9") }),
		key("sign-automatic", "automatic downgrade under the two-year rule", 20, func(s *svg) {
			s.in("g", "class", "year tier-3")
			s.one("path", "class", "sign-automatic", "d", "M4 2h12l-6 10z")
		}),
		key("clock-due", dueWords, 20, func(s *svg) {
			s.in("g", "class", "clock clock-due")
			s.one("path", "d", "M10 1v12")
		}),
		key("clock-last", lastWords, 20, func(s *svg) {
			s.in("g", "class", "clock clock-last")
			s.one("path", "d", "M10 1v12")
		}),
		key("derived", "hollow: worked out from a later report", 20, func(s *svg) {
			s.in("g", "class", "year derived tier-2")
			s.one("path", "class", "body", "d", dot(Tier2, 10, 7, 4.2))
		}),
		key("not-placed", "not rated by the report", 20, func(s *svg) {
			s.in("g", "class", "year not-placed")
			s.one("path", "class", "none", "d", "M7 4l6 6m0 -6l-6 6")
		}),
		key("gap", "no mark: not known", 20, func(s *svg) {}),
	}
	return keys
}
