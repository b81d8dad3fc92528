package reply

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"

	"plumbline/internal/store"
)

// Health says whether requests can be answered, for what watches the server.
type Health struct {
	State func(ctx context.Context) (store.Generation, error) // of the database
	Tool  string                                              // version of the program
	Log   *slog.Logger
}

// health is the answer. A fault says what is wrong and what to do.
type health struct {
	OK         bool             `json:"ok"`
	Generation store.Generation `json:"generation,omitempty"`
	Version    string           `json:"version"`
	Fault      string           `json:"fault,omitempty"`
	Hint       string           `json:"hint,omitempty"`
}

// ServeHTTP answers 200 where the database can be read, and otherwise 503. It is
// never kept.
func (h Health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	said, status := health{OK: true, Version: h.Tool}, http.StatusOK
	var err error
	if said.Generation, err = h.State(r.Context()); err != nil {
		p := ProblemOf(h.Log, r, err)
		said.OK, said.Fault, said.Hint, status = false, p.Detail, p.Hint, http.StatusServiceUnavailable
	}
	b, _ := json.Marshal(said)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(append(b, '\n'))
	}
}
