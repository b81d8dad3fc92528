package segment

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Enforcement returns the tables of law enforcement in d, in the order of the
// text.
func (s *Segmenter) Enforcement(d *plumbline.Document) []plumbline.Enforcement {
	r := &reading{Segmenter: s, d: d, src: d.Text, names: map[string]plumbline.CountryCode{}}
	var found []plumbline.Enforcement
	var before text.Span
	for at := 0; at < len(r.src); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := trim(r.src, line)
		if words.Empty() {
			continue
		}
		if start, end := r.table(words, before); end > 0 && words.Len() <= longestAround {
			t := plumbline.Enforcement{Span: text.Span{Start: start, End: end}}
			t.Title = squeeze(r.src[start:words.Start])
			for row := words.End + 1; row < end; {
				line := lineAt(r.src[:end], row)
				row = line.End + 1
				if words := trim(r.src, line); !words.Empty() {
					t.Years = append(t.Years, enforcementYear(r.src, words))
				}
			}
			found = append(found, t)
			at = max(at, end)
		}
		before = words
	}
	return found
}

// enforcementYear reads a row: a year, three numbers each with its share, and
// the number of laws.
func enforcementYear(src string, row text.Span) plumbline.EnforcementYear {
	cells := strings.FieldsFunc(row.In(src), func(c rune) bool { return strings.ContainsRune(" \t|\u00a0", c) })
	y := plumbline.EnforcementYear{Year: number(cells[0]), Span: row}
	counts := [...]*plumbline.EnforcementCount{&y.Prosecutions, &y.Convictions, &y.Victims}
	column := -1
	for _, cell := range cells[1:] {
		var value plumbline.Figure
		if n := number(strings.ReplaceAll(strings.Trim(cell, "()"), ",", "")); n >= 0 {
			value = plumbline.Known(int64(n))
		}
		switch share := cell[0] == '('; {
		case share && column >= 0 && column < len(counts):
			counts[column].Labor = value
			continue
		case share:
			continue
		}
		column++
		switch {
		case column < len(counts):
			counts[column].All = value
		case column == len(counts):
			y.Laws = value
		}
	}
	return y
}
