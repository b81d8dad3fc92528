package main

import (
	"crypto/sha256"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// serve VAR DIR sets VAR to the address of a site with the pages of a folder,
// until the script ends. The page at /a/b/ is the file a/b.html or a/b.txt; a
// file a/b.status holds a status to answer with, and one a/b.to a place to
// redirect to. What is asked for is noted in DIR/asked.
func serveFolder(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: serve var dir")
	}
	dir := ts.MkAbs(args[1])
	var mu sync.Mutex
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		name := filepath.Join(dir, filepath.FromSlash(strings.Trim(r.URL.Path, "/")))
		note(filepath.Join(dir, "asked"), r)
		if status, err := os.ReadFile(name + ".status"); err == nil {
			code, _ := strconv.Atoi(strings.TrimSpace(string(status)))
			w.WriteHeader(code)
			return
		}
		if to, err := os.ReadFile(name + ".to"); err == nil {
			http.Redirect(w, r, strings.TrimSpace(string(to)), http.StatusMovedPermanently)
			return
		}
		for _, end := range []string{"", ".html", ".txt"} {
			if info, err := os.Stat(name + end); err == nil && info.Mode().IsRegular() {
				if data, err := os.ReadFile(name + end); err == nil { // a file may change twice in a second
					w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(data)))
				}
				http.ServeFile(w, r, name+end)
				return
			}
		}
		http.NotFound(w, r)
	}))
	ts.Defer(server.Close)
	ts.Setenv(args[0], server.URL)
}

// note writes down what was asked for, by whom.
func note(file string, r *http.Request) {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	defer f.Close()
	line := r.URL.Path
	if r.Header.Get("If-Modified-Since") != "" {
		line += " if changed"
	}
	_, _ = f.WriteString(line + " by " + r.UserAgent() + "\n")
}
