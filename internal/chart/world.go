package chart

import (
	"html/template"

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
}

// World draws a map of tiers. With links it is a group, without a picture.
func (a *Atlas) World(w World) template.HTML {
	m := a.sheet(w.Year, w.Around)
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
	s.begin(w.Heading, kind, m.view, links)
	s.patterns(w.id(), m.px)
	m.land(s, func(code plumbline.CountryCode) bool { return byCode[code] == nil })
	for _, c := range Classes {
		s.in("g", "class", string(c), "fill", "url(#"+w.id()+"-"+string(c)+")")
		for i := range m.shapes {
			sh := &m.shapes[i]
			if p := byCode[sh.code]; p != nil && p.Class.known() == c {
				s.link(p.marks("place"), p.Href, p.Title, w.TabStops)
				s.one("path", "d", sh.d)
				s.out()
			}
		}
		s.out()
	}
	m.lines(s)
	m.dots(s, byCode, w.TabStops)
	m.signs(s, byCode)
	m.focus(s, w.Focus)
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

// sheetOf is what of the atlas one map shows, in the units of its sheet.
type canvas struct {
	atlas   *Atlas
	year    int
	zoomed  bool
	view    box
	scale   float64 // units of its sheet for one of the world
	px      float64 // units for a pixel of the drawing
	shapes  []shape
	borders []shape
}

// regionWidth is how wide a map of a region is thought to be, in pixels.
const regionWidth = 640

// sheet takes the whole world, or in detail the part around some countries.
func (a *Atlas) sheet(year int, around []plumbline.CountryCode) *canvas {
	m := &canvas{atlas: a, year: year, view: a.size, scale: 1, px: unit}
	from := &a.world
	if b, ok := a.region(year, around); ok {
		m.zoomed, m.scale, from = true, fine, &a.detail
		m.view = box{b.x * fine, b.y * fine, b.w * fine, b.h * fine}
		m.px = m.view.w / regionWidth
	}
	for _, sh := range from.shapes {
		if m.keep(&sh) {
			m.shapes = append(m.shapes, sh)
		}
	}
	for _, b := range from.borders {
		if m.view.meets(b.box) {
			m.borders = append(m.borders, b)
		}
	}
	return m
}

// keep says whether a shape is on the map, and cuts it to what is shown.
func (m *canvas) keep(sh *shape) bool {
	if !sh.years.has(m.year) || !m.view.meets(sh.box) {
		return false
	}
	if !m.zoomed {
		return true
	}
	shown := m.view.grown(8 * m.px)
	if b := sh.box; b.x >= shown.x && b.y >= shown.y && b.x+b.w <= shown.x+shown.w && b.y+b.h <= shown.y+shown.h {
		return true
	}
	sh.rings = clip(sh.rings, shown)
	sh.d = outline(sh.rings)
	return sh.d != ""
}

// region is the part of the world around some countries, in units of the world.
func (a *Atlas) region(year int, around []plumbline.CountryCode) (b box, ok bool) {
	for _, code := range around {
		p := a.find(code, year)
		switch {
		case p == nil:
		case !ok:
			b, ok = p.frame, true
		default:
			b = b.with(p.frame)
		}
	}
	if !ok {
		return b, false
	}
	const least, ratio, margin = 75 * unit, 1.6, 1.3
	w := max(b.w*margin, b.h*margin*ratio, least)
	h := w / ratio
	if w > a.size.w || h > a.size.h {
		return a.size, true
	}
	x, y := b.x+b.w/2-w/2, b.y+b.h/2-h/2
	x = min(max(x, a.size.x), a.size.x+a.size.w-w)
	y = min(max(y, a.size.y), a.size.y+a.size.h-h)
	return box{x, y, w, h}, true
}

// land draws the countries of which nothing is said.
func (m *canvas) land(s *svg, untold func(plumbline.CountryCode) bool) {
	s.in("g", "class", "land")
	for i := range m.shapes {
		if untold(m.shapes[i].code) {
			s.one("path", "d", m.shapes[i].d)
		}
	}
	s.out()
}

// lines draws disputed borders.
func (m *canvas) lines(s *svg) {
	if len(m.borders) == 0 {
		return
	}
	d := ""
	for i := range m.borders {
		d += m.borders[i].d
	}
	s.one("path", "class", "disputed", "d", d)
}

// spot is where the dot of a place stands on the map. A dot is moved from its
// place to be apart from others; on a closer look it needs less of that.
func (m *canvas) spot(p *place) (x, y float64) {
	k := m.px / unit / m.scale
	return (p.x + (p.dx-p.x)*k) * m.scale, (p.y + (p.dy-p.y)*k) * m.scale
}

// dotted says whether a place is too small here to be seen without a dot.
func (m *canvas) dotted(p *place) bool {
	return p.dot && max(p.frame.w, p.frame.h)*m.scale < 9*m.px || p.dot && !m.zoomed
}

func (m *canvas) holds(x, y float64) bool {
	return m.view.grown(-m.px).meets(box{x, y, 0, 0})
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
		s.one("path", "class", "body", "d", dot(c, x, y, 3*m.px))
		s.out()
	}
	s.out()
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
