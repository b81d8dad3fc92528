package pipeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"plumbline"
	"plumbline/internal/text"
)

// Apart says what a Reading's Document has beside its narratives.
func (r *Reader) Apart(reading *plumbline.Reading) *plumbline.Apart {
	d := &reading.Document
	a := &plumbline.Apart{Tables: r.segmenter.Enforcement(d)}
	spans := make([]text.Span, len(reading.Narratives))
	for i := range reading.Narratives {
		spans[i] = reading.Narratives[i].Span
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	at := 0
	for _, s := range append(spans, text.Span{Start: len(d.Text), End: len(d.Text)}) {
		if at < s.Start {
			a.Stretches = stretch(a.Stretches, d.Text, text.Span{Start: at, End: s.Start})
		}
		at = max(at, s.End)
	}
	return a
}

// stretch appends a span without the white space around it, if it has a letter
// or digit.
func stretch(dst []text.Span, src string, s text.Span) []text.Span {
	words := s.In(src)
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return dst
	}
	s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(words))
	return append(dst, s)
}
