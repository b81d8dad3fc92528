package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/history"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/wording"
)

// front shows the world in the last year of which placements are known, and says
// what this is.
func (s *Server) front(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	past, err := s.Record.Past(ctx)
	if err != nil {
		return nil, err
	}
	a, body, err := s.worldOf(ctx, past, past.LastReport())
	if err != nil {
		return nil, err
	}
	if body.Front, err = s.welcome(ctx, body); err != nil {
		return nil, err
	}
	a.frame.Title = "Plumbline"
	a.frame.Lead = "Reads what the Trafficking in Persons Reports say of governments, sentence by sentence, and holds it against the law."
	a.frame.Sample = body.Front.Empty && len(body.Samples) > 0
	a.body = *body
	return a, nil
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
	past, err := s.Record.Past(ctx)
	if err != nil {
		return nil, err
	}
	if year < history.FirstReport || year > past.LastReport() {
		return nil, &signpost{&plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("no placement of %d is known", year),
			Hint: fmt.Sprintf("the years are %d to %d", history.FirstReport, past.LastReport())},
			[]page.Link{{Href: page.WorldPath(history.FirstReport), Text: strconv.Itoa(history.FirstReport)}, {Href: page.WorldPath(past.LastReport()), Text: strconv.Itoa(past.LastReport())}}}
	}
	a, body, err := s.worldOf(ctx, past, year)
	if err != nil {
		return nil, err
	}
	a.body = *body
	return a, nil
}

// findCountry leads from the name of a country to its page.
func (s *Server) findCountry(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if name == "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	r.SetPathValue("country", name)
	code, err := (&request{Request: r, server: s}).country(0)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	http.Redirect(w, r, page.CountryPath(code, 0), http.StatusSeeOther)
}

// worldOf gathers the tiers of a year. The body is to be put into the answer.
func (s *Server) worldOf(ctx context.Context, past *history.History, year int) (*answer, *page.World, error) {
	rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{Year: year, PrimaryOnly: true, Uncounted: true})
	if err != nil {
		return nil, nil, err
	}
	told := map[plumbline.CountryCode]*store.NarrativeRow{}
	for i := range rows {
		told[rows[i].Country] = &rows[i]
	}
	body := &page.World{Year: year, Before: year - 1, First: year == history.FirstReport}
	for y := history.FirstReport; y <= past.LastReport(); y++ {
		body.Years = append(body.Years, page.Link{Href: page.WorldPath(y), Text: strconv.Itoa(y), Here: y == year})
	}
	atlas, err := s.Record.Atlas()
	if err != nil {
		return nil, nil, err
	}
	m := chart.World{Heading: chart.Heading{ID: "world", Title: fmt.Sprintf("Tiers in the report of %d", year),
		Desc: "Every place stands in the table below, with its tier and where that is known from."}, Year: year}
	count, before := map[plumbline.Tier]int{}, map[plumbline.Tier]int{}
	for _, c := range s.Record.Countries {
		name := wording.Clean(c.Name(year))
		old, knownBefore := past.At(c.Code, year-1)
		p, known := past.At(c.Code, year)
		rated := known || knownBefore || len(past.Placements(c.Code)) > 0
		switch {
		case knownBefore:
			before[old.Tier]++
		case rated && atlas.Has(c.Code, year-1):
			body.GapsBefore++
		}
		if !known {
			if rated && atlas.Has(c.Code, year) {
				m.Places = append(m.Places, chart.Place{Country: c.Code, Class: chart.Gap, Title: name + ": not known", Href: page.CountryPath(c.Code, year)})
				body.Gaps = append(body.Gaps, page.Link{Href: page.CountryPath(c.Code, year), Text: name})
			}
			continue
		}
		count[p.Tier]++
		body.Places = append(body.Places, worldPlace(name, &p, old.Tier, told[c.Code]))
		at := &body.Places[len(body.Places)-1]
		m.Places = append(m.Places, chart.Place{Country: c.Code, Class: chart.ClassOf(p.Tier), Title: placeTitle(at), Href: at.Href, Automatic: at.Automatic, Derived: at.Derived})
		sortOut(body, at, told[c.Code], knownBefore, old.Verified == plumbline.Derived)
	}
	order(body)
	for _, t := range []plumbline.Tier{plumbline.Tier1, plumbline.Tier2, plumbline.Tier2WL, plumbline.Tier3, plumbline.SpecialCase} {
		n := "not known"
		if len(before) > 0 {
			n = strconv.Itoa(before[t])
		}
		body.Summary = append(body.Summary, page.TierCount{Tier: t, Places: count[t], Before: n})
	}
	body.Map, body.Keys = atlas.World(m), chart.TierLegend("key")
	a := &answer{frame: page.Frame{Title: fmt.Sprintf("Tiers in the report of %d", year), Here: "World",
		Lead: fmt.Sprintf("Every country's tier in the Trafficking in Persons Report of %d, with sources.", year)}}
	a.json, a.csv = table([]string{"country", "name", "year", "tier", "before", "move", "automatic", "verified", "derived_from", "source", "notice"}, s.worldRows(past, body))
	return a, body, nil
}

