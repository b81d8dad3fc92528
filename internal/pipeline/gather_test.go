package pipeline

import (
	"fmt"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// TestClaimsStandInTheOrderOfTheText hands the claims of narratives over in
// several orders, one of them without any.
func TestClaimsStandInTheOrderOfTheText(t *testing.T) {
	const each = 5
	ns := make([]plumbline.Narrative, 40)
	want := ""
	for i := range ns {
		ns[i].Span = text.Span{Start: 100 * i, End: 100 * (i + 1)}
		for k := range each {
			if i != 3 {
				want += fmt.Sprint(i, k, " ")
			}
		}
	}
	for name, nth := range map[string]func(int) int{
		"as they stand": func(i int) int { return i },
		"backwards":     func(i int) int { return len(ns) - 1 - i },
		"in leaps":      func(i int) int { return i * 7 % len(ns) },
	} {
		t.Run(name, func(t *testing.T) {
			var used spare[plumbline.Claim]
			g := gather(ns, &used)
			for i := range ns {
				claims := used.get()[:0]
				for k := range each {
					if n := nth(i); n != 3 {
						claims = append(claims, plumbline.Claim{FoundBy: plumbline.RuleName(fmt.Sprint(n, k, " "))})
					}
				}
				g.add(nth(i), claims)
			}
			got := ""
			for _, c := range g.all {
				got += string(c.FoundBy)
			}
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}
