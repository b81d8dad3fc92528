package plain

import (
	"bytes"
	"strings"
	"testing"

	"plumbline/internal/view"
	"plumbline/internal/wording"

	"plumbline"
)

func TestPlaced(t *testing.T) {
	for _, test := range []struct {
		name string
		in   plumbline.Placement
		want string
	}{
		{"nothing printed", plumbline.Placement{}, "no tier printed"},
		{"upgraded", plumbline.Placement{Tier: plumbline.Tier1, Move: plumbline.Upgraded}, "Tier 1; upgraded"},
		{"a row of years", plumbline.Placement{Tier: plumbline.Tier2WL, Move: plumbline.Remained, Consecutive: 2}, "Tier 2 Watch List; remained there, second year in a row"},
		{"a long row", plumbline.Placement{Tier: plumbline.Tier3, Move: plumbline.Remained, Consecutive: 21}, "Tier 3; remained there, 21st year in a row"},
		{"an automatic downgrade is no finding", plumbline.Placement{Tier: plumbline.Tier3, Move: plumbline.Downgraded, Basis: plumbline.Automatic},
			"Tier 3; downgraded; an automatic downgrade under the two-year rule, not a finding of no efforts"},
		{"a special case", plumbline.Placement{Tier: plumbline.SpecialCase}, "Special Case"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wording.Placed(&test.in); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTiersInConflictAreADoubt(t *testing.T) {
	n := &plumbline.Narrative{Country: "RUR", Placement: plumbline.Placement{
		Tier: plumbline.Tier3, HeadingTier: plumbline.Tier3, OutcomeTier: plumbline.Tier2WL,
	}}
	var out bytes.Buffer
	if err := Profile(&out, ProfileData{Narrative: n, Names: names}, Style{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Doubts                the heading says Tier 3, the outcome sentence Tier 2") {
		t.Error(out.String())
	}
}

func TestMovementsAreNeverMerged(t *testing.T) {
	var claims []plumbline.Claim
	for i, m := range view.Movements {
		claims = append(claims, plumbline.Claim{
			Type: plumbline.Flow, Movement: m, Citation: plumbline.Citation{Quote: string(rune('a' + i))},
			Participants: plumbline.Participants{Origin: []string{"RUR"}, Destination: []string{[]string{"FRE", "GRA", "SYL", "ZUB", "XXX"}[i]}},
		})
		claims[i].Citation.Span.Start = i
	}
	claims = append(claims, plumbline.Claim{
		Type: plumbline.Flow, Movement: plumbline.Trafficked, Reporting: plumbline.NoEvidence,
		Participants: plumbline.Participants{Origin: []string{"RUR"}, Destination: []string{"YYY"}},
	})
	var out bytes.Buffer
	if err := Profile(&out, ProfileData{Narrative: &plumbline.Narrative{Country: "RUR"}, Claims: claims, Names: names}, Style{}); err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, m := range view.Movements {
		_, group, found := strings.Cut(out.String()[at:], wording.MovementName(m)+"\n")
		if !found || strings.Count(strings.Split(group, "\n\n")[0], "→") != 1 {
			t.Errorf("group %q has not its one flow:\n%s", wording.MovementName(m), out.String())
		}
		at += strings.Index(out.String()[at:], wording.MovementName(m))
	}
	if strings.Contains(out.String(), "→ YYY") {
		t.Error("a flow of which there is no evidence is drawn")
	}
}
