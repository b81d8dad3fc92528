package chart_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline/data"
	"plumbline/internal/chart"
)

func TestFaultsInTheAtlas(t *testing.T) {
	const place, shape = "MLT\t-\tshape\t10 10\tnone\t8 8 12 12\t4\n", "shape\tMLT\t-\tM8 8l4 0 0 4z\n"
	for _, c := range []struct{ name, places, world, want string }{
		{"a row too short", "MLT\t-\n", shape, "atlas/places.tsv:1:1: a row has 7 columns"},
		{"years that are none", strings.Replace(place, "-", "2003", 1), shape, "atlas/places.tsv:1:5: not a span of years: -, 2003-2006, 2012-"},
		{"a label that is no point", strings.Replace(place, "10 10", "10", 1), shape, "atlas/places.tsv:1:13: not 2 numbers"},
		{"a path of other commands", place, strings.Replace(shape, "l4", "c4", 1), "atlas/world.tsv:1:13: not a path of relative moves"},
		{"a path of odd numbers", place, strings.Replace(shape, "M8 8", "M8 8 8", 1), "atlas/world.tsv:1:13: not a path of relative moves"},
		{"a point cut in half", place, strings.Replace(shape, "0 4z", "0z", 1), "atlas/world.tsv:1:13: not a path of relative moves"},
		{"a line from nowhere", place, strings.Replace(shape, "M8 8", "", 1), "atlas/world.tsv:1:13: not a path of relative moves"},
	} {
		_, err := chart.Load(fstest.MapFS{"atlas/places.tsv": {Data: []byte(c.places)}, "atlas/world.tsv": {Data: []byte(c.world)}, "atlas/detail.tsv": {Data: []byte(shape)}})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := chart.Load(fstest.MapFS{}); err == nil {
		t.Error("an atlas that is not there is loaded")
	}
}

func FuzzLoad(f *testing.F) {
	for _, name := range []string{"atlas/places.tsv", "atlas/world.tsv"} {
		b, err := fs.ReadFile(data.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b[:2000])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		file := &fstest.MapFile{Data: b}
		a, err := chart.Load(fstest.MapFS{"atlas/places.tsv": file, "atlas/world.tsv": file, "atlas/detail.tsv": file})
		if err == nil {
			a.World(chart.World{Places: []chart.Place{{Country: "MLT"}}})
		}
	})
}
