package chart_test

import (
	"encoding/xml"
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/chart"
)

// tester is a test, of one case or of many drawn ones.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func number(t tester, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
		t.Fatalf("%q is no number", s)
	}
	return x
}

// points follows a path and returns where its pen goes, control points too.
func points(t tester, d string) (all [][2]float64) {
	t.Helper()
	var x, y, sx, sy float64
	for len(d) > 0 {
		c := d[0]
		stop := 1 + strings.IndexFunc(d[1:], func(r rune) bool { return r >= 'A' })
		if stop == 0 {
			stop = len(d)
		}
		var n []float64
		for _, w := range strings.Fields(strings.ReplaceAll(d[1:stop], "-", " -")) {
			n = append(n, number(t, w))
		}
		d = d[stop:]
		step := func(dx, dy float64) { x, y = x+dx, y+dy; all = append(all, [2]float64{x, y}) }
		to := func(ax, ay float64) { step(ax-x, ay-y) }
		switch c {
		case 'M', 'L', 'Q':
			for i := 0; i+1 < len(n); i += 2 {
				to(n[i], n[i+1])
			}
		case 'm', 'l':
			for i := 0; i+1 < len(n); i += 2 {
				step(n[i], n[i+1])
			}
		case 'h':
			step(n[0], 0)
		case 'H':
			to(n[0], y)
		case 'v':
			step(0, n[0])
		case 'V':
			to(x, n[0])
		case 'a':
			step(n[5], n[6])
		case 'z':
			x, y = sx, sy
		default:
			t.Fatalf("command %q", c)
		}
		if c == 'M' || c == 'm' {
			sx, sy = x, y
		}
	}
	return all
}

// inside fails where anything is drawn outside the viewBox grown by slack parts
// of its width.
func inside(t tester, svg template.HTML, slack float64) {
	t.Helper()
	elements := parsed(t, svg)
	view := strings.Fields(attr(elements[0], "viewBox"))
	vx, vy, vw, vh := number(t, view[0]), number(t, view[1]), number(t, view[2]), number(t, view[3])
	depth := 0
	check := func(e xml.StartElement, x, y float64) {
		s := slack * vw
		if x < vx-s || x > vx+vw+s || y < vy-s || y > vy+vh+s {
			t.Fatalf("%s %s is drawn at %v,%v outside %v", e.Name.Local, attr(e, "class"), x, y, view)
		}
	}
	for _, e := range elements {
		switch {
		case e.Name.Local == "pattern":
			depth = 2 // its rect and its path
		case e.Name.Local == "path" && attr(e, "class") == "ink", e.Name.Local == "rect" && attr(e, "class") == "tone":
			depth--
		case attr(e, "class") == "disputed": // short lines, which the edge of the picture cuts
		case e.Name.Local == "path":
			for _, p := range points(t, attr(e, "d")) {
				check(e, p[0], p[1])
			}
		case e.Name.Local == "rect":
			x, y := number(t, attr(e, "x")), number(t, attr(e, "y"))
			w, h := number(t, attr(e, "width")), number(t, attr(e, "height"))
			if w < 0 || h < 0 {
				t.Fatalf("a rect of %v by %v", w, h)
			}
			check(e, x, y)
			check(e, x+w, y+h)
		case e.Name.Local == "text":
			check(e, number(t, attr(e, "x")), number(t, attr(e, "y")))
		}
	}
}

func TestNothingIsDrawnOutsideTheMap(t *testing.T) {
	w := load(t)
	for _, year := range []int{2001, 2005, 2008, 2018, 2025} {
		inside(t, w.atlas.World(chart.World{Year: year, Places: w.placements(year)}), 0.003)
	}
	for i := range w.countries {
		code := w.countries[i].Code
		m := chart.World{Heading: chart.Heading{ID: string(code)}, Year: 2018, Places: w.placements(2018), Around: []plumbline.CountryCode{code}, Focus: []plumbline.CountryCode{code}}
		svg := w.atlas.World(m)
		inside(t, svg, 0.02)
		if n := zipped(svg); n > 40_000 {
			t.Errorf("the region around %s is %d bytes over the wire", code, n)
		}
	}
}

func TestNoArcLeavesTheMap(t *testing.T) {
	w := load(t)
	var codes []plumbline.CountryCode
	for i := range w.countries {
		codes = append(codes, w.countries[i].Code)
	}
	rapid.Check(t, func(t *rapid.T) {
		country := rapid.SampledFrom(codes)
		f := chart.Flows{Zoom: rapid.Bool().Draw(t, "zoom"), Year: rapid.IntRange(2001, 2025).Draw(t, "year")}
		for n := range rapid.IntRange(0, 6).Draw(t, "flows") {
			f.Flows = append(f.Flows, chart.Flow{From: country.Draw(t, "from"), To: country.Draw(t, "to"), Said: rapid.IntRange(-1, 900).Draw(t, "said"),
				Movement:  rapid.SampledFrom([]plumbline.Movement{plumbline.Trafficked, plumbline.LaborMigration}).Draw(t, "layer"),
				Certainty: rapid.SampledFrom([]plumbline.Certainty{plumbline.Certain, plumbline.Probable, plumbline.Possible, ""}).Draw(t, "certainty"), Href: fmt.Sprint("/", n)})
		}
		svg, left := w.atlas.Flows(f)
		for _, l := range left {
			if w.atlas.Has(l.From, f.Year) && w.atlas.Has(l.To, f.Year) {
				t.Fatalf("%s to %s is left out", l.From, l.To)
			}
		}
		inside(t, svg, 0.02)
		if n := strings.Count(string(svg), "<a "); n != len(f.Flows)-len(left) {
			t.Fatalf("%d links for %d flows", n, len(f.Flows)-len(left))
		}
	})
}
