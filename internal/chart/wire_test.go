package chart_test

import (
	"bytes"
	"compress/gzip"
	"html/template"
	"testing"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/chart"
)

// zipped is how many bytes svg is over the wire.
func zipped(svg template.HTML) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(svg))
	_ = z.Close()
	return b.Len()
}

func BenchmarkWorld(b *testing.B) {
	w := load(b)
	m := chart.World{Year: 2018, Places: w.placements(2018)}
	for b.Loop() {
		w.atlas.World(m)
	}
}

func BenchmarkRegion(b *testing.B) {
	w := load(b)
	m := chart.World{Year: 2018, Places: w.placements(2018), Around: []plumbline.CountryCode{"ARM"}}
	for b.Loop() {
		w.atlas.World(m)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := chart.Load(data.FS); err != nil {
			b.Fatal(err)
		}
	}
}
