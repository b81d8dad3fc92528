package web

import (
	"strings"
	"testing"

	"plumbline/data"
	"plumbline/doc"
	"plumbline/internal/web/webtest"
)

func TestAPIPageIsDrawnFromTheContract(t *testing.T) {
	w := webtest.Open(t, data.FS)
	contract := []byte(`{"info":{"version":"1.0.0","description":"About it."},"tags":[{"name":"claims","description":"Cited statements"}],
		"paths":{"/api/v1/claims/{claim}":{"get":{"operationId":"claim","summary":"One claim","tags":["claims"],
			"parameters":[{"name":"claim","in":"path","description":"id of a claim","schema":{"type":"string","enum":["a<b"]}}],
			"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Claim"}}}}}}}},
		"components":{"schemas":{"Claim":{"description":"A statement.","properties":{"quantity":{"properties":{"count":{"type":["integer","null"],"description":"the number"}}}}}}}}`)
	h, err := (&Server{Record: w.Record, Reader: w.Reader, Guides: doc.FS, Contract: contract}).Handler()
	if err != nil {
		t.Fatal(err)
	}
	got := body(t, get(t, h, "/api"))
	for _, want := range []string{"GET /api/v1/claims/{claim}", "a&lt;b", `href="#shape-Claim"`, "quantity.count", "integer or null", "version 1.0.0", "With Python", `href="/data"`} {
		if !strings.Contains(got, want) {
			t.Errorf("not there: %s", want)
		}
	}
	if strings.Contains(got, ">try it<") {
		t.Error("an operation that needs an id has no address to try")
	}
	if twin := body(t, get(t, h, "/api.json")); strings.TrimSpace(twin) != strings.TrimSpace(string(contract)) {
		t.Error("its JSON twin is the contract itself")
	}
	plain, _ := open(t)
	if got := body(t, get(t, plain, "/api")); !strings.Contains(got, "This server has no API.") {
		t.Error("a server without API says so")
	}
}
