package reply

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// Entity is the bytes of an answer, made once and served many times.
type Entity struct {
	Link string // what is to be said in a Link header of its own; may be empty

	mediaType string
	etag      string
	plain     []byte // nil where packed is there: few clients want it, and it takes five times the room
	packed    []byte // with gzip; nil where that is no smaller
}

// New packs the bytes of an answer.
func New(mediaType string, b []byte) *Entity {
	sum := sha256.Sum256(b)
	e := &Entity{mediaType: mediaType, etag: hex.EncodeToString(sum[:10]), plain: b}
	if len(b) < 512 || strings.HasPrefix(mediaType, "font/") || strings.HasPrefix(mediaType, "image/p") {
		return e
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, 5)
	if err == nil {
		_, err = z.Write(b)
	}
	if err == nil {
		err = z.Close()
	}
	if err == nil && packed.Len() < len(b) {
		e.plain, e.packed = nil, bytes.Clone(packed.Bytes())
	}
	return e
}

// Size is how many bytes the entity takes in memory.
func (e *Entity) Size() int { return len(e.plain) + len(e.packed) }

// Serve writes the answer, or that it has not changed.
func (e *Entity) Serve(w http.ResponseWriter, r *http.Request, status int) {
	h := w.Header()
	body, tag := e.plain, `"`+e.etag+`"`
	if e.packed != nil {
		h.Add("Vary", "Accept-Encoding")
		if Accepts(r, "gzip") {
			body, tag = e.packed, `"`+e.etag+`-gzip"`
			h.Set("Content-Encoding", "gzip")
		} else {
			body = unpack(e.packed)
		}
	}
	h.Set("ETag", tag)
	if e.Link != "" {
		h.Add("Link", e.Link)
	}
	if status == http.StatusOK && Matches(r.Header.Get("If-None-Match"), e.etag) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", e.mediaType)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// unpack gives back what New packed.
func unpack(packed []byte) []byte {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic("BUG: an entity that was not packed: " + err.Error())
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		panic("BUG: an entity packed in part: " + err.Error())
	}
	return plain
}

// Accepts reports whether the client takes an encoding.
func Accepts(r *http.Request, encoding string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == encoding {
			q := strings.TrimSpace(weight)
			return q != "q=0" && q != "q=0.0" && q != "q=0.00" && q != "q=0.000"
		}
	}
	return false
}

// Matches reports whether a list of ETags has that of an entity, packed or not.
func Matches(header, etag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		tag := strings.Trim(strings.TrimPrefix(strings.TrimSpace(part), "W/"), `"`)
		if tag == "*" || strings.TrimSuffix(tag, "-gzip") == etag {
			return true
		}
	}
	return false
}
