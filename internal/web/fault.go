package web

import (
	"bytes"
	"net/http"

	"plumbline/internal/page"
	"plumbline/internal/reply"
)

// refuse answers with an error: a page, or problem details for a twin.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := reply.ProblemOf(s.Log, r, err)
	if formOf(r) != asHTML {
		p.Serve(w, r)
		return
	}
	p.Headers(w.Header())
	var b bytes.Buffer
	frame := page.Frame{Title: p.Title, Path: r.URL.Path}
	body := page.Message{Heading: p.Title, Fact: p.Detail, Hint: p.Hint, Links: []page.Link{{Href: "/", Text: "The world's tiers"}, {Href: "/search", Text: "Search"}}}
	if err := s.pages.Render(&b, &frame, body); err != nil {
		s.Log.Error("error page", "fault", err.Error())
		http.Error(w, p.Title, p.Status)
		return
	}
	reply.New("text/html; charset=utf-8", b.Bytes()).Serve(w, r, p.Status)
}
