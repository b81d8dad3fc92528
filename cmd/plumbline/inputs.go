package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"plumbline"
	"plumbline/internal/ingest"
	"plumbline/internal/pipeline"
	"plumbline/internal/text"
)

// inputs gathers what to read.
type inputs struct {
	list   []pipeline.Input
	faults []error        // of what could not even be listed
	other  map[string]int // files in folders that no format knows, by the end of their name
	seen   map[string]bool
	stdin  io.Reader
	open   []*os.File // archives
	tables bool       // those in folders and archives are read too
}

// path adds a file, a folder or, for "-", standard input.
func (in *inputs) path(path string) {
	if path == "-" {
		in.add(pipeline.Input{File: "-", Open: func() ([]byte, error) { return readAll("-", in.stdin) }})
		return
	}
	info, err := os.Stat(path)
	if err != nil {
		in.faults = append(in.faults, pathFault(path, err))
		return
	}
	if !info.IsDir() {
		in.fileOrArchive(path, info.Size())
		return
	}
	before := len(in.list)
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			in.faults = append(in.faults, pathFault(p, err))
			return nil
		}
		return in.entry(path, p, d)
	})
	if err == nil && len(in.list) == before {
		in.faults = append(in.faults, &plumbline.Fault{Kind: plumbline.ErrInvalid,
			Fact: path + ": no file of a known format in this folder",
			Hint: "known are " + strings.Join(ingest.Ends(), " ")})
	}
}

// entry adds what stands in a folder, hidden files and folders aside.
func (in *inputs) entry(root, path string, d fs.DirEntry) error {
	if path != root && strings.HasPrefix(d.Name(), ".") {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if d.IsDir() {
		return nil
	}
	if !ingest.Known(path) || ingest.Table(path) && !in.tables {
		in.other[strings.ToLower(filepath.Ext(path))]++
		return nil
	}
	info, err := os.Stat(path) // through a link
	switch {
	case err != nil:
		in.faults = append(in.faults, pathFault(path, err))
	case info.Mode().IsRegular():
		in.fileOrArchive(path, info.Size())
	}
	return nil
}

func (in *inputs) file(path string, size int64) {
	in.add(pipeline.Input{File: path, Size: size, Open: func() ([]byte, error) { return readFile(path) }})
}

// fileOrArchive adds a file, or the files of a zip archive.
func (in *inputs) fileOrArchive(path string, size int64) {
	f, err := os.Open(path)
	if err != nil {
		in.file(path, size) // reading it says what is wrong
		return
	}
	archive, is, err := ingest.Unzip(path, f, size, in.tables)
	if err != nil {
		in.faults = append(in.faults, err)
	}
	if !is || err != nil {
		f.Close()
	}
	if !is {
		in.file(path, size)
	}
	if !is || err != nil {
		return
	}
	in.open = append(in.open, f)
	in.faults = append(in.faults, archive.Faults...)
	for end, n := range archive.Other {
		in.other[end] += n
	}
	for _, e := range archive.Entries {
		in.add(pipeline.Input{File: e.Name, Size: e.Size, Open: e.Open})
	}
	if len(archive.Entries)+len(archive.Faults) == 0 {
		in.faults = append(in.faults, &plumbline.Fault{Kind: plumbline.ErrInvalid,
			Fact: path + ": no file of a known format in this archive", Hint: "known are " + strings.Join(ingest.Ends(), " ")})
	}
}

// close closes the archives that were opened.
func (in *inputs) close() {
	for _, f := range in.open {
		f.Close()
	}
}

// add adds an input unless it is there already.
func (in *inputs) add(i pipeline.Input) {
	key := same(i.File)
	if !in.seen[key] {
		in.seen[key] = true
		in.list = append(in.list, i)
	}
}

// passedOver says how many files in folders no format knows.
func (in *inputs) passedOver() string {
	var ends []string
	total := 0
	for end, n := range in.other {
		if end == "" {
			end = "no ending"
		}
		ends = append(ends, fmt.Sprintf("%s %d", end, n))
		total += n
	}
	if total == 0 {
		return ""
	}
	sort.Strings(ends)
	return fmt.Sprintf("%s passed over: %s; known are %s", count(total, "file"), strings.Join(ends, ", "), strings.Join(ingest.Ends(), " "))
}

// same gives two names of one file the same form.
func same(path string) string {
	if path == "-" {
		return path
	}
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, pathFault(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > ingest.MaxBytes {
		return nil, fmt.Errorf("%s: %w", path, ingest.TooLarge(info.Size()))
	}
	return readAll(path, f)
}

// readAll reads no more than a file may have.
func readAll(path string, r io.Reader) ([]byte, error) {
	var head int64
	if f, ok := r.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			head = info.Size()
		}
	}
	b := make([]byte, 0, min(head, ingest.MaxBytes)+512)
	for {
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, pathFault(path, err)
		case len(b) > ingest.MaxBytes:
			return nil, fmt.Errorf("%s: %w", path, ingest.TooLarge(int64(len(b))))
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// pathFault says in our words what the system said of a path.
func pathFault(path string, err error) error {
	f := &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: path + ": "}
	var cause *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Kind = plumbline.ErrNotFound
		f.Fact += "no such file or folder"
		f.Hint = "check the path"
	case errors.Is(err, fs.ErrPermission):
		f.Kind = plumbline.ErrForbidden
		f.Fact += "may not be read"
		f.Hint = "see its permissions with: ls -l"
	case errors.As(err, &cause):
		f.Fact += cause.Err.Error()
	default:
		f.Fact += err.Error()
	}
	return f
}

// manifest adds what a manifest lists; with paths given it only says what is
// known of the files among them.
func (in *inputs) manifest(r *pipeline.Reader, name string) error {
	data, err := readFile(name)
	if err != nil {
		return err
	}
	m, err := r.Manifest(name, data)
	var faults text.Diagnostics
	if err != nil && !errors.As(err, &faults) {
		return err
	}
	onlyContext := len(in.seen) > 0
	at := map[string]int{}
	for i, have := range in.list {
		at[same(have.File)] = i
	}
	for _, row := range m.Rows {
		if i, ok := at[same(row.File)]; ok {
			have := &in.list[i]
			row.Size, row.Open, row.File = have.Size, have.Open, have.File
			*have = row.Input
			continue
		}
		if onlyContext {
			continue
		}
		info, err := os.Stat(row.File)
		if err != nil {
			faults = append(faults, m.Fault(row, "no such file: "+row.File, "names are relative to the manifest's folder"))
			continue
		}
		path := row.File
		row.Size, row.Open = info.Size(), func() ([]byte, error) { return readFile(path) }
		in.add(row.Input)
	}
	if err := faults.Err(); err != nil {
		for _, f := range faults {
			in.faults = append(in.faults, f)
		}
	}
	return nil
}

// sample adds the bundled sample.
func (in *inputs) sample(r *pipeline.Reader, data fs.FS) error {
	const name = "sample/manifest.csv"
	list, err := fs.ReadFile(data, name)
	if err != nil {
		return err
	}
	m, err := r.Manifest(name, list)
	if err != nil {
		return err
	}
	for _, row := range m.Rows {
		row.File, row.Sample = filepath.ToSlash(row.File), true
		if row.Data, err = fs.ReadFile(data, row.File); err != nil {
			return err
		}
		in.add(row.Input)
	}
	return nil
}
