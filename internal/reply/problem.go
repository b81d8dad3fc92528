package reply

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"plumbline"
	"plumbline/internal/store"
)

// ErrBusy is what a client is told that must wait for others.
var ErrBusy = errors.New("others are being served; ask again in a few seconds")

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
	{ErrBusy, http.StatusServiceUnavailable, "Busy"},
	{context.DeadlineExceeded, http.StatusServiceUnavailable, "That took too long"},
}

// Problem is an error in the form of RFC 9457.
type Problem struct {
	Type      string `json:"type" doc:"always about:blank: the status says the kind"`
	Title     string `json:"title" doc:"what kind of error it is"`
	Status    int    `json:"status" doc:"the HTTP status"`
	Detail    string `json:"detail" doc:"what is wrong"`
	Hint      string `json:"hint,omitempty" doc:"what to do instead; near values where there are such"`
	Parameter string `json:"parameter,omitempty" doc:"the parameter that is wrong"`
}

// ProblemOf says an error to whoever asked. What is our own fault is not told in
// detail: it goes to the log.
func ProblemOf(log *slog.Logger, r *http.Request, err error) Problem {
	for _, x := range statuses {
		if errors.Is(err, x.kind) {
			p := Problem{Type: "about:blank", Title: x.title, Status: x.status, Detail: err.Error()}
			var f *plumbline.Fault
			if errors.As(err, &f) {
				p.Detail, p.Hint = f.Fact, f.Hint
			}
			var of *parameterFault
			if errors.As(err, &of) {
				p.Parameter = of.name
			}
			return p
		}
	}
	if !errors.Is(err, context.Canceled) {
		log.Error("answer", "path", r.URL.Path, "fault", err.Error())
	}
	return Problem{Type: "about:blank", Title: "Something is broken here", Status: http.StatusInternalServerError,
		Detail: "the fault is ours and has been logged"}
}

// Headers sets what goes with every error.
func (p *Problem) Headers(h http.Header) {
	h.Set("Cache-Control", "no-store")
	switch p.Status {
	case http.StatusServiceUnavailable:
		h.Set("Retry-After", "5")
	case http.StatusTooManyRequests:
		h.Set("Retry-After", "1")
	}
}

// Serve answers with the problem as JSON.
func (p *Problem) Serve(w http.ResponseWriter, r *http.Request) {
	p.Headers(w.Header())
	b, _ := json.Marshal(p)
	New("application/problem+json", append(b, '\n')).Serve(w, r, p.Status)
}

// parameterFault is a fault in a parameter.
type parameterFault struct {
	plumbline.Fault
	name string
}

// Unwrap gives the fault itself, which has the kind.
func (f *parameterFault) Unwrap() error { return &f.Fault }

// Parameter is the fault of a parameter that cannot be used; hint says what
// could be.
func Parameter(name, fact, hint string) error {
	return &parameterFault{plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: "parameter " + name + ": " + fact, Hint: hint}, name}
}
