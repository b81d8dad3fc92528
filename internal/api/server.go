package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/reply"
)

// Version is that of the contract. It changes with whatever readers can see: the
// last number for words, the middle one for what is added, the first, and with
// it the addresses, for what is taken away or means something else.
const Version = "1.0.0"

const (
	base    = "/api/v1"
	schemas = "#/components/schemas/"
)

// Server answers programs. Record and Reader must be set.
type Server struct {
	Record *record.Record
	Reader *pipeline.Reader
	Log    *slog.Logger     // nil logs nothing
	Now    func() time.Time // nil leaves times out of logs
	Tool   string           // version of the program

	Metrics *reply.Metrics // counts what is kept; nil counts nothing

	cache    reply.Cache
	contract []byte // OpenAPI, as JSON
}

// Handler returns what answers requests below /api/v1/. It is to be called once.
func (s *Server) Handler() (http.Handler, error) {
	s.settle()
	s.Metrics.Watch("api", &s.cache)
	mux := http.NewServeMux()
	described, err := s.mount(humago.NewAdapter(mux, ""))
	if err != nil {
		return nil, err
	}
	yaml, err := described.YAML()
	if err != nil {
		return nil, err
	}
	for path, e := range map[string]*reply.Entity{
		"/openapi.json": reply.New("application/openapi+json", s.contract),
		"/openapi.yaml": reply.New("application/openapi+yaml", yaml),
	} {
		mux.HandleFunc("GET "+base+path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Cache-Control", "no-cache")
			e.Serve(w, r, http.StatusOK)
		})
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("no operation %s", r.URL.Path), Hint: "they are listed in " + base + "/openapi.json, and for people at /api"})
	})
	return readable(reply.Guard{Log: s.Log, Now: s.Now, Refuse: s.refuse}.Before(mux)), nil
}

// settle fills in what was left out.
func (s *Server) settle() {
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	if s.Now == nil {
		s.Now = func() time.Time { return time.Time{} }
	}
}

// Document is the OpenAPI document as JSON.
func Document() ([]byte, error) {
	s := &Server{}
	s.settle()
	if _, err := s.mount(humago.NewAdapter(http.NewServeMux(), "")); err != nil {
		return nil, err
	}
	return s.contract, nil
}

// mount puts every operation before its address, and describes them.
func (s *Server) mount(to huma.Adapter) (*huma.OpenAPI, error) {
	described := huma.NewAPI(huma.Config{OpenAPI: &huma.OpenAPI{
		Info:       &huma.Info{Title: "Plumbline", Version: Version, Description: introduction},
		Tags:       []*huma.Tag{{Name: "record", Description: "What the record holds"}, {Name: "claims", Description: "Cited statements"}, {Name: "law", Description: "The law, and country-years held against it"}},
		Components: &huma.Components{Schemas: newSchemas()},
	}}, to).OpenAPI()
	for _, o := range s.operations() {
		op := o.describe()
		to.Handle(op, func(ctx huma.Context) {
			r, w := humago.Unwrap(ctx)
			s.serve(&o, w, r)
		})
		described.AddOperation(op)
	}
	var b bytes.Buffer
	plain, err := json.Marshal(described)
	if err != nil {
		return nil, fmt.Errorf("OpenAPI document: %w", err)
	}
	if err := json.Indent(&b, plain, "", "  "); err != nil {
		return nil, err
	}
	s.contract = append(b.Bytes(), '\n')
	return described, nil
}

const introduction = `Cited claims of Trafficking in Persons Report narratives, for programs. Everything is read only. ` +
	`Every claim has the exact words that carry it, with their place in the text, and keeps the text's hedges, sources and silences apart: null is not zero, and none-reported, not-reported and a count of 0 are three things. ` +
	plumbline.TierNotice + ` Countries are never ranked by counts. Answers that hold a sample say sample: true; it is paraphrase, not official text.`

// serve answers a request for an operation, from the cache where the database is
// as it was.
func (s *Server) serve(o *operation, w http.ResponseWriter, r *http.Request) {
	state, err := s.Record.Store.Generation(r.Context())
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	asked, err := s.read(o, r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	key := r.URL.Path + "?" + r.URL.Query().Encode()
	e := s.cache.Get(state, key)
	if e == nil {
		a, err := o.run(r.Context(), asked)
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		e = reply.New("application/json", append(a.body, '\n'))
		if a.next != "" {
			e.Link = "<" + a.next + `>; rel="next"`
		}
		s.cache.Put(state, key, e)
	}
	h := w.Header()
	h.Set("Cache-Control", "no-cache") // kept, and asked for again: the ETag tells
	h.Add("Link", "<"+base+`/openapi.json>; rel="service-desc"`)
	e.Serve(w, r, http.StatusOK)
}

// refuse answers with an error as problem details.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := reply.ProblemOf(s.Log, r, err)
	p.Serve(w, r)
}

// readable lets pages of other sites read the answers.
func readable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		if r.Method == http.MethodOptions {
			h.Set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
			h.Set("Access-Control-Allow-Headers", "If-None-Match")
			h.Set("Access-Control-Max-Age", "86400")
			h.Set("Allow", "GET, HEAD, OPTIONS")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}
