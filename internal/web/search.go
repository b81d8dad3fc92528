package web

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/store"
	"plumbline/internal/text"
	"plumbline/internal/view"
	"plumbline/internal/wording"
)

// hitsShown is how many hits a page has.
const hitsShown = 20

// facets are the filters of a search, in the order in which they are offered.
// What is of claims alone searches claims.
var facets = []struct {
	name, heading string
	ofClaims      bool
}{
	{"country", "Narrative of", false}, {"year", "Report of", false}, {"tier", "Tier", false}, {"section", "Section", false},
	{"type", "Type of claim", true}, {"valence", "Which way it counts", true}, {"reporting", "How it is reported", true},
	{"certainty", "How surely", true}, {"form", "Form of exploitation", true}, {"sector", "Sector", true}, {"place", "Place named", true},
}

// search shows sentences or claims by their words and sides.
func (s *Server) search(ctx context.Context, r *request) (*answer, error) {
	f, err := r.searchFilter()
	if err != nil {
		return nil, err
	}
	asked := len(r.query) > 0
	body := page.Search{Query: f.Query, In: string(f.In), Order: string(f.Order), Asked: asked}
	found := &view.Found{}
	if asked {
		if f.IncludeSample, err = s.onlySample(ctx); err != nil {
			return nil, err
		}
		if found, err = s.Record.Store.Search(ctx, f); err != nil {
			return nil, err
		}
	}
	a := &answer{frame: page.Frame{Title: cmp.Or(wording.Under("Search: ", wording.Clean(f.Query)), "Search"), Here: "Search",
		Lead: "Sentences and claims of the narratives, by their words and sides."}}
	a.json = value(func(dst []byte) []byte { return encode.AppendFound(dst, found) })
	a.csv = func(w io.Writer) error { return encode.WriteFoundCSV(w, found) }
	if formOf(r.Request) != asHTML {
		return a, nil
	}
	if asked {
		a.frame.Feed = page.SearchFeedPath(without(r.query, "page", "order"))
		if err := s.setHits(ctx, found, &body); err != nil {
			return nil, err
		}
		r.narrow(found, f.Offset, &body)
		body.Places = s.meant(f.Query)
	} else {
		for _, q := range []string{`"debt bondage"`, "passports recruiters", "complicit officials -allegations"} {
			body.Examples = append(body.Examples, page.Link{Href: page.SearchPath(url.Values{"q": {q}}), Text: q})
		}
	}
	for _, h := range body.Hits {
		a.frame.Sample = a.frame.Sample || h.Sample
	}
	a.body = body
	return a, nil
}

// onlySample reports whether the database holds nothing but the sample, which is
// then what is searched.
func (s *Server) onlySample(ctx context.Context) (bool, error) {
	rows, err := s.Record.Store.Narratives(ctx, store.NarrativeFilter{Limit: 1})
	return len(rows) == 0, err
}

// searchFilter reads the query.
func (r *request) searchFilter() (store.SearchFilter, error) {
	names := []string{"q", "in", "order", "page"}
	ofClaims := false
	for _, x := range facets {
		names = append(names, x.name)
		ofClaims = ofClaims || x.ofClaims && r.query.Get(x.name) != ""
	}
	f := store.SearchFilter{Limit: hitsShown}
	if err := r.takes(names...); err != nil {
		return f, err
	}
	q := r.query
	f.Query, f.In, f.Order = q.Get("q"), store.Scope(cmp.Or(q.Get("in"), "text")), store.Order(cmp.Or(q.Get("order"), "relevance"))
	if ofClaims {
		f.In = store.InClaims
	}
	if said := q.Get("page"); said != "" {
		n, err := strconv.Atoi(said)
		if err != nil || n < 1 || n > 1000 {
			return f, parameter("page", fmt.Sprintf("%q is no page", said), "give a number from 1 to 1000")
		}
		f.Offset = (n - 1) * hitsShown
	}
	if said := q.Get("year"); said != "" {
		y, err := readYear("year", said)
		if err != nil {
			return f, err
		}
		f.From, f.To = y, y
	}
	for name, to := range map[string]*[]plumbline.CountryCode{"country": &f.Countries, "place": &f.Places} {
		if said := q.Get(name); said != "" {
			code, err := r.server.Reader.Country(said, f.To)
			if err != nil {
				return f, parameter(name, err.Error(), "")
			}
			*to = []plumbline.CountryCode{code}
		}
	}
	f.Tiers, f.Sections, f.Types = one[plumbline.Tier](q, "tier"), one[plumbline.SectionName](q, "section"), one[plumbline.ClaimType](q, "type")
	f.Reporting, f.Certainties = one[plumbline.Reporting](q, "reporting"), one[plumbline.Certainty](q, "certainty")
	f.Forms, f.Sectors = one[string](q, "form"), one[string](q, "sector")
	if said := q.Get("valence"); said != "" {
		v, known := valences[said]
		if !known {
			return f, parameter("valence", fmt.Sprintf("%q is no valence", said), "give good, bad or mixed")
		}
		f.Valences = []plumbline.Valence{v}
	}
	return f, nil
}

