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
	width   int      // uint64s for each word
	bits    []uint64 // by WordID*width
	phrases map[token.WordID][]phrase
	starts  []bool // by WordID: some phrase begins with the word
}

// phrase is a lexicon entry of two words or more.
type phrase struct {
	words []token.WordID
	lex   LexID
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
	l.phrases = make(map[token.WordID][]phrase)
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
				l.phrases[ids[0]] = append(l.phrases[ids[0]], phrase{ids, LexID(i)})
			}
		}
	}
	l.width = (len(l.names) + 63) / 64
	l.bits = make([]uint64, v.Len()*l.width)
	for _, p := range single {
		l.bits[int(p.id)*l.width+int(p.lex)/64] |= 1 << (p.lex % 64)
	}
	l.starts = make([]bool, v.Len())
	for first, ps := range l.phrases {
		l.starts[first] = true
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

// at returns how many tokens of ts, from i on and before end, are an entry of
// the lexicon; the longest entry counts, and 0 means none.
func (l *lexicons) at(ts []token.Token, i, end int, lex LexID) int {
	id := ts[i].ID
	if id == token.Unknown {
		return 0
	}
	if int(id) < len(l.starts) && l.starts[id] {
	phrases:
		for _, p := range l.phrases[id] {
			if p.lex != lex || i+len(p.words) > end {
				continue
			}
			for k := 1; k < len(p.words); k++ {
				if ts[i+k].ID != p.words[k] {
					continue phrases
				}
			}
			return len(p.words)
		}
	}
	if l.has(id, lex) {
		return 1
	}
	return 0
}
