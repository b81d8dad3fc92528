package plain

import (
	"fmt"
	"io"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
	"plumbline/internal/wording"
)

// FindingData is what Finding shows.
type FindingData struct {
	Finding   *plumbline.Finding
	Criterion *plumbline.Criterion
	Formula   string // when the criterion is met, in words; empty where it is its one element
	Asks      map[plumbline.ElementName]string
	Left      map[plumbline.ElementName][]plumbline.LeftOut // claims that would bear on an element
	Claims    []plumbline.Claim                             // of the narrative
	Country   string
	Year      int
	Standard  plumbline.StandardName
	Origin    string // the file that was read
	Sample    bool
}

// Finding prints one finding: what the criterion asks, when it is met, and of
// each element the claims for and against it with their quotes, and those that
// were left out and why.
func Finding(w io.Writer, d FindingData, s Style) error {
	p := newPen(s)
	p.opens(d.Sample)
	f, c := d.Finding, d.Criterion
	word, how := verdictWord(f.Role, f.Verdict)
	if f.Certainty != "" && f.Certainty != plumbline.Certain {
		word += ", " + wording.CertaintyWords[f.Certainty]
	}
	p.para(0, bold, fmt.Sprintf("%s %d, %s %s", wording.Clean(d.Country), d.Year, f.Criterion, f.Title))
	p.para(0, how, word)
	p.phrases(faint, fmt.Sprintf("%s · law in force from %s · %s", f.Cite, d.Standard, wording.Clean(d.Origin)))
	p.blank()
	p.para(2, none, c.Gloss)
	if d.Formula != "" {
		p.para(2, cyan, standard.Lead(f.Role)+" "+d.Formula)
	}
	p.para(2, none, sentence(f.Reason))
	for i := range f.Elements {
		d.element(p, &f.Elements[i])
	}
	if len(f.Missing) > 0 {
		p.part("STILL TO BE KNOWN")
		for _, m := range f.Missing {
			p.entry(entry{indent: 2, room: 2, label: "·", body: []string{m}})
		}
	}
	p.closes(d.Sample)
	return p.flush(w)
}

func (d *FindingData) element(p *pen, e *plumbline.ElementFinding) {
	p.part(strings.ReplaceAll(string(e.Name), "_", " "))
	p.para(2, bold, fmt.Sprintf("%s: %s", e.Gloss, e.Verdict))
	p.para(2, faint, e.Reason)
	if asks := d.Asks[e.Name]; asks != "" {
		p.para(2, faint, "asked of the claims: "+asks)
	}
	for _, side := range []struct {
		label  string
		how    paint
		claims []plumbline.ClaimID
	}{{"for", green, e.For}, {"in part", yellow, e.Partly}, {"against", red, e.Against}} {
		for _, id := range side.claims {
			d.claim(p, side.label, side.how, id, "")
		}
	}
	for _, l := range d.Left[e.Name] {
		d.claim(p, "left out", faint, l.Claim, l.Why)
	}
}

// claim prints a claim's quote and where it stands.
func (d *FindingData) claim(p *pen, label string, how paint, id plumbline.ClaimID, why string) {
	for i := range d.Claims {
		c := &d.Claims[i]
		if c.ID != id {
			continue
		}
		said := fmt.Sprintf("claim %s, %s, bytes %d-%d; %s, %s", c.ID, c.Section, c.Citation.Span.Start, c.Citation.Span.End, c.Type, c.Certainty)
		if c.Source != plumbline.Author && c.Source != "" {
			said += ", says " + string(c.Source)
		}
		if s := wording.Reported(c.Reporting); s != "" && c.Reporting != plumbline.Stated {
			said += "; " + s
		}
		more := []string{said}
		if why != "" {
			more = append(more, why)
		}
		p.entry(entry{indent: 2, room: 10, label: label, how: how, body: []string{"“" + wording.Clean(c.Citation.Quote) + "”"}, more: more})
	}
}
