package history_test

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/history"
)

// drawn draws the tiers of the reports from 2005 on.
func drawn(t *rapid.T, label string) []string {
	return rapid.SliceOfN(rapid.SampledFrom([]string{"1", "2", "2WL", "2WL", "2WL", "3", "SC", "?"}), 5, 18).Draw(t, label)
}

// TestAMissingYearNeverAddsCertainty takes a year away: whatever the clock then
// still knows it knew before, and the same.
func TestAMissingYearNeverAddsCertainty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tiers := drawn(rt, "tiers")
		year := rapid.IntRange(2009, 2005+len(tiers)).Draw(rt, "year")
		lost := rapid.IntRange(0, len(tiers)-1).Draw(rt, "lost")
		clock := func() plumbline.Clock {
			return made(t, 2005, strings.Join(tiers, " ")).Clock("AAA", year, laws(year), history.Options{})
		}
		full := clock()
		tiers[lost] = "?"
		less := clock()
		if less.Consecutive.Known && less.Consecutive != full.Consecutive {
			rt.Fatalf("%d years without a year, %+v with it", less.Consecutive.N, full.Consecutive)
		}
		for _, pair := range [][2]plumbline.Answer{{less.Automatic, full.Automatic}, {less.MustWaive, full.MustWaive}, {less.Relisted, full.Relisted}} {
			if pair[0] != unknown && pair[0] != pair[1] {
				rt.Fatalf("%q without a year, %q with it\n%s\n%s", pair[0], pair[1], less.Reason, full.Reason)
			}
		}
		if less.AtLeast > full.AtLeast || less.AtMost < full.AtMost {
			rt.Fatalf("%d to %d years without a year, %d to %d with it", less.AtLeast, less.AtMost, full.AtLeast, full.AtMost)
		}
	})
}

// TestClockHoldsTogether checks what must be so of any clock.
func TestClockHoldsTogether(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tiers := drawn(rt, "tiers")
		year := rapid.IntRange(2001, 2024).Draw(rt, "year")
		rule := laws(year)
		c := made(t, 2005, strings.Join(tiers, " ")).Clock("AAA", year, rule, history.Options{})
		switch {
		case c.AtLeast > c.AtMost:
			rt.Fatalf("at least %d and at most %d", c.AtLeast, c.AtMost)
		case c.Consecutive.Known && (int(c.Consecutive.N) != c.AtLeast || c.AtLeast != c.AtMost):
			rt.Fatalf("%d years, at least %d, at most %d", c.Consecutive.N, c.AtLeast, c.AtMost)
		case c.Applies && c.Consecutive.Known != (c.AtLeast == c.AtMost):
			rt.Fatalf("unknown, though at least and at most %d", c.AtMost)
		case c.MustWaive == yes && c.Automatic == yes:
			rt.Fatal("a waiver is needed where none can be granted")
		case c.MustWaive == yes && c.WaiversLeft.Known && c.WaiversLeft.N == 0:
			rt.Fatal("a waiver is needed and none is left, but nothing is barred")
		case c.Automatic == yes && c.WaiversLeft.N != 0:
			rt.Fatal("barred with waivers left")
		case c.Due != 0 && (c.Due < year || c.Last < c.Due):
			rt.Fatalf("due %d and last %d before the report of %d", c.Due, c.Last, year)
		case c.Applies && !c.Consecutive.Known && len(c.Missing) == 0:
			rt.Fatal("unknown, but no year is missing")
		}
		for _, y := range append(c.Missing, c.Derived...) {
			if y >= year || y < 2009 {
				rt.Fatalf("the year %d matters to the report of %d", y, year)
			}
		}
	})
}

// TestTheTextUnderTestSaysNothing: rows worked out from the text of a report
// change nothing in the clock of that report.
func TestTheTextUnderTestSaysNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tiers := drawn(rt, "tiers")
		lost := rapid.IntRange(0, len(tiers)-1).Draw(rt, "lost")
		year := rapid.IntRange(2006+lost, 2024).Draw(rt, "year")
		told := append([]string{}, tiers...)
		told[lost] = rapid.SampledFrom([]string{"1", "2", "2WL", "3"}).Draw(rt, "told") + "<" + strconv.Itoa(year)
		tiers[lost] = "?"
		a := made(t, 2005, strings.Join(tiers, " ")).Clock("AAA", year, laws(year), history.Options{})
		b := made(t, 2005, strings.Join(told, " ")).Clock("AAA", year, laws(year), history.Options{})
		if a.Reason != b.Reason || a.Consecutive != b.Consecutive || a.Automatic != b.Automatic {
			rt.Fatalf("%s\n%s", a.Reason, b.Reason)
		}
	})
}
