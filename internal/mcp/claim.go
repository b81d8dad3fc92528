package mcp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/record"
	"plumbline/internal/store"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// The most claims that one answer holds, and how many it does unless told
// otherwise: a model reads all of them.
const (
	mostClaims    = 50
	usuallyClaims = 15
)

type searchInput struct {
	Words   string `json:"words" jsonschema:"words, each in any of its English forms; OR between two means either, -word leaves out what has it, words in quotes stand side by side"`
	Country string `json:"country,omitempty" jsonschema:"ISO 3166-1 alpha-3 code, or a name in English"`
	Year    int    `json:"year,omitempty" jsonschema:"report year"`
	Type    string `json:"type,omitempty" jsonschema:"claim types, parted by commas, such as conviction,sentencing"`
	Sample  bool   `json:"sample,omitempty" jsonschema:"in the bundled sample too, which is paraphrase and not official text"`
	Limit   int    `json:"limit,omitempty" jsonschema:"no more than this many, at most 50; 15 when left out"`
}

func (s *Server) search(ctx context.Context, in searchInput) (*reply, error) {
	if strings.TrimSpace(in.Words) == "" {
		return nil, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: "no words to search for", Hint: "use the tool claims to list by filter alone"}
	}
	f, err := s.filter(in.Country, in.Year, in.Type)
	if err != nil {
		return nil, err
	}
	most, err := limited(in.Limit)
	if err != nil {
		return nil, err
	}
	look := store.SearchFilter{Query: in.Words, In: store.InClaims, From: f.Year, To: f.Year, Types: f.Types, IncludeSample: in.Sample, Limit: most}
	if f.Country != "" {
		look.Countries = []plumbline.CountryCode{f.Country}
	}
	found, err := s.Record.Store.Search(ctx, look)
	if err != nil || len(found.Hits) == 0 {
		return &reply{text: "0 claims. That words are not found says nothing of what happened.", json: encode.Listing{Key: "claims"}.Append(nil, 0, nil)}, err
	}
	ids := make([]plumbline.ClaimID, len(found.Hits))
	for i := range found.Hits {
		ids[i] = found.Hits[i].Claim
	}
	claims, err := s.Record.Store.Claims(ctx, store.ClaimFilter{IDs: ids, IncludeSample: true})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(claims, func(a, b plumbline.Claim) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return s.say(ctx, claims, fmt.Sprintf("%d claims of %d that were found, by %s", len(claims), found.Total, found.Order), "")
}

// limited is how many claims are to be given.
func limited(given int) (int, error) {
	switch {
	case given < 0 || given > mostClaims:
		return 0, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("limit: %d is not from 1 to %d", given, mostClaims)}
	case given == 0:
		return usuallyClaims, nil
	}
	return given, nil
}

type claimsInput struct {
	Country   string `json:"country,omitempty" jsonschema:"ISO 3166-1 alpha-3 code, or a name in English"`
	Year      int    `json:"year,omitempty" jsonschema:"report year"`
	Type      string `json:"type,omitempty" jsonschema:"claim types, parted by commas, such as law,flow"`
	Valence   string `json:"valence,omitempty" jsonschema:"good (did), bad (did not, or did harm) or mixed (in part, planned)"`
	Certainty string `json:"certainty,omitempty" jsonschema:"certain, probable, possible or unknown"`
	Section   string `json:"section,omitempty" jsonschema:"profile, assessment, recommendations, prosecution, protection or prevention"`
	Sample    bool   `json:"sample,omitempty" jsonschema:"of the bundled sample too, which is paraphrase and not official text"`
	After     string `json:"after,omitempty" jsonschema:"go on behind the claim with this id"`
	Limit     int    `json:"limit,omitempty" jsonschema:"no more than this many, at most 50; 15 when left out"`
}

func (s *Server) claims(ctx context.Context, in claimsInput) (*reply, error) {
	f, err := s.filter(in.Country, in.Year, in.Type)
	if err != nil {
		return nil, err
	}
	valences := []string{"good", "bad", "mixed"}
	for _, one := range []struct {
		name, given string
		known       []string
	}{
		{"valence", in.Valence, valences},
		{"certainty", in.Certainty, []string{string(plumbline.Certain), string(plumbline.Probable), string(plumbline.Possible), string(plumbline.Unknown)}},
		{"section", in.Section, sectionNames()},
	} {
		if one.given != "" && !slices.Contains(one.known, one.given) {
			return nil, unknown(one.name, one.given, one.known)
		}
	}
	if in.Valence != "" {
		f.Valence = []plumbline.Valence{plumbline.Good, plumbline.Bad, plumbline.Mixed}[slices.Index(valences, in.Valence)]
	}
	f.Certainty, f.Section, f.IncludeSample, f.After = plumbline.Certainty(in.Certainty), plumbline.SectionName(in.Section), in.Sample, plumbline.ClaimID(in.After)
	return s.list(ctx, f, in.Limit)
}

func sectionNames() (names []string) {
	for _, n := range plumbline.SectionNames {
		names = append(names, string(n))
	}
	return names
}

