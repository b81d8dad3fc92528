package plain

import (
	"fmt"
	"io"

	"plumbline"
)

// OutlierLine is one country-year whose published tier lies far from what its
// narrative supports.
type OutlierLine struct {
	Distance float64
	Question string
	Drives   []string // what speaks most for the other tier
}

// Outliers prints questions on country-years, the farthest first.
func Outliers(w io.Writer, year int, list []OutlierLine, s Style) error {
	p := newPen(s)
	p.line(p.put(bold, fmt.Sprintf("%d: published tiers that the narratives do not explain", year)))
	p.blank()
	p.para(0, faint, "Each line is a question, not a verdict: the reading may be wrong, and the text does not tell all that the publisher knew. The figure is how many points the findings lie outside the range of the published tier.")
	for _, o := range list {
		p.blank()
		e := entry{room: 8, label: fmt.Sprintf("%.2f", o.Distance), how: cyan, body: []string{o.Question}}
		for i, d := range o.Drives {
			if i == 0 {
				d = "most of it: " + d
			}
			e.more = append(e.more, d)
		}
		p.entry(e)
	}
	p.blank()
	p.para(0, none, plumbline.TierNotice)
	return p.flush(w)
}
