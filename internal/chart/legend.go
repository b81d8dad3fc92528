package chart

import "html/template"

// Key is one entry of a legend: a small drawing, hidden from those who listen,
// and what it means.
type Key struct {
	Mark  template.HTML
	Class string // of the stylesheet
	Words string
}

// TierLegend explains the tier map of World: the classes, and the marks for
// automatic downgrades, derived rows and disputed borders. id is unique on the
// page.
func TierLegend(id string) []Key {
	h := Heading{ID: id}
	id = h.id()
	var keys []Key
	for i, c := range Classes {
		name := id + "-" + string(c)
		keys = append(keys, key(string(c), c.Words(), 34, func(s *svg) {
			s.pattern(name, &textures[i], 1)
			s.one("rect", "class", "area", "fill", "url(#"+name+")", "x", "0.5", "y", "0.5", "width", "19", "height", "13")
			s.in("g", "class", "dot "+string(c))
			s.one("path", "class", "body", "d", dot(c, 28, 7, 3.4))
		}))
	}
	return append(keys,
		key("land", "outside these reports", 20, func(s *svg) {
			s.one("rect", "class", "land", "x", "0.5", "y", "0.5", "width", "19", "height", "13")
		}),
		key("sign-automatic", "automatic downgrade under the two-year rule", 20, func(s *svg) {
			s.one("path", "class", "sign-automatic", "d", "M6.8 4.6h6.4l-3.2 5z")
		}),
		key("sign-derived", "worked out from a later report", 20, func(s *svg) {
			s.one("path", "class", "sign-derived", "d", circle(10, 7, 2))
		}),
		key("disputed", "disputed border", 20, func(s *svg) {
			s.one("path", "class", "disputed", "d", "M0 7h20")
		}))
}

// key draws one entry, width units wide and 14 high.
func key(class, words string, width float64, draw func(*svg)) Key {
	s := &svg{}
	s.in("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart chart-key", "viewBox", "0 0 "+num(width)+" 14", "width", num(width), "height", "14", "aria-hidden", "true")
	draw(s)
	return Key{Mark: s.html(), Class: class, Words: words}
}
