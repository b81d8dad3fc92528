package plain

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// apart lists what stands beside the narratives of a document, and its tables
// of law enforcement.
func (p *pen) apart(d *plumbline.Document, a *plumbline.Apart) {
	if a == nil || len(a.Stretches)+len(a.Tables) == 0 {
		return
	}
	p.part("KEPT APART")
	p.blank()
	p.para(2, faint, "No claim is read from this.")
	if len(a.Stretches) > 0 {
		p.blank()
		src := &text.Source{Text: d.Text}
		var rows [][]string
		for _, s := range a.Stretches {
			rows = append(rows, []string{stretchPlace(d, src, s), grouped(s.Len()), beginning(s.In(d.Text))})
		}
		p.table([]string{"place", "bytes", "begins with"}, rows)
	}
	for _, t := range a.Tables {
		title := t.Title
		if title == "" {
			title = "Law enforcement"
		}
		p.blank()
		p.para(2, bold, wording.Clean(title))
		p.blank()
		var rows [][]string
		for _, y := range t.Years {
			rows = append(rows, []string{fmt.Sprint(y.Year), tableCount(y.Prosecutions), tableCount(y.Convictions), tableCount(y.Victims), tableFigure(y.Laws)})
		}
		p.table([]string{"year", "prosecutions (labor)", "convictions (labor)", "victims (labor)", "laws"}, rows)
	}
}

// stretchPlace names the pages or the line of a stretch.
func stretchPlace(d *plumbline.Document, src *text.Source, s text.Span) string {
	switch first, last := d.PageAt(s.Start), d.PageAt(s.End-1); {
	case first == 0:
		return fmt.Sprintf("line %d", src.Position(s.Start).Line)
	case first == last:
		return fmt.Sprintf("page %d", first)
	default:
		return fmt.Sprintf("pages %d-%d", first, last)
	}
}

// beginning gives the first words of a stretch.
func beginning(words string) string {
	const most = 50 // bytes
	var b strings.Builder
	for i, w := range strings.Fields(words[:min(len(words), 4*most)]) {
		if i > 0 && b.Len()+len(w) > most {
			b.WriteString(" ...")
			break
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToValidUTF8(w, ""))
	}
	return wording.Clean(b.String())
}

// tableCount writes a number as the table has it. What is not printed is not
// zero: it is left open.
func tableCount(c plumbline.EnforcementCount) string {
	if !c.Labor.Known {
		return tableFigure(c.All)
	}
	return tableFigure(c.All) + " (" + tableFigure(c.Labor) + ")"
}

func tableFigure(f plumbline.Figure) string {
	if !f.Known {
		return "not given"
	}
	return grouped(int(f.N))
}
