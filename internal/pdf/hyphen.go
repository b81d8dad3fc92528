package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// speller knows the words that a document itself uses, inside its lines.
type speller struct {
	words     map[string]int
	before    map[string]int // what stands before a hyphen: anti, non
	after     map[string]int // what stands behind one: based, old
	soft      bool           // the sign U+2010 stands at the ends of lines only
	whole     bool           // words are never broken: every hyphen is their own
	ligatures amount         // how often fi and fl are drawn as one letter inside words
}

// amount says how often something is met.
type amount int

const (
	none amount = iota
	some
)

// learn reads the words of a document.
func learn(lines []line) speller {
	s := speller{words: map[string]int{}, before: map[string]int{}, after: map[string]int{}}
	atEnd, inside := 0, 0
	joined, apart := 0, 0
	for i := range lines {
		words := lines[i].words
		for k, w := range words {
			j, a := inWord(w.text)
			joined, apart = joined+j, apart+a
			if k == len(words)-1 {
				if strings.HasSuffix(w.text, "\u2010") {
					atEnd++
				}
				if _, hyphen := cutHyphen(w.text); hyphen {
					continue
				}
			}
			if strings.Contains(strings.TrimRight(w.text, "\u2010"), "\u2010") {
				inside++
			}
			if k > 0 || i == 0 || !endsHyphen(&lines[i-1]) {
				s.count(key(w.text))
			}
		}
	}
	s.soft = atEnd >= 3 && inside == 0
	if s.ligatures = none; 20*joined > apart {
		s.ligatures = some
	}
	s.whole = s.unbroken(lines)
	return s
}

// unbroken reports whether no word that the document uses elsewhere is broken
// at the end of a line, while words with a hyphen of their own are.
func (s speller) unbroken(lines []line) bool {
	broken, own := 0, 0
	for i := 1; i < len(lines); i++ {
		words := lines[i-1].words
		a, hyphen := cutHyphen(words[len(words)-1].text)
		if !hyphen {
			continue
		}
		whole, parted := s.found(a, lines[i].words[0].text)
		switch {
		case whole > parted:
			broken++
		case parted > whole:
			own++
		}
	}
	return own >= 5 && own > 20*broken
}

// found counts how often a document has two parts as one word, and with a
// hyphen between.
func (s speller) found(a, b string) (whole, parted int) {
	return s.words[key(a+b)], s.words[key(a+"-"+b)]
}

func (s speller) count(word string) {
	s.words[word]++
	for i, r := range word {
		if r == '-' {
			s.before[word[strings.LastIndexByte(word[:i], '-')+1:i]]++
			after, _, _ := strings.Cut(word[i+1:], "-")
			s.after[after]++
		}
	}
}

