package chart

import (
	"html/template"
	"slices"

	"plumbline"
)

// World is a map of the tiers of a year.
type World struct {
	Heading
	Year     int // of the report: it decides which states there are; 0 for today's
	Places   []Place
	Focus    []plumbline.CountryCode // outlined
	Around   []plumbline.CountryCode // shows the part of the world where these lie; the whole world for none
	TabStops bool                    // every link is a stop of the Tab key; without, a table beside the map should be
}

// Place is what a map says of one country. A country on none of its Places is
// drawn as land of which nothing is said; a Place that the Atlas does not have
// in the year is left out.
type Place struct {
	Country   plumbline.CountryCode
	Class     Class
	Title     string // "Armenia: Tier 2 Watch List"
	Href      string // on this site or http(s); others, and none, make no link
	Automatic bool   // the downgrade that the two-year rule requires
	Derived   bool   // worked out from a later report's text
	Name      string // written on a map of a region, where there is room; may be empty
}

// World draws a map of tiers. With links it is a group, without a picture. The
// notice on what a tier rates is in the description.
func (a *Atlas) World(w World) template.HTML {
	m := a.canvas(w.Year, a.region(a.frames(w.Year, w.Around)))
	s := &svg{}
	links := false
	byCode := map[plumbline.CountryCode]*Place{}
	for i := range w.Places {
		p := &w.Places[i]
		if byCode[p.Country] == nil {
			byCode[p.Country] = p
		}
		links = links || address(p.Href) != ""
	}
	kind := "world"
	if m.zoomed {
		kind = "region"
	}
	s.begin(w.noted(), kind, m.view, links)
	s.patterns(w.id(), m.px)
	m.land(s, func(code plumbline.CountryCode) bool { return byCode[code] == nil })
	for _, c := range Classes {
		s.in("g", "class", string(c), "fill", "url(#"+w.id()+"-"+string(c)+")")
		for i := range m.shapes {
			sh := &m.shapes[i]
			p := byCode[sh.code]
			if p == nil || p.Class.known() != c {
				continue
			}
			href, title := p.Href, p.Title
			if m.dotted(m.atlas.find(sh.code, w.Year)) { // its dot bears the link
				href, title = "", ""
			}
			s.link(p.marks("place"), href, title, w.TabStops)
			s.one("path", "d", sh.d)
			s.out()
		}
		s.out()
	}
	m.lines(s)
	m.dots(s, byCode, w.TabStops)
	m.signs(s, byCode)
	m.focus(s, w.Focus)
	if m.zoomed {
		m.names(s, m.labels(w.Places, w.Focus), nil)
	}
	return s.html()
}

// marks is the class of a place with what is marked of it.
func (p *Place) marks(class string) string {
	if p.Automatic {
		class += " automatic"
	}
	if p.Derived {
		class += " derived"
	}
	return class
}

// dots draws a dot for each place too small to be seen, with a thin line to
// where it lies where the dot had to move.
func (m *canvas) dots(s *svg, byCode map[plumbline.CountryCode]*Place, tabs bool) {
	s.in("g", "class", "dots")
	for i := range m.atlas.places {
		at := &m.atlas.places[i]
		p := byCode[at.code]
		if p == nil || !m.dotted(at) || !at.years.has(m.year) {
			continue
		}
		x, y := m.spot(at)
		if !m.holds(x, y) {
			continue
		}
		c := p.Class.known()
		s.link(p.marks("place dot "+string(c)), p.Href, p.Title, tabs)
		if px, py := at.x*m.scale, at.y*m.scale; (px-x)*(px-x)+(py-y)*(py-y) > 9*m.px*m.px {
			s.one("path", "class", "leader", "d", path("M", px, py, "L", x, y))
		}
		s.one("path", "class", "body", "d", dot(c, x, y, m.radius()))
		s.out()
	}
	s.out()
}

// radius is half the width of a dot.
func (m *canvas) radius() float64 {
	if m.zoomed {
		return 2.3 * m.px
	}
	return 3 * m.px
}

// signs marks automatic downgrades and derived rows, where the name of a country
// would stand.
func (m *canvas) signs(s *svg, byCode map[plumbline.CountryCode]*Place) {
	s.in("g", "class", "signs", "aria-hidden", "true")
	for i := range m.atlas.places {
		at := &m.atlas.places[i]
		p := byCode[at.code]
		if p == nil || !at.years.has(m.year) || !p.Automatic && !p.Derived {
			continue
		}
		x, y := at.x*m.scale, at.y*m.scale
		if m.dotted(at) {
			x, y = m.spot(at)
		}
		if !m.holds(x, y) {
			continue
		}
		if p.Automatic {
			s.one("path", "class", "sign-automatic", "d", path("M", x-3.2*m.px, y-2.4*m.px, "h", 6.4*m.px, "l", -3.2*m.px, 5*m.px, "z"))
		} else {
			s.one("path", "class", "sign-derived", "d", circle(x, y, 1.4*m.px))
		}
	}
	s.out()
}

// focus outlines countries.
func (m *canvas) focus(s *svg, codes []plumbline.CountryCode) {
	for _, code := range codes {
		at := m.atlas.find(code, m.year)
		if at == nil {
			continue
		}
		d := ""
		for i := range m.shapes {
			if m.shapes[i].code == code {
				d += m.shapes[i].d
			}
		}
		if x, y := m.spot(at); d == "" || m.dotted(at) {
			if m.holds(x, y) {
				s.one("path", "class", "focus", "d", circle(x, y, 6*m.px))
			}
			continue
		}
		s.one("path", "class", "focus", "d", d)
	}
}

// labels are the names of places that are large enough here, or outlined.
func (m *canvas) labels(places []Place, focus []plumbline.CountryCode) (all []label) {
	for i := range places {
		p := &places[i]
		at := m.atlas.find(p.Country, m.year)
		if p.Name == "" || at == nil {
			continue
		}
		x, y := m.spot(at)
		if !m.holds(x, y) {
			continue
		}
		all = append(all, label{x: x, y: y, words: p.Name, first: slices.Contains(focus, p.Country), inside: !m.dotted(at), weight: at.frame.w * at.frame.h, wide: at.frame.w * m.scale})
	}
	return all
}
