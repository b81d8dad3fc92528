package api

import (
	"context"
	"slices"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

// narratives lists narratives.
func (s *Server) narratives(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	f := store.NarrativeFilter{
		Country: r.country(&countryQuery), Year: r.number(&yearQuery), Tier: plumbline.Tier(r.given[tier.name]),
		PrimaryOnly: !r.flag(&allReadings), IncludeSample: r.flag(&sample), Limit: p.most + 1, Offset: p.from,
	}
	if f.Document, err = s.documentID(ctx, r.given[document.name]); err != nil {
		return answer{}, err
	}
	if f.Document != "" {
		f.PrimaryOnly = false
	}
	list, err := s.Record.Store.Narratives(ctx, f)
	if err != nil {
		return answer{}, err
	}
	more := len(list) > p.most
	a := answer{next: r.further(more, p)}
	list = list[:min(len(list), p.most)]
	of := slices.ContainsFunc(list, func(n plumbline.Narrative) bool { return ofSample(n.File) })
	a.body = encode.Listing{Key: "narratives", Next: a.next, Sample: of}.Append(nil, len(list), func(dst []byte, i int) []byte { return encode.AppendNarrative(dst, &list[i]) })
	return a, nil
}

// further is the address of the page behind p, where there is more.
func (r *request) further(more bool, p page) string {
	if !more {
		return ""
	}
	return r.following(itoa(p.from + p.most))
}

// narrative gives a narrative with its claims.
func (s *Server) narrative(ctx context.Context, r *request) (answer, error) {
	y, err := s.Record.ByNarrative(ctx, plumbline.NarrativeID(r.given[narrativePath.name]))
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendWhole(nil, y.Narrative, y.Claims, y.Sample())}, nil
}

// text gives the words of a narrative.
func (s *Server) text(ctx context.Context, r *request) (answer, error) {
	n, err := s.Record.Store.Narrative(ctx, plumbline.NarrativeID(r.given[narrativePath.name]))
	if err != nil {
		return answer{}, err
	}
	d, err := s.Record.Document(ctx, n.Document)
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendText(nil, n, d)}, nil
}

// documentID finds the whole id of a document; empty for an empty one.
func (s *Server) documentID(ctx context.Context, id string) (plumbline.DocumentID, error) {
	if id == "" {
		return "", nil
	}
	info, err := s.Record.Store.DocumentInfo(ctx, plumbline.DocumentID(id))
	if err != nil {
		return "", err
	}
	return info.ID, nil
}
