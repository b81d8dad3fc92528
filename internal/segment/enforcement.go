package segment

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Enforcement is the table of law enforcement that a Report prints for the
// world or for a region. It is no part of any narrative.
type Enforcement struct {
	Title string // what stands above it in capitals; may be empty
	Span  text.Span
	Years []EnforcementYear
}

// EnforcementYear is a row of the table. A number that is not printed is -1.
type EnforcementYear struct {
	Year         int
	Span         text.Span
	Prosecutions Count
	Convictions  Count
	Victims      Count // identified
	Laws         int   // new or amended
}

// Count is a number and, in brackets behind it, the share of it that concerns
// labour.
type Count struct{ All, Labor int }

// Enforcement returns the tables of law enforcement in d, in the order of the
// text.
func (s *Segmenter) Enforcement(d *plumbline.Document) []Enforcement {
	r := &reading{Segmenter: s, d: d, src: d.Text, names: map[string]plumbline.CountryCode{}}
	var found []Enforcement
	var before text.Span
	for at := 0; at < len(r.src); {
		line := lineAt(r.src, at)
		at = line.End + 1
		words := trim(r.src, line)
		if words.Empty() {
			continue
		}
		if start, end := r.table(words, before); end > 0 && words.Len() <= longestAround {
			t := Enforcement{Span: text.Span{Start: start, End: end}}
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
func enforcementYear(src string, row text.Span) EnforcementYear {
	cells := strings.FieldsFunc(row.In(src), func(c rune) bool { return strings.ContainsRune(" \t|\u00a0", c) })
	y := EnforcementYear{Year: number(cells[0]), Span: row, Laws: -1}
	counts := [...]*Count{&y.Prosecutions, &y.Convictions, &y.Victims}
	for _, c := range counts {
		*c = Count{-1, -1}
	}
	column := -1
	for _, cell := range cells[1:] {
		value := number(strings.ReplaceAll(strings.Trim(cell, "()"), ",", ""))
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
