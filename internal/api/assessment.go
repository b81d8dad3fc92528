package api

import (
	"context"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/record"
	"plumbline/internal/standard"
)

// assessment holds a country-year against the law.
func (s *Server) assessment(ctx context.Context, r *request) (answer, error) {
	y, how, err := s.asked(ctx, r)
	if err != nil {
		return answer{}, err
	}
	a, err := s.Record.Assess(ctx, y, record.Reading{Standard: how})
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendAssessment(nil, a)}, nil
}

// change writes the tier-change memo.
func (s *Server) change(ctx context.Context, r *request) (answer, error) {
	y, how, err := s.asked(ctx, r)
	if err != nil {
		return answer{}, err
	}
	c, err := s.Record.Change(ctx, y, how)
	if err != nil {
		return answer{}, err
	}
	return answer{body: encode.AppendMemo(nil, &c.Memo)}, nil
}

// asked finds the country-year and the version of the law, nil for that of the
// report's year.
func (s *Server) asked(ctx context.Context, r *request) (*record.CountryYear, *standard.Standard, error) {
	var how *standard.Standard
	if name := r.given[law.name]; name != "" {
		var err error
		if how, err = s.Record.Book.Find(name); err != nil {
			f, _ := err.(*plumbline.Fault)
			return nil, nil, law.fault(f.Fact, f.Hint)
		}
	}
	y, err := s.Record.CountryYear(ctx, r.country(&countryPath), r.number(&yearPath), plumbline.DocumentID(r.given[document.name]))
	return y, how, err
}
