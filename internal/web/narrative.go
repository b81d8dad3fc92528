package web

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// narrative shows the text of a narrative with its claims marked.
func (s *Server) narrative(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes("mark", "claim", "page", "at"); err != nil {
		return nil, err
	}
	y, err := s.Record.ByNarrative(ctx, plumbline.NarrativeID(r.PathValue("id")))
	if err != nil {
		return nil, err
	}
	marking, chosen, err := r.marking(y)
	if err != nil {
		return nil, err
	}
	if said := r.query.Get("at"); said != "" {
		if marking.At, err = strconv.Atoi(said); err != nil || !y.Narrative.Span.Holds(marking.At) {
			return nil, parameter("at", fmt.Sprintf("%q is no byte of this narrative", said),
				fmt.Sprintf("it has %d to %d", y.Narrative.Span.Start, y.Narrative.Span.End-1))
		}
	}
	marked := slices.Clone(y.Claims)
	if marking.Type != "" {
		marked = slices.DeleteFunc(marked, func(c plumbline.Claim) bool { return !marking.Marks(&c) })
	}
	a := &answer{frame: s.frameOf(y, "the text")}
	a.json = value(func(dst []byte) []byte { return encode.AppendTold(dst, y.Narrative, marked) })
	a.csv = twin(func(w io.Writer) error { return encode.WriteClaimsCSV(w, marked) })
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	kept, err := s.Record.Store.Kept(ctx, y.Document.ID)
	if err != nil {
		return nil, err
	}
	name := s.names(y.Year)
	body := page.Narrative{
		Heading: a.frame.Title, Tier: y.Narrative.Placement.Tier, Placed: placed(y.Narrative), Origin: page.NewOrigin(y.Document),
		Links: yearLinks(y, nil), Choices: markChoices(y.Claims, marking), Sections: page.SectionLinks(y.Narrative),
		Passages: page.SetPassages(view.Passages(y.Narrative, y.Claims, y.Document.Text), y.Claims, y.Document.Text, marking),
	}
	if body.Doubts, err = s.doubts(ctx, y); err != nil {
		return nil, err
	}
	if body.Scan, body.Scans, err = r.scan(y, chosen, kept); err != nil {
		return nil, err
	}
	for _, name := range []string{"claim", "page"} {
		if v := r.query.Get(name); v != "" {
			body.Kept = append(body.Kept, page.HiddenField{Name: name, Value: v})
		}
	}
	for i := range marked {
		c := &marked[i]
		note := page.NewClaimNote(c, y.Document.Text, name)
		if kept && c.Citation.Page > 0 {
			note.Scan = page.ScanPath(y.Narrative.ID, c.Citation.Page, c.ID)
		}
		body.Claims = append(body.Claims, note)
	}
	if !marking.None {
		body.Marked = len(marked)
	}
	a.body = body
	return a, nil
}

// frameOf is the frame of a page on a country-year.
func (s *Server) frameOf(y *record.CountryYear, what string) page.Frame {
	name := wording.Clean(s.Record.Countries.Name(y.Country, y.Year))
	f := page.Frame{Sample: y.Sample(), Trail: []page.Link{{Href: "/", Text: "World"}}}
	title := name
	switch {
	case y.Country == "":
		title = "Country not known"
	default:
		f.Trail = append(f.Trail, page.Link{Href: page.CountryPath(y.Country, 0), Text: name})
	}
	if y.Year != 0 {
		title += " " + strconv.Itoa(y.Year)
		if y.Country != "" {
			f.Trail = append(f.Trail, page.Link{Href: page.CountryPath(y.Country, y.Year), Text: strconv.Itoa(y.Year)})
		}
	} else {
		title += ", year not known"
	}
	f.Title = title + ": " + what
	f.Lead = fmt.Sprintf("%s, from %s.", f.Title, wording.FileName(y.Narrative.File))
	return f
}

// names gives the name that a country bore in a year.
func (s *Server) names(year int) func(plumbline.CountryCode) string {
	return func(c plumbline.CountryCode) string { return wording.Clean(s.Record.Countries.Name(c, year)) }
}

// placed says what is said of the tier beyond its name.
func placed(n *plumbline.Narrative) string {
	said := wording.Placed(&n.Placement)
	_, rest, _ := strings.Cut(said, "; ")
	return rest
}

// yearLinks lead to the pages on a country-year; here is the one that they
// stand on.
func yearLinks(y *record.CountryYear, here func(plumbline.CountryCode, int) string) []page.Link {
	if y.Country == "" || y.Year == 0 {
		return nil
	}
	list := []page.Link{
		{Href: page.CountryPath(y.Country, y.Year), Text: "Profile and conduct"},
		{Href: page.NarrativePath(y.Narrative.ID), Text: "The text", Here: here == nil},
		{Href: page.AssessmentPath(y.Country, y.Year), Text: "Held against the law"},
		{Href: page.ChangePath(y.Country, y.Year), Text: "Since the year before"},
	}
	for i := range list {
		list[i].Here = list[i].Here || here != nil && list[i].Href == here(y.Country, y.Year)
	}
	return list
}

