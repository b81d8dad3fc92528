package chart

import (
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"plumbline"
)

// Flows is a map of flows between countries, as narratives tell of them.
type Flows struct {
	Heading
	Year     int // of the reports: it decides which states there are; 0 for today's
	Flows    []Flow
	Names    map[plumbline.CountryCode]string // of the ends, for their titles; a code that it lacks is shown as it is
	Focus    []plumbline.CountryCode          // outlined
	Zoom     bool                             // shows the part of the world where the flows lie, with names
	Most     int                              // draws no more arcs than this, those that the most narratives tell; 0 for all
	TabStops bool                             // every link is a stop of the Tab key; without, a list beside the map should be
}

// Flow is one arc: what some narratives say of one origin, one destination, one
// layer and one certainty. Regions are no countries and have none.
type Flow struct {
	From, To  plumbline.CountryCode // the same for what stays within one country: a ring
	Said      int                   // how many narratives say so; the arc is as thick. Never a number of victims
	Certainty plumbline.Certainty
	Movement  plumbline.Movement // Trafficked and LaborMigration are layers of their own; others are not drawn
	Title     string             // "Nepal to Qatar: said by 3 narratives, possible"
	Href      string             // where the sentences are
}

// Flows draws a map of flows. It returns too what it could not draw, in the
// order given: flows of another movement, or with an end that has no place on
// the map of the year; and after them those beyond Most. A page lists those. A
// thousand arcs are 70 KB over the wire and a tangle.
func (a *Atlas) Flows(f Flows) (svgHTML template.HTML, left []Flow) {
	drawn := make([]Flow, 0, len(f.Flows))
	links := false
	for _, flow := range f.Flows {
		layer := flow.Movement == plumbline.Trafficked || flow.Movement == plumbline.LaborMigration
		if !layer || a.find(flow.From, f.Year) == nil || a.find(flow.To, f.Year) == nil {
			left = append(left, flow)
			continue
		}
		drawn = append(drawn, flow)
		links = links || address(flow.Href) != ""
	}
	slices.SortStableFunc(drawn, func(x, y Flow) int { // the thin ones on top
		if x.Said != y.Said {
			return y.Said - x.Said
		}
		return strings.Compare(string(x.From+x.To), string(y.From+y.To))
	})
	if f.Most > 0 && len(drawn) > f.Most {
		drawn, left = drawn[:f.Most], append(left, drawn[f.Most:]...)
	}
	part := box{}
	if f.Zoom {
		part = a.region(append(a.reach(drawn, f.Year), a.frames(f.Year, f.Focus)...))
	}
	m := a.canvas(f.Year, part)
	s := &svg{}
	kind := "flows"
	if m.zoomed {
		kind = "region"
	}
	if m.crowded = len(drawn) > crowd; m.crowded {
		kind += " crowded"
	}
	s.begin(f.Heading, kind, m.view, links)
	m.land(s, func(plumbline.CountryCode) bool { return true })
	m.lines(s)
	m.focus(s, f.Focus)
	var covered []box
	for _, layer := range []plumbline.Movement{plumbline.LaborMigration, plumbline.Trafficked} {
		s.in("g", "class", "layer "+layerClass(layer))
		for i := range drawn {
			if drawn[i].Movement == layer {
				covered = append(covered, m.arc(s, &drawn[i], f.TabStops)...)
			}
		}
		s.out()
	}
	m.ends(s, drawn, &f, covered)
	return s.html(), left
}

// crowd is the number of arcs from which on they are drawn fainter, so that
// where they lie close together is seen and not only that they do.
const crowd = 120

// whole rounds to a unit of the map, which is less than a pixel.
func whole(x float64) float64 { return float64(round(x)) }

func layerClass(m plumbline.Movement) string {
	if m == plumbline.LaborMigration {
		return "work-abroad"
	}
	return "trafficked"
}

// hedge is the class of a certainty. What is not said to be certain is never
// drawn as if it were.
func hedge(c plumbline.Certainty) string {
	switch c {
	case plumbline.Certain:
		return "certain"
	case plumbline.Probable:
		return "probable"
	}
	return "possible"
}

// thickness is the width of an arc in pixels: it grows with the logarithm, since
// a map can only tell one from few and few from many.
func thickness(said int) float64 {
	return min(1+.8*math.Log2(float64(max(said, 1))), 5)
}

