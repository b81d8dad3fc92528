package plain

import (
	"fmt"
	"strings"

	"plumbline/internal/view"
	"plumbline/internal/wording"

	"plumbline"
)

// head prints whose page it is, the placement and where it was read.
func (p *profile) head() {
	n := p.Narrative
	year := ", year not known"
	if p.Year != 0 {
		year = fmt.Sprint(" ", p.Year)
	}
	name, tier := wording.Clean(p.Country)+year, n.Placement.Tier.Name()
	if columns(name)+2+columns(tier) > p.width {
		p.para(0, bold, name)
		p.para(0, bold, tier)
	} else {
		p.line(p.put(bold, name), strings.Repeat(" ", p.width-columns(name)-columns(tier)), p.put(bold, tier))
	}
	p.line(p.put(faint, strings.Repeat("═", p.width)))
	p.fact("Placement", wording.Placed(&n.Placement), p.placementCites())
	p.fact("Minimum standards", map[plumbline.Answer]string{
		plumbline.Yes: "the government is said to fully meet them", plumbline.No: "the government is said not to fully meet them",
		plumbline.NotSaid: "not said",
	}[n.Placement.FullyMeets], p.complianceCites())
	p.fact("Efforts", map[plumbline.Answer]string{
		plumbline.Yes: "said to be significant", plumbline.No: "said not to be significant", plumbline.NotSaid: "not said",
	}[n.Placement.SignificantEfforts], nil)
	p.fact("Read from", p.origin(), nil)
	p.doubts()
}

func (p *profile) fact(label, words string, cites []int) {
	p.entry(entry{room: statementRoom + 2, label: label, body: []string{words}, cites: cites})
}

// placementCites cites the heading and the sentences that state the outcome.
func (p *profile) placementCites() []int {
	var list []int
	n := p.Narrative
	if h := n.Heading; !h.Empty() && h.Start >= 0 && h.End <= len(p.text) {
		list = append(list, p.cited.number(plumbline.Citation{Span: h, Quote: h.In(p.text), Page: p.Document.PageAt(h.Start)}, "heading", nil))
	}
	for _, c := range view.OfType(p.Claims, plumbline.PlacementClaim) {
		if k := p.cited.claim(c); len(list) == 0 || list[len(list)-1] != k {
			list = append(list, k)
		}
	}
	return list
}

func (p *profile) complianceCites() []int {
	want := map[plumbline.Answer]plumbline.Valence{plumbline.Yes: plumbline.Good, plumbline.No: plumbline.Bad}[p.Narrative.Placement.FullyMeets]
	for _, c := range view.OfType(p.Claims, plumbline.Compliance) {
		if want != "" && c.Valence == want {
			return []int{p.cited.claim(c)}
		}
	}
	return nil
}

// origin says what was read.
func (p *profile) origin() string {
	said := []string{wording.Clean(p.Narrative.File)}
	if d := p.Document; d != nil {
		said = append(said, wording.Clean(d.Title), wording.Clean(d.Publisher), wording.Under("released ", wording.Clean(d.Released)))
	}
	if p.Sample { // said above and below the page
		for i, s := range said {
			said[i] = strings.TrimSuffix(strings.Replace(s, " ("+wording.SampleNote+")", "", 1), wording.SampleNote)
		}
	}
	return strings.Join(wording.Lines(said...), "; ")
}

// doubts prints what a person should look at, and a conflict between the two
// printed tiers even where nobody has noted it.
func (p *profile) doubts() {
	var said []string
	for _, d := range p.Doubts {
		said = append(said, wording.Clean(d.Message)+wording.Under("; ", wording.Clean(d.Hint)))
	}
	x := &p.Narrative.Placement
	if len(said) == 0 && x.HeadingTier != "" && x.OutcomeTier != "" && x.HeadingTier != x.OutcomeTier {
		said = append(said, fmt.Sprintf("the heading says %s, the outcome sentence %s", x.HeadingTier.Name(), x.OutcomeTier.Name()))
	}
	label := "Doubts"
	for _, s := range said {
		p.entry(entry{room: statementRoom + 2, label: label, how: yellow, body: []string{s}})
		label = ""
	}
}
