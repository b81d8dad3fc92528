package encode_test

import (
	"encoding/json"
	"testing"

	"plumbline"
	"plumbline/internal/encode"
)

func TestMemoAndRemarkAreJSON(t *testing.T) {
	quote := plumbline.Citation{Quote: "a \"quote\"\nof two lines"}
	memo := encode.AppendMemo(nil, &plumbline.Memo{
		Country: "MLT", Year: 2018, For: []plumbline.Action{{Claim: "c", Criteria: []plumbline.CriterionID{"108(b)(1)"}, Citation: quote}},
		Turns: []plumbline.Turn{{Element: "cares", Now: []plumbline.ClaimID{"c"}}}, Criteria: []plumbline.Change{{Criterion: "108(b)(1)"}}, Notes: []string{"a"},
	})
	remarks := []plumbline.Remark{{Kind: plumbline.SumDiffers, Places: []plumbline.Place{{Citation: quote}, {Citation: quote}}}}
	n := &plumbline.Narrative{ID: "n", Year: 2018}
	for name, b := range map[string][]byte{
		"memo": memo, "empty memo": encode.AppendMemo(nil, new(plumbline.Memo)),
		"checked":                    encode.AppendChecked(nil, n, plumbline.Period{Start: "2017-04-01"}, n, plumbline.Repeated{Same: 1}, remarks),
		"checked, nothing to remark": encode.AppendChecked(nil, n, plumbline.Period{}, nil, plumbline.Repeated{}, nil),
	} {
		if !json.Valid(b) {
			t.Errorf("%s: no JSON: %s", name, b)
		}
	}
}
