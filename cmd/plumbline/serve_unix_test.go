//go:build unix

package main

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// served is the program, serving the sample.
type served struct {
	program, db, url string
	process          *exec.Cmd
	said             *bufio.Scanner
}

func serveSample(t *testing.T) *served {
	t.Helper()
	s := &served{program: program(t), db: filepath.Join(t.TempDir(), "p.db")}
	finish(t, exec.Command(s.program, "read", "--sample", "--db", s.db)).wants(t, exitDone, "")
	s.process = exec.CommandContext(t.Context(), s.program, "serve", "--db", s.db, "--addr", "127.0.0.1:0")
	shown, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	s.said = bufio.NewScanner(shown)
	if !s.said.Scan() {
		t.Fatalf("serve said nothing: %v", s.process.Wait())
	}
	_, rest, _ := strings.Cut(s.said.Text(), "explorer is at ")
	if s.url, _, _ = strings.Cut(rest, " "); s.url == "" {
		t.Fatalf("no address in %q", s.said.Text())
	}
	return s
}

// asks wants an answer with a status and words in it.
func (s *served) asks(t *testing.T, method, path string, status int, want ...string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return wanted(t, r, status, want...)
}

func wanted(t *testing.T, r *http.Request, status int, want ...string) string {
	t.Helper()
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	b, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	if got.StatusCode != status {
		t.Errorf("%s %s: %s, want %d\n%s", r.Method, r.URL.Path, got.Status, status, b)
	}
	for _, w := range want {
		if !strings.Contains(string(b), w) {
			t.Errorf("%s %s: no %q in\n%s", r.Method, r.URL.Path, w, b)
		}
	}
	return string(b)
}

func TestServe(t *testing.T) {
	s := serveSample(t)
	s.asks(t, "GET", "/", 200, "paraphrase, not official text")
	if got := s.asks(t, "HEAD", "/", 200); got != "" {
		t.Errorf("HEAD has a body of %d bytes", len(got))
	}
	t.Run("its health is told", func(t *testing.T) {
		var got health
		if err := json.Unmarshal([]byte(s.asks(t, "GET", "/healthz", 200)), &got); err != nil || !got.OK || got.Generation == "" || got.Version == "" {
			t.Errorf("%v %+v", err, got)
		}
	})
	t.Run("what it counts is told", func(t *testing.T) {
		s.asks(t, "GET", "/nowhere", 404)
		s.asks(t, "GET", "/metrics", 200, "plumbline_build_info{", `plumbline_requests_total{status="4xx"} 1`,
			`plumbline_request_seconds_bucket{le="+Inf"}`, `plumbline_cache_misses_total{cache="pages"}`, `plumbline_cache_bytes{cache="api"}`)
		s.asks(t, "POST", "/metrics", 405)
	})
	t.Run("headers have an end", func(t *testing.T) {
		r, _ := http.NewRequestWithContext(t.Context(), "GET", s.url, nil)
		r.Header.Set("X-Long", strings.Repeat("a", 100<<10))
		wanted(t, r, http.StatusRequestHeaderFieldsTooLarge)
	})
	t.Run("its address is taken", func(t *testing.T) {
		addr := strings.TrimPrefix(s.url, "http://")
		finish(t, exec.Command(s.program, "serve", "--db", s.db, "--addr", addr)).
			wants(t, exitFailed, "address already in use; name another with --addr HOST:PORT")
	})
	t.Run("a database that another program has locked is read", s.locked)
	t.Run("a database that another took the place of is not", s.replaced)
	if err := s.process.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	for s.said.Scan() {
		t.Errorf("it said %q", s.said.Text())
	}
	if err := s.process.Wait(); err != nil {
		t.Errorf("stopped by Ctrl-C: %v", err)
	}
}

// health is the answer of /healthz.
type health struct {
	OK                               bool
	Generation, Version, Fault, Hint string
}

func (s *served) locked(t *testing.T) {
	db, err := sql.Open("sqlite", s.db)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	s.asks(t, "GET", "/country/ARM/2018", 200)
}

func (s *served) replaced(t *testing.T) {
	if err := os.Rename(s.db, s.db+".old"); err != nil {
		t.Fatal(err)
	}
	s.asks(t, "GET", "/", 503, "gone since it was opened", "put it back, then start again")
	if err := os.WriteFile(s.db, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := s.asks(t, "GET", "/", 503); strings.Contains(got, filepath.Dir(s.db)) {
		t.Errorf("strangers are told of folders:\n%s", got)
	}
	s.asks(t, "GET", "/", 503, "another file took its place since it was opened", "start again to use the new one")
	s.asks(t, "GET", "/index.json", 503, `"hint":"start again to use the new one"`)
	s.asks(t, "GET", "/api/v1/status", 503, "start again to use the new one")
	s.asks(t, "GET", "/healthz", 503, `"ok":false`, "start again to use the new one")
	if err := os.Rename(s.db+".old", s.db); err != nil {
		t.Fatal(err)
	}
	s.asks(t, "GET", "/", 200)
	s.asks(t, "GET", "/healthz", 200, `"ok":true`)
}

func TestAStopLetsRunningRequestsEnd(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	slow := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "begun")
		http.NewResponseController(w).Flush()
		<-ctx.Done()
		fmt.Fprintln(w, "ended")
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := httpServer(slow, slog.New(slog.DiscardHandler))
	ended := make(chan error, 1)
	go func() { ended <- serveUntilStopped(ctx, server, listener) }()
	got, err := http.Get("http://" + listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	stop()
	if b, err := io.ReadAll(got.Body); err != nil || string(b) != "begun\nended\n" {
		t.Errorf("%q, %v", b, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestSlowClientsAreCutOff(t *testing.T) {
	s := httpServer(nil, slog.New(slog.DiscardHandler))
	for name, set := range map[string]bool{
		"headers": s.ReadHeaderTimeout > 0, "reading": s.ReadTimeout > 0, "writing": s.WriteTimeout > 0,
		"idling": s.IdleTimeout > 0, "size of headers": s.MaxHeaderBytes > 0,
	} {
		if !set {
			t.Errorf("no limit on %s", name)
		}
	}
}
