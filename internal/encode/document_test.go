package encode

import (
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func TestDocumentKeepsItsForm(t *testing.T) {
	r := &plumbline.Reading{
		Document: plumbline.Document{ID: "d1", File: "a.zip!b.html", SHA256: "ab", MediaType: "text/html", Encoding: "UTF-8", Source: "https://example.org",
			Parts: []plumbline.Part{{Path: []string{"One"}}}, Context: plumbline.Context{Year: 2018, Fields: "text=a country= year="}},
		Doubts: []plumbline.Doubt{{Message: "no year", Span: text.Span{Start: 3, End: 5}}},
		Rules:  "r1", Tool: "1.2",
	}
	got := string(AppendDocument(nil, r, 70, "", plumbline.Known(0)))
	want := `{"kind":"document","id":"d1","file":"a.zip!b.html","sha256":"ab","media_type":"text/html","encoding":"UTF-8","source":"https://example.org",` +
		`"retrieved":null,"title":null,"publisher":null,"released":null,"sample":false,"context":{"country":null,"year":2018,"layout":null,"single":false,` +
		`"fields":"text=a country= year="},"bytes":70,"pages":0,"parts":1,"read_at":null,"tool":"1.2","rules":"r1","claims":0,"narratives":[],` +
		`"doubts":[{"narrative":null,"start":3,"end":5,"message":"no year","hint":null}]}`
	if got != want || !json.Valid([]byte(got)) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r.Apart = &plumbline.Apart{Stretches: []text.Span{{Start: 1, End: 9}}, Tables: []plumbline.Enforcement{{Span: text.Span{Start: 3, End: 8},
		Years: []plumbline.EnforcementYear{{Year: 2013, Prosecutions: plumbline.EnforcementCount{All: plumbline.Known(0)}}}}}}
	got = string(AppendDocument(nil, r, 70, "", plumbline.Known(0)))
	apart := `"apart":{"stretches":[{"start":1,"end":9,"page":null,"last_page":null}],"enforcement":[{"title":null,"start":3,"end":8,"years":[{"year":2013,` +
		`"prosecutions":{"all":0,"labor":null},"convictions":{"all":null,"labor":null},"victims":{"all":null,"labor":null},"laws":null,"start":0,"end":0}]}]},"doubts"`
	if !strings.Contains(got, apart) || !json.Valid([]byte(got)) {
		t.Errorf("got  %s\nwant %s in it", got, apart)
	}
}
