package web

import (
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

// flow shows every sentence that tells of a flow between two countries.
func (s *Server) flow(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes("year", "from"); err != nil {
		return nil, err
	}
	q, err := r.flowYears(ctx)
	if err != nil {
		return nil, err
	}
	var ends [2]plumbline.CountryCode
	for i, which := range []string{"origin", "destination"} {
		r.SetPathValue("country", r.PathValue(which))
		if ends[i], err = r.country(q.year); err != nil {
			return nil, err
		}
	}
	rows, err := s.Record.Store.Flows(ctx, store.FlowFilter{Origin: ends[0], Destination: ends[1], IncludeSample: q.sample})
	if err != nil {
		return nil, err
	}
	var ids []plumbline.ClaimID
	var years []int
	for i := range rows {
		x := &rows[i]
		if !slices.Contains(years, x.Year) {
			years = append(years, x.Year)
		}
		if q.from <= x.Year && x.Year <= q.year {
			ids = append(ids, x.Claim)
		}
	}
	var claims []plumbline.Claim
	if len(ids) > 0 {
		if claims, err = s.Record.Store.Claims(ctx, store.ClaimFilter{IDs: ids, PrimaryOnly: true, IncludeSample: q.sample}); err != nil {
			return nil, err
		}
	}
	name := s.names(q.year)
	body := page.FlowPair{Heading: fmt.Sprintf("%s → %s, %s", name(ends[0]), name(ends[1]), q.span()),
		Flows: page.Link{Href: page.FlowsPath(q.year), Text: "All flows of " + strconv.Itoa(q.year)}}
	a := &answer{frame: page.Frame{Title: body.Heading, Here: "Flows", Sample: q.sample, Trail: []page.Link{{Href: "/flows", Text: "Flows"}},
		Lead: fmt.Sprintf("The sentences of narratives that tell of a flow from %s to %s, with who says so and how surely.", name(ends[0]), name(ends[1]))}}
	a.json = func(w io.Writer) error { return encode.WriteClaims(w, claims) }
	a.csv = func(w io.Writer) error { return encode.WriteClaimsCSV(w, claims) }
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	for _, y := range years {
		body.Years = append(body.Years, page.Link{Href: page.FlowPath(ends[0], ends[1], y, y), Text: strconv.Itoa(y), Here: y == q.year && q.from == q.year})
	}
	body.Ends = []page.Link{{Href: page.CountryPath(ends[0], 0), Text: name(ends[0])}}
	if ends[0] != ends[1] {
		body.Ends = append(body.Ends, page.Link{Href: page.CountryPath(ends[1], 0), Text: name(ends[1])})
		body.Back = &page.Link{Href: page.FlowPath(ends[1], ends[0], q.from, q.year), Text: "The other way around"}
	}
	if err := s.pairLines(ctx, ends, claims, &body); err != nil {
		return nil, err
	}
	body.Told, err = s.whoTells(ctx, ends, claims, q)
	a.body = body
	return a, err
}

// pairLines words the claims, movement by movement and by whose narrative says
// so.
func (s *Server) pairLines(ctx context.Context, ends [2]plumbline.CountryCode, claims []plumbline.Claim, body *page.FlowPair) error {
	for _, m := range view.Movements {
		var sides [3]page.PairSide
		for i := range claims {
			c := &claims[i]
			if c.Movement != m {
				continue
			}
			n, err := s.Record.Store.Narrative(ctx, c.Narrative)
			if err != nil {
				return err
			}
			d, err := s.Record.Document(ctx, n.Document)
			if err != nil {
				return err
			}
			name := s.names(c.Year)
			t := &page.Teller{Narrative: n, Text: d.Text, Name: name}
			at := 2
			if k := slices.Index(ends[:], c.Country); k >= 0 {
				at = k
			}
			line := t.AnyLine(c)
			line.Mark = page.FlowWords(c, name)
			if view.Ignorance(c) {
				line.Mark, _ = wording.Mark(c)
			}
			sides[at].Lines = append(sides[at].Lines, page.OtherLine{Line: line,
				In: page.Link{Href: page.CountryPath(c.Country, c.Year), Text: fmt.Sprintf("%s %d", name(c.Country), c.Year)}})
		}
		l := page.PairLayer{Name: wording.MovementName(m)}
		for i, side := range sides {
			if len(side.Lines) > 0 {
				side.Name = []string{"In the origin's narrative", "In the destination's narrative", "In another country's narrative"}[i]
				if ends[0] == ends[1] && i == 0 {
					side.Name = "In its own narrative"
				}
				l.Sides = append(l.Sides, side)
			}
		}
		if len(l.Sides) > 0 {
			body.Layers = append(body.Layers, l)
		}
	}
	return nil
}

// noFault says what the silence of one side is not.
const noFault = " That is no fault of either government: narratives are short, and what one leaves out it does not deny."

// whoTells says whose narratives tell of trafficking between two countries, and
// whether the other one is there to be held against it.
func (s *Server) whoTells(ctx context.Context, ends [2]plumbline.CountryCode, claims []plumbline.Claim, q *flowQuery) (string, error) {
	name := s.names(q.year)
	var tells, has [2]bool
	trafficked := 0
	for i := range claims {
		if claims[i].Movement != plumbline.Trafficked || view.Ignorance(&claims[i]) {
			continue
		}
		trafficked++
		if k := slices.Index(ends[:], claims[i].Country); k >= 0 {
			tells[k] = true
		}
	}
	for i, c := range ends {
		rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{Country: c, PrimaryOnly: true, IncludeSample: q.sample, Uncounted: true})
		if err != nil {
			return "", err
		}
		has[i] = slices.ContainsFunc(rows, func(row store.NarrativeRow) bool { return q.from <= row.Year && row.Year <= q.year })
	}
	where := q.span()
	switch {
	case len(claims) == 0:
		return fmt.Sprintf("No narrative of %s in this database tells of a flow from %s to %s. That says nothing on what there is.", where, name(ends[0]), name(ends[1])), nil
	case trafficked == 0:
		return "None of these sentences says that people are trafficked on this way.", nil
	case ends[0] == ends[1]:
		return "This is told of people within one country.", nil
	case tells[0] && tells[1]:
		return fmt.Sprintf("The narratives of %s and of %s both tell of trafficking on this way.", name(ends[0]), name(ends[1])), nil
	case !tells[0] && !tells[1]:
		return "It is told in the narrative of another country alone." + noFault, nil
	}
	one, other := 0, 1
	if tells[1] {
		one, other = 1, 0
	}
	if !has[other] {
		return fmt.Sprintf("The narrative of %s tells of trafficking on this way; the database has none of %s in %s to hold it against.", name(ends[one]), name(ends[other]), where), nil
	}
	return fmt.Sprintf("The narrative of %s tells of trafficking on this way, that of %s does not.", name(ends[one]), name(ends[other])) + noFault, nil
}