// doubts are those on a narrative, in words.
func (s *Server) doubts(ctx context.Context, y *record.CountryYear) ([]string, error) {
	list, err := s.Record.Doubts(ctx, y)
	var said []string
	for _, d := range list {
		said = append(said, wording.Clean(d.Message)+wording.Under("; ", wording.Clean(d.Hint)))
	}
	return said, err
}

// noMarks is the choice of marking nothing.
const noMarks = "none"

// marking reads which claims are to be marked, and which one is chosen.
func (r *request) marking(y *record.CountryYear) (m page.Marking, chosen *plumbline.Claim, err error) {
	switch v := r.query.Get("mark"); {
	case v == noMarks:
		m.None = true
	case v == "" || slices.Contains(plumbline.ClaimTypes, plumbline.ClaimType(v)):
		m.Type = plumbline.ClaimType(v)
	default:
		return m, nil, parameter("mark", fmt.Sprintf("%q is not a claim type", v), "choose a claim type of the codebook, or none")
	}
	if v := r.query.Get("claim"); v != "" {
		i := slices.IndexFunc(y.Claims, func(c plumbline.Claim) bool { return string(c.ID) == v })
		if i < 0 {
			return m, nil, parameter("claim", fmt.Sprintf("%q is no claim of this narrative", v), "its claims are listed below its text")
		}
		chosen = &y.Claims[i]
		m.Chosen = chosen.ID
	}
	return m, chosen, nil
}

// markChoices are the ways of marking claims: all, none, or those of a type
// that the narrative has.
func markChoices(claims []plumbline.Claim, m page.Marking) []page.MarkChoice {
	count := map[plumbline.ClaimType]int{}
	for i := range claims {
		count[claims[i].Type]++
	}
	list := []page.MarkChoice{
		{Value: "", Text: fmt.Sprintf("every claim (%d)", len(claims)), Chosen: !m.None && m.Type == ""},
		{Value: noMarks, Text: "nothing", Chosen: m.None},
	}
	for _, t := range plumbline.ClaimTypes {
		if count[t] > 0 || m.Type == t {
			list = append(list, page.MarkChoice{Value: string(t), Text: fmt.Sprintf("%s (%d)", wording.TypeName(t), count[t]), Chosen: m.Type == t})
		}
	}
	return list
}

// scan chooses the page of the original that stands beside the text: the one
// asked for, else that of the chosen claim. Where none is asked for, a link
// leads to the first.
func (r *request) scan(y *record.CountryYear, chosen *plumbline.Claim, kept bool) (*page.Scan, *page.Link, error) {
	d, n := y.Document, y.Narrative
	first, last := d.PageAt(n.Span.Start), d.PageAt(max(n.Span.Start, n.Span.End-1))
	asked, number := r.query.Get("page"), 0
	if asked != "" {
		var err error
		if number, err = strconv.Atoi(asked); err != nil || !kept || number < first || number > last {
			hint := "no pages are kept of this document"
			if kept {
				hint = fmt.Sprintf("the narrative stands on pages %d to %d", first, last)
			}
			return nil, nil, parameter("page", fmt.Sprintf("%q is no page of this narrative", asked), hint)
		}
	}
	if !kept || first == 0 {
		return nil, nil, nil
	}
	id := plumbline.ClaimID("")
	if chosen != nil {
		id = chosen.ID
		if number == 0 {
			number = chosen.Citation.Page
		}
	}
	if number == 0 {
		return nil, &page.Link{Href: page.ScanPath(n.ID, first, ""), Text: "Show the pages of the original beside the text"}, nil
	}
	scan := &page.Scan{Number: number, Image: page.PageImagePath(d.ID, number), Hide: page.NarrativePath(n.ID)}
	if number > first {
		scan.Before = &page.Link{Href: page.ScanPath(n.ID, number-1, id), Text: "page before"}
	}
	if number < last {
		scan.After = &page.Link{Href: page.ScanPath(n.ID, number+1, id), Text: "page after"}
	}
	if chosen != nil {
		scan.Hide = page.CitationPath(n.ID, id)
		if number >= chosen.Citation.Page && number <= max(chosen.Citation.Page, chosen.Citation.LastPage) {
			scan.Boxes, scan.Quote = page.PageBoxesPath(d.ID, number, id), wording.Clean(chosen.Citation.Quote)
		}
	}
	return scan, nil, nil
}
