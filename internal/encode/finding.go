package encode

import (
	"io"

	"plumbline"
)

// FindingColumns are the columns of findings as CSV, in their order.
var FindingColumns = []string{"criterion", "title", "role", "cite", "verdict", "certainty", "for", "against", "missing", "reason"}

// WriteFindingsCSV writes findings as CSV with a header row.
func WriteFindingsCSV(w io.Writer, list []plumbline.Finding) error {
	return writeCSV(w, FindingColumns, list, AppendFindingCSV)
}

// AppendFindingCSV appends f as one CSV record without a line break, its cells
// in the order of FindingColumns.
func AppendFindingCSV(dst []byte, f *plumbline.Finding) []byte {
	r := record{dst: append(dst, f.Criterion...)}
	r.word(f.Title)
	r.word(string(f.Role))
	r.word(f.Cite)
	r.word(string(f.Verdict))
	r.word(string(f.Certainty))
	r.list(ids(f.For))
	r.list(ids(f.Against))
	r.list(f.Missing)
	r.word(f.Reason)
	return r.dst
}

// ActionColumns are the columns of the actions of a memo as CSV, in their order.
// side says whether an action speaks for the move, against it or partly; without
// a move, for a better list.
var ActionColumns = []string{"side", "claim", "kind", "type", "valence", "reporting", "certainty", "source", "section", "count", "previous",
	"unit", "criteria", "elements", "new", "start", "end", "quote", "page", "last_page"}

// WriteActionsCSV writes the actions of a memo as CSV with a header row.
func WriteActionsCSV(w io.Writer, m *plumbline.Memo) error {
	type sided struct {
		side string
		*plumbline.Action
	}
	var list []sided
	for _, part := range []struct {
		side string
		of   []plumbline.Action
	}{{"for", m.For}, {"against", m.Against}, {"partly", m.Partly}} {
		for i := range part.of {
			list = append(list, sided{part.side, &part.of[i]})
		}
	}
	return writeCSV(w, ActionColumns, list, func(dst []byte, a *sided) []byte { return appendActionCSV(append(dst, a.side...), a.Action) })
}

// appendActionCSV appends the cells of an action behind the first one.
func appendActionCSV(dst []byte, a *plumbline.Action) []byte {
	r := record{dst: dst}
	r.word(string(a.Claim))
	r.word(string(a.Kind))
	r.word(string(a.Type))
	r.word(string(a.Valence))
	r.word(string(a.Reporting))
	r.word(string(a.Certainty))
	r.word(string(a.Source))
	r.word(string(a.Section))
	r.figure(a.Quantity.Count)
	r.figure(a.Quantity.Previous)
	r.word(a.Quantity.Unit)
	r.list(ids(a.Criteria))
	r.list(ids(a.Elements))
	r.answer(a.New)
	r.span(a.Citation.Span)
	r.word(a.Citation.Quote)
	r.year(a.Citation.Page)
	r.year(a.Citation.LastPage)
	return r.dst
}

// ids gives ids as strings.
func ids[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = string(id)
	}
	return out
}
