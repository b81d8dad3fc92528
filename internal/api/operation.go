package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// operation is one thing that can be asked.
type operation struct {
	id, path       string // path below the base
	tag            string
	summary, about string
	parameters     []parameter
	answers        string // name of the schema
	run            func(ctx context.Context, r *request) (answer, error)
}

// answer is what an operation answers: JSON, and where its list goes on.
type answer struct {
	body []byte
	next string // address of the next page; empty where there is none
}

// operations is the table of all that can be asked. Each has its function in the
// file of its noun.
func (s *Server) operations() []operation {
	return slices.Concat(s.recordOperations(), s.claimOperations(), s.judgementOperations(), s.lawOperations())
}

// recordOperations are about what the record holds.
func (s *Server) recordOperations() []operation {
	return []operation{
		{"status", "/status", "record", "What the database holds", "Versions, counts by year and type, and the state that ETags are made of.", nil, "Status", s.status},
		{"countries", "/countries", "record", "Countries", "Every country that reports name, by code, with the years of which the database holds a narrative. There is no order by count.", []parameter{cursor, limit}, "Countries", s.countries},
		{"country", "/countries/{country}", "record", "One country", "", []parameter{countryPath}, "Country", s.country},
		{"history", "/countries/{country}/history", "record", "The past of a country", "Placements by year with how each is known, the clock of the two-year rule, waivers, treaty actions, child-soldier lists. The tier of a year that is not known is null.", []parameter{countryPath}, "History", s.history},
		{"placements", "/placements", "record", "Placements", "The tier of each country and year, with how it is known. Years are those of reports.", []parameter{countryQuery, yearQuery, tier, cursor, limit}, "Placements", s.placements},
		{"narratives", "/narratives", "record", "Narratives", "", []parameter{countryQuery, yearQuery, tier, document, allReadings, sample, cursor, limit}, "Narratives", s.narratives},
		{"narrative", "/narratives/{narrative}", "record", "One narrative with its claims", "", []parameter{narrativePath}, "Told", s.narrative},
		{"text", "/narratives/{narrative}/text", "record", "The text of a narrative", "Offsets of claims are bytes of the document's text: subtract the narrative's start.", []parameter{narrativePath}, "Text", s.text},
		{"documents", "/documents", "record", "Documents", "The files that were read, with where they come from.", []parameter{cursor, limit}, "Documents", s.documents},
		{"document", "/documents/{document}", "record", "One document", "Where it comes from, how it was taken in, its narratives and doubts.", []parameter{documentPath}, "Document", s.document},
	}
}

// claimOperations are about claims.
func (s *Server) claimOperations() []operation {
	return []operation{
		{"claims", "/claims", "claims", "Claims", "In the order of reading and of the text. Silence is not zero: reporting tells stated, none-reported and not-reported apart, and no sum may merge them.",
			[]parameter{countryQuery, yearQuery, claimTypes, valence, certainty, reporting, source, movement, section, narrative, document, allReadings, sample, cursor, limit}, "Claims", s.claims},
		{"search", "/search", "claims", "Search", "Sentences of narratives or quotes of claims by their words, with the words marked and the hits by country, year, section and, of claims, their other sides. Facets count texts that match, not what happened, and rank nothing. At most 500 hits at once.",
			[]parameter{query, scope, countryQuery, fromYear, toYear, tier, section, claimTypes, valence, certainty, reporting, form, sector, place, order, allReadings, sample, cursor, limit}, "Found", s.search},
		{"claim", "/claims/{claim}", "claims", "One claim", "", []parameter{claimPath}, "Claim", s.claim},
		{"flows", "/flows", "claims", "Flows", "Claims of type flow. Only trafficked ones unless another movement is asked for: labor-migration is work abroad that the text calls possibly exploitative, and is never to be counted or drawn as trafficking. Every origin goes to every destination; regions are no countries.",
			[]parameter{origin, destination, fromYear, toYear, flowMovement, certainty, form, sector, allReadings, sample, cursor, limit}, "Claims", s.flows},
	}
}

// judgementOperations hold country-years against the law.
func (s *Server) judgementOperations() []operation {
	return []operation{
		{"assessment", "/countries/{country}/years/{year}/assessment", "law", "A country-year held against the law", "Findings with the claims for and against each, the indicated tier beside the printed placement, and what would change it. An indicated tier is a reading of what the text supports; it is no tier.",
			[]parameter{countryPath, yearPath, law, document}, "Assessment", s.assessment},
		{"change", "/countries/{country}/years/{year}/change", "law", "The tier-change memo of a country-year", "The tier before and now, the concrete actions for and against the move, what the text tells anew. It never says what led to a move.",
			[]parameter{countryPath, yearPath, law, document}, "Memo", s.change},
	}
}

// lawOperations are about the law.
func (s *Server) lawOperations() []operation {
	return []operation{
		{"laws", "/law", "law", "Versions of the law", "", nil, "Laws", s.laws},
		{"law", "/law/{standard}", "law", "The law as in force", "By the day from which a version is in force, or by the year of a report.", []parameter{standardPath}, "Standard", s.law},
		{"law-changes", "/law/{standard}/changes/{to}", "law", "How one version of the law differs from another", "", []parameter{standardPath, toPath}, "LawChanges", s.lawChanges},
	}
}

// describe makes the operation known to the OpenAPI document.
func (o *operation) describe() *huma.Operation {
	op := &huma.Operation{
		OperationID: o.id, Method: http.MethodGet, Path: base + o.path, Summary: o.summary, Description: o.about, Tags: []string{o.tag},
		Responses: map[string]*huma.Response{
			"200":     {Description: "The answer", Headers: answerHeaders(o), Content: map[string]*huma.MediaType{"application/json": {Schema: reference(o.answers)}}},
			"304":     {Description: "Unchanged since the answer whose ETag was sent as If-None-Match"},
			"default": {Description: "An error, which names the parameter where one is wrong", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: reference("Problem")}}},
		},
	}
	for _, p := range o.parameters {
		op.Parameters = append(op.Parameters, &huma.Param{Name: p.name, In: p.in, Description: p.about, Required: p.in == inPath, Schema: p.schema(), Example: p.example})
	}
	return op
}

// answerHeaders are the headers of an answer that say something.
func answerHeaders(o *operation) map[string]*huma.Param {
	h := map[string]*huma.Param{"ETag": {Description: "names the answer; send it back as If-None-Match", Schema: &huma.Schema{Type: huma.TypeString}}}
	for _, p := range o.parameters {
		if p.name == cursor.name {
			h["Link"] = &huma.Param{Description: "the next page as rel=\"next\", where there is one", Schema: &huma.Schema{Type: huma.TypeString}}
		}
	}
	return h
}

func reference(name string) *huma.Schema { return &huma.Schema{Ref: schemas + name} }
