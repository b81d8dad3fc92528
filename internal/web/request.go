package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/page"
	"plumbline/internal/pipeline"
	"plumbline/internal/reply"
	"plumbline/internal/text"
)

// request is one request for a page, with its parameters read and checked.
type request struct {
	*http.Request
	server *Server
	query  url.Values
}

// form is how an answer is to be written.
type form string

// The forms. HTML is what an address without ending asks for.
const (
	asHTML form = ""
	asJSON form = "json"
	asCSV  form = "csv"
)

type formKey struct{}

// forms takes the ending of an address off, .json or .csv, before it is routed.
func forms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, f := range []form{asJSON, asCSV} {
			path, ok := strings.CutSuffix(r.URL.Path, "."+string(f))
			if !ok || strings.HasPrefix(path, "/static/") {
				continue
			}
			if path == "/index" {
				path = "/"
			}
			r = r.WithContext(context.WithValue(r.Context(), formKey{}, f))
			r.URL.Path, r.URL.RawPath = path, ""
			break
		}
		next.ServeHTTP(w, r)
	})
}

func formOf(r *http.Request) form {
	f, _ := r.Context().Value(formKey{}).(form)
	return f
}

// takes refuses parameters of the query that the page does not have, and those
// given twice: a misspelled filter must not pass for none.
func (r *request) takes(names ...string) error {
	for _, name := range sortedKeys(r.query) {
		if !slices.Contains(names, name) {
			return parameter(name, "not a parameter of this page", "it has "+cmp.Or(strings.Join(names, ", "), "none"))
		}
		if len(r.query[name]) > 1 {
			return parameter(name, "given more than once", "give it once")
		}
	}
	return nil
}

// year reads the year of the path.
func (r *request) year() (int, error) { return readYear("year", r.PathValue("year")) }

// readYear reads a report year; name is that of the parameter.
func readYear(name, value string) (int, error) {
	y, err := strconv.Atoi(value)
	if err != nil {
		return 0, parameter(name, fmt.Sprintf("%q is not a year", value), "write it with four digits, for instance 2018")
	}
	if err := pipeline.Year(y); err != nil {
		return 0, &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: "parameter " + name + ": " + err.Error()}
	}
	return y, nil
}

// country reads the country of the path. One that is not known is not found; the
// fault leads to near ones.
func (r *request) country(year int) (plumbline.CountryCode, error) {
	said := r.PathValue("country")
	code, err := r.server.Reader.Country(said, year)
	var f *plumbline.Fault
	if err == nil || !errors.As(err, &f) {
		return code, err
	}
	return "", &signpost{&plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: f.Fact, Hint: f.Hint}, r.server.near(said)}
}

// near links to the countries that somebody may have meant.
func (s *Server) near(said string) []page.Link {
	said = strings.ToLower(strings.TrimSpace(said))
	var names []string
	codes := map[string]plumbline.CountryCode{}
	var links []page.Link
	add := func(code plumbline.CountryCode) {
		l := page.Link{Href: page.CountryPath(code, 0), Text: s.names(0)(code)}
		if len(links) < 8 && !slices.Contains(links, l) {
			links = append(links, l)
		}
	}
	for _, c := range s.Record.Countries {
		for _, n := range c.Names {
			name := strings.ToLower(n.Text)
			names, codes[name] = append(names, name), c.Code
			if len(said) > 2 && strings.Contains(name, said) {
				add(c.Code)
			}
		}
		if len(said) == 3 {
			code := strings.ToLower(string(c.Code))
			names, codes[code] = append(names, code), c.Code
		}
	}
	if best := text.Nearest(said, names); best != "" {
		add(codes[best])
	}
	return links
}

// parameter is the fault of a parameter that cannot be used; hint says what
// could be.
func parameter(name, fact, hint string) error { return reply.Parameter(name, fact, hint) }

func sortedKeys(v url.Values) []string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
