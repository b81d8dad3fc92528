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
	p.para(0, faint, "Known: report, read in that report; list, from a list or data set; derived, worked out from a later report's text and no history for that report; read here, from a narrative in the database. Under the two-year rule a downgrade was due, or a further year on the list needed a waiver.")
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
		rows = append(rows, []string{strconv.Itoa(y.Year), y.Tier.Name(), string(y.Move), stepWords[y.TwoYear][y.Tier], p.known(&y.PastPlacement)})
	}
	p.table([]string{"report", "tier", "move", "two-year rule", "known"}, rows)
}

// stepWords say what the two-year rule asked for, by the tier that was given.
var stepWords = map[plumbline.TwoYearStep]map[plumbline.Tier]string{
	plumbline.WaiverStep:    {plumbline.Tier2WL: "waiver needed", plumbline.Tier3: "due unless waived"},
	plumbline.DowngradeStep: {plumbline.Tier2WL: "barred", plumbline.Tier3: "due"},
}

// known says how a placement is known, with the number of its source.
func (p *history) known(x *plumbline.PastPlacement) string {
	words := map[plumbline.Verification]string{
		plumbline.Primary: "report", plumbline.Secondary: "list", plumbline.Derived: fmt.Sprintf("derived from %d", x.From), plumbline.Stored: "read here",
	}[x.Verified]
	source := x.Source
	if x.Document != "" {
		source = fmt.Sprintf("document %s: %s", x.Document[:min(8, len(x.Document))], source)
	}
	return words + " " + p.source(source)
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
		p.para(2, none, upper(c.Reason)+".")
		return
	}
	p.say("Years that count", p.counting(c))
	p.say("Waivers used", orUnknown(c.WaiversUsed))
	left := orUnknown(c.WaiversLeft)
	if c.Relisted == plumbline.Yes {
		left = "0, for the stay is limited after a downgrade under this rule"
	} else if c.WaiversLeft.Known && p.Rule.WaiverYears > 0 {
		left += fmt.Sprintf(" of %d that the law of %d allows", p.Rule.WaiverYears, c.Year)
	}
	p.say("Waivers left", left)
	p.say("Next step", next(c))
	p.say("Why", upper(c.Reason)+".")
	if len(c.Missing) > 0 {
		p.say("Not known", yearList(c.Missing))
	}
	if p.Rule.Cite != "" {
		p.say("Law", p.Rule.Cite)
	}
}

func (p *history) say(label, words string) {
	p.entry(entry{indent: 2, room: statementRoom, label: label, body: []string{words}})
}

func (p *history) counting(c *plumbline.Clock) string {
	if c.Consecutive.Known {
		return fmt.Sprintf("%d in a row on Tier 2 Watch List", c.Consecutive.N)
	}
	return fmt.Sprintf("unknown: at least %d and at most %d in a row on Tier 2 Watch List", c.AtLeast, c.AtMost)
}

func orUnknown(f plumbline.Figure) string {
	if !f.Known {
		return "unknown"
	}
	return strconv.FormatInt(f.N, 10)
}

// next says what the rule asks for next, as far as it is known.
func next(c *plumbline.Clock) string {
	switch {
	case c.Automatic == plumbline.Yes:
		return fmt.Sprintf("%d: a further year on Tier 2 Watch List is barred; a Tier 3 by this rule alone would be an automatic downgrade, not a finding of no efforts", c.Year)
	case c.MustWaive == plumbline.Yes && c.Last > 0:
		return fmt.Sprintf("%d: a waiver or an automatic downgrade; without a break none can be granted from %d on", c.Year, c.Last)
	case c.MustWaive == plumbline.Yes:
		return fmt.Sprintf("%d: a waiver or an automatic downgrade", c.Year)
	case c.MustWaive == plumbline.NotSaid || c.Automatic == plumbline.NotSaid:
		return "unknown"
	case c.Due == 0:
		return "none in sight"
	case c.Last > c.Due:
		return fmt.Sprintf("%d, if the country stays on the list: a waiver or an automatic downgrade; from %d on no waiver is left", c.Due, c.Last)
	}
	return fmt.Sprintf("%d, if the country stays on the list: an automatic downgrade", c.Due)
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
	p.para(4, faint, "Of that list, which is no tier, the following years are known: "+yearList(h.ListsKnown)+".")
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

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// yearList writes years with a comma between them, and runs of three or more
// as 2011-2014.
func yearList(years []int) string {
	if len(years) == 0 {
		return "none"
	}
	var parts []string
	for i := 0; i < len(years); {
		j := i
		for j+1 < len(years) && years[j+1] == years[j]+1 {
			j++
		}
		switch {
		case j > i+1:
			parts = append(parts, fmt.Sprintf("%d-%d", years[i], years[j]))
		default:
			for _, y := range years[i : j+1] {
				parts = append(parts, strconv.Itoa(y))
			}
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