// valences are the words of addresses for them.
var valences = map[string]plumbline.Valence{"good": plumbline.Good, "bad": plumbline.Bad, "mixed": plumbline.Mixed}

// one is the value of a parameter as a list; empty where it is not given.
func one[T ~string](q url.Values, name string) []T {
	if v := q.Get(name); v != "" {
		return []T{T(v)}
	}
	return nil
}

// setHits words what was found.
func (s *Server) setHits(ctx context.Context, found *view.Found, body *page.Search) error {
	body.Total = found.Total
	if order := string(found.Order); order != body.Order {
		body.Note = "So many were found that no ranking tells them apart: they come by year."
		body.Order = order
	}
	claims, err := s.claimsFound(ctx, found)
	if err != nil {
		return err
	}
	for i := range found.Hits {
		h := &found.Hits[i]
		hit := page.SearchHit{Href: page.SentencePath(h.Narrative, h.Span.Start), Words: page.SearchPieces(h.Text, h.Marks), Sample: h.Sample,
			Where: strings.Join(wording.Lines(s.names(h.Year)(h.Country), year(h.Year), string(h.Section)), ", ")}
		if h.Claim != "" {
			c := claims[h.Claim]
			if c == nil { // taken out in between
				return fmt.Errorf("claim %s: %w", h.Claim, plumbline.ErrNotFound)
			}
			d, err := s.Record.Document(ctx, h.Document)
			if err != nil {
				return err
			}
			line := page.NewLine(c, d.Text, s.names(h.Year))
			hit.Line, hit.Type, hit.Href = &line, line.Type, line.Href
			words, span, err := s.Record.Store.SentenceAt(ctx, h.Narrative, h.Span.Start)
			if err != nil {
				return err
			}
			if span.Contains(h.Span) { // a quote alone is short: it is shown in its sentence
				hit.Words = page.QuoteIn(words, text.Span{Start: h.Span.Start - span.Start, End: h.Span.End - span.Start}, h.Marks)
			}
		}
		body.Hits = append(body.Hits, hit)
	}
	return nil
}

