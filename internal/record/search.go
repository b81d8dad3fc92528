package record

import (
	"context"

	"plumbline/internal/store"
	"plumbline/internal/view"
)

// Search finds sentences or claims by their words and sides.
func (r *Record) Search(ctx context.Context, f store.SearchFilter) (*view.Found, error) {
	got, err := r.Store.Search(ctx, f)
	if err != nil {
		return nil, err
	}
	found := &view.Found{Total: got.Total, Order: string(got.Order)}
	for _, h := range got.Hits {
		found.Hits = append(found.Hits, view.Hit(h))
	}
	for _, x := range got.Facets {
		facet := view.Facet{Name: x.Name}
		for _, v := range x.Values {
			facet.Values = append(facet.Values, view.FacetValue(v))
		}
		found.Facets = append(found.Facets, facet)
	}
	return found, nil
}
