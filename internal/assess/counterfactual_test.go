package assess

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/standard"
)

// asked gives the trials of an assessment as the search has them.
func asked(a *Assessor, law *standard.Standard, as *plumbline.Assessment, reading string, q question) *trial {
	l := newLadder(law, nil)
	o := l.outcomes(as.Findings)
	if reading == "law" {
		return l.lawful(as.Findings, o, q)
	}
	return a.points.weigh(l, as, o, q)
}

func TestCounterfactualsAreTheSmallestSets(t *testing.T) {
	book, _ := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		a, law, _, _ := world(t, book)
		as := a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: several(t, 12), Standard: law})
		if len(as.Fitted.Reasons) == 0 {
			return // nothing to weigh
		}
		for _, reading := range []string{"law", "fitted"} {
			for _, q := range questions {
				sets := sets(&as, reading, q)
				if now := as.Law.Tier; reading == "law" && now == "" && q.kind == plumbline.IfConductChanged || reading == "fitted" && as.Fitted.Tier == "" {
					if len(sets) > 0 {
						t.Fatalf("the %s reading cannot tell, and other conduct would change it: %v", reading, sets)
					}
					continue
				}
				x := asked(a, law, &as, reading, q)
				if len(x.flips) > 13 {
					continue // too many for brute force
				}
				want := brute(len(x.flips), func(set uint32) bool { return x.enough(x.lead(set)) })
				if x.enough(x.lead(0)) {
					want = nil
				}
				if len(sets) != min(len(want), shown) {
					t.Fatalf("%s, %v: %d sets, brute force finds %d", reading, q, len(sets), len(want))
				}
				for i, c := range sets {
					if len(c.Changes) != bits.OnesCount32(want[i]) || c.Tier.Rank() != x.lead(want[i]) {
						t.Fatalf("%s, %v: %v, brute force has %b", reading, q, c, want)
					}
				}
			}
		}
	})
}

func sets(as *plumbline.Assessment, reading string, q question) []plumbline.Counterfactual {
	good := func(c plumbline.Counterfactual) bool {
		now := as.Law.Tier
		if reading == "fitted" {
			now = as.Fitted.Tier
		}
		for _, x := range c.Changes {
			i := slices.IndexFunc(as.Findings, func(f plumbline.Finding) bool { return f.Criterion == x.Criterion })
			bad := as.Findings[i].Role == plumbline.ProofOfFailure || as.Findings[i].Role == plumbline.WatchListLimb
			return (x.To != plumbline.VerdictNo) != bad && (now != "" || x.To != plumbline.VerdictNo)
		}
		return false
	}
	var out []plumbline.Counterfactual
	for _, c := range as.Counterfactuals {
		if c.Reading == reading && c.Kind == q.kind && good(c) == q.good {
			out = append(out, c)
		}
	}
	return out
}

// TestCounterfactualsComeTrue makes up the evidence that a set asks for, under
// the made-up law, and reads again.
func TestCounterfactualsComeTrue(t *testing.T) {
	book := small(t)
	law, err := book.Find("2010-01-01")
	if err != nil {
		t.Fatal(err)
	}
	a := New(book, even())
	types := map[plumbline.CriterionID][]plumbline.ClaimType{"108(a)(1)": {plumbline.Law}, "108(b)(1)": {plumbline.ProsecutionAct, plumbline.Conviction}, "108(b)(2)": {plumbline.Assistance}, "110(b)(3)(B)": {plumbline.StatePolicy}}
	own := []plumbline.ClaimType{plumbline.Law, plumbline.ProsecutionAct, plumbline.Conviction, plumbline.Assistance}
	rapid.Check(t, func(t *rapid.T) {
		var claims []plumbline.Claim
		for range rapid.IntRange(1, 10).Draw(t, "claims") {
			claims = append(claims, act(rapid.SampledFrom(own).Draw(t, "type"), rapid.SampledFrom([]plumbline.Valence{"+", "-", "~"}).Draw(t, "valence"), ""))
		}
		read := func(claims []plumbline.Claim) plumbline.Assessment {
			return a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2012}, Claims: inText(claims...), Standard: law})
		}
		as := read(claims)
		for _, c := range as.Counterfactuals {
			if c.Reading != "law" || slices.ContainsFunc(c.Changes, func(x plumbline.Change) bool { return x.Criterion == "110(b)(2)" }) {
				continue
			}
			after := slices.Clone(claims)
			for _, x := range c.Changes {
				v := plumbline.Good
				if (x.To == plumbline.VerdictNo) != (x.Criterion == "110(b)(3)(B)") {
					v = plumbline.Bad
				}
				for _, typ := range types[x.Criterion] {
					known := slices.ContainsFunc(after, func(c plumbline.Claim) bool { return c.Type == typ })
					if c.Kind == plumbline.IfMoreWereKnown && known {
						continue
					}
					after = slices.DeleteFunc(after, func(c plumbline.Claim) bool { return c.Type == typ })
					after = append(after, act(typ, v, ""))
				}
			}
			got := read(after)
			l := newLadder(law, nil)
			worst, best := l.bounds(l.outcomes(got.Findings))
			if c.Open != (worst != best) || worst != c.Tier.Rank() && best != c.Tier.Rank() {
				t.Fatalf("%v: indicated is %q, %v", c, got.Law.Tier, got.Law.Reasons)
			}
		}
	})
}

