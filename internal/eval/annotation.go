package eval

import (
	"bytes"
	"encoding/json"
	"fmt"

	"plumbline"
)

// annotation is an entry as its gold file writes it.
type annotation struct {
	ID      string `json:"id"`
	Slice   []int  `json:"slice"`
	Country string `json:"country"`
	Edition int    `json:"edition"`

	Tier               json.RawMessage `json:"tier"`
	FullyMeets         json.RawMessage `json:"fully_meets"`
	SignificantEfforts json.RawMessage `json:"significant_efforts"`
	Move               json.RawMessage `json:"move"`
	Consecutive        json.RawMessage `json:"consecutive"`
	Waiver             json.RawMessage `json:"waiver"`
	Internal           json.RawMessage `json:"internal"`

	Roles           []string          `json:"roles"`
	RolesOptional   []string          `json:"roles_optional"`
	Forms           *[]string         `json:"forms"`
	FormsOptional   []string          `json:"forms_optional"`
	Flows           []annotatedFlow   `json:"flows"`
	FlowsOptional   []annotatedFlow   `json:"flows_optional"`
	Claims          []annotatedClaim  `json:"claims"`
	ClaimsOptional  []annotatedClaim  `json:"claims_optional"`
	Trends          *[]annotatedTrend `json:"trends"`
	TrendsOptional  []annotatedTrend  `json:"trends_optional"`
	Recommendations *[]annotatedClaim `json:"recommendations"`
}

type annotatedTrend struct {
	P         string              `json:"p"`
	Direction plumbline.Direction `json:"direction"`
}

type annotatedClaim struct {
	Type      plumbline.ClaimType  `json:"type"`
	Polarity  plumbline.Valence    `json:"polarity"` // entries of .jsonl files
	Valence   plumbline.Valence    `json:"valence"`  // the single narrative
	Certainty plumbline.Certainty  `json:"certainty"`
	Source    plumbline.SourceKind `json:"source"`
	Reporting plumbline.Reporting  `json:"reporting"`
	Movement  plumbline.Movement   `json:"movement"`
	Field     string               `json:"field"`
	Start     int                  `json:"start"`
	End       int                  `json:"end"`
	Count     *int64               `json:"count"`
	CountMin  *int64               `json:"count_min"`
	CountMax  *int64               `json:"count_max"`
	Previous  *int64               `json:"previous"`
	Flows     []annotatedFlow      `json:"flows"`
	Topics    []string             `json:"topics"`
}

// annotatedFlow is written "PRK>CHN" in the single narrative, as an object elsewhere.
type annotatedFlow struct {
	pair   pair
	hedged plumbline.Answer
}

func (f *annotatedFlow) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		var s string
		if err := json.Unmarshal(data, &s); err != nil {
			return err
		}
		if len(s) != 7 || s[3] != '>' {
			return fmt.Errorf("flow %q is not written like PRK>CHN", s)
		}
		f.pair = pair{s[:3], s[4:]}
		return nil
	}
	var o struct {
		From, To string
		Hedged   json.RawMessage
	}
	if err := json.Unmarshal(data, &o); err != nil {
		return err
	}
	*f = annotatedFlow{pair: pair{o.From, o.To}, hedged: answer(o.Hedged)}
	return nil
}

// answer reads true, false or null; anything else but these is a yes.
func answer(raw json.RawMessage) plumbline.Answer {
	switch string(raw) {
	case "", "null":
		return plumbline.NotSaid
	case "false":
		return plumbline.No
	}
	return plumbline.Yes
}

// factText returns a fact as text, and false where gold does not state it: it
// is null, or an object that holds what two annotators could not agree on.
func factText(raw json.RawMessage) (string, bool) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] == '{' || string(raw) == "null" {
		return "", false
	}
	var s string
	if raw[0] == '"' && json.Unmarshal(raw, &s) == nil {
		return s, true
	}
	return string(raw), true
}

func figure(n *int64) plumbline.Figure {
	if n == nil {
		return plumbline.Figure{}
	}
	return plumbline.Known(*n)
}
