package web

import (
	"context"
	"fmt"
	"io"
	"path"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/reply"
	"plumbline/internal/wording"
)

// countryYearOf finds the country-year of the path. One that the database does not
// have is not found; the fault leads to the years that it has.
func (r *request) countryYearOf(ctx context.Context) (*record.CountryYear, error) {
	year, err := r.year()
	if err != nil {
		return nil, err
	}
	code, err := r.country(year)
	if err != nil {
		return nil, err
	}
	s := r.server
	rows, err := s.Record.Rows(ctx, code)
	if err != nil {
		return nil, err
	}
	y, err := s.toldIn(ctx, code, year, rows)
	if err != nil || y != nil {
		return y, err
	}
	fault := &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("the database holds no narrative of %s for %d", s.names(year)(code), year), Hint: "it has none of this country"}
	links := []page.Link{{Href: page.CountryPath(code, year), Text: fmt.Sprintf("What is known of %s in %d", s.names(year)(code), year)}}
	if len(rows) > 0 {
		fault.Hint = "it has the years below"
	}
	for _, row := range rows {
		links = append(links, page.Link{Href: page.CountryPath(code, row.Year), Text: fmt.Sprintf("%s %d", s.names(row.Year)(code), row.Year)})
	}
	return nil, &signpost{fault, links}
}

// pack shows a country-year to be filed away.
func (s *Server) pack(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	y, err := r.countryYearOf(ctx)
	if err != nil {
		return nil, err
	}
	a := &answer{frame: s.frameOf(y, "country pack")}
	a.json = value(func(dst []byte) []byte { return encode.AppendTold(dst, y.Narrative, y.Claims) })
	a.csv = func(w io.Writer) error { return encode.WriteClaimsCSV(w, y.Claims) }
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	name := s.names(y.Year)
	ref := s.reference(y)
	x := &y.Narrative.Placement
	body := page.Pack{Name: name(y.Country), Year: y.Year, Code: y.Country, Tier: x.Tier, Country: page.CountryPath(y.Country, y.Year),
		Facts: placementFacts(y), Before: y.Year - 1, Count: len(y.Claims), Change: page.ChangePath(y.Country, y.Year), Conflict: conflict(x),
		BibTeX: string(encode.BibTeX(ref)), RIS: strings.ReplaceAll(string(encode.RIS(ref)), "\r\n", "\n"),
		BibPath: page.CitePath(y.Country, y.Year, "bib"), RISPath: page.CitePath(y.Country, y.Year, "ris")}
	if body.Source, err = s.sourceFacts(ctx, y); err != nil {
		return nil, err
	}
	if body.Doubts, err = s.doubts(ctx, y); err != nil {
		return nil, err
	}
	if err := s.packChange(ctx, y, &body); err != nil {
		return nil, err
	}
	t := s.teller(y)
	for i := range y.Claims {
		c := &y.Claims[i]
		part := wording.Upper(string(c.Section))
		if part == "" {
			part = "Outside the sections"
		}
		if n := len(body.Parts); n == 0 || body.Parts[n-1].Name != part {
			body.Parts = append(body.Parts, page.PackPart{Name: part})
		}
		last := &body.Parts[len(body.Parts)-1]
		last.Lines = append(last.Lines, page.PackLine{Number: i + 1, Where: where(c), Line: t.AnyLine(c)})
	}
	a.body = body
	return a, nil
}

// where says on which page a claim stands; at which bytes where there are no
// pages.
func where(c *plumbline.Claim) string {
	x := &c.Citation
	switch {
	case x.Page == 0:
		return fmt.Sprintf("bytes %d to %d", x.Span.Start, x.Span.End)
	case x.LastPage > x.Page:
		return fmt.Sprintf("pages %d and %d", x.Page, x.LastPage)
	}
	return fmt.Sprintf("page %d", x.Page)
}

// conflict says that heading and outcome sentence print two tiers.
func conflict(x *plumbline.Placement) string {
	if x.HeadingTier == "" || x.OutcomeTier == "" || x.HeadingTier == x.OutcomeTier {
		return ""
	}
	return fmt.Sprintf("The heading says %s, the outcome sentence %s. Which of the two is right cannot be told from the text.", x.HeadingTier.Name(), x.OutcomeTier.Name())
}

