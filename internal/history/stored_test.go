package history_test

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/history"
)

// narrative is what a stored narrative of AAA prints.
func narrative(year int, layout string, p plumbline.Placement) plumbline.Narrative {
	return plumbline.Narrative{ID: plumbline.NarrativeID("n"), Document: "d0c", File: "aaa.txt", Country: "AAA", Year: year, Layout: layout, Placement: p}
}

func TestStoredNarratives(t *testing.T) {
	h := made(t, 2014, "2 ? 2WL 3").With([]plumbline.Narrative{
		narrative(2015, "2009-2016", plumbline.Placement{Tier: "2WL"}),
		narrative(2016, "factbook", plumbline.Placement{Tier: "2"}),
		narrative(2019, "2019-2024", plumbline.Placement{Tier: "3", Move: plumbline.Remained}),
		narrative(0, "2019-2024", plumbline.Placement{Tier: "1"}),
		narrative(2020, "2019-2024", plumbline.Placement{}),
	})
	for _, test := range []struct {
		name string
		year int
		tier plumbline.Tier
		how  plumbline.Verification
	}{
		{"a list", 2014, "2", plumbline.Secondary},
		{"a gap filled by a narrative", 2015, "2WL", plumbline.Stored},
		{"a list before a short entry, whose year is often stale", 2016, "2WL", plumbline.Secondary},
		{"a list before what a later text tells", 2017, "3", plumbline.Secondary},
		{"what a later text tells", 2018, "3", plumbline.Derived},
		{"a narrative", 2019, "3", plumbline.Stored},
	} {
		p, ok := h.At("AAA", test.year)
		if !ok || p.Tier != test.tier || p.Verified != test.how {
			t.Errorf("%s: %d is %+v", test.name, test.year, p)
		}
		if (p.Document != "") != (test.how == plumbline.Stored || test.how == plumbline.Derived) {
			t.Errorf("%s: document %q", test.name, p.Document)
		}
	}
	if _, ok := h.At("AAA", 2020); ok || h.LastReport() != 2019 {
		t.Errorf("a narrative without a tier counts; last report %d", h.LastReport())
	}
	if y := h.Of("AAA", laws).Years[2016-2001]; len(y.Others) != 1 || y.Others[0].Tier != "2" {
		t.Errorf("the short entry that says otherwise is not shown: %+v", y)
	}
}

func TestPrintedTextBeforeList(t *testing.T) {
	h := made(t, 2014, "2").With([]plumbline.Narrative{narrative(2014, "2009-2016", plumbline.Placement{Tier: "3"})})
	if p, _ := h.At("AAA", 2014); p.Tier != "3" {
		t.Errorf("%+v", p)
	}
}

// TestOwnNarrativeIsNoHistory: neither what a report prints nor what it tells
// of the years before counts for its own clock.
func TestOwnNarrativeIsNoHistory(t *testing.T) {
	h := made(t, 2014, "2").With([]plumbline.Narrative{
		narrative(2018, "2017-2018", plumbline.Placement{Tier: "2WL", Move: plumbline.Remained, Consecutive: 4}),
	})
	c := h.Clock("AAA", 2018, laws(2018), history.Options{})
	if c.Consecutive.Known || len(c.Missing) != 3 {
		t.Errorf("for its own report: %s", c.Reason)
	}
	c = h.Clock("AAA", 2019, laws(2019), history.Options{})
	if !c.Consecutive.Known || c.Consecutive.N != 4 || len(c.Derived) != 3 || c.Automatic != yes {
		t.Errorf("for the next one: %s", c.Reason)
	}
}

