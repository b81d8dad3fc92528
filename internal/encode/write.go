package encode

import (
	"fmt"
	"io"

	"plumbline"
)

// full is how many bytes are gathered before they are written.
const full = 64 << 10

// WriteNarratives writes the narratives as one JSON array, one object a line.
func WriteNarratives(w io.Writer, narratives []plumbline.Narrative) error {
	return writeArray(w, narratives, AppendNarrative)
}

// WriteClaims writes the claims as one JSON array, one object a line.
func WriteClaims(w io.Writer, claims []plumbline.Claim) error {
	return writeArray(w, claims, AppendClaim)
}

// WriteNarrativesCSV writes the narratives as CSV with a header row.
func WriteNarrativesCSV(w io.Writer, narratives []plumbline.Narrative) error {
	return writeCSV(w, NarrativeColumns, narratives, AppendNarrativeCSV)
}

// WriteClaimsCSV writes the claims as CSV with a header row.
func WriteClaimsCSV(w io.Writer, claims []plumbline.Claim) error {
	return writeCSV(w, ClaimColumns, claims, AppendClaimCSV)
}

// AppendLines appends JSON Lines: a narrative followed by its claims.
func AppendLines(dst []byte, n *plumbline.Narrative, claims []plumbline.Claim) []byte {
	dst = append(AppendNarrative(dst, n), '\n')
	for i := range claims {
		dst = append(AppendClaim(dst, &claims[i]), '\n')
	}
	return dst
}

// AppendTold appends a narrative with its claims as one object; null for none.
func AppendTold(dst []byte, n *plumbline.Narrative, claims []plumbline.Claim) []byte {
	dst = append(dst, `{"narrative":`...)
	if n == nil {
		dst = append(dst, "null"...)
	} else {
		dst = AppendNarrative(dst, n)
	}
	dst = append(dst, `,"claims":[`...)
	for i := range claims {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = AppendClaim(append(dst, '\n'), &claims[i])
	}
	return append(dst, "]}"...)
}

// AppendClaimLinesCSV appends a CSV record for each claim, with line breaks.
func AppendClaimLinesCSV(dst []byte, _ *plumbline.Narrative, claims []plumbline.Claim) []byte {
	for i := range claims {
		dst = append(AppendClaimCSV(dst, &claims[i]), CSVBreak...)
	}
	return dst
}

// WriteHistoryCSV writes the years of a history as CSV with a header row.
func WriteHistoryCSV(w io.Writer, h *plumbline.CountryHistory) error {
	return writeCSV(w, PlacementYearColumns, h.Years, AppendPlacementYearCSV)
}

// WriteStatements writes the statements as one JSON object, a statement a line,
// with how many narratives were looked at and how many of them left out.
func WriteStatements(w io.Writer, list []plumbline.Statement, narratives, left int) error {
	if _, err := fmt.Fprintf(w, "{\"narratives\":%d,\"left_out\":%d,\"statements\":", narratives, left); err != nil {
		return err
	}
	if err := writeArray(w, list, AppendStatement); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, ",\"notice\":%q}\n", plumbline.TierNotice)
	return err
}

// WriteStatementsCSV writes the statements as CSV with a header row.
func WriteStatementsCSV(w io.Writer, list []plumbline.Statement) error {
	return writeCSV(w, StatementColumns, list, AppendStatementCSV)
}

// WriteLines writes JSON Lines: each narrative followed by its claims. Both
// lists are in the order of the text.
func WriteLines(w io.Writer, narratives []plumbline.Narrative, claims []plumbline.Claim) error {
	var buf []byte
	next := 0
	for i := range narratives {
		n, own := &narratives[i], next
		for next < len(claims) && claims[next].Narrative == n.ID {
			next++
		}
		buf = AppendLines(buf, n, claims[own:next])
		if len(buf) >= full {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	for ; next < len(claims); next++ {
		buf = append(AppendClaim(buf, &claims[next]), '\n')
	}
	_, err := w.Write(buf)
	return err
}

func writeArray[T any](w io.Writer, list []T, appendOne func([]byte, *T) []byte) error {
	buf := []byte{'['}
	for i := range list {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = appendOne(append(buf, '\n'), &list[i])
		if len(buf) >= full {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	if len(list) > 0 {
		buf = append(buf, '\n')
	}
	_, err := w.Write(append(buf, "]\n"...))
	return err
}

func writeCSV[T any](w io.Writer, columns []string, list []T, appendOne func([]byte, *T) []byte) error {
	buf := append(AppendHeader(nil, columns), CSVBreak...)
	for i := range list {
		buf = append(appendOne(buf, &list[i]), CSVBreak...)
		if len(buf) >= full {
			if _, err := w.Write(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
	}
	_, err := w.Write(buf)
	return err
}