// worldRows are the places of a year as data.
func (s *Server) worldRows(past *history.History, body *page.World) [][]any {
	orNull := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	rows := make([][]any, 0, len(body.Places))
	for i := range body.Places {
		x := &body.Places[i]
		p, _ := past.At(x.Country, body.Year)
		var from any
		if p.From != 0 {
			from = p.From
		}
		rows = append(rows, []any{string(x.Country), x.Name, body.Year, string(x.Tier), orNull(string(x.Before)), orNull(string(x.Move)), x.Automatic,
			string(p.Verified), from, p.Source, plumbline.TierNotice})
	}
	return rows
}

// worldPlace words one place. told is its narrative in the database; nil for
// none.
func worldPlace(name string, p *plumbline.PastPlacement, before plumbline.Tier, told *store.NarrativeRow) page.WorldPlace {
	x := page.WorldPlace{Country: p.Country, Name: name, Href: page.CountryPath(p.Country, p.Year), Tier: p.Tier, Before: before, Known: wording.Known(p),
		Derived: p.Verified == plumbline.Derived, Source: wording.Clean(p.Source)}
	if before != "" {
		x.Move = p.Tier.MoveFrom(before)
	}
	if told != nil {
		x.Text = page.NarrativePath(told.ID)
		x.Automatic = told.Basis == plumbline.Automatic && told.Tier == p.Tier
	}
	return x
}

// sortOut puts a place into the lists of what moved and of what stands apart. Of
// one whose tier of the year before is not known, its narrative may say that it
// moved.
func sortOut(b *page.World, p *page.WorldPlace, told *store.NarrativeRow, knownBefore, derivedBefore bool) {
	l := page.Link{Href: p.Href, Text: p.Name}
	if p.Tier == plumbline.SpecialCase {
		b.Cases = append(b.Cases, l)
	}
	if p.Automatic {
		b.Auto = append(b.Auto, l)
	}
	if p.Derived {
		b.Derived++
	}
	moved := page.Moved{Link: l, From: p.Before, To: p.Tier, Derived: p.Derived || derivedBefore}
	says := plumbline.Move("")
	if !knownBefore && told != nil && told.Tier == p.Tier {
		says = told.Move
	}
	switch {
	case says == plumbline.Upgraded:
		b.Ups = append(b.Ups, moved)
	case says == plumbline.Downgraded:
		b.Downs = append(b.Downs, moved)
	case !knownBefore:
		b.Unsure++
	case p.Move == plumbline.Upgraded:
		b.Ups = append(b.Ups, moved)
	case p.Move == plumbline.Downgraded:
		b.Downs = append(b.Downs, moved)
	case p.Move == "" && p.Before != p.Tier:
		b.Into = append(b.Into, moved)
	}
}

func placeTitle(p *page.WorldPlace) string {
	said := p.Name + ": " + p.Tier.Name()
	if p.Automatic {
		said += ", an automatic downgrade under the two-year rule"
	}
	if p.Derived {
		said += ", " + p.Known
	}
	return said
}

// order sorts what is shown by name.
func order(b *page.World) {
	slices.SortFunc(b.Places, func(x, y page.WorldPlace) int { return cmp.Compare(x.Name, y.Name) })
	for _, list := range [][]page.Moved{b.Ups, b.Downs, b.Into} {
		slices.SortFunc(list, func(x, y page.Moved) int { return cmp.Compare(x.Text, y.Text) })
	}
	for _, list := range [][]page.Link{b.Gaps, b.Cases, b.Auto} {
		slices.SortFunc(list, func(x, y page.Link) int { return cmp.Compare(x.Text, y.Text) })
	}
}

// welcome says what this is, and what is in the database.
func (s *Server) welcome(ctx context.Context, body *page.World) (*page.Front, error) {
	f := &page.Front{}
	for _, c := range s.Record.Countries {
		f.Countries = append(f.Countries, wording.Clean(c.Name(0)))
	}
	slices.Sort(f.Countries)
	n, err := s.Record.Store.Counts(ctx)
	if err != nil {
		return nil, err
	}
	f.Empty = n.Narratives == 0
	if !f.Empty {
		years := make([]int, 0, len(n.ByYear))
		for _, y := range n.ByYear {
			if y.Year != 0 {
				years = append(years, y.Year)
			}
		}
		f.Counts = []page.CountryFact{
			{Label: "Narratives", Words: []string{fmt.Sprintf("%s of %s countries and territories, from %s", wording.Thousands(int64(n.Narratives)), wording.Thousands(int64(n.Countries)), wording.Count(n.Documents, "document"))}},
			{Label: "Report years", Words: []string{wording.Years(years)}},
			{Label: "Claims", Words: []string{wording.Thousands(int64(n.Claims)) + ", each with its words in the source"}},
		}
	}
	if n.Samples == 0 {
		return f, nil
	}
	rows, err := s.Record.Store.NarrativeRows(ctx, store.NarrativeFilter{SampleOnly: true, Uncounted: true})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.Country != "" && row.Year != 0 {
			body.Samples = append(body.Samples, page.Link{Href: page.NarrativePath(row.ID), Text: s.names(row.Year)(row.Country) + " " + strconv.Itoa(row.Year)})
		}
	}
	return f, nil
}
