package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// setting is how a document is set: what its paragraphs are told apart by.
type setting struct {
	leading map[int]float64 // from line to line, by the size of letters in half points
	body    string          // the letters of running text
}

// measure finds out how the lines of a document are set.
func measure(lines []line) setting {
	steps := map[int][]float64{}
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if sameColumn(a, b) && halfPoints(a) == halfPoints(b) {
			if step := a.base - b.base; step > 0.8*b.style.size && step < 2.5*b.style.size {
				steps[halfPoints(b)] = append(steps[halfPoints(b)], step)
			}
		}
	}
	s := setting{leading: map[int]float64{}, body: commonest(lines)}
	for size, list := range steps {
		slices.Sort(list)
		s.leading[size] = list[len(list)*2/5]
	}
	return s
}

// commonest is the look that most words have.
func commonest(lines []line) string {
	count := map[string]int{}
	for i := range lines {
		count[look(&lines[i])] += len(lines[i].words)
	}
	best := ""
	for l, n := range count {
		if n > count[best] || n == count[best] && l < best {
			best = l
		}
	}
	return best
}

// look is the size and kind of a line's letters.
func look(l *line) string { return face(l.style.font) + strconv.Itoa(halfPoints(l)) }

func halfPoints(l *line) int { return int(math.Round(2 * l.style.size)) }

// sameColumn reports whether b stands below a in the same column.
func sameColumn(a, b *line) bool {
	return a.sheet == b.sheet && a.left == b.left && a.right == b.right && b.base < a.base
}

// begins reports whether a paragraph begins at lines[i].
func (s setting) begins(lines []line, i int) bool {
	if i == 0 {
		return true
	}
	a, b := &lines[i-1], &lines[i]
	if otherStyle(a, b) {
		return true
	}
	if sameColumn(a, b) {
		lead := s.leading[halfPoints(b)]
		if lead == 0 {
			lead = 1.3 * b.style.size
		}
		if a.base-b.base > 1.25*lead+0.5 {
			return true
		}
	}
	if marker(b.words[0].text) && a.box.left-a.left < 3*a.style.size && ended(a) {
		return true
	}
	if indent := b.box.left - b.left; indent > 0.8*b.style.size && indent < 5*b.style.size && ended(a) && !s.hangs(lines, i) {
		return true
	}
	// A heading of several lines is broken where its sense is: only its letters
	// tell that it goes on.
	return ended(a) && starts(b) && fits(a, b) && (look(a) == s.body || !capitals(a.words))
}

// hangs reports whether lines[i] is indented because all lines below the first
// one of its paragraph are.
func (s setting) hangs(lines []line, i int) bool {
	a, b := &lines[i-1], &lines[i]
	if marker(a.words[0].text) {
		return true
	}
	if sameColumn(a, b) && math.Abs(a.box.left-b.box.left) < 2 {
		return true // set like the line before
	}
	if i+1 < len(lines) {
		c := &lines[i+1]
		return sameColumn(b, c) && math.Abs(c.box.left-b.box.left) < 2
	}
	return false
}

// otherStyle reports whether two lines are set in other letters throughout, as
// a heading is beside the text below it. A word in italics is no heading.
func otherStyle(a, b *line) bool {
	if math.Abs(a.end.size-b.style.size) > 0.08*max(a.end.size, b.style.size) && math.Abs(a.style.size-b.style.size) > 0.5 {
		return true
	}
	x, y := face(a.style.font), face(b.style.font)
	return x != y && x == face(a.end.font) && y == face(b.end.font)
}

// face is the name of a font without what tells a part of it, or its slant.
func face(font string) string {
	if i := strings.IndexByte(font, '+'); i == 6 {
		font = font[i+1:]
	}
	font = strings.ToLower(font)
	for _, slant := range []string{"italic", "oblique", "-it", "regular", "roman"} {
		font = strings.ReplaceAll(font, slant, "")
	}
	return strings.Trim(font, "-, ")
}

// ended reports whether a paragraph could end with the line: with the end of a
// sentence, a colon or semicolon. A line all in capitals is a heading.
func ended(l *line) bool {
	last := strings.TrimRight(l.words[len(l.words)-1].text, `"'”’»)]*0123456789`)
	if last == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(last)
	return strings.ContainsRune(".:;?!…", r) || capitals(l.words)
}

// capitals reports whether words are in capitals throughout.
func capitals(words []word) bool {
	n := 0
	for _, w := range words {
		for _, r := range w.text {
			if unicode.IsLower(r) {
				return false
			}
			if unicode.IsUpper(r) {
				n++
			}
		}
	}
	return n >= 3
}

// starts reports whether a paragraph could start with the line.
func starts(l *line) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.words[0].text, `"'“‘«([`))
	return !unicode.IsLower(r)
}

// marker reports whether a word marks an item of a list.
func marker(word string) bool {
	switch word {
	case "•", "●", "▪", "■", "◦", "‣", "·", "o", "-", "–", "—", "*", "\uf0b7", "\uf0a7":
		return true
	}
	return false
}

// fits reports whether the first word of b would have found room at the end of
// a, so that the line was broken on purpose.
func fits(a, b *line) bool {
	return a.box.right+0.35*a.style.size+b.words[0].at.box().width() < a.right-0.5*a.style.size
}
