package web

import "context"

// show turns a request into an answer.
type show func(ctx context.Context, r *request) (*answer, error)

// route is one kind of page.
type route struct {
	pattern string // as http.ServeMux has it, without method
	show    show
}

// routes is the table of pages. Each has its file.
func (s *Server) routes() []route {
	return []route{
		{"/{$}", s.front},
		{"/world/{year}", s.world},
		{"/borders", s.borders},
		{"/country/{country}", s.country},
		{"/country/{country}/{year}", s.countryYear},
		{"/country/{country}/elsewhere", s.elsewhere},
		{"/country/{country}/feed.xml", s.countryFeed},
		{"/country/{country}/{year}/pack", s.pack},
		{"/country/{country}/{year}/cite.bib", s.citeBibTeX},
		{"/country/{country}/{year}/cite.ris", s.citeRIS},
		{"/narrative/{id}", s.narrative},
		{"/claim/{id}", s.claim},
		{"/country/{country}/{year}/assessment", s.assessment},
		{"/country/{country}/{year}/change", s.change},
		{"/document/{id}", s.document},
		{"/document/{id}/page/{file}", s.scanned},
		{"/flows", s.flows},
		{"/flows/{origin}/{destination}", s.flow},
		{"/compare", s.compare},
		{"/law", s.laws},
		{"/law/{standard}", s.law},
		{"/law/{from}/{to}", s.lawChanges},
		{"/method", s.method},
		{"/method/quality", s.quality},
		{"/method/{type}", s.methodType},
		{"/api", s.api},
		{"/search", s.search},
		{"/search/feed.xml", s.searchFeed},
		{"/data", s.data},
	}
}
