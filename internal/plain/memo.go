package plain

import (
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// MemoData is what Memo shows.
type MemoData struct {
	Memo    *plumbline.Memo
	Claims  []plumbline.Claim // of the narrative
	Earlier []plumbline.Claim // of the narrative of the year before
	Country string            // the name to head the page
	Origin  string            // the file that was read
	Before  string            // the file of the year before; empty where it is not stored
	Sample  bool
}

// memo is a page under way.
type memo struct {
	*pen
	MemoData
	claims map[plumbline.ClaimID]*plumbline.Claim
}

// Memo prints the tier-change memo of a country-year: the tiers, what speaks
// for the move and against it, each with the words, the claim and the criteria
// that it bears on, what changed against the year before, and what is missing.
func Memo(w io.Writer, d MemoData, s Style) error {
	p := &memo{pen: newPen(s), MemoData: d, claims: view.ByID(d.Claims, d.Earlier)}
	p.opens(d.Sample)
	p.head()
	of := "the move"
	if d.Memo.Explained == plumbline.NotSaid {
		of = "a better list"
	}
	p.actions("WHAT SPEAKS FOR "+strings.ToUpper(of), d.Memo.For, d.Memo.Explained == plumbline.No)
	p.actions("WHAT SPEAKS AGAINST "+strings.ToUpper(of), d.Memo.Against, false)
	p.actions("IN PART, PERHAPS, OR LESS THAN THE YEAR BEFORE", d.Memo.Partly, false)
	p.turns()
	p.missing()
	p.closes(d.Sample)
	return p.flush(w)
}

func (p *memo) head() {
	m := p.Memo
	p.line(p.put(bold, fmt.Sprintf("%s %d", wording.Clean(p.Country), m.Year)), ": concrete actions and the move between lists")
	p.line(p.put(faint, strings.Repeat("═", p.width)))
	from := "not known"
	if m.From.Tier != "" {
		from = fmt.Sprintf("%s in %d, from %s", m.From.Tier.Name(), m.From.Year, m.From.Source)
		if m.From.Verified == plumbline.Derived {
			from += " (worked out)"
		}
	}
	p.fact("Before", from)
	p.fact("Now", wording.Placed(&m.Placement))
	p.fact("Move", map[plumbline.Move]string{
		plumbline.Upgraded: "upgraded", plumbline.Downgraded: "downgraded", plumbline.Remained: "none: the tier is the same", "": "not known",
	}[m.Move])
	p.fact("Law", "in force from "+string(m.Standard))
	p.fact("Read from", wording.Clean(p.Origin))
	if p.Before != "" {
		p.fact("Year before", wording.Clean(p.Before))
	}
	label := "Note"
	for _, n := range m.Notes {
		p.fact(label, n)
		label = ""
	}
}

func (p *memo) fact(label, words string) {
	if words != "" {
		p.entry(entry{room: statementRoom + 2, label: label, body: []string{words}})
	}
}

// actions prints a group of actions by kind.
func (p *memo) actions(title string, list []plumbline.Action, unexplained bool) {
	if len(list) == 0 && !unexplained {
		return
	}
	p.part(title)
	if unexplained {
		p.blank()
		p.para(2, yellow, "The text gives no concrete action that speaks for the move.")
	}
	for _, kind := range view.ActionKinds {
		begun := false
		for i := range list {
			if list[i].Kind != kind {
				continue
			}
			if !begun {
				name := string(kind)
				if name == "" {
					name = "not in the list of concrete actions"
				}
				p.heading(strings.ToUpper(name[:1]) + name[1:])
				begun = true
			}
			p.action(&list[i])
		}
	}
}

// action prints one action with its words and where they stand.
func (p *memo) action(a *plumbline.Action) {
	e := entry{indent: 2, room: conductRoom, label: "·"}
	said := ""
	if c := p.claims[a.Claim]; c != nil {
		e.label, e.how = mark(c)
		said = wording.Hedge(c, "")
	}
	e.body = wrapAtMost("“"+wording.Clean(a.Citation.Quote)+"”", p.bodyWidth(e), 3)
	e.body = append(e.body, wording.Lines(wording.Figures(a.Quantity))...)
	fresh := map[plumbline.Answer]string{plumbline.Yes: "new: the year before tells nothing like it", plumbline.No: "the year before tells the like"}[a.New]
	criteria := make([]string, len(a.Criteria))
	for i, c := range a.Criteria {
		criteria[i] = string(c)
	}
	one := cited{Citation: a.Citation, where: string(a.Section)}
	if one.where == "" {
		one.where = "no section"
	}
	e.more = wording.Lines(said, fresh, wording.Under("bears on ", strings.Join(criteria, ", ")), one.place()+", claim "+string(a.Claim))
	p.entry(e)
}

// turns prints what is answered otherwise than the year before.
func (p *memo) turns() {
	m := p.Memo
	if m.Before == "" {
		return
	}
	p.part("AGAINST THE YEAR BEFORE")
	if len(m.Turns)+len(m.Criteria) == 0 {
		p.blank()
		p.para(2, faint, "Every element of the standard is answered as it was the year before.")
		return
	}
	for _, kind := range []plumbline.TurnKind{plumbline.Appeared, plumbline.Gone, plumbline.Turned} {
		begun := false
		for i := range m.Turns {
			t := &m.Turns[i]
			if t.Kind != kind {
				continue
			}
			if !begun {
				p.heading(map[plumbline.TurnKind]string{
					plumbline.Appeared: "Told now, not the year before", plumbline.Gone: "Told the year before, not now, which does not say that it ended", plumbline.Turned: "Answered otherwise",
				}[kind])
				begun = true
			}
			p.turn(t)
		}
	}
	if len(m.Criteria) > 0 {
		p.heading("Criteria")
	}
	for _, c := range m.Criteria {
		p.entry(entry{indent: 2, room: conductRoom, label: string(c.Criterion), body: []string{wording.Clean(c.Title)}, more: []string{string(c.From) + " → " + string(c.To)}})
	}
}

func (p *memo) turn(t *plumbline.Turn) {
	e := entry{indent: 2, room: conductRoom, label: string(t.Criterion), body: []string{wording.Clean(t.Gloss), string(t.From) + " → " + string(t.To)}}
	for _, side := range []struct {
		when string
		ids  []plumbline.ClaimID
	}{{"then ", t.Then}, {"now ", t.Now}} {
		for i, id := range side.ids {
			c := p.claims[id]
			if c == nil || i == 2 {
				break
			}
			e.more = append(e.more, side.when+wording.Sign(c)+" “"+wording.Clean(c.Citation.Quote)+"”, claim "+string(id))
		}
	}
	p.entry(e)
}

// missing prints what would have to be known.
func (p *memo) missing() {
	if len(p.Memo.Missing) == 0 {
		return
	}
	p.part("WHAT IS MISSING TO EXPLAIN A MOVE")
	p.blank()
	for _, s := range p.Memo.Missing {
		p.entry(entry{indent: 2, room: 2, label: "·", body: []string{wording.Clean(s)}})
	}
}