// inWord counts the places inside a word where letters are drawn as one, and
// where they could be but are not.
func inWord(word string) (joined, apart int) {
	for i, r := range word {
		_, ok := spelled[r]
		pair := strings.HasPrefix(word[i:], "fi") || strings.HasPrefix(word[i:], "fl")
		if !ok && !pair {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		if !unicode.IsLetter(before) || ligature(before) {
			continue
		}
		if ok {
			joined++
		} else {
			apart++
		}
	}
	return joined, apart
}

// spelled are the letters that a ligature stands for.
var spelled = map[rune]string{'ﬁ': "fi", 'ﬂ': "fl", 'ﬀ': "ff", 'ﬃ': "ffi", 'ﬄ': "ffl"}

func ligature(r rune) bool { return spelled[r] != "" }

// spell gives a word with its ligatures as letters. Damaged fonts have fi and
// fl in place of quotes: around a word that is one without them they stay as
// they are.
func (s speller) spell(word string) string {
	if !strings.ContainsFunc(word, ligature) {
		return word
	}
	var b strings.Builder
	for i, r := range word {
		letters := spelled[r]
		if letters == "" || (r == 'ﬁ' || r == 'ﬂ') && s.quotes(word, i, i+utf8.RuneLen(r)) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(letters)
	}
	return b.String()
}

// quotes reports whether the ligature at word[i:j] stands for a quote.
func (s speller) quotes(word string, i, j int) bool {
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	after, _ := utf8.DecodeRuneInString(word[j:])
	opens, closes := !inWordRune(before), !inWordRune(after)
	if rest := word[j:]; rest == "-" || rest == "\u2010" || rest == "\u00ad" {
		closes = false // the word goes on in the next line
	}
	switch {
	case opens && closes:
		return true
	case !opens && !closes:
		return false
	case s.ligatures == none:
		return true
	case opens:
		return s.without(strings.TrimRightFunc(word[j:], markOrLigature), word)
	}
	return s.without(strings.TrimLeftFunc(word[:i], markOrLigature), word)
}

// without reports whether a word without its ligature is a word, and rather
// than with it: "led" is one, but "filed" is met as well.
func (s speller) without(rest, word string) bool {
	n := s.words[key(rest)]
	return len(rest) >= 4 && n > 0 && n > 2*(s.words[key(word)]-1)
}

// inWordRune reports whether a letter may stand inside a word. Š and Œ are
// what damaged fonts have for dashes.
func inWordRune(r rune) bool { return unicode.IsLetter(r) && r != 'Š' && r != 'Œ' }

func markOrLigature(r rune) bool { return !unicode.IsLetter(r) || r == 'ﬁ' || r == 'ﬂ' }

// key is a word as it is counted: in small letters, without marks around it.
func key(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

func endsHyphen(l *line) bool {
	_, ok := cutHyphen(l.words[len(l.words)-1].text)
	return ok
}

// cutHyphen takes a hyphen that follows a letter off the end of a word.
func cutHyphen(word string) (string, bool) {
	r, n := utf8.DecodeLastRuneInString(word)
	if r != '-' && r != '\u2010' && r != '\u00ad' {
		return word, false
	}
	cut := word[:len(word)-n]
	before, _ := utf8.DecodeLastRuneInString(cut)
	return cut, unicode.IsLetter(before) || unicode.IsDigit(before)
}

// join says how two words belong together that a line break parts: with a
// space between, or glued with what remains of the first.
func (s speller) join(first, second string) (rest string, glued bool) {
	last, _ := utf8.DecodeLastRuneInString(first)
	cut, hyphen := cutHyphen(first)
	switch {
	case !hyphen && len(first) > 3 && strings.ContainsRune("—/-", last):
		return first, true
	case !hyphen:
		return first, false
	case last == '\u00ad' || last == '\u2010' && s.soft:
		return cut, true
	case suspended[key(second)] && s.words[key(cut+second)] == 0: // "long- and short-term"
		return first, false
	case s.keeps(cut, second):
		return first, true
	}
	return cut, true
}

// keeps reports whether the hyphen between two parts belongs to the word.
func (s speller) keeps(a, b string) bool {
	next, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if !unicode.IsLetter(next) || unicode.IsDigit(last) || unicode.IsUpper(next) && unicode.IsLower(last) {
		return true
	}
	if whole, parted := s.found(a, b); whole != parted {
		return parted > whole
	}
	if s.whole {
		return true
	}
	// Neither is met elsewhere, or both as often.
	tail := key(a[strings.LastIndexByte(a, '-')+1:])
	head, _, _ := strings.Cut(b, "-")
	head = key(head)
	switch {
	case s.words[tail+head] > 0:
		return false // "labor-traffick-ing"
	case s.words[head] > 1 && s.before[tail] > 1:
		return true // "non-binding"
	case s.words[tail] > 1 && s.after[head] > 1:
		return true // "army-backed"
	}
	return s.words[tail] > 1 && s.words[head] > 1 && len(tail) > 2 && len(head) > 2
}

// suspended are the words that may follow a hyphen which stands for the rest
// of a word.
var suspended = map[string]bool{"and": true, "or": true, "to": true, "nor": true}
