package web

import (
	"context"
	"slices"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/page"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// figures draws what the narratives of a country say of numbers over the years;
// those of samples only on the page of a sample.
func (s *Server) figures(ctx context.Context, body *page.Country, sample bool) error {
	claims, err := s.Record.Figures(ctx, body.Code, sample)
	if err != nil {
		return err
	}
	series, _ := view.Counted(body.Code, claims)
	if len(series) == 0 {
		return nil
	}
	f := &page.Figures{}
	for _, x := range series {
		for _, c := range x.Claims {
			if !slices.Contains(f.Years, c.Year) {
				f.Years = append(f.Years, c.Year)
			}
		}
	}
	slices.Sort(f.Years)
	q := chart.Quantities{Heading: chart.Heading{ID: "figures-chart", Title: "Figures of " + body.Heading + " over the years",
		Desc: "Every mark stands in the table below."}, From: f.Years[0], To: f.Years[len(f.Years)-1], Current: body.Year}
	for _, x := range series {
		name := wording.TypeName(x.Type) + ": " + wording.ID(x.Unit)
		row := page.FigureRow{Name: name, Cells: make([][]page.Figure, len(f.Years))}
		drawn := chart.Series{Name: name}
		for _, c := range x.Claims {
			words, kind := figure(c)
			href := page.CitationPath(c.Narrative, c.ID)
			i := slices.Index(f.Years, c.Year)
			row.Cells[i] = append(row.Cells[i], page.Figure{Words: words, Kind: kind, Quote: wording.Clean(c.Citation.Quote), Href: href})
			drawn.Amounts = append(drawn.Amounts, chart.Amount{Year: c.Year, Quantity: c.Quantity, Reporting: c.Reporting, Certainty: c.Certainty,
				Title: wording.Clean(c.Citation.Quote), Href: href})
		}
		f.Rows = append(f.Rows, row)
		q.Series = append(q.Series, drawn)
	}
	f.Chart, f.Keys = q.Draw(), q.Legend()
	body.Told.Figures = f
	return nil
}

// figure says what a claim says of a number: a number, a zero or a silence.
func figure(c *plumbline.Claim) (words, kind string) {
	switch c.Reporting {
	case plumbline.NoneReported:
		return "none reported", "silence"
	case plumbline.NotReported:
		return "not reported", "silence"
	}
	words = wording.Amount(c.Quantity)
	if c.Quantity.Previous.Known {
		words += " (before: " + wording.Thousands(c.Quantity.Previous.N) + ")"
	}
	if word := wording.CertaintyWords[c.Certainty]; word != "" {
		words += ", " + word
	}
	if c.Quantity.Count == plumbline.Known(0) {
		return words, "zero"
	}
	return words, "number"
}
