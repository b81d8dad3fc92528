package plain

import (
	"bytes"
	"testing"

	"plumbline"
	"plumbline/internal/wording"
)

func past(year int, tier plumbline.Tier, v plumbline.Verification) plumbline.PastPlacement {
	p := plumbline.PastPlacement{Country: "RUR", Year: year, Tier: tier, Source: "a list of tiers", Verified: v}
	switch v {
	case plumbline.Derived:
		p.From = year + 1
	case plumbline.Stored:
		p.Document, p.Source = "0123456789abcdef", "ruritania.txt"
	}
	return p
}

func someHistory() *plumbline.CountryHistory {
	figure := func(n int64) plumbline.Figure { return plumbline.Figure{N: n, Known: true} }
	return &plumbline.CountryHistory{
		Country: "RUR",
		Years: []plumbline.PlacementYear{
			{PastPlacement: past(2014, "2", plumbline.Secondary)},
			{PastPlacement: past(2015, "2WL", plumbline.Secondary), Move: plumbline.Downgraded, Others: []plumbline.PastPlacement{past(2015, "2", plumbline.Stored)}},
			{PastPlacement: past(2016, "2WL", plumbline.Primary), Move: plumbline.Remained},
			{PastPlacement: past(2017, "2WL", plumbline.Derived), Move: plumbline.Remained, TwoYear: plumbline.WaiverStep},
			{PastPlacement: past(2018, "3", plumbline.Stored), Move: plumbline.Downgraded, TwoYear: plumbline.WaiverStep},
			{PastPlacement: past(2019, "", "")},
			{PastPlacement: past(2020, "2WL", plumbline.Secondary)},
			{PastPlacement: past(2021, "2WL", plumbline.Secondary), Move: plumbline.Remained},
		},
		Waivers:       []plumbline.Waiver{{Country: "RUR", Year: 2017, Kind: plumbline.DowngradeWaiver, Source: "the report of 2017"}},
		Treaty:        []plumbline.TreatyAction{{Date: "2001-02-03", Action: "signature", Source: "a list of treaties"}, {Date: "2005-12-31", Action: "ratification", Source: "a list of treaties"}},
		ChildSoldiers: []plumbline.ChildSoldierListing{{Year: 2019, Source: "the lists"}},
		ListsKnown:    []int{2019, 2020, 2021, 2024},
		Successions:   []plumbline.Succession{{Successor: "RUR", Predecessor: "ZUB", Year: 2014}},
		Clock: plumbline.Clock{
			Country: "RUR", Year: 2022, Applies: true, AtLeast: 2, AtMost: 3, Consecutive: plumbline.Figure{}, WaiversUsed: plumbline.Figure{},
			WaiversLeft: figure(1), MustWaive: plumbline.Yes, Automatic: plumbline.No, Missing: []int{2019}, Reason: "at least 2 years in a row",
		},
	}
}

func TestHistoryPage(t *testing.T) {
	rule := plumbline.TwoYearRule{CountsFrom: 2009, Years: 2, WaiverYears: 1, RelistingYears: 1, Cite: "22 USC 7107(b)(2)(D)"}
	for _, test := range []struct {
		name  string
		width int
	}{{"width 80", 80}, {"width 40", 40}} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := History(&out, HistoryData{History: someHistory(), Names: names, Rule: rule}, Style{Width: test.width}); err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/history.txtar", test.name, out.String())
		})
	}
}

func TestNextStep(t *testing.T) {
	for _, test := range []struct {
		name string
		in   plumbline.Clock
		want string
	}{
		{"barred", plumbline.Clock{Year: 2022, Automatic: plumbline.Yes, MustWaive: plumbline.No},
			"2022: a further year on Tier 2 Watch List is barred; a Tier 3 by this rule alone would be an automatic downgrade, not a finding of no efforts"},
		{"a waiver", plumbline.Clock{Year: 2022, Automatic: plumbline.No, MustWaive: plumbline.Yes, Due: 2022, Last: 2023},
			"2022: a waiver or an automatic downgrade; without a break none can be granted from 2023 on"},
		{"a year away", plumbline.Clock{Year: 2022, Automatic: plumbline.No, MustWaive: plumbline.No, Due: 2023, Last: 2024},
			"2023, if the country stays on the list: a waiver or an automatic downgrade; from 2024 on no waiver is left"},
		{"limited after a downgrade", plumbline.Clock{Year: 2022, Automatic: plumbline.No, MustWaive: plumbline.No, Due: 2023, Last: 2023},
			"2023, if the country stays on the list: an automatic downgrade"},
		{"far away", plumbline.Clock{Year: 2022, Automatic: plumbline.No, MustWaive: plumbline.No}, "none in sight"},
		{"unknown", plumbline.Clock{Year: 2022, Automatic: plumbline.No}, "unknown"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := wording.NextStep(&test.in); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestStatementsPage(t *testing.T) {
	list := []plumbline.Statement{
		{Country: "RUR", Year: 2018, File: "ruritania.txt", Kind: plumbline.ConsecutiveStatement, Says: "year 3 in a row at Tier 2 Watch List",
			Quote: "remained on Tier 2 Watch List\nfor the third consecutive year", Verdict: plumbline.Conflicts, Reason: "the reports before: 2016 Tier 2, 2017 Tier 2 Watch List"},
		{Country: "RUR", Year: 2018, File: "ruritania.txt", Kind: plumbline.MoveStatement, Says: "remained, Tier 2 Watch List", Verdict: plumbline.Agrees, Reason: "the reports before: 2017 Tier 2 Watch List"},
		{Country: "RUR", Year: 2018, File: "ruritania.txt", Kind: plumbline.TierStatement, Says: "Tier 2 Watch List", Verdict: plumbline.Untested, Reason: "no other source for the year"},
	}
	for _, test := range []struct {
		name string
		all  bool
	}{{"conflicts", false}, {"all", true}} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			err := Statements(&out, StatementsData{Statements: list, Narratives: 3, Undated: 2, Names: names, All: test.all}, Style{Width: 80})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "testdata/history.txtar", test.name, out.String())
		})
	}
}
