package web

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"

	"plumbline"
	"plumbline/internal/chart"
	"plumbline/internal/encode"
	"plumbline/internal/history"
	"plumbline/internal/page"
	"plumbline/internal/record"
	"plumbline/internal/store"
	"plumbline/internal/wording"
)

// country shows a country in the last year of which the database has its
// narrative. Its twins are the tiers of all years.
func (s *Server) country(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	code, err := r.country(0)
	if err != nil {
		return nil, err
	}
	rows, err := s.Record.Rows(ctx, code)
	if err != nil {
		return nil, err
	}
	past, err := s.Record.CountryHistory(ctx, code)
	if err != nil {
		return nil, err
	}
	a, err := s.countryOf(ctx, code, lastYear(rows, past), rows, past)
	if err != nil {
		return nil, err
	}
	a.json = value(func(dst []byte) []byte { return encode.AppendHistory(dst, past) })
	a.csv = func(w io.Writer) error { return encode.WriteHistoryCSV(w, past) }
	return a, nil
}

// countryYear shows a country in a year.
func (s *Server) countryYear(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	year, err := r.year()
	if err != nil {
		return nil, err
	}
	code, err := r.country(year)
	if err != nil {
		return nil, err
	}
	rows, err := s.Record.Rows(ctx, code)
	if err != nil {
		return nil, err
	}
	past, err := s.Record.CountryHistory(ctx, code)
	if err != nil {
		return nil, err
	}
	return s.countryOf(ctx, code, year, rows, past)
}

// lastYear is the last year of which there is a narrative, official texts
// before samples; else that of the last placement known.
func lastYear(rows []store.NarrativeRow, past *plumbline.CountryHistory) int {
	last, sample := 0, 0
	for _, row := range rows {
		if row.Sample {
			sample = max(sample, row.Year)
		} else {
			last = max(last, row.Year)
		}
	}
	for i := len(past.Years) - 1; i >= 0 && last == 0 && sample == 0; i-- {
		if past.Years[i].Tier != "" {
			last = past.Years[i].Year
		}
	}
	if last == 0 {
		last = sample
	}
	if last == 0 {
		last = past.Clock.Year - 1
	}
	return last
}

func (s *Server) countryOf(ctx context.Context, code plumbline.CountryCode, year int, rows []store.NarrativeRow, past *plumbline.CountryHistory) (*answer, error) {
	name := s.names(year)
	body := page.Country{Heading: name(code), Code: code, Year: year}
	a := &answer{frame: page.Frame{
		Title: fmt.Sprintf("%s %d", body.Heading, year), Here: "World", Feed: page.FeedPath(code),
		Lead:  fmt.Sprintf("%s: tiers since 2001, and what the Trafficking in Persons Report of %d says of it, sentence by sentence.", body.Heading, year),
		Trail: []page.Link{{Href: "/", Text: "World"}, {Href: page.CountryPath(code, 0), Text: body.Heading}},
	}}
	s.pastOf(&body, past, rows)
	body.Links = []page.Link{{Href: page.ElsewherePath(code), Text: "What other narratives say of " + body.Heading}}
	y, err := s.toldIn(ctx, code, year, rows)
	if err != nil {
		return nil, err
	}
	if y == nil {
		body.Hint = fmt.Sprintf("The database holds no narrative of %s for %d.", body.Heading, year)
		a.json = value(func(dst []byte) []byte { return encode.AppendTold(dst, nil, nil) })
		a.csv = func(w io.Writer) error { return encode.WriteClaimsCSV(w, nil) }
		a.body = body
		return a, nil
	}
	a.frame.Sample = y.Sample()
	a.json = value(func(dst []byte) []byte { return encode.AppendTold(dst, y.Narrative, y.Claims) })
	a.csv = func(w io.Writer) error { return encode.WriteClaimsCSV(w, y.Claims) }
	if body.Told, err = s.told(ctx, y); err != nil {
		return nil, err
	}
	body.Links = append([]page.Link{
		{Href: page.NarrativePath(y.Narrative.ID), Text: "The text, with every claim marked"},
		{Href: page.AssessmentPath(code, year), Text: "Held against the law"},
		{Href: page.ChangePath(code, year), Text: "Since the year before"},
		{Href: page.PackPath(code, year), Text: "Country pack, to file away"},
	}, body.Links...)
	if err := s.figures(ctx, &body, y.Sample()); err != nil {
		return nil, err
	}
	a.body = body
	return a, nil
}

