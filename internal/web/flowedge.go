package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// flowEdge is what narratives say of one flow. A narrative counts once, as
// surely as it says so at all.
type flowEdge struct {
	from, to plumbline.CountryCode // empty for an end that is no country
	words    string                // of an edge with such an end
	movement plumbline.Movement
	by       map[plumbline.NarrativeID]plumbline.Certainty
	cites    []*store.FlowRow // the first claim of each narrative
	own      [3]bool          // told in the narrative of the origin, of the destination, of another country
}

func (e *flowEdge) said(c plumbline.Certainty) (n int) {
	for _, x := range e.by {
		if x == c {
			n++
		}
	}
	return n
}

func (e *flowEdge) surest() plumbline.Certainty {
	best := plumbline.Unknown
	for _, c := range e.by {
		if surer(c, best) {
			best = c
		}
	}
	return best
}

// add notes that a claim tells of the edge.
func (e *flowEdge) add(r *store.FlowRow) {
	old, told := e.by[r.Narrative]
	if !told {
		e.cites = append(e.cites, r)
	}
	if !told || surer(r.Certainty, old) {
		e.by[r.Narrative] = r.Certainty
	}
	switch r.Country {
	case e.from:
		e.own[0] = true
	case e.to:
		e.own[1] = true
	default:
		e.own[2] = true
	}
}

// title says what an arc shows.
func (e *flowEdge) title(name func(plumbline.CountryCode) string) string {
	var said []string
	for _, c := range []struct {
		certainty plumbline.Certainty
		words     string
	}{{plumbline.Certain, "said flatly"}, {plumbline.Probable, "reported or probable"}, {plumbline.Possible, "possible or alleged"}} {
		if n := e.said(c.certainty); n > 0 {
			said = append(said, fmt.Sprintf("%s in %s", c.words, narratives(n)))
		}
	}
	title := e.name(name) + ": " + strings.Join(said, ", ")
	if e.movement == plumbline.LaborMigration {
		title += "; work abroad that the text calls possibly exploitative"
	}
	return title
}

func narratives(n int) string {
	if n == 1 {
		return "1 narrative"
	}
	return fmt.Sprintf("%d narratives", n)
}

func (e *flowEdge) name(name func(plumbline.CountryCode) string) string {
	if e.words != "" {
		return e.words
	}
	if e.from == e.to {
		return "within " + name(e.to)
	}
	return name(e.from) + " → " + name(e.to)
}

// whose says in whose narratives an edge stands.
func (e *flowEdge) whose() string {
	var said []string
	switch {
	case e.from == e.to && e.own[0]:
		said = append(said, "its own")
	case e.own[0] && e.own[1]:
		said = append(said, "both")
	case e.own[0]:
		said = append(said, "the origin's")
	case e.own[1]:
		said = append(said, "the destination's")
	}
	if e.own[2] {
		said = append(said, "another country's")
	}
	return strings.Join(said, " and ")
}

// flowGraph is flows between countries, and apart from them those of which an end
// is none.
type flowGraph struct {
	edges, apart []*flowEdge
	ignorant     []*store.FlowRow // the author says that he does not know
}

// gather makes the edges that claims tell of; of one country where that is
// named. Every origin goes to every destination.
func gather(rows []store.FlowRow, country plumbline.CountryCode) *flowGraph {
	type key struct {
		from, to, words string
		movement        plumbline.Movement
	}
	g, at := &flowGraph{}, map[key]*flowEdge{}
	for i := range rows {
		r := &rows[i]
		if r.Certainty == plumbline.Unknown || r.Reporting == plumbline.NoEvidence || r.Reporting == plumbline.NoInformation {
			g.ignorant = append(g.ignorant, r)
			continue
		}
		each(r, func(from, fromRegion, to, toRegion string) {
			if country != "" && from != string(country) && to != string(country) {
				return
			}
			k := key{from: from, to: to, movement: r.Movement}
			if from == "" || to == "" {
				k.words = fromRegion + "\n" + toRegion
			}
			e := at[k]
			if e == nil {
				e = &flowEdge{from: plumbline.CountryCode(from), to: plumbline.CountryCode(to), words: k.words, movement: r.Movement, by: map[plumbline.NarrativeID]plumbline.Certainty{}}
				at[k] = e
				if k.words == "" {
					g.edges = append(g.edges, e)
				} else {
					g.apart = append(g.apart, e)
				}
			}
			e.add(r)
		})
	}
	return g
}

