package plain

import (
	"slices"

	"plumbline/internal/view"
	"plumbline/internal/wording"

	"plumbline"
)

// conduct prints what the government did, by section and claim type.
func (p *profile) conduct() {
	p.part("WHAT THE GOVERNMENT DID")
	before := p.b.Len()
	parts, others := view.Conduct(p.Narrative, p.Claims)
	for _, part := range parts {
		p.heading(wording.PartName(part.Section))
		if part.Silent {
			p.para(2, faint, "The text has this section; nothing was read in it.")
		}
		p.trends(part.Trends)
		p.deeds(part.Groups)
	}
	if len(others) > 0 {
		p.heading("What others did")
		p.deeds(others)
	}
	if p.b.Len() == before {
		p.blank()
		p.para(2, faint, "Nothing was read.")
	}
}

func (p *profile) trends(list []*plumbline.Claim) {
	if len(list) == 0 {
		return
	}
	p.line("  Trend")
	for _, c := range list {
		word, how := wording.TrendMark(c)
		p.deed(c, word, tones[how])
	}
}

func (p *profile) deeds(groups []view.ConductGroup) {
	for _, g := range groups {
		p.line("  ", wording.TypeName(g.Type))
		for _, c := range g.Claims {
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
	list := view.OfType(p.Claims, plumbline.Recommendation)
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
