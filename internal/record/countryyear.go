package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/store"
)

// CountryYear is a narrative with its claims and the text that it stands in.
type CountryYear struct {
	Country   plumbline.CountryCode
	Year      int
	Narrative *plumbline.Narrative
	Claims    []plumbline.Claim // in the order of the text
	Document  *plumbline.Document
}

// Sample reports whether the narrative is a paraphrase, no official text.
func (y *CountryYear) Sample() bool { return y.Document.Sample }

// CountryYear finds what the database holds of a country-year: the primary
// narrative, or that of a document where one is named. Without one the error
// matches ErrNotFound and says which years there are.
func (r *Record) CountryYear(ctx context.Context, country plumbline.CountryCode, year int, document plumbline.DocumentID) (*CountryYear, error) {
	n, err := r.narrative(ctx, country, year, document)
	if err != nil {
		return nil, err
	}
	return r.told(ctx, n)
}

// ByNarrative finds the country-year that a narrative is of.
func (r *Record) ByNarrative(ctx context.Context, id plumbline.NarrativeID) (*CountryYear, error) {
	n, err := r.Store.Narrative(ctx, id)
	if err != nil {
		return nil, err
	}
	return r.told(ctx, n)
}

// told adds to a narrative what stands in it.
func (r *Record) told(ctx context.Context, n *plumbline.Narrative) (*CountryYear, error) {
	claims, err := r.Store.Claims(ctx, store.ClaimFilter{Narrative: n.ID})
	if err != nil {
		return nil, err
	}
	d, err := r.Document(ctx, n.Document)
	if err != nil {
		return nil, err
	}
	return &CountryYear{Country: n.Country, Year: n.Year, Narrative: n, Claims: claims, Document: d}, nil
}

// Doubts are those that concern the narrative, or its whole document.
func (r *Record) Doubts(ctx context.Context, y *CountryYear) ([]plumbline.Doubt, error) {
	list, err := r.Store.Doubts(ctx, y.Document.ID)
	return slices.DeleteFunc(list, func(d plumbline.Doubt) bool { return d.Narrative != "" && d.Narrative != y.Narrative.ID }), err
}

func (r *Record) narrative(ctx context.Context, country plumbline.CountryCode, year int, document plumbline.DocumentID) (*plumbline.Narrative, error) {
	if document == "" {
		n, err := r.Store.Primary(ctx, country, year)
		if errors.Is(err, plumbline.ErrNotFound) {
			return nil, r.none(ctx, country, year)
		}
		return n, err
	}
	info, err := r.Store.DocumentInfo(ctx, document)
	if err != nil {
		return nil, err
	}
	ns, err := r.Store.Narratives(ctx, store.NarrativeFilter{Country: country, Year: year, Document: info.ID})
	if err != nil {
		return nil, err
	}
	if len(ns) == 0 {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound,
			Fact: fmt.Sprintf("document %s has no narrative of %s %d", info.ID, country, year),
			Hint: "see what it has with: plumbline db info"}
	}
	return &ns[0], nil
}

// none says which years of the country there are instead.
func (r *Record) none(ctx context.Context, country plumbline.CountryCode, year int) error {
	years, err := r.Years(ctx, country)
	if err != nil {
		return err
	}
	f := &plumbline.Fault{Kind: plumbline.ErrNotFound,
		Fact: fmt.Sprintf("the database holds no narrative of %s (%s) for %d", country, r.Countries.Name(country, year), year),
		Hint: "read one with: plumbline read FILE",
	}
	if len(years) > 0 {
		f.Hint = "it has " + strings.Join(years, ", ")
	}
	return f
}

// Years lists the years of which the database has a narrative of the country,
// in order.
func (r *Record) Years(ctx context.Context, country plumbline.CountryCode) ([]string, error) {
	ns, err := r.Store.Narratives(ctx, store.NarrativeFilter{Country: country, IncludeSample: true})
	if err != nil {
		return nil, err
	}
	var years []string
	for _, n := range ns {
		if y := strconv.Itoa(n.Year); n.Year != 0 && !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return years, nil
}
