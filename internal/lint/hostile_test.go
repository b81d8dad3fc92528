package lint_test

import (
	"context"
	"testing"

	"plumbline"
	"plumbline/internal/lint"
	"plumbline/internal/pipeline"
)

// TestCutPages checks a page that ends anywhere: every quote is the text.
func TestCutPages(t *testing.T) {
	whole := page{
		summary:     standing + " The government demonstrated efforts by identifying 12 victims, convicting (three) traffickers; Tier 2 Watch Tier 4. Therefore Malta remained on Tier 2.",
		prosecution: "The government increased law enforcement efforts. In May 2018, the government convicted five traffickers (eight in 2016), an increase from eight traffickers.",
		protection:  "Authorities identified 30 victims (12 women, 11 men, and nine girls). Of these, 19 were women and 33 were men. Of the 20 victims, 25 were children: 18 victims, including 20 victims",
	}.text()
	r, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	l := lint.New()
	var last *lint.Text
	for end := len(whole); end > 20; end -= 7 {
		reading, err := r.Read(context.Background(), pipeline.Input{File: "page.txt", Data: []byte(whole[:end]), Context: plumbline.Context{Year: 2018}})
		if err != nil {
			continue
		}
		for _, x := range texts(reading) {
			remarks, _ := l.Check(x, period, last)
			for _, m := range remarks {
				for _, p := range m.Places {
					if p.Narrative == x.Narrative.ID && p.Citation.Span.In(x.Document.Text) != p.Citation.Quote {
						t.Fatalf("%d bytes: %q is not the text", end, p.Citation.Quote)
					}
				}
			}
			if x.Narrative.Year == 2018 {
				before := x
				n := *x.Narrative
				n.Year = 2017
				before.Narrative = &n
				last = &before
			}
		}
	}
}
