package record

import (
	"context"

	"plumbline"
	"plumbline/internal/store"
)

// documentRoom is how many bytes of text are kept between questions.
const documentRoom = 48 << 20

// documents are the Documents asked for last, of one state of the database.
type documents struct {
	of    store.Generation
	bytes int
	byID  map[plumbline.DocumentID]*plumbline.Document
}

// Document returns the document with the given id. Nobody may change it.
func (r *Record) Document(ctx context.Context, id plumbline.DocumentID) (*plumbline.Document, error) {
	now, err := r.Store.Generation(ctx)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	d := r.documents.byID[id]
	known := r.documents.of == now
	r.mu.Unlock()
	if known && d != nil {
		return d, nil
	}
	if d, err = r.Store.Document(ctx, id); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	kept := &r.documents
	if kept.byID == nil || kept.of != now || kept.bytes+len(d.Text) > documentRoom {
		*kept = documents{of: now, byID: map[plumbline.DocumentID]*plumbline.Document{}}
	}
	if len(d.Text) <= documentRoom {
		kept.byID[d.ID] = d
		kept.bytes += len(d.Text)
	}
	return d, nil
}
