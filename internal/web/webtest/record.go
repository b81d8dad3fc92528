package webtest

import (
	"io/fs"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"plumbline"
	"plumbline/internal/pipeline"
	"plumbline/internal/record"
	"plumbline/internal/store"
)

// Stamp is when everything in a record of tests was read.
var Stamp = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// compiled is the one Reader of a test run: making it takes a second.
var compiled struct {
	once   sync.Once
	reader *pipeline.Reader
	err    error
}

// Reader compiles the bundled folder data/, once in a test run.
func Reader(data fs.FS) (*pipeline.Reader, error) {
	compiled.once.Do(func() { compiled.reader, compiled.err = pipeline.Compile(data) })
	return compiled.reader, compiled.err
}

// World is a record in a file of its own, with what reads into it.
type World struct {
	Record *record.Record
	Reader *pipeline.Reader
	File   string // the database
}

// Open makes a database that holds the bundled sample and the given files, and a
// record on it. data is the bundled folder data/.
func Open(t testing.TB, data fs.FS, files ...pipeline.Input) *World {
	t.Helper()
	reader, err := Reader(data)
	if err != nil {
		t.Fatal(err)
	}
	w := &World{Reader: reader, File: filepath.Join(t.TempDir(), "test.db")}
	w.Read(t, append(Sample(t, data, reader), files...)...)
	db, err := store.Open(t.Context(), w.File, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if w.Record, err = record.New(data, reader.Countries, db); err != nil {
		t.Fatal(err)
	}
	return w
}

// Read reads files into the database.
func (w *World) Read(t testing.TB, files ...pipeline.Input) {
	t.Helper()
	db, err := store.Open(t.Context(), w.File, store.Options{Now: func() time.Time { return Stamp }})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	refused := func(in pipeline.Input, err error) { t.Fatalf("%s: %v", in.File, err) }
	err = w.Reader.Run(t.Context(), files, pipeline.Options{Refused: refused, Originals: true}, func(r *plumbline.Reading) error {
		_, err := db.Save(t.Context(), r)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Sample lists the files of the bundled sample.
func Sample(t testing.TB, data fs.FS, reader *pipeline.Reader) []pipeline.Input {
	t.Helper()
	const name = "sample/manifest.csv"
	list, err := fs.ReadFile(data, name)
	if err != nil {
		t.Fatal(err)
	}
	m, err := reader.Manifest(name, list)
	if err != nil {
		t.Fatal(err)
	}
	var files []pipeline.Input
	for _, row := range m.Rows {
		row.Sample = true
		if row.Data, err = fs.ReadFile(data, filepath.ToSlash(row.File)); err != nil {
			t.Fatal(err)
		}
		files = append(files, row.Input)
	}
	return files
}

// Report is a made-up report of a year on the first n countries that the
// reader knows names of.
func Report(year, n int, reader *pipeline.Reader) pipeline.Input {
	var list plumbline.Countries
	for _, c := range reader.Countries {
		if len(list) < n && len(c.Names) > 0 {
			list = append(list, c)
		}
	}
	return pipeline.Input{File: "made-up-report.txt", Data: []byte(Volume(year, list)), Title: "Made-up report",
		Context: plumbline.Context{Year: year}}
}
