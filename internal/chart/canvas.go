package chart

import "plumbline"

// canvas is what of the atlas one map shows, in the units of its sheet.
type canvas struct {
	atlas   *Atlas
	year    int
	zoomed  bool // a part of the world
	view    box
	scale   float64 // units of its sheet for one of the world
	px      float64 // units for a pixel of the drawing
	shapes  []shape
	borders []shape
	crowded bool // with arcs
}

// regionWidth is how wide a map of a region is thought to be, in pixels.
const regionWidth = 440

// canvas takes a part of the world, in detail where it is a small one, or for an
// empty box the whole.
func (a *Atlas) canvas(year int, part box) *canvas {
	m := &canvas{atlas: a, year: year, view: a.size, scale: 1, px: unit}
	from := &a.world
	if part.w > 0 {
		m.zoomed, m.view = true, part
		if part.w < a.size.w/3 {
			m.scale, from = fine, &a.detail
			m.view = box{part.x * fine, part.y * fine, part.w * fine, part.h * fine}
		}
		m.px = m.view.w / regionWidth
	}
	for _, sh := range from.shapes {
		if m.keep(&sh) {
			m.shapes = append(m.shapes, sh)
		}
	}
	for _, b := range from.borders {
		if m.view.meets(b.box) && b.years.has(year) {
			m.borders = append(m.borders, b)
		}
	}
	return m
}

// keep says whether a shape is on the map, and cuts it to what is shown, as
// exactly as can be seen.
func (m *canvas) keep(sh *shape) bool {
	if !sh.years.has(m.year) || !m.view.meets(sh.box) {
		return false
	}
	if !m.zoomed {
		return true
	}
	if shown := m.view.grown(8 * m.px); !shown.contains(sh.box) {
		sh.rings = clip(sh.rings, shown)
	}
	if len(sh.rings) == 0 {
		return false
	}
	sh.d = outline(sh.rings, m.px/2)
	return sh.d != ""
}

// frames are the boxes of the most of some countries, in units of the world.
func (a *Atlas) frames(year int, codes []plumbline.CountryCode) (all []box) {
	for _, code := range codes {
		if p := a.find(code, year); p != nil {
			all = append(all, p.frame)
		}
	}
	return all
}

// region is the part of the world that holds some boxes, with room around them;
// empty for none, and for more than a map of a region can show.
func (a *Atlas) region(boxes []box) box {
	if len(boxes) == 0 {
		return box{}
	}
	b := boxes[0]
	for _, more := range boxes[1:] {
		b = b.with(more)
	}
	const least, ratio, margin = 75 * unit, 1.6, 1.3
	w := max(b.w*margin, b.h*margin*ratio, least)
	h := w / ratio
	if w > a.size.w || h > a.size.h {
		return box{}
	}
	x, y := b.x+b.w/2-w/2, b.y+b.h/2-h/2
	x = min(max(x, a.size.x), a.size.x+a.size.w-w)
	y = min(max(y, a.size.y), a.size.y+a.size.h-h)
	return box{x, y, w, h}
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
	small := p.part*m.scale < 7*m.px
	return p.dot && (small || !m.zoomed || m.scale == 1 && !p.standing)
}

func (m *canvas) holds(x, y float64) bool {
	return m.view.grown(-m.px).meets(box{x, y, 0, 0})
}
