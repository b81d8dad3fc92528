package mcp

import (
	"encoding/json"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"plumbline"
	"plumbline/data"
	"plumbline/internal/pipeline"
	"plumbline/internal/store"
	"plumbline/internal/web/webtest"
)

// open connects a client to a server on the sample and a made-up report.
func open(t *testing.T) (*sdk.ClientSession, *webtest.World) {
	t.Helper()
	w := webtest.Open(t, data.FS)
	w.Read(t, webtest.Report(2018, 12, w.Reader))
	ours, theirs := sdk.NewInMemoryTransports()
	server, err := (&Server{Record: w.Record, Reader: w.Reader, Site: "http://explorer.example"}).New().Connect(t.Context(), ours, nil)
	if err != nil {
		t.Fatal(err)
	}
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close(); server.Wait() })
	return client, w
}

// call asks a tool, and gives its words and its JSON.
func call(t *testing.T, c *sdk.ClientSession, tool string, arguments map[string]any) (words string, value map[string]any, failed bool) {
	t.Helper()
	r, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range r.Content {
		words += one.(*sdk.TextContent).Text
	}
	if r.StructuredContent != nil {
		b, err := json.Marshal(r.StructuredContent)
		if err != nil || json.Unmarshal(b, &value) != nil {
			t.Fatal(err)
		}
	}
	return words, value, r.IsError
}

func TestToolsOnlyRead(t *testing.T) {
	c, _ := open(t)
	list, err := c.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if !tool.Annotations.ReadOnlyHint || !strings.Contains(tool.Description, plumbline.TierNotice) {
			t.Errorf("%s: %+v", tool.Name, tool)
		}
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "assess claims country explain search" {
		t.Errorf("tools: %s", got)
	}
	if !strings.Contains(c.InitializeResult().Instructions, "Silence is not zero") {
		t.Error("a model is not told how to speak of it")
	}
}

func TestEveryAnswerHasSentenceHedgeCitationAndNotice(t *testing.T) {
	c, w := open(t)
	claims, err := w.Record.Store.Claims(t.Context(), store.ClaimFilter{PrimaryOnly: true, Certainty: plumbline.Probable, Types: []plumbline.ClaimType{plumbline.Penalization}})
	if err != nil || len(claims) == 0 {
		t.Fatal(err, len(claims))
	}
	hedged := &claims[slices.IndexFunc(claims, func(c plumbline.Claim) bool { return strings.Contains(c.Citation.Quote, "detained") })]
	country := string(hedged.Country)
	for tool, arguments := range map[string]map[string]any{
		"search":  {"words": "detained foreign", "country": country},
		"claims":  {"country": country, "year": 2018, "type": "penalization"},
		"explain": {"claim": string(hedged.ID)},
	} {
		words, value, failed := call(t, c, tool, arguments)
		if failed {
			t.Fatalf("%s: %s", tool, words)
		}
		for _, want := range []string{string(hedged.ID), hedged.Citation.Quote, "sentence: “", "hedge: ", "citation: ", "http://explorer.example/narrative/" + string(hedged.Narrative) + "#c-" + string(hedged.ID), plumbline.TierNotice} {
			if !strings.Contains(words, want) {
				t.Errorf("%s: not there: %s\n%s", tool, want, words)
			}
		}
		if strings.Contains(words, pipeline.SampleMark) || value == nil {
			t.Errorf("%s: marked as sample, or without JSON", tool)
		}
	}
	words, value, failed := call(t, c, "assess", map[string]any{"country": country, "year": 2018})
	if failed || !strings.Contains(words, "108(a)(1)") || !strings.Contains(words, plumbline.TierNotice) || value["standard"] != "2013-03-07" {
		t.Errorf("assess: %s", words)
	}
	words, value, failed = call(t, c, "country", map[string]any{"country": country})
	if failed || !strings.Contains(words, "Tiers by report year:") || value["narrative"] == nil {
		t.Errorf("country: %s", words)
	}
}

func TestWhatIsOfTheSampleSaysSo(t *testing.T) {
	c, _ := open(t)
	if words, value, _ := call(t, c, "claims", map[string]any{"country": "PRK", "year": 2007}); strings.Contains(words, pipeline.SampleMark) || value["sample"] != false {
		t.Errorf("a sample that nobody asked for: %s", words)
	}
	for tool, arguments := range map[string]map[string]any{
		"claims":  {"country": "PRK", "year": 2007, "sample": true},
		"country": {"country": "North Korea"},
		"assess":  {"country": "PRK", "year": 2007},
	} {
		words, value, failed := call(t, c, tool, arguments)
		if failed || !strings.Contains(strings.ToLower(words), "paraphrase, not official text") {
			t.Errorf("%s does not say that it is a sample: %v %.300s", tool, value["sample"], words)
		}
	}
}

func TestFaultsSayWhatThereIs(t *testing.T) {
	c, _ := open(t)
	cases := []struct {
		name, tool string
		arguments  map[string]any
		want       string
	}{
		{"a country with a slip", "country", map[string]any{"country": "Moldva"}, "did you mean MDA"},
		{"a year that there is not", "assess", map[string]any{"country": "PRK", "year": 2016}, "it has 2007"},
		{"a type with a slip", "claims", map[string]any{"type": "convictoin"}, "did you mean conviction?"},
		{"a word of a closed list", "claims", map[string]any{"certainty": "sure"}, "certain, probable, possible, unknown"},
		{"no words", "search", map[string]any{"words": " "}, "no words to search for"},
		{"too much at once", "claims", map[string]any{"limit": 5000}, "from 1 to 50"},
		{"no such claim", "explain", map[string]any{"claim": "zzzz"}, "zzzz"},
		{"a law that there is not", "assess", map[string]any{"country": "PRK", "year": 2007, "standard": "1990"}, "1990"},
		{"an argument that there is not", "claims", map[string]any{"county": "MDA"}, "county"},
	}
	for _, x := range cases {
		t.Run(x.name, func(t *testing.T) {
			words, _, failed := call(t, c, x.tool, x.arguments)
			if !failed || !strings.Contains(words, x.want) {
				t.Errorf("failed %v: %s", failed, words)
			}
		})
	}
}

func TestListsGoOnBehindAClaim(t *testing.T) {
	c, _ := open(t)
	_, first, _ := call(t, c, "claims", map[string]any{"year": 2018, "limit": 5})
	after, _ := first["next"].(string)
	_, second, _ := call(t, c, "claims", map[string]any{"year": 2018, "limit": 5, "after": after})
	a, b := first["claims"].([]any), second["claims"].([]any)
	if len(a) != 5 || len(b) != 5 || a[4].(map[string]any)["id"] != after || b[0].(map[string]any)["id"] == after {
		t.Errorf("%d, then %d behind %s", len(a), len(b), after)
	}
}

func TestOverHTTP(t *testing.T) {
	w := webtest.Open(t, data.FS)
	server := httptest.NewServer((&Server{Record: w.Record, Reader: w.Reader}).HTTP())
	defer server.Close()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: server.URL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	words, _, failed := call(t, c, "country", map[string]any{"country": "PRK", "year": 2007})
	if failed || !strings.Contains(words, "paraphrase, not official text") {
		t.Errorf("%.300s", words)
	}
}
