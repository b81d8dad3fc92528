package eval

import (
	"encoding/json"
	"strconv"
)

// measure is one of the figures of a Report.
type measure int

const (
	facts measure = iota
	tier
	internal
	rolesOf
	formsOf
	flows
	hedged
	movement
	claims
	claimsValence
	valence
	reporting
	counts
	previous
	certainty
	source
	estimates
	trends
	recommendations
	topics
	measures
)

// figureNames has the figures in the order in which they are shown. A share is
// right ones of those compared; the others are F1.
var figureNames = [measures]struct {
	name  string
	share bool
}{
	facts: {"facts", true}, tier: {"tier", true}, internal: {"internal", true},
	rolesOf: {"roles", false}, formsOf: {"forms", false}, flows: {"flows", false},
	hedged: {"hedged", true}, movement: {"movement", true},
	claims: {"claims", false}, claimsValence: {"claims+valence", false}, valence: {"valence", true},
	reporting: {"reporting", true}, counts: {"counts", false}, previous: {"previous", true},
	certainty: {"certainty", false}, source: {"source", false}, estimates: {"estimates", false},
	trends: {"trends", false}, recommendations: {"recommendations", false}, topics: {"topics", false},
}

func (m measure) String() string { return figureNames[m].name }

// count is what a figure is made of. Of a share, Hit is what is right and Gold
// what was compared.
type count struct{ Hit, Gold, Pred int }

func (c *count) add(o count) {
	c.Hit += o.Hit
	c.Gold += o.Gold
	c.Pred += o.Pred
}

// value returns the figure, and false where there is nothing to measure.
func (c count) value(share bool) (float64, bool) {
	if share {
		return ratio(c.Hit, c.Gold)
	}
	return ratio(2*c.Hit, c.Gold+c.Pred)
}

func ratio(part, whole int) (float64, bool) {
	if whole == 0 {
		return 0, false
	}
	return float64(part) / float64(whole), true
}

// Figure is one number of a Report.
type Figure struct {
	Name  string
	Value float64
	Share bool // right ones of those compared; else F1

	Hit  int // right, or found
	Gold int // compared, or in gold
	Pred int // read; 0 for a share

	// Low and High hold 95 of 100 resamplings of the entries between them;
	// both are 0 where there is only one entry.
	Low, High float64
}

// MarshalJSON writes value and counts as tools that read the figures expect
// them: ok and n for a share, else tp, gold and pred. An F1 over nothing in
// gold counts as a share of nothing.
func (f Figure) MarshalJSON() ([]byte, error) {
	b := append([]byte(`{"value":`), rounded(f.Value, 4)...)
	put := func(key string, n int) {
		b = append(b, `,"`+key+`":`...)
		b = strconv.AppendInt(b, int64(n), 10)
	}
	switch {
	case f.Share:
		put("ok", f.Hit)
		put("n", f.Gold)
	case f.Gold == 0:
		put("ok", 0)
		put("n", 0)
	default:
		put("tp", f.Hit)
		put("gold", f.Gold)
		put("pred", f.Pred)
	}
	if f.Low != 0 || f.High != 0 {
		b = append(b, `,"ci95":[`+rounded(f.Low, 3)+`,`+rounded(f.High, 3)+`]`...)
	}
	return append(b, '}'), nil
}

// Figures are the figures of a Report in the order in which they are shown.
// What there was nothing to measure by is left out.
type Figures []Figure

// Find returns the figure of the given name, or nil.
func (fs Figures) Find(name string) *Figure {
	for i := range fs {
		if fs[i].Name == name {
			return &fs[i]
		}
	}
	return nil
}

// MarshalJSON writes an object in the order of fs.
func (fs Figures) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, f := range fs {
		if i > 0 {
			b = append(b, ',')
		}
		row, err := json.Marshal(f)
		if err != nil {
			return nil, err
		}
		b = append(strconv.AppendQuote(b, f.Name), ':')
		b = append(b, row...)
	}
	return append(b, '}'), nil
}

// rounded prints x with at most the given number of decimals.
func rounded(x float64, decimals int) string {
	near, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', decimals, 64), 64)
	return strconv.FormatFloat(near, 'f', -1, 64)
}
