package api

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

// claims lists claims by filter.
func (s *Server) claims(ctx context.Context, r *request) (answer, error) {
	f, err := s.claimFilter(ctx, r)
	if err != nil {
		return answer{}, err
	}
	most := r.most()
	f.Limit = most + 1
	list, err := s.Record.Store.Claims(ctx, f)
	if err != nil {
		return answer{}, err
	}
	var next string
	if len(list) > most {
		list = list[:most]
		next = string(list[most-1].ID)
	}
	return claimPage(list, r.following(next)), nil
}

// claimPage writes a page of claims.
func claimPage(list []plumbline.Claim, next string) answer {
	of := slices.ContainsFunc(list, func(c plumbline.Claim) bool { return ofSample(c.File) })
	return answer{next: next, body: encode.Listing{Key: "claims", Next: next, Sample: of}.Append(nil, len(list), func(dst []byte, i int) []byte { return encode.AppendClaim(dst, &list[i]) })}
}

// claimFilter turns the parameters into a filter.
func (s *Server) claimFilter(ctx context.Context, r *request) (store.ClaimFilter, error) {
	f := store.ClaimFilter{
		Country: r.country(&countryQuery), Year: r.number(&yearQuery),
		Certainty: plumbline.Certainty(r.given[certainty.name]), Reporting: plumbline.Reporting(r.given[reporting.name]),
		Source: plumbline.SourceKind(r.given[source.name]), Movement: plumbline.Movement(r.given[movement.name]),
		Section: plumbline.SectionName(r.given[section.name]), Narrative: plumbline.NarrativeID(r.given[narrative.name]),
		IncludeSample: r.flag(&sample), Valence: valences[r.given[valence.name]], Types: several[plumbline.ClaimType](r, &claimTypes),
	}
	var err error
	if f.Document, err = s.documentID(ctx, r.given[document.name]); err != nil {
		return f, err
	}
	f.PrimaryOnly = !r.flag(&allReadings) && f.Document == "" && f.Narrative == ""
	f.After = plumbline.ClaimID(r.given[cursor.name])
	return f, s.standing(ctx, f.After)
}

// standing refuses a cursor whose claim is not there any more: the list behind
// it cannot be told.
func (s *Server) standing(ctx context.Context, after plumbline.ClaimID) error {
	if after == "" {
		return nil
	}
	c, err := s.Record.Store.Claim(ctx, after)
	if errors.Is(err, plumbline.ErrNotFound) || errors.Is(err, plumbline.ErrInvalid) || err == nil && c.ID != after {
		return cursor.fault(fmt.Sprintf("%q is none of ours, or the texts were read anew since", after), "leave it out to begin anew")
	}
	return err
}

// claim gives one claim.
func (s *Server) claim(ctx context.Context, r *request) (answer, error) {
	c, err := s.Record.Store.Claim(ctx, plumbline.ClaimID(r.given[claimPath.name]))
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendClaim(nil, c)}, nil
}

// flows lists flow claims.
func (s *Server) flows(ctx context.Context, r *request) (answer, error) {
	p, err := r.page()
	if err != nil {
		return answer{}, err
	}
	f := store.FlowFilter{From: r.number(&fromYear), To: r.number(&toYear), Movement: plumbline.Trafficked, AllReadings: r.flag(&allReadings), IncludeSample: r.flag(&sample)}
	if m := r.given[flowMovement.name]; m != "" {
		f.Movement = plumbline.Movement(m)
	}
	rows, err := s.Record.Store.Flows(ctx, f)
	if err != nil {
		return answer{}, err
	}
	rows = slices.DeleteFunc(rows, func(x store.FlowRow) bool { return !r.asksFor(&x) })
	part, next := cut(rows, p)
	ids := make([]plumbline.ClaimID, len(part))
	for i := range part {
		ids[i] = part[i].Claim
	}
	var list []plumbline.Claim
	if len(ids) > 0 {
		if list, err = s.Record.Store.Claims(ctx, store.ClaimFilter{IDs: ids, IncludeSample: true}); err != nil {
			return answer{}, err
		}
	}
	slices.SortFunc(list, func(a, b plumbline.Claim) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return claimPage(list, r.following(next)), nil
}

// asksFor reports whether a flow is among those asked for.
func (r *request) asksFor(x *store.FlowRow) bool {
	for _, one := range []struct {
		p    *parameter
		list []string
	}{{&origin, x.Origin}, {&destination, x.Destination}, {&form, x.Forms}, {&sector, x.Sectors}} {
		if want := r.given[one.p.name]; want != "" && !slices.Contains(one.list, want) {
			return false
		}
	}
	want := plumbline.Certainty(r.given[certainty.name])
	return want == "" || x.Certainty == want
}
