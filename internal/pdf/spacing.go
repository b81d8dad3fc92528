package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// The engine tells the spaces between words by the gaps between letters. In
// headings it is often wrong: where letters are set apart each seems a word,
// and between capitals that lean on each other a space is lost. There the gaps
// are looked at anew, against the room that the font gives each letter.

const (
	// spaced is the gap between letters, in parts of their size, from which on
	// they are set apart.
	spaced = 0.05
	// wordGap is what a space between words adds to the gap between letters.
	wordGap = 0.125
)

// words gives the words among the letters [start, end), and how far apart these
// are set.
func (l *liner) words(start, end int) (words []stretch, tracking float64) {
	words = l.f.spare.parts[:0]
	single, capitals, small := 0, 0, 0
	for i := start; i < end; {
		for i < end && blank(l.runes[i]) {
			i++
		}
		from := i
		for i < end && !blank(l.runes[i]) {
			if unicode.IsUpper(l.runes[i]) {
				capitals++
			} else if unicode.IsLower(l.runes[i]) {
				small++
			}
			i++
		}
		if from < i {
			words = append(words, stretch{from, i})
		}
		if i-from == 1 {
			single++
		}
	}
	l.f.spare.parts = words
	heading := capitals >= 4 && small == 0
	if heading || len(words) >= 4 && 2*single >= len(words) || len(words) > 0 && l.setApart(words[0]) {
		return l.respaced(words)
	}
	return words, 0
}

// setApart reports whether the first letters of a word are set apart.
func (l *liner) setApart(w stretch) bool {
	const looked = 4
	if w.end-w.start < looked || !unicode.IsLetter(l.runes[w.start+1]) {
		return false
	}
	s, _ := l.f.styleOf(l.page, w.start)
	for i := range looked - 1 {
		if l.between(w.start+i, w.start+i+1) < spaced*s.size {
			return false
		}
	}
	return true
}

// between is the gap between two letters beyond the room that they have.
func (l *liner) between(a, b int) float64 {
	return l.f.roomOf(l.page, b).turn(l.turn).left - l.f.roomOf(l.page, a).turn(l.turn).right
}

// respaced parts the letters of words anew.
func (l *liner) respaced(words []stretch) (out []stretch, tracking float64) {
	var letters []int
	parted := map[int]bool{} // by the engine, behind a letter
	for _, w := range words {
		for i := w.start; i < w.end; i++ {
			if i == w.start || !unicode.Is(unicode.Mn, l.runes[i]) { // accents have no room of their own
				letters = append(letters, i)
			}
		}
		parted[letters[len(letters)-1]] = true
	}
	if len(letters) < 2 {
		return words, 0
	}
	s, _ := l.f.styleOf(l.page, letters[0])
	gaps := make([]float64, len(letters)-1)
	for i := range gaps {
		gaps[i] = l.between(letters[i], letters[i+1])
	}
	sorted := slices.Sorted(slices.Values(gaps))
	usual := sorted[(len(sorted)-1)*2/5] // most gaps are inside words
	apart := usual > spaced*s.size
	if apart {
		tracking = usual
	}
	from := letters[0]
	for i, gap := range gaps {
		at := letters[i]
		if gap > usual+wordGap*s.size || !apart && parted[at] || gap < -s.size {
			out = append(out, stretch{from, l.accented(at)})
			from = letters[i+1]
		}
	}
	return append(out, stretch{from, l.accented(letters[len(letters)-1])}), tracking
}

// accented is the end of a letter with its accents.
func (l *liner) accented(at int) int {
	for at++; at < len(l.runes) && unicode.Is(unicode.Mn, l.runes[at]); at++ {
	}
	return at
}

// tallest is how much larger than the text a capital may be without being the
// large first letter of a chapter.
const tallest = 1.5

// initial reports whether a word is one capital, maybe behind a quote.
func initial(word string) bool {
	n := utf8.RuneCountInString(word)
	if n == 0 || n > 2 {
		return false
	}
	first, size := utf8.DecodeRuneInString(word)
	if n == 2 {
		if unicode.IsLetter(first) {
			return false
		}
		first, _ = utf8.DecodeRuneInString(word[size:])
	}
	return unicode.IsUpper(first)
}

// takeInitials puts the large first letter of a chapter, which stands beside
// the first lines of its text, to the word that it begins.
func takeInitials(sheets []sheet) {
	words := map[string]bool(nil)
	for i := range sheets {
		ps := sheets[i].pieces
		gone := map[int]bool{}
		for k := range ps {
			if len(ps[k].words) == 1 && initial(ps[k].words[0].text) {
				if beside := besideInitial(ps, k); len(beside) > 0 {
					if words == nil {
						words = vocabulary(sheets)
					}
					giveInitial(ps, k, beside, words)
					gone[k] = true
				}
			}
		}
		if len(gone) == 0 {
			continue
		}
		kept := ps[:0]
		for k := range ps {
			if !gone[k] {
				kept = append(kept, ps[k])
			}
		}
		sheets[i].pieces = kept
	}
}

// besideInitial finds the lines that stand beside a large letter, the highest
// first.
func besideInitial(ps []piece, k int) []int {
	c := &ps[k]
	var beside []int
	for i := range ps {
		q := &ps[i]
		if i == k || q.style.size*tallest > c.style.size {
			continue
		}
		gap := q.box.left - c.box.right
		if gap > -c.box.width()-0.3*q.style.size && gap < 1.5*q.style.size && q.base > c.base-0.3*q.style.size && q.box.middle() < c.box.top+0.3*q.style.size {
			beside = append(beside, i)
		}
	}
	slices.SortFunc(beside, func(a, b int) int { return below(ps[a], ps[b]) })
	return beside
}

// giveInitial puts the letter before the first line beside it. All lines beside
// it begin where it does.
func giveInitial(ps []piece, k int, beside []int, words map[string]bool) {
	c, first := &ps[k], &ps[beside[0]]
	letter := c.words[0]
	first.words = slices.Clone(first.words)
	w := &first.words[0]
	if alone := key(letter.text); (alone == "a" || alone == "i") && words[key(w.text)] && !words[key(letter.text+w.text)] {
		first.words = slices.Insert(first.words, 0, letter)
	} else {
		w.text = letter.text + w.text
	}
	for _, i := range beside {
		ps[i].box.left = c.box.left
	}
}

// vocabulary lists the words that sheets have, but for those that lines begin
// with: they may lack a letter.
func vocabulary(sheets []sheet) map[string]bool {
	words := map[string]bool{}
	for i := range sheets {
		for _, p := range sheets[i].pieces {
			for _, w := range p.words[1:] {
				words[key(w.text)] = true
			}
		}
	}
	return words
}
