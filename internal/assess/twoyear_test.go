package assess

import (
	"strings"
	"testing"

	"plumbline"
)

// TestTwoYearRule has both readings indicate Tier 2 Watch List and puts the rule
// on top.
func TestTwoYearRule(t *testing.T) {
	yes, no := plumbline.Yes, plumbline.No
	tests := []struct {
		name      string
		clock     plumbline.Clock
		told      bool
		record    string
		after     plumbline.Tier
		automatic bool
		reason    string
	}{
		{"no rule", plumbline.Clock{}, false, "", plumbline.Tier2WL, false, ""},
		{"a year that needs no waiver", plumbline.Clock{Applies: true, MustWaive: no, Automatic: no}, false, "", plumbline.Tier2WL, false, ""},
		{"a further year is barred", plumbline.Clock{Applies: true, MustWaive: no, Automatic: yes}, true, "list", plumbline.Tier3, true, "automatic downgrade to Tier 3, which is no finding of no efforts"},
		{"a waiver that the text tells of", plumbline.Clock{Applies: true, MustWaive: yes, Automatic: no}, true, "", plumbline.Tier2WL, false, "the text says that one was granted"},
		{"a waiver that another record tells of", plumbline.Clock{Applies: true, MustWaive: yes, Automatic: no}, false, "the report of 2013", plumbline.Tier2WL, false, "one is on record: the report of 2013"},
		{"a waiver that nobody tells of", plumbline.Clock{Applies: true, MustWaive: yes, Automatic: no}, false, "", plumbline.Tier3, true, "none is told: automatic downgrade"},
		{"years that are not known", plumbline.Clock{Applies: true, Reason: "2010 is not known"}, true, "", "", false, "cannot be applied: 2010 is not known"},
		{"a waiver needed at least, barred perhaps", plumbline.Clock{Applies: true, MustWaive: no, Reason: "2010 is not known"}, false, "", "", false, "cannot be applied"},
	}
	fell := act(plumbline.Assistance, plumbline.Good, "care")
	fell.Quantity.Count, fell.Quantity.Previous = plumbline.Known(2), plumbline.Known(9)
	claims := []plumbline.Claim{fell, act(plumbline.Law, plumbline.Good, "law"), act(plumbline.ProsecutionAct, plumbline.Bad, "p"), act(plumbline.ProsecutionAct, plumbline.Bad, "q"),
		act(plumbline.Conviction, plumbline.Bad, "r"), act(plumbline.Conviction, plumbline.Bad, "r"), act(plumbline.Accountability, plumbline.Mixed, "s"), act(plumbline.Accountability, plumbline.Mixed, "s")}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			as := hold(t, func(in *Input) {
				in.Clock, in.Waived, in.Narrative.Placement.Waiver = test.clock, test.record, test.told
			}, claims...)
			for name, in := range map[string]plumbline.Indicated{"law": as.Law, "fitted": as.Fitted} {
				if in.Tier != plumbline.Tier2WL {
					t.Fatalf("the %s reading indicates %q: %v", name, in.Tier, in.Reasons)
				}
				if in.After != test.after || in.Automatic != test.automatic || !strings.Contains(strings.Join(in.Reasons, "\n"), test.reason) {
					t.Errorf("%s: after %q, automatic %t, %q", name, in.After, in.Automatic, in.Reasons)
				}
			}
		})
	}
}

func TestTheRuleTouchesTheWatchListOnly(t *testing.T) {
	clock := plumbline.Clock{Applies: true, Automatic: plumbline.Yes, MustWaive: plumbline.No}
	for _, v := range []plumbline.Valence{plumbline.Good, plumbline.Bad} {
		as := hold(t, func(in *Input) { in.Clock = clock }, act(plumbline.Law, v, "l"), act(plumbline.ProsecutionAct, v, "p"), act(plumbline.Conviction, v, "c"), act(plumbline.Assistance, v, "a"))
		if as.Law.Tier == "" || as.Law.After != as.Law.Tier || as.Law.Automatic {
			t.Errorf("valence %s: %s, after the rule %s, automatic %t", v, as.Law.Tier, as.Law.After, as.Law.Automatic)
		}
	}
}
