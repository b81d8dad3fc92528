package chart_test

import (
	"strings"
	"testing"

	"plumbline/internal/chart"
)

func TestTheTimelineShowsWhatIsKnownOnly(t *testing.T) {
	year := func(y int, c chart.Class) chart.TierYear { return chart.TierYear{Year: y, Class: c, Title: "here"} }
	for _, c := range []struct {
		name  string
		years []chart.TierYear
		count map[string]int
	}{
		{"steps of two years are joined", []chart.TierYear{year(2010, chart.Tier2), year(2011, chart.Tier3)}, map[string]int{`class="riser"`: 1, `class="step `: 2}},
		{"no line leads over a gap", []chart.TierYear{year(2010, chart.Tier2), year(2012, chart.Tier3)}, map[string]int{`class="riser"`: 0, `class="step `: 2}},
		{"a year of which nothing is known has no mark", []chart.TierYear{year(2010, chart.Gap)}, map[string]int{`class="step `: 0, `class="body"`: 0, `class="none"`: 0}},
		{"not rated is a mark and no tier", []chart.TierYear{year(2010, chart.NotPlaced)}, map[string]int{`class="step `: 0, `class="none"`: 1}},
		{"a Special Case is no step up or down", []chart.TierYear{year(2010, chart.Tier3), year(2011, chart.SpecialCase), year(2012, chart.Tier3)}, map[string]int{`class="riser"`: 0, `class="step `: 3}},
		{"an automatic downgrade is marked", []chart.TierYear{{Year: 2010, Class: chart.Tier3, Automatic: true}}, map[string]int{`class="sign-automatic"`: 1, `class="body"`: 0}},
		{"a derived row is marked", []chart.TierYear{{Year: 2010, Class: chart.Tier2, Derived: true}}, map[string]int{`class="year tier-2 derived"`: 1}},
		{"the clock counts and a waiver is marked", []chart.TierYear{{Year: 2010, Class: chart.Tier2WL, Count: 3, Waiver: true}}, map[string]int{`class="tally"`: 1, ">3<": 1, `class="sign-waiver"`: 1}},
		{"years outside are not drawn", []chart.TierYear{year(2001, chart.Tier3), year(2030, chart.Tier3)}, map[string]int{`class="step `: 0, `<title>here`: 0}},
	} {
		svg := chart.Timeline{Heading: chart.Heading{ID: "t", Title: "Tiers"}, From: 2009, To: 2013, Years: c.years}.Draw()
		parsed(t, svg)
		for want, n := range c.count {
			if got := strings.Count(string(svg), want); got != n {
				t.Errorf("%s: %s %d times, not %d", c.name, want, got, n)
			}
		}
	}
}
