package web

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/wording"
)

// claim shows everything known of one claim.
func (s *Server) claim(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	c, err := s.Record.Store.Claim(ctx, plumbline.ClaimID(r.PathValue("id")))
	if err != nil {
		return nil, err
	}
	a := &answer{
		json: value(func(dst []byte) []byte { return encode.AppendClaim(dst, c) }),
		csv:  func(w io.Writer) error { return encode.WriteClaimsCSV(w, []plumbline.Claim{*c}) },
	}
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	y, err := s.Record.ByNarrative(ctx, c.Narrative)
	if err != nil {
		return nil, err
	}
	a.frame = s.frameOf(y, "")
	country := strings.TrimSuffix(a.frame.Title, ": ")
	a.frame.Title = fmt.Sprintf("%s, %s", wording.TypeName(c.Type), country)
	a.frame.Lead = fmt.Sprintf("What was read of %s from its words, how surely it is said and by whom.", country)
	body := s.claimBody(c, y)
	body.Heading, body.Narrative = a.frame.Title, page.Link{Href: page.CitationPath(c.Narrative, c.ID), Text: country + ": the text"}
	body.Citation = wording.Cite(y.Document, c, s.names(y.Year)(y.Country))
	kept, err := s.Record.Store.Kept(ctx, y.Document.ID)
	if err != nil {
		return nil, err
	}
	if kept && c.Citation.Page > 0 {
		body.Scan = page.ScanPath(c.Narrative, c.Citation.Page, c.ID)
	}
	a.frame.Trail = append(a.frame.Trail, page.Link{Href: page.NarrativePath(c.Narrative), Text: "Text"})
	a.body = body
	return a, nil
}

// claimBody sets what stands around a claim.
func (s *Server) claimBody(c *plumbline.Claim, y *record.CountryYear) page.Claim {
	d := y.Document
	name := s.names(y.Year)
	b := page.Claim{
		Line: page.NewLine(c, d.Text, name), Origin: page.NewOrigin(d),
		Span: fmt.Sprintf("bytes %d–%d of the document", c.Citation.Span.Start, c.Citation.Span.End),
		Part: wording.Clean(strings.Join(d.PartAt(c.Citation.Span.Start), " › ")),
		Firm: page.Firmness(c), Related: related(c, y, name), Rule: page.RuleText{Name: c.FoundBy},
	}
	for _, f := range wording.Fields(c, name) {
		if f.Name != "qualified by" && f.Name != "act" { // they are shown with their words
			b.Fields = append(b.Fields, f)
		}
	}
	sentence := c.Citation.Span
	var cues []page.Cue
	for _, e := range c.Evidence {
		cues = append(cues, page.Cue{Span: e.Span, Label: string(e.What)})
	}
	if x := s.Reader.Extractor; x != nil {
		e := x.Explain(d, y.Narrative, c)
		if !e.Sentence.Empty() {
			sentence = sentence.Join(e.Sentence)
		}
		said := map[string]int{}
		for _, l := range e.Leads {
			said[l.Role]++
		}
		for _, l := range e.Leads {
			l, value := wording.Lead(l), ""
			if len(l.Value) > 0 && said[l.Role] > 1 {
				value = wording.Names(l.Value, name)
			}
			if l.Marks() {
				cues = append(cues, page.Cue{Span: l.Words, Label: l.Role})
			}
			b.Leads = append(b.Leads, wording.Field{Name: l.Role, Value: l.Say(value, d.Text, sentence)})
		}
		for _, n := range e.Near {
			miss := wording.NearMiss(n)
			b.Near = append(b.Near, wording.Field{Name: string(n.Rule), Value: miss.Say(d.Text)})
		}
		if rule := x.Rules().Rule(string(c.FoundBy)); rule != nil {
			b.Rule = page.RuleText{Name: c.FoundBy, Doc: rule.Doc, Place: rule.Place(), Pattern: strings.TrimRight(rule.Text, "\n")}
		}
	}
	b.Sentence = page.SetSentence(sentence, c, cues, d.Text)
	for _, q := range cues[:len(c.Evidence)] {
		if at := wording.Inside(q.Span, d.Text); !sentence.Contains(at) {
			b.Outside = append(b.Outside, fmt.Sprintf("elsewhere, bytes %d–%d: “%s” is %s", at.Start, at.End, wording.Clean(at.In(d.Text)), q.Label))
		}
	}
	return b
}

// related groups the claims of the narrative that stand in a relation to c.
func related(c *plumbline.Claim, y *record.CountryYear, name func(plumbline.CountryCode) string) []page.Related {
	groups := []struct {
		page.Related
		has func(o *plumbline.Claim) bool
	}{
		{page.Related{Title: "What qualifies it", Note: "Words beside it that take it back in part. A claim that is qualified counts for no finding."},
			func(o *plumbline.Claim) bool { return slices.Contains(c.QualifiedBy, o.ID) }},
		{page.Related{Title: "What it qualifies", Note: "This claim takes these back in part."},
			func(o *plumbline.Claim) bool { return slices.Contains(o.QualifiedBy, c.ID) }},
		{page.Related{Title: "The same act elsewhere", Note: "The narrative tells this act more than once. It counts once."},
			func(o *plumbline.Claim) bool { return c.Act != "" && o.Act == c.Act }},
		{page.Related{Title: "Other claims on the same words"},
			func(o *plumbline.Claim) bool { return o.Citation.Span.Overlaps(c.Citation.Span) }},
	}
	var list []page.Related
	for _, g := range groups {
		for i := range y.Claims {
			if o := &y.Claims[i]; o.ID != c.ID && g.has(o) {
				g.Lines = append(g.Lines, page.NewLine(o, y.Document.Text, name))
			}
		}
		if len(g.Lines) > 0 {
			list = append(list, g.Related)
		}
	}
	return list
}
