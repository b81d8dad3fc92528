package plain

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"plumbline/internal/wording"

	"plumbline"
)

// HistoryData is what History shows.
type HistoryData struct {
	History *plumbline.CountryHistory
	Names   plumbline.Countries
	Rule    plumbline.TwoYearRule // of the clock's year
}

// history is a page under way.
type history struct {
	*pen
	HistoryData
	sources []string // in the order of their numbers
}

// History prints the placements of a country year by year, where it stands
// under the two-year rule, and what is on record beside the tiers.
func History(w io.Writer, d HistoryData, s Style) error {
	p := &history{pen: newPen(s), HistoryData: d}
	h := d.History
	p.line(p.put(bold, fmt.Sprintf("%s (%s): placements", wording.Clean(p.Names.Name(h.Country, 0)), h.Country)))
	p.line(p.put(faint, strings.Repeat("═", p.width)))
	p.units()
	p.blank()
	p.timeline()
	p.blank()
	p.para(0, faint, wording.KnownNote)
	p.otherwise()
	p.clock()
	p.beside()
	p.legend()
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	return p.flush(w)
}

// units says which other units were rated before or after this one.
func (p *history) units() {
	h := p.History
	for _, s := range h.Successions {
		before, after := p.unit(s.Predecessor, s.Year-1), p.unit(s.Successor, s.Year)
		p.blank()
		if s.Successor == h.Country {
			p.para(0, none, fmt.Sprintf("Before %d the reports rated %s. That was another unit: its placements, its years on Tier 2 Watch List and its treaty actions are no history of %s.", s.Year, before, p.Names.Name(h.Country, 0)))
		} else {
			p.para(0, none, fmt.Sprintf("From %d on the reports rate %s by itself. What is listed here is no history of it.", s.Year, after))
		}
	}
}

func (p *history) unit(code plumbline.CountryCode, year int) string {
	return fmt.Sprintf("%s (%s)", wording.Clean(p.Names.Name(code, year)), code)
}

func (p *history) timeline() {
	var rows [][]string
	for _, y := range p.History.Years {
		if y.Tier == "" {
			rows = append(rows, []string{strconv.Itoa(y.Year), "unknown"})
			continue
		}
		rows = append(rows, []string{strconv.Itoa(y.Year), y.Tier.Name(), string(y.Move), wording.Step(y.TwoYear, y.Tier), p.known(&y.PastPlacement)})
	}
	p.table([]string{"report", "tier", "move", "two-year rule", "known"}, rows)
}

// known says how a placement is known, with the number of its source.
func (p *history) known(x *plumbline.PastPlacement) string {
	source := x.Source
	if x.Document != "" {
		source = fmt.Sprintf("document %s: %s", x.Document[:min(8, len(x.Document))], source)
	}
	return wording.Known(x) + " " + p.source(source)
}

// source numbers a source.
func (p *history) source(s string) string {
	i := slices.Index(p.sources, s)
	if i < 0 {
		i = len(p.sources)
		p.sources = append(p.sources, s)
	}
	return fmt.Sprintf("[%d]", i+1)
}

// otherwise lists the sources that contradict the ones above.
func (p *history) otherwise() {
	first := true
	for _, y := range p.History.Years {
		for i := range y.Others {
			if first {
				p.heading("Other sources say otherwise")
				first = false
			}
			p.para(2, yellow, fmt.Sprintf("%d: %s, %s", y.Year, y.Others[i].Tier.Name(), p.known(&y.Others[i])))
		}
	}
}

func (p *history) clock() {
	c := &p.History.Clock
	p.part(fmt.Sprintf("The two-year rule before the report of %d", c.Year))
	if !c.Applies {
		p.para(2, none, wording.Upper(c.Reason)+".")
		return
	}
	p.say("Years that count", wording.Counting(c))
	p.say("Waivers used", wording.OrUnknown(c.WaiversUsed))
	p.say("Waivers left", wording.WaiversLeft(c, p.Rule))
	p.say("Next step", wording.NextStep(c))
	p.say("Why", wording.Upper(c.Reason)+".")
	if len(c.Missing) > 0 {
		p.say("Not known", wording.Years(c.Missing))
	}
	if p.Rule.Cite != "" {
		p.say("Law", p.Rule.Cite)
	}
}

func (p *history) say(label, words string) {
	p.entry(entry{indent: 2, room: statementRoom, label: label, body: []string{words}})
}

// beside prints the dated facts that are no tiers.
func (p *history) beside() {
	h := p.History
	p.part("Beside the tiers")
	for _, kind := range []struct {
		kind  plumbline.WaiverKind
		label string
	}{{plumbline.DowngradeWaiver, "Downgrade waivers"}, {plumbline.RestrictionsWaiver, "Restrictions waivers"}} {
		var said []string
		for _, w := range h.Waivers {
			if w.Kind == kind.kind {
				said = append(said, fmt.Sprintf("%d %s", w.Year, p.source(w.Source)))
			}
		}
		p.record(kind.label, said, "none on record, which does not mean none")
	}
	var said []string
	for _, a := range h.Treaty {
		said = append(said, fmt.Sprintf("%s %s %s", a.Action, a.Date, p.source(a.Source)))
	}
	p.record("UN TIP Protocol", said, "no action on record, which does not mean that the country is no party")
	said = nil
	for _, c := range h.ChildSoldiers {
		said = append(said, fmt.Sprintf("%d %s", c.Year, p.source(c.Source)))
	}
	p.record("Child-soldier list", said, "not on it")
	p.para(4, faint, "Of that list, which is no tier, the following years are known: "+wording.Years(h.ListsKnown)+".")
}

func (p *history) record(label string, said []string, without string) {
	if len(said) == 0 {
		said = []string{without}
	}
	p.say(label, strings.Join(said, ", "))
}

func (p *history) legend() {
	if len(p.sources) == 0 {
		return
	}
	p.part("Sources")
	for i, s := range p.sources {
		p.entry(entry{room: 5, label: fmt.Sprintf("[%d]", i+1), body: []string{wording.Clean(s)}})
	}
}
