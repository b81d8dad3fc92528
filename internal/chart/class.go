package chart

import "plumbline"

// Class says how a place or a year is drawn. It is a class of the stylesheet,
// and never told by color alone.
type Class string

// The classes.
const (
	Tier1       Class = "tier-1"
	Tier2       Class = "tier-2"
	Tier2WL     Class = "tier-2wl"
	Tier3       Class = "tier-3"
	SpecialCase Class = "tier-sc"
	NotPlaced   Class = "not-placed" // no tier, as is known: the report does not rate it
	Gap         Class = "gap"        // nothing is known, which is not the same
)

// Classes lists the classes in the order of a legend.
var Classes = [...]Class{Tier1, Tier2, Tier2WL, Tier3, SpecialCase, NotPlaced, Gap}

// ClassOf returns the class of a tier; Gap for none.
func ClassOf(t plumbline.Tier) Class {
	switch t {
	case plumbline.Tier1:
		return Tier1
	case plumbline.Tier2:
		return Tier2
	case plumbline.Tier2WL:
		return Tier2WL
	case plumbline.Tier3:
		return Tier3
	case plumbline.SpecialCase:
		return SpecialCase
	}
	return Gap
}

// Words says a class in words: "Tier 2 Watch List", "not known".
func (c Class) Words() string {
	switch c {
	case Tier1:
		return plumbline.Tier1.Name()
	case Tier2:
		return plumbline.Tier2.Name()
	case Tier2WL:
		return plumbline.Tier2WL.Name()
	case Tier3:
		return plumbline.Tier3.Name()
	case SpecialCase:
		return plumbline.SpecialCase.Name()
	case NotPlaced:
		return "not rated by the report"
	}
	return "not known"
}

// known returns c, or Gap for a class that there is not.
func (c Class) known() Class {
	for _, k := range Classes {
		if c == k {
			return c
		}
	}
	return Gap
}

// patterns defines the textures of the classes, so that a reader who sees no
// colors tells them apart. One pixel of the drawing is px units.
func (s *svg) patterns(id string, px float64) {
	s.in("defs")
	for i := range textures {
		s.pattern(id+"-"+string(textures[i].class), &textures[i], px)
	}
	s.out()
}

// pattern defines one texture.
func (s *svg) pattern(id string, t *texture, px float64) {
	side := num(t.side * px)
	s.in("pattern", "id", id, "class", "texture "+string(t.class), "patternUnits", "userSpaceOnUse", "width", side, "height", side, "patternTransform", t.turn)
	s.one("rect", "class", "tone", "width", side, "height", side)
	if t.lines != nil {
		s.one("path", "class", "ink", "d", t.lines(px), "stroke-width", num(t.width*px))
	}
	s.out()
}

// texture is how the area of a class is filled.
type texture struct {
	class Class
	side  float64 // of the square that repeats, in pixels
	width float64 // of its lines
	turn  string
	lines func(px float64) string
}

var textures = [...]texture{
	{class: Tier1, side: 8},
	{class: Tier2, side: 6, width: 1.3, turn: "rotate(45)", lines: func(px float64) string { return path("M", 2.3*px, 3*px, "h", 1.4*px) }},
	{class: Tier2WL, side: 5, width: 1.1, turn: "rotate(45)", lines: func(px float64) string { return path("M", 2.5*px, 0., "v", 5*px) }},
	{class: Tier3, side: 5, width: .8, turn: "rotate(45)", lines: func(px float64) string { return path("M", 2.5*px, 0., "v", 5*px, "M", 0., 2.5*px, "h", 5*px) }},
	{class: SpecialCase, side: 5, width: 1.4, lines: func(px float64) string { return path("M", 0., 2.5*px, "h", 5*px) }},
	{class: NotPlaced, side: 8},
	{class: Gap, side: 7, width: .7, turn: "rotate(-45)", lines: func(px float64) string { return path("M", 3.5*px, 0., "v", 7*px) }},
}

// dot is the shape that stands for a class where an area is too small to be
// seen: each class has one of its own. r is about half its width.
func dot(c Class, x, y, r float64) string {
	switch c {
	case Tier1:
		return circle(x, y, r)
	case Tier2:
		return path("M", x-.86*r, y-.86*r, "h", 1.72*r, "v", 1.72*r, "h", -1.72*r, "z")
	case Tier2WL:
		return path("M", x, y-1.25*r, "l", 1.25*r, 1.25*r, -1.25*r, 1.25*r, -1.25*r, -1.25*r, "z")
	case Tier3:
		return path("M", x, y-1.2*r, "l", 1.2*r, 2.1*r, "h", -2.4*r, "z")
	case SpecialCase:
		return path("M", x-.45*r, y-1.2*r, "h", .9*r, "v", .75*r, "h", .75*r, "v", .9*r, "h", -.75*r, "v", .75*r, "h", -.9*r, "v", -.75*r, "h", -.75*r, "v", -.9*r, "h", .75*r, "z")
	case NotPlaced:
		return circle(x, y, .6*r)
	}
	return path("M", x-r, y-.55*r, "h", 2*r, "v", 1.1*r, "h", -2*r, "z")
}

func circle(x, y, r float64) string {
	return path("M", x-r, y, "a", r, r, " 0 1 0 ", 2*r, 0., "a", r, r, " 0 1 0 ", -2*r, 0., "z")
}
