package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Many fonts draw fi and fl as one letter. Damaged ones have these letters in
// place of quotes as well. A quote stands at the edge of a word, and has a
// partner.

// spelled are the letters that a ligature stands for.
var spelled = map[rune]string{'ﬁ': "fi", 'ﬂ': "fl", 'ﬀ': "ff", 'ﬃ': "ffi", 'ﬄ': "ffl"}

func ligature(r rune) bool { return spelled[r] != "" }

// farthest is how many words a quotation has at most.
const farthest = 60

// ligatures spells the ligatures in the words of lines, and leaves those that
// stand for quotes.
func ligatures(lines []line) {
	l := lettersOf(lines)
	if !l.met {
		return
	}
	var all []token
	for i := range lines {
		for k := range lines[i].words {
			all = append(all, token{&lines[i].words[k], k == 0 && i > 0 && endsHyphen(&lines[i-1])})
		}
	}
	opens := map[*word]bool{}
	last := -1 // the closing quote before
	for i, w := range all {
		if !closesQuote(w.text) {
			continue
		}
		if from := l.opening(all, max(last+1, i-farthest), i); from >= 0 {
			opens[all[from].word] = true
		}
		last = i
	}
	for _, w := range all {
		if strings.ContainsFunc(w.text, ligature) {
			w.text = l.spell(w.text, opens[w.word], w.rest)
		}
	}
}

// token is a word, or the rest of one that began in the line before.
type token struct {
	*word
	rest bool
}

// lettering is what a document tells of its ligatures.
type lettering struct {
	words map[string]int // that are not broken
	met   bool           // there are ligatures
	drawn bool           // fi and fl are drawn as one letter inside words
}

func lettersOf(lines []line) lettering {
	l := lettering{words: map[string]int{}}
	joined, apart := 0, 0
	broken := false // the word before goes on
	for i := range lines {
		for _, w := range lines[i].words {
			l.met = l.met || strings.ContainsFunc(w.text, ligature)
			j, a := inWord(w.text)
			joined, apart = joined+j, apart+a
			rest := broken
			if _, broken = cutHyphen(w.text); !broken && !rest {
				l.words[key(w.text)]++
			}
		}
	}
	l.drawn = 20*joined > apart
	return l
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

// closesQuote reports whether a word ends with a closing quote: no word ends
// with the letters fl.
func closesQuote(word string) bool {
	end := strings.LastIndex(word, "ﬂ")
	if end < 0 {
		return false
	}
	rest := word[end+len("ﬂ"):]
	next, _ := utf8.DecodeRuneInString(rest)
	return !(inWordRune(next) || isHyphen(rest))
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u00ad" }

// opening finds the word in all[from:to+1] that opens the quotation which ends
// with all[to]; -1 where there is none. Of several it is the one that is least
// a word with its letters fi.
func (l lettering) opening(all []token, from, to int) int {
	best, most := -1, 0.2
	for i := to; i >= from; i-- {
		rest, ok := cutOpening(all[i].text)
		if !ok || all[i].rest {
			continue
		}
		if i < to && all[i+1].rest {
			rest, _ = cutHyphen(rest)
			rest += all[i+1].text
		}
		rest = strings.TrimRightFunc(rest, markOrLigature)
		with, without := l.words[key("fi"+rest)], l.words[key(rest)]
		with += l.words[key("ﬁ"+rest)]
		if next, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(next) {
			with = 0
		}
		if odds := float64(without+1) / float64(with+1); odds > most {
			best, most = i, odds
		}
	}
	return best
}

// cutOpening takes what may be an opening quote off a word.
func cutOpening(word string) (rest string, ok bool) {
	before, rest, found := strings.Cut(word, "ﬁ")
	last, _ := utf8.DecodeLastRuneInString(before)
	if !found || rest == "" || inWordRune(last) {
		return "", false
	}
	return rest, true
}

// spell gives a word with its ligatures as letters, but for those that stand
// for quotes: it opens a quotation, or closes one. It may be the rest of a word
// that began in the line before.
func (l lettering) spell(word string, opens, rest bool) string {
	var b strings.Builder
	first := true
	for i, r := range word {
		letters := spelled[r]
		if letters == "" {
			b.WriteRune(r)
			continue
		}
		if !(rest && i == 0) && l.quote(word, i, r, opens && first) {
			letters = string(r)
		}
		if r == 'ﬁ' {
			first = false
		}
		b.WriteString(letters)
	}
	return b.String()
}

// quote reports whether the ligature r at word[i:] stands for a quote.
func (l lettering) quote(word string, i int, r rune, opens bool) bool {
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	rest := word[i+utf8.RuneLen(r):]
	after, _ := utf8.DecodeRuneInString(rest)
	atStart, atEnd := !inWordRune(before), !inWordRune(after) && !isHyphen(rest)
	switch {
	case r == 'ﬂ':
		return atEnd || atStart && !l.drawn
	case r != 'ﬁ':
		return false
	case opens, atStart && atEnd:
		return true
	case atStart:
		return !l.drawn || unicode.IsUpper(after)
	}
	return atEnd && !l.drawn
}

// inWordRune reports whether a letter may stand inside a word. Š and Œ are
// what damaged fonts have for dashes.
func inWordRune(r rune) bool { return unicode.IsLetter(r) && r != 'Š' && r != 'Œ' }

func markOrLigature(r rune) bool { return !unicode.IsLetter(r) || r == 'ﬁ' || r == 'ﬂ' }
