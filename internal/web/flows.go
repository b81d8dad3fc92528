package web

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// mostArcs is how many arcs the map of flows draws where it can choose: more are
// a tangle. mostAtAll is how many it draws of those that equally many narratives
// tell of.
const (
	mostArcs  = 100
	mostAtAll = 400
)

// flowQuery is which flows a page is asked for. What is empty asks for all.
type flowQuery struct {
	from, year            int // report years, inclusive
	form, sector, victims string
	certainty             plumbline.Certainty
	country               plumbline.CountryCode
	labor                 bool
	sample                bool // nothing but the sample is there
	years                 []int
}

// keeps reports whether a claim is asked for.
func (q *flowQuery) keeps(r *store.FlowRow) bool {
	has := func(list []string, want string) bool { return want == "" || slices.Contains(list, want) }
	ignorant := r.Reporting == plumbline.NoEvidence || r.Reporting == plumbline.NoInformation // it has no movement
	return (ignorant || r.Movement == plumbline.Trafficked || q.labor && r.Movement == plumbline.LaborMigration) &&
		has(r.Forms, q.form) && has(r.Sectors, q.sector) && has(r.Victims, q.victims) && (q.certainty == "" || q.certainty == r.Certainty)
}

// flows shows the flows that the narratives of some years tell of.
func (s *Server) flows(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes("year", "from", "form", "sector", "victims", "certainty", "country", "labor"); err != nil {
		return nil, err
	}
	q, err := r.flowYears(ctx)
	if err != nil {
		return nil, err
	}
	a := &answer{frame: page.Frame{Title: "Flows", Here: "Flows", Sample: q.sample,
		Lead: "Flows of trafficking between countries, as the narratives of the Trafficking in Persons Reports tell of them, each with its sentences."}}
	if len(q.years) == 0 {
		a.json, a.csv = table(flowColumns, nil)
		a.body = page.Flows{Heading: "Flows", Empty: true}
		return a, nil
	}
	rows, err := s.Record.Store.Flows(ctx, store.FlowFilter{From: q.from, To: q.year, IncludeSample: q.sample})
	if err != nil {
		return nil, err
	}
	if err := r.flowFilters(ctx, q, rows); err != nil {
		return nil, err
	}
	kept := slices.DeleteFunc(slices.Clone(rows), func(x store.FlowRow) bool { return !q.keeps(&x) })
	name := s.names(q.year)
	a.json, a.csv = table(flowColumns, flowRows(kept, q.country, name))
	a.frame.Title = "Flows that " + q.span() + " tell of"
	if q.from == q.year {
		a.frame.Title = "Flows that the report of " + strconv.Itoa(q.year) + " tells of"
	}
	if formOf(r.Request) == asHTML {
		body := page.Flows{Heading: a.frame.Title, Years: q.span(), Labor: q.labor, Selects: q.selects(rows)}
		if q.country != "" {
			body.Country = name(q.country)
		}
		for _, c := range s.Record.Countries {
			body.Known = append(body.Known, wording.Clean(c.Name(q.year)))
		}
		slices.Sort(body.Known)
		if err := s.flowBody(q, kept, &body); err != nil {
			return nil, err
		}
		a.body = body
	}
	return a, nil
}

// span names the reports asked for.
func (q *flowQuery) span() string {
	if q.from == q.year {
		return "the report of " + strconv.Itoa(q.year)
	}
	return fmt.Sprintf("the reports of %d to %d", q.from, q.year)
}

// flowYears reads the years asked for; unless told which, the last one that has
// narratives. Where there are none of official texts, the sample's stand in.
func (r *request) flowYears(ctx context.Context) (*flowQuery, error) {
	q := &flowQuery{}
	counts, err := r.server.Record.Counts(ctx)
	if err != nil {
		return nil, err
	}
	for _, y := range counts.ByYear {
		if y.Year != 0 {
			q.years = append(q.years, y.Year)
		}
	}
	if len(q.years) == 0 {
		rows, err := r.server.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{SampleOnly: true, PrimaryOnly: true, Uncounted: true})
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			if row.Year != 0 && !slices.Contains(q.years, row.Year) {
				q.years = append(q.years, row.Year)
			}
		}
		q.sample = len(q.years) > 0
	}
	slices.Sort(q.years)
	if len(q.years) == 0 {
		return q, nil
	}
	if q.year, err = r.lastTold(ctx, q); err != nil {
		return nil, err
	}
	if said := r.query.Get("year"); said != "" {
		if q.year, err = r.toldYear("year", said, q); err != nil {
			return nil, err
		}
	}
	q.from = q.year
	if said := r.query.Get("from"); said != "" {
		if q.from, err = r.toldYear("from", said, q); err != nil {
			return nil, err
		}
		if q.from > q.year {
			return nil, parameter("from", fmt.Sprintf("%d is after %d", q.from, q.year), "give a year not after that of parameter year")
		}
	}
	return q, nil
}

