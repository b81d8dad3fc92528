package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// The bounds of a zip archive, whatever it is packed for. What a file is said
// to have when unpacked is not believed: the bytes are counted as they come.
const (
	maxEntries  = 50_000
	maxUnpacked = 256 << 20 // of all that is read of one archive
	maxEntry    = MaxBytes
)

// unzipped is an archive in memory of which parts are read. What is read of it
// is counted.
type unzipped struct {
	*zip.Reader
	entries map[string]*zip.File
	read    int64
}

// openZip looks into an archive.
func openZip(data []byte) (*unzipped, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > maxEntries {
		return nil, tooMany(n)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damagedZip(err)
	}
	z := &unzipped{Reader: r, entries: make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		if name := strings.TrimPrefix(f.Name, "/"); z.entries[name] == nil {
			z.entries[name] = f
		}
	}
	return z, nil
}

func tooMany(n int) error {
	return refuse(fmt.Sprintf("an archive of %d files, more than the %d that one may have", n, maxEntries), "split it")
}

func damagedZip(err error) error {
	return refuse("a damaged zip archive: "+strings.TrimPrefix(err.Error(), "zip: "), "save or download it again")
}

// has reports whether there is a file of that name.
func (z *unzipped) has(name string) bool { return z.entries[name] != nil }

// file returns the bytes of a file in the archive, no more than most.
func (z *unzipped) file(name string, most int64) ([]byte, error) {
	f := z.entries[clean(name)]
	if f == nil {
		return nil, refuse(fmt.Sprintf("%s is missing in it", name), "save or download it again")
	}
	data, err := unpack(f, min(most, maxUnpacked-z.read))
	z.read += int64(len(data))
	return data, err
}

// clean gives the name of a file in an archive one form.
func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// unpack returns the bytes of f, no more than most.
func unpack(f *zip.File, most int64) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, refuse(f.Name+" is locked with a password", "unpack it first")
	}
	if f.UncompressedSize64 > uint64(max(most, 0)) {
		return nil, swollen(f.Name, most)
	}
	in, err := f.Open()
	if err != nil {
		if errors.Is(err, zip.ErrAlgorithm) {
			return nil, refuse(fmt.Sprintf("%s is packed in a way that is not known (method %d)", f.Name, f.Method), "unpack it and pack it again")
		}
		return nil, damagedZip(err)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	switch {
	case int64(len(data)) > most:
		return nil, swollen(f.Name, most)
	case err != nil:
		return nil, refuse(fmt.Sprintf("%s in it is damaged: %s", f.Name, strings.TrimPrefix(err.Error(), "zip: ")), "save or download it again")
	}
	return data, nil
}

func swollen(name string, most int64) error {
	return refuse(fmt.Sprintf("%s has more than %d MB when unpacked, more than there is room for", name, max(most, 0)>>20),
		"unpack what is wanted of it and read that")
}