// claimsFound reads the claims among the hits at once.
func (s *Server) claimsFound(ctx context.Context, found *view.Found) (map[plumbline.ClaimID]*plumbline.Claim, error) {
	var ids []plumbline.ClaimID
	for i := range found.Hits {
		if id := found.Hits[i].Claim; id != "" {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	claims, err := s.Record.Store.Claims(ctx, store.ClaimFilter{IDs: ids, IncludeSample: true})
	return view.ByID(claims), err
}

func year(y int) string {
	if y == 0 {
		return "year not known"
	}
	return strconv.Itoa(y)
}

// narrow offers the filters, lists those in force, and leads to the pages around
// the one that begins after offset hits.
func (r *request) narrow(found *view.Found, offset int, body *page.Search) {
	counted := map[string][]view.FacetValue{}
	for _, x := range found.Facets {
		counted[x.Name] = x.Values
	}
	for _, x := range facets {
		said := r.query.Get(x.name)
		if said != "" {
			body.Chosen = append(body.Chosen, page.Link{Href: page.SearchPath(without(r.query, x.name, "page")), Text: r.server.facetWord(x.name, said)})
			body.Hidden = append(body.Hidden, page.HiddenField{Name: x.name, Value: said})
			continue
		}
		facet := page.SearchFacet{Heading: x.heading, Open: len(counted[x.name]) <= 8}
		for _, v := range counted[x.name] {
			q := without(r.query, "page")
			q.Set(x.name, facetValue(x.name, v.Value))
			if x.ofClaims {
				q.Set("in", "claims")
			}
			facet.Values = append(facet.Values, page.FacetLink{Link: page.Link{Href: page.SearchPath(q), Text: r.server.facetWord(x.name, v.Value)}, Count: v.Count})
		}
		if len(facet.Values) > 1 {
			body.Facets = append(body.Facets, facet)
		}
	}
	at := offset/hitsShown + 1
	body.From, body.To = offset+1, offset+len(body.Hits)
	turn := func(n int) string {
		q := without(r.query, "page")
		if n > 1 {
			q.Set("page", strconv.Itoa(n))
		}
		return page.SearchPath(q)
	}
	if at > 1 {
		body.Before = turn(at - 1)
	}
	if body.To < found.Total && at < 1000 {
		body.After = turn(at + 1)
	}
}

// facetValue is a value as an address has it.
func facetValue(name, v string) string {
	if name == "valence" {
		for word, is := range valences {
			if string(is) == v {
				return word
			}
		}
	}
	return v
}

// facetWord says a value to people.
func (s *Server) facetWord(name, v string) string {
	switch name {
	case "country", "place":
		return s.names(0)(plumbline.CountryCode(strings.ToUpper(v)))
	case "tier":
		return plumbline.Tier(v).Name()
	case "type":
		return wording.TypeName(plumbline.ClaimType(v))
	case "valence":
		return map[string]string{"good": "done, or no harm", "bad": "not done, or harm", "mixed": "in part"}[facetValue(name, v)]
	}
	return wording.ID(v)
}

// meant links to the countries that the words of a query may mean.
func (s *Server) meant(query string) []page.Link {
	if len(strings.TrimSpace(query)) < 3 {
		return nil
	}
	if code, err := s.Reader.Country(query, 0); err == nil {
		return []page.Link{{Href: page.CountryPath(code, 0), Text: s.names(0)(code)}}
	}
	if strings.ContainsAny(query, `"*-`) || len(strings.Fields(query)) > 4 {
		return nil
	}
	links := s.near(query)
	return links[:min(len(links), 3)]
}

// without copies a query and leaves parameters out.
func without(q url.Values, names ...string) url.Values {
	out := url.Values{}
	for k, v := range q {
		if !slices.Contains(names, k) && v[0] != "" {
			out[k] = v
		}
	}
	return out
}

// searchFeed serves what a search finds, the latest report first.
func (s *Server) searchFeed(ctx context.Context, r *request) (*answer, error) {
	f, err := r.searchFilter()
	if err != nil {
		return nil, err
	}
	if f.IncludeSample, err = s.onlySample(ctx); err != nil {
		return nil, err
	}
	f.Order, f.Offset = store.ByYear, 0
	found, err := s.Record.Store.Search(ctx, f)
	if err != nil {
		return nil, err
	}
	q := without(r.query, "page", "order")
	words := cmp.Or(wording.Clean(f.Query), "everything")
	feed := encode.Feed{Name: "search/" + q.Encode(), Title: "Search: " + words + " – Plumbline", Subtitle: plumbline.TierNotice,
		Self: page.SearchFeedPath(q), Page: page.SearchPath(q), Author: "Plumbline"}
	read := map[plumbline.DocumentID]string{}
	var body page.Search
	if err := s.setHits(ctx, found, &body); err != nil {
		return nil, err
	}
	for i, h := range body.Hits {
		hit := &found.Hits[i]
		if _, known := read[hit.Document]; !known {
			info, err := s.Record.Store.DocumentInfo(ctx, hit.Document)
			if err != nil {
				return nil, err
			}
			read[hit.Document] = info.ReadAt
		}
		said := "“" + wording.Clean(hit.Text) + "”"
		if l := h.Line; l != nil {
			said = wording.Dots(l.Mark, said, l.Details, l.Actors, l.Hedge, l.Silence, l.Promise)
		}
		if h.Sample {
			said = wording.SampleNote + ". " + said
		}
		feed.Entries = append(feed.Entries, encode.FeedEntry{Name: fmt.Sprintf("hit/%s/%s/%d", hit.Narrative, hit.Claim, hit.Span.Start),
			Title: wording.Dots(h.Where, h.Type), Page: h.Href, Updated: read[hit.Document], Words: said})
	}
	return atom(feed)
}
