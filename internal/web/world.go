package web

import (
	"context"
	"fmt"

	"plumbline"
	"plumbline/internal/history"
	"plumbline/internal/page"
)

// front shows the world in the last year of which placements are known.
func (s *Server) front(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	past, err := s.Record.Past(ctx)
	if err != nil {
		return nil, err
	}
	return s.worldOf(ctx, past.LastReport())
}

// world shows the tiers of a year.
func (s *Server) world(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	year, err := r.year()
	if err != nil {
		return nil, err
	}
	return s.worldOf(ctx, year)
}

func (s *Server) worldOf(ctx context.Context, year int) (*answer, error) {
	past, err := s.Record.Past(ctx)
	if err != nil {
		return nil, err
	}
	body := page.World{Year: year}
	for y := history.FirstReport; y <= past.LastReport(); y++ {
		body.Years = append(body.Years, page.Link{Href: page.WorldPath(y), Text: fmt.Sprint(y), Here: y == year})
	}
	var placements []plumbline.PastPlacement
	for _, c := range s.Record.Countries {
		p, known := past.At(c.Code, year)
		if !known {
			continue
		}
		placements = append(placements, p)
		place := page.WorldPlace{Country: c.Code, Name: c.Name(year), Href: page.CountryPath(c.Code, year), Tier: p.Tier, Source: p.Source}
		if before, known := past.At(c.Code, year-1); known {
			place.Move = p.Tier.MoveFrom(before.Tier)
		}
		body.Places = append(body.Places, place)
	}
	rows := make([][]any, 0, len(placements))
	for _, p := range placements {
		rows = append(rows, []any{string(p.Country), p.Year, string(p.Tier), string(p.Verified), p.Source})
	}
	a := &answer{
		frame: page.Frame{Title: fmt.Sprintf("Tiers in the report of %d", year), Here: "World",
			Lead: fmt.Sprintf("Every country's tier in the Trafficking in Persons Report of %d, with sources.", year)},
		body: body,
	}
	a.json, a.csv = table([]string{"country", "year", "tier", "verified", "source"}, rows)
	return a, nil
}
