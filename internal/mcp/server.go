package mcp

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/wording"
)

// Server answers models. Record and Reader must be set.
type Server struct {
	Record *record.Record
	Reader *pipeline.Reader
	Tool   string // version of the program
	Site   string // where the explorer is served, without a slash at its end; empty where it is not known
}

// patience is how long one answer may take.
const patience = 20 * time.Second

// instructions tell a model how to speak of what it is given.
const instructions = `Cited claims read from Trafficking in Persons Report narratives. ` + plumbline.TierNotice + `
Give the quote with every statement, with its hedge and its source: "reportedly" stays reportedly. Silence is not zero: "none reported", "did not report" and 0 are three different things, and unknown is no failure. A promise is not a deed; a recommendation is what the publisher asks for. Work abroad that the text calls possibly exploitative is not trafficking. An indicated tier is a reading of what a text supports; the tier is the publisher's. Never rank countries by counts. What is marked as sample is paraphrase, not official text.`

// New makes a server with every tool.
func (s *Server) New() *sdk.Server {
	version := s.Tool
	if version == "" {
		version = "development"
	}
	server := sdk.NewServer(&sdk.Implementation{Name: "plumbline", Title: "Plumbline", Version: version}, &sdk.ServerOptions{Instructions: instructions})
	add(server, "search", "Search claims by words",
		"Finds claims by the words of their quotes, the most relevant first, with the sentence around each.", s.search)
	add(server, "country", "A country in a year",
		"What the narrative of a country and year says: profile, flows, what the government did and did not do, with hedges, sources and citations; and the tiers of all years. Without a year, the latest that there is.", s.country)
	add(server, "claims", "List claims", "Lists claims by country, year, type, valence, certainty or section, with the sentence around each.", s.claims)
	add(server, "assess", "Hold a country-year against the law",
		"Findings criterion by criterion with the claims for and against each, the indicated tier beside the printed one, and what would change it.", s.assess)
	add(server, "explain", "How a claim was found", "The claim's sentence, which words led to each of its parts, the rule that found it, and rules that almost matched.", s.explain)
	return server
}

// HTTP serves the tools over streamable HTTP, without sessions: every answer
// stands for itself.
func (s *Server) HTTP() http.Handler {
	server := s.New()
	tools := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return server },
		&sdk.StreamableHTTPOptions{Stateless: true, JSONResponse: true, MaxRequestBodyBytes: 1 << 20})
	return http.NewCrossOriginProtection().Handler(tools)
}

// reply is an answer: for people, and the same as JSON.
type reply struct {
	text   string
	json   []byte
	sample bool
}

// add gives the server a tool that only reads.
func add[In any](server *sdk.Server, name, title, about string, run func(ctx context.Context, in In) (*reply, error)) {
	closed := false
	tool := &sdk.Tool{Name: name, Title: title, Description: about + " " + plumbline.TierNotice,
		Annotations: &sdk.ToolAnnotations{Title: title, ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed}}
	sdk.AddTool(server, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, any, error) {
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		r, err := run(ctx, in)
		if err != nil {
			return nil, nil, err
		}
		text := strings.TrimSpace(r.text)
		if r.sample && !strings.Contains(text, wording.SampleNote) {
			text = wording.SampleNote + "\n\n" + text
		}
		if !strings.Contains(text, plumbline.TierNotice) {
			text += "\n\n" + plumbline.TierNotice
		}
		return &sdk.CallToolResult{Content: []sdk.Content{&sdk.TextContent{Text: text}}}, json.RawMessage(r.json), nil
	})
}