// toldIn is the country-year as the database has it; nil where it has none.
func (s *Server) toldIn(ctx context.Context, code plumbline.CountryCode, year int, rows []store.NarrativeRow) (*record.CountryYear, error) {
	if !slices.ContainsFunc(rows, func(row store.NarrativeRow) bool { return row.Year == year }) {
		return nil, nil
	}
	return s.Record.CountryYear(ctx, code, year, "")
}

// pastOf fills in what is known of all years.
func (s *Server) pastOf(body *page.Country, past *plumbline.CountryHistory, rows []store.NarrativeRow) {
	told := map[int]store.NarrativeRow{}
	first, last := history.FirstReport, past.Clock.Year-1
	for _, row := range rows {
		told[row.Year] = row
		first, last = min(first, row.Year), max(last, row.Year)
	}
	byYear := map[int]*plumbline.PlacementYear{}
	for i := range past.Years {
		byYear[past.Years[i].Year] = &past.Years[i]
		last = max(last, past.Years[i].Year)
	}
	line := chart.Timeline{Heading: chart.Heading{ID: "timeline", Title: "Tiers of " + body.Heading,
		Desc: "One step for each report year; the same stands in the table below."}, From: first, To: last, Current: body.Year}
	if k := &past.Clock; k.Applies {
		line.Due, line.Last = k.Due, k.Last
	}
	waived := map[int]bool{}
	for _, w := range past.Waivers {
		if w.Kind == plumbline.DowngradeWaiver {
			waived[w.Year] = true
		}
	}
	clock := s.clockCounts(past)
	for year := first; year <= last; year++ {
		href := page.CountryPath(body.Code, year)
		row, has := told[year]
		body.Years = append(body.Years, page.YearLink{Link: page.Link{Href: href, Text: strconv.Itoa(year), Here: year == body.Year}, Told: has})
		if has {
			body.Has = append(body.Has, page.Link{Href: href, Text: strconv.Itoa(year)})
		}
		p := page.PastRow{Year: year, Href: href}
		if has {
			p.Text = page.NarrativePath(row.ID)
		}
		if y := byYear[year]; y != nil && y.Tier != "" {
			p.Tier, p.Move, p.Rule, p.Known, p.Source = y.Tier, string(y.Move), wording.Step(y.TwoYear, y.Tier), wording.Known(&y.PastPlacement), wording.Clean(y.Source)
			automatic := has && row.Basis == plumbline.Automatic
			line.Years = append(line.Years, chart.TierYear{Year: year, Class: chart.ClassOf(y.Tier), Href: href, Derived: y.Verified == plumbline.Derived,
				Automatic: automatic, Waiver: waived[year], Count: clock[year], Title: yearTitle(y, automatic, clock[year])})
			for j := range y.Others {
				o := &y.Others[j]
				body.Notes = append(body.Notes, fmt.Sprintf("On %d another source says otherwise: %s (%s: %s).", year, o.Tier.Name(), wording.Known(o), wording.Clean(o.Source)))
			}
		}
		body.Past = append(body.Past, p)
	}
	body.Timeline, body.Keys = line.Draw(), chart.TimelineLegend()
	s.clockOf(body, past)
	s.besideTiers(body, past)
}

func yearTitle(y *plumbline.PlacementYear, automatic bool, count int) string {
	said := fmt.Sprintf("%d: %s", y.Year, y.Tier.Name())
	if count > 1 {
		said += ", " + wording.Ordinal(count) + " year in a row that counts"
	}
	if automatic {
		said += ", an automatic downgrade under the two-year rule"
	}
	return said + " (" + wording.Known(&y.PastPlacement) + ")"
}

