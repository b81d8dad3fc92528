package plain

import (
	"fmt"
	"io"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// Checked is a narrative that was checked, with what was found.
type Checked struct {
	Document  *plumbline.Document
	Narrative *plumbline.Narrative
	Before    *plumbline.Document // of the narrative of the year before; nil where it is not known
	Year      int                 // of that narrative
	Repeated  plumbline.Repeated
	Remarks   []plumbline.Remark
	Country   string // its name
}

// Remarks prints what does not fit in a narrative, each with its place, the
// words around it, the other words that it does not fit with, and what to look
// at.
func Remarks(w io.Writer, c Checked, s Style) error {
	p := newPen(s)
	src := &text.Source{Name: c.Document.File, Text: c.Document.Text}
	old := new(text.Source)
	if c.Before != nil {
		*old = text.Source{Name: c.Before.File, Text: c.Before.Text}
	}
	for _, r := range c.Remarks {
		sure := ""
		if r.Certainty != plumbline.Certain {
			sure = ", " + string(r.Certainty)
		}
		p.doubt(src, plumbline.Doubt{Span: r.Places[0].Citation.Span, Message: fmt.Sprintf("%s: %s%s: %s", c.Country, r.Kind, sure, r.Message)})
		if q := wording.Clean(r.Places[0].Citation.Quote); columns(q) > p.width/2 {
			for _, l := range wrapAtMost("“"+q+"”", p.width-4, 4) {
				p.line("    ", l)
			}
		}
		for _, place := range r.Places[1:] {
			if place.Citation.Span.Overlaps(r.Places[0].Citation.Span) && place.Narrative == c.Narrative.ID {
				continue
			}
			in := src
			if place.Narrative != c.Narrative.ID {
				in = old
			}
			at := in.Position(place.Citation.Span.Start)
			where := fmt.Sprintf("%s:%d:%d", in.Name, at.Line, at.Column)
			if place.Section != "" {
				where += " (" + string(place.Section) + ")"
			}
			p.para(2, faint, where)
			for _, l := range wrapAtMost("“"+wording.Clean(place.Citation.Quote)+"”", p.width-4, 3) {
				p.line("    ", l)
			}
		}
		if r.Hint != "" {
			p.para(2, none, "hint: "+wording.Clean(r.Hint))
		}
		p.blank()
	}
	if n := c.Repeated; c.Before != nil {
		p.para(0, none, fmt.Sprintf("%s: of %d sentences %d stand in the narrative of %d word for word and %d but for a few words; of %d recommendations %d stand there.",
			c.Country, n.Sentences, n.Same, c.Year, n.Nearly, n.Recommendations, n.Again))
		p.blank()
	}
	return p.flush(w)
}
