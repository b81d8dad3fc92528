package encode

import "plumbline"

// appendApart appends what a document has beside its narratives. Of a table
// null is what is not printed, which is no zero.
func appendApart(dst []byte, d *plumbline.Document, a *plumbline.Apart) []byte {
	dst = append(dst, `,"apart":{"stretches":[`...)
	for i, s := range a.Stretches {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendSpan(append(dst, '{'), s)
		dst = appendInt(dst, `,"page":`, d.PageAt(s.Start))
		dst = appendInt(dst, `,"last_page":`, d.PageAt(s.End-1))
		dst = append(dst, '}')
	}
	dst = appendEach(append(dst, ']'), `,"enforcement":`, a.Tables, appendTable)
	return append(dst, '}')
}

func appendTable(dst []byte, t *plumbline.Enforcement) []byte {
	dst = appendWord(dst, `{"title":`, t.Title)
	dst = appendSpan(append(dst, ','), t.Span)
	dst = appendEach(dst, `,"years":`, t.Years, appendTableYear)
	return append(dst, '}')
}

func appendTableYear(dst []byte, y *plumbline.EnforcementYear) []byte {
	dst = appendInt(dst, `{"year":`, y.Year)
	for _, c := range []struct {
		key   string
		count plumbline.EnforcementCount
	}{{`,"prosecutions":`, y.Prosecutions}, {`,"convictions":`, y.Convictions}, {`,"victims":`, y.Victims}} {
		dst = appendFigure(append(dst, c.key...), `{"all":`, c.count.All)
		dst = append(appendFigure(dst, `,"labor":`, c.count.Labor), '}')
	}
	dst = appendFigure(dst, `,"laws":`, y.Laws)
	dst = appendSpan(append(dst, ','), y.Span)
	return append(dst, '}')
}
