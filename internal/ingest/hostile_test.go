package ingest_test

import (
	"bytes"
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"plumbline/internal/ingest"
	"plumbline/internal/ingest/ingesttest"
)

// limit is how long one file may take, on a machine that does other things too.
const limit = 30 * time.Second

func TestGoodFilesAreRead(t *testing.T) {
	for _, f := range ingesttest.Good() {
		if strings.HasSuffix(f.Name, ".zip") {
			continue
		}
		in, err := ingest.Read(t.Context(), f.Name, f.Data, ingest.Options{})
		if err != nil || !strings.Contains(in.Text, "JORDAN (Tier 2)") || !strings.Contains(in.Text, "café of Peña") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// TestHostileFilesDoNoHarm takes in files that are damaged or made to do harm.
// Each is read or refused with its name and a next step, in time; nothing is
// written and nothing is kept.
func TestHostileFilesDoNoHarm(t *testing.T) {
	files := ingesttest.Hostile()
	if len(files) < 200 {
		t.Errorf("%d files", len(files))
	}
	t.Chdir(t.TempDir())
	before := heap()
	read, refused := 0, 0
	var slowest time.Duration
	slow := ""
	for _, f := range files {
		if f.Large && testing.Short() {
			continue
		}
		start := time.Now()
		n := takeIn(t, f)
		if took := time.Since(start); took > slowest {
			slowest, slow = took, f.Name
			if took > limit {
				t.Errorf("%s (%s): took %s", f.Name, f.About, took)
			}
		}
		if n > 0 {
			read++
		} else {
			refused++
		}
	}
	t.Logf("%d files: %d read, %d refused; the slowest was %s with %s", len(files), read, refused, slow, slowest.Round(time.Millisecond))
	files = nil
	if grown := heap() - before; grown > 64<<20 {
		t.Errorf("%d MB are kept", grown>>20)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("files were written: %v, %v", left, err)
	}
}

// takeIn takes in a file, and the entries of one that is an archive, and says
// how many were read.
func takeIn(t *testing.T, f ingesttest.File) int {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), limit)
	defer stop()
	archive, is, err := ingest.Unzip(f.Name, bytes.NewReader(f.Data), int64(len(f.Data)), true)
	if err != nil {
		told(t, f, err)
	}
	read := 0
	if is && err == nil {
		for i, e := range archive.Entries {
			if i > 100 {
				break
			}
			data, err := e.Open()
			if err != nil {
				told(t, f, err)
			} else if int64(len(data)) > e.Size {
				t.Errorf("%s: %s has more than it says", f.Name, e.Name)
			} else if _, err := ingest.Read(ctx, e.Name, data, ingest.Options{}); err != nil {
				told(t, f, err)
			} else {
				read++
			}
		}
		for _, fault := range archive.Faults {
			told(t, f, fault)
		}
	}
	in, err := ingest.Read(ctx, f.Name, f.Data, ingest.Options{})
	if err != nil {
		told(t, f, err)
		return read
	}
	if !utf8.ValidString(in.Text) || strings.TrimSpace(in.Text) == "" {
		t.Errorf("%s (%s): the text is empty or no UTF-8", f.Name, f.About)
	}
	last := 0
	for _, p := range in.Parts {
		if p.Start < last || p.Start > len(in.Text) || len(p.Path) == 0 {
			t.Fatalf("%s (%s): part %q begins at %d of %d", f.Name, f.About, p.Path, p.Start, len(in.Text))
		}
		last = p.Start
	}
	return read + 1
}

// told wants an error to begin with the file's name and to fit on a screen.
func told(t *testing.T, f ingesttest.File, err error) {
	t.Helper()
	s := err.Error()
	if !strings.HasPrefix(s, f.Name) || len(s) > 2000 || !strings.Contains(s, "; ") {
		t.Errorf("%s (%s): %.300s", f.Name, f.About, s)
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
