package encode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func fullNarrative() plumbline.Narrative {
	return plumbline.Narrative{
		ID: "n1", Document: "d1", File: "a.txt", Country: "MDA", Year: 2018, Layout: "tip-2018", Span: text.Span{Start: 5, End: 900},
		Placement: plumbline.Placement{
			Tier: plumbline.Tier2WL, HeadingTier: plumbline.Tier2WL, OutcomeTier: plumbline.Tier2, FullyMeets: plumbline.No,
			SignificantEfforts: plumbline.Yes, Move: plumbline.Remained, Consecutive: 2, Waiver: true, Basis: plumbline.Assessed,
		},
		Sections: []plumbline.Section{
			{Name: plumbline.AssessmentPart, Span: text.Span{Start: 20, End: 300}},
			{Name: plumbline.Profile, Span: text.Span{Start: 310, End: 900}},
		},
	}
}

func TestNarrativeBytes(t *testing.T) {
	for _, test := range []struct {
		name      string
		narrative plumbline.Narrative
		want      string
	}{
		{"nothing is said", plumbline.Narrative{}, `{"kind":"narrative","id":null,"document":null,"file":null,"country":null,"year":null,"layout":null,"start":0,"end":0,` +
			`"placement":{"tier":null,"heading_tier":null,"outcome_tier":null,"fully_meets":null,"significant_efforts":null,"move":null,"consecutive":null,"waiver":false,"basis":null},"sections":[]}`},
		{"everything is said", fullNarrative(), `{"kind":"narrative","id":"n1","document":"d1","file":"a.txt","country":"MDA","year":2018,"layout":"tip-2018","start":5,"end":900,` +
			`"placement":{"tier":"2WL","heading_tier":"2WL","outcome_tier":"2","fully_meets":false,"significant_efforts":true,"move":"remained","consecutive":2,"waiver":true,"basis":"assessed"},` +
			`"sections":[{"name":"assessment","start":20,"end":300},{"name":"profile","start":310,"end":900}]}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(AppendNarrative(nil, &test.narrative)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestWriters(t *testing.T) {
	n := fullNarrative()
	claims := make([]plumbline.Claim, 200) // more than one write
	for i := range claims {
		claims[i] = fullClaim()
	}
	var out bytes.Buffer
	if err := WriteClaims(&out, claims); err != nil {
		t.Fatal(err)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(out.Bytes(), &list); err != nil || len(list) != len(claims) || string(list[199]) != wholeClaim {
		t.Errorf("%d claims in the array, %v", len(list), err)
	}
	out.Reset()
	if err := WriteClaimsCSV(&out, claims); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != len(claims)+1 || rows[0][0] != "kind" || rows[1][0] != "claim" {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	out.Reset()
	if err := WriteLines(&out, []plumbline.Narrative{n, {ID: "n2"}}, claims[:2]); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[1], `{"kind":"claim"`) || !strings.HasPrefix(lines[3], `{"kind":"narrative","id":"n2"`) {
		t.Errorf("lines: %q", lines)
	}
}

func TestNoClaimsIsAnEmptyArray(t *testing.T) {
	var out bytes.Buffer
	if err := WriteClaims(&out, nil); err != nil || out.String() != "[]\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

type broken struct{}

var errFull = errors.New("disk full")

func (broken) Write([]byte) (int, error) { return 0, errFull }

func TestWritersReturnTheFault(t *testing.T) {
	claims := []plumbline.Claim{fullClaim()}
	if err := WriteClaims(broken{}, claims); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if err := WriteClaimsCSV(broken{}, claims); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if err := WriteLines(broken{}, nil, claims); !errors.Is(err, errFull) {
		t.Error(err)
	}
}
