package chart_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/chart"
)

// parsed fails unless svg is well-formed XML with ids that are there once, and
// returns its elements.
func parsed(t tester, svg template.HTML) []xml.StartElement {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	d.Strict = true
	var all []xml.StartElement
	ids := map[string]bool{}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, svg)
		}
		if e, ok := tok.(xml.StartElement); ok {
			all = append(all, e.Copy())
			if id := attr(e, "id"); id != "" && ids[id] {
				t.Errorf("id %q is there twice", id)
			} else if id != "" {
				ids[id] = true
			}
		}
	}
	for _, e := range all {
		for _, a := range e.Attr {
			if ref, ok := strings.CutPrefix(a.Value, "url(#"); ok && !ids[strings.TrimSuffix(ref, ")")] {
				t.Errorf("%s: %s is not there", e.Name.Local, a.Value)
			}
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" {
				t.Errorf("%s has %s", e.Name.Local, a.Name.Local)
			}
			if a.Name.Local == "aria-labelledby" && !ids[a.Value] {
				t.Errorf("labelled by %q, which is not there", a.Value)
			}
		}
	}
	return all
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestEveryPlaceOfTheReportsIsOnTheMap(t *testing.T) {
	w := load(t)
	for i := range w.countries {
		c := &w.countries[i]
		placements := w.history.Placements(c.Code)
		for n, p := range placements {
			if !w.atlas.Has(c.Code, p.Year) {
				t.Errorf("%s has a placement of %d and no place on the map of that year", c.Code, p.Year)
			}
			if n > 0 && n < len(placements)-1 {
				continue
			}
			svg := string(w.atlas.World(chart.World{Year: p.Year, Places: []chart.Place{{Country: c.Code, Class: chart.Tier3, Title: "here"}}}))
			if !strings.Contains(svg, "<title>here</title><path") {
				t.Fatalf("%s is not drawn on the map of %d", c.Code, p.Year)
			}
		}
		years := []int{0}
		if n := c.Names[len(c.Names)-1]; n.To != 0 {
			years = []int{n.To}
		}
		for _, year := range years {
			if !w.atlas.Has(c.Code, year) && c.Code != "ATA" {
				t.Errorf("%s (%s) has no place on the map of %d; make atlas, or a point in internal/chart/atlas/places.tsv", c.Code, c.Name(0), year)
			}
		}
	}
}

func TestUnitsStandForTheirYearsOnly(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		code plumbline.CountryCode
		year int
		want bool
	}{
		{"YUG", 2002, true}, {"YUG", 2003, false},
		{"SCG", 2002, false}, {"SCG", 2003, true}, {"SCG", 2006, true}, {"SCG", 2007, false}, {"SCG", 0, false},
		{"SRB", 2006, false}, {"SRB", 2007, true}, {"SRB", 2009, true}, {"SRB", 0, true},
		{"MNE", 2006, false}, {"MNE", 2007, true}, {"XKX", 2008, false}, {"XKX", 2009, true},
		{"SSD", 2011, false}, {"SSD", 2012, true}, {"SDN", 2001, true}, {"SDN", 2012, true},
		{"ANT", 2010, true}, {"ANT", 2011, false}, {"CUW", 2010, false}, {"CUW", 2011, true},
		{"CYN", 2018, false}, {"SOL", 2018, false}, {"ZZZ", 2018, false},
	} {
		if got := w.atlas.Has(c.code, c.year); got != c.want {
			t.Errorf("Has(%s, %d) = %v", c.code, c.year, got)
		}
	}
}

func TestAWorldIsWellFormedAndSmall(t *testing.T) {
	w := load(t)
	for year := 2001; year <= 2025; year++ {
		m := chart.World{Heading: chart.Heading{ID: "w", Title: "Tiers", Desc: "As a table below."}, Year: year, Places: w.placements(year)}
		svg := w.atlas.World(m)
		if again := w.atlas.World(m); again != svg {
			t.Fatalf("%d: not the same twice", year)
		}
		elements := parsed(t, svg)
		if role := attr(elements[0], "role"); role != "group" {
			t.Errorf("a map with links has the role %q", role)
		}
		for _, e := range elements {
			if e.Name.Local == "a" && attr(e, "tabindex") != "-1" {
				t.Fatalf("%d: a link is a tab stop", year)
			}
		}
		if n := zipped(svg); n > 45_000 {
			t.Errorf("the map of %d is %d bytes over the wire", year, n)
		}
	}
}

func TestEveryClassIsDrawnAsItself(t *testing.T) {
	w := load(t)
	for _, c := range chart.Classes {
		svg := string(w.atlas.World(chart.World{Heading: chart.Heading{ID: "m"}, Places: []chart.Place{{Country: "MLT", Class: c}, {Country: "ARG", Class: c}}}))
		for _, want := range []string{
			fmt.Sprintf(`<g class="%s" fill="url(#m-%s)"><g class="place"><path`, c, c),
			fmt.Sprintf(`<g class="place dot %s"><path class="body"`, c),
			fmt.Sprintf(`<pattern id="m-%s"`, c),
		} {
			if !strings.Contains(svg, want) {
				t.Errorf("%s: no %s", c, want)
			}
		}
		if !strings.Contains(chart.CSS, "."+string(c)+" {") {
			t.Errorf("chart.css has no .%s", c)
		}
	}
	svg := string(w.atlas.World(chart.World{Places: []chart.Place{{Country: "ARG", Class: "tier-4"}}}))
	if !strings.Contains(svg, `<g class="gap" fill="url(#chart-gap)"><g class="place">`) {
		t.Error("a class that there is not is drawn as something known")
	}
}

func TestAMapWithoutLinksIsAPicture(t *testing.T) {
	w := load(t)
	elements := parsed(t, w.atlas.World(chart.World{Heading: chart.Heading{ID: "w", Title: "Tiers"}, Places: []chart.Place{{Country: "ARG", Class: chart.Tier1, Href: "javascript:alert(1)"}}}))
	if attr(elements[0], "role") != "img" {
		t.Error("no role of a picture")
	}
	for _, e := range elements {
		if e.Name.Local == "a" {
			t.Error("a link to a script")
		}
	}
}

func TestOnePlaceIsOneLink(t *testing.T) {
	w := load(t)
	for _, around := range [][]plumbline.CountryCode{nil, {"LUX"}, {"RUS"}} {
		seen := map[string]bool{}
		places := w.placements(2018)
		for _, e := range parsed(t, w.atlas.World(chart.World{Year: 2018, Places: places, Around: around, TabStops: true})) {
			if e.Name.Local != "a" {
				continue
			}
			if attr(e, "tabindex") != "" {
				t.Fatal("a link that is no tab stop")
			}
			if href := attr(e, "href"); seen[href] {
				t.Errorf("%s is there twice", href)
			} else {
				seen[href] = true
			}
		}
		standing := 0
		for _, p := range places {
			if w.atlas.Has(p.Country, 2018) {
				standing++
			}
		}
		if around == nil && len(seen) != standing {
			t.Errorf("%d links for %d places", len(seen), standing)
		}
	}
}

func TestATierNeverStandsWithoutItsNotice(t *testing.T) {
	w := load(t)
	for _, svg := range []template.HTML{w.atlas.World(chart.World{}), chart.Timeline{From: 2009, To: 2010, Heading: chart.Heading{Desc: "A table follows."}}.Draw()} {
		if !strings.Contains(string(svg), template.HTMLEscapeString(plumbline.TierNotice)+"</desc>") {
			t.Errorf("no notice in %.300s", svg)
		}
		parsed(t, svg)
	}
}
