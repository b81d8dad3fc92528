package extract

import (
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

// A rule that found a claim is missed, and one that never holds is not.
func TestARuleIsMissedWhereItFoundSomething(t *testing.T) {
	x := load(t)
	d, n := narrative("prosecution", "Police investigated nine cases.")
	claims := x.Extract(nil, d, n)
	if len(claims) != 1 {
		t.Fatalf("%d claims", len(claims))
	}
	held := map[string]bool{}
	x.Hits(d, n, func(r *grammar.Rule, at text.Span) {
		held[r.Name] = true
		if at.In(d.Text) == "" {
			t.Errorf("%s holds nowhere", r.Name)
		}
	})
	if !held[string(claims[0].FoundBy)] {
		t.Errorf("%s found a claim and does not hold", claims[0].FoundBy)
	}
	for _, r := range x.Rules().Rules {
		missed := !slices.EqualFunc(claims, x.ExtractWithout(r, d, n), func(a, b plumbline.Claim) bool { return a.ID == b.ID && a.FoundBy == b.FoundBy })
		if found := r.Name == string(claims[0].FoundBy); found && !missed || missed && !held[r.Name] {
			t.Errorf("%s: found %v, holds %v, missed %v", r.Name, found, held[r.Name], missed)
		}
	}
	if again := x.Extract(nil, d, n); len(again) != 1 || again[0].ID != claims[0].ID {
		t.Error("to read without a rule changed what is read with it")
	}
}

// A rule can be spared where others find in its examples what it does.
func TestARuleIsSpared(t *testing.T) {
	x := load(t)
	spare := 0
	for _, r := range x.Rules().Rules {
		if !x.Spare(r) {
			continue
		}
		spare++
		for _, e := range r.Examples {
			d, n := passage(e.Text, x.sectionFor(r))
			if !e.Counter && len(x.ExtractWithout(r, d, n)) == 0 {
				t.Errorf("%s: nothing is found in %q without it", r.Name, e.Text)
			}
		}
	}
	if all := len(x.Rules().Rules); spare > all/10 {
		t.Errorf("%d of %d rules have examples that are read the same without them", spare, all)
	}
}
