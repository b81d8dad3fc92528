package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// speller knows the words that a document itself uses, inside its lines. By
// them it tells a hyphen that only breaks a word from one that is its own.
type speller struct {
	words map[string]int
	parts map[string]habit // what stands before a hyphen, "anti-", or behind one, "-based"
	soft  bool             // the sign U+2010 stands at the ends of lines only
	whole bool             // words are never broken: every hyphen is their own
	dash  bool             // a hyphen that stands alone is a dash
}

// habit says how a part of words is written: how many words have it with a
// hyphen, and how many without.
type habit struct{ open, closed int }

// learn reads the words of a document.
func learn(lines []line) speller {
	s := speller{words: map[string]int{}, parts: map[string]habit{}}
	atEnd, inside := 0, 0
	for i := range lines {
		words := lines[i].words
		for k, w := range words {
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
			if w.text == "-" && k > 0 && k < len(words)-1 {
				s.dash = true
			}
			if k > 0 || i == 0 || !endsHyphen(&lines[i-1]) {
				s.words[key(w.text)]++
			}
		}
	}
	s.soft = atEnd >= 3 && inside == 0
	s.habits()
	s.whole = s.unbroken(lines)
	return s
}

// shortest is the least length of a part of a word that is looked at by itself.
const shortest = 2

// habits counts how the parts of words are written.
func (s speller) habits() {
	note := func(part string, open, closed int) {
		h := s.parts[part]
		s.parts[part] = habit{h.open + open, h.closed + closed}
	}
	for word := range s.words {
		if head, tail, ok := strings.Cut(word, "-"); ok {
			if last := strings.LastIndexByte(tail, '-'); last >= 0 {
				note(tail[:strings.IndexByte(tail, '-')]+"-", 1, 0)
				note("-"+tail[last+1:], 1, 0)
			} else {
				note("-"+tail, 1, 0)
			}
			note(head+"-", 1, 0)
			continue
		}
		for i := shortest; i <= len(word)-shortest; i++ {
			if !utf8.RuneStart(word[i]) {
				continue
			}
			if len(word)-i > 3 && s.words[word[i:]] > 0 {
				note(word[:i]+"-", 0, 1)
			}
			if i > 3 && s.words[word[:i]] > 0 {
				note("-"+word[i:], 0, 1)
			}
		}
	}
}

// unbroken reports whether words are never broken at the end of a line: then
// what stands before and behind each hyphen is a word by itself, or a part
// that is met with a hyphen inside lines.
func (s speller) unbroken(lines []line) bool {
	words, all := 0, 0
	for i := 1; i < len(lines); i++ {
		last := lines[i-1].words
		a, hyphen := cutHyphen(last[len(last)-1].text)
		if !hyphen {
			continue
		}
		tail, head := sides(a, lines[i].words[0].text)
		if tail == "" || head == "" {
			continue
		}
		all++
		if s.stands(tail, tail+"-") && s.stands(head, "-"+head) {
			words++
		}
	}
	return all >= 5 && 20*words > 17*all
}

func (s speller) stands(word, part string) bool {
	return s.words[word] > 0 || s.parts[part].open > 0
}

// sides gives what stands next to the hyphen between two words.
func sides(a, b string) (tail, head string) {
	head, _, _ = strings.Cut(b, "-")
	return key(a[strings.LastIndexByte(a, '-')+1:]), key(head)
}

// found counts how often a document has two parts as one word, and with a
// hyphen between.
func (s speller) found(a, b string) (whole, parted int) {
	return s.words[key(a+b)], s.words[key(a+"-"+b)]
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
	case first == "-" && !s.dash:
		return first, true
	case !hyphen && last == '-' && s.stopped(first):
		return strings.TrimSuffix(first, "-"), true
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

// stopped reports whether a word with a hyphen at its end ends a sentence
// before it, as where the space between two sentences is missing. "U.S.-" does
// not.
func (s speller) stopped(word string) bool {
	rest, ok := strings.CutSuffix(word, ".-")
	return ok && len(rest) > 3 && !strings.Contains(rest, ".") && s.words[key(rest)] > 0
}

// keeps reports whether the hyphen between two parts belongs to the word.
func (s speller) keeps(a, b string) bool {
	next, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if !unicode.IsLetter(next) || unicode.IsDigit(last) || unicode.IsUpper(next) && unicode.IsLower(last) || s.whole {
		return true
	}
	if whole, parted := s.found(a, b); whole != parted {
		return parted > whole
	}
	// Neither is met elsewhere, or both as often.
	tail, head := sides(a, b)
	if s.words[tail+head] > 0 {
		return false // "labor-traffick-ing"
	}
	before, behind := s.parts[tail+"-"], s.parts["-"+head]
	open, closed := before.open+behind.open, before.closed+behind.closed
	switch {
	case open > closed && before.open > 0 && (s.words[head] > 0 || before.open > s.words[tail]):
		return true // "non-binding"
	case open > closed && behind.open > 0 && s.words[tail] > 0:
		return true // "army-backed"
	case closed > 0:
		return false // "member-ship"
	}
	return s.words[tail] > 1 && s.words[head] > 1 && len(tail) > 2 && len(head) > 2
}

// suspended are the words that may follow a hyphen which stands for the rest
// of a word.
var suspended = map[string]bool{"and": true, "or": true, "to": true, "nor": true}
