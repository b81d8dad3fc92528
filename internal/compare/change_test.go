package compare_test

import (
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/compare"
	"plumbline/internal/text"
)

// year makes an assessed year: each deed is "element type valence", with a
// quote, and optionally the figure of this year and the one before.
func year(n int, tier plumbline.Tier, deeds ...plumbline.Claim) compare.Year {
	a := &plumbline.Assessment{Country: "MLT", Year: n, Standard: "2013-03-07", Narrative: plumbline.NarrativeID(rune('0' + n%10)), Placement: plumbline.Placement{Tier: tier, Basis: plumbline.Assessed}}
	elements := []struct {
		name      plumbline.ElementName
		criterion plumbline.CriterionID
		types     []plumbline.ClaimType
	}{
		{"convicts", "108(b)(1)", []plumbline.ClaimType{plumbline.Conviction}},
		{"cares", "108(b)(2)", []plumbline.ClaimType{plumbline.Assistance}},
		{"forbids", "108(a)(1)", []plumbline.ClaimType{plumbline.Law}},
	}
	y := compare.Year{Assessment: a, Claims: deeds}
	for _, e := range elements {
		f := plumbline.ElementFinding{Name: e.name, Gloss: "it " + string(e.name), Verdict: plumbline.VerdictUnknown}
		role := plumbline.Indicium
		for i := range deeds {
			c := &deeds[i]
			if !slices.Contains(e.types, c.Type) {
				continue
			}
			switch c.Valence {
			case plumbline.Good:
				f.For, f.Verdict = append(f.For, c.ID), plumbline.VerdictYes
			case plumbline.Bad:
				f.Against, f.Verdict = append(f.Against, c.ID), plumbline.VerdictNo
			default:
				f.Partly, f.Verdict = append(f.Partly, c.ID), plumbline.VerdictPartly
			}
		}
		finding := plumbline.Finding{Criterion: e.criterion, Role: role, Title: string(e.name), Verdict: f.Verdict, Elements: []plumbline.ElementFinding{f}}
		if f.Verdict == plumbline.VerdictUnknown {
			finding.Missing = []string{"whether it " + string(e.name)}
		}
		a.Findings = append(a.Findings, finding)
	}
	return y
}

var offset int

func deed(t plumbline.ClaimType, v plumbline.Valence, quote string, figures ...int64) plumbline.Claim {
	offset += 100
	c := plumbline.Claim{ID: plumbline.ClaimID(quote), Type: t, Valence: v, Reporting: plumbline.Stated, Certainty: plumbline.Certain,
		Citation: plumbline.Citation{Span: text.Span{Start: offset, End: offset + len(quote)}, Quote: quote}}
	if len(figures) > 0 {
		c.Quantity.Count = plumbline.Known(figures[0])
	}
	if len(figures) > 1 {
		c.Quantity.Previous = plumbline.Known(figures[1])
	}
	return c
}

func perhaps(c plumbline.Claim) plumbline.Claim {
	c.Certainty = plumbline.Possible
	return c
}

func moved(y compare.Year, m plumbline.Move) compare.Year {
	y.Assessment.Placement.Move = m
	return y
}

func quotes(list []plumbline.Action) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Citation.Quote)
	}
	return strings.Join(out, ", ")
}

