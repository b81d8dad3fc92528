package web

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// elsewhere shows what the narratives of other countries say of one in a year;
// unless told which, in the last one that has anything.
func (s *Server) elsewhere(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes("year"); err != nil {
		return nil, err
	}
	code, err := r.country(0)
	if err != nil {
		return nil, err
	}
	years, err := s.Record.Store.ElsewhereYears(ctx, store.ElsewhereFilter{Country: code})
	if err != nil {
		return nil, err
	}
	year := 0
	if said := r.query.Get("year"); said != "" {
		if year, err = readYear("year", said); err != nil {
			return nil, err
		}
	} else if len(years) > 0 {
		year = years[0].Year
	}
	name := s.names(year)
	body := page.Elsewhere{Name: name(code), Country: page.CountryPath(code, 0), Year: year}
	for _, y := range slices.Backward(years) {
		body.Years = append(body.Years, page.YearCount{Link: page.Link{Href: page.ElsewhereYearPath(code, y.Year), Text: strconv.Itoa(y.Year), Here: y.Year == year},
			Narratives: y.Narratives, Claims: y.Claims})
	}
	var claims []plumbline.Claim
	if year != 0 {
		if claims, err = s.Record.Store.Elsewhere(ctx, store.ElsewhereFilter{Country: code, From: year, To: year}); err != nil {
			return nil, err
		}
	}
	a := &answer{frame: page.Frame{Title: "What other narratives say of " + body.Name, Here: "World",
		Lead:  fmt.Sprintf("Statements of other countries' narratives in which %s is an origin, a destination, a place of transit, or acts.", body.Name),
		Trail: []page.Link{{Href: "/", Text: "World"}, {Href: body.Country, Text: body.Name}}}}
	a.json = func(w io.Writer) error { return encode.WriteClaims(w, claims) }
	a.csv = func(w io.Writer) error { return encode.WriteClaimsCSV(w, claims) }
	if formOf(r.Request) == asHTML && year != 0 {
		if err := s.others(ctx, code, claims, &body); err != nil {
			return nil, err
		}
	}
	a.body = body
	return a, nil
}

// others words the claims of other narratives, and finds the flows that one side
// alone tells of.
func (s *Server) others(ctx context.Context, code plumbline.CountryCode, claims []plumbline.Claim, body *page.Elsewhere) error {
	told, err := s.Record.Store.Narratives(ctx, store.NarrativeFilter{Year: body.Year, PrimaryOnly: true})
	if err != nil {
		return err
	}
	byID, has := map[plumbline.NarrativeID]*plumbline.Narrative{}, map[string]bool{}
	for i := range told {
		byID[told[i].ID] = &told[i]
		has[string(told[i].Country)] = true
	}
	name := s.names(body.Year)
	groups := map[plumbline.Movement]*page.StatementGroup{}
	for i := range claims {
		c := &claims[i]
		n := byID[c.Narrative]
		if n == nil {
			continue // read in between
		}
		d, err := s.Record.Document(ctx, n.Document)
		if err != nil {
			return err
		}
		t := &page.Teller{Narrative: n, Text: d.Text, Name: name}
		in := page.Link{Href: page.CountryPath(c.Country, c.Year), Text: name(c.Country)}
		switch {
		case c.Type == plumbline.Flow && !view.Ignorance(c):
			g := groups[c.Movement]
			if g == nil {
				g = &page.StatementGroup{Heading: wording.MovementName(c.Movement)}
				groups[c.Movement] = g
			}
			g.List = append(g.List, t.FlowIn(c, in))
		case slices.Contains(c.Participants.Actor, string(code)) && c.Type.Conduct():
			body.Deeds = append(body.Deeds, page.OtherLine{In: in, Type: wording.TypeName(c.Type), Line: t.Line(c)})
		default:
			body.Mentions = append(body.Mentions, page.OtherLine{In: in, Type: wording.TypeName(c.Type), Line: t.Line(c)})
		}
	}
	for _, m := range view.Movements {
		if g := groups[m]; g != nil {
			body.Flows = append(body.Flows, *g)
		}
	}
	body.Own = has[string(code)]
	if !body.Own {
		return nil
	}
	own, err := s.Record.Store.Claims(ctx, store.ClaimFilter{Country: code, Year: body.Year, Types: []plumbline.ClaimType{plumbline.Flow}, PrimaryOnly: true})
	if err != nil {
		return err
	}
	s.sides(code, own, claims, has, body)
	return nil
}

// sides compares what the country's own narrative tells of trafficking between
// two countries with what the others tell. Work abroad is none.
func (s *Server) sides(code plumbline.CountryCode, own, others []plumbline.Claim, has map[string]bool, body *page.Elsewhere) {
	name := s.names(body.Year)
	here, there := view.Edges(own, code), view.Edges(others, code)
	list := func(told, against map[view.Edge][]*plumbline.Claim) []page.OneSided {
		var sided []page.OneSided
		for _, e := range view.SortedEdges(told) {
			other := e.From
			if other == code {
				other = e.To
			}
			switch {
			case len(against[e]) > 0:
				continue
			case !has[string(other)]:
				body.Untested++
				continue
			}
			absent := page.Link{Href: page.CountryPath(other, body.Year), Text: name(other)}
			if told[e][0].Country != code {
				absent = page.Link{Href: page.CountryPath(code, body.Year), Text: name(code)}
				if told[e][0].Country != other { // a third narrative tells of it
					continue
				}
			}
			sided = append(sided, page.OneSided{Flow: name(e.From) + " → " + name(e.To), Cites: page.Cites(told[e]), Other: absent})
		}
		slices.SortStableFunc(sided, func(a, b page.OneSided) int { return cmp.Compare(a.Flow, b.Flow) })
		return sided
	}
	body.Here, body.There = list(here, there), list(there, here)
}
