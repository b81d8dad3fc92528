package web

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/reply"
	"plumbline/internal/store"
)

// mostDownloads is how many downloads go on at once.
const mostDownloads = 8

// asLines asks for JSON Lines; only downloads have it.
const asLines form = "jsonl"

// selection is what of the data is asked for.
type selection struct {
	year   int
	sample bool
	rows   []store.NarrativeRow // the narratives that are meant
}

// dataFile is one table that can be taken along.
type dataFile struct {
	name, meaning string
	fields        []encode.Field
	columns       []string
	write         func(s *Server, ctx context.Context, out *records, sel *selection) error
}

// dataFiles is the table of them.
var dataFiles = []dataFile{
	{"claims", "every claim, with the words that carry it and their place", encode.ClaimFields(), encode.ClaimColumns, (*Server).writeClaims},
	{"narratives", "every narrative with the tier that the publisher printed", encode.NarrativeFields(), encode.NarrativeColumns, (*Server).writeNarratives},
	{"flows", "the claims that people of one place are trafficked to another; work abroad that the text calls possibly exploitative is not among them", encode.ClaimFields(), encode.ClaimColumns, (*Server).writeFlows},
	{"placements", "tiers by country and report year, with how each is known", nil, placementColumns, (*Server).writePlacements},
}

var placementColumns = []string{"country", "year", "tier", "verified", "derived_from", "source", "document", "notice"}

// records writes the records of a table in one form.
type records struct {
	form form
	out  *bufio.Writer
	buf  []byte
	any  bool // one is written
}

// begin writes what stands before the first record.
func (r *records) begin(columns []string) {
	switch r.form {
	case asCSV:
		r.out.Write(append(encode.AppendHeader(nil, columns), encode.CSVBreak...))
	case asJSON:
		r.out.WriteByte('[')
	}
}

// add writes a record, made by one of the two.
func (r *records) add(json, csv func(dst []byte) []byte) error {
	r.buf = r.buf[:0]
	switch r.form {
	case asCSV:
		r.buf = append(csv(r.buf), encode.CSVBreak...)
	case asJSON:
		if r.any {
			r.buf = append(r.buf, ',')
		}
		r.buf = json(append(r.buf, '\n'))
	default:
		r.buf = append(json(r.buf), '\n')
	}
	r.any = true
	_, err := r.out.Write(r.buf)
	return err
}

// end writes what stands behind the last record.
func (r *records) end() error {
	if r.form == asJSON {
		r.out.WriteString("\n]\n")
	}
	return r.out.Flush()
}

func (s *Server) writeClaims(ctx context.Context, out *records, sel *selection) error {
	return s.claimsOf(ctx, out, sel, store.ClaimFilter{})
}

func (s *Server) writeFlows(ctx context.Context, out *records, sel *selection) error {
	return s.claimsOf(ctx, out, sel, store.ClaimFilter{Types: []plumbline.ClaimType{plumbline.Flow}, Movement: plumbline.Trafficked})
}

// claimsOf writes claims narrative by narrative, so that a slow reader holds no
// state of the database for long.
func (s *Server) claimsOf(ctx context.Context, out *records, sel *selection, f store.ClaimFilter) error {
	for i := range sel.rows {
		f.Narrative = sel.rows[i].ID
		claims, err := s.Record.Store.Claims(ctx, f)
		if err != nil {
			return err
		}
		for j := range claims {
			c := &claims[j]
			err := out.add(func(dst []byte) []byte { return encode.AppendClaim(dst, c) }, func(dst []byte) []byte { return encode.AppendClaimCSV(dst, c) })
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Server) writeNarratives(ctx context.Context, out *records, sel *selection) error {
	for i := range sel.rows {
		n, err := s.Record.Store.Narrative(ctx, sel.rows[i].ID)
		if err != nil {
			return err
		}
		err = out.add(func(dst []byte) []byte { return encode.AppendNarrative(dst, n) }, func(dst []byte) []byte { return encode.AppendNarrativeCSV(dst, n) })
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Server) writePlacements(ctx context.Context, out *records, sel *selection) error {
	past, err := s.Record.Past(ctx)
	if err != nil {
		return err
	}
	for _, c := range s.Record.Countries {
		for _, p := range past.Placements(c.Code) {
			if sel.year != 0 && p.Year != sel.year {
				continue
			}
			row := []any{string(p.Country), p.Year, wordOrNull(p.Tier), string(p.Verified), orNull(p.From), p.Source, wordOrNull(p.Document), plumbline.TierNotice}
			err := out.add(func(dst []byte) []byte { return encode.AppendRow(dst, placementColumns, row) }, func(dst []byte) []byte { return encode.AppendRowCSV(dst, row) })
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// downloads serves the tables, one by one or all together.
func (s *Server) downloads(w http.ResponseWriter, r *http.Request) {
	if err := s.download(w, r); err != nil {
		s.refuse(w, r, err)
	}
}

// download answers unless it returns an error, which it does before the first
// byte only.
func (s *Server) download(w http.ResponseWriter, r *http.Request) error {
	state, err := s.Record.Store.Generation(r.Context())
	if err != nil {
		return err
	}
	sel, err := s.selected(r)
	if err != nil {
		return err
	}
	send, mediaType, name, err := s.downloadOf(r, sel, state)
	if err != nil {
		return err
	}
	select {
	case s.busy <- struct{}{}:
		defer func() { <-s.busy }()
	default:
		return reply.ErrBusy
	}
	h := w.Header()
	tag := fmt.Sprintf(`W/"%s-%s"`, state, s.Tool)
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache")
	if reply.Matches(r.Header.Get("If-None-Match"), strings.Trim(strings.TrimPrefix(tag, "W/"), `"`)) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h.Set("Content-Type", mediaType)
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name))
	h.Add("Link", "<"+page.DataAboutPath(sel.year, sel.sample)+`>; rel="describedby"`)
	h.Set("Access-Control-Allow-Origin", "*")
	h.Add("Vary", "Accept-Encoding")
	if r.Method == http.MethodHead {
		return nil
	}
	var out io.Writer = &steady{ResponseWriter: w, server: s}
	packed := reply.Accepts(r, "gzip") && mediaType != "application/zip"
	var z *gzip.Writer
	if packed {
		h.Set("Content-Encoding", "gzip")
		z, _ = gzip.NewWriterLevel(out, 5)
		out = z
	}
	// A download may take longer than other answers: it ends where its reader is
	// gone, for then writing fails.
	err = send(context.WithoutCancel(r.Context()), out)
	if err == nil && z != nil {
		err = z.Close()
	}
	if now, gone := s.Record.Store.Generation(context.WithoutCancel(r.Context())); err == nil && (gone != nil || now != state) {
		err = errors.New("the database changed meanwhile")
	}
	if err != nil {
		s.Log.Info("download", "path", r.URL.Path, "fault", err.Error())
		reply.Abort()
	}
	return nil
}

// steady gives the reader of a download time for each part of it.
type steady struct {
	http.ResponseWriter
	server *Server
}

// partTime is how long a reader may take for a part.
const partTime = 30 * time.Second

// Write writes a part.
func (w *steady) Write(b []byte) (int, error) {
	if now := w.server.Now(); !now.IsZero() {
		err := http.NewResponseController(w.ResponseWriter).SetWriteDeadline(now.Add(partTime))
		if err != nil && !errors.Is(err, http.ErrNotSupported) {
			return 0, err
		}
	}
	return w.ResponseWriter.Write(b)
}
