package lint

import (
	"cmp"
	"slices"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Linter finds Remarks. New makes one; it is safe for concurrent use.
type Linter struct {
	words   *token.Vocab
	numbers *token.Numbers
}

// New returns a Linter.
func New() *Linter {
	v := new(token.Vocab)
	return &Linter{words: v, numbers: token.NewNumbers(v)}
}

// Text is a narrative with what was read from it.
type Text struct {
	Document  *plumbline.Document
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim // of the narrative
	Doubts    []plumbline.Doubt // of the document or the narrative
}

// Check returns what does not fit in a narrative, in the order of the text.
// period is the time that its report covers; where it is zero no date is
// looked at. before is the narrative of the same country of the year before,
// or nil; how much was repeated from it is zero where it is nil.
func (l *Linter) Check(t Text, period plumbline.Period, before *Text) ([]plumbline.Remark, plumbline.Repeated) {
	c := check{Text: t, script: l.scan(&t), period: period}
	c.formulas()
	c.figures()
	c.changes()
	c.trends()
	c.sums()
	c.dates()
	if before != nil {
		old := check{Text: *before, script: l.scan(before)}
		c.moves(&old)
		c.earlier(&old)
		c.unchanged(&old)
	}
	slices.SortStableFunc(c.remarks, func(a, b plumbline.Remark) int {
		return cmp.Compare(a.Places[0].Citation.Span.Start, b.Places[0].Citation.Span.Start)
	})
	return c.remarks, c.repeated
}

// check is one narrative being checked.
type check struct {
	Text
	*script
	period   plumbline.Period
	remarks  []plumbline.Remark
	repeated plumbline.Repeated
}

func (c *check) remark(kind plumbline.RemarkKind, sure plumbline.Certainty, message, hint string, places ...plumbline.Place) {
	c.remarks = append(c.remarks, plumbline.Remark{
		Kind: kind, Narrative: c.Narrative.ID, Message: message, Hint: hint, Certainty: sure, Places: places,
	})
}

// place returns the words at s as a place.
func (c *check) place(s text.Span) plumbline.Place {
	p := plumbline.Place{Narrative: c.Narrative.ID, Citation: plumbline.Citation{Span: s, Quote: s.In(c.Document.Text)}}
	if section := c.Narrative.SectionAt(s.Start); section != nil {
		p.Section = section.Name
	}
	if len(c.Document.Pages) > 0 {
		p.Citation.Page, p.Citation.LastPage = c.Document.PageAt(s.Start), c.Document.PageAt(max(s.Start, s.End-1))
	}
	return p
}

// said returns the words of a claim as a place.
func (c *check) said(claim *plumbline.Claim) plumbline.Place {
	return plumbline.Place{Narrative: c.Narrative.ID, Section: claim.Section, Claim: claim.ID, Citation: claim.Citation}
}