// arc draws one flow with its head, and returns what it covers. The head of labor
// migration is open.
func (m *canvas) arc(s *svg, f *Flow, tabs bool) (covered []box) {
	width := thickness(f.Said)
	from, to := m.place(f.From), m.place(f.To)
	s.link("arc "+hedge(f.Certainty), f.Href, f.Title, tabs)
	defer s.out()
	if f.From == f.To {
		s.one("path", "class", "shaft", "d", circle(from.x, from.y, 6*m.px), "stroke-width", num(width))
		return []box{box{from.x, from.y, 0, 0}.grown(6 * m.px)}
	}
	head := (3.6 + 1.3*width) * m.px
	room := 2.6 * m.px // before the end, so that its mark is seen
	if math.Hypot(to.x-from.x, to.y-from.y) < 4*head {
		room, head = 0, head*.7
	}
	parts := m.curves(from, to, f.Movement)
	last := &parts[len(parts)-1]
	way := last.end.from(last.control).long(1)
	tip := point{last.end.x - way.x*room, last.end.y - way.y*room}
	back := point{tip.x - way.x*head, tip.y - way.y*head}
	last.end = back
	d := ""
	for _, c := range parts {
		d += path("M", whole(c.start.x), whole(c.start.y), "Q", whole(c.control.x), whole(c.control.y), whole(c.end.x), whole(c.end.y))
		for t := .02; t < 1; t += .02 {
			p := c.at(t)
			covered = append(covered, box{p.x, p.y, 0, 0})
		}
	}
	s.one("path", "class", "shaft", "d", d, "stroke-width", num(width))
	if !m.crowded && address(f.Href) != "" {
		s.one("path", "class", "grip", "d", d) // a thin line is hard to point at
	}
	wx, wy := -way.y*head*.42, way.x*head*.42
	left, right := point{whole(back.x + wx), whole(back.y + wy)}, point{whole(back.x - wx), whole(back.y - wy)}
	if f.Movement == plumbline.LaborMigration {
		s.one("path", "class", "head open", "d", path("M", left.x, left.y, "L", whole(tip.x), whole(tip.y), "L", right.x, right.y))
	} else {
		s.one("path", "class", "head", "d", path("M", whole(tip.x), whole(tip.y), "L", left.x, left.y, "L", right.x, right.y, "z"))
	}
	return append(covered, box{(tip.x + back.x) / 2, (tip.y + back.y) / 2, 0, 0}.grown(head/2))
}

// place is where the arcs of a country that is on the map begin and end.
func (m *canvas) place(code plumbline.CountryCode) point {
	x, y := m.spot(m.atlas.find(code, m.year))
	return point{x, y}
}

// reach are the boxes of arcs with their ends, in units of the world.
func (a *Atlas) reach(flows []Flow, year int) (all []box) {
	for i := range flows {
		from, to := a.find(flows[i].From, year), a.find(flows[i].To, year)
		top := bend(point{from.dx, from.dy}, point{to.dx, to.dy}, flows[i].Movement).at(.5)
		all = append(all, box{from.dx, from.dy, 0, 0}.with(box{to.dx, to.dy, 0, 0}).grown(4*unit), box{top.x, top.y, 0, 0}.grown(unit))
	}
	return all
}

// ends marks the countries at the ends of arcs, each once, and names them where
// the map is of a region.
func (m *canvas) ends(s *svg, flows []Flow, f *Flows, covered []box) {
	var codes []plumbline.CountryCode
	for i := range flows {
		codes = append(codes, flows[i].From, flows[i].To)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	s.in("g", "class", "ends")
	var labels []label
	for _, code := range codes {
		name := f.Names[code]
		if name == "" {
			name = string(code)
		}
		x, y := m.spot(m.atlas.find(code, m.year))
		s.in("g")
		s.says("title", name)
		s.one("path", "class", "end", "d", circle(x, y, 1.7*m.px))
		s.out()
		labels = append(labels, label{x: x, y: y, words: name, first: slices.Contains(f.Focus, code)})
	}
	s.out()
	if m.zoomed {
		m.names(s, labels, covered)
	}
}

// FlowLegend explains the marks of Flows; with laborMigration, that layer too.
func FlowLegend(laborMigration bool) []Key {
	layer := func(class, kind string, d func(s *svg)) func(*svg) {
		return func(s *svg) {
			s.in("g", "class", "layer "+class)
			s.in("g", "class", "arc "+kind)
			d(s)
		}
	}
	shaft := func(width int) func(*svg) {
		return func(s *svg) {
			s.one("path", "class", "shaft", "d", "M1 7h30", "stroke-width", strconv.Itoa(width))
			s.one("path", "class", "head", "d", "M39 7l-8 -3.4v6.8z")
		}
	}
	keys := []Key{
		key("certain", "said flatly", 40, layer("trafficked", "certain", shaft(2))),
		key("probable", "said to be reported or probable", 40, layer("trafficked", "probable", shaft(2))),
		key("possible", "said to be possible, or alleged", 40, layer("trafficked", "possible", shaft(2))),
		key("thickness", "thicker: more narratives say so; it tells nothing of how many people", 40, layer("trafficked", "certain", shaft(4))),
	}
	if laborMigration {
		keys = append(keys, key("work-abroad", "work abroad that the text calls possibly exploitative", 40, layer("work-abroad", "possible", func(s *svg) {
			s.one("path", "class", "shaft", "d", "M1 7h30", "stroke-width", "2")
			s.one("path", "class", "head open", "d", "M31 3.6l8 3.4l-8 3.4")
		})))
	}
	return keys
}
