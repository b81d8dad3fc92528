package chart_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/chart"
)

// page puts charts on a page as the pages of the explorer do.
func page(body ...string) string {
	return "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Charts</title><style>" +
		"html{color-scheme:light dark;background:#fff;color:#23292e;font:16px/1.4 Georgia,serif}@media(prefers-color-scheme:dark){html{background:#14181b;color:#e3e6e8}}" +
		"body{margin:12px;max-width:1200px}ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:14px}figure{margin:0 0 24px}" +
		chart.CSS + "</style><main>" + strings.Join(body, "\n") + "</main></html>"
}

func legend(keys []chart.Key) string {
	b := "<ul class=chart-legend>"
	for _, k := range keys {
		b += "<li>" + string(k.Mark) + " " + k.Words + "</li>"
	}
	return b + "</ul>"
}

func figure(caption string, svg any) string {
	return fmt.Sprintf("<figure><figcaption>%s</figcaption>%s</figure>", caption, svg)
}

// TestGallery draws what there is for people to look at: -draw FOLDER.
func TestGallery(t *testing.T) {
	if *draw == "" {
		t.Skip("looks at nothing by itself; go test ./internal/chart -run Gallery -draw FOLDER")
	}
	w := load(t)
	for _, year := range []int{2005, 2013, 2017, 2018, 2024} {
		name := fmt.Sprintf("world-%d", year)
		svg := w.atlas.World(chart.World{Heading: chart.Heading{ID: "w", Title: "Tiers in a year", Desc: "A table follows."}, Year: year, Places: w.placements(year)})
		write(t, filepath.Join(*draw, name+".html"), page("<h1>"+name+"</h1>", string(svg), legend(chart.TierLegend("k"))))
	}
	var body []string
	for _, around := range [][]plumbline.CountryCode{{"ARM"}, {"LCA"}, {"FJI"}, {"RUS"}, {"FRA"}, {"CYP", "LBN"}, {"PRK", "CHN", "KOR"}} {
		body = append(body, figure(fmt.Sprint(around), w.atlas.World(chart.World{Heading: chart.Heading{ID: "r" + string(around[0]), Title: "Region"}, Year: 2018, Places: named(w.placements(2018)), Around: around, Focus: around[:1]})))
	}
	write(t, filepath.Join(*draw, "flows.html"), page(flows(w)...))
	write(t, filepath.Join(*draw, "quantities.html"), page(quantities()...))
	write(t, filepath.Join(*draw, "timeline.html"), page(timelines(w)...))
	write(t, filepath.Join(*draw, "region.html"), page(body...))
}

func timelines(w *world) []string {
	var body []string
	for _, code := range []plumbline.CountryCode{"ARM", "UZB", "SOM", "XKX"} {
		t := chart.Timeline{Heading: chart.Heading{ID: "t-" + string(code), Title: "Tiers of " + w.countries.Name(code, 0)}, From: 2001, To: 2025, Current: 2018}
		count := 0
		for year := 2001; year <= 2025; year++ {
			p, ok := w.history.At(code, year)
			if !ok {
				count = 0
				continue
			}
			if p.Tier == plumbline.Tier2WL && year >= 2009 {
				count++
			} else {
				count = 0
			}
			t.Years = append(t.Years, chart.TierYear{Year: year, Class: chart.ClassOf(p.Tier), Title: fmt.Sprint(year, ": ", p.Tier.Name()), Href: fmt.Sprint("/countries/", code, "/", year),
				Derived: p.Verified == plumbline.Derived, Automatic: code == "UZB" && year == 2013, Waiver: code == "UZB" && (year == 2011 || year == 2012), Count: count})
		}
		if code == "XKX" {
			t.Due, t.Last = 2026, 2027
		}
		body = append(body, figure(w.countries.Name(code, 0), t.Draw()))
	}
	return append(body, legend(chart.TimelineLegend()))
}

