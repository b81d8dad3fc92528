package view

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plumbline/internal/text"
)

func TestCut(t *testing.T) {
	whole := text.Span{Start: 10, End: 20}
	cases := []struct {
		name  string
		marks []text.Span
		want  string
	}{
		{"no marks", nil, "10-20"},
		{"marks side by side", []text.Span{{Start: 10, End: 12}, {Start: 14, End: 20}}, "10-12[0] 12-14 14-20[1]"},
		{"one inside another", []text.Span{{Start: 11, End: 19}, {Start: 13, End: 15}}, "10-11 11-13[0] 13-15[0 1] 15-19[0] 19-20"},
		{"marks that overlap", []text.Span{{Start: 11, End: 15}, {Start: 13, End: 17}}, "10-11 11-13[0] 13-15[0 1] 15-17[1] 17-20"},
		{"a mark that reaches outside", []text.Span{{Start: 0, End: 12}, {Start: 18, End: 40}}, "10-12[0] 12-18 18-20[1]"},
		{"marks elsewhere, and an empty one", []text.Span{{Start: 0, End: 5}, {Start: 30, End: 40}, {Start: 12, End: 12}}, "10-12 12-20"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			ends := make([]int, len(c.marks))
			for _, x := range Cut(whole, c.marks) {
				s := fmt.Sprintf("%d-%d", x.Span.Start, x.Span.End)
				if len(x.On) > 0 {
					s += fmt.Sprint(x.On)
				}
				for _, k := range x.Ends {
					ends[k]++
				}
				got = append(got, s)
			}
			if strings.Join(got, " ") != c.want || slices.Max(append(ends, 0)) > 1 {
				t.Errorf("got %q, want %q; ends %v", got, c.want, ends)
			}
		})
	}
}
