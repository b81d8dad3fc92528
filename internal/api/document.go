package api

import (
	"context"
	"slices"
	"strconv"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

func itoa(n int) string { return strconv.Itoa(n) }

// documentColumns are the keys of a document in a list.
var documentColumns = []string{"id", "file", "title", "publisher", "released", "source", "retrieved", "media_type", "sha256", "sample", "narratives", "claims", "bytes", "read_at", "tool", "rules"}

// documents lists what was read.
func (s *Server) documents(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	info, err := s.Record.Store.Info(ctx)
	if err != nil {
		return answer{}, err
	}
	list, next := cut(info.Documents, p)
	a := answer{next: r.following(next)}
	of := slices.ContainsFunc(list, func(d store.DocumentInfo) bool { return d.Sample })
	a.body = encode.Listing{Key: "documents", Next: a.next, Sample: of}.Append(nil, len(list), func(dst []byte, i int) []byte {
		d := &list[i]
		return encode.AppendRow(dst, documentColumns, []any{string(d.ID), d.File, orNull(d.Title), orNull(d.Publisher), orNull(d.Released), orNull(d.Source), orNull(d.Retrieved),
			d.MediaType, d.SHA256, d.Sample, d.Narratives, d.Claims, d.Bytes, orNull(d.ReadAt), orNull(d.Tool), d.Rules})
	})
	return a, nil
}

// document gives one of them.
func (s *Server) document(ctx context.Context, r *request) (answer, error) {
	db := s.Record.Store
	info, err := db.DocumentInfo(ctx, plumbline.DocumentID(r.given[documentPath.name]))
	if err != nil {
		return answer{}, err
	}
	d, err := s.Record.Document(ctx, info.ID)
	if err != nil {
		return answer{}, err
	}
	reading := plumbline.Reading{Document: *d, Tool: info.Tool, Rules: info.Rules}
	if reading.Narratives, err = db.Narratives(ctx, store.NarrativeFilter{Document: info.ID, IncludeSample: true}); err != nil {
		return answer{}, err
	}
	if reading.Doubts, err = db.Doubts(ctx, info.ID); err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendDocument(nil, &reading, len(d.Text), info.ReadAt, plumbline.Known(int64(info.Claims)))}, nil
}

// status tells what the database holds.
func (s *Server) status(ctx context.Context, _ *request) (answer, error) {
	db := s.Record.Store
	state, err := db.Generation(ctx)
	if err != nil {
		return answer{}, err
	}
	c, err := s.Record.Counts(ctx)
	if err != nil {
		return answer{}, err
	}
	h := encode.Holding{Program: s.Tool, API: Version, Generation: string(state), Rules: s.Reader.Rules,
		Documents: c.Documents, Samples: c.Samples, Countries: c.Countries, Narratives: c.Narratives, Claims: c.Claims, Other: c.Others}
	for _, y := range c.ByYear {
		h.Years = append(h.Years, encode.HoldingCount{Year: y.Year, Narratives: y.Narratives, Claims: y.Claims})
	}
	for _, t := range c.ByType {
		h.Types = append(h.Types, encode.HoldingCount{Type: t.Type, Claims: t.Claims})
	}
	return answer{body: encode.AppendHolding(nil, &h)}, nil
}
