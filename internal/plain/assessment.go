package plain

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"plumbline/internal/wording"

	"plumbline"
)

// AssessmentData is what Assessment shows.
type AssessmentData struct {
	Assessment *plumbline.Assessment
	Standard   *plumbline.Standard
	Claims     []plumbline.Claim // of the narrative
	Country    string            // the name to head the page
	Origin     string            // the file that was read
	Sample     bool
}

// assessment is a page under way.
type assessment struct {
	*pen
	AssessmentData
	cited citations
}

// Assessment prints the findings of a country-year with their citations, the
// tier that they indicate under each reading, and what would change it.
func Assessment(w io.Writer, d AssessmentData, s Style) error {
	p := &assessment{pen: newPen(s), AssessmentData: d}
	p.opens(d.Sample)
	p.head()
	p.findings()
	p.changes()
	p.points()
	p.leftOut()
	p.citations(&p.cited)
	p.closes(d.Sample)
	return p.flush(w)
}

func (p *assessment) head() {
	a := p.Assessment
	p.line(p.put(bold, fmt.Sprintf("%s %d", wording.Clean(p.Country), a.Year)), ": what the text indicates under the law")
	p.line(p.put(faint, strings.Repeat("═", p.width)))
	p.fact("Printed", wording.Placed(&a.Placement))
	p.reading("Law reading", &a.Law)
	p.reading("Fitted reading", &a.Fitted)
	p.fact("Law", fmt.Sprintf("in force from %s: %s", a.Standard, p.Standard.Act))
	p.fact("Clock", a.Clock.Reason)
	p.fact("Read from", wording.Clean(p.Origin))
	label := "Note"
	for _, n := range a.Notes {
		p.fact(label, n)
		label = ""
	}
}

func (p *assessment) fact(label, words string) {
	if words != "" {
		p.entry(entry{room: statementRoom + 2, label: label, body: []string{words}})
	}
}

func (p *assessment) reading(label string, in *plumbline.Indicated) {
	said := "cannot tell"
	if in.Tier != "" {
		said = "indicates " + in.Tier.Name()
	}
	switch {
	case in.Automatic:
		said += "; after the two-year rule Tier 3, an automatic downgrade"
	case in.Tier != "" && in.After == "":
		said += "; after the two-year rule not known"
	}
	p.entry(entry{room: statementRoom + 2, label: label, body: []string{said}, more: in.Reasons})
}

// findingParts are the groups under which findings are shown.
var findingParts = []struct {
	role plumbline.CriterionRole
	name string
}{
	{plumbline.MinimumStandard, "Minimum standards, 22 USC 7106(a)"},
	{plumbline.Indicium, "Indicia of serious and sustained efforts, 22 USC 7106(b)"},
	{plumbline.EffortsFactor, "Factors of significant efforts, 22 USC 7107(b)(3)"},
	{plumbline.ProofOfFailure, "Proof of failure: a policy or pattern, 22 USC 7107(b)(3)(B)"},
	{plumbline.FullCompliance, "Lists, 22 USC 7107(b)(1)"},
	{plumbline.MakesEfforts, ""},
	{plumbline.WatchListLimb, "Grounds for the Special Watch List, 22 USC 7107(b)(2)"},
}

func (p *assessment) findings() {
	p.part("FINDINGS")
	for _, part := range findingParts {
		named := part.name == ""
		for i := range p.Assessment.Findings {
			f := &p.Assessment.Findings[i]
			if f.Role != part.role {
				continue
			}
			if !named {
				p.heading(part.name)
				named = true
			}
			p.finding(f)
		}
	}
}

func (p *assessment) finding(f *plumbline.Finding) {
	word, how := verdictWord(f.Role, f.Verdict)
	if f.Certainty != "" && f.Certainty != plumbline.Certain {
		word += ", " + wording.CertaintyWords[f.Certainty]
	}
	p.entry(entry{indent: 2, room: verdictRoom, label: word, how: how, body: []string{fmt.Sprintf("%s %s", f.Criterion, f.Title)}})
	if len(f.Elements) == 0 && f.Reason != "" {
		p.para(2+verdictRoom, faint, f.Reason)
	}
	for i := range f.Elements {
		p.element(&f.Elements[i])
	}
	if len(f.Missing) > 0 {
		p.para(2+verdictRoom, faint, "still to be known: "+strings.Join(f.Missing, "; "))
	}
}

const verdictRoom = 16

