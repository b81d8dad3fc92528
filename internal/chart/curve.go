package chart

import (
	"math"

	"plumbline"
)

// curve is a quadratic curve.
type curve struct{ start, control, end point }

func (p point) from(q point) point { return point{p.x - q.x, p.y - q.y} }

// long is p at a length of its own.
func (p point) long(length float64) point {
	k := length / max(math.Hypot(p.x, p.y), 1e-9)
	return point{p.x * k, p.y * k}
}

func between(a, b point, t float64) point { return point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }

// at is a point of the curve, its start for 0 and its end for 1.
func (c curve) at(t float64) point {
	return between(between(c.start, c.control, t), between(c.control, c.end, t), t)
}

// split cuts a curve in two.
func (c curve) split(t float64) (curve, curve) {
	a, b := between(c.start, c.control, t), between(c.control, c.end, t)
	middle := between(a, b, t)
	return curve{c.start, a, middle}, curve{middle, b, c.end}
}

func (c curve) moved(dx float64) curve {
	for _, p := range []*point{&c.start, &c.control, &c.end} {
		p.x += dx
	}
	return c
}

// bend is the curve of an arc. It leans to the left of its way, so that a flow
// back runs apart; the two layers lean by different amounts.
func bend(from, to point, layer plumbline.Movement) curve {
	lean := .2
	if layer == plumbline.LaborMigration {
		lean = .32
	}
	d := to.from(from)
	return curve{from, point{(from.x+to.x)/2 + d.y*lean, (from.y+to.y)/2 - d.x*lean}, to}
}

// curves are the parts of an arc: one, or on the map of the whole world two for
// an arc that is shorter over the edge, across the Pacific.
func (m *canvas) curves(from, to point, layer plumbline.Movement) []curve {
	width := m.view.w
	if m.zoomed || math.Abs(to.x-from.x) < width/2 {
		return []curve{m.held(bend(from, to, layer))}
	}
	shift, edge := width, m.view.x+width
	if to.x > from.x {
		shift, edge = -width, m.view.x
	}
	c := m.held(bend(from, point{to.x + shift, to.y}, layer))
	low, high := 0., 1.
	for range 30 {
		t := (low + high) / 2
		if (c.at(t).x-edge)*shift < 0 {
			low = t
		} else {
			high = t
		}
	}
	a, b := c.split(low)
	return []curve{a, b.moved(-shift)}
}

// held is c leaning less, if need be, so that it stays on the map.
func (m *canvas) held(c curve) curve {
	c.control.y = min(max(c.control.y, m.view.y+m.px), m.view.y+m.view.h-m.px)
	return c
}
