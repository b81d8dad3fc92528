package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/reply"
)

// answer is a page with its twins.
type answer struct {
	frame page.Frame
	body  page.Body
	json  twin
	csv   twin
	other *reply.Entity // what is served instead of a page: an image, a feed
}

// twin writes a page in another form; nil where it has none. It is called
// before the answer is sent.
type twin func(w io.Writer) error

// value is the JSON twin of what encode appends.
func value(appendTo func(dst []byte) []byte) twin {
	return func(w io.Writer) error {
		_, err := w.Write(append(appendTo(nil), '\n'))
		return err
	}
}

// table gives both twins of a page that is a list.
func table(columns []string, rows [][]any) (json, csv twin) {
	return func(w io.Writer) error { return encode.WriteList(w, columns, rows) },
		func(w io.Writer) error { return encode.WriteListCSV(w, columns, rows) }
}

// answers serves a kind of page in the form asked for, from the cache where the
// database is as it was.
func (s *Server) answers(show show) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			s.refuse(w, r, parameter("query", "cannot be read", "write each value percent-encoded"))
			return
		}
		state, err := s.Record.Store.Generation(r.Context())
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		key := string(formOf(r)) + " " + r.URL.Path + "?" + query.Encode()
		e := s.cache.Get(state, key)
		if e == nil {
			if e, err = s.entity(&request{Request: r, server: s, query: query}, show); err != nil {
				s.refuse(w, r, err)
				return
			}
			s.cache.Put(state, key, e)
		}
		w.Header().Set("Cache-Control", "no-cache") // kept, and asked for again: the ETag tells
		e.Serve(w, r, http.StatusOK)
	})
}

// entity writes the answer in the form asked for.
func (s *Server) entity(r *request, show show) (*reply.Entity, error) {
	a, err := show(r.Context(), r)
	if err != nil {
		return nil, err
	}
	if a.other != nil {
		return a.other, nil
	}
	var b bytes.Buffer
	mediaType, write := "", twin(nil)
	switch formOf(r.Request) {
	case asHTML:
		a.frame.Path, a.frame.Query = r.URL.Path, r.query.Encode()
		a.frame.JSON, a.frame.CSV = a.json != nil, a.csv != nil
		mediaType, write = "text/html; charset=utf-8", func(w io.Writer) error { return s.pages.Render(w, &a.frame, a.body) }
	case asJSON:
		mediaType, write = "application/json", a.json
	case asCSV:
		mediaType, write = "text/csv; charset=utf-8", a.csv
	}
	if write == nil {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("%s has no form %s", r.URL.Path, formOf(r.Request)),
			Hint: "leave the ending off for the page"}
	}
	if err := write(&b); err != nil {
		return nil, err
	}
	return reply.New(mediaType, b.Bytes()), nil
}
