package grammar

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// LexID is the number of a lexicon.
type LexID int

// lexicons holds, for each word of the vocabulary, the lexicons that it is in,
// and the phrases by their first word, until the index has them.
type lexicons struct {
	names   []string
	byName  map[string]LexID
	single  [][]LexID  // by WordID, the lexicons that the word alone is in
	phrases [][]spoken // by the WordID of their first word
	parts   [][]LexID  // by LexID, what a union unites
	classes []LexID    // of marks, by ClassID: marks are numbered as lexicons are
	longest []int      // by LexID, the words of its longest phrase
	made    map[string]LexID
	index   index
}

// spoken is a lexicon entry of two words or more.
type spoken struct {
	lex   LexID
	words []token.WordID
}

// entry is one item of a lexicon as written.
type entry struct {
	words   []string // forms, one word or several joined by spaces
	include string   // the name of another lexicon, or ""
	span    text.Span
}

// formless says what is wrong with an item of a word list that has no forms,
// or too many, and what to do about it.
func formless(item string) (wrong, hint string) {
	many := 0
	for _, w := range strings.Fields(item) {
		base := strings.TrimRight(w, "~+")
		if len(base) == len(w) {
			continue
		}
		if many++; len(base) < 2 || len(base) < len(w)-1 {
			return "forms of no word: " + strconv.Quote(w), "write the word before one ~ or +"
		}
	}
	if many > 3 {
		return "a phrase of too many forms", "leave ~ or + with three of its words at most"
	}
	return "", ""
}

// expand returns the forms that an item of a word list stands for.
func expand(item string, irregular map[string][2]string) []string {
	words := strings.Fields(item)
	forms := []string{""}
	for i, w := range words {
		alternatives := formsOf(w, irregular)
		next := make([]string, 0, len(forms)*len(alternatives))
		for _, f := range forms {
			for _, a := range alternatives {
				if i > 0 {
					a = f + " " + a
				}
				next = append(next, a)
			}
		}
		forms = next
	}
	return forms
}

func formsOf(w string, irregular map[string][2]string) []string {
	if len(w) < 3 {
		return []string{w}
	}
	switch w[len(w)-1] {
	case '~':
		base := w[:len(w)-1]
		forms := verbForms(base)
		if i, ok := irregular[base]; ok {
			forms[2], forms[3] = i[0], i[1]
		}
		return unique(forms[:])
	case '+':
		base := w[:len(w)-1]
		return unique([]string{base, plural(base)})
	}
	return []string{w}
}

func unique(words []string) []string {
	out := words[:0:0]
	for i, w := range words {
		if i == 0 || !contains(words[:i], w) {
			out = append(out, w)
		}
	}
	return out
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// build numbers the lexicons and enters every word and phrase. flat maps each
// lexicon to its forms with includes resolved.
func (l *lexicons) build(flat map[string][]string, v *token.Vocab, split func(string) []token.WordID) {
	for name := range flat {
		l.names = append(l.names, name)
	}
	sort.Strings(l.names)
	l.byName = make(map[string]LexID, len(l.names))
	l.phrases = make([][]spoken, v.Len())
	l.single = make([][]LexID, v.Len())
	l.made = make(map[string]LexID)
	for _, name := range l.names {
		lex := l.number(nil)
		l.byName[name] = lex
		for _, form := range flat[name] {
			l.enter(split(form), lex)
		}
	}
}

// number gives out the next number: of a lexicon, or of a union of those given.
func (l *lexicons) number(parts []LexID) LexID {
	l.parts, l.longest = append(l.parts, parts), append(l.longest, 0)
	return LexID(len(l.parts) - 1)
}

// quote returns the number of a lexicon of nothing but the given words.
func (l *lexicons) quote(words []token.WordID) LexID {
	key := fmt.Sprint("words", words)
	lex, ok := l.made[key]
	if !ok {
		lex = l.number(nil)
		l.made[key] = lex
		l.enter(words, lex)
	}
	return lex
}

// union returns the number of what is an entry of any of the given lexicons,
// which must be sorted.
func (l *lexicons) union(parts []LexID) LexID {
	if len(parts) == 1 {
		return parts[0]
	}
	key := fmt.Sprint("union", parts)
	lex, ok := l.made[key]
	if !ok {
		lex = l.number(parts)
		l.made[key] = lex
	}
	return lex
}

// enter puts words into a lexicon: one word as it is, several as a phrase.
func (l *lexicons) enter(words []token.WordID, lex LexID) {
	switch {
	case len(words) == 1 && !l.has(words[0], lex):
		l.single[words[0]] = append(l.single[words[0]], lex)
	case len(words) > 1:
		l.phrases[words[0]] = append(l.phrases[words[0]], spoken{lex, words})
		l.longest[lex] = max(l.longest[lex], len(words))
	}
}

// has reports whether the word alone is in the lexicon.
func (l *lexicons) has(id token.WordID, lex LexID) bool {
	return int(id) < len(l.single) && slices.Contains(l.single[id], lex)
}
