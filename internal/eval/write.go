package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// shownRules is how many rules WriteText shows.
const shownRules = 20

// WriteText prints r as plain tables.
func WriteText(w io.Writer, r Report) error {
	p := &printer{tabwriter.NewWriter(w, 0, 0, 2, ' ', 0), nil}
	p.line("%d entries, %d without a narrative, %d broken citations of %d\n", r.Entries, r.MissingNarratives, r.BrokenCitations, r.Citations)
	p.line("figure\tvalue\tfrom\tto\tright\tgold\tread")
	for _, f := range r.Figures {
		low, high, read := "-", "-", "-"
		if f.Low != 0 || f.High != 0 {
			low, high = fmt.Sprintf("%.3f", f.Low), fmt.Sprintf("%.3f", f.High)
		}
		if !f.Share {
			read = fmt.Sprint(f.Pred)
		}
		p.line("%s\t%.3f\t%s\t%s\t%d\t%d\t%s", f.Name, f.Value, low, high, f.Hit, f.Gold, read)
	}
	p.rows("claim type", r.Types)
	p.rows("section", r.Sections)
	p.rows("rule", r.Rules[:min(len(r.Rules), shownRules)])
	if more := len(r.Rules) - shownRules; more > 0 {
		p.line("and %d rules more, with fewer claims that gold lacks", more)
	}
	return p.flush()
}

// WriteJSON prints r as one indented object.
func WriteJSON(w io.Writer, r Report) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(r)
}

// printer prints tables and keeps the first error.
type printer struct {
	w   *tabwriter.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if _, err := fmt.Fprintf(p.w, format+"\n", args...); err != nil && p.err == nil {
		p.err = err
	}
}

func (p *printer) rows(head string, rows []Row) {
	if len(rows) == 0 {
		return
	}
	p.line("\n%s\tprecision\trecall\tF1\tvalence\tfound\tgold\tread", head)
	share := func(x float64, ok bool) string {
		if !ok {
			return "-"
		}
		return fmt.Sprintf("%.2f", x)
	}
	for i := range rows {
		r := &rows[i]
		p.line("%s", strings.Join([]string{r.Name, share(r.Precision()), share(r.Recall()), share(r.F1()),
			share(ratio(r.ValenceOK, r.ValenceN)), fmt.Sprint(r.Hit), fmt.Sprint(r.Gold), fmt.Sprint(r.Pred)}, "\t"))
	}
}

func (p *printer) flush() error {
	if err := p.w.Flush(); err != nil && p.err == nil {
		p.err = err
	}
	return p.err
}
