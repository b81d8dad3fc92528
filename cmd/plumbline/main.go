package main

import (
	"context"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"plumbline/data"
	"plumbline/internal/fetch"
)

func main() {
	m := Main{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Args: os.Args[1:], Env: os.LookupEnv, Now: time.Now, Data: data.FS,
		Client: network, Sleep: sleep, Cache: cacheFolder(),
	}
	heedFileSize()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(m.Run(ctx))
}

// Main is the program with all that it takes from outside.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Args           []string
	Env            func(name string) (string, bool)
	Now            func() time.Time
	Data           fs.FS  // data/: countries, layouts, grammar, sample
	Cache          string // this user's folder for what can be made again; empty where there is none

	// Client asks the network; mirror is a place that the user named, or nil.
	Client func(env func(string) (string, bool), mirror *url.URL) fetch.Client
	Sleep  func(ctx context.Context, d time.Duration) error
}

// cacheFolder is the program's own folder among the user's caches, empty where
// the system names none.
func cacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "plumbline")
}

// Exit codes.
const (
	exitDone     = 0
	exitFailed   = 1 // some inputs failed, or what was asked for is not there
	exitUsage    = 2
	exitDatabase = 3
)

// Run parses the arguments, runs the subcommand and returns the exit code.
func (m Main) Run(ctx context.Context) int {
	a := &app{Main: m, ctx: ctx}
	return a.exit(a.dispatch())
}
