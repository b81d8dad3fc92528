package assess

import (
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
)

// load reads points for a book with two elements.
func load(text string) (*Points, error) {
	return LoadPoints(fstest.MapFS{pointsFile: {Data: []byte(text)}}, func(e plumbline.ElementName) bool { return e == "cares" || e == "forbids" })
}

const points = `# comment
about    three narratives
cut      3 2WL -1.250
cut      2WL 2 0.000
cut      2 1 1.500
element  cares yes 0.400 partly 0.100 no -0.300 more 0.070 less 0.020
element  forbids yes 0.000 partly -0.100 no -0.200 more 0.000 less 0.000
`

func TestPointsAreReadAsTheyAreWritten(t *testing.T) {
	p, err := load(points)
	if err != nil {
		t.Fatal(err)
	}
	if p.About != "three narratives" || p.Cuts != [3]float64{-1.25, 0, 1.5} || p.Elements["cares"] != (Weights{0.4, 0.1, -0.3, 0.07, 0.02}) {
		t.Errorf("%+v", p)
	}
	again, err := load(string(p.Append(nil)))
	if err != nil || again.Cuts != p.Cuts || again.Elements["forbids"] != p.Elements["forbids"] || again.About != p.About {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestFaultsOfPointsAreAllListed(t *testing.T) {
	_, err := load(`about    made up
weight   cares 1
cut      3 2WL -1
cut      3 2 0
element  cares yes 0.4 partly 0.1 no -0.3 more 0.07
element  feeds yes 0.4 partly 0.1 no -0.3 more 0.07 less 0.02
element  cares yes much partly 0.1 no -0.3 more 0.07 less 0.02
element  cares yes 0.1 partly 0.4 no 0.3 more 0.07 less 0.02
element  forbids no 0.4 partly 0.1 yes -0.3 more 0.07 less 0.02
`)
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{
		"data/standards/fitted.points:2:1: unknown key \"weight\"",
		"    2 | weight   cares 1\n      | ^^^^^^",
		"fitted.points:4:1: a cut that does not stand between two neighbouring tiers",
		"fitted.points:5:1: 10 words where an element has 12",
		"fitted.points:6:10: unknown element \"feeds\"",
		"fitted.points:7:20: \"much\" is no number",
		"fitted.points:8:10: element \"cares\" a second time",
		"fitted.points:8:10: points by which good evidence could lower a tier",
		"fitted.points:9:18: \"no\" where \"yes\" stands",
		"2 lines of cuts",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
	if _, err := load(strings.Replace(points, "cut      2 1 1.500", "cut      2 1 -5", 1)); err == nil || !strings.Contains(err.Error(), "the cuts do not rise") {
		t.Errorf("%v", err)
	}
	for _, number := range []string{"NaN", "Inf"} {
		if _, err := load(strings.Replace(points, "yes 0.400", "yes "+number, 1)); err == nil {
			t.Errorf("%s is taken for a number of points", number)
		}
	}
}
