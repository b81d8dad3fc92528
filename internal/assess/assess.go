package assess

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// Assessor holds claims against standards. It may be used by many at once.
type Assessor struct {
	book   *standard.Book
	points *Points
}

// New returns an Assessor for the standards of the book with the points of the
// fitted reading.
func New(book *standard.Book, points *Points) *Assessor { return &Assessor{book, points} }

// Input is what one assessment is made of.
type Input struct {
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim // of that narrative
	Standard  *standard.Standard
	Clock     plumbline.Clock
	Switches  map[string]string // name to value; those left out stand at their default
	Hidden    []plumbline.SectionName
	Requested bool // the Department is on record to have asked the government for data
}

// Assess answers every criterion of the standard from the claims and reads the
// answers. The claims are not changed; the same input gives the same result.
func (a *Assessor) Assess(in *Input) plumbline.Assessment {
	n := in.Narrative
	as := plumbline.Assessment{Country: n.Country, Year: n.Year, Standard: in.Standard.Name, Narrative: n.ID, Placement: n.Placement, Clock: in.Clock}
	s := &scope{country: n.Country, period: period(in.Standard, n.Year), hidden: map[plumbline.SectionName]bool{}}
	for _, name := range in.Hidden {
		s.hidden[name] = true
	}
	all, left := a.tallies(s, in.Claims)
	as.Left = left
	as.Findings = a.findings(in.Standard, n.Year, all)
	l := newLadder(in.Standard, in.Switches)
	if n.Placement.Tier == plumbline.SpecialCase {
		as.Notes = append(as.Notes, "a Special Case is not ranked: the reports tell too little to place the country, and no tier is indicated")
		return as
	}
	if len(all) == 0 {
		as.Notes = append(as.Notes, "no claim of this narrative is conduct that may be weighed; read a fuller text of this country-year")
		return as
	}
	as.Law = l.law(as.Findings)
	as.Fitted = a.points.fitted(as.Findings, l.proven(verdicts(as.Findings)))
	a.twoYears(&as)
	as.Counterfactuals = a.counterfactuals(l, &as)
	as.Notes = append(as.Notes, a.notes(in, &as)...)
	return as
}

// period gives the time that the report of the year covers under the standard;
// where it is not known, the year is its end.
func period(s *standard.Standard, year int) plumbline.Period {
	if p, ok := s.Period(year); ok {
		return p
	}
	return plumbline.Period{Year: year, End: fmt.Sprintf("%04d-12-31", year)}
}

// twoYears puts the two-year rule on top of both readings.
func (a *Assessor) twoYears(as *plumbline.Assessment) {
	for _, in := range []*plumbline.Indicated{&as.Law, &as.Fitted} {
		in.After = in.Tier
		if in.Tier != plumbline.Tier2WL || !as.Clock.Applies {
			continue
		}
		switch {
		case as.Clock.Automatic == plumbline.Yes:
			in.After, in.Automatic = plumbline.Tier3, true
			in.Reasons = append(in.Reasons, "a further year on Tier 2 Watch List is barred: automatic downgrade to Tier 3, which is no finding of no efforts")
		case as.Clock.MustWaive == plumbline.Yes && !as.Placement.Waiver:
			in.After, in.Automatic = plumbline.Tier3, true
			in.Reasons = append(in.Reasons, "a further year on Tier 2 Watch List needs a downgrade waiver, and none is told: automatic downgrade to Tier 3, which is no finding of no efforts")
		case as.Clock.Automatic == plumbline.NotSaid || as.Clock.MustWaive == plumbline.NotSaid:
			in.After = ""
			in.Reasons = append(in.Reasons, "the two-year rule cannot be applied: "+as.Clock.Reason)
		}
	}
}

// notes says what the reader of the findings must know.
func (a *Assessor) notes(in *Input, as *plumbline.Assessment) []string {
	var out []string
	if in.Standard.Presumption != "" {
		if in.Requested {
			out = append(out, "the Department is recorded to have asked for data: "+in.Standard.Presumption)
		} else if slices.ContainsFunc(as.Findings, func(f plumbline.Finding) bool {
			return f.Verdict == plumbline.VerdictUnknown && f.Role == plumbline.Indicium
		}) {
			out = append(out, "no request for data is recorded, so the data presumption is not applied; it may apply if one was made")
		}
	}
	if y := in.Standard.FirstReport; as.Year < y || in.Standard.LastReport != 0 && as.Year > in.Standard.LastReport {
		out = append(out, fmt.Sprintf("the report of %d was made under another version of the law; these are the same facts held against the law of %s", as.Year, in.Standard.Name))
	}
	return append(out, a.differences(as)...)
}

// differences explains where a reading departs from the printed tier, by the
// findings that drive it.
func (a *Assessor) differences(as *plumbline.Assessment) []string {
	var out []string
	printed := as.Placement.Tier
	if rank(printed) < 0 {
		return nil
	}
	if t := as.Law.After; t != "" && t != printed {
		out = append(out, fmt.Sprintf("the law reading indicates %s where %s is printed: %s", t.Name(), printed.Name(), strings.Join(as.Law.Reasons, "; ")))
	}
	if t := as.Fitted.After; t != "" && t != printed {
		better := rank(t) > rank(printed)
		var drives []string
		for _, p := range as.Fitted.Points {
			if (p.Points > 0) == better && len(drives) < 3 {
				drives = append(drives, fmt.Sprintf("%s %s (%+.2f)", p.Criterion, p.Element, p.Points))
			}
		}
		out = append(out, fmt.Sprintf("the fitted reading indicates %s where %s is printed; most of it comes from %s", t.Name(), printed.Name(), strings.Join(drives, ", ")))
	}
	return out
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
