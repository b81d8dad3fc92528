package history_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline"
	"plumbline/internal/history"
)

// units are the countries of made-up histories.
var units = plumbline.Countries{
	{Code: "AAA", Names: []plumbline.CountryName{{Text: "Alda"}}},
	{Code: "BBB", Names: []plumbline.CountryName{{Text: "Belda"}}},
	{Code: "OLD", Names: []plumbline.CountryName{{Text: "Olda", From: 2003, To: 2010}}},
}

// tables makes a folder of tables of rows with spaces for tabs.
func tables(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"history/sources.tsv": {Data: []byte("list\ta list\nreport\tthe report\n")}, "history/placements.tsv": {}}
	for name, text := range files {
		fsys["history/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// made makes the history of AAA from a first year and its tiers: "2WL", "?" for
// an unknown year, "3<2018" for one derived from the text of 2018.
func made(t testing.TB, first int, tiers string) *history.History {
	t.Helper()
	h, err := history.Load(tables(map[string]string{"placements.tsv": rows(first, tiers)}), units)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func rows(first int, tiers string) string {
	var b strings.Builder
	for i, word := range strings.Fields(tiers) {
		tier, from, derived := strings.Cut(word, "<")
		known := "secondary"
		if derived {
			known = "derived " + from
		}
		if tier != "?" {
			fmt.Fprintf(&b, "AAA\t%d\t%s\t%s\tlist\n", first+i, tier, known)
		}
	}
	return b.String()
}

const (
	yes     = plumbline.Yes
	no      = plumbline.No
	unknown = plumbline.NotSaid
)

func TestClock(t *testing.T) {
	tests := []struct {
		name  string
		first int
		tiers string
		year  int
		years int // -1 unknown
		waive plumbline.Answer
		bars  plumbline.Answer
		left  int // -1 unknown
		due   int
		last  int
	}{
		{"no year counts before the report of 2009", 2004, "2WL 2WL 2WL 2WL 2WL", 2009, 0, no, no, -1, 0, 0},
		{"the years before 2009 are not made up for", 2006, "2WL 2WL 2WL 2WL", 2010, 1, no, no, 2, 2011, 2013},
		{"the first waivers are due in 2011", 2008, "2WL 2WL 2WL", 2011, 2, yes, no, 2, 2011, 2013},
		{"a fifth year in 2012 is the fourth that counts", 2008, "2WL 2WL 2WL 2WL", 2012, 3, yes, no, 1, 2012, 2013},
		{"the first waivers are used up in 2013", 2008, "2WL 2WL 2WL 2WL 2WL", 2013, 4, no, yes, 0, 2013, 2013},
		{"two years and two waivers are four years", 2013, "2 2WL 2WL 2WL 2WL", 2018, 4, no, yes, 0, 2018, 2018},
		{"since 2019 two years and one waiver are three", 2019, "2 2WL 2WL 2WL", 2023, 3, no, yes, 0, 2023, 2023},
		{"since 2019 the third year needs the only waiver", 2019, "2 2WL 2WL", 2022, 2, yes, no, 1, 2022, 2023},
		{"Tier 2 begins the count anew", 2012, "2WL 2WL 2 2WL", 2016, 1, no, no, 2, 2017, 2019},
		{"Tier 1 begins the count anew", 2012, "2WL 2WL 1 2WL", 2016, 1, no, no, 2, 2017, 2019},
		{"a Special Case between begins the count anew", 2012, "2WL 2WL SC 2WL", 2016, 1, no, no, 2, 2017, 2019},
		{"Tier 3 ends the years", 2012, "2WL 2WL 3", 2015, 0, no, no, 2, 0, 0},
		{"a gap before the last year leaves the count unknown", 2014, "2 2WL ? 2WL", 2018, -1, unknown, no, -1, 0, 0},
		{"a gap that cannot matter is no gap", 2014, "2WL ? 2 2WL", 2018, 1, no, no, 2, 2019, 2021},
		{"a gap behind four certain years does not save", 2012, "2 ? 2WL 2WL 2WL 2WL", 2018, -1, no, yes, 0, 2018, 2018},
		{"a gap behind two certain years asks for a waiver at least", 2014, "2 ? 2WL 2WL", 2018, -1, yes, no, -1, 0, 0},
		{"all unknown is unknown", 2012, "2", 2018, -1, unknown, unknown, -1, 0, 0},
		{"a row from the text under test is no history", 2014, "2 2WL 2WL 2WL<2018", 2018, -1, unknown, no, -1, 0, 0},
		{"a row from another text is", 2014, "2 2WL 2WL 2WL<2018", 2019, -1, unknown, unknown, -1, 0, 0},
		{"its own row is never its history", 2015, "2 2WL 2WL 2WL", 2018, 2, yes, no, 2, 2018, 2020},
		{"back from an automatic downgrade the stay is one year", 2018, "2 2WL 2WL 3 2WL", 2023, 1, no, yes, 0, 2023, 2023},
		{"not yet back there is nothing to bar", 2018, "2 2WL 2WL 3", 2022, 0, no, no, 0, 0, 0},
		{"before 2019 the stay was not limited", 2010, "2 2WL 2WL 2WL 2WL 3 2WL", 2017, 1, no, no, 2, 2018, 2020},
		{"a downgrade after one year limits nothing", 2018, "2 2WL 3 2WL", 2022, 1, no, no, 1, 2023, 2024},
		{"Tier 2 in between ends the limit", 2018, "2WL 2WL 3 2 2WL", 2023, 1, no, no, 1, 2024, 2025},
		{"an unknown year before Tier 3 leaves the limit unknown", 2018, "2 ? 2WL 3 2WL", 2023, 1, unknown, unknown, -1, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := made(t, test.first, test.tiers).Clock("AAA", test.year, laws(test.year), history.Options{})
			figure := func(f plumbline.Figure) int {
				if !f.Known {
					return -1
				}
				return int(f.N)
			}
			if got := figure(c.Consecutive); got != test.years {
				t.Errorf("%d years, want %d: %s", got, test.years, c.Reason)
			}
			if c.MustWaive != test.waive || c.Automatic != test.bars {
				t.Errorf("waiver %q, barred %q, want %q, %q: %s", c.MustWaive, c.Automatic, test.waive, test.bars, c.Reason)
			}
			if got := figure(c.WaiversLeft); got != test.left {
				t.Errorf("%d waivers left, want %d: %s", got, test.left, c.Reason)
			}
			if c.Due != test.due || c.Last != test.last {
				t.Errorf("due %d, last %d, want %d, %d: %s", c.Due, c.Last, test.due, test.last, c.Reason)
			}
			if c.Reason == "" {
				t.Error("no reason")
			}
		})
	}
}

func TestClockSaysWhatIsMissing(t *testing.T) {
	c := made(t, 2013, "2 2WL 2WL ? ? 2WL").Clock("AAA", 2019, laws(2019), history.Options{})
	if !reflect.DeepEqual(c.Missing, []int{2016, 2017}) {
		t.Errorf("missing %v, want 2016 and 2017", c.Missing)
	}
	const want = "at least 1 year in a row on Tier 2 Watch List and at most 5, for 2016 and 2017 are not known; whether Tier 2 Watch List in the report of 2019 would need a downgrade waiver or is barred is unknown"
	if c.Reason != want {
		t.Errorf("reason %q\nwant   %q", c.Reason, want)
	}
	c = made(t, 2015, "2 2WL 2WL<2018").Clock("AAA", 2019, laws(2019), history.Options{})
	if !reflect.DeepEqual(c.Missing, []int{2018}) || !reflect.DeepEqual(c.Derived, []int{2017}) {
		t.Errorf("missing %v, derived %v, want 2018 and 2017", c.Missing, c.Derived)
	}
}

func TestClockOfTheReportUnderTest(t *testing.T) {
	h := made(t, 2014, "2 2WL 2WL 2WL<2018 3")
	if c := h.Clock("AAA", 2018, laws(2018), history.Options{Untested: true}); c.Consecutive.N != 3 || !c.Consecutive.Known {
		t.Errorf("no report under test: %s", c.Reason)
	}
	if c := h.Clock("AAA", 2020, laws(2020), history.Options{Report: 2018}); slices.Contains(c.Derived, 2017) || !slices.Contains(c.Missing, 2018) {
		t.Errorf("report of 2018 under test for the clock of 2020: %+v", c)
	}
}

func TestEveryLimbOfTheSpecialWatchList(t *testing.T) {
	h := made(t, 2009, "3 2 2WL")
	if c := h.Clock("AAA", 2012, laws(2012), history.Options{}); c.Consecutive.N != 1 {
		t.Errorf("Tier 2 Watch List alone: %s", c.Reason)
	}
	if c := h.Clock("AAA", 2012, laws(2012), history.Options{AnyLimb: true}); c.Consecutive.N != 2 || c.MustWaive != yes {
		t.Errorf("with the upgrade from Tier 3: %+v", c)
	}
}

func TestUnitsHandNothingOn(t *testing.T) {
	h, err := history.Load(tables(map[string]string{
		"placements.tsv":  "AAA\t2011\t2WL\tsecondary\tlist\nOLD\t2009\t2WL\tsecondary\tlist\nOLD\t2010\t2WL\tsecondary\tlist\n",
		"successions.tsv": "AAA\tOLD\t2011\n",
	}), units)
	if err != nil {
		t.Fatal(err)
	}
	if c := h.Clock("AAA", 2012, laws(2012), history.Options{}); c.AtLeast != 1 || c.Consecutive.Known {
		t.Errorf("the years of the predecessor are taken, or taken for known: %+v", c)
	}
	if c := h.Clock("OLD", 2011, laws(2011), history.Options{}); c.Applies || !strings.Contains(c.Reason, "hands no years on") {
		t.Errorf("a unit that is no more: %+v", c)
	}
	if s := h.Successions("AAA"); len(s) != 1 || s[0].Predecessor != "OLD" {
		t.Errorf("successions %v", s)
	}
	of := h.Of("AAA", laws)
	if of.Years[0].Year != 2011 {
		t.Errorf("the history of the successor begins in %d", of.Years[0].Year)
	}
}
