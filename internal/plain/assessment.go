package plain

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
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
	p.entry(entry{room: statementRoom + 2, label: label, body: []string{wording.Indicates(in)}, more: in.Reasons})
}

func (p *assessment) findings() {
	p.part("FINDINGS")
	for _, part := range wording.FindingParts {
		named := part.Name == ""
		for i := range p.Assessment.Findings {
			f := &p.Assessment.Findings[i]
			if f.Role != part.Role {
				continue
			}
			if !named {
				p.heading(part.Name)
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
	for _, g := range view.GroupCounterfactuals(p.Assessment.Counterfactuals) {
		p.blank()
		p.para(2, none, wording.WouldIndicate(g.Reading, g.Tier, g.Kind, g.Open))
		for _, set := range g.Sets {
			var words []string
			for _, x := range set {
				to, _ := verdictWord(p.role(x.Criterion), x.To)
				words = append(words, fmt.Sprintf("%s %s: %s", x.Criterion, x.Title, to))
			}
			p.entry(entry{indent: 4, room: 2, label: "·", body: []string{strings.Join(words, "; and ")}})
		}
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
	for _, g := range view.GroupLeftOut(p.Assessment.Left, view.ByID(p.Claims)) {
		var at []int
		for _, c := range g.Claims {
			at = append(at, p.cited.claim(c))
		}
		slices.Sort(at)
		p.entry(entry{indent: 2, room: 2, label: "·", body: []string{g.Why}, more: []string{numbers(slices.Compact(at))}})
	}
}
