package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

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

// spare is room that is used again for each line: reading a report leaves
// hundreds of megabytes behind otherwise.
type spare struct {
	parts []stretch
	words []lettered
	gaps  []float64
	text  []byte
}

// stretch is some letters of a page, one after the other.
type stretch struct{ start, end int }

// lettered is a word with where its letters are.
type lettered struct {
	text string
	box  box
	stretch
}

// line adds the words of the letters [start, end).
func (l *liner) line(start, end int, hyphen bool) {
	parts, tracking := l.words(start, end)
	if len(parts) == 0 {
		return
	}
	body, _ := l.f.styleOf(l.page, parts[len(parts)-1].end-1)
	words := l.f.spare.words[:0]
	for _, s := range parts {
		w := l.word(s.start, s.end)
		if first := s.start + 1; w.box.turn(l.turn).height() > 1.2*body.size && s.end-first > 0 && l.tall(s.start, first) {
			words = l.keep(words, l.word(s.start, first))
			w = l.word(first, s.end)
		}
		words = l.keep(words, w)
	}
	l.f.spare.words = words
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
	words = l.closeUp(words, first.size)
	wide := l.f.spare.widest(words, first.size) + 2*tracking
	from := 0
	for i := 1; i <= len(words); i++ {
		if i == len(words) || gapBetween(words[i-1], words[i]) > wide || gapBetween(words[i-1], words[i]) < -2*first.size ||
			l.apart(words[i-1], words[i]) {
			l.add(words[from:i])
			from = i
		}
	}
}

// closeUp puts a hyphen that stands a little apart at the end of a line, as some
// programs draw it, to the word that it breaks.
func (l *liner) closeUp(words []lettered, size float64) []lettered {
	n := len(words) - 1
	if n < 1 || !isHyphen(words[n].text) || l.between(words[n-1].end-1, words[n].start) > 0.25*size {
		return words
	}
	a := &words[n-1]
	last, _ := utf8.DecodeLastRuneInString(a.text)
	space := l.f.letterBox(l.page, a.end)
	if a.end+1 != words[n].start || space.right-space.left > 0.01 || !unicode.IsLetter(last) {
		return words // a space that the file itself has makes it a dash
	}
	a.text, a.end = a.text+words[n].text, words[n].end
	return words[:n]
}

// keep appends a word that can be seen.
func (l *liner) keep(words []lettered, w lettered) []lettered {
	if w.text == "" || w.box.empty() || !w.box.touches(l.visible) {
		return words
	}
	w.box = w.box.turn(l.turn)
	return append(words, w)
}

// apart reports whether one of two words is a large first letter.
func (l *liner) apart(a, b lettered) bool {
	return initial(a.text) && l.tall(a.start, b.start) || initial(b.text) && l.tall(b.start, a.start)
}

// tall reports whether one letter is much larger than another.
func (l *liner) tall(a, b int) bool {
	x, _ := l.f.styleOf(l.page, a)
	y, _ := l.f.styleOf(l.page, b)
	return unicode.IsUpper(l.runes[a]) && x.size > tallest*y.size
}

func gapBetween(a, b lettered) float64 { return b.box.left - a.box.right }

// widest is the widest gap that may be a word space. In a line that was
// stretched to fill its column all gaps are wide.
func (s *spare) widest(words []lettered, size float64) float64 {
	gaps := s.gaps[:0]
	for i := 1; i < len(words); i++ {
		gaps = append(gaps, gapBetween(words[i-1], words[i]))
	}
	s.gaps = gaps
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
	p.words = make([]word, 0, len(words))
	for _, w := range words {
		p.words = append(p.words, word{w.text, w.box.narrow()})
		p.box = p.box.join(w.box)
	}
	l.pieces = append(l.pieces, p)
}

// word reads the letters [start, end).
func (l *liner) word(start, end int) lettered {
	w := lettered{stretch: stretch{start, end}}
	w.box = l.f.letterBox(l.page, start)
	if end-1 > start {
		w.box = w.box.join(l.f.letterBox(l.page, end-1))
	}
	b := l.f.spare.text[:0]
	for i := start; i < end; i++ {
		r := l.runes[i]
		if n, joined := l.ligature(i, end); n > 1 {
			b = utf8.AppendRune(b, joined)
			i += n - 1
			continue
		}
		if !blank(r) && !unicode.IsControl(r) && r != 0xFFFF && r != '\u200b' && r != '\ufeff' {
			b = utf8.AppendRune(b, r)
		}
	}
	l.f.spare.text = b
	if w.text = string(b); strings.ContainsFunc(w.text, func(r rune) bool { return unicode.Is(unicode.Mn, r) }) {
		w.text = norm.NFC.String(w.text) // letters whose accents are drawn by themselves
	}
	return w
}

// ligature reads letters that the file draws as one: they have one box.
func (l *liner) ligature(i, end int) (n int, joined rune) {
	if l.runes[i] != 'f' || i+1 >= end {
		return 0, 0
	}
	for _, c := range drawnAsOne {
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

// drawnAsOne are the ligatures, the longest first.
var drawnAsOne = []struct {
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
