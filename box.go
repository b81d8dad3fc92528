package plumbline

import (
	"encoding/binary"
	"math"
	"unicode"
	"unicode/utf8"

	"plumbline/internal/text"
)

// Box is where words stand on a page of the original: points from its lower
// left corner, a point being a 72nd of an inch.
type Box struct {
	Page                     int
	Left, Bottom, Right, Top float64
}

// Boxes holds the Box of each word of a Document, packed. A word is what white
// space parts in its Text. They are told in the order of the words, as one
// number each for: page and line when these change, the gap to the word
// before, the width. PackBoxes makes them.
type Boxes []byte

// grain is how many parts of a point a packed number counts.
const grain = 8

// The words of a line may be the rest of a word, which has one box on each
// line that it stands on.
const (
	sameLine = iota
	newLine
	newPage
	restOfWord = 4 // added to the others
)

// PackBoxes packs the boxes of words, in the order of the text. A word that is
// broken has several.
func PackBoxes(words [][]Box) Boxes {
	var b Boxes
	var last Box // in grains
	for _, boxes := range words {
		for i, box := range boxes {
			next := Box{box.Page, round(box.Left), round(box.Bottom), round(box.Right), round(box.Top)}
			kind := uint64(sameLine)
			switch {
			case next.Page != last.Page:
				kind = newPage
			case next.Bottom != last.Bottom || next.Top != last.Top:
				kind = newLine
			}
			if i > 0 {
				kind += restOfWord
			}
			// The kind shares a number with the width, which is never negative.
			b = binary.AppendUvarint(b, uint64(max(0, next.Right-next.Left))<<3|kind)
			switch kind % restOfWord {
			case newPage:
				b = binary.AppendVarint(b, int64(next.Page-last.Page))
				last.Bottom, last.Right = 0, 0
				fallthrough
			case newLine:
				b = binary.AppendVarint(b, int64(next.Bottom-last.Bottom))
				b = binary.AppendUvarint(b, uint64(max(0, next.Top-next.Bottom)))
			}
			b = binary.AppendVarint(b, int64(next.Left-last.Right))
			last = next
			last.Right, last.Top = max(next.Left, next.Right), max(next.Bottom, next.Top)
		}
	}
	return b
}

func round(points float64) float64 {
	if math.IsNaN(points) {
		return 0
	}
	return math.Round(min(max(points, -1e6), 1e6) * grain)
}

// next reads one packed box. It reports false at the end, or where the rest is
// damaged.
func (b *Boxes) next(at *Box) (rest, ok bool) {
	head, n := binary.Uvarint(*b)
	if n <= 0 {
		return false, false
	}
	*b = (*b)[n:]
	number := func() float64 {
		v, n := binary.Varint(*b)
		*b = (*b)[max(n, 0):]
		return float64(v)
	}
	kind := head & 7
	switch kind % restOfWord {
	case newPage:
		at.Page += int(number())
		at.Bottom, at.Right = 0, 0
		fallthrough
	case newLine:
		at.Bottom += number()
		height, n := binary.Uvarint(*b)
		*b = (*b)[max(n, 0):]
		at.Top = at.Bottom + float64(height)
	}
	at.Left = at.Right + number()
	at.Right = at.Left + float64(head>>3)
	return kind >= restOfWord, true
}

// BoxesOf returns where the words of a span stand, one Box for each line. It
// is empty where the Document has no boxes.
func (d *Document) BoxesOf(s text.Span) []Box {
	packed := d.Boxes
	var at Box
	var found []Box
	rest, more := packed.next(&at)
	for start := 0; more && start < s.End; {
		for start < len(d.Text) {
			r, n := utf8.DecodeRuneInString(d.Text[start:])
			if !unicode.IsSpace(r) {
				break
			}
			start += n
		}
		end := start
		for end < len(d.Text) {
			r, n := utf8.DecodeRuneInString(d.Text[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += n
		}
		for first := true; more && (first || rest); first = false {
			if start < s.End && end > s.Start {
				found = addBox(found, Box{at.Page, at.Left / grain, at.Bottom / grain, at.Right / grain, at.Top / grain})
			}
			rest, more = packed.next(&at)
		}
		start = end
	}
	return found
}

// addBox adds the box of a word, to the last box where both are on one line.
func addBox(boxes []Box, b Box) []Box {
	if n := len(boxes); n > 0 {
		last := &boxes[n-1]
		if last.Page == b.Page && last.Bottom < b.Top && b.Bottom < last.Top && last.Right <= b.Left+1 && b.Left-last.Right < 2*(b.Top-b.Bottom) {
			last.Bottom, last.Right, last.Top = min(last.Bottom, b.Bottom), max(last.Right, b.Right), max(last.Top, b.Top)
			return boxes
		}
	}
	return append(boxes, b)
}
