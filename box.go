package plumbline

import (
	"encoding/binary"
	"iter"
	"math"
	"strings"
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

// Boxes holds the Box of each word of a Document, packed; a word is what white
// space parts in its Text, and one that is broken at the end of a line has
// several. PackBoxes makes them.
//
// They are the number of blocks, then for each block how far on in the text it
// begins and how many bytes it has, then the blocks. A block has the boxes of
// one page, in the order of the text. A box is its width with its kind, then
// what the kind asks for, then the gap to the box before. Numbers are varints.
type Boxes []byte

// grain is how many parts of a point a packed number counts.
const grain = 8

// The kinds of a packed box: what changes with it. The fourth bit says that it
// is of the rest of the word before.
const (
	sameLine = iota
	newLine
	newPage
	restOfWord = 4
)

// packer packs boxes, in grains.
type packer struct {
	head, body []byte
	blocks     int
	last       Box
	start      int // of the last block, in the text
	from       int // of the last block, in body
}

// PackBoxes packs the boxes of the words of a text, in its order.
func PackBoxes(src string, words iter.Seq[[]Box]) Boxes {
	var p packer
	at := 0
	for boxes := range words {
		start, end := wordAt(src, at)
		for i, b := range boxes {
			p.add(b, start, i > 0)
			start = end // what is left of a word belongs to nobody who begins here
		}
		at = end
	}
	if p.blocks == 0 {
		return nil
	}
	p.close()
	return append(append(binary.AppendUvarint(nil, uint64(p.blocks)), p.head...), p.body...)
}

func (p *packer) add(b Box, start int, rest bool) {
	next := Box{b.Page, round(b.Left), round(b.Bottom), round(b.Right), round(b.Top)}
	next.Right, next.Top = max(next.Left, next.Right), max(next.Bottom, next.Top)
	kind := sameLine
	switch {
	case next.Page != p.last.Page:
		kind = newPage
		p.close()
		p.head = binary.AppendUvarint(p.head, uint64(start-p.start))
		p.start, p.last = start, Box{}
		p.blocks++
	case next.Bottom != p.last.Bottom || next.Top != p.last.Top:
		kind = newLine
	}
	mark := uint64(kind)
	if rest {
		mark |= restOfWord
	}
	p.body = binary.AppendUvarint(p.body, uint64(next.Right-next.Left)<<3|mark)
	if kind == newPage {
		p.body = binary.AppendUvarint(p.body, uint64(next.Page))
	}
	if kind != sameLine {
		p.body = binary.AppendVarint(p.body, int64(next.Bottom-p.last.Bottom))
		p.body = binary.AppendUvarint(p.body, uint64(next.Top-next.Bottom))
	}
	p.body = binary.AppendVarint(p.body, int64(next.Left-p.last.Right))
	p.last = next
}

// close ends a block.
func (p *packer) close() {
	if p.blocks > 0 {
		p.head = binary.AppendUvarint(p.head, uint64(len(p.body)-p.from))
	}
	p.from = len(p.body)
}

func round(points float64) float64 {
	if math.IsNaN(points) {
		return 0
	}
	return math.Round(min(max(points, -1e6), 1e6) * grain)
}

// numbers reads varints. Past the end they are all 0.
type numbers []byte

func (n *numbers) unsigned() uint64 {
	v, size := binary.Uvarint(*n)
	*n = (*n)[max(size, 0):]
	return v
}

func (n *numbers) signed() float64 {
	v, size := binary.Varint(*n)
	*n = (*n)[max(size, 0):]
	return float64(v)
}

// next reads one packed box into at.
func (n *numbers) next(at *Box) (rest bool) {
	head := n.unsigned()
	kind := head % restOfWord
	if kind == newPage {
		*at = Box{Page: int(n.unsigned())}
	}
	if kind != sameLine {
		at.Bottom += n.signed()
		at.Top = at.Bottom + float64(n.unsigned())
	}
	at.Left = at.Right + n.signed()
	at.Right = at.Left + float64(head>>3)
	return head&restOfWord != 0
}

// from finds the last block that begins no later than a place in the text.
func (b Boxes) from(place int) (rest numbers, start int) {
	head := numbers(b)
	blocks := head.unsigned()
	if blocks > uint64(len(b)) {
		return nil, 0
	}
	skip, size, at := 0, 0, 0
	for range blocks {
		at += int(head.unsigned())
		if at <= place {
			skip, start = size, at
		}
		size += int(head.unsigned())
	}
	if skip < 0 || skip > len(head) || start < 0 {
		return nil, 0
	}
	return head[skip:], start
}

// BoxesOf returns where the words of a span stand, one Box for each line. It
// is empty where the Document has no boxes.
func (d *Document) BoxesOf(s text.Span) []Box {
	packed, at := d.Boxes.from(s.Start)
	var box Box
	var found []Box
	if len(packed) == 0 || at > len(d.Text) {
		return nil
	}
	rest := packed.next(&box)
	for rest && len(packed) > 0 { // of a word on the page before
		rest = packed.next(&box)
	}
	for more := true; more; {
		start, end := wordAt(d.Text, at)
		if start >= s.End || start == end {
			break
		}
		for first := true; more && (first || rest); first = false {
			if end > s.Start {
				found = addBox(found, Box{box.Page, box.Left / grain, box.Bottom / grain, box.Right / grain, box.Top / grain})
			}
			if more = len(packed) > 0; more {
				rest = packed.next(&box)
			}
		}
		at = end
	}
	return found
}

// wordAt returns where the first word at or after a place begins and ends.
func wordAt(src string, at int) (start, end int) {
	start = at
	for start < len(src) {
		r, n := utf8.DecodeRuneInString(src[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	if n := strings.IndexFunc(src[start:], unicode.IsSpace); n >= 0 {
		return start, start + n
	}
	return start, len(src)
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
