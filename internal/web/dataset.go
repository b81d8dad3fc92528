package web

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/store"
)

// selected reads which data are asked for.
func (s *Server) selected(r *http.Request) (*selection, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, parameter("query", "cannot be read", "write each value percent-encoded")
	}
	q := &request{Request: r, server: s, query: query}
	if err := q.takes("year", "sample"); err != nil {
		return nil, err
	}
	sel := &selection{}
	if y := query.Get("year"); y != "" {
		if sel.year, err = readYear("year", y); err != nil {
			return nil, err
		}
	}
	switch v := query.Get("sample"); v {
	case "true":
		sel.sample = true
	case "", "false":
	default:
		return nil, parameter("sample", fmt.Sprintf("%q is neither true nor false", v), "leave it out for official texts alone")
	}
	sel.rows, err = s.Record.Store.NarrativeRows(r.Context(), store.NarrativeFilter{Year: sel.year, PrimaryOnly: true, IncludeSample: sel.sample})
	return sel, err
}

// downloadOf finds what an address of a download means: what sends it, its media
// type and the name of the file to keep it in.
func (s *Server) downloadOf(r *http.Request, sel *selection, state store.Generation) (send func(context.Context, io.Writer) error, mediaType, name string, err error) {
	file, as := r.PathValue("file"), formOf(r)
	if rest, ok := strings.CutSuffix(file, "."+string(asLines)); ok && as == asHTML {
		file, as = rest, asLines
	}
	kept := "plumbline-" + file
	if sel.year != 0 {
		kept += fmt.Sprintf("-%d", sel.year)
	}
	describe := func(ctx context.Context) (*encode.Package, error) { return s.describe(ctx, sel, state) }
	switch {
	case file == "about" && as == asJSON, file == "readme.txt" && as == asHTML:
		return func(ctx context.Context, w io.Writer) error {
			p, err := describe(ctx)
			if err != nil {
				return err
			}
			b := encode.AppendReadme(nil, p)
			if as == asJSON {
				b = append(encode.AppendPackage(nil, p), '\n')
			}
			_, err = w.Write(b)
			return err
		}, map[bool]string{true: "application/json", false: "text/plain; charset=utf-8"}[as == asJSON], kept + map[bool]string{true: ".json"}[as == asJSON], nil
	case file == "plumbline.zip" && as == asHTML:
		return func(ctx context.Context, w io.Writer) error { return s.sendAll(ctx, w, sel, describe) }, "application/zip", strings.Replace(kept, "-plumbline.zip", "", 1) + ".zip", nil
	}
	for i := range dataFiles {
		f := &dataFiles[i]
		if f.name == file && as != asHTML {
			types := map[form]string{asCSV: "text/csv; charset=utf-8", asJSON: "application/json", asLines: "application/jsonl"}
			return func(ctx context.Context, w io.Writer) error { return s.sendOne(ctx, w, f, as, sel) }, types[as], kept + "." + string(as), nil
		}
	}
	return nil, "", "", &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: "no data at " + r.URL.Path, Hint: "the page /data lists what there is"}
}

// sendOne writes one table.
func (s *Server) sendOne(ctx context.Context, w io.Writer, f *dataFile, as form, sel *selection) error {
	out := &records{form: as, out: bufio.NewWriterSize(w, 64<<10)}
	out.begin(f.columns)
	if err := f.write(s, ctx, out, sel); err != nil {
		return err
	}
	return out.end()
}

// sendAll writes every table as CSV into one archive, with what they mean.
func (s *Server) sendAll(ctx context.Context, w io.Writer, sel *selection, describe func(context.Context) (*encode.Package, error)) error {
	z := zip.NewWriter(w)
	p, err := describe(ctx)
	if err != nil {
		return err
	}
	if err := keep(z, "README.txt", encode.AppendReadme(nil, p)); err != nil {
		return err
	}
	if err := keep(z, "about.json", append(encode.AppendPackage(nil, p), '\n')); err != nil {
		return err
	}
	for i := range dataFiles {
		part, err := z.Create(dataFiles[i].name + ".csv")
		if err == nil {
			err = s.sendOne(ctx, part, &dataFiles[i], asCSV, sel)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// keep puts a file into an archive.
func keep(z *zip.Writer, name string, b []byte) error {
	part, err := z.Create(name)
	if err == nil {
		_, err = part.Write(b)
	}
	return err
}

// describe says what the data set holds and what it was read from.
func (s *Server) describe(ctx context.Context, sel *selection, state store.Generation) (*encode.Package, error) {
	info, err := s.Record.Store.Info(ctx)
	if err != nil {
		return nil, err
	}
	p := &encode.Package{Title: "Claims read from Trafficking in Persons Report narratives", Version: string(state), Program: strings.TrimSpace("plumbline " + s.Tool),
		Rules: s.Reader.Rules, Year: sel.year, Sample: sel.sample, Narratives: len(sel.rows), Citation: s.citation(sel, state)}
	if sel.year != 0 {
		p.Title += fmt.Sprintf(", report of %d", sel.year)
	}
	used := map[plumbline.DocumentID]bool{}
	for _, n := range sel.rows {
		used[n.Document] = true
		p.Claims += n.Claims
	}
	for i := range info.Documents {
		if used[info.Documents[i].ID] {
			p.Sources = append(p.Sources, info.Documents[i].Document)
		}
	}
	for _, f := range dataFiles {
		one := encode.PackageFile{Name: f.name, Meaning: f.meaning, Fields: f.fields}
		if f.fields == nil {
			one.Columns = f.columns
		}
		p.Files = append(p.Files, one)
	}
	return p, nil
}

// citation is how the data set is to be named by whoever uses it.
func (s *Server) citation(sel *selection, state store.Generation) string {
	of := "all years"
	if sel.year != 0 {
		of = fmt.Sprintf("report of %d", sel.year)
	}
	return fmt.Sprintf("Plumbline %s. Claims read from Trafficking in Persons Report narratives, %s. %d narratives, state %s, rules %.12s.", s.Tool, of, len(sel.rows), state, s.Reader.Rules)
}
