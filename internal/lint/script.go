package lint

import (
	"strings"

	"plumbline"
	"plumbline/internal/text"
	"plumbline/internal/token"
)

// script is the words of a narrative's sections, with the numbers in them.
type script struct {
	token.Text
	low       []string // the tokens in small letters
	sentences []sentence
}

// sentence is one of a section, or one item of the recommendations.
type sentence struct {
	token.Sentence
	section    plumbline.SectionName
	quantities []token.Quantity
}

func (l *Linter) scan(t *Text) *script {
	s := new(script)
	scanner := token.Scanner{Vocab: l.words}
	var parts []text.Span
	for _, section := range t.Narrative.Sections {
		parts = append(parts, section.Span)
	}
	scanner.ScanParts(&s.Text, t.Document.Text, parts, t.Narrative.Furniture)
	s.low = make([]string, len(s.Tokens))
	for i := range s.Tokens {
		s.low[i] = strings.ToLower(s.Of(i))
	}
	for _, st := range s.Sentences {
		var section plumbline.SectionName
		if in := t.Narrative.SectionAt(int(s.Tokens[st.First].Start)); in != nil {
			section = in.Name
		}
		if section != plumbline.Recommendations {
			s.add(l, st, section)
			continue
		}
		for first := st.First; first < st.Last; { // one item after the other
			last := first
			for last < st.Last && s.Tokens[last].Mark != ';' {
				last++
			}
			s.add(l, token.Sentence{First: first, Last: last}, section)
			first = last + 1
		}
	}
	return s
}

// add adds a sentence, without what joins or ends items of a list.
func (s *script) add(l *Linter, st token.Sentence, section plumbline.SectionName) {
	if section == plumbline.Recommendations {
		for st.First < st.Last && (s.low[st.First] == "and" || s.Tokens[st.First].Kind >= token.Dash) {
			st.First++
		}
		for st.First < st.Last && s.Tokens[st.Last-1].Kind >= token.Dash {
			st.Last--
		}
	}
	if st.First < st.Last {
		s.sentences = append(s.sentences, sentence{Sentence: st, section: section, quantities: l.numbers.Find(nil, &s.Text, st.First, st.Last)})
	}
}

// word returns token i in small letters, or "" outside the sentence.
func (s *script) word(st *sentence, i int) string {
	if i < st.First || i >= st.Last {
		return ""
	}
	return s.low[i]
}

// is reports whether the words from token i on are the given ones; a word may
// have alternatives, parted by a bar.
func (s *script) is(st *sentence, i int, words string) bool {
	for w := range strings.FieldsSeq(words) {
		if !oneOf(s.word(st, i), w) {
			return false
		}
		i++
	}
	return true
}

// has reports whether the words stand somewhere in tokens [first, last).
func (s *script) has(st *sentence, first, last int, words string) bool {
	for i := max(first, st.First); i < min(last, st.Last); i++ {
		if s.is(st, i, words) {
			return true
		}
	}
	return false
}

// oneOf reports whether w is one of the words of list, parted by bars.
func oneOf(w, list string) bool {
	for list != "" {
		var one string
		if one, list, _ = strings.Cut(list, "|"); w == one {
			return w != ""
		}
	}
	return false
}

// at returns the sentence that holds the byte at offset, or nil.
func (s *script) at(offset int) *sentence {
	for i := range s.sentences {
		st := &s.sentences[i]
		if int(s.Tokens[st.First].Start) <= offset && offset < int(s.Tokens[st.Last-1].End) {
			return st
		}
	}
	return nil
}

// tokenAt returns the first token of st that begins at offset or behind it.
func (s *script) tokenAt(st *sentence, offset int) int {
	i := st.First
	for i < st.Last && int(s.Tokens[i].Start) < offset {
		i++
	}
	return i
}

// whole returns the span of a sentence.
func (s *script) whole(st *sentence) text.Span { return s.Span(st.First, st.Last) }

// mark reports whether token i is the mark c.
func (s *script) mark(st *sentence, i int, c byte) bool {
	return i >= st.First && i < st.Last && s.Tokens[i].Mark == c
}

// closing returns the token of the bracket that closes the one at token i, or
// the end of the sentence.
func (s *script) closing(st *sentence, i int) int {
	depth := 0
	for ; i < st.Last; i++ {
		switch s.Tokens[i].Mark {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return st.Last
}
