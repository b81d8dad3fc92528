package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plumbline/internal/mcp"
)

type mcpCommand struct {
	Addr string `help:"Serve over HTTP at /mcp of this host and port instead of standard input and output." placeholder:"HOST:PORT"`
	Site string `help:"Where the explorer is served, for links to the words of claims." placeholder:"URL" default:"http://127.0.0.1:8080"`
}

// Help is shown below the usage.
func (mcpCommand) Help() string {
	return `Gives language models the record over the Model Context Protocol, with five tools, all for reading: search, country, claims, assess and explain. Every answer has its sentences with their hedges, sources and citations, and says where it is of the sample. A model's program starts it and talks with it on standard input and output.

Examples:

    plumbline mcp --db my.db
    plumbline mcp --db my.db --addr 127.0.0.1:8090`
}

// Run answers until its client is gone or it is told to stop.
func (c *mcpCommand) Run(a *app) error {
	record, reader, err := a.record()
	if err != nil {
		return err
	}
	defer record.Store.Close()
	server := &mcp.Server{Record: record, Reader: reader, Tool: release(), Site: strings.TrimRight(c.Site, "/")}
	if c.Addr != "" {
		return c.http(a, server)
	}
	err = server.New().Run(a.ctx, &sdk.IOTransport{Reader: io.NopCloser(a.Stdin), Writer: openWriter{a.Stdout}})
	if errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// http serves the tools at an address.
func (c *mcpCommand) http(a *app, tools *mcp.Server) error {
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("address %s: %w; name another with --addr HOST:PORT", c.Addr, err)
	}
	mux := http.NewServeMux()
	mux.Handle("/mcp", tools.HTTP())
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	a.say("tools for models are at http://%s/mcp (database %s); Ctrl-C stops it", listener.Addr(), a.commands.DB)
	return serveUntilStopped(a.ctx, server, listener)
}

// openWriter is standard output, which is not ours to close.
type openWriter struct{ io.Writer }

// Close leaves it open.
func (openWriter) Close() error { return nil }
