package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"plumbline"
	"plumbline/internal/page"
	"plumbline/internal/store"
)

// statuses is the one table from kinds of fault to what is answered.
var statuses = []struct {
	kind   error
	status int
	title  string
}{
	{plumbline.ErrNotFound, http.StatusNotFound, "Not found"},
	{plumbline.ErrInvalid, http.StatusBadRequest, "That cannot be asked so"},
	{plumbline.ErrForbidden, http.StatusForbidden, "Not allowed"},
	{plumbline.ErrConflict, http.StatusConflict, "Conflict"},
	{store.ErrUnusable, http.StatusServiceUnavailable, "The database cannot be read just now"},
	{context.DeadlineExceeded, http.StatusServiceUnavailable, "That took too long"},
}

// problem is an error in the form of RFC 9457.
type problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
}

// problemOf says an error to whoever asked. What is our own fault is not told
// in detail: it goes to the log.
func (s *Server) problemOf(r *http.Request, err error) problem {
	for _, x := range statuses {
		if errors.Is(err, x.kind) {
			p := problem{Type: "about:blank", Title: x.title, Status: x.status, Detail: err.Error()}
			var f *plumbline.Fault
			if errors.As(err, &f) {
				p.Detail, p.Hint = f.Fact, f.Hint
			}
			return p
		}
	}
	if !errors.Is(err, context.Canceled) {
		s.Log.Error("answer", "path", r.URL.Path, "fault", err.Error())
	}
	return problem{Type: "about:blank", Title: "Something is broken here", Status: http.StatusInternalServerError,
		Detail: "the fault is ours and has been logged"}
}

// refuse answers with an error: a page, or problem details for a twin.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problemOf(r, err)
	w.Header().Set("Cache-Control", "no-store")
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	if formOf(r) != asHTML {
		b, _ := json.Marshal(p)
		newEntity("application/problem+json", append(b, '\n')).serve(w, r, p.Status)
		return
	}
	var b bytes.Buffer
	frame := page.Frame{Title: p.Title, Path: r.URL.Path}
	body := page.Message{Heading: p.Title, Fact: p.Detail, Hint: p.Hint, Links: []page.Link{{Href: "/", Text: "The world's tiers"}, {Href: "/search", Text: "Search"}}}
	if err := s.pages.Render(&b, &frame, body); err != nil {
		s.Log.Error("error page", "fault", err.Error())
		http.Error(w, p.Title, p.Status)
		return
	}
	newEntity("text/html; charset=utf-8", b.Bytes()).serve(w, r, p.Status)
}
