package api

import (
	"context"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/standard"
)

// Keys of a version of the law in the list of them, and of a difference.
var (
	lawColumns    = []string{"standard", "act", "source", "first_report", "last_report", "checked", "criteria"}
	changeColumns = []string{"change", "old", "new", "what", "before", "after"}
)

// laws lists the versions of the law.
func (s *Server) laws(_ context.Context, _ *request) (answer, error) {
	list := s.Record.Book.Standards
	return answer{body: encode.Listing{Key: "laws"}.Append(nil, len(list), func(dst []byte, i int) []byte {
		x := list[i]
		return encode.AppendRow(dst, lawColumns, []any{string(x.Name), x.Act, x.Source, numberOrNull(x.FirstReport), numberOrNull(x.LastReport), numberOrNull(x.Checked), len(x.Criteria)})
	})}, nil
}

// law gives a version of the law.
func (s *Server) law(_ context.Context, r *request) (answer, error) {
	x, err := s.version(&standardPath, r)
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendStandard(nil, &x.Standard)}, nil
}

// lawChanges tells how one version differs from another.
func (s *Server) lawChanges(_ context.Context, r *request) (answer, error) {
	from, err := s.version(&standardPath, r)
	if err != nil {
		return answer{}, err
	}
	to, err := s.version(&toPath, r)
	if err != nil {
		return answer{}, err
	}
	list := standard.Diff(from, to)
	return answer{body: encode.Listing{Key: "changes"}.Append(nil, len(list), func(dst []byte, i int) []byte {
		d := &list[i]
		return encode.AppendRow(dst, changeColumns, []any{string(d.Kind), orNull(string(d.Old)), orNull(string(d.New)), d.What, orNull(d.From), orNull(d.To)})
	})}, nil
}

// version finds the version of the law that a parameter names.
func (s *Server) version(p *parameter, r *request) (*standard.Standard, error) {
	x, err := s.Record.Book.Find(r.given[p.name])
	if f, ok := err.(*plumbline.Fault); ok {
		return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: f.Fact, Hint: f.Hint}
	}
	return x, err
}
