package extract

import (
	"slices"
	"testing"

	"plumbline"
)

func TestQuoteHoldsWhatWasFound(t *testing.T) {
	x := load(t)
	for _, test := range []struct {
		name, text string
		claim      plumbline.ClaimType
		quote      string
	}{
		{"a gerund behind the verb", "The government prevents people from leaving the country.", plumbline.ExitRestriction,
			"The government prevents people from leaving the country"},
		{"the question that was left open", "Police did not report whether they referred any victims.", plumbline.Data,
			"Police did not report whether"},
		{"no more than that", "Courts convicted nine traffickers, and the press wrote of it.", plumbline.Conviction,
			"Courts convicted nine traffickers"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var quotes []string
			for _, c := range x.ReadText(test.text, plumbline.Prosecution) {
				if c.Type == test.claim {
					quotes = append(quotes, c.Citation.Quote)
				}
			}
			if !slices.Equal(quotes, []string{test.quote}) {
				t.Errorf("got %q, want %q", quotes, test.quote)
			}
		})
	}
}
