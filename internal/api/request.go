package api

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"plumbline"
	"plumbline/internal/reply"
)

// request is one request with its parameters checked.
type request struct {
	*http.Request
	given map[string]string // by name, what is to be used
}

// read checks the parameters of a request: a misspelled filter must not pass for
// none, nor one that is given twice.
func (s *Server) read(o *operation, r *http.Request) (*request, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, reply.Parameter("query", "cannot be read", "write each value percent-encoded")
	}
	var known []string
	given := map[string]string{}
	for i := range o.parameters {
		p := &o.parameters[i]
		value := r.PathValue(p.name)
		if p.in == inQuery {
			known = append(known, p.name)
			if len(query[p.name]) > 1 {
				return nil, p.fault("given more than once", "give it once")
			}
			if value = query.Get(p.name); value == "" {
				continue
			}
		}
		if given[p.name], err = p.check(value, s.Reader); err != nil {
			return nil, err
		}
	}
	for name := range query {
		if !slices.Contains(known, name) {
			return nil, unknownParameter(name, known)
		}
	}
	return &request{r, given}, nil
}

func unknownParameter(name string, known []string) error {
	hint := "it takes none"
	if len(known) > 0 {
		hint = "it takes " + strings.Join(known, ", ")
	}
	return reply.Parameter(name, "not a parameter of this operation", hint)
}

func (r *request) country(p *parameter) plumbline.CountryCode {
	return plumbline.CountryCode(r.given[p.name])
}

// number gives what was given for a parameter; 0 where nothing was.
func (r *request) number(p *parameter) int {
	n, _ := strconv.Atoi(r.given[p.name])
	return n
}

// flag reports whether the parameter is true.
func (r *request) flag(p *parameter) bool { return r.given[p.name] == "true" }

// page is which part of a list is asked for, by the number of what came before.
type page struct{ from, most int }

// page reads the cursor of a list that is counted through.
func (r *request) page() (page, error) {
	p := page{most: r.most()}
	if c := r.given[cursor.name]; c != "" {
		n, err := strconv.Atoi(c)
		if err != nil || n < 0 {
			return p, cursor.fault(fmt.Sprintf("%q is none of ours", c), "take it from next of the page before, or leave it out to begin anew")
		}
		p.from = n
	}
	return p, nil
}

func (r *request) most() int {
	if n := r.number(&limit); n > 0 {
		return n
	}
	return usuallyGiven
}

// cut takes the page out of a whole list, and says where to go on; empty for
// nowhere.
func cut[T any](list []T, p page) (part []T, next string) {
	from := min(p.from, len(list))
	to := min(from+p.most, len(list))
	if to < len(list) {
		next = strconv.Itoa(to)
	}
	return list[from:to], next
}

// following is the address of the page at a cursor; empty where there is none.
func (r *request) following(next string) string {
	if next == "" {
		return ""
	}
	query := r.URL.Query()
	query.Set(cursor.name, next)
	return r.URL.Path + "?" + query.Encode()
}
