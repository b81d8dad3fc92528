package web

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/page"
	"plumbline/internal/standard"
)

// laws lists the versions of the law.
func (s *Server) laws(_ context.Context, r *request) (*answer, error) {
	if err := r.takes("on"); err != nil {
		return nil, err
	}
	on := r.query.Get("on")
	if _, err := time.Parse(time.DateOnly, on); on != "" && err != nil {
		return nil, parameter("on", fmt.Sprintf("%q is not a day", on), "write it as 2012-05-31")
	}
	book := s.Record.Book
	var rows [][]any
	for _, x := range book.Standards {
		rows = append(rows, []any{string(x.Name), x.Act, orNull(x.FirstReport), orNull(x.LastReport), orNull(x.Checked), x.Source, len(x.Criteria)})
	}
	a := &answer{
		frame: page.Frame{Title: "The law in force", Here: "Law", Lead: "Every version of the law that Trafficking in Persons Reports are made under, and which report is under which."},
		body:  page.NewLaws(book, on),
	}
	a.json, a.csv = table([]string{"standard", "act", "first_report", "last_report", "checked", "source", "criteria"}, rows)
	return a, nil
}

// law shows a version of the law, by its date or the year of a report.
func (s *Server) law(_ context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	name := r.PathValue("standard")
	x, err := s.Record.Book.Find(name)
	if err != nil {
		return nil, missing(err)
	}
	year := 0
	if len(name) == 4 {
		year, _ = strconv.Atoi(name)
	}
	body := page.NewLaw(s.Record.Book, x, year)
	a := &answer{
		frame: page.Frame{Title: body.Title, Here: "Law", Trail: []page.Link{{Href: "/law", Text: "Law"}},
			Lead: "What the law asks of governments, criterion by criterion, with citations, lists and the two-year rule."},
		body: body,
		json: value(func(dst []byte) []byte { return encode.AppendStandard(dst, &x.Standard) }),
	}
	var rows [][]any
	for i := range x.Criteria {
		c := &x.Criteria[i]
		rows = append(rows, []any{string(x.Name), string(c.ID), string(c.Role), c.Title, c.Gloss, x.InWords(i), c.Cite, string(c.Since), c.Source})
	}
	_, a.csv = table([]string{"standard", "criterion", "role", "title", "gloss", "when", "cite", "since", "source"}, rows)
	return a, nil
}

// lawChanges shows how a version of the law differs from another.
func (s *Server) lawChanges(_ context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	from, err := s.Record.Book.Find(r.PathValue("from"))
	if err != nil {
		return nil, missing(err)
	}
	to, err := s.Record.Book.Find(r.PathValue("to"))
	if err != nil {
		return nil, missing(err)
	}
	changes := standard.Diff(from, to)
	a := &answer{
		frame: page.Frame{Title: fmt.Sprintf("Changes of the law from %s to %s", from.Name, to.Name), Here: "Law",
			Trail: []page.Link{{Href: "/law", Text: "Law"}, {Href: page.LawPath(to.Name), Text: "Since " + standard.Day(string(to.Name))}},
			Lead:  "Criteria and rules that were added, dropped or changed between two versions of the law."},
		body: page.NewLawChanges(from, to, changes),
	}
	var rows [][]any
	for _, d := range changes {
		rows = append(rows, []any{string(from.Name), string(to.Name), string(d.Kind), wordOrNull(d.Old), wordOrNull(d.New), d.What, wordOrNull(d.From), wordOrNull(d.To)})
	}
	a.json, a.csv = table([]string{"from", "to", "change", "old", "new", "what", "before", "after"}, rows)
	return a, nil
}

// missing makes of a fault in what an address names that nothing is there.
func missing(err error) error {
	if f, ok := err.(*plumbline.Fault); ok {
		return &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: f.Fact, Hint: f.Hint}
	}
	return err
}

// orNull makes null of a number that is not known.
func orNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// wordOrNull makes null of a word that there is not.
func wordOrNull[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}
