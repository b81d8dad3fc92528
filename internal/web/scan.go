package web

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/page"
	"plumbline/internal/pdf"
	"plumbline/internal/reply"
)

// dpi is how finely pages are drawn: letters stay whole on a screen of twice the
// usual fineness beside the text.
const dpi = 130

// press draws pages of originals. It draws one at a time, whoever asks, and
// keeps the file open that it drew from last: the next page is mostly of it.
type press struct {
	engine *pdf.Engine
	turn   chan struct{} // holds one token, which whoever draws has taken
	of     plumbline.DocumentID
	file   *pdf.File
}

func newPress(e *pdf.Engine) *press {
	if e == nil {
		e = new(pdf.Engine)
	}
	p := &press{engine: e, turn: make(chan struct{}, 1)}
	p.turn <- struct{}{}
	return p
}

// use calls do with the open file of a document; load gives its bytes. It waits
// for its turn until ctx ends.
func (p *press) use(ctx context.Context, id plumbline.DocumentID, load func() ([]byte, error), do func(*pdf.File) error) error {
	select {
	case <-p.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { p.turn <- struct{}{} }()
	if p.file == nil || p.of != id {
		p.drop()
		data, err := load()
		if err != nil {
			return err
		}
		if p.file, err = p.engine.Open(ctx, data); err != nil {
			return undrawn(id, err)
		}
		p.of = id
	}
	err := do(p.file)
	if err != nil && !errors.Is(err, plumbline.ErrNotFound) { // the file is of no more use
		p.drop()
	}
	return undrawn(id, err)
}

// drop closes the file that is open.
func (p *press) drop() {
	if p.file != nil {
		p.file.Close()
	}
	p.file, p.of = nil, ""
}

// undrawn says that an original cannot be drawn. What the file is at fault for
// is no fault of ours.
func undrawn(id plumbline.DocumentID, err error) error {
	for _, kind := range []error{pdf.ErrFormat, pdf.ErrEncrypted, pdf.ErrNoPages, pdf.ErrSlow, pdf.ErrBroken} {
		if errors.Is(err, kind) {
			return &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("document %s: its page cannot be drawn: %v", id, err), Hint: "its text is there all the same"}
		}
	}
	return err
}

// scanned serves a page of an original as a picture (.png), or the boxes around
// the words of a claim on it (.svg).
func (s *Server) scanned(ctx context.Context, r *request) (*answer, error) {
	name, boxes := strings.CutSuffix(r.PathValue("file"), ".svg")
	name, picture := strings.CutSuffix(name, ".png")
	number, err := strconv.Atoi(name)
	if err != nil || boxes == picture || formOf(r.Request) != asHTML {
		return nil, fmt.Errorf("page %s: %w", r.URL.Path, plumbline.ErrNotFound)
	}
	id := plumbline.DocumentID(r.PathValue("id"))
	load := func() ([]byte, error) {
		data, media, err := s.Record.Store.Original(ctx, id)
		if err == nil && media != "application/pdf" {
			err = &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("document %s: it has no pages", id)}
		}
		return data, err
	}
	var e *reply.Entity
	if picture {
		if err := r.takes(); err != nil {
			return nil, err
		}
		err = s.press.use(ctx, id, load, func(f *pdf.File) error {
			png, err := f.Image(ctx, number, dpi)
			e = reply.New("image/png", png)
			return err
		})
		return &answer{other: e}, err
	}
	if err := r.takes("claim"); err != nil {
		return nil, err
	}
	on, err := s.boxes(ctx, id, plumbline.ClaimID(r.query.Get("claim")), number)
	if err != nil {
		return nil, err
	}
	err = s.press.use(ctx, id, load, func(f *pdf.File) error {
		frame, err := f.Frame(ctx, number)
		areas := make([]page.Area, len(on))
		for i, b := range on {
			a := &areas[i]
			a.Left, a.Top, a.Width, a.Height = frame.Place(b)
		}
		e = reply.New("image/svg+xml", page.BoxesSVG(frame.Width, frame.Height, areas))
		return err
	})
	return &answer{other: e}, err
}

// boxes are where the words of a claim stand on a page of its document.
func (s *Server) boxes(ctx context.Context, id plumbline.DocumentID, claim plumbline.ClaimID, number int) ([]plumbline.Box, error) {
	c, err := s.Record.Store.Claim(ctx, claim)
	if err != nil {
		return nil, err
	}
	n, err := s.Record.Store.Narrative(ctx, c.Narrative)
	if err != nil {
		return nil, err
	}
	if n.Document != id {
		return nil, parameter("claim", fmt.Sprintf("%q is no claim of this document", claim), "its narratives list their claims")
	}
	d, err := s.Record.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	var on []plumbline.Box
	for _, b := range d.BoxesOf(c.Citation.Span) {
		if b.Page == number {
			on = append(on, b)
		}
	}
	return on, nil
}
