package chart_test

import (
	"flag"
	"os"
	"sync"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/chart"
	"plumbline/internal/history"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

var (
	draw   = flag.String("draw", "", "write every chart to pages in this `folder`, to be looked at")
	update = flag.Bool("update", false, "write the goldens anew")
)

// world is what the bundled data says, loaded once.
type world struct {
	atlas     *chart.Atlas
	countries plumbline.Countries
	history   *history.History
}

var bundled = sync.OnceValues(func() (*world, error) {
	w := &world{}
	names, err := mention.Load(data.FS, &token.Vocab{})
	if err != nil {
		return nil, err
	}
	w.countries = names.Countries
	if w.atlas, err = chart.Load(data.FS); err != nil {
		return nil, err
	}
	w.history, err = history.Load(data.FS, w.countries)
	return w, err
})

func load(t testing.TB) *world {
	t.Helper()
	w, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// placements are the places of a year as the history has them.
func (w *world) placements(year int) []chart.Place {
	var places []chart.Place
	for i := range w.countries {
		c := &w.countries[i]
		p, ok := w.history.At(c.Code, year)
		if !ok && len(w.history.Placements(c.Code)) == 0 {
			continue
		}
		class := chart.ClassOf(p.Tier)
		places = append(places, chart.Place{
			Country: c.Code, Class: class, Title: c.Name(year) + ": " + class.Words(),
			Href: "/countries/" + string(c.Code), Derived: p.Verified == plumbline.Derived,
			Automatic: year == 2013 && (c.Code == "CHN" || c.Code == "RUS" || c.Code == "UZB"),
		})
	}
	return places
}

func write(t testing.TB, name, body string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}