// each goes through the pairs of ends of a claim. An end is a country, a region,
// or neither where the text does not say.
func each(r *store.FlowRow, do func(from, fromRegion, to, toRegion string)) {
	ends := func(codes, regions []string) (list [][2]string) {
		for _, c := range codes {
			list = append(list, [2]string{c, ""})
		}
		for _, x := range regions {
			list = append(list, [2]string{"", x})
		}
		if len(list) == 0 {
			list = append(list, [2]string{})
		}
		return list
	}
	for _, from := range ends(r.Origin, r.OriginRegions) {
		for _, to := range ends(r.Destination, r.DestinationRegions) {
			do(from[0], from[1], to[0], to[1])
		}
	}
}

// layer sets the flows of a movement, by name.
func (g *flowGraph) layer(m plumbline.Movement, q *flowQuery, name func(plumbline.CountryCode) string) page.FlowLayer {
	l := page.FlowLayer{ID: "layer-" + string(m), Name: wording.MovementName(m)}
	row := func(e *flowEdge) page.FlowRow {
		return page.FlowRow{Words: e.name(name), Flat: e.said(plumbline.Certain), Probable: e.said(plumbline.Probable), Possible: e.said(plumbline.Possible)}
	}
	for _, e := range g.edges {
		if e.movement == m {
			x := row(e)
			x.Href, x.Whose = page.FlowPath(e.from, e.to, q.from, q.year), e.whose()
			l.Edges = append(l.Edges, x)
		}
	}
	for _, e := range g.apart {
		if e.movement != m {
			continue
		}
		x := row(e)
		fromRegion, toRegion, _ := strings.Cut(e.words, "\n")
		x.Words = end(e.from, fromRegion, "origin", name) + " → " + end(e.to, toRegion, "destination", name)
		for _, r := range e.cites {
			words := name(r.Country)
			if q.from != q.year {
				words += fmt.Sprintf(" %d", r.Year)
			}
			x.Cites = append(x.Cites, page.Link{Href: page.CitationPath(r.Narrative, r.Claim), Text: words})
		}
		l.Apart = append(l.Apart, x)
	}
	for _, list := range [][]page.FlowRow{l.Edges, l.Apart} {
		slices.SortFunc(list, func(a, b page.FlowRow) int { return cmp.Or(cmp.Compare(a.Words, b.Words), cmp.Compare(a.Href, b.Href)) })
	}
	return l
}

// end names one end of a flow.
func end(code plumbline.CountryCode, region, which string, name func(plumbline.CountryCode) string) string {
	switch {
	case code != "":
		return name(code)
	case region != "":
		return wording.Region(region)
	}
	return which + " not said"
}

// least is how many narratives must tell of an edge for the map to draw it, so
// that it draws no more than mostArcs; 1 where nothing is told more often than
// the rest.
func (g *flowGraph) least() int {
	for least := 1; ; least++ {
		n := 0
		for _, e := range g.edges {
			if len(e.by) >= least {
				n++
			}
		}
		switch {
		case n == 0:
			return max(least-1, 1)
		case n <= mostArcs:
			return least
		}
	}
}

// notDrawn marks the edges of a layer that the map leaves out.
func (g *flowGraph) notDrawn(l *page.FlowLayer, left []chart.Flow, q *flowQuery) {
	gone := map[string]bool{}
	for i := range left {
		if "layer-"+string(left[i].Movement) == l.ID {
			gone[page.FlowPath(left[i].From, left[i].To, q.from, q.year)] = true
		}
	}
	for i := range l.Edges {
		if gone[l.Edges[i].Href] {
			l.Edges[i].NotDrawn = true
			l.NotSeen++
		}
	}
}

// unknown links to where the author says that he does not know.
func (g *flowGraph) unknown(name func(plumbline.CountryCode) string) (links []page.Link) {
	for _, r := range g.ignorant {
		links = append(links, page.Link{Href: page.CitationPath(r.Narrative, r.Claim), Text: fmt.Sprintf("%s %d", name(r.Country), r.Year)})
	}
	return links
}

