package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"unicode"
)

// The bounds of archives that hold files to read.
const (
	deepestArchive = 2       // archives inside each other
	maxArchived    = 4 << 30 // of all files to read, unpacked
	maxInner       = 256 << 20
)

// readZip refuses an archive where one document is wanted.
func readZip(_ context.Context, _ *Intake, data []byte, _ Options) error {
	if _, err := openZip(data); err != nil {
		return err
	}
	return refuse("a zip archive", "name it as a file, or unpack it first")
}

// Entry is a file in a zip archive.
type Entry struct {
	Name string // archive.zip!folder/entry.txt
	Size int64  // unpacked; Open gives no more
	Open func() ([]byte, error)
}

// Archive is what a zip archive holds.
type Archive struct {
	Entries []Entry        // of a known format, in the order of the archive
	Other   map[string]int // files of no known format, by the end of their name
	Faults  []error        // of entries that are not read
}

// Unzip lists the files of the archive called name. It reports false for what
// is no archive of files: something else, or a document that is packed in one,
// as DOCX and EPUB are. Nothing is unpacked before an Entry is opened, but for
// archives inside this one. Tables are listed where tables is true.
func Unzip(name string, r io.ReaderAt, size int64, tables bool) (*Archive, bool, error) {
	var magic [4]byte
	if _, err := r.ReadAt(magic[:], 0); err != nil || string(magic[:]) != "PK\x03\x04" && string(magic[:]) != "PK\x05\x06" {
		return nil, false, nil
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		if f := find(name); f != nil && f.zip && f.media != zipMedia {
			return nil, false, nil // its reader says what is wrong
		}
		return nil, true, fmt.Errorf("%s: %w", name, damagedZip(err))
	}
	for _, f := range z.File {
		if f.Name == "word/document.xml" || f.Name == "META-INF/container.xml" || f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return nil, false, nil
		}
	}
	a := unzipper{Archive: Archive{Other: map[string]int{}}, tables: tables, seen: map[string]bool{}}
	if err := a.list(name, z, 1); err != nil {
		return nil, true, err
	}
	return &a.Archive, true, nil
}

type unzipper struct {
	Archive
	tables bool
	size   int64 // unpacked
	inner  int64 // of archives inside, which are held in memory
	count  int
	seen   map[string]bool
}

// list adds the files of one archive.
func (a *unzipper) list(name string, z *zip.Reader, depth int) error {
	if a.count += len(z.File); a.count > maxEntries {
		return fmt.Errorf("%s: %w", name, tooMany(a.count))
	}
	for _, f := range z.File {
		full := name + "!" + f.Name
		switch {
		case strings.HasSuffix(f.Name, "/"):
		case !inside(f.Name):
			a.fault(fmt.Errorf("%s!%q: %w", name, shorten(f.Name), refuse("its name leads out of the archive, or is no name", "unpack it yourself if you trust it")))
		case hidden(f.Name):
		case !f.Mode().IsRegular():
			a.fault(fmt.Errorf("%s: %w", full, refuse("a link or device, no file", "unpack it yourself if you trust it")))
		case a.seen[full]:
			a.fault(fmt.Errorf("%s: %w", full, refuse("it stands twice in the archive", "the first one is read")))
		case strings.EqualFold(path.Ext(f.Name), ".zip"):
			a.archive(full, f, depth+1)
		default:
			if err := a.file(full, f); err != nil {
				return err
			}
		}
		a.seen[full] = true
	}
	return nil
}

func (a *unzipper) fault(err error) { a.Faults = append(a.Faults, err) }

// file adds an entry of a known format.
func (a *unzipper) file(full string, f *zip.File) error {
	if format := find(f.Name); format == nil || format.table && !a.tables {
		a.Other[strings.ToLower(path.Ext(f.Name))]++
		return nil
	}
	if f.UncompressedSize64 > MaxBytes {
		a.fault(fmt.Errorf("%s: %w", full, TooLarge(int64(min(f.UncompressedSize64, 1<<62)))))
		return nil
	}
	if a.size += int64(f.UncompressedSize64); a.size > maxArchived {
		return fmt.Errorf("%s: %w", full, refuse(fmt.Sprintf("the files up to here have more than %d MB when unpacked", maxArchived>>20), "unpack what is wanted of the archive and read that"))
	}
	a.Entries = append(a.Entries, Entry{Name: full, Size: int64(f.UncompressedSize64), Open: func() ([]byte, error) {
		data, err := unpack(f, int64(f.UncompressedSize64))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", full, err)
		}
		return data, nil
	}})
	return nil
}

// archive adds the files of an archive inside another one.
func (a *unzipper) archive(full string, f *zip.File, depth int) {
	if depth > deepestArchive {
		a.fault(fmt.Errorf("%s: %w", full, refuse(fmt.Sprintf("archives inside each other, more than %d deep", deepestArchive), "unpack it first")))
		return
	}
	data, err := unpack(f, maxInner-a.inner)
	if err != nil {
		a.fault(fmt.Errorf("%s: %w", full, err))
		return
	}
	a.inner += int64(len(data))
	if bytes.Count(data, []byte("PK\x01\x02")) > maxEntries {
		a.fault(fmt.Errorf("%s: %w", full, tooMany(maxEntries+1)))
		return
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		a.fault(fmt.Errorf("%s: %w", full, damagedZip(err)))
		return
	}
	if err := a.list(full, z, depth); err != nil {
		a.fault(err)
	}
}

// inside reports whether a name stays inside the archive's own folder.
func inside(name string) bool {
	return filepath.IsLocal(filepath.FromSlash(name)) && !strings.HasPrefix(name, "/") && !strings.ContainsAny(name, `\:`) &&
		!strings.ContainsFunc(name, unicode.IsControl) && len(name) < 1000
}

// hidden reports whether a file is one that systems put beside others.
func hidden(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}
