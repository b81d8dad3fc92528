package lint_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"plumbline/internal/lint"
)

// TestEdition holds the remarks on the report of 2018 to those that were read
// by eye and found right. One that is new wants a look before it is added.
func TestEdition(t *testing.T) {
	src, err := os.ReadFile("../../../shared/corpus/tip-2018.txt")
	if err != nil {
		t.Skip("needs ../shared/corpus/tip-2018.txt")
	}
	want := strings.Fields(`AFG:period BOL:period COD:formula CRI:period ESP:period ESP:period FRA:period IND:period KGZ:sum
		KWT:period LTU:period MKD:sum MLT:period MMR:period PAK:period PAK:period PAK:sum QAT:period SAU:trend SVK:period TKM:period TTO:trend`)
	var got []string
	l := lint.New()
	for _, x := range texts(read(t, "tip-2018.txt", string(src), 0)) {
		remarks, _ := l.Check(x, period, nil)
		for _, m := range remarks {
			got = append(got, string(x.Narrative.Country)+":"+string(m.Kind))
			for _, p := range m.Places {
				if p.Citation.Span.In(x.Document.Text) != p.Citation.Quote {
					t.Errorf("%s %s: the quote is not the text", x.Narrative.Country, m.Message)
				}
			}
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, " "), strings.Join(want, " "))
	}
}
