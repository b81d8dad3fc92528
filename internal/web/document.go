package web

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// document shows where a document comes from and what was read in it.
func (s *Server) document(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	info, err := s.Record.Store.DocumentInfo(ctx, plumbline.DocumentID(r.PathValue("id")))
	if err != nil {
		return nil, err
	}
	d, err := s.Record.Document(ctx, info.ID)
	if err != nil {
		return nil, err
	}
	a := &answer{frame: page.Frame{Title: wording.FileName(info.File), Sample: info.Sample, Trail: []page.Link{{Href: "/", Text: "World"}},
		Lead: "Where a document comes from, how it was taken in, and the narratives read in it."}}
	reading := &plumbline.Reading{Document: *d, Tool: info.Tool, Rules: info.Rules}
	if reading.Doubts, err = s.Record.Store.Doubts(ctx, info.ID); err != nil {
		return nil, err
	}
	if formOf(r.Request) != asHTML {
		if reading.Narratives, err = s.Record.Store.Narratives(ctx, store.NarrativeFilter{Document: info.ID, IncludeSample: true}); err != nil {
			return nil, err
		}
	}
	a.json = value(func(dst []byte) []byte {
		return encode.AppendDocument(dst, reading, len(d.Text), info.ReadAt, plumbline.Known(int64(info.Claims)))
	})
	a.csv = func(w io.Writer) error { return encode.WriteNarrativesCSV(w, reading.Narratives) }
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{Document: info.ID, IncludeSample: true})
	if err != nil {
		return nil, err
	}
	body := page.Document{Heading: a.frame.Title, Facts: documentFacts(info, d), Source: page.NewOrigin(d).Source}
	of := map[plumbline.NarrativeID]*page.Link{}
	for i := range rows {
		line := s.narrativeLine(&rows[i])
		of[rows[i].ID] = &page.Link{Href: line.Text.Href, Text: strings.TrimSuffix(line.Text.Text, ": the text")}
		body.Narratives = append(body.Narratives, line)
	}
	src := &text.Source{Text: d.Text}
	for _, x := range reading.Doubts {
		body.Doubts = append(body.Doubts, page.DocumentDoubt{
			Place: doubtPlace(d, src, x), Text: of[x.Narrative], Message: wording.Clean(x.Message), Hint: wording.Clean(x.Hint),
		})
	}
	a.body = body
	return a, nil
}

// narrativeLine is a narrative as its document lists it.
func (s *Server) narrativeLine(n *store.NarrativeRow) page.DocumentNarrative {
	name, year, stands := "not known", "not known", "no: another narrative does"
	country := page.Link{Text: name}
	if n.Country != "" {
		name = wording.Clean(s.Record.Countries.Name(n.Country, n.Year))
		country = page.Link{Href: page.CountryPath(n.Country, n.Year), Text: name}
	}
	if n.Year != 0 {
		year = strconv.Itoa(n.Year)
	}
	switch {
	case n.Primary:
		stands = "yes"
	case n.Country == "" || n.Year == 0:
		stands = "no: its country or year is not known"
	}
	return page.DocumentNarrative{
		Text: page.Link{Href: page.NarrativePath(n.ID), Text: name + " " + year + ": the text"}, Country: country, Code: n.Country,
		Year: year, Tier: n.Tier, Claims: n.Claims, Stands: stands,
	}
}

// documentFacts is what is known of a document, as the terminal has it.
func documentFacts(info *store.DocumentInfo, d *plumbline.Document) []wording.Field {
	kept := "no: its pages cannot be shown"
	switch {
	case info.Kept > 0:
		kept = "yes, in the database"
	case len(d.Pages) == 0:
		kept = ""
	}
	count := func(n int, noun string) string {
		switch n {
		case 0:
			return ""
		case 1:
			return "1 " + noun
		}
		return wording.Thousands(int64(n)) + " " + noun + "s"
	}
	list := []wording.Field{
		{Name: "document", Value: string(info.ID)}, {Name: "type", Value: info.MediaType}, {Name: "encoding", Value: info.Encoding},
		{Name: "sha-256", Value: info.SHA256}, {Name: "retrieved", Value: info.Retrieved}, {Name: "title", Value: info.Title},
		{Name: "publisher", Value: info.Publisher}, {Name: "released", Value: info.Released}, {Name: "said of it", Value: wording.Said(&info.Context)},
		{Name: "text", Value: wording.Dots(count(len(d.Text), "byte"), count(len(d.Pages), "page"), count(len(d.Parts), "heading"))},
		{Name: "original kept", Value: kept}, {Name: "read at", Value: info.ReadAt}, {Name: "read by", Value: info.Tool},
		{Name: "rules", Value: info.Rules}, {Name: "claims", Value: wording.Thousands(int64(info.Claims))},
	}
	var said []wording.Field
	for _, f := range list {
		if f.Value = wording.Clean(f.Value); f.Value != "" {
			said = append(said, f)
		}
	}
	return said
}

// doubtPlace says where a doubt stands: on a page, under headings, or on a line.
func doubtPlace(d *plumbline.Document, src *text.Source, x plumbline.Doubt) string {
	switch number, part := d.PageAt(x.Span.Start), d.PartAt(x.Span.Start); {
	case number > 0:
		return fmt.Sprintf("page %d", number)
	case len(part) > 0:
		return wording.Clean(strings.Join(part, " › "))
	}
	at := src.Position(x.Span.Start)
	return fmt.Sprintf("line %d, column %d", at.Line, at.Column)
}