func TestNoPathRoundAPolicyThatStands(t *testing.T) {
	book, _ := bundled(t)
	laws := book.Standards[len(book.Standards)-4:]
	rapid.Check(t, func(t *rapid.T) {
		a := New(book, weights(t, book))
		law := oneOf(t, laws)
		policy := act(rapid.SampledFrom([]plumbline.ClaimType{plumbline.StatePolicy, plumbline.ChildSoldiers}).Draw(t, "policy"), plumbline.Bad, "forced labor in the cotton harvest")
		claims := append(several(t, 12), policy)
		claims[len(claims)-1].ID = "policy"
		as := a.Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: claims, Standard: law})
		standing := map[plumbline.CriterionID]bool{}
		for _, f := range as.Findings {
			if f.Role == plumbline.ProofOfFailure && f.Verdict == plumbline.VerdictYes {
				standing[f.Criterion] = true
			}
		}
		if len(standing) == 0 {
			return
		}
		if as.Law.Tier != plumbline.Tier3 || as.Fitted.Tier.Rank() > 0 {
			t.Fatalf("with %v the readings indicate %s and %s", standing, as.Law.Tier, as.Fitted.Tier)
		}
		for _, c := range as.Counterfactuals {
			if c.Tier.Rank() <= 0 {
				continue
			}
			left := 0
			for _, x := range c.Changes {
				if standing[x.Criterion] && x.To == plumbline.VerdictNo {
					left++
				}
			}
			if left != len(standing) || c.Kind != plumbline.IfConductChanged {
				t.Fatalf("%v is a path round %v", c, standing)
			}
		}
	})
}

func TestCounterfactualsNameFindings(t *testing.T) {
	as := hold(t, nil, act(plumbline.Law, plumbline.Good, "l"), act(plumbline.ProsecutionAct, plumbline.Good, "p"), act(plumbline.Conviction, plumbline.Bad, "c"),
		act(plumbline.Assistance, plumbline.Bad, "a"))
	var got []string
	for _, c := range as.Counterfactuals {
		if c.Reading != "law" {
			continue
		}
		var changes []string
		for _, x := range c.Changes {
			changes = append(changes, fmt.Sprintf("%s %s: %s to %s", x.Criterion, x.Title, x.From, x.To))
		}
		got = append(got, fmt.Sprintf("%s if %s %s", c.Tier.Name(), c.Kind, strings.Join(changes, " and ")))
	}
	want := []string{
		"Tier 2 if conduct 108(b)(1) Pursues those who do it: no to yes",
		"Tier 2 if conduct 108(b)(2) Protects victims: no to yes",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestMoreKnowledgeSettlesWhatIsOpen(t *testing.T) {
	as := hold(t, nil, act(plumbline.Law, plumbline.Good, "l"), act(plumbline.ProsecutionAct, plumbline.Good, "p"), act(plumbline.Conviction, plumbline.Bad, "c"))
	if as.Law.Tier != "" || as.Law.Reasons[0] != "the findings leave open Tier 3 to Tier 2" {
		t.Fatalf("%q, %q", as.Law.Tier, as.Law.Reasons)
	}
	for _, want := range []struct {
		to   plumbline.Verdict
		tier plumbline.Tier
	}{{plumbline.VerdictYes, plumbline.Tier2}, {plumbline.VerdictNo, plumbline.Tier3}} {
		if !slices.ContainsFunc(as.Counterfactuals, func(c plumbline.Counterfactual) bool {
			return c.Reading == "law" && c.Kind == plumbline.IfMoreWereKnown && c.Tier == want.tier && len(c.Changes) == 1 && c.Changes[0].Criterion == "108(b)(2)" && c.Changes[0].To == want.to
		}) {
			t.Errorf("no way to %s in %v", want.tier, as.Counterfactuals)
		}
	}
}

func TestSwitches(t *testing.T) {
	book, points := bundled(t)
	mixed := []plumbline.Claim{act(plumbline.Law, plumbline.Bad, "l"), act(plumbline.Assistance, plumbline.Mixed, "care"), act(plumbline.Penalization, plumbline.Mixed, "p"),
		act(plumbline.Identification, plumbline.Mixed, "i"), act(plumbline.Training, plumbline.Mixed, "t"), act(plumbline.Assistance, plumbline.Mixed, "shelter"),
		act(plumbline.Investigation, plumbline.Mixed, "i"), act(plumbline.ProsecutionAct, plumbline.Mixed, "p"), act(plumbline.Conviction, plumbline.Mixed, "c")}
	tests := []struct {
		name, law, of, value string
		claims               []plumbline.Claim
		with, without        plumbline.Tier
	}{
		{"a part of the efforts counts", "2023-01-05", "partial-efforts", "leave-out", mixed, plumbline.Tier3, plumbline.Tier2},
		{"an unknown limb is feared", "2023-01-05", "unknown-limbs", "undecided", mixed, "", plumbline.Tier2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			law, err := book.Find(test.law)
			if err != nil {
				t.Fatal(err)
			}
			in := Input{Narrative: &plumbline.Narrative{Country: here, Year: 2024}, Claims: inText(slices.Clone(test.claims)...), Standard: law}
			if as := New(book, points).Assess(&in); as.Law.Tier != test.without {
				t.Errorf("by default %q, want %q: %v", as.Law.Tier, test.without, as.Law.Reasons)
			}
			in.Switches = map[string]string{test.of: test.value}
			if as := New(book, points).Assess(&in); as.Law.Tier != test.with {
				t.Errorf("with %s=%s %q, want %q: %v", test.of, test.value, as.Law.Tier, test.with, as.Law.Reasons)
			}
		})
	}
}
