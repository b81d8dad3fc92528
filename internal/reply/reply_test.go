package reply

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"plumbline"
)

var hello = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { New("text/plain", []byte("hello")).Serve(w, r, 200) })

func ask(h http.Handler, method, from string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/x", nil)
	r.RemoteAddr = from
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestLimit(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	l := &Limit{PerSecond: 2, Burst: 3, Now: func() time.Time { return now }}
	h := l.Before(hello)
	steps := []struct {
		name, from string
		wait       time.Duration
		times, got int
	}{
		{"a burst goes through", "192.0.2.1:1000", 0, 3, 200},
		{"then no more, whatever the port", "192.0.2.1:2000", 0, 5, 429},
		{"another address is not held back", "192.0.2.2:1000", 0, 3, 200},
		{"half a second later one more", "192.0.2.1:1000", 500 * time.Millisecond, 1, 200},
		{"and no second one", "192.0.2.1:1000", 0, 1, 429},
		{"a network of IPv6", "[2001:db8::1]:1", 0, 3, 200},
		{"is one client", "[2001:db8::2]:1", 0, 1, 429},
		{"this machine has no limit", "127.0.0.1:1", 0, 500, 200},
		{"nor has its IPv6", "[::1]:1", 0, 500, 200},
		{"an IPv4 address in the form of IPv6 is the same client", "[::ffff:192.0.2.1]:1", 0, 1, 429},
	}
	for _, s := range steps {
		t.Run(s.name, func(t *testing.T) {
			now = now.Add(s.wait)
			for range s.times {
				if w := ask(h, "GET", s.from); w.Code != s.got {
					t.Fatalf("%d, want %d", w.Code, s.got)
				}
			}
		})
	}
	l.Loopback = true
	var last *httptest.ResponseRecorder
	for range 5 {
		last = ask(h, "GET", "127.0.0.1:1")
	}
	if last.Code != 429 || last.Header().Get("Retry-After") == "" || last.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("asked for on this machine too: %d %v", last.Code, last.Header())
	}
}

func TestLimitForgetsAddresses(t *testing.T) {
	l := &Limit{PerSecond: 1, Burst: 1, Now: func() time.Time { return time.Time{} }}
	for i := range 3 * remembered {
		l.allows(fmt.Sprintf("10.%d.%d.%d:1", i>>16, i>>8&255, i&255))
	}
	if n := len(l.recent) + len(l.older); n > 2*remembered {
		t.Errorf("%d addresses are kept", n)
	}
}

func TestProblemOf(t *testing.T) {
	log := slog.New(slog.DiscardHandler)
	r := httptest.NewRequest("GET", "/x", nil)
	cases := []struct {
		name string
		err  error
		want Problem
	}{
		{"a parameter is named", Parameter("year", "no year", "write 2018"),
			Problem{"about:blank", "That cannot be asked so", 400, "parameter year: no year", "write 2018", "year"}},
		{"wrapped it still is", fmt.Errorf("claims: %w", Parameter("year", "no year", "")),
			Problem{"about:blank", "That cannot be asked so", 400, "parameter year: no year", "", "year"}},
		{"what is not there", &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "no claim x"},
			Problem{"about:blank", "Not found", 404, "no claim x", "", ""}},
		{"our own fault is not told", errors.New("disk on fire at /var"),
			Problem{"about:blank", "Something is broken here", 500, "the fault is ours and has been logged", "", ""}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := ProblemOf(log, r, c.err); got != c.want {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestGuard(t *testing.T) {
	refused := func(w http.ResponseWriter, r *http.Request, err error) {
		p := ProblemOf(slog.New(slog.DiscardHandler), r, err)
		p.Serve(w, r)
	}
	g := Guard{Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return time.Time{} }, Refuse: refused}
	w := ask(g.Before(hello), "GET", "192.0.2.1:1")
	if w.Code != 200 || !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := ask(g.Before(hello), "DELETE", "192.0.2.1:1"); w.Code != 405 {
		t.Errorf("DELETE: %d", w.Code)
	}
	if w := ask(g.Before(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("x") })), "GET", "192.0.2.1:1"); w.Code != 500 {
		t.Errorf("a panic: %d", w.Code)
	}
	r := httptest.NewRequest("GET", "/x?"+strings.Repeat("a", longestQuery+1), nil)
	long := httptest.NewRecorder()
	g.Before(hello).ServeHTTP(long, r)
	var p Problem
	if err := json.Unmarshal(long.Body.Bytes(), &p); err != nil || p.Status != 400 || p.Parameter != "query" {
		t.Errorf("a long query: %v %+v", err, p)
	}
}
