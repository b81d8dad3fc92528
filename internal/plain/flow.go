package plain

import (
	"slices"
	"strings"

	"plumbline/internal/view"
	"plumbline/internal/wording"

	"plumbline"
)

func (p *profile) flows() {
	for _, m := range view.Movements {
		list := view.FlowsOf(p.Claims, m)
		if len(list) > 0 {
			p.heading(wording.MovementName(m))
		}
		for _, c := range list {
			p.flow(c)
		}
	}
}

func (p *profile) flow(c *plumbline.Claim) {
	x := &c.Participants
	from, to := p.ends(x.Origin, x.OriginRegions), p.ends(x.Destination, x.DestinationRegions)
	via := wording.Under("by way of ", p.countries(x.Transit))
	who := wording.Dots(wording.IDs(x.Victims), wording.IDs(x.Forms), wording.Under("in ", wording.IDs(x.Sectors)), wording.Under("by ", wording.IDs(x.Means)))
	own := string(p.Narrative.Country)
	if from == "" && to == "" {
		p.statement(c, "no place said", who, "“"+wording.Clean(c.Citation.Quote)+"”")
		return
	}
	label, arrow := from, "→ "+to
	switch {
	case from == to && to == p.name(own):
		arrow = "within the country"
	case from == "":
		label, arrow = to, "← origin not said"
	case to == "":
		arrow = "→ destination not said"
	case len(x.Destination) == 1 && x.Destination[0] == own && len(x.DestinationRegions) == 0 && !slices.Contains(x.Origin, own):
		label, arrow = to, "← "+from
	}
	e := entry{indent: 2, room: statementRoom, label: label, cites: []int{p.cited.claim(c)}}
	e.body = wording.Lines(arrow, via, who)
	e.more = wording.Lines(wording.Dots(wording.ID(string(c.Frequency)), wording.When(c.Time), wording.Promise(c), wording.Hedge(c, p.text)), wording.Silence(c.Reporting))
	p.entry(e)
}

// ends names the countries and, as the text has them, the regions at one end.
func (p *profile) ends(codes, regions []string) string {
	list := wording.Lines(p.countries(codes))
	for _, r := range regions {
		list = append(list, wording.Region(r))
	}
	return strings.Join(list, ", ")
}
