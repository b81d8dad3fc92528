package mcp

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/plain"
	"plumbline/internal/record"
	"plumbline/internal/standard"
)

type countryInput struct {
	Country string `json:"country" jsonschema:"ISO 3166-1 alpha-3 code, or a name in English"`
	Year    int    `json:"year,omitempty" jsonschema:"report year; the latest that there is when left out"`
}

func (s *Server) country(ctx context.Context, in countryInput) (*reply, error) {
	code, year, err := s.which(ctx, in.Country, in.Year)
	if err != nil {
		return nil, err
	}
	y, err := s.Record.CountryYear(ctx, code, year, "")
	if err != nil {
		return nil, err
	}
	doubts, err := s.Record.Doubts(ctx, y)
	if err != nil {
		return nil, err
	}
	past, err := s.Record.CountryHistory(ctx, code)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	err = plain.Profile(&b, plain.ProfileData{Year: year, Narrative: y.Narrative, Claims: y.Claims, Document: y.Document, Doubts: doubts, Sample: y.Sample(), Names: s.Record.Countries}, style)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "\nThe text: %s\nWords of a claim: %s#c-ID\n\nTiers by report year:", s.Site+page.NarrativePath(y.Narrative.ID), s.Site+page.NarrativePath(y.Narrative.ID))
	for _, p := range past.Years {
		if p.Tier != "" {
			fmt.Fprintf(&b, " %d %s;", p.Year, p.Tier.Name())
		}
	}
	b.WriteString(" other years are not known.\n")
	return &reply{text: b.String(), json: encode.AppendWhole(nil, y.Narrative, y.Claims, y.Sample()), sample: y.Sample()}, nil
}

// which finds the country, and the year where none is given.
func (s *Server) which(ctx context.Context, country string, year int) (plumbline.CountryCode, int, error) {
	code, err := s.Reader.Country(country, year)
	if err != nil {
		return "", 0, err
	}
	if year != 0 {
		return code, year, pipeline.Year(year)
	}
	years, err := s.Record.Years(ctx, code)
	if err != nil {
		return "", 0, err
	}
	if len(years) == 0 {
		return "", 0, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("the database holds no narrative of %s (%s)", code, s.Record.Countries.Name(code, 0))}
	}
	year, err = strconv.Atoi(years[len(years)-1])
	return code, year, err
}

type assessInput struct {
	Country  string `json:"country" jsonschema:"ISO 3166-1 alpha-3 code, or a name in English"`
	Year     int    `json:"year" jsonschema:"report year"`
	Standard string `json:"standard,omitempty" jsonschema:"the version of the law: the day from which it is in force, or the year of a report; the law of the report when left out"`
}

func (s *Server) assess(ctx context.Context, in assessInput) (*reply, error) {
	code, year, err := s.which(ctx, in.Country, in.Year)
	if err != nil {
		return nil, err
	}
	y, err := s.Record.CountryYear(ctx, code, year, "")
	if err != nil {
		return nil, err
	}
	var law *standard.Standard
	if in.Standard == "" {
		law, err = s.Record.Law(year)
	} else {
		law, err = s.Record.Book.Find(in.Standard)
	}
	if err != nil {
		return nil, err
	}
	a, err := s.Record.Assess(ctx, y, record.Reading{Standard: law})
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	err = plain.Assessment(&b, plain.AssessmentData{Assessment: a, Standard: &law.Standard, Claims: y.Claims,
		Country: s.Record.Countries.Name(code, year), Origin: y.Narrative.File, Sample: y.Sample()}, style)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "\nThe page of this assessment: %s\n", s.Site+page.AssessmentPath(code, year))
	return &reply{text: b.String(), json: encode.AppendAssessment(nil, a), sample: y.Sample()}, nil
}
