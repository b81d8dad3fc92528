package chart_test

import (
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/chart"
)

// TestGoldens compares charts of a world of three squares and a dot with those
// in testdata; -update writes them anew.
func TestGoldens(t *testing.T) {
	sheet := "shape\tAAA\t-\tM1000 1000l1000 0 0 1000 -1000 0z\nshape\tBBB\t2012-\tM2000 1000l1000 0 0 1000 -1000 0z\nshape\tCCC\t-\tM4000 1000l1000 0 0 1000 -1000 0z\nborder\tAAA BBB\t-\tM2000 1000l0 1000\n"
	places := "AAA\t-\tshape\t1500 1500\tnone\t1000 1000 2000 2000\t1000\nBBB\t2012-\tshape\t2500 1500\tnone\t2000 1000 3000 2000\t1000\nCCC\t-\tshape\t4500 1500\tnone\t4000 1000 5000 2000\t1000\nDDD\t-\tnone\t6000 1500\t6050 1560\t5990 1490 6010 1510\t20\n"
	atlas, err := chart.Load(fstest.MapFS{"atlas/places.tsv": {Data: []byte(places)}, "atlas/world.tsv": {Data: []byte(sheet)}, "atlas/detail.tsv": {Data: []byte(sheet)}})
	if err != nil {
		t.Fatal(err)
	}
	flows, _ := atlas.Flows(chart.Flows{Heading: chart.Heading{ID: "f", Title: "Flows"}, Flows: []chart.Flow{
		{From: "AAA", To: "CCC", Said: 3, Movement: plumbline.Trafficked, Certainty: plumbline.Certain, Title: "A to C", Href: "/flows/AAA-CCC"},
		{From: "CCC", To: "AAA", Said: 1, Movement: plumbline.LaborMigration, Certainty: plumbline.Possible, Title: "C to A"},
		{From: "DDD", To: "AAA", Said: 1, Movement: plumbline.Trafficked, Certainty: plumbline.Probable, Title: "D to A"},
	}})
	n := plumbline.Known
	for name, svg := range map[string]template.HTML{
		"world": atlas.World(chart.World{Heading: chart.Heading{ID: "w", Title: "Tiers in 2018", Desc: "A table follows."}, Year: 2018, Focus: []plumbline.CountryCode{"AAA"}, Places: []chart.Place{
			{Country: "AAA", Class: chart.Tier1, Title: "Alfa: Tier 1", Href: "/countries/AAA/2018"},
			{Country: "BBB", Class: chart.Tier3, Title: "Bravo: Tier 3", Automatic: true},
			{Country: "DDD", Class: chart.Tier2WL, Title: "Delta: Tier 2 Watch List", Derived: true},
		}}),
		"flows": flows,
		"timeline": chart.Timeline{Heading: chart.Heading{ID: "t", Title: "Tiers of Alfa"}, From: 2009, To: 2014, Current: 2013, Due: 2015, Last: 2016, Years: []chart.TierYear{
			{Year: 2009, Class: chart.Tier2, Title: "2009: Tier 2", Derived: true}, {Year: 2010, Class: chart.Tier2WL, Title: "2010", Count: 1, Href: "/countries/AAA/2010"},
			{Year: 2011, Class: chart.Tier2WL, Title: "2011", Count: 2, Waiver: true}, {Year: 2013, Class: chart.Tier3, Title: "2013", Automatic: true}, {Year: 2014, Class: chart.SpecialCase, Title: "2014"},
		}}.Draw(),
		"quantities": chart.Quantities{Heading: chart.Heading{ID: "q", Title: "Counts of Alfa"}, From: 2009, To: 2014, Series: []chart.Series{{Name: "Convictions", Amounts: []chart.Amount{
			{Year: 2009, Quantity: plumbline.Quantity{Count: n(1200)}, Title: "2009: 1,200"}, {Year: 2010, Quantity: plumbline.Quantity{Count: n(0)}, Title: "2010: 0"},
			{Year: 2011, Reporting: plumbline.NoneReported, Title: "2011: none reported"}, {Year: 2012, Reporting: plumbline.NotReported, Title: "2012: not reported"},
			{Year: 2014, Quantity: plumbline.Quantity{Min: n(3), Max: n(5)}, Title: "2014: 3 to 5"},
		}}}}.Draw(),
	} {
		file := filepath.Join("testdata", name+".svg")
		got := strings.ReplaceAll(string(svg), "><", ">\n<") + "\n"
		inside(t, svg, 0.003)
		if *update {
			write(t, file, got)
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: differs from %s; look at the difference, then go test ./internal/chart -update", name, file)
		}
	}
}
