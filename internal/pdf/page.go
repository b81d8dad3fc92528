package pdf

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// box is a rectangle in points. Up is more, as in the file.
type box struct{ left, bottom, right, top float64 }

func (b box) empty() bool     { return b.right <= b.left && b.top <= b.bottom }
func (b box) width() float64  { return b.right - b.left }
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
	box  box
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

// liner cuts the letters of a page into pieces.
type liner struct {
	f       *File
	page    uint64
	runes   []rune
	visible box

	turn   int // of the page's letters, in quarter turns
	pieces []piece
}

// lines cuts at the ends of the engine's lines.
func (l *liner) lines() {
	start := 0
	for i, r := range l.runes {
		switch r {
		case '\r', '\n':
			l.line(start, i, false)
			start = i + 1
		case hyphenMark, hyphenText:
			l.line(start, i, true)
			start = i + 1
		}
		if l.f.broken != nil {
			return
		}
	}
	l.line(start, len(l.runes), false)
}

// lettered is a word with where its letters are.
type lettered struct {
	word
	start, end int
}

// line adds the words of the letters [start, end).
func (l *liner) line(start, end int, hyphen bool) {
	var words []lettered
	for i := start; i < end; {
		for i < end && blank(l.runes[i]) {
			i++
		}
		from := i
		for i < end && !blank(l.runes[i]) {
			i++
		}
		if from == i {
			break
		}
		w := l.word(from, i)
		if w.text != "" && !w.box.empty() && w.box.touches(l.visible) {
			w.box = w.box.turn(l.turn)
			words = append(words, lettered{w, from, i})
		}
	}
	if len(words) == 0 {
		return
	}
	if hyphen {
		words[len(words)-1].text += "-"
	}
	first, angle := l.f.styleOf(l.page, words[0].start)
	if quarter(angle) != l.turn {
		return // stamps, and tabs at the edge of the page, run otherwise
	}
	wide := widest(words, first.size)
	from := 0
	for i := 1; i <= len(words); i++ {
		if i == len(words) || gapBetween(words[i-1], words[i]) > wide || gapBetween(words[i-1], words[i]) < -2*first.size {
			l.add(words[from:i])
			from = i
		}
	}
}

func gapBetween(a, b lettered) float64 { return b.box.left - a.box.right }

// widest is the widest gap that may be a word space. In a line that was
// stretched to fill its column all gaps are wide.
func widest(words []lettered, size float64) float64 {
	var gaps []float64
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, gapBetween(words[i-1], words[i]))
	}
	wide := 0.9 * size
	if len(gaps) >= 3 {
		slices.Sort(gaps)
		wide = max(wide, 1.6*gaps[(len(gaps)-1)/2])
	}
	return wide
}

// add keeps words as a piece.
func (l *liner) add(words []lettered) {
	var p piece
	first, last := words[0], words[len(words)-1]
	p.style, _ = l.f.styleOf(l.page, first.start)
	p.end, _ = l.f.styleOf(l.page, last.end-1)
	x, y := l.f.originOf(l.page, first.start)
	p.base = box{x, y, x, y}.turn(l.turn).bottom
	p.box = first.box
	for _, w := range words {
		p.words = append(p.words, w.word)
		p.box = p.box.join(w.box)
	}
	l.pieces = append(l.pieces, p)
}

// word reads the letters [start, end).
func (l *liner) word(start, end int) word {
	var w word
	w.box = l.f.letterBox(l.page, start)
	if end-1 > start {
		w.box = w.box.join(l.f.letterBox(l.page, end-1))
	}
	var b strings.Builder
	for i := start; i < end; i++ {
		r := l.runes[i]
		if n, joined := l.ligature(i, end); n > 1 {
			b.WriteRune(joined)
			i += n - 1
			continue
		}
		if !unicode.IsControl(r) && r != 0xFFFF && r != '\u200b' && r != '\ufeff' {
			b.WriteRune(r)
		}
	}
	w.text = b.String()
	return w
}

// ligature reads letters that the file draws as one: they have one box.
func (l *liner) ligature(i, end int) (n int, joined rune) {
	if l.runes[i] != 'f' || i+1 >= end {
		return 0, 0
	}
	for _, c := range ligatures {
		if i+len(c.letters) > end || string(l.runes[i:i+len(c.letters)]) != c.letters {
			continue
		}
		first, last := l.f.letterBox(l.page, i), l.f.letterBox(l.page, i+len(c.letters)-1)
		if first == last {
			return len(c.letters), c.joined
		}
	}
	return 0, 0
}

// ligatures, the longest first.
var ligatures = []struct {
	letters string
	joined  rune
}{{"ffi", 'ﬃ'}, {"ffl", 'ﬄ'}, {"ff", 'ﬀ'}, {"fi", 'ﬁ'}, {"fl", 'ﬂ'}}

func blank(r rune) bool { return r == 0 || unicode.IsSpace(r) }

// quarter gives an angle in quarter turns, -1 where it is none.
func quarter(angle float64) int {
	turns := angle / (math.Pi / 2)
	whole := math.Round(turns)
	if math.Abs(turns-whole) > 0.1 {
		return -1
	}
	return (int(whole) + 4) % 4
}

// turned gives the direction in which most of a page's letters run, in quarter
// turns, from a sample.
func (l *liner) turned() int {
	var count [4]int
	for i := 0; i < len(l.runes); i += 1 + len(l.runes)/40 {
		if blank(l.runes[i]) {
			continue
		}
		if _, angle := l.f.styleOf(l.page, i); quarter(angle) >= 0 {
			count[quarter(angle)]++
		}
	}
	most := 0
	for a, n := range count {
		if n > count[most] {
			most = a
		}
	}
	return most
}
