package grammar

import (
	"sort"
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// LexID is the number of a lexicon.
type LexID int

// lexicons holds, for each word of the vocabulary, the lexicons that it is in,
// and the phrases by their first word.
type lexicons struct {
	names   []string
	byName  map[string]LexID
	width   int        // uint64s for each word
	bits    []uint64   // by WordID*width
	phrases [][]phrase // by the WordID of their first word, longest first
}

// phrase is a lexicon entry of two words or more.
type phrase struct {
	second token.WordID // the second word, looked at first
	lex    LexID
	words  []token.WordID
}

// entry is one item of a lexicon as written.
type entry struct {
	words   []string // forms, one word or several joined by spaces
	include string   // the name of another lexicon, or ""
	span    text.Span
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
	l.phrases = make([][]phrase, v.Len())
	type pair struct {
		id  token.WordID
		lex LexID
	}
	var single []pair
	for i, name := range l.names {
		l.byName[name] = LexID(i)
		for _, form := range flat[name] {
			ids := split(form)
			if len(ids) == 1 {
				single = append(single, pair{ids[0], LexID(i)})
			} else if len(ids) > 1 {
				l.phrases[ids[0]] = append(l.phrases[ids[0]], phrase{second: ids[1], words: ids, lex: LexID(i)})
			}
		}
	}
	l.width = (len(l.names) + 63) / 64
	l.bits = make([]uint64, v.Len()*l.width)
	for _, p := range single {
		l.bits[int(p.id)*l.width+int(p.lex)/64] |= 1 << (p.lex % 64)
	}
	for _, ps := range l.phrases {
		sort.SliceStable(ps, func(i, j int) bool {
			if len(ps[i].words) != len(ps[j].words) {
				return len(ps[i].words) > len(ps[j].words)
			}
			return ps[i].lex < ps[j].lex
		})
	}
}

// has reports whether the word alone is in the lexicon.
func (l *lexicons) has(id token.WordID, lex LexID) bool {
	at := int(id)*l.width + int(lex)/64
	return at < len(l.bits) && l.bits[at]&(1<<(lex%64)) != 0
}

// hit is a phrase of a lexicon that stands in the sentence.
type hit struct {
	lex    LexID
	length int
}

// spell finds the phrases that begin at each token of the sentence, and the
// lexicons that the sentence has any entry of.
func (a *Analysis) spell() {
	l := &a.g.lex
	a.hits = a.hits[:0]
	a.present = grow(a.present, l.width)
	clear(a.present)
	clear(a.spoken[:])
	for i := a.First; i < a.Last; i++ {
		a.hitAt[i-a.First] = int32(len(a.hits))
		id := int(a.Text.Tokens[i].ID)
		if id == 0 {
			continue
		}
		a.spoken[id/64%spoken] |= 1 << (id % 64)
		if id >= len(l.phrases) {
			continue
		}
		for k, bits := range l.bits[id*l.width : (id+1)*l.width] {
			a.present[k] |= bits
		}
		var next token.WordID
		if i+1 < a.Last {
			next = a.Text.Tokens[i+1].ID
		}
		for k := range l.phrases[id] {
			p := &l.phrases[id][k]
			if p.second == next && a.spells(p.words, i) {
				a.hits = append(a.hits, hit{p.lex, len(p.words)})
				a.present[p.lex/64] |= 1 << (p.lex % 64)
			}
		}
	}
	a.hitAt[a.Last-a.First] = int32(len(a.hits))
}

// spells reports whether the words stand at token i, the first two taken for
// granted.
func (a *Analysis) spells(words []token.WordID, i int) bool {
	if i+len(words) > a.Last {
		return false
	}
	for k := 2; k < len(words); k++ {
		if a.Text.Tokens[i+k].ID != words[k] {
			return false
		}
	}
	return true
}

// has reports whether any entry of the lexicon stands in the sentence.
func (a *Analysis) has(lex LexID) bool {
	return a.present[lex/64]&(1<<(lex%64)) != 0
}

// InLexicon returns how many tokens from i on are an entry of the lexicon; the
// longest entry counts, and 0 means none.
func (a *Analysis) InLexicon(i int, lex LexID) int {
	if !a.has(lex) {
		return 0
	}
	at := i - a.First
	for _, h := range a.hits[a.hitAt[at]:a.hitAt[at+1]] {
		if h.lex == lex {
			return h.length
		}
	}
	if a.g.lex.has(a.Text.Tokens[i].ID, lex) {
		return 1
	}
	return 0
}
