package pipeline

import (
	"cmp"
	"context"
	"errors"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/text"
)

// segment cuts a document into narratives: as a whole, or each record of a
// table by itself.
func (r *Reader) segment(ctx context.Context, d *plumbline.Document, records []ingest.Record) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	if len(records) == 0 {
		return r.segmenter.Segment(d)
	}
	var all []plumbline.Narrative
	var doubts []plumbline.Doubt
	var fault error
	for _, rec := range records {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		ns, ds, err := r.record(d, rec)
		if errors.Is(err, plumbline.ErrInvalid) {
			fault = cmp.Or(fault, err)
			doubts = append(doubts, recordDoubt(rec, err))
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		all, doubts = append(all, ns...), append(doubts, ds...)
	}
	if len(all) == 0 {
		return nil, nil, fault
	}
	return all, doubts, nil
}

// record segments one record as if its text were a file of its own. What the
// user said of the file beats what the record says, and that beats the text.
func (r *Reader) record(d *plumbline.Document, rec ingest.Record) ([]plumbline.Narrative, []plumbline.Doubt, error) {
	one := plumbline.Document{ID: d.ID, File: d.File, SHA256: d.SHA256, Text: rec.Span.In(d.Text), Context: d.Context}
	one.Context.Year = cmp.Or(d.Context.Year, rec.Year)
	var doubts []plumbline.Doubt
	country := d.Context.Country
	if country == "" && rec.Country != "" {
		code, err := r.Country(rec.Country, one.Context.Year)
		if err != nil {
			doubts = append(doubts, recordDoubt(rec, err))
		}
		country = code
	}
	one.Context.Country = ""
	ns, ds, err := r.segmenter.Segment(&one)
	if err != nil || len(ns) < 2 {
		one.Context.Country, one.Context.Single = country, true
		ns, ds, err = r.segmenter.Segment(&one)
	}
	if err != nil {
		return nil, nil, err
	}
	shift(ns, ds, d.ID, rec.Span.Start)
	return ns, append(doubts, ds...), nil
}

// recordDoubt turns a fault of what a record says into a Doubt.
func recordDoubt(rec ingest.Record, err error) plumbline.Doubt {
	doubt := plumbline.Doubt{Span: text.Span{Start: rec.Span.Start, End: rec.Span.Start}, Message: err.Error()}
	var f *plumbline.Fault
	if errors.As(err, &f) {
		doubt.Message, doubt.Hint = f.Fact, f.Hint
	}
	return doubt
}

// shift moves narratives and doubts of a record to where the record stands in
// its document.
func shift(ns []plumbline.Narrative, ds []plumbline.Doubt, id plumbline.DocumentID, by int) {
	move := func(s *text.Span) {
		if *s != (text.Span{}) {
			s.Start += by
			s.End += by
		}
	}
	ids := map[plumbline.NarrativeID]plumbline.NarrativeID{}
	for i := range ns {
		n := &ns[i]
		move(&n.Span)
		move(&n.Heading)
		for k := range n.Sections {
			move(&n.Sections[k].Span)
			move(&n.Sections[k].Heading)
		}
		for k := range n.Furniture {
			move(&n.Furniture[k])
		}
		was := n.ID
		n.ID = plumbline.NewNarrativeID(id, n.Country, n.Year, n.Span)
		ids[was] = n.ID
	}
	for i := range ds {
		d := &ds[i]
		d.Span.Start += by
		d.Span.End += by
		if d.Narrative != "" {
			d.Narrative = ids[d.Narrative]
		}
	}
}
