package wording

import (
	"fmt"
	"strconv"
	"strings"

	"plumbline"
)

// Step says what the two-year rule asked for, by the tier that was given.
func Step(s plumbline.TwoYearStep, t plumbline.Tier) string {
	return map[plumbline.TwoYearStep]map[plumbline.Tier]string{
		plumbline.WaiverStep:    {plumbline.Tier2WL: "waiver needed", plumbline.Tier3: "due unless waived"},
		plumbline.DowngradeStep: {plumbline.Tier2WL: "barred", plumbline.Tier3: "due"},
	}[s][t]
}

// Known says how a placement is known.
func Known(x *plumbline.PastPlacement) string {
	switch x.Verified {
	case plumbline.Primary:
		return "report"
	case plumbline.Secondary:
		return "list"
	case plumbline.Derived:
		return fmt.Sprintf("derived from %d", x.From)
	case plumbline.Stored:
		return "read here"
	}
	return ""
}

// KnownNote explains the words of Known and Step.
const KnownNote = "Known: report, read in that report; list, from a list or data set; derived, worked out from a later report's text and no history for that report; read here, from a narrative in the database. Under the two-year rule a downgrade was due, or a further year on the list needed a waiver."

// Counting says how many years of a clock count.
func Counting(c *plumbline.Clock) string {
	if c.Consecutive.Known {
		return fmt.Sprintf("%d in a row on Tier 2 Watch List", c.Consecutive.N)
	}
	return fmt.Sprintf("unknown: at least %d and at most %d in a row on Tier 2 Watch List", c.AtLeast, c.AtMost)
}

// OrUnknown says a number, or that it is unknown.
func OrUnknown(f plumbline.Figure) string {
	if !f.Known {
		return "unknown"
	}
	return strconv.FormatInt(f.N, 10)
}

// WaiversLeft says how many waivers a clock leaves.
func WaiversLeft(c *plumbline.Clock, rule plumbline.TwoYearRule) string {
	left := OrUnknown(c.WaiversLeft)
	if c.Relisted == plumbline.Yes {
		return "0, for the stay is limited after a downgrade under this rule"
	}
	if c.WaiversLeft.Known && rule.WaiverYears > 0 {
		left += fmt.Sprintf(" of %d that the law of %d allows", rule.WaiverYears, c.Year)
	}
	return left
}

// NextStep says what the two-year rule asks for next, as far as it is known.
func NextStep(c *plumbline.Clock) string {
	switch {
	case c.Automatic == plumbline.Yes:
		return fmt.Sprintf("%d: a further year on Tier 2 Watch List is barred; a Tier 3 by this rule alone would be an automatic downgrade, not a finding of no efforts", c.Year)
	case c.MustWaive == plumbline.Yes && c.Last > 0:
		return fmt.Sprintf("%d: a waiver or an automatic downgrade; without a break none can be granted from %d on", c.Year, c.Last)
	case c.MustWaive == plumbline.Yes:
		return fmt.Sprintf("%d: a waiver or an automatic downgrade", c.Year)
	case c.MustWaive == plumbline.NotSaid || c.Automatic == plumbline.NotSaid:
		return "unknown"
	case c.Due == 0:
		return "none in sight"
	case c.Last > c.Due:
		return fmt.Sprintf("%d, if the country stays on the list: a waiver or an automatic downgrade; from %d on no waiver is left", c.Due, c.Last)
	}
	return fmt.Sprintf("%d, if the country stays on the list: an automatic downgrade", c.Due)
}

// Upper writes the first letter large.
func Upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Years writes years with a comma between them, and runs of three or more as
// 2011-2014.
func Years(years []int) string {
	if len(years) == 0 {
		return "none"
	}
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		if j > i+1 {
			parts = append(parts, fmt.Sprintf("%d-%d", years[i], years[j]))
		} else {
			for _, y := range years[i : j+1] {
				parts = append(parts, strconv.Itoa(y))
			}
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
