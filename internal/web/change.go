package web

import (
	"context"
	"fmt"
	"io"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// change shows the tier-change memo of a country-year.
func (s *Server) change(ctx context.Context, r *request) (*answer, error) {
	x, err := r.assessed(ctx)
	if err != nil {
		return nil, err
	}
	c, err := s.Record.Change(ctx, x.CountryYear, x.law)
	if err != nil {
		return nil, err
	}
	out := &answer{frame: s.frameOf(x.CountryYear, "concrete actions and the move between lists")}
	out.frame.Trail = append(out.frame.Trail, page.Link{Href: page.NarrativePath(x.Narrative.ID), Text: "Text"})
	out.frame.Sample = x.Sample() || c.Before != nil && c.Before.Sample()
	out.frame.Lead = fmt.Sprintf("%s: what the text tells for and against it, each with its words.", out.frame.Title)
	out.json = value(func(dst []byte) []byte { return encode.AppendMemo(dst, &c.Memo) })
	out.csv = func(w io.Writer) error { return encode.WriteActionsCSV(w, &c.Memo) }
	if formOf(r.Request) == asHTML {
		body := s.changeBody(x, c)
		body.Heading = out.frame.Title
		if v := r.query.Get("document"); v != "" {
			body.Kept = []page.HiddenField{{Name: "document", Value: v}}
		}
		out.body = body
	}
	return out, nil
}

// changeBody sets a memo.
func (s *Server) changeBody(x *assessed, c *record.Change) page.Change {
	m := &c.Memo
	b := page.Change{
		Links: yearLinks(x.CountryYear, page.ChangePath), From: m.From.Tier, Now: m.Placement.Tier, Placed: placed(x.Narrative),
		Move: map[plumbline.Move]string{
			plumbline.Upgraded: "upgraded", plumbline.Downgraded: "downgraded", plumbline.Remained: "none: the tier is the same", "": "not known",
		}[m.Move],
		Law: page.Link{Href: page.LawPath(x.law.Name), Text: "in force from " + string(x.law.Name)}, Other: !x.own, Versions: s.versions(x.law),
		Narrative: page.Link{Href: page.NarrativePath(x.Narrative.ID), Text: wording.FileName(x.Narrative.File)},
		Notes:     m.Notes, Missing: m.Missing, Unexplained: m.Explained == plumbline.No,
	}
	if m.From.Tier != "" {
		b.FromKnown = fmt.Sprintf("in %d, from %s", m.From.Year, wording.Clean(m.From.Source))
		if m.From.Verified == plumbline.Derived {
			b.FromKnown += " (worked out)"
		}
	}
	text := func(*plumbline.Claim) string { return x.Document.Text }
	claims := view.ByID(x.Claims)
	if old := c.Before; old != nil {
		b.Before = &page.Link{Href: page.NarrativePath(old.Narrative.ID), Text: wording.FileName(old.Narrative.File)}
		claims = view.ByID(x.Claims, old.Claims)
		text = func(c *plumbline.Claim) string {
			if c.Narrative == old.Narrative.ID {
				return old.Document.Text
			}
			return x.Document.Text
		}
	}
	lines := page.NewLines(claims, text, s.names(x.Year))
	path := page.AssessmentPath(x.Country, x.Year)
	if !x.own {
		path += "?standard=" + string(x.law.Name)
	}
	criterion := func(id plumbline.CriterionID) page.Link {
		return page.Link{Href: path + "#" + page.CriterionAnchor(id), Text: string(id)}
	}
	role := func(id plumbline.CriterionID) plumbline.CriterionRole {
		for i := range x.law.Criteria {
			if x.law.Criteria[i].ID == id {
				return x.law.Criteria[i].Role
			}
		}
		return ""
	}
	of := "the move"
	if m.Explained == plumbline.NotSaid {
		of = "a better list"
	}
	for _, part := range []struct {
		title, anchor string
		list          []plumbline.Action
	}{
		{"What speaks for " + of, "for", m.For}, {"What speaks against " + of, "against", m.Against},
		{"In part, perhaps, or less than the year before", "partly", m.Partly},
	} {
		if len(part.list) > 0 {
			b.Parts = append(b.Parts, page.SetActions(part.title, part.anchor, part.list, lines, criterion))
		}
	}
	b.Turns, b.Criteria = page.SetTurns(m.Turns, lines, criterion), page.SetCriteria(m.Criteria, criterion, role)
	return b
}