func TestStatementsAgainstHistory(t *testing.T) {
	wl := func(k int) plumbline.Placement {
		return plumbline.Placement{Tier: "2WL", Move: plumbline.Remained, Consecutive: k}
	}
	waived := wl(3)
	waived.Waiver = true
	forced := plumbline.Placement{Tier: "3", Move: plumbline.Downgraded, Basis: plumbline.Automatic}
	tests := []struct {
		name   string
		first  int
		tiers  string
		year   int
		p      plumbline.Placement
		kind   plumbline.StatementKind
		want   plumbline.StatementVerdict
		reason string // a part of it
	}{
		{"years before 2009 are years in a row", 2007, "2 2WL 2WL 2WL 2WL", 2012, wl(5), plumbline.ConsecutiveStatement, plumbline.Agrees, "2007 Tier 2, 2008"},
		{"one year too many", 2011, "2 2WL 2WL", 2014, wl(4), plumbline.ConsecutiveStatement, plumbline.Conflicts, "2011 Tier 2"},
		{"one year too few", 2010, "2 2WL 2WL 2WL", 2014, wl(3), plumbline.ConsecutiveStatement, plumbline.Conflicts, "the words would fit the report of 2013"},
		{"a gap", 2010, "2 2WL ? 2WL", 2014, wl(4), plumbline.ConsecutiveStatement, plumbline.Untested, "2012 unknown"},
		{"a gap that cannot help", 2010, "2 2WL ? 2", 2014, wl(4), plumbline.ConsecutiveStatement, plumbline.Conflicts, ""},
		{"known from this text only", 2012, "2 2WL<2014", 2014, wl(2), plumbline.ConsecutiveStatement, plumbline.Untested, "2013 unknown but for this text"},
		{"a waiver in the third year", 2011, "2 2WL 2WL", 2014, waived, plumbline.WaiverStatement, plumbline.Agrees, "2 left"},
		{"a waiver in the second year", 2012, "2 2WL", 2014, waived, plumbline.WaiverStatement, plumbline.Conflicts, "no downgrade waiver"},
		{"a third waiver", 2009, "2 2WL 2WL 2WL 2WL", 2014, waived, plumbline.WaiverStatement, plumbline.Conflicts, "is barred"},
		{"a required downgrade after four years", 2009, "2 2WL 2WL 2WL 2WL", 2014, forced, plumbline.AutomaticStatement, plumbline.Agrees, ""},
		{"a required downgrade without a waiver", 2011, "2 2WL 2WL", 2014, forced, plumbline.AutomaticStatement, plumbline.Agrees, ""},
		{"a required downgrade after one year", 2012, "2 2WL", 2014, forced, plumbline.AutomaticStatement, plumbline.Conflicts, ""},
		{"a downgrade from Tier 2 Watch List", 2012, "2 2WL", 2014, forced, plumbline.MoveStatement, plumbline.Agrees, ""},
		{"a downgrade from Tier 3", 2012, "2 3", 2014, forced, plumbline.MoveStatement, plumbline.Conflicts, "2013 Tier 3"},
		{"the printed tier", 2014, "2", 2014, forced, plumbline.TierStatement, plumbline.Conflicts, "Tier 2 by a list"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n := narrative(test.year, "2009-2016", test.p)
			claims := []plumbline.Claim{{Type: plumbline.PlacementClaim, Narrative: n.ID, Citation: plumbline.Citation{Quote: "remained for so many consecutive years"}}}
			found := false
			for _, s := range made(t, test.first, test.tiers).Check(nil, &n, claims, laws) {
				if s.Kind != test.kind {
					continue
				}
				found = true
				if s.Verdict != test.want || !strings.Contains(s.Reason, test.reason) {
					t.Errorf("%s: %s\nwant %s: %s", s.Verdict, s.Reason, test.want, test.reason)
				}
				if s.Kind == plumbline.ConsecutiveStatement && s.Quote != claims[0].Citation.Quote {
					t.Errorf("quote %q", s.Quote)
				}
			}
			if !found {
				t.Error("nothing said")
			}
		})
	}
}

// TestSameTextIsNoWitness: what was read in the report itself, or in the same
// almanac, does not confirm what is printed there.
func TestSameTextIsNoWitness(t *testing.T) {
	h, err := history.Load(tables(map[string]string{
		"sources.tsv":    "factbook-2015\tan almanac\nreport\tthe report\n",
		"placements.tsv": "AAA\t2014\t2\tsecondary\tfactbook-2015\nAAA\t2018\t2\tprimary\treport\n",
	}), units)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		year   int
		layout string
		want   plumbline.StatementVerdict
	}{
		{2014, "factbook", plumbline.Untested},
		{2014, "2009-2016", plumbline.Agrees},
		{2018, "2017-2018", plumbline.Untested},
	} {
		n := narrative(test.year, test.layout, plumbline.Placement{Tier: "2"})
		if s := h.Check(nil, &n, nil, laws); len(s) != 1 || s[0].Verdict != test.want {
			t.Errorf("%d %s: %+v", test.year, test.layout, s)
		}
	}
}
