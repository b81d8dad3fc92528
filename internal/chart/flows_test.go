package chart_test

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/chart"
)

func TestWhatHasNoPlaceIsHandedBack(t *testing.T) {
	w := load(t)
	list := []chart.Flow{
		{From: "NPL", To: "QAT", Movement: plumbline.Trafficked},
		{From: "southeast-asia", To: "QAT", Movement: plumbline.Trafficked},
		{From: "SSD", To: "KEN", Movement: plumbline.Trafficked}, // not yet in 2010
		{From: "NPL", To: "IND", Movement: plumbline.Return},
		{From: "NPL", To: "IND"},
	}
	svg, left := w.atlas.Flows(chart.Flows{Year: 2010, Flows: list})
	if len(left) != 4 || left[0].From != "southeast-asia" || left[1].From != "SSD" {
		t.Errorf("handed back: %v", left)
	}
	if n := strings.Count(string(svg), `class="head"`); n != 1 {
		t.Errorf("%d arcs", n)
	}
}

func TestAHedgeAndALayerAreSeen(t *testing.T) {
	w := load(t)
	for _, c := range []struct {
		name string
		flow chart.Flow
		want []string
	}{
		{"said flatly", chart.Flow{Certainty: plumbline.Certain, Movement: plumbline.Trafficked}, []string{`"layer trafficked"><g class="arc certain">`, `class="head"`}},
		{"probable", chart.Flow{Certainty: plumbline.Probable, Movement: plumbline.Trafficked}, []string{`<g class="arc probable">`}},
		{"possible", chart.Flow{Certainty: plumbline.Possible, Movement: plumbline.Trafficked}, []string{`<g class="arc possible">`}},
		{"what nobody knows is not certain", chart.Flow{Movement: plumbline.Trafficked}, []string{`<g class="arc possible">`}},
		{"work abroad is no trafficking", chart.Flow{Certainty: plumbline.Possible, Movement: plumbline.LaborMigration}, []string{`"layer work-abroad"><g class="arc possible">`, `class="head open"`}},
	} {
		c.flow.From, c.flow.To = "NPL", "QAT"
		svg, _ := w.atlas.Flows(chart.Flows{Flows: []chart.Flow{c.flow}})
		parsed(t, svg)
		for _, want := range c.want {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%s: no %s", c.name, want)
			}
		}
		if c.flow.Movement == plumbline.LaborMigration && strings.Contains(string(svg), `class="head"`) {
			t.Errorf("%s: drawn as trafficking", c.name)
		}
	}
}

func TestMoreNarrativesMakeAThickerArc(t *testing.T) {
	w := load(t)
	before := 0.
	for _, said := range []int{1, 2, 5, 12} {
		svg, _ := w.atlas.Flows(chart.Flows{Flows: []chart.Flow{{From: "NPL", To: "QAT", Said: said, Movement: plumbline.Trafficked}}})
		width := 0.
		for _, e := range parsed(t, svg) {
			if attr(e, "class") == "shaft" {
				width = number(t, attr(e, "stroke-width"))
			}
		}
		if width <= before {
			t.Errorf("said by %d: %v, no more than %v", said, width, before)
		}
		before = width
	}
}

func TestNoMoreArcsThanAskedFor(t *testing.T) {
	w := load(t)
	f := chart.Flows{Year: 2018, Most: 2, Flows: []chart.Flow{
		{From: "NPL", To: "QAT", Said: 1, Movement: plumbline.Trafficked}, {From: "NPL", To: "IND", Said: 5, Movement: plumbline.Trafficked},
		{From: "asia", To: "IND", Said: 9, Movement: plumbline.Trafficked}, {From: "NPL", To: "ARE", Said: 2, Movement: plumbline.Trafficked},
	}}
	svg, left := w.atlas.Flows(f)
	if n := strings.Count(string(svg), `class="shaft"`); n != 2 || len(left) != 2 || left[0].From != "asia" || left[1].To != "QAT" {
		t.Errorf("%d arcs, handed back %v", n, left)
	}
	f = chart.Flows{Year: 2018, Most: 300}
	for i := range w.countries {
		for j := range w.countries {
			if (i*7+j*3)%41 == 0 {
				f.Flows = append(f.Flows, chart.Flow{From: w.countries[i].Code, To: w.countries[j].Code, Said: i % 5, Movement: plumbline.Trafficked, Title: "said", Href: "/flows/x"})
			}
		}
	}
	svg, _ = w.atlas.Flows(f)
	if n := zipped(svg); n > 45_000 {
		t.Errorf("300 arcs are %d bytes over the wire", n)
	}
}
