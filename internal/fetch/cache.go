package fetch

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"plumbline"
)

// Cache is a folder of what was got. OpenCache opens one.
type Cache struct {
	Dir string

	root    *os.Root
	entries map[string]*Entry // by Address
}

// Entry is one page in a Cache.
type Entry struct {
	Address   string
	File      string // below the folder, with slashes
	Words     string // of the link that led to it
	Retrieved time.Time
	Checked   time.Time // when the site last said that this is the page
	MediaType string    // as the site says it, with its encoding
	Bytes     int64
	SHA256    string
	ETag      string
	Modified  string
	From      string // the address that answered in the end
}

// What is no narrative is passed over by whoever reads the folder as a whole:
// the table has no ending, and robots.txt and index pages lie in a hidden
// folder.
const (
	indexFile   = "INDEX"
	asideFolder = ".aside"
)

var indexColumns = []string{"address", "file", "words", "retrieved", "checked", "type", "bytes", "sha256", "etag", "modified", "from"}

// OpenCache opens the cache in a folder, which it makes where there is none. A
// line of its table that says nothing usable counts as not there.
func OpenCache(dir string) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, cacheFault(dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, cacheFault(dir, err)
	}
	c := &Cache{Dir: dir, root: root, entries: map[string]*Entry{}}
	data, err := root.ReadFile(indexFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		root.Close()
		return nil, cacheFault(dir, err)
	}
	for line := range strings.Lines(string(data)) {
		if e := parseEntry(strings.TrimRight(line, "\r\n")); e != nil {
			c.entries[e.Address] = e
		}
	}
	return c, nil
}

// Close lets the folder go.
func (c *Cache) Close() error { return c.root.Close() }

// Entry returns what is known of an address and its bytes, or nil when they
// are not there as they were got.
func (c *Cache) Entry(address string) (*Entry, []byte) {
	e := c.entries[address]
	if e == nil {
		return nil, nil
	}
	data, err := c.root.ReadFile(filepath.FromSlash(e.File))
	if err != nil || hash(data) != e.SHA256 {
		return nil, nil
	}
	return e, data
}

// Path is where the file of an entry lies.
func (c *Cache) Path(e *Entry) string { return filepath.Join(c.Dir, filepath.FromSlash(e.File)) }

// keep writes a page into the folder below Dir and notes it.
func (c *Cache) keep(folder string, e Entry, data []byte) (*Entry, error) {
	e.SHA256, e.Bytes = hash(data), int64(len(data))
	e.File = path.Join(folder, fileName(&e))
	name := filepath.FromSlash(e.File)
	if err := c.root.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, cacheFault(c.Dir, err)
	}
	if err := c.write(name, data); err != nil {
		return nil, err
	}
	return &e, c.note(&e)
}

// note puts an entry into the table.
func (c *Cache) note(e *Entry) error {
	c.entries[e.Address] = e
	var b bytes.Buffer
	b.WriteString(strings.Join(indexColumns, "\t") + "\n")
	all := make([]*Entry, 0, len(c.entries))
	for _, e := range c.entries {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *Entry) int { return cmp.Compare(a.Address, b.Address) })
	for _, e := range all {
		values := []string{e.Address, e.File, e.Words, stamp(e.Retrieved), stamp(e.Checked), e.MediaType,
			strconv.FormatInt(e.Bytes, 10), e.SHA256, e.ETag, e.Modified, e.From}
		for i, v := range values {
			values[i] = strings.Map(func(r rune) rune {
				if r < ' ' || r == 0x7F {
					return ' '
				}
				return r
			}, v)
		}
		b.WriteString(strings.Join(values, "\t") + "\n")
	}
	return c.write(indexFile, b.Bytes())
}

// write replaces a file as a whole or not at all.
func (c *Cache) write(name string, data []byte) error {
	next := name + ".part"
	err := c.root.WriteFile(next, data, 0o644)
	if err == nil {
		err = c.root.Rename(next, name)
	}
	if err != nil {
		_ = c.root.Remove(next)
		return cacheFault(c.Dir, err)
	}
	return nil
}

// begin notes that a run began, and gives the time of the one that it goes on
// with: an earlier one of the same name that did not come to its end.
func (c *Cache) begin(run string, now time.Time) (since time.Time, err error) {
	const stale = 7 * 24 * time.Hour // what was got longer ago is looked at again
	if data, err := c.root.ReadFile(run + ".unfinished"); err == nil {
		if t, err := time.Parse(time.RFC3339, strings.TrimSpace(string(data))); err == nil && !t.After(now) && now.Sub(t) < stale {
			return t, nil
		}
	}
	return time.Time{}, c.write(run+".unfinished", []byte(stamp(now)+"\n"))
}

// end notes that a run has come to its end.
func (c *Cache) end(run string) error {
	if err := c.root.Remove(run + ".unfinished"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cacheFault(c.Dir, err)
	}
	return nil
}

func parseEntry(line string) *Entry {
	v := strings.Split(line, "\t")
	if len(v) != len(indexColumns) || v[0] == indexColumns[0] || !filepath.IsLocal(filepath.FromSlash(v[1])) {
		return nil
	}
	retrieved, err := time.Parse(time.RFC3339, v[3])
	checked, err2 := time.Parse(time.RFC3339, v[4])
	size, err3 := strconv.ParseInt(v[6], 10, 64)
	if errors.Join(err, err2, err3) != nil {
		return nil
	}
	return &Entry{Address: v[0], File: v[1], Words: v[2], Retrieved: retrieved, Checked: checked, MediaType: v[5],
		Bytes: size, SHA256: v[7], ETag: v[8], Modified: v[9], From: v[10]}
}

// ends are the ends of file names by media type.
var ends = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt",
	"application/epub+zip": ".epub",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}

// fileName makes a safe name from the last piece of an address, what is there,
// and the day: north-korea-1a2b3c4d.2026-11-23.html. The piece with the hash
// keeps it from being a name that a system has for itself.
func fileName(e *Entry) string {
	piece := "page"
	if u, err := url.Parse(e.Address); err == nil {
		last := path.Base(path.Clean("/" + u.Path))
		last = strings.TrimSuffix(last, path.Ext(last))
		last = strings.Trim(strings.Map(safe, strings.ToLower(last)), "-")
		piece = cmp.Or(strings.Trim(last[:min(len(last), 60)], "-"), piece)
	}
	media, _, _ := mime.ParseMediaType(e.MediaType)
	return fmt.Sprintf("%s-%s.%s%s", piece, hash([]byte(e.Address + "\n" + e.SHA256))[:8],
		e.Retrieved.UTC().Format(time.DateOnly), cmp.Or(ends[media], ".bin"))
}

func safe(r rune) rune {
	if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return r
	}
	return '-'
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func cacheFault(dir string, err error) error {
	f := &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: fmt.Sprintf("cache %s: %v", dir, err), Hint: "name another folder with --cache"}
	var at *fs.PathError
	if errors.As(err, &at) {
		f.Fact = fmt.Sprintf("cache %s: %s: %v", dir, at.Path, at.Err)
	}
	return f
}
