package web

import (
	"bytes"
	"errors"
	"net/http"
	"slices"
	"strings"

	"plumbline/internal/page"
	"plumbline/internal/reply"
)

// signpost is a fault with links to where to go on.
type signpost struct {
	error
	links []page.Link
}

// Unwrap gives the fault.
func (s *signpost) Unwrap() error { return s.error }

// sentence ends s with a full stop unless it ends a sentence already.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// refuse answers with an error: a page, or problem details for a twin.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := reply.ProblemOf(s.Log, r, err)
	if strings.Contains(p.Hint, "plumbline ") { // a command: readers of pages have no terminal
		p.Hint = "its country's page and the search lead to what there is; after a text is read anew, some of its ids differ"
	}
	if formOf(r) != asHTML {
		p.Serve(w, r)
		return
	}
	p.Headers(w.Header())
	var b bytes.Buffer
	frame := page.Frame{Title: p.Title, Path: r.URL.Path}
	links := []page.Link{{Href: "/", Text: "The world's tiers"}, {Href: "/search", Text: "Search"}}
	var way *signpost
	if errors.As(err, &way) {
		links = append(slices.Clone(way.links), links...)
	}
	body := page.Message{Heading: p.Title, Fact: sentence(p.Detail), Hint: sentence(p.Hint), Links: links}
	if err := s.pages.Render(&b, &frame, body); err != nil {
		s.Log.Error("error page", "fault", err.Error())
		http.Error(w, p.Title, p.Status)
		return
	}
	reply.New("text/html; charset=utf-8", b.Bytes()).Serve(w, r, p.Status)
}