func flows(w *world) []string {
	names := map[plumbline.CountryCode]string{}
	for i := range w.countries {
		names[w.countries[i].Code] = w.countries[i].Name(2018)
	}
	var all []chart.Flow
	for i, pair := range strings.Fields("NPL-QAT NPL-IND NPL-MYS NPL-SAU NPL-ARE NPL-KWT NPL-KOR NPL-CHN NPL-JPN IND-NPL NPL-NPL BGD-IND NGA-ITA NGA-LBY UKR-RUS UKR-POL MDA-RUS PRK-CHN PRK-RUS VNM-CHN VNM-GBR PHL-SAU PHL-MYS ETH-SAU ETH-LBN KEN-SAU THA-JPN MEX-USA GTM-USA HTI-DOM VEN-TTO COL-ABW FSM-USA FJI-AUS ROU-GBR BGR-DEU BRA-PRT") {
		from, to, _ := strings.Cut(pair, "-")
		f := chart.Flow{From: plumbline.CountryCode(from), To: plumbline.CountryCode(to), Said: 1 + i*i%7, Movement: plumbline.Trafficked,
			Certainty: []plumbline.Certainty{plumbline.Certain, plumbline.Possible, plumbline.Probable, plumbline.Certain}[i%4], Title: names[plumbline.CountryCode(from)] + " to " + names[plumbline.CountryCode(to)], Href: "/flows/" + pair}
		if i%6 == 4 {
			f.Movement = plumbline.LaborMigration
		}
		all = append(all, f)
	}
	draw := func(id string, list []chart.Flow, zoom bool, focus ...plumbline.CountryCode) string {
		svg, _ := w.atlas.Flows(chart.Flows{Heading: chart.Heading{ID: id, Title: "Flows"}, Flows: list, Names: names, Zoom: zoom, Focus: focus})
		return figure(id, svg)
	}
	return []string{draw("all", all, false), draw("nepal", all[:11], true, "NPL"), draw("korea", all[17:19], true, "PRK"), draw("latin", all[27:32], true, "USA"), legend(chart.FlowLegend(true))}
}

func named(places []chart.Place) []chart.Place {
	for i := range places {
		places[i].Name, _, _ = strings.Cut(places[i].Title, ":")
	}
	return places
}

func quantities() []string {
	n := plumbline.Known
	amounts := func(large int64) []chart.Amount {
		return []chart.Amount{
			{Year: 2008, Quantity: plumbline.Quantity{Count: n(12 * large)}, Title: "2008: 12", Href: "/x"},
			{Year: 2009, Quantity: plumbline.Quantity{Count: n(0)}, Title: "2009: 0"},
			{Year: 2010, Reporting: plumbline.NoneReported, Title: "2010: none reported"},
			{Year: 2011, Reporting: plumbline.NotReported, Title: "2011: not reported"},
			{Year: 2012, Reporting: plumbline.NoInformation},
			{Year: 2013, Quantity: plumbline.Quantity{Count: n(50 * large), Min: n(50 * large)}},
			{Year: 2014, Quantity: plumbline.Quantity{Min: n(10 * large), Max: n(20 * large)}},
			{Year: 2015, Quantity: plumbline.Quantity{Max: n(20 * large)}},
			{Year: 2016, Quantity: plumbline.Quantity{Count: n(37 * large), Approx: true}, Certainty: plumbline.Possible},
			{Year: 2017, Quantity: plumbline.Quantity{Count: n(3 * large)}},
			{Year: 2017, Quantity: plumbline.Quantity{Count: n(7 * large)}},
			{Year: 2018, Quantity: plumbline.Quantity{Count: n(1 * large)}},
		}
	}
	q := chart.Quantities{Heading: chart.Heading{ID: "q", Title: "Counts"}, From: 2007, To: 2018, Current: 2018,
		Series: []chart.Series{{Name: "Investigations", Amounts: amounts(1)}, {Name: "Victims identified", Amounts: amounts(123)}, {Name: "Convictions of officials", Amounts: amounts(1)[1:4]}}}
	long := q
	long.ID, long.From, long.To = "q2", 2001, 2025
	bars := "<p style='width:200px'>"
	for _, v := range []int{40, 22, 3, 0} {
		bars += string(chart.Bar(v, 40))
	}
	return []string{figure("twelve years", q.Draw()), legend(q.Legend()), figure("25 years", long.Draw()), bars}
}
