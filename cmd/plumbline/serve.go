package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"plumbline/doc"
	"plumbline/internal/api"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/reply"
	"plumbline/internal/web"
)

type serveCommand struct {
	Addr string   `help:"Where to listen: host and port. Other machines reach it only when the host is not this one's own loopback address." placeholder:"HOST:PORT" default:"127.0.0.1:8080"`
	Rate *float64 `help:"How many requests a second one client address may make, on average; 0 sets no limit. Left out, clients of other machines may make 20, and those of this one any number." placeholder:"N"`
	Log  string   `help:"What to log on standard error: requests, faults or nothing." placeholder:"WHAT" enum:"requests,faults,nothing" default:"faults"`
}

// Help is shown below the usage.
func (serveCommand) Help() string {
	return `Serves the explorer: the world's tiers, countries, narratives with every claim marked in its words, flows, search, comparison and the law, each page with its twins as JSON and CSV at the same address with .json or .csv; and below /api/v1/ the API for programs, described at /api. The database is only read; it may be added to meanwhile.

For what watches the server: /healthz says as JSON whether the database can be read (200) or what is wrong (503), and /metrics has counts of requests, their times, the caches and the memory in the text form of Prometheus. Neither has words of a text.

Examples:

    plumbline serve
    plumbline serve --db my.db --addr 127.0.0.1:9000 --log requests
    plumbline serve --addr 0.0.0.0:8080 --rate 5`
}

// Run serves until it is told to stop, then lets running requests end.
func (c *serveCommand) Run(a *app) error {
	r, reader, err := a.record()
	if err != nil {
		return err
	}
	defer r.Store.Close()
	log := c.logger(a)
	handler, err := c.handler(a, r, reader, log)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("address %s: %w; name another with --addr HOST:PORT", c.Addr, err)
	}
	server := httpServer(handler, log)
	a.say("the explorer is at http://%s (database %s); Ctrl-C stops it", listener.Addr(), a.commands.DB)
	return serveUntilStopped(a.ctx, server, listener)
}

// httpServer bounds what a client may take of time and room: one that sends its
// headers a letter a minute, or never reads, is cut off.
func httpServer(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: handler, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelError),
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
	}
}

// serveUntilStopped serves until ctx ends, then lets running requests end.
func serveUntilStopped(ctx context.Context, server *http.Server, listener net.Listener) error {
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		stopped <- server.Shutdown(ctx)
	})
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// handler puts the pages and the API under one address.
func (c *serveCommand) handler(a *app, r *record.Record, reader *pipeline.Reader, log *slog.Logger) (http.Handler, error) {
	if c.Rate != nil && *c.Rate < 0 {
		return nil, usagef("--rate %g: below zero; 0 sets no limit", *c.Rate)
	}
	contract, err := api.Document()
	if err != nil {
		return nil, err
	}
	metrics := &reply.Metrics{Now: a.Now, Tool: release()}
	pages, err := (&web.Server{Record: r, Reader: reader, Log: log, Now: a.Now, Tool: release(), Guides: doc.FS, Contract: contract, Metrics: metrics}).Handler()
	if err != nil {
		return nil, err
	}
	programs, err := (&api.Server{Record: r, Reader: reader, Log: log, Now: a.Now, Tool: release(), Metrics: metrics}).Handler()
	if err != nil {
		return nil, err
	}
	guard := reply.Guard{Log: log, Now: a.Now, Refuse: func(w http.ResponseWriter, r *http.Request, err error) {
		p := reply.ProblemOf(log, r, err)
		p.Serve(w, r)
	}}
	both := http.NewServeMux()
	both.Handle("/healthz", guard.Before(reply.Health{State: r.Store.Generation, Tool: release(), Log: log}))
	both.Handle("/metrics", guard.Before(metrics))
	both.Handle("/api/v1/", programs)
	both.Handle("/", pages)
	limit := &reply.Limit{PerSecond: usualRate, Loopback: c.Rate != nil, Now: a.Now}
	if c.Rate != nil {
		limit.PerSecond = *c.Rate
	}
	if limit.PerSecond == 0 {
		return metrics.Before(both), nil
	}
	limit.Burst = max(1, int(10*limit.PerSecond))
	return metrics.Before(limit.Before(both)), nil
}

// usualRate is how many requests a second a client of another machine may make
// on average; ten times as many at once, since a page has its style, font and
// script beside it.
const usualRate = 20

// logger writes what the user wants to know.
func (c *serveCommand) logger(a *app) *slog.Logger {
	level := slog.LevelError
	switch c.Log {
	case "nothing":
		return slog.New(slog.DiscardHandler)
	case "requests":
		level = slog.LevelInfo
	}
	return slog.New(slog.NewTextHandler(a.Stderr, &slog.HandlerOptions{Level: level}))
}
