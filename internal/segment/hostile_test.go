package segment

import (
	"strings"
	"testing"
	"time"

	"plumbline"
)

// Text made to be slow to read takes a time that grows with its length only.
func TestHostileText(t *testing.T) {
	const size = 1 << 18
	for _, unit := range []string{
		"A1", "1AAAA", "ALBANIA 12 ", "12ALBANIA", "ƒ A", "ƒ ", "PROSECUTION", ".PROSECUTIONThe ", "RECOMMENDATIONS FOR A",
		"Tier 3 ", "TIER 2\n", "ALBANIA: TIER 2\n", "ALBANIA:\nTIER 2\n\nProse of some length that goes on and on until it is long enough to be some.\n",
		"for the second consecutive year ", "is not making significant efforts ", "remained on the Tier 2, ", "Protection\n", "\n", "BOX: A\n\n", "a line of prose that breaks off in the middle\n\nA TITLE\n\n",
		"A (TIER ", "ALBANIA: TIER 2The ", "YEAR PROSECUTIONS CONVICTIONS VICTIMS\n", "2012 1 2 3\n", "tags\n", "state.gov/reports/2024-", "HAITI: TIER\n", "AAAA\n", "TIER \u00ad", "12\n", "\xff", "é",
	} {
		src := strings.Repeat(unit, size/len(unit))
		d := plumbline.Document{ID: "d", File: "f", Text: src, Context: plumbline.Context{Country: "ALB", Single: true}}
		began := time.Now()
		ns, doubts, err := segmenter(t).Segment(&d)
		took := time.Since(began)
		if err == nil {
			checkSpans(t, src, ns, doubts)
		}
		t.Logf("%q: %v", unit, took)
		if took > 20*time.Second {
			t.Errorf("%q: %v", unit, took)
		}
	}
}

// A heading that ends the text, with no line break behind it, has no narrative.
func TestTextThatEndsWithAHeading(t *testing.T) {
	for _, src := range []string{"ALBANIA (Tier 2)", "ALBANIA: TIER 2", "TIER 2 WATCH", "ALBANIA (Tier 2", "ALBANIA: TIER 2 WATCH LIST"} {
		d := plumbline.Document{ID: "d", File: "f", Text: src}
		if ns, _, err := segmenter(t).Segment(&d); err == nil && len(ns) > 0 && !ns[0].Span.Empty() && ns[0].Span.End > len(src) {
			t.Errorf("%q: %+v", src, ns[0].Span)
		}
	}
}
