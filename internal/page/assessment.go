package page

import (
	"fmt"

	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// Assessment is a country-year held against the law.
type Assessment struct {
	Heading   string
	Links     []Link
	Printed   plumbline.Tier
	Placed    string // what the outcome sentence says of it
	Readings  []Reading
	Law       Link
	Act       string
	Versions  []MarkChoice
	Kept      []HiddenField
	Other     bool // the law is not that of the report's year
	Clock     []wording.Field
	Notes     []string
	Origin    Origin
	Groups    []FindingGroup
	Changes   []Counterfactuals
	Points    []Point
	Score     string
	LeftOut   []LeftOut
	Weighed   int // claims that bear on a finding
	Narrative Link
}

// Reading is the tier that one reading of the findings indicates.
type Reading struct {
	Name    string // law, fitted
	About   string
	Tier    plumbline.Tier // before the two-year rule; empty where it cannot tell
	After   plumbline.Tier // after it; empty where that is not known
	Said    string         // in words
	Beside  string         // how it stands to the tier printed
	Agree   []string       // what would make it agree, where it differs
	Reasons []string
}

// FindingGroup is the findings on criteria of one role.
type FindingGroup struct {
	Name     string
	Findings []Finding
}

// Finding is what the claims say on one criterion.
type Finding struct {
	Anchor    string
	Criterion plumbline.CriterionID
	Title     string
	Asks      string // in plain language
	When      string // when it is met; empty where it is its one element
	Cite      string
	Verdict   string
	Tone      wording.Tone
	Certainty string // where it is less than certain
	Reason    string // of one that has no elements
	Elements  []Element
	Missing   []string
	For       int // claims
	Against   int
}

// Element is what the claims say on a part of a criterion.
type Element struct {
	Gloss string
	Said  string
	Tone  wording.Tone
	Sides []Side
}

// Side is the claims that stand on one side of an element.
type Side struct {
	Name  string
	Lines []Line
}

// Counterfactuals is what would change an indicated tier; any one of the sets is
// enough.
type Counterfactuals struct {
	Knowledge bool // if more were known, not if the government did otherwise
	Says      string
	Sets      []string
}

// Point is what an element adds to the fitted reading.
type Point struct {
	Points    string
	Gloss     string
	Criterion plumbline.CriterionID
	Tone      wording.Tone
	Claims    []Link
}

// LeftOut is claims that were not weighed, and why.
type LeftOut struct {
	Why   string
	Lines []Line
}

func (Assessment) template() string { return "assessment" }

// Lines words claims once, whatever often they are shown.
type Lines struct {
	claims map[plumbline.ClaimID]*plumbline.Claim
	lines  map[plumbline.ClaimID]Line
	text   func(*plumbline.Claim) string
	name   func(plumbline.CountryCode) string
}

// NewLines words claims; text gives that of the document that a claim stands in.
func NewLines(claims map[plumbline.ClaimID]*plumbline.Claim, text func(*plumbline.Claim) string, name func(plumbline.CountryCode) string) *Lines {
	return &Lines{claims, map[plumbline.ClaimID]Line{}, text, name}
}

// Of gives the lines of claims; what is no claim at hand is left out.
func (ls *Lines) Of(ids ...plumbline.ClaimID) []Line {
	var list []Line
	for _, id := range ids {
		line, known := ls.lines[id]
		if c := ls.claims[id]; !known && c != nil {
			line, known = NewLine(c, ls.text(c), ls.name), true
			ls.lines[id] = line
		}
		if known {
			list = append(list, line)
		}
	}
	return list
}

// SetFindings groups the findings of an assessment as the law does. asks gives
// what a criterion asks and when it is met.
func SetFindings(list []plumbline.Finding, lines *Lines, asks func(plumbline.CriterionID) (gloss, when string)) []FindingGroup {
	var groups []FindingGroup
	for _, part := range wording.FindingParts {
		var found []Finding
		for i := range list {
			if f := &list[i]; f.Role == part.Role {
				found = append(found, setFinding(f, lines, asks))
			}
		}
		switch {
		case len(found) == 0:
		case part.Name == "" && len(groups) > 0:
			last := &groups[len(groups)-1]
			last.Findings = append(last.Findings, found...)
		default:
			groups = append(groups, FindingGroup{part.Name, found})
		}
	}
	return groups
}

func setFinding(f *plumbline.Finding, lines *Lines, asks func(plumbline.CriterionID) (gloss, when string)) Finding {
	out := Finding{Anchor: CriterionAnchor(f.Criterion), Criterion: f.Criterion, Title: f.Title, Cite: f.Cite, Missing: f.Missing, For: len(f.For), Against: len(f.Against)}
	out.Asks, out.When = asks(f.Criterion)
	out.Verdict, out.Tone = wording.Verdict(f.Role, f.Verdict)
	if f.Certainty != plumbline.Certain {
		out.Certainty = wording.CertaintyWords[f.Certainty]
	}
	if len(f.Elements) == 0 {
		out.Reason = f.Reason
	}
	for i := range f.Elements {
		out.Elements = append(out.Elements, setElement(&f.Elements[i], lines))
	}
	return out
}

func setElement(e *plumbline.ElementFinding, lines *Lines) Element {
	out := Element{Gloss: e.Gloss, Said: string(e.Verdict), Tone: map[plumbline.Verdict]wording.Tone{
		plumbline.VerdictYes: wording.Neutral, plumbline.VerdictPartly: wording.Doubtful, plumbline.VerdictUnknown: wording.Faint}[e.Verdict]}
	switch {
	case e.Presumed:
		out.Said = "presumed not, for data on it were withheld after a request"
	case e.Verdict == plumbline.VerdictUnknown:
		out.Said = "unknown: the text does not tell"
	case e.Certainty != plumbline.Certain && e.Certainty != "":
		out.Said += ", " + wording.CertaintyWords[e.Certainty] + " at most"
	}
	if e.Contradicted() {
		out.Said += "; the text says both"
	}
	for _, side := range []struct {
		name string
		ids  []plumbline.ClaimID
	}{{"for", e.For}, {"in part", e.Partly}, {"against", e.Against}} {
		if list := lines.Of(side.ids...); len(list) > 0 {
			out.Sides = append(out.Sides, Side{side.name, list})
		}
	}
	return out
}

// SetCounterfactuals words what would change an indicated tier. role is that of
// a criterion.
func SetCounterfactuals(list []plumbline.Counterfactual, role func(plumbline.CriterionID) plumbline.CriterionRole) []Counterfactuals {
	var out []Counterfactuals
	for _, g := range view.GroupCounterfactuals(list) {
		c := Counterfactuals{Knowledge: g.Kind == plumbline.IfMoreWereKnown, Says: wording.WouldIndicate(g.Reading, g.Tier, g.Kind, g.Open)}
		for _, set := range g.Sets {
			words := ""
			for i, x := range set {
				to, _ := wording.Verdict(role(x.Criterion), x.To)
				if i > 0 {
					words += "; and "
				}
				words += fmt.Sprintf("%s %s: %s", x.Criterion, x.Title, to)
			}
			c.Sets = append(c.Sets, words)
		}
		out = append(out, c)
	}
	return out
}
