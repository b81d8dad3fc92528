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
