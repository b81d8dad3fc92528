package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PDF fonts without a proper table of letters give marks as letters: fi and fl
// ligatures for opening and closing quotes, Š and Œ for dashes, ft for fl.
// These functions read through that, and only where no word could be meant.

// damaged reports whether the letter at i, n bytes long, stands for a mark.
func (r *run) damaged(ru rune, i, n int) bool {
	switch ru {
	case 'ﬁ', 'ﬂ':
		before := i > 0 && r.letterBefore(i)
		after := r.letterAt(i + n)
		if before {
			return !after
		}
		return !after || !r.known(ligature(ru), i+n)
	case 'Š', 'Œ':
		return r.smallBefore(i) // a capital inside a word
	}
	return false
}

// stands returns the mark that a damaged letter stands for.
func stands(ru rune) byte {
	if ru == 'Š' || ru == 'Œ' {
		return '-'
	}
	return '"'
}

func (r *run) letterBefore(i int) bool {
	ru, _ := utf8.DecodeLastRuneInString(r.src[:i])
	return unicode.IsLetter(ru) && ligature(ru) == ""
}

func (r *run) smallBefore(i int) bool {
	if i == 0 {
		return false
	}
	ru, _ := utf8.DecodeLastRuneInString(r.src[:i])
	return unicode.IsLower(ru) || unicode.IsPunct(ru) || unicode.IsDigit(ru)
}

// known reports whether prefix and the ASCII letters at i make a known word.
func (r *run) known(prefix string, i int) bool {
	j := i
	for j < r.end && class[r.src[j]] == letter {
		j++
	}
	return r.Vocab.Find(prefix+r.src[i:j]) != Unknown
}

// mended looks an unknown word up by the tail of a compound, "NGO-run" by
// "-run", and with the letters that damaged fonts exchange: "conftict" for
// "conflict".
func (r *run) mended(word string) WordID {
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		if id := r.Vocab.Find(word[i:]); id != Unknown {
			return id
		}
	}
	i := strings.Index(word, "ft")
	if i < 0 || len(word) < 5 {
		return Unknown
	}
	for _, pair := range [...]string{"fl", "fi"} {
		if id := r.Vocab.Find(word[:i] + pair + word[i+2:]); id != Unknown {
			return id
		}
	}
	return Unknown
}
