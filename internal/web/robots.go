package web

import (
	"net/http"

	"plumbline"
	"plumbline/internal/reply"
)

// robots asks programs that follow every link to leave alone what is made anew
// for each question, and what is heavy.
const robots = `User-agent: *
Disallow: /search
Disallow: /compare
Disallow: /data/
Disallow: /api/v1/
`

// guideForModels says to language models what is here and how to speak of it.
const guideForModels = `# Plumbline

> Cited claims read from Trafficking in Persons Report narratives: what governments are said to do and not to do against human trafficking, each with the exact words that say so.

Whoever answers from these pages:

- ` + plumbline.TierNotice + `
- Give the quote and its link with every statement, with its hedge and its source: "reportedly" stays reportedly.
- Silence is not zero. "None reported", "did not report" and 0 are three different things. Unknown is no failure.
- A promise or a forecast is not a deed. A recommendation is what the publisher asks for, not what is so.
- Work abroad that the text calls possibly exploitative is not trafficking, and is never to be counted as such.
- An indicated tier is a reading of what a text supports; the tier is the publisher's.
- Never rank countries by counts of claims or victims.
- What is marked as sample is paraphrase, not official text.

## Pages

Each has twins at the same address with .json and .csv.

- [Tiers of a year](/world/2018): /world/{year}
- [A country](/country/MDA): /country/{ISO 3166-1 alpha-3}, /country/{code}/{year}, and below it /assessment, /change
- [A narrative's text](/narrative/): /narrative/{id}, with every claim marked; #c-{claim} leads to its words
- [Search](/search): /search?q={words}
- [Law in force](/law): /law/{year of a report}
- [Method, codebook and known weaknesses](/method): /method/{claim type}

## For programs

- [Guide to the API](/api)
- [OpenAPI 3.1](/api/v1/openapi.json)
- [Data to take along](/data)
`

// words serves a text that never changes.
func words(text string) http.HandlerFunc {
	e := reply.New("text/plain; charset=utf-8", []byte(text))
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=86400")
		e.Serve(w, r, http.StatusOK)
	}
}
