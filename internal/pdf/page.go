package pdf

import (
	"context"
	"strings"
	"unicode/utf16"
)

// box is a rectangle in points. Up is more, as in the file.
type box struct{ left, bottom, right, top float64 }

func (b box) empty() bool     { return b.right <= b.left && b.top <= b.bottom }
func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }
func (b box) middle() float64 { return (b.bottom + b.top) / 2 }
func (b box) touches(c box) bool {
	return b.left <= c.right && b.right >= c.left && b.bottom <= c.top && b.top >= c.bottom
}

// turn gives the box as it lies when letters that run n quarter turns to the
// left run upright. turn(4-n) undoes it.
func (b box) turn(n int) box {
	for range n {
		b = box{left: b.bottom, right: b.top, bottom: -b.right, top: -b.left}
	}
	return b
}

func (b box) join(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// style is how letters look.
type style struct {
	font string
	size float64
}

// word is letters without a space between them.
type word struct {
	text string
	at   narrow
}

// narrow is a box in half the room: a report has half a million words.
type narrow [4]float32

func (b box) narrow() narrow {
	return narrow{float32(b.left), float32(b.bottom), float32(b.right), float32(b.top)}
}

func (n narrow) box() box {
	return box{float64(n[0]), float64(n[1]), float64(n[2]), float64(n[3])}
}

// piece is a run of words on one baseline without a wide gap: a line of a
// column, or a part of one.
type piece struct {
	words []word
	box   box
	base  float64 // where the baseline is
	style style   // of its first letter
	end   style   // of its last letter
}

func (p *piece) text() string {
	words := make([]string, len(p.words))
	for i, w := range p.words {
		words[i] = w.text
	}
	return strings.Join(words, " ")
}

// sheet is a page as read, with its pieces in no order that could be trusted.
type sheet struct {
	number int // from 1
	turn   int // of its letters, in quarter turns
	area   box // of the page, turned so that its letters stand upright
	pieces []piece

	drawn  bool  // it has no text but shows something
	seen   seen  // what was recognised on it, where it is a picture
	unread error // why nothing was
}

// mostLetters bounds what is read of one page.
const mostLetters = 1 << 20

// page reads a page, counted from 0.
func (f *File) page(ctx context.Context, i int) (s sheet, err error) {
	s.number = i + 1
	page, err := f.work(ctx, "FPDF_LoadPage", f.doc, uint64(i))
	if err != nil || page == 0 { // a page that is not there has no text
		return s, err
	}
	defer func() {
		s.drawn = len(s.pieces) == 0 && f.call(f.find("FPDFPage_CountObjects"), page) > 0
		f.call(f.find("FPDF_ClosePage"), page)
	}()
	letters, err := f.work(ctx, "FPDFText_LoadPage", page)
	if err != nil || letters == 0 {
		return s, err
	}
	defer func() { f.call(f.find("FPDFText_ClosePage"), letters) }()
	f.call(f.find("FPDF_GetPageBoundingBox"), page, f.scrap)
	l := liner{f: f, page: letters, runes: f.runes(letters)}
	l.visible = box{left: f.float(f.scrap), top: f.float(f.scrap + 4), right: f.float(f.scrap + 8), bottom: f.float(f.scrap + 12)}
	s.turn = l.turned()
	l.turn = s.turn
	l.lines()
	s.pieces, s.area = l.pieces, l.visible.turn(s.turn)
	return s, f.broken
}

// The engine puts these in place of a hyphen at the end of a line.
const (
	hyphenMark = 0x0002
	hyphenText = 0xFFFE
)

// runes gives the letters of a page by their numbers. Most often the text has
// one unit for each letter; where it has not, each letter is asked for.
func (f *File) runes(page uint64) []rune {
	n := int(int32(f.call(f.calls.count, page)))
	if n <= 0 || f.broken != nil {
		return nil
	}
	n = min(n, mostLetters)
	runes := make([]rune, n)
	if buf := f.malloc(2*n + 4); buf != 0 {
		defer f.free(buf)
		written := int(int32(f.call(f.calls.text, page, 0, uint64(n), buf)))
		units, ok := f.memory.Read(uint32(buf), uint32(2*n))
		if ok && written == n+1 {
			plain := true
			for i := range runes {
				runes[i] = rune(units[2*i]) | rune(units[2*i+1])<<8
				plain = plain && !utf16.IsSurrogate(runes[i])
			}
			if plain {
				return runes
			}
		}
	}
	for i := range runes {
		runes[i] = rune(f.call(f.calls.unicode, page, uint64(i)))
	}
	return runes
}
