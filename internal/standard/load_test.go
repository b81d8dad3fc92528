package standard

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/text"
)

// bundled is the book of data/standards.
func bundled(t testing.TB) *Book {
	t.Helper()
	b, err := Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEveryReportHasItsLaw(t *testing.T) {
	b := bundled(t)
	want := map[int]plumbline.StandardName{
		2001: "2000-10-28", 2003: "2000-10-28", 2004: "2003-12-19", 2005: "2003-12-19", 2006: "2006-01-10", 2008: "2006-01-10",
		2009: "2008-12-23", 2012: "2008-12-23", 2013: "2013-03-07", 2018: "2013-03-07", 2019: "2019-01-09", 2020: "2019-01-09",
		2021: "2021-01-01", 2022: "2021-01-01", 2023: "2023-01-05", 2025: "2023-01-05",
	}
	for year := b.First(); year <= b.Last(); year++ {
		s, err := b.ForReport(year)
		if err != nil {
			t.Errorf("%d: %v", year, err)
		} else if want[year] != "" && s.Name != want[year] {
			t.Errorf("%d: %s, want %s", year, s.Name, want[year])
		}
	}
	if b.First() != 2001 || b.Last() != 2025 || len(b.Standards) != 9 {
		t.Errorf("%d standards for the reports of %d to %d", len(b.Standards), b.First(), b.Last())
	}
}

func TestFind(t *testing.T) {
	b := bundled(t)
	for name, want := range map[string]string{
		"2019-01-08": "2019-01-08", "2019": "2019-01-09", "2007": "2006-01-10",
		"1999":       "no report was made in 1999; the first is of 2001",
		"2031":       "the law of the report of 2031 is not known; it is known for the reports of 2001 to 2025; to use the last version name it: 2023-01-05",
		"2019-01-07": `unknown version of the law "2019-01-07"; give the year of a report, 2001 to 2025, or a version: 2000-10-28, 2003-12-19, 2006-01-10, 2008-12-23, 2013-03-07, 2019-01-08, 2019-01-09, 2021-01-01, 2023-01-05`,
		"-999":       "no report was made in -999; the first is of 2001",
	} {
		s, err := b.Find(name)
		got := fmt.Sprint(err)
		if err == nil {
			got = string(s.Name)
		} else if !errors.Is(err, plumbline.ErrInvalid) {
			t.Errorf("%s: %v is of no kind", name, err)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// TestNumbersOfEachVersion holds the numbering to the table of the law.
func TestNumbersOfEachVersion(t *testing.T) {
	topics := []string{"Investigates", "Protects", "Prevents", "Cooperates", "Extradites", "Watches migration", "Holds its own officials", "Few of the victims", "Works with partners", "Watches its own efforts", "Makes progress", "Reduces demand"}
	numbers := map[plumbline.StandardName][]int{
		"2000-10-28": {1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0},
		"2003-12-19": {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 0},
		"2006-01-10": {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 0},
		"2008-12-23": {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 10, 11},
	}
	for _, s := range bundled(t).Standards {
		want := numbers[s.Name]
		if want == nil {
			want = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
		}
		for i, topic := range topics {
			id := plumbline.CriterionID("")
			for _, c := range s.Criteria {
				if c.Role == plumbline.Indicium && strings.HasPrefix(c.Title, topic) {
					id = c.ID
				}
			}
			expect := plumbline.CriterionID("")
			if want[i] > 0 {
				expect = plumbline.CriterionID(fmt.Sprintf("108(b)(%d)", want[i]))
			}
			if id != expect {
				t.Errorf("%s: %s is %q, want %q", s.Name, topic, id, expect)
			}
		}
	}
}

// TestEachVersionIsWhole looks for what every version must have, and for what
// came with one.
func TestEachVersionIsWhole(t *testing.T) {
	b := bundled(t)
	var names []plumbline.StandardName
	for _, s := range b.Standards {
		names = append(names, s.Name)
	}
	for _, s := range b.Standards {
		roles := map[plumbline.CriterionRole]int{}
		for _, c := range s.Criteria {
			roles[c.Role]++
			if !slices.Contains(names, c.Since) {
				t.Errorf("%s: %s is since %s, which is no version", s.Name, c.ID, c.Since)
			}
			if !strings.HasPrefix(c.Cite, "22 USC 710") || !strings.Contains(c.Source, "[V]") && !strings.Contains(c.Source, "[P]") && !strings.Contains(c.Source, "[M]") {
				t.Errorf("%s: %s: cite %q, source %q", s.Name, c.ID, c.Cite, c.Source)
			}
			section := map[string]string{"108": "22 USC 7106", "110": "22 USC 7107"}[string(c.ID[:3])]
			if c.Cite != section+string(c.ID[3:]) {
				t.Errorf("%s: %s is cited %s", s.Name, c.ID, c.Cite)
			}
		}
		since := func(date string) int {
			if string(s.Name) >= date {
				return 1
			}
			return 0
		}
		for role, want := range map[plumbline.CriterionRole]int{
			plumbline.MinimumStandard: 4, plumbline.FullCompliance: 1, plumbline.MakesEfforts: 1,
			plumbline.EffortsFactor:  3 + 3*since("2019-01-09"),
			plumbline.ProofOfFailure: 5 * since("2019-01-08"),
			plumbline.WatchListLimb:  3*since("2003-12-19") - since("2019-01-09"),
		} {
			if roles[role] != want {
				t.Errorf("%s: %d of role %s, want %d", s.Name, roles[role], role, want)
			}
		}
		rule := plumbline.TwoYearRule{Years: 2 * since("2008-12-23"), WaiverYears: 2*since("2008-12-23") - since("2019-01-09"), RelistingYears: since("2019-01-08"), CountsFrom: 2009 * since("2008-12-23")}
		rule.Cite, rule.Source = s.TwoYear.Cite, s.TwoYear.Source
		if s.TwoYear != rule {
			t.Errorf("%s: two-year rule %+v, want %+v", s.Name, s.TwoYear, rule)
		}
		if (s.Presumption != "") != (since("2003-12-19") == 1) {
			t.Errorf("%s: presumption %q", s.Name, s.Presumption)
		}
		for year := s.FirstReport; year <= max(s.LastReport, s.Checked) && since("2019-01-09") == 1; year++ {
			if p, ok := s.Period(year); !ok || p.Start != fmt.Sprintf("%d-04-01", year-1) || p.End != fmt.Sprintf("%d-03-31", year) {
				t.Errorf("%s: period of %d: %+v", s.Name, year, p)
			}
		}
	}
}

// TestSeriousEffortsAskForHalfOfTheIndicia holds that the formula of the standard on
// efforts asks for at least half of the indicia that are no must.
func TestSeriousEffortsAskForHalfOfTheIndicia(t *testing.T) {
	for _, s := range bundled(t).Standards {
		for i, c := range s.Criteria {
			if c.ID != "108(a)(4)" {
				continue
			}
			g := s.gates[i].args[2]
			if 2*g.need < len(g.args) || len(s.gates[i].args) != 3 {
				t.Errorf("%s: %s", s.Name, c.When)
			}
		}
	}
}

func TestChoices(t *testing.T) {
	s, err := bundled(t).Find("2019")
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Choices(map[string]string{"unknown-limbs": "undecided"})
	if err != nil || got["unknown-limbs"] != "undecided" || got["partial-efforts"] != "count" || len(got) != len(s.Switches) {
		t.Errorf("got %v, %v", got, err)
	}
	for given, want := range map[[2]string]string{
		{"prof", "weighs"}:  `the law of 2019-01-09 has no switch "prof"; did you mean proof? known are partial-efforts, unknown-limbs, watch-list-years, proof`,
		{"proof", "weighs"}: `switch proof cannot be "weighs"; it is decides`,
	} {
		if _, err := s.Choices(map[string]string{given[0]: given[1]}); err == nil || err.Error() != want {
			t.Errorf("%v: got %v", given, err)
		}
	}
}

func TestAFolderWithoutStandards(t *testing.T) {
	if _, err := Load(fstest.MapFS{}); !errors.Is(err, plumbline.ErrNotFound) {
		t.Errorf("got %v", err)
	}
	fsys := world(map[string]string{"2000-10-28.standard": law})
	delete(fsys, "standards/standards.sum")
	if _, err := Load(fsys); err == nil {
		t.Error("no sums, no fault")
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(law, evidence)
	for _, test := range standardFaults {
		f.Add(strings.Replace(law, test.old, test.new, 1), evidence)
	}
	for _, test := range evidenceFaults {
		f.Add(law, strings.Replace(evidence, test.old, test.new, 1))
	}
	f.Add(law, sides)
	f.Fuzz(func(t *testing.T, law, evidence string) {
		b, err := Load(world(map[string]string{"2000-10-28.standard": law, "evidence.elements": evidence}))
		var faults text.Diagnostics
		if err != nil {
			if !errors.As(err, &faults) {
				t.Fatalf("%T: %v", err, err)
			}
			for _, d := range faults {
				if d.Span.Start < 0 || d.Span.End > len(d.Source.Text) || d.Message == "" {
					t.Fatalf("fault %q at %v of %d bytes", d.Message, d.Span, len(d.Source.Text))
				}
			}
			return
		}
		for _, s := range b.Standards {
			for i := range s.Criteria {
				s.Verdict(i, func(string) plumbline.Verdict { return plumbline.VerdictUnknown })
				s.InWords(i)
			}
		}
		for _, e := range b.Elements {
			for _, typ := range e.Types {
				e.Side(&plumbline.Claim{Type: typ, Valence: plumbline.Good})
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		bundled(b)
	}
}

func BenchmarkSide(b *testing.B) {
	book := bundled(b)
	c := &plumbline.Claim{Country: "PRK", Valence: plumbline.Good, Terms: &plumbline.Terms{Covers: []string{"sex", "labor"}},
		Citation: plumbline.Citation{Quote: "The government gave no care to victims in the reporting period"}}
	for _, name := range []plumbline.ElementName{"convicts", "prohibits_sex", "penalties_stringent", "shelters_victims"} {
		e := book.Evidence(name)
		c.Type = e.Types[0]
		b.Run(string(name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Side(c)
			}
		})
	}
}

func BenchmarkVerdict(b *testing.B) {
	s := bundled(b).Standards[4]
	b.ReportAllocs()
	for b.Loop() {
		for i := range s.Criteria {
			s.Verdict(i, func(string) plumbline.Verdict { return plumbline.VerdictPartly })
		}
	}
}
