package reply

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// policy lets pages load only what comes from this very server.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// patience is how long one answer may take.
const patience = 20 * time.Second

// longestQuery is how many bytes an address may have after its question mark.
const longestQuery = 4 << 10

// Guard stands before every answer: headers, limits, the log, and a last stop
// for what panics. Nothing but GET and HEAD gets through.
type Guard struct {
	Log    *slog.Logger
	Now    func() time.Time
	Refuse func(w http.ResponseWriter, r *http.Request, err error) // answers with an error
}

// Before puts the guard before what answers.
func (g Guard) Before(next http.Handler) http.Handler {
	guarded := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := g.Now()
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		out := &counting{ResponseWriter: w, status: http.StatusOK}
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		defer func() {
			if v := recover(); v == http.ErrAbortHandler {
				defer Abort() // it goes on up
			} else if v != nil {
				g.Log.Error("panic", "path", r.URL.Path, "fault", fmt.Sprint(v))
				if out.bytes == 0 {
					http.Error(out, "Something is broken here.", http.StatusInternalServerError)
				}
			}
			g.Log.Info("request", "method", r.Method, "path", r.URL.Path, "status", out.status, "bytes", out.bytes, "took", g.Now().Sub(begun))
		}()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(out, "Everything here is for reading: GET or HEAD.", http.StatusMethodNotAllowed)
		case len(r.URL.RawQuery) > longestQuery:
			g.Refuse(out, r, Parameter("query", fmt.Sprintf("longer than %d bytes", longestQuery), "ask for less at once"))
		default:
			guarded.ServeHTTP(out, r)
		}
	})
}

// counting notes what is answered, for the log.
type counting struct {
	http.ResponseWriter
	status, bytes int
}

// WriteHeader notes the status.
func (c *counting) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

// Write notes how much was written.
func (c *counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }
