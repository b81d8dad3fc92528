package encode

import (
	"strconv"

	"plumbline"
)

// AppendRemark appends r as one JSON object without a line break.
func AppendRemark(dst []byte, r *plumbline.Remark) []byte {
	dst = appendWord(dst, `{"kind":"remark","remark":`, r.Kind)
	dst = appendWord(dst, `,"narrative":`, r.Narrative)
	dst = appendWord(dst, `,"certainty":`, r.Certainty)
	dst = appendWord(dst, `,"message":`, r.Message)
	dst = appendWord(dst, `,"hint":`, r.Hint)
	return append(appendEach(dst, `,"places":`, r.Places, appendPlace), '}')
}

func appendPlace(dst []byte, p *plumbline.Place) []byte {
	dst = appendWord(dst, `{"narrative":`, p.Narrative)
	dst = appendWord(dst, `,"section":`, p.Section)
	dst = appendWord(dst, `,"claim":`, p.Claim)
	return append(appendCite(dst, &p.Citation), '}')
}

// AppendChecked appends a narrative that was checked, as one JSON object: the
// time that its report covers and the narrative of the year before, null where
// they were not known, how much of that one stands again, and what was found.
func AppendChecked(dst []byte, n *plumbline.Narrative, period plumbline.Period, before *plumbline.Narrative, again plumbline.Repeated, remarks []plumbline.Remark) []byte {
	dst = appendWord(dst, `{"narrative":`, n.ID)
	dst = appendWord(dst, `,"file":`, n.File)
	dst = appendWord(dst, `,"country":`, n.Country)
	dst = appendInt(dst, `,"year":`, n.Year)
	dst = appendWord(dst, `,"period":{"start":`, period.Start)
	dst = appendWord(dst, `,"end":`, period.End)
	dst = append(dst, `},"before":`...)
	if before == nil {
		dst = append(dst, "null"...)
	} else {
		dst = appendInt(appendWord(dst, `{"narrative":`, before.ID), `,"year":`, before.Year)
		dst = strconv.AppendInt(append(dst, `,"sentences":`...), int64(again.Sentences), 10)
		dst = strconv.AppendInt(append(dst, `,"same":`...), int64(again.Same), 10)
		dst = strconv.AppendInt(append(dst, `,"nearly_same":`...), int64(again.Nearly), 10)
		dst = strconv.AppendInt(append(dst, `,"recommendations":`...), int64(again.Recommendations), 10)
		dst = strconv.AppendInt(append(dst, `,"recommendations_again":`...), int64(again.Again), 10)
		dst = append(dst, '}')
	}
	return append(appendEach(dst, `,"remarks":`, remarks, AppendRemark), '}')
}
