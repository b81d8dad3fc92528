package plumbline_test

import (
	"reflect"
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func TestBoxesOf(t *testing.T) {
	src := "one  two\n\nthree fourteen five\n"
	line := func(page int, left, right, bottom float64) plumbline.Box {
		return plumbline.Box{Page: page, Left: left, Bottom: bottom, Right: right, Top: bottom + 10}
	}
	d := plumbline.Document{Text: src, Boxes: plumbline.PackBoxes(src, slices.Values([][]plumbline.Box{
		{line(1, 50, 70, 700)}, {line(1, 75, 90, 700)}, {line(1, 50, 80, 680)},
		{line(1, 85, 110, 680), line(2, 50, 70, 700.5)}, {line(2, 75, 95, 700.5)},
	}))}
	cases := []struct {
		name       string
		start, end int
		want       []plumbline.Box
	}{
		{"a word", 5, 8, []plumbline.Box{line(1, 75, 90, 700)}},
		{"a part of a word", 6, 7, []plumbline.Box{line(1, 75, 90, 700)}},
		{"words of one line are one box", 0, 8, []plumbline.Box{line(1, 50, 90, 700)}},
		{"words of two lines", 5, 12, []plumbline.Box{line(1, 75, 90, 700), line(1, 50, 80, 680)}},
		{"a word that is broken over two pages", 16, 24, []plumbline.Box{line(1, 85, 110, 680), line(2, 50, 70, 700.5)}},
		{"the word after it", 25, 29, []plumbline.Box{line(2, 75, 95, 700.5)}},
		{"white space", 3, 5, nil},
		{"nothing", 0, 0, nil},
		{"past the end", 100, 200, nil},
	}
	for _, c := range cases {
		if got := d.BoxesOf(text.Span{Start: c.start, End: c.end}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
	for n := range d.Boxes { // damaged ones do no harm
		bad := d
		bad.Boxes = append(plumbline.Boxes(nil), d.Boxes[:n]...)
		bad.BoxesOf(text.Span{End: len(src)})
		bad.Boxes = append(append(plumbline.Boxes(nil), d.Boxes...), 0xFF)
		bad.Boxes[n] ^= 0xFF
		bad.BoxesOf(text.Span{End: len(src)})
	}
	if got := (&plumbline.Document{Text: src}).BoxesOf(text.Span{End: 5}); got != nil {
		t.Errorf("without boxes: got %v", got)
	}
}