// mostPlaces is how many countries a matrix has at most, so that it can be read.
const mostPlaces = 18

// matrix sets the trafficking among a few countries: those of the flows that the
// most narratives tell of, or a country with the other ends of its own.
func (g *flowGraph) matrix(q *flowQuery, name func(plumbline.CountryCode) string) *page.Matrix {
	list := slices.Clone(g.edges)
	list = slices.DeleteFunc(list, func(e *flowEdge) bool { return e.movement != plumbline.Trafficked })
	slices.SortStableFunc(list, func(a, b *flowEdge) int {
		return cmp.Or(cmp.Compare(len(b.by), len(a.by)), cmp.Compare(name(a.from)+name(a.to), name(b.from)+name(b.to)))
	})
	m := &page.Matrix{About: "The countries at the ends of the flows that the most narratives tell of; choose a country to see its own."}
	var chosen []plumbline.CountryCode
	if q.country != "" {
		chosen = append(chosen, q.country)
		m.About = "The flows among " + name(q.country) + " and the other ends of its flows."
	}
	for _, e := range list {
		if e.from == e.to || q.country != "" && e.from != q.country && e.to != q.country {
			continue
		}
		for _, c := range []plumbline.CountryCode{e.from, e.to} {
			if !slices.Contains(chosen, c) && len(chosen) < mostPlaces {
				chosen = append(chosen, c)
			}
		}
	}
	if len(chosen) < 2 {
		return nil
	}
	if q.country != "" && len(chosen) == mostPlaces {
		m.About += fmt.Sprintf(" No more than %d are shown; all stand in the list.", mostPlaces)
	}
	slices.SortFunc(chosen, func(a, b plumbline.CountryCode) int { return cmp.Compare(name(a), name(b)) })
	at := map[view.Edge]*flowEdge{}
	for _, e := range list {
		at[view.Edge{From: e.from, To: e.to}] = e
	}
	for _, c := range chosen {
		m.Columns = append(m.Columns, page.MatrixPlace{Name: name(c), Code: string(c)})
	}
	for i, from := range chosen {
		row := page.MatrixRow{MatrixPlace: m.Columns[i]}
		for _, to := range chosen {
			cell := page.MatrixCell{}
			if e := at[view.Edge{From: from, To: to}]; e != nil {
				cell = page.MatrixCell{Href: page.FlowPath(from, to, q.from, q.year), Title: e.title(name), Said: e.said(e.surest()),
					Hedge: map[plumbline.Certainty]string{plumbline.Probable: "reported", plumbline.Possible: "possible"}[e.surest()]}
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// flowColumns are those of the data of flows: a row for each origin, destination
// and claim.
var flowColumns = []string{"origin", "origin_name", "origin_region", "destination", "destination_name", "destination_region", "movement", "certainty", "reporting",
	"source", "frequency", "victims", "forms", "sectors", "transit", "time_start", "time_end", "country", "year", "narrative", "claim", "sample", "notice"}

// flowRows are flows as data.
func flowRows(rows []store.FlowRow, country plumbline.CountryCode, name func(plumbline.CountryCode) string) (list [][]any) {
	for i := range rows {
		r := &rows[i]
		each(r, func(from, fromRegion, to, toRegion string) {
			if country != "" && from != string(country) && to != string(country) {
				return
			}
			named := func(code string) any {
				if code == "" {
					return nil
				}
				return name(plumbline.CountryCode(code))
			}
			list = append(list, []any{wordOrNull(from), named(from), wordOrNull(fromRegion), wordOrNull(to), named(to), wordOrNull(toRegion), wordOrNull(r.Movement), wordOrNull(r.Certainty),
				wordOrNull(r.Reporting), wordOrNull(r.Source), wordOrNull(r.Frequency), wordOrNull(strings.Join(r.Victims, ";")), wordOrNull(strings.Join(r.Forms, ";")),
				wordOrNull(strings.Join(r.Sectors, ";")), wordOrNull(strings.Join(r.Transit, ";")), wordOrNull(r.Time.Start), wordOrNull(r.Time.End), string(r.Country), r.Year,
				string(r.Narrative), string(r.Claim), r.Sample, plumbline.TierNotice})
		})
	}
	return list
}