func (p *assessment) element(e *plumbline.ElementFinding) {
	if e.Verdict == plumbline.VerdictUnknown {
		return
	}
	body := e.Gloss + ": " + string(e.Verdict)
	if e.Contradicted() {
		body += ", the text says both"
	}
	switch {
	case e.Presumed:
		body = e.Gloss + ": presumed not, for data on it were withheld after a request"
	case e.Certainty != plumbline.Certain:
		body += ", " + wording.CertaintyWords[e.Certainty] + " at most"
	}
	p.entry(entry{indent: 2 + verdictRoom, room: 2, label: "·", body: []string{body}})
	for _, side := range []struct {
		label  string
		claims []plumbline.ClaimID
	}{{"for", e.For}, {"in part", e.Partly}, {"against", e.Against}} {
		var cites []int
		for _, id := range side.claims {
			if c := p.claim(id); c != nil {
				cites = append(cites, p.cited.claim(c))
			}
		}
		slices.Sort(cites)
		if cites = slices.Compact(cites); len(cites) > 0 {
			p.para(4+verdictRoom, cyan, side.label+" "+numbers(cites))
		}
	}
}

func (p *assessment) claim(id plumbline.ClaimID) *plumbline.Claim {
	for i := range p.Claims {
		if p.Claims[i].ID == id {
			return &p.Claims[i]
		}
	}
	return nil
}

// changes prints the counterfactuals.
func (p *assessment) changes() {
	p.part("WHAT WOULD CHANGE IT")
	if len(p.Assessment.Counterfactuals) == 0 {
		p.blank()
		p.para(2, faint, "No change of findings that this text could answer would change a tier that is indicated.")
		return
	}
	var last plumbline.Counterfactual
	for i := range p.Assessment.Counterfactuals {
		c := &p.Assessment.Counterfactuals[i]
		if c.Reading != last.Reading || c.Kind != last.Kind || c.Tier != last.Tier || c.Open != last.Open {
			p.blank()
			p.para(2, none, fmt.Sprintf("Under these rules the %s reading would indicate %s%s if %s", c.Reading, c.Tier.Name(), beyond(c), onlyIf(c)))
		}
		var words []string
		for _, x := range c.Changes {
			to, _ := verdictWord(p.role(x.Criterion), x.To)
			words = append(words, fmt.Sprintf("%s %s: %s", x.Criterion, x.Title, to))
		}
		p.entry(entry{indent: 4, room: 2, label: "·", body: []string{strings.Join(words, "; and ")}})
		last = *c
	}
	p.blank()
	p.para(2, none, "This does not say what the Department would decide.")
}

func (p *assessment) role(id plumbline.CriterionID) plumbline.CriterionRole {
	for i := range p.Assessment.Findings {
		if p.Assessment.Findings[i].Criterion == id {
			return p.Assessment.Findings[i].Role
		}
	}
	return ""
}

// beyond says that more could follow.
func beyond(c *plumbline.Counterfactual) string {
	if c.Open {
		return ", or a tier beyond it that what is unknown leaves open,"
	}
	return ""
}

// onlyIf leads to the changes of a counterfactual.
func onlyIf(c *plumbline.Counterfactual) string {
	if c.Kind == plumbline.IfMoreWereKnown {
		return "it were known that (any one line is enough):"
	}
	return "the government's conduct changed so that (any one line is enough):"
}

// points prints what the fitted reading adds up.
func (p *assessment) points() {
	if len(p.Assessment.Fitted.Points) == 0 {
		return
	}
	p.part("POINTS OF THE FITTED READING")
	p.blank()
	for _, x := range p.Assessment.Fitted.Points {
		var cites []int
		for _, id := range x.Claims {
			if c := p.claim(id); c != nil {
				cites = append(cites, p.cited.claim(c))
			}
		}
		slices.Sort(cites)
		how := green
		if x.Points < 0 {
			how = red
		}
		p.entry(entry{indent: 2, room: 8, label: fmt.Sprintf("%+.2f", x.Points), how: how,
			body: []string{fmt.Sprintf("%s (%s)", p.Assessment.Gloss(x.Element), x.Criterion)}, more: wording.Lines(numbers(slices.Compact(cites)))})
	}
}

// leftOut says what was read and not weighed, and why.
func (p *assessment) leftOut() {
	if len(p.Assessment.Left) == 0 {
		return
	}
	p.part("NOT WEIGHED")
	p.blank()
	var order []string
	at := map[string][]int{}
	for _, l := range p.Assessment.Left {
		c := p.claim(l.Claim)
		if c == nil {
			continue
		}
		why := l.Why
		if len(c.QualifiedBy) > 0 && strings.Contains(why, string(c.QualifiedBy[0])) {
			why = "a claim beside it undercuts it"
		}
		if at[why] == nil {
			order = append(order, why)
		}
		at[why] = append(at[why], p.cited.claim(c))
	}
	for _, why := range order {
		slices.Sort(at[why])
		p.entry(entry{indent: 2, room: 2, label: "·", body: []string{why}, more: []string{numbers(slices.Compact(at[why]))}})
	}
}
