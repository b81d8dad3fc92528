package pipeline

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/ingest/ingesttest"
)

// TestHostileFilesAreReadOrRefused reads damaged and crafted files with the
// project's own data: what is read of them is sound, and nothing hangs.
func TestHostileFilesAreReadOrRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	r, err := Compile(os.DirFS(dataFolder))
	if err != nil {
		t.Fatal(err)
	}
	const limit = 30 * time.Second
	read := 0
	for _, f := range ingesttest.Hostile() {
		if f.Large && testing.Short() {
			continue
		}
		inputs := []Input{{File: f.Name, Data: f.Data}}
		if archive, is, err := ingest.Unzip(f.Name, bytes.NewReader(f.Data), int64(len(f.Data)), true); is && err == nil {
			for _, e := range archive.Entries[:min(len(archive.Entries), 10)] {
				inputs = append(inputs, Input{File: e.Name, Open: e.Open})
			}
		}
		for _, in := range inputs {
			ctx, stop := context.WithTimeout(t.Context(), limit)
			got, err := r.Read(ctx, in)
			if ctx.Err() != nil {
				t.Errorf("%s (%s): not done after %s", in.File, f.About, limit)
			}
			stop()
			if err == nil {
				read++
				sound(t, got)
			}
		}
	}
	t.Logf("%d files were read", read)
}

// sound holds every place that a reading names against its text.
func sound(t *testing.T, r *plumbline.Reading) {
	t.Helper()
	size := len(r.Document.Text)
	for i := range r.Narratives {
		n := &r.Narratives[i]
		if n.Span.Start < 0 || n.Span.End > size || n.Span.Empty() {
			t.Fatalf("%s: narrative at %+v of %d", r.Document.File, n.Span, size)
		}
		for _, s := range n.Sections {
			if !n.Span.Contains(s.Span) {
				t.Fatalf("%s: section at %+v outside of %+v", r.Document.File, s.Span, n.Span)
			}
		}
	}
	for i := range r.Claims {
		c := &r.Claims[i].Citation
		if c.Span.Start < 0 || c.Span.End > size || c.Span.In(r.Document.Text) != c.Quote {
			t.Fatalf("%s: quote %q is not the text at %+v", r.Document.File, c.Quote, c.Span)
		}
	}
	for _, d := range r.Doubts {
		if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > size {
			t.Fatalf("%s: doubt at %+v of %d: %s", r.Document.File, d.Span, size, d.Message)
		}
	}
}