func TestChange(t *testing.T) {
	const good, bad, mixed = plumbline.Good, plumbline.Bad, plumbline.Mixed
	last := func(tier plumbline.Tier) plumbline.PastPlacement {
		return plumbline.PastPlacement{Country: "MLT", Year: 2017, Tier: tier, Source: "a list", Verified: plumbline.Secondary}
	}
	tests := []struct {
		name                string
		now                 compare.Year
		before              *compare.Year
		from                plumbline.PastPlacement
		move                plumbline.Move
		explained           plumbline.Answer
		forIt, against, not string // quotes
		note                string // one that must be there
	}{
		{name: "an upgrade with actions both ways",
			now:  year(2018, plumbline.Tier2, deed(plumbline.Conviction, good, "convicted five", 5, 3), deed(plumbline.Assistance, bad, "closed the shelter")),
			from: last(plumbline.Tier2WL), move: plumbline.Upgraded, explained: plumbline.Yes, forIt: "convicted five", against: "closed the shelter",
			note: "what speaks for a move is not what led to it"},
		{name: "an upgrade that nothing concrete speaks for",
			now:  year(2018, plumbline.Tier2, deed(plumbline.Law, good, "the law forbids it"), deed(plumbline.Assistance, bad, "closed the shelter")),
			from: last(plumbline.Tier2WL), move: plumbline.Upgraded, explained: plumbline.No, forIt: "the law forbids it", against: "closed the shelter",
			note: "the text gives no concrete action of the government within the period"},
		{name: "fewer than the year before speak for no upgrade",
			now:  year(2018, plumbline.Tier2, deed(plumbline.Conviction, good, "convicted two", 2, 9)),
			from: last(plumbline.Tier2WL), move: plumbline.Upgraded, explained: plumbline.No, not: "convicted two",
			note: "the text gives no concrete action"},
		{name: "a downgrade: what was not done speaks for it",
			now:  year(2018, plumbline.Tier2WL, deed(plumbline.Conviction, bad, "convicted nobody", 0), deed(plumbline.Assistance, good, "opened a shelter")),
			from: last(plumbline.Tier2), move: plumbline.Downgraded, explained: plumbline.Yes, forIt: "convicted nobody", against: "opened a shelter"},
		{name: "a downgrade: fewer than the year before",
			now:  year(2018, plumbline.Tier2WL, deed(plumbline.Conviction, good, "convicted two", 2, 9)),
			from: last(plumbline.Tier2), move: plumbline.Downgraded, explained: plumbline.Yes, forIt: "convicted two"},
		{name: "a downgrade that nothing speaks for",
			now:  year(2018, plumbline.Tier2WL, deed(plumbline.Assistance, good, "opened a shelter"), deed(plumbline.Conviction, mixed, "convicted some")),
			from: last(plumbline.Tier2), move: plumbline.Downgraded, explained: plumbline.No, against: "opened a shelter", not: "convicted some",
			note: "no concrete action left undone"},
		{name: "no move",
			now:  year(2018, plumbline.Tier2, deed(plumbline.Assistance, good, "opened a shelter")),
			from: last(plumbline.Tier2), move: plumbline.Remained, forIt: "opened a shelter"},
		{name: "what may have been done speaks for nothing",
			now:  year(2018, plumbline.Tier2, perhaps(deed(plumbline.Conviction, good, "may have convicted some"))),
			from: last(plumbline.Tier2WL), move: plumbline.Upgraded, explained: plumbline.No, not: "may have convicted some"},
		{name: "the text alone says that it moved",
			now:  moved(year(2018, plumbline.Tier2, deed(plumbline.Conviction, good, "convicted five")), plumbline.Upgraded),
			move: plumbline.Upgraded, explained: plumbline.Yes, forIt: "convicted five", note: "is what the text says"},
		{name: "the tiers against the text",
			now:  moved(year(2018, plumbline.Tier2, deed(plumbline.Conviction, good, "convicted five")), plumbline.Upgraded),
			from: last(plumbline.Tier2), move: plumbline.Remained, forIt: "convicted five", note: "the text says upgraded, but the tiers say remained: Tier 2, then Tier 2"},
		{name: "the tier before is not known",
			now: year(2018, plumbline.Tier2, deed(plumbline.Assistance, good, "opened a shelter")), forIt: "opened a shelter"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := compare.Change(test.now, test.before, test.from)
			if m.Move != test.move || m.Explained != test.explained {
				t.Errorf("move %q, explained %q; want %q, %q", m.Move, m.Explained, test.move, test.explained)
			}
			if got := quotes(m.For); got != test.forIt {
				t.Errorf("for: %q, want %q", got, test.forIt)
			}
			if got := quotes(m.Against); got != test.against {
				t.Errorf("against: %q, want %q", got, test.against)
			}
			if got := quotes(m.Partly); got != test.not {
				t.Errorf("neither: %q, want %q", got, test.not)
			}
			if !strings.Contains(strings.Join(m.Notes, "\n"), test.note) {
				t.Errorf("notes %q lack %q", m.Notes, test.note)
			}
			for _, a := range slices.Concat(m.For, m.Against, m.Partly) {
				if len(a.Criteria) == 0 {
					t.Errorf("%q is linked to no criterion", a.Citation.Quote)
				}
			}
		})
	}
}

func TestAutomaticDowngradeIsNoFinding(t *testing.T) {
	now := year(2018, plumbline.Tier3, deed(plumbline.Assistance, plumbline.Good, "opened a shelter"))
	now.Assessment.Placement.Basis = plumbline.Automatic
	notes := strings.Join(compare.Change(now, nil, plumbline.PastPlacement{Tier: plumbline.Tier2WL, Year: 2017}).Notes, "\n")
	if !strings.Contains(notes, "no finding that there were no efforts") || strings.Contains(notes, "left undone") {
		t.Error(notes)
	}
}

func TestYearBefore(t *testing.T) {
	before := year(2017, plumbline.Tier2WL, deed(plumbline.Assistance, plumbline.Good, "ran a shelter"), deed(plumbline.Law, plumbline.Bad, "no law"))
	now := year(2018, plumbline.Tier2, deed(plumbline.Conviction, plumbline.Good, "convicted five"), deed(plumbline.Law, plumbline.Good, "a law"))
	m := compare.Change(now, &before, plumbline.PastPlacement{})
	if m.From.Tier != plumbline.Tier2WL || m.From.Verified != plumbline.Stored || m.Move != plumbline.Upgraded {
		t.Errorf("from %v, %s", m.From, m.Move)
	}
	var got []string
	for _, x := range m.Turns {
		got = append(got, string(x.Kind)+" "+string(x.Element)+" "+string(x.From)+" "+string(x.To))
	}
	if want := "appeared convicts unknown yes; gone cares yes unknown; changed forbids no yes"; strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
	for _, a := range m.For {
		if a.New != plumbline.Yes {
			t.Errorf("%s: new is %q", a.Citation.Quote, a.New)
		}
	}
	if len(m.Criteria) != 3 || m.Missing[0] != "108(b)(2): whether it cares" {
		t.Errorf("%v %q", m.Criteria, m.Missing)
	}
}

func TestMissingSaysWhatIsNotStored(t *testing.T) {
	now := year(2018, plumbline.Tier2, deed(plumbline.Conviction, plumbline.Good, "convicted five"))
	got := strings.Join(compare.Change(now, nil, plumbline.PastPlacement{}).Missing, "\n")
	want := "the tier of 2017\nthe narrative of 2017, to tell what is new from what was told before\n108(b)(2): whether it cares\n108(a)(1): whether it forbids"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
