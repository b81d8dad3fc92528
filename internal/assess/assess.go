package assess

import (
	"fmt"
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
	Waived    string            // what records a downgrade waiver for that report beside the text; empty where nothing does
	Switches  map[string]string // name to value; those left out stand at their default
	Hidden    []plumbline.SectionName
	Request   *plumbline.DataRequest // nil where none is recorded
}

// Assess answers every criterion of the standard from the claims and reads the
// answers. The claims are not changed; the same input gives the same result,
// in whatever order the claims come.
func (a *Assessor) Assess(in *Input) plumbline.Assessment {
	n := in.Narrative
	as := plumbline.Assessment{Country: n.Country, Year: n.Year, Standard: in.Standard.Name, Narrative: n.ID, Placement: n.Placement, Clock: in.Clock}
	h := a.hear(in)
	as.Left = h.left
	as.Findings = h.findings()
	if n.Placement.Tier == plumbline.SpecialCase {
		as.Notes = append(as.Notes, "a Special Case is not ranked: the reports tell too little to place the country, and no tier is indicated")
		return as
	}
	if len(h.tallies) == 0 {
		as.Notes = append(as.Notes, "no claim of this narrative is conduct that may be weighed; read a fuller text of this country-year")
		return as
	}
	l := newLadder(in.Standard, in.Switches)
	o := l.outcomes(as.Findings)
	as.Law = l.law(as.Findings, o)
	as.Fitted = a.points.fitted(as.Findings, l.proven(o.now))
	twoYears(in, &as)
	as.Counterfactuals = a.counterfactuals(l, &as, o)
	as.Notes = append(as.Notes, h.notes(&as)...)
	return as
}

// notes says what the reader of the findings must know.
func (h *hearing) notes(as *plumbline.Assessment) []string {
	out := h.requested(as)
	if y := h.in.Standard.FirstReport; as.Year < y || h.in.Standard.LastReport != 0 && as.Year > h.in.Standard.LastReport || y == 0 {
		out = append(out, fmt.Sprintf("the report of %d was made under another version of the law; these are the same facts held against the law of %s", as.Year, h.in.Standard.Name))
	}
	return append(out, differences(as)...)
}

// differences explains where a reading departs from the printed tier, by the
// findings that drive it.
func differences(as *plumbline.Assessment) []string {
	var out []string
	printed := as.Placement.Tier
	if printed.Rank() < 0 {
		return nil
	}
	if t := as.Law.After; t != "" && t != printed {
		out = append(out, fmt.Sprintf("the law reading indicates %s where %s is printed: %s", t.Name(), printed.Name(), strings.Join(as.Law.Reasons, "; ")))
	}
	if t := as.Fitted.After; t != "" && t != printed {
		why := as.Fitted.Reasons[len(as.Fitted.Reasons)-1]
		if drives := drivers(as, t.Rank() > printed.Rank()); !as.Fitted.Automatic && drives != "" {
			why = "most of it comes from " + drives
		}
		out = append(out, fmt.Sprintf("the fitted reading indicates %s where %s is printed; %s", t.Name(), printed.Name(), why))
	}
	return out
}

// drivers names the largest points of one sign.
func drivers(as *plumbline.Assessment, good bool) string {
	var out []string
	for _, p := range as.Fitted.Points {
		if (p.Points > 0) == good && len(out) < 3 {
			out = append(out, fmt.Sprintf("%s %s (%+.2f)", p.Criterion, as.Gloss(p.Element), p.Points))
		}
	}
	return strings.Join(out, ", ")
}

func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