// lastTold is the last year of which narratives tell of flows; the last one at
// all where none do.
func (r *request) lastTold(ctx context.Context, q *flowQuery) (int, error) {
	last := q.years[len(q.years)-1]
	if r.query.Get("year") != "" {
		return last, nil
	}
	for _, y := range slices.Backward(q.years) {
		rows, err := r.server.Record.Store.Flows(ctx, store.FlowFilter{From: y, To: y, Movement: plumbline.Trafficked, IncludeSample: q.sample})
		if err != nil || len(rows) > 0 {
			return y, err
		}
	}
	return last, nil
}

// toldYear reads a year of which there are narratives.
func (r *request) toldYear(name, said string, q *flowQuery) (int, error) {
	year, err := readYear(name, said)
	if err != nil || slices.Contains(q.years, year) {
		return year, err
	}
	fault := &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("the database holds no narratives of %d", year), Hint: "it has " + wording.Years(q.years)}
	var links []page.Link
	for _, y := range q.years {
		links = append(links, page.Link{Href: page.FlowsPath(y), Text: strconv.Itoa(y)})
	}
	return 0, &signpost{fault, links}
}

// flowFilters reads the other filters. A value that no flow of any year has is a
// fault; one that none of these years has leaves nothing.
func (r *request) flowFilters(ctx context.Context, q *flowQuery, rows []store.FlowRow) error {
	q.form, q.sector, q.victims = r.query.Get("form"), r.query.Get("sector"), r.query.Get("victims")
	q.certainty = plumbline.Certainty(r.query.Get("certainty"))
	if err := known("form", q.form, plumbline.Forms); err != nil {
		return err
	}
	if err := known("certainty", string(q.certainty), flowCertainties); err != nil {
		return err
	}
	switch said := r.query.Get("labor"); said {
	case "", "yes":
		q.labor = said != ""
	default:
		return parameter("labor", fmt.Sprintf("%q is unknown", said), "write yes, or leave it out")
	}
	sectors, victims := flowValues(rows)
	if q.sector != "" && !slices.Contains(sectors, q.sector) || q.victims != "" && !slices.Contains(victims, q.victims) {
		all, err := r.server.Record.Store.Flows(ctx, store.FlowFilter{IncludeSample: q.sample})
		if err != nil {
			return err
		}
		sectors, victims = flowValues(all)
		if err := errors.Join(known("sector", q.sector, sectors), known("victims", q.victims, victims)); err != nil {
			return err
		}
	}
	if said := strings.TrimSpace(r.query.Get("country")); said != "" {
		code, err := r.server.Reader.Country(said, q.year)
		if err != nil {
			return r.server.badCountry("country", said, err)
		}
		q.country = code
	}
	return nil
}

// badCountry is the fault of a parameter that names no country, with near ones.
func (s *Server) badCountry(name, said string, err error) error {
	near := s.near(said)
	hint := "give its name or its code of three letters"
	if len(near) > 0 {
		hint = "did you mean " + near[0].Text + "?"
	}
	var f *plumbline.Fault
	if !errors.As(err, &f) {
		return err
	}
	return &signpost{parameter(name, f.Fact, hint), near}
}

var flowCertainties = []string{string(plumbline.Certain), string(plumbline.Probable), string(plumbline.Possible)}

// known refuses a value that is none of list; the empty one asks for all.
func known(name, said string, list []string) error {
	if said == "" || slices.Contains(list, said) {
		return nil
	}
	hint := "it has " + strings.Join(list, ", ")
	if near := text.Nearest(said, list); near != "" {
		hint = "did you mean " + near + "?"
	}
	return parameter(name, fmt.Sprintf("%q is unknown", said), hint)
}

