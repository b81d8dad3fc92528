package extract

import (
	"plumbline"
	"plumbline/internal/text"
)

func span(start, end int) text.Span { return text.Span{Start: start, End: end} }

// narrative makes a document of sections that follow each other, and the
// narrative that it is, on a country that no text names.
func narrative(parts ...string) (*plumbline.Document, *plumbline.Narrative) {
	d := &plumbline.Document{ID: "d"}
	n := &plumbline.Narrative{ID: "n", Country: nowhere, Year: 2018}
	for i := 0; i+1 < len(parts); i += 2 {
		start := len(d.Text)
		d.Text += parts[i+1]
		n.Sections = append(n.Sections, plumbline.Section{Name: plumbline.SectionName(parts[i]), Span: span(start, len(d.Text))})
		d.Text += "\n\n"
	}
	n.Span = span(0, len(d.Text))
	return d, n
}