// filter reads what both tools have in common.
func (s *Server) filter(country string, year int, types string) (f store.ClaimFilter, err error) {
	f.PrimaryOnly = true
	if country != "" {
		if f.Country, err = s.Reader.Country(country, year); err != nil {
			return f, err
		}
	}
	if year != 0 {
		if err := pipeline.Year(year); err != nil {
			return f, err
		}
		f.Year = year
	}
	known := make([]string, len(plumbline.ClaimTypes))
	for i, t := range plumbline.ClaimTypes {
		known[i] = string(t)
	}
	for one := range strings.SplitSeq(types, ",") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		if !slices.Contains(known, one) {
			return f, unknown("type", one, known)
		}
		f.Types = append(f.Types, plumbline.ClaimType(one))
	}
	return f, nil
}

// unknown says that a value is none of those that there are, and which is near.
func unknown(name, given string, known []string) error {
	hint := "it can be " + strings.Join(known, ", ")
	if near := text.Nearest(given, known); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("%s: unknown value %q", name, given), Hint: hint}
}

// list answers with the claims that f means.
func (s *Server) list(ctx context.Context, f store.ClaimFilter, given int) (*reply, error) {
	most, err := limited(given)
	if err != nil {
		return nil, err
	}
	f.Limit = most + 1
	claims, err := s.Record.Store.Claims(ctx, f)
	if err != nil {
		return nil, err
	}
	next, heading := "", fmt.Sprintf("%d claims, in the order of the texts", min(len(claims), most))
	if len(claims) > most {
		claims = claims[:most]
		next = string(claims[most-1].ID)
		heading += "; there are more (go on with after: " + next + ")"
	}
	return s.say(ctx, claims, heading, next)
}

// say answers with claims.
func (s *Server) say(ctx context.Context, claims []plumbline.Claim, heading, next string) (*reply, error) {
	var b strings.Builder
	b.WriteString(heading + ". They are what texts say.\n")
	r := &reply{}
	for i := range claims {
		y, err := s.Record.ByNarrative(ctx, claims[i].Narrative)
		if err != nil {
			return nil, err
		}
		r.sample = r.sample || y.Sample()
		s.tell(&b, &claims[i], y)
	}
	r.text = b.String()
	r.json = encode.Listing{Key: "claims", Next: next, Sample: r.sample}.Append(nil, len(claims), func(dst []byte, i int) []byte { return encode.AppendClaim(dst, &claims[i]) })
	return r, nil
}

// tell writes a claim with all that must not be dropped from it.
func (s *Server) tell(b *strings.Builder, c *plumbline.Claim, y *record.CountryYear) {
	name := func(code plumbline.CountryCode) string { return s.Record.Countries.Name(code, y.Year) }
	l := page.NewLine(c, y.Document.Text, name)
	year := "year not known"
	if c.Year != 0 {
		year = fmt.Sprint(c.Year)
	}
	fmt.Fprintf(b, "\n[%s] %s, %s, %s: %s: “%s”\n", c.ID, name(c.Country), year, l.Type, l.Mark, l.Quote)
	for _, one := range []struct{ label, words string }{
		{"figures", l.Details}, {"by", l.Actors}, {"hedge", l.Hedge}, {"silence", l.Silence}, {"promise", l.Promise},
		{"sentence", s.sentence(c, y)}, {"citation", wording.Cite(y.Document, c, name(c.Country))}, {"words in the text", s.Site + l.Href},
	} {
		if one.words != "" {
			fmt.Fprintf(b, "  %s: %s\n", one.label, one.words)
		}
	}
	if y.Sample() {
		fmt.Fprintf(b, "  %s\n", pipeline.SampleMark)
	}
}

// sentence is the sentence that a claim stands in.
func (s *Server) sentence(c *plumbline.Claim, y *record.CountryYear) string {
	e := s.Reader.Extractor.Explain(y.Document, y.Narrative, c)
	if e.Sentence.Empty() {
		return ""
	}
	return "“" + wording.Clean(e.Sentence.In(y.Document.Text)) + "”"
}

type explainInput struct {
	Claim string `json:"claim" jsonschema:"id of a claim, or enough of its beginning"`
}

func (s *Server) explain(ctx context.Context, in explainInput) (*reply, error) {
	c, err := s.Record.Store.Claim(ctx, plumbline.ClaimID(strings.TrimSpace(in.Claim)))
	if err != nil {
		return nil, err
	}
	y, err := s.Record.ByNarrative(ctx, c.Narrative)
	if err != nil {
		return nil, err
	}
	e := s.Reader.Extractor.Explain(y.Document, y.Narrative, c)
	d := plain.ExplainData{Claim: c, Text: y.Document.Text, Part: y.Document.PartAt(c.Citation.Span.Start), Sentence: e.Sentence,
		Rule: plain.RuleText{Name: c.FoundBy}, Sample: y.Sample(), Names: s.Reader.Countries}
	if rule := s.Reader.Extractor.Rules().Rule(string(c.FoundBy)); rule != nil {
		d.Rule.Doc, d.Rule.Pattern = rule.Doc, rule.Text
	}
	for _, l := range e.Leads {
		d.Leads = append(d.Leads, plain.Lead(l))
	}
	for _, miss := range e.Near {
		d.Near = append(d.Near, plain.NearMiss(miss))
	}
	var b strings.Builder
	if err := plain.Explain(&b, d, style); err != nil {
		return nil, err
	}
	b.WriteString("\n")
	s.tell(&b, c, y)
	return &reply{text: b.String(), json: encode.AppendClaim(nil, c), sample: y.Sample()}, nil
}

// style is how texts are set: as on a terminal without color.
var style = plain.Style{Width: 100}