// flowValues lists the sectors and victims of flows.
func flowValues(rows []store.FlowRow) (sectors, victims []string) {
	add := func(list, to []string) []string {
		for _, v := range list {
			if !slices.Contains(to, v) {
				to = append(to, v)
			}
		}
		return to
	}
	for i := range rows {
		sectors, victims = add(rows[i].Sectors, sectors), add(rows[i].Victims, victims)
	}
	slices.Sort(sectors)
	slices.Sort(victims)
	return sectors, victims
}

// selects are the choices of the form.
func (q *flowQuery) selects(rows []store.FlowRow) []page.Select {
	years := make([]string, len(q.years))
	for i, y := range q.years {
		years[len(years)-1-i] = strconv.Itoa(y)
	}
	choice := func(name, label, all, chosen string, values []string, words func(string) string) page.Select {
		x := page.Select{Name: name, Label: label}
		if all != "" {
			x.Options = append(x.Options, page.MarkChoice{Text: all, Chosen: chosen == ""})
		}
		if chosen != "" && !slices.Contains(values, chosen) {
			values = append(slices.Clone(values), chosen)
		}
		for _, v := range values {
			x.Options = append(x.Options, page.MarkChoice{Value: v, Text: words(v), Chosen: v == chosen})
		}
		return x
	}
	same := func(s string) string { return s }
	sectors, victims := flowValues(rows)
	from := ""
	if q.from != q.year {
		from = strconv.Itoa(q.from)
	}
	return []page.Select{
		choice("year", "Report of", "", strconv.Itoa(q.year), years, same),
		choice("from", "and those since", "that year alone", from, years, same),
		choice("form", "Form", "any form", q.form, plumbline.Forms, wording.ID),
		choice("sector", "Sector", "any sector", q.sector, sectors, wording.ID),
		choice("victims", "Victims", "anybody", q.victims, victims, wording.ID),
		choice("certainty", "How surely", "however surely", string(q.certainty), flowCertainties, func(s string) string {
			return map[string]string{"certain": "said flatly", "probable": "reported or probable", "possible": "possible or alleged"}[s]
		}),
	}
}

// flowBody sets map, matrix and list.
func (s *Server) flowBody(q *flowQuery, kept []store.FlowRow, body *page.Flows) error {
	name := s.names(q.year)
	g := gather(kept, q.country)
	for _, m := range []plumbline.Movement{plumbline.Trafficked, plumbline.LaborMigration} {
		if l := g.layer(m, q, name); len(l.Edges)+len(l.Apart) > 0 {
			body.Layers = append(body.Layers, &l)
		}
	}
	body.Unknown = g.unknown(name)
	if len(body.Layers) == 0 {
		return nil
	}
	matrix := g
	if q.country != "" {
		matrix = gather(kept, "")
	}
	body.Matrix = matrix.matrix(q, name)
	atlas, err := s.Record.Atlas()
	if err != nil {
		return err
	}
	m := chart.Flows{Heading: chart.Heading{ID: "flows-map", Title: body.Heading, Desc: "Every arc stands in the list below, with what the map does not draw."},
		Year: q.year, Names: map[plumbline.CountryCode]string{}, Most: mostAtAll}
	if q.country != "" {
		m.Focus, m.Zoom = []plumbline.CountryCode{q.country}, true
	}
	least := g.least()
	if least > 1 {
		body.Least = narratives(least)
	}
	var hidden []chart.Flow
	for _, e := range g.edges {
		if len(e.by) < least {
			hidden = append(hidden, chart.Flow{From: e.from, To: e.to, Movement: e.movement})
			continue
		}
		m.Names[e.from], m.Names[e.to] = name(e.from), name(e.to)
		m.Flows = append(m.Flows, chart.Flow{From: e.from, To: e.to, Movement: e.movement, Said: e.said(e.surest()), Certainty: e.surest(),
			Title: e.title(name), Href: page.FlowPath(e.from, e.to, q.from, q.year)})
	}
	svg, left := atlas.Flows(m)
	body.Map, body.Keys, body.Arcs = svg, chart.FlowLegend(q.labor), len(m.Flows)-len(left)
	left = append(left, hidden...)
	for i := range body.Layers {
		g.notDrawn(body.Layers[i], left, q)
	}
	return nil
}
