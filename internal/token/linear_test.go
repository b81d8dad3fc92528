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

func TestASentenceWithoutEndIsCut(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"behind a semicolon", strings.Repeat("a, ", 900) + "b; " + strings.Repeat("c, ", 2000), "b;"},
		{"behind a comma", strings.Repeat("a ", 1500) + "b, " + strings.Repeat("c ", 2000), "b,"},
		{"in the middle of words", strings.Repeat("a ", 1999) + "b " + strings.Repeat("c ", 2000), "b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got Text
			sc := Scanner{Vocab: new(Vocab)}
			sc.Scan(&got, c.text, text.Span{End: len(c.text)}, nil)
			at := 0
			for _, st := range got.Sentences {
				if st.First != at || st.Last <= at || st.Last-st.First > 2000 {
					t.Fatalf("sentence %+v behind token %d", st, at)
				}
				at = st.Last
			}
			if at != len(got.Tokens) {
				t.Errorf("sentences end at token %d of %d", at, len(got.Tokens))
			}
			if words := got.Span(0, got.Sentences[0].Last).In(c.text); !strings.HasSuffix(words, c.want) {
				t.Errorf("cut behind %q", words[len(words)-5:])
			}
		})
	}
}
