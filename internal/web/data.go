package web

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"strings"

	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/store"
)

// mostSources is how many documents the page lists; about.json has them all.
const mostSources = 50

// data shows what the database holds and how to take it along.
func (s *Server) data(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	counts, err := s.Record.Counts(ctx)
	if err != nil {
		return nil, err
	}
	info, err := s.Record.Store.Info(ctx)
	if err != nil {
		return nil, err
	}
	state, err := s.Record.Store.Generation(ctx)
	if err != nil {
		return nil, err
	}
	body := page.Data{Documents: counts.Documents, Samples: counts.Samples, Countries: counts.Countries, Narratives: counts.Narratives, Claims: counts.Claims, Others: counts.Others,
		Whole: page.DataPath("plumbline.zip", 0, false), API: len(s.Contract) > 0}
	if counts.Samples > 0 {
		body.Sampled = page.DataPath("plumbline.zip", 0, true)
	}
	for _, f := range dataFiles {
		body.Files = append(body.Files, page.DataFile{Name: f.name, Meaning: f.meaning, CSV: page.DataPath(f.name+".csv", 0, false),
			JSON: page.DataPath(f.name+".json", 0, false), Lines: page.DataPath(f.name+".jsonl", 0, false)})
	}
	sources(&body, info.Documents)
	sel := &selection{rows: make([]store.NarrativeRow, counts.Narratives)}
	body.Citation = s.citation(sel, state)
	body.BibTeX = bibtex(s.Tool, fmt.Sprintf("%d narratives, state %s, rules %.12s", counts.Narratives, state, s.Reader.Rules))
	h := encode.Holding{Program: s.Tool, Generation: string(state), Rules: s.Reader.Rules, Documents: counts.Documents, Samples: counts.Samples,
		Countries: counts.Countries, Narratives: counts.Narratives, Claims: counts.Claims, Other: counts.Others}
	var rows [][]any
	for _, y := range counts.ByYear {
		one := page.DataYear{Year: y.Year, Narratives: y.Narratives, Claims: y.Claims, Whole: page.DataPath("plumbline.zip", y.Year, false)}
		for _, f := range dataFiles {
			one.Files = append(one.Files, page.Link{Href: page.DataPath(f.name+".csv", y.Year, false), Text: f.name})
		}
		body.Years = append(body.Years, one)
		h.Years = append(h.Years, encode.HoldingCount{Year: y.Year, Narratives: y.Narratives, Claims: y.Claims})
		rows = append(rows, []any{orNull(y.Year), y.Narratives, y.Claims})
	}
	for _, t := range counts.ByType {
		h.Types = append(h.Types, encode.HoldingCount{Type: t.Type, Claims: t.Claims})
	}
	a := &answer{
		frame: page.Frame{Title: "Data", Here: "Data", Lead: "What is in the database, files to take along as CSV and JSON, how to cite them, and the API."},
		body:  body,
		json:  value(func(dst []byte) []byte { return encode.AppendHolding(dst, &h) }),
	}
	_, a.csv = table([]string{"year", "narratives", "claims"}, rows)
	return a, nil
}

// sources lists what was read.
func sources(body *page.Data, documents []store.DocumentInfo) {
	for i := range documents {
		d := &documents[i]
		if d.Sample {
			continue // left out of the files too
		}
		if len(body.Sources) == mostSources {
			body.More++
			continue
		}
		one := page.DataSource{Title: cmp.Or(d.Title, path.Base(strings.ReplaceAll(d.File, "\\", "/"))), From: d.Publisher, Narratives: d.Narratives}
		if strings.HasPrefix(d.Source, "https://") || strings.HasPrefix(d.Source, "http://") {
			one.Href = d.Source
		}
		body.Sources = append(body.Sources, one)
	}
}

// bibtex is a citation in that form.
func bibtex(tool, note string) string {
	braced := strings.NewReplacer("{", "", "}", "", "\\", "").Replace
	return fmt.Sprintf("@misc{plumbline,\n  title = {Claims read from Trafficking in Persons Report narratives},\n  author = {{Plumbline}},\n  version = {%s},\n  note = {%s}\n}", braced(tool), braced(note))
}
