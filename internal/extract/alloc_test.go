package extract

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// TestNothingFoundTakesNoMemory reads sentences that claim nothing: what they
// allocate must not grow with their number.
func TestNothingFoundTakesNoMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector empties the pool that this counts on")
	}
	x := load(t)
	allocs := func(sentences int) float64 {
		d := plumbline.Document{Text: strings.Repeat("The old harbor was painted green and white in a cold spring, and 12 boats lay there. ", sentences)}
		span := text.Span{End: len(d.Text)}
		n := plumbline.Narrative{Country: "FRA", Year: 2018, Span: span, Sections: []plumbline.Section{{Name: plumbline.Protection, Span: span}}}
		if got := x.Extract(nil, &d, &n); len(got) > 0 {
			t.Fatalf("found %v", got[0].FoundBy)
		}
		return testing.AllocsPerRun(20, func() { x.Extract(nil, &d, &n) })
	}
	if one, many := allocs(1), allocs(100); many > one+2 {
		t.Errorf("%v allocations for one sentence, %v for a hundred", one, many)
	}
}