// clockCounts numbers the years in a row on the Watch List that count under the
// two-year rule, as far as they are known without a gap.
func (s *Server) clockCounts(past *plumbline.CountryHistory) map[int]int {
	counts := map[int]int{}
	run := 0
	unsure := true // a gap came before: how long the run is, is not known
	for i := range past.Years {
		y := &past.Years[i]
		rule := record.TwoYearRule(s.Record.Book, y.Year)
		switch {
		case y.Tier == "":
			run, unsure = 0, true
		case y.Tier != plumbline.Tier2WL:
			run, unsure = 0, false
		case rule.CountsFrom == 0 || y.Year < rule.CountsFrom:
			run, unsure = 0, false
		case !unsure || y.Year == rule.CountsFrom:
			run++
			unsure = false
			counts[y.Year] = run
		}
	}
	return counts
}

// clockOf words where the country stands under the two-year rule.
func (s *Server) clockOf(body *page.Country, past *plumbline.CountryHistory) {
	c := &past.Clock
	body.ClockOf = c.Year
	add := func(label, words string) {
		body.Clock = append(body.Clock, page.CountryFact{Label: label, Words: []string{words}})
	}
	if !c.Applies {
		add("Applies", wording.Upper(c.Reason)+".")
		return
	}
	rule := record.TwoYearRule(s.Record.Book, c.Year)
	add("Years that count", wording.Counting(c))
	add("Waivers used", wording.OrUnknown(c.WaiversUsed))
	add("Waivers left", wording.WaiversLeft(c, rule))
	add("Next step", wording.NextStep(c))
	add("Why", wording.Upper(c.Reason)+".")
	if len(c.Missing) > 0 {
		add("Not known", wording.Years(c.Missing))
	}
	if rule.Cite != "" {
		add("Law", rule.Cite)
	}
}

// besideTiers words the dated facts that are no tiers, and the units that were
// rated before or after this one.
func (s *Server) besideTiers(body *page.Country, past *plumbline.CountryHistory) {
	for _, x := range past.Successions {
		if x.Successor == past.Country {
			body.Notes = append(body.Notes, fmt.Sprintf("Before %d the reports rated %s. That was another unit: its placements, its years on Tier 2 Watch List and its treaty actions are no history of %s.", x.Year, s.names(x.Year-1)(x.Predecessor), body.Heading))
		} else {
			body.Notes = append(body.Notes, fmt.Sprintf("From %d on the reports rate %s by itself. What is listed here is no history of it.", x.Year, s.names(x.Year)(x.Successor)))
		}
	}
	add := func(label string, words []string, without string) {
		if len(words) == 0 {
			words = []string{without}
		}
		body.Beside = append(body.Beside, page.CountryFact{Label: label, Words: words})
	}
	for _, kind := range []struct {
		of    plumbline.WaiverKind
		label string
	}{{plumbline.DowngradeWaiver, "Downgrade waivers"}, {plumbline.RestrictionsWaiver, "Restrictions waivers"}} {
		var said []string
		for _, w := range past.Waivers {
			if w.Kind == kind.of {
				said = append(said, fmt.Sprintf("%d (%s)", w.Year, wording.Clean(w.Source)))
			}
		}
		add(kind.label, said, "none on record, which does not mean none")
	}
	var said []string
	for _, t := range past.Treaty {
		said = append(said, fmt.Sprintf("%s %s (%s)", t.Action, t.Date, wording.Clean(t.Source)))
	}
	add("UN TIP Protocol", said, "no action on record, which does not mean that the country is no party")
	said = nil
	for _, c := range past.ChildSoldiers {
		said = append(said, fmt.Sprintf("%d (%s)", c.Year, wording.Clean(c.Source)))
	}
	add("Child-soldier list", said, "not on it in the years that are known: "+wording.Years(past.ListsKnown))
}
