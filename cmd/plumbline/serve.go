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
	"plumbline/internal/web"
)

type serveCommand struct {
	Addr string `help:"Where to listen: host and port. Other machines reach it only when the host is not this one's own loopback address." placeholder:"HOST:PORT" default:"127.0.0.1:8080"`
	Log  string `help:"What to log on standard error: requests, faults or nothing." placeholder:"WHAT" enum:"requests,faults,nothing" default:"faults"`
}

// Help is shown below the usage.
func (serveCommand) Help() string {
	return `Serves the explorer: the world's tiers, countries, narratives with every claim marked in its words, flows, search, comparison and the law, each page with its twins as JSON and CSV at the same address with .json or .csv. The database is only read; it may be added to meanwhile.

Examples:

    plumbline serve
    plumbline serve --db my.db --addr 127.0.0.1:9000 --log requests`
}

// Run serves until it is told to stop, then lets running requests end.
func (c *serveCommand) Run(a *app) error {
	record, reader, err := a.record()
	if err != nil {
		return err
	}
	defer record.Store.Close()
	explorer := &web.Server{Record: record, Reader: reader, Log: c.logger(a), Now: a.Now, Tool: release(), Guides: doc.FS}
	handler, err := explorer.Handler()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("address %s: %w; name another with --addr HOST:PORT", c.Addr, err)
	}
	server := &http.Server{
		Handler: handler, ErrorLog: slog.NewLogLogger(explorer.Log.Handler(), slog.LevelError),
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 64 << 10,
	}
	a.say("the explorer is at http://%s (database %s); Ctrl-C stops it", listener.Addr(), a.commands.DB)
	stopped := make(chan error, 1)
	stop := context.AfterFunc(a.ctx, func() {
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
