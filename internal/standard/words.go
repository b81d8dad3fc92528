package standard

import (
	"fmt"
	"strings"
	"time"

	"plumbline"
)

// InWords puts the formula of the criterion with index i in words: elements by
// their names, criteria by their numbers. Empty where the formula is the one
// element that the criterion has.
func (s *Standard) InWords(i int) string {
	g := &s.gates[i]
	if g.args == nil && len(s.Criteria[i].Elements) == 1 {
		return ""
	}
	return g.words(s.word, false)
}

// word is how a name of a formula is shown.
func (s *Standard) word(name string) string {
	for i := range s.Criteria {
		if s.Criteria[i].As == name {
			return string(s.Criteria[i].ID)
		}
	}
	return strings.ReplaceAll(name, "_", " ")
}

func (g *gate) words(word func(string) string, inside bool) string {
	if g.args == nil {
		return word(g.name)
	}
	parts := make([]string, len(g.args))
	for i := range g.args {
		parts[i] = g.args[i].words(word, true)
	}
	between := ", "
	switch g.need {
	case len(g.args):
		between = " and "
	case 1:
		between = " or "
	default:
		return fmt.Sprintf("at least %d of (%s)", g.need, strings.Join(parts, between))
	}
	if inside {
		return "(" + strings.Join(parts, between) + ")"
	}
	return strings.Join(parts, between)
}

// Governs says which reports a standard governs.
func Governs(s *plumbline.Standard) string {
	switch {
	case s.FirstReport == 0:
		return "no report: the next version took its place before one was made"
	case s.LastReport == 0:
		return fmt.Sprintf("the reports since %d; looked at up to the report of %d", s.FirstReport, s.Checked)
	case s.LastReport == s.FirstReport:
		return fmt.Sprintf("the report of %d", s.FirstReport)
	}
	return fmt.Sprintf("the reports of %d to %d", s.FirstReport, s.LastReport)
}

// TwoYears puts a two-year rule in words.
func TwoYears(t plumbline.TwoYearRule) string {
	if t.CountsFrom == 0 {
		return "none"
	}
	s := fmt.Sprintf("after %s in a row on the Watch List, counted from the report of %d, the next report puts the country on the third list; downgrade waivers can put that off by %s",
		years(t.Years), t.CountsFrom, years(t.WaiverYears))
	if t.RelistingYears > 0 {
		s += fmt.Sprintf("; a country that comes back to the Watch List after such a downgrade may stay %s", years(t.RelistingYears))
	}
	return s
}

func years(n int) string {
	if n == 1 {
		return "one year"
	}
	return fmt.Sprintf("%d years", n)
}

// Day puts an ISO 8601 date in words; what is no date stays as it is.
func Day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return t.Format("2 January 2006")
}

// statutory says which period the statute itself lays down, without a year.
func statutory(s *Standard) string {
	for _, p := range s.Periods {
		if p.Cite == "" {
			continue
		}
		start, _ := time.Parse(time.DateOnly, p.Start)
		end, _ := time.Parse(time.DateOnly, p.End)
		return fmt.Sprintf("from %s of the year before the report to %s of its own", start.Format("2 January"), end.Format("2 January"))
	}
	return "none in the statute"
}