// sourceFacts say where the text comes from, exactly enough to find it again.
func (s *Server) sourceFacts(ctx context.Context, y *record.CountryYear) ([]page.CountryFact, error) {
	info, err := s.Record.Store.DocumentInfo(ctx, y.Document.ID)
	if err != nil {
		return nil, err
	}
	d, n := y.Document, y.Narrative
	place := fmt.Sprintf("bytes %d to %d of its text", n.Span.Start, n.Span.End)
	if pages := pagesOf(y); pages != "" {
		place = "pages " + strings.Replace(pages, "--", " to ", 1) + ", " + place
	}
	known := func(s string) string {
		if s = wording.Clean(s); s == "" {
			return "not known"
		}
		return s
	}
	facts := []page.CountryFact{
		{Label: "Document", Words: wording.Lines(wording.FileName(d.File), wording.Clean(d.Title))},
		{Label: "Publisher", Words: []string{known(d.Publisher)}},
		{Label: "Source address", Words: []string{known(d.Source)}},
		{Label: "Retrieved", Words: []string{known(d.Retrieved)}},
		{Label: "Read", Words: []string{known(info.ReadAt)}},
		{Label: "Place", Words: []string{place}},
		{Label: "SHA-256 of the file", Words: []string{d.SHA256}},
		{Label: "Narrative", Words: []string{string(n.ID) + ", layout " + n.Layout}},
		{Label: "Read by", Words: []string{strings.TrimSpace("Plumbline "+wording.Clean(info.Tool)) + ", rules " + info.Rules}},
	}
	return facts, nil
}

// pagesOf gives the pages that a narrative stands on: "17--19"; nothing where the
// format has none.
func pagesOf(y *record.CountryYear) string {
	first, last := y.Document.PageAt(y.Narrative.Span.Start), y.Document.PageAt(max(y.Narrative.Span.Start, y.Narrative.Span.End-1))
	switch {
	case first == 0:
		return ""
	case last > first:
		return fmt.Sprintf("%d--%d", first, last)
	}
	return fmt.Sprint(first)
}

// packChange says what is otherwise than the year before.
func (s *Server) packChange(ctx context.Context, y *record.CountryYear, body *page.Pack) error {
	change, err := s.Record.Change(ctx, y, nil)
	if err != nil {
		if !unanswerable(err) {
			return err
		}
		body.Moved = sentence(wording.Upper(err.Error()))
		return nil
	}
	m := &change.Memo
	body.HasBefore = change.Before != nil
	from := "not known"
	if m.From.Tier != "" {
		from = fmt.Sprintf("%s (%s)", m.From.Tier.Name(), wording.Known(&m.From))
	}
	body.Moved = fmt.Sprintf("Before: %s. Now: %s. Move: %s.", from, m.Placement.Tier.Name(), map[plumbline.Move]string{
		plumbline.Upgraded: "upgraded", plumbline.Downgraded: "downgraded", plumbline.Remained: "none, the tier is the same", "": "not known"}[m.Move])
	for _, kind := range []struct {
		of   plumbline.TurnKind
		says string
	}{{plumbline.Turned, "answered otherwise"}, {plumbline.Appeared, "told now, not the year before"}, {plumbline.Gone, "not told now, which does not say that it ended"}} {
		for i := range m.Turns {
			if x := &m.Turns[i]; x.Kind == kind.of {
				body.Turns = append(body.Turns, page.PackTurn{Kind: kind.says, Criterion: string(x.Criterion), Gloss: wording.Clean(x.Gloss), From: string(x.From), To: string(x.To)})
			}
		}
	}
	for _, note := range m.Notes {
		body.Notes = append(body.Notes, sentence(wording.Upper(wording.Clean(note))))
	}
	return nil
}

// reference is what a country-year is cited by.
func (s *Server) reference(y *record.CountryYear) encode.Reference {
	d := y.Document
	volume := d.Title
	if volume == "" {
		volume = path.Base(strings.ReplaceAll(d.File, `\`, "/"))
	}
	note := fmt.Sprintf("Read by Plumbline; narrative %s; SHA-256 of the file %s", y.Narrative.ID, d.SHA256)
	if y.Sample() {
		note = wording.SampleNote + "; " + note
	}
	return encode.Reference{Key: fmt.Sprintf("plumbline-%s-%d", y.Country, y.Year), Title: fmt.Sprintf("%s %d", s.names(y.Year)(y.Country), y.Year), Volume: volume,
		Publisher: d.Publisher, Year: y.Year, Released: d.Released, Address: d.Source, Retrieved: d.Retrieved, Pages: pagesOf(y), Note: note}
}

// citeBibTeX serves the reference of a country-year for BibTeX.
func (s *Server) citeBibTeX(ctx context.Context, r *request) (*answer, error) {
	return r.cite(ctx, "application/x-bibtex; charset=utf-8", encode.BibTeX)
}

// citeRIS serves the reference of a country-year in the form RIS.
func (s *Server) citeRIS(ctx context.Context, r *request) (*answer, error) {
	return r.cite(ctx, "application/x-research-info-systems; charset=utf-8", encode.RIS)
}

func (r *request) cite(ctx context.Context, mediaType string, write func(encode.Reference) []byte) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	y, err := r.countryYearOf(ctx)
	if err != nil {
		return nil, err
	}
	return &answer{other: reply.New(mediaType, write(r.server.reference(y)))}, nil
}
