package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plumbline"
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

// leads are words that begin a sentence by something else than its subject.
var leads = []string{"There", "Although", "Despite", "While", "In", "As", "Unlike", "During", "Since", "If", "Due", "By", "With", "For", "After", "Because", "Of", "Some"}

// What no evidence is of is never certain, whatever rule it is found by.
func TestNoEvidenceOfTheExamples(t *testing.T) {
	x := load(t)
	formulas := []plumbline.ClaimType{plumbline.Recommendation, plumbline.Trend, plumbline.Compliance, plumbline.PlacementClaim, plumbline.Efforts}
	for _, rule := range x.grammar.Rules {
		for _, e := range rule.Examples {
			first, _, _ := strings.Cut(e.Text, " ")
			if e.Counter || slices.Contains(formulas, plumbline.ClaimType(rule.Type)) || x.sectionFor(rule) == plumbline.Recommendations || slices.Contains(leads, first) || strings.ContainsAny(strings.TrimSuffix(e.Text, "."), ";.") {
				continue
			}
			words := "There is no evidence that " + strings.ToLower(e.Text[:1]) + e.Text[1:]
			for _, c := range x.ReadText(words, x.sectionFor(rule)) {
				if c.Certainty == plumbline.Certain {
					t.Errorf("%s\n%s is certain of %q", words, c.FoundBy, c.Citation.Quote)
				}
			}
		}
	}
}
