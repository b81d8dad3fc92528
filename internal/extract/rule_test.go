package extract

import (
	"fmt"
	"slices"
	"testing"

	"plumbline/internal/grammar"
)

// TestNoMatchIsPassedOver tries every rule on the sentences of the rules'
// examples where its trigger stands, and holds what it finds against what is
// found by way of the index.
func TestNoMatchIsPassedOver(t *testing.T) {
	x := load(t)
	step := 2
	if testing.Short() {
		step = 40
	}
	name := func(m *grammar.Match) string {
		return fmt.Sprintf("%d-%d at %d in unit %d: %s %s", m.First, m.Last, m.Trigger, m.Unit, m.Rule.Name, m.Pattern.Text)
	}
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	number, matches := 0, 0
	for _, rule := range x.grammar.Rules {
		for _, e := range rule.Examples {
			if number++; number%step != 0 {
				continue
			}
			d, n := narrative(string(x.sectionFor(rule)), e.Text)
			r.begin(d, n)
			for st, places := range r.sentences(&n.Sections[0]) {
				r.analyse(st, places)
				var got, want []string
				for _, m := range x.grammar.Match(nil, &r.a, ^uint32(0)) {
					got = append(got, name(&m))
				}
				for _, other := range x.grammar.Rules {
					ms, _ := x.grammar.Trace(&r.a, other)
					for i := range ms {
						want = append(want, name(&ms[i]))
					}
				}
				matches += len(got)
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Errorf("%s\ngot  %q\nwant %q", e.Text, got, want)
				}
			}
		}
	}
	if number < 500 || matches < number/step {
		t.Errorf("%d examples, %d matches", number, matches)
	}
}

// Each rule finds something in its example as the text stands in a narrative,
// whatever stands before and behind it.
func TestExamplesAreFoundAmongOthers(t *testing.T) {
	x := load(t)
	const before, behind = "The court sat in May. ", " The weather was fine."
	lost := 0
	for _, rule := range x.grammar.Rules {
		for _, e := range rule.Examples {
			if e.Counter {
				continue
			}
			section := x.sectionFor(rule)
			alone := told(x.ReadText(e.Text, section), e.Text, same)
			whole := before + e.Text + behind
			among := told(x.ReadText(whole, section), whole, same)
			for _, c := range alone {
				if !slices.Contains(among, c) {
					t.Errorf("%s\nis lost among others: %s", e.Text, c)
					lost++
				}
			}
			if lost > 5 {
				t.FailNow()
			}
		}
	}
}
