package encode

import (
	"io"
	"strconv"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/view"
)

// AppendFound appends what a search found as one JSON object. Marks are offsets
// in the text of their hit, in bytes.
func AppendFound(dst []byte, f *view.Found) []byte {
	dst = strconv.AppendInt(append(dst, `{"total":`...), int64(f.Total), 10)
	dst = appendWord(dst, `,"order":`, f.Order)
	dst = appendEach(dst, `,"hits":`, f.Hits, AppendHit)
	dst = appendEach(dst, `,"facets":`, f.Facets, func(dst []byte, x *view.Facet) []byte {
		dst = appendEach(appendWord(dst, `{"name":`, x.Name), `,"values":`, x.Values, func(dst []byte, v *view.FacetValue) []byte {
			dst = appendString(append(dst, `{"value":`...), v.Value)
			return append(strconv.AppendInt(append(dst, `,"count":`...), int64(v.Count), 10), '}')
		})
		return append(dst, '}')
	})
	return append(appendWord(dst, `,"notice":`, plumbline.TierNotice), '}')
}

// AppendHit appends one sentence or claim that was found.
func AppendHit(dst []byte, h *view.Hit) []byte {
	dst = appendWord(dst, `{"country":`, h.Country)
	dst = appendInt(dst, `,"year":`, h.Year)
	dst = appendWord(dst, `,"section":`, h.Section)
	dst = appendWord(dst, `,"claim":`, h.Claim)
	dst = appendWord(dst, `,"narrative":`, h.Narrative)
	dst = appendWord(dst, `,"document":`, h.Document)
	dst = appendWord(dst, `,"file":`, h.File)
	dst = appendBool(dst, `,"sample":`, h.Sample)
	dst = appendSpan(append(dst, ','), h.Span)
	dst = appendWord(dst, `,"text":`, h.Text)
	dst = appendEach(dst, `,"marks":`, h.Marks, func(dst []byte, s *text.Span) []byte {
		return append(appendSpan(append(dst, '{'), *s), '}')
	})
	return append(dst, '}')
}

// HitColumns are the columns of hits as CSV.
var HitColumns = []string{"country", "year", "section", "claim", "narrative", "document", "file", "sample", "start", "end", "text"}

// WriteFoundCSV writes the hits as CSV.
func WriteFoundCSV(w io.Writer, f *view.Found) error {
	rows := make([][]any, len(f.Hits))
	for i := range f.Hits {
		h := &f.Hits[i]
		var year any
		if h.Year != 0 {
			year = h.Year
		}
		rows[i] = []any{string(h.Country), year, string(h.Section), string(h.Claim), string(h.Narrative), string(h.Document), h.File, h.Sample, h.Span.Start, h.Span.End, h.Text}
	}
	return WriteListCSV(w, HitColumns, rows)
}
