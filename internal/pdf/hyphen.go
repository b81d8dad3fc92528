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
	ligatures bool           // fi and fl are drawn as one letter inside words
}

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
	s.ligatures = joined > apart
	return s
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

// spell gives a word with its ligatures as letters. Where a document draws
// them inside words it has them everywhere; where it does not, damaged fonts
// have them in place of quotes, and they stay as they are.
func (s speller) spell(word string) string {
	if !strings.ContainsFunc(word, ligature) {
		return word
	}
	var b strings.Builder
	for i, r := range word {
		letters := spelled[r]
		next, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
		before, _ := utf8.DecodeLastRuneInString(word[:i])
		switch {
		case letters == "":
			b.WriteRune(r)
		case s.ligatures && (unicode.IsLetter(next) || unicode.IsLetter(before)):
			b.WriteString(letters)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

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
	whole, parted := s.words[key(a+b)], s.words[key(a+"-"+b)]
	if whole != parted {
		return parted > whole
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
