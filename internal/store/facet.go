package store

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// valid refuses what means nothing and returns the expression to match. It
// fills in what was left out.
func (f *SearchFilter) valid() (match string, err error) {
	if f.In == "" {
		f.In = InText
	}
	if f.Order == "" {
		f.Order = ByRelevance
	}
	if f.Limit == 0 {
		f.Limit = 20
	}
	for _, err := range []error{
		among("in", []Scope{f.In}, []Scope{InText, InClaims}),
		among("order", []Order{f.Order}, []Order{ByRelevance, ByYear, ByCountry}),
		among("tier", f.Tiers, []plumbline.Tier{plumbline.Tier1, plumbline.Tier2, plumbline.Tier2WL, plumbline.Tier3, plumbline.SpecialCase}),
		among("section", f.Sections, []plumbline.SectionName{plumbline.Profile, plumbline.AssessmentPart, plumbline.Recommendations,
			plumbline.Prosecution, plumbline.Protection, plumbline.Prevention}),
		among("type", f.Types, plumbline.ClaimTypes),
		among("valence", f.Valences, []plumbline.Valence{plumbline.Good, plumbline.Bad, plumbline.Mixed}),
		among("reporting", f.Reporting, []plumbline.Reporting{plumbline.Stated, plumbline.NoneReported, plumbline.NotReported, plumbline.NoEvidence, plumbline.NoInformation}),
		among("certainty", f.Certainties, []plumbline.Certainty{plumbline.Certain, plumbline.Probable, plumbline.Possible, plumbline.Unknown}),
		among("form", f.Forms, plumbline.Forms),
		f.codes(), f.numbers(), f.ofClaims(),
	} {
		if err != nil {
			return "", err
		}
	}
	return matchExpression(f.Query)
}

// among refuses a value that is none of known.
func among[T ~string](parameter string, values, known []T) error {
	for _, v := range values {
		if slices.Contains(known, v) {
			continue
		}
		names := make([]string, len(known))
		for i, k := range known {
			names[i] = string(k)
		}
		hint := "give one of " + strings.Join(names, ", ")
		if len(names) == 0 {
			hint = "leave it out, for no claim has one"
		}
		if near := text.Nearest(string(v), names); near != "" {
			hint = "did you mean " + near + "?"
		}
		return badValue(parameter, string(v), hint)
	}
	return nil
}

func badValue(parameter, value, hint string) error {
	return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("%s %q: unknown", parameter, value), Hint: hint}
}

func (f *SearchFilter) codes() error {
	for parameter, list := range map[string][]plumbline.CountryCode{"country": f.Countries, "place": f.Places} {
		for _, code := range list {
			if len(code) != 3 || strings.Trim(string(code), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
				return badValue(parameter, string(code), "give the three capital letters of its code")
			}
		}
	}
	return nil
}

func (f *SearchFilter) numbers() error {
	fault := func(fact, hint string) error {
		return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fact, Hint: hint}
	}
	switch {
	case f.Limit < 0 || f.Limit > 500:
		return fault(fmt.Sprintf("limit %d: out of range", f.Limit), "give 1 to 500")
	case f.Offset < 0:
		return fault(fmt.Sprintf("offset %d: below zero", f.Offset), "give 0 or more")
	case f.From != 0 && f.To != 0 && f.From > f.To:
		return fault(fmt.Sprintf("from %d: after to %d", f.From, f.To), "give the earlier year first")
	}
	return nil
}

// ofClaims refuses what only claims have where sentences are looked for.
func (f *SearchFilter) ofClaims() error {
	if f.In == InClaims {
		return nil
	}
	for _, p := range []struct {
		parameter string
		given     int
	}{
		{"type", len(f.Types)}, {"valence", len(f.Valences)}, {"reporting", len(f.Reporting)}, {"certainty", len(f.Certainties)},
		{"form", len(f.Forms)}, {"sector", len(f.Sectors)}, {"place", len(f.Places)},
	} {
		if p.given > 0 {
			return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: p.parameter + ": only claims have it", Hint: "search in claims"}
		}
	}
	return nil
}

// sectorsOf refuses a sector that no claim has.
func (f *SearchFilter) sectorsOf(s *sides) error {
	if len(f.Sectors) == 0 {
		return nil
	}
	return among("sector", f.Sectors, s.knownSectors())
}
