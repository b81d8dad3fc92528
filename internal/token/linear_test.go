package token

import (
	"strings"
	"testing"
	"time"

	"plumbline/internal/text"
)

// TestLongRepetitionsAreLinear reads 300 KB of one thing again and again: what
// looks ahead without a bound takes minutes over it.
func TestLongRepetitionsAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes the time")
	}
	v := &Vocab{}
	n := NewNumbers(v)
	sc := &Scanner{Vocab: v}
	for _, unit := range []string{
		"a.", "A.b.", "ft", "a-", "ﬁa", "aﬁ", ".)", "U.S. ", "1,", ", 5", "5 to ", "and 5 ", "five ", "1-", "May, ", "tens of ", "as many as ", "Articles 5, ", "• ",
	} {
		source := strings.Repeat(unit, 300_000/len(unit)) + "ab"
		var x Text
		began := time.Now()
		sc.Scan(&x, source, text.Span{End: len(source)}, nil)
		n.Find(nil, &x, 0, len(x.Tokens))
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%d KB of %q took %v", len(source)>>10, unit, took)
		}
	}
}
