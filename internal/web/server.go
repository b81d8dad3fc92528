package web

import (
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"plumbline"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/reply"
)

// Server serves the explorer. Record and Reader must be set.
type Server struct {
	Record *record.Record
	Reader *pipeline.Reader // names countries and says what rules are
	Log    *slog.Logger     // nil logs nothing
	Now    func() time.Time // nil leaves times out of logs and feeds
	Tool   string           // version of the program
	Guides fs.FS            // the folder doc/; nil leaves its texts out

	Contract []byte         // the OpenAPI document of the API, as JSON; empty where none is served
	Metrics  *reply.Metrics // counts what is kept; nil counts nothing

	pages  *page.Pages
	cache  reply.Cache
	guides guides
	busy   chan struct{} // a place for each download under way
	press  *press
}

// Handler returns what answers requests. It is to be called once.
func (s *Server) Handler() (http.Handler, error) {
	var err error
	if s.pages, err = page.New(); err != nil {
		return nil, err
	}
	if s.guides, err = loadGuides(s.Guides); err != nil {
		return nil, err
	}
	s.press = newPress(s.Reader.Intake.PDF)
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	if s.Now == nil {
		s.Now = func() time.Time { return time.Time{} }
	}
	s.Metrics.Watch("pages", &s.cache)
	s.busy = make(chan struct{}, mostDownloads)
	mux := http.NewServeMux()
	for _, a := range s.pages.Assets() {
		mux.Handle("GET "+a.Path, asset(a))
	}
	for _, r := range s.routes() {
		mux.Handle("GET "+r.pattern, s.answers(r.show))
	}
	mux.HandleFunc("GET /country", s.findCountry)
	mux.HandleFunc("GET /data/{file}", s.downloads)
	mux.HandleFunc("GET /robots.txt", words(robots))
	mux.HandleFunc("GET /llms.txt", words(guideForModels))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, fmt.Errorf("page %s: %w", r.URL.Path, plumbline.ErrNotFound))
	})
	return reply.Guard{Log: s.Log, Now: s.Now, Refuse: s.refuse}.Before(forms(mux)), nil
}

// asset serves a file that never changes under its address.
func asset(a page.Asset) http.Handler {
	e := reply.New(a.MediaType, a.Bytes)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		e.Serve(w, r, http.StatusOK)
	})
}
