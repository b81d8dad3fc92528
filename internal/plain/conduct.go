package plain

import (
	"slices"
	"strings"

	"plumbline/internal/wording"

	"plumbline"
)

// conductParts lists the groups under which conduct is shown.
var conductParts = []struct {
	section plumbline.SectionName
	name    string
}{
	{plumbline.Prosecution, "Prosecution"},
	{plumbline.Protection, "Protection"},
	{plumbline.Prevention, "Prevention"},
	{plumbline.AssessmentPart, "In the assessment's summary"},
	{plumbline.Profile, "In the profile"},
	{"", "Elsewhere in the text"},
}

// conduct prints what the government did, by section and claim type.
func (p *profile) conduct() {
	p.part("WHAT THE GOVERNMENT DID")
	before := p.b.Len()
	for _, part := range conductParts {
		trends := p.choose(func(c *plumbline.Claim) bool { return c.Type == plumbline.Trend && p.partOf(c) == part.section })
		deeds := p.choose(func(c *plumbline.Claim) bool {
			return c.Type.Conduct() && !p.foreign(c) && p.partOf(c) == part.section
		})
		if len(trends)+len(deeds) == 0 {
			p.nothingRead(part.section, part.name)
			continue
		}
		p.heading(part.name)
		p.trends(trends)
		p.deeds(deeds)
	}
	if others := p.choose(func(c *plumbline.Claim) bool { return c.Type.Conduct() && p.foreign(c) }); len(others) > 0 {
		p.heading("What others did")
		p.deeds(others)
	}
	if p.b.Len() == before {
		p.blank()
		p.para(2, faint, "Nothing was read.")
	}
}

// partOf returns the section under which c is shown. A trend belongs to the P
// that it is about.
func (p *profile) partOf(c *plumbline.Claim) plumbline.SectionName {
	if c.Type == plumbline.Trend && len(c.Participants.Topics) > 0 {
		topic := plumbline.SectionName(c.Participants.Topics[0])
		if topic == plumbline.Prosecution || topic == plumbline.Protection || topic == plumbline.Prevention {
			return topic
		}
	}
	for _, part := range conductParts {
		if c.Section == part.section {
			return c.Section
		}
	}
	return ""
}

// foreign reports whether somebody else than the narrative's government acted.
// The office's own conclusions are about the government, whoever draws them.
func (p *profile) foreign(c *plumbline.Claim) bool {
	switch c.Type {
	case plumbline.Compliance, plumbline.Efforts, plumbline.PlacementClaim:
		return false
	}
	actors := c.Participants.Actor
	return len(actors) > 0 && !slices.Contains(actors, string(p.Narrative.Country))
}

// nothingRead says of a section on what the government did that no claim was
// read in it.
func (p *profile) nothingRead(name plumbline.SectionName, shown string) {
	if name == plumbline.Profile {
		return
	}
	for _, s := range p.Narrative.Sections {
		if name != "" && s.Name == name {
			p.heading(shown)
			p.para(2, faint, "The text has this section; nothing was read in it.")
			return
		}
	}
}

func (p *profile) trends(list []*plumbline.Claim) {
	if len(list) == 0 {
		return
	}
	p.line("  Trend")
	for _, c := range list {
		word := wording.ID(string(c.Direction))
		if c.Direction == plumbline.NoEfforts {
			word = "no efforts"
		}
		_, how := markWord(c)
		p.deed(c, strings.TrimSpace(wording.Sign(c)+" "+word), how)
	}
}

func (p *profile) deeds(list []*plumbline.Claim) {
	for _, t := range plumbline.ConductTypes {
		begun := false
		for _, c := range list {
			if c.Type != t {
				continue
			}
			if !begun {
				p.line("  ", wording.TypeName(t))
				begun = true
			}
			word, how := mark(c)
			p.deed(c, word, how)
		}
	}
}

// deed prints one claim about conduct.
func (p *profile) deed(c *plumbline.Claim, label string, how paint) {
	e := entry{indent: 4, room: conductRoom, label: label, how: how}
	e.body = wrapAtMost("“"+wording.Clean(c.Citation.Quote)+"”", p.bodyWidth(e), 2)
	e.cites = []int{p.cited.claim(c)}
	e.body = append(e.body, wording.Lines(wording.Dots(wording.Figures(c.Quantity), wording.When(c.Time)), wording.Terms(c.Terms), wording.Under("by ", wording.Actors(c, p.Narrative.Country, p.country)))...)
	said := wording.Hedge(c, p.text)
	if said == wording.CertaintyWords[c.Certainty] {
		said = "" // the mark says as much
	}
	e.more = wording.Lines(said, wording.Silence(c.Reporting), p.beside(c), p.again(c))
	p.entry(e)
}

// beside names the claims that undercut c.
func (p *profile) beside(c *plumbline.Claim) string {
	var list []int
	for i := range p.Claims {
		if slices.Contains(c.QualifiedBy, p.Claims[i].ID) {
			list = append(list, p.cited.claim(&p.Claims[i]))
		}
	}
	return wording.Under("but see ", numbers(list))
}

// again says where the same act was told before.
func (p *profile) again(c *plumbline.Claim) string {
	if c.Act == "" {
		return ""
	}
	n := p.cited.claim(c)
	if at, told := p.acts[c.Act]; told {
		if at == n {
			return ""
		}
		return "the same act as " + numbers([]int{at})
	}
	p.acts[c.Act] = n
	return ""
}

// recommendations prints what the publisher asks of the government.
func (p *profile) recommendations() {
	list := p.choose(func(c *plumbline.Claim) bool { return c.Type == plumbline.Recommendation })
	if len(list) == 0 {
		return
	}
	p.part("WHAT THE REPORT RECOMMENDS")
	p.blank()
	for _, c := range list {
		e := entry{indent: 2, room: 2, label: "·", cites: []int{p.cited.claim(c)}}
		e.body = wrapAtMost(wording.Clean(c.Citation.Quote), p.bodyWidth(e), 3)
		e.more = wording.Lines(wording.IDs(c.Participants.Topics))
		p.entry(e)
	}
}
