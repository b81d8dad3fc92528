package encode

import (
	"strconv"

	"plumbline"
)

// appendClock appends c under key as one JSON object. What is not known is null.
func appendClock(dst []byte, key string, c *plumbline.Clock) []byte {
	dst = appendWord(append(dst, key...), `{"country":`, c.Country)
	dst = appendInt(dst, `,"year":`, c.Year)
	dst = appendBool(dst, `,"applies":`, c.Applies)
	dst = appendFigure(dst, `,"consecutive":`, c.Consecutive)
	dst = strconv.AppendInt(append(dst, `,"at_least":`...), int64(c.AtLeast), 10)
	dst = strconv.AppendInt(append(dst, `,"at_most":`...), int64(c.AtMost), 10)
	dst = appendFigure(dst, `,"waivers_used":`, c.WaiversUsed)
	dst = appendFigure(dst, `,"waivers_left":`, c.WaiversLeft)
	dst = appendInt(dst, `,"due":`, c.Due)
	dst = appendInt(dst, `,"last":`, c.Last)
	dst = appendAnswer(dst, `,"relisted":`, c.Relisted)
	dst = appendAnswer(dst, `,"must_waive":`, c.MustWaive)
	dst = appendAnswer(dst, `,"automatic":`, c.Automatic)
	dst = appendYears(dst, `,"missing":`, c.Missing)
	dst = appendYears(dst, `,"derived":`, c.Derived)
	return append(appendWord(dst, `,"reason":`, c.Reason), '}')
}

func appendYears(dst []byte, key string, years []int) []byte {
	dst = append(append(dst, key...), '[')
	for i, y := range years {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = strconv.AppendInt(dst, int64(y), 10)
	}
	return append(dst, ']')
}
