package token

import "plumbline/internal/text"

// Kind is what a Token is made of.
type Kind uint8

// The kinds of token.
const (
	Word       Kind = iota // letters, with hyphens and apostrophes inside
	Acronym                // letters each followed by a dot: D.P.R.K.
	Number                 // digits, with commas and points inside
	Possessive             // 's, or the apostrophe alone after a plural
	Dash                   // – — or a hyphen that stands for one
	Punct                  // any other single mark
)

// Flags are the shape of a Token and of what stands before it.
type Flags uint8

// The flags.
const (
	Capital Flags = 1 << iota // begins with a capital letter
	AllCaps                   // has two capital letters or more and no small one
	Space                     // white space stands before it
	Break                     // a blank line, a bullet or the beginning stands before it
)

// Token is a word, number or mark. Start and End are byte offsets into the
// text that was scanned.
type Token struct {
	Start, End uint32
	ID         WordID
	Kind       Kind
	Flags      Flags
	Mark       byte // the mark itself for Punct and Dash, '-' for every dash, '"' for every double quote
}

// Is reports whether t has all of the given flags.
func (t Token) Is(f Flags) bool { return t.Flags&f == f }

// Sentence is a range [First, Last) of indexes into Text.Tokens.
type Sentence struct {
	First, Last int
}

// Text is a scanned stretch of a source. A Text may be scanned into again and
// again; its slices are kept.
type Text struct {
	Source    string
	Tokens    []Token
	Sentences []Sentence

	key []byte // room for folding
}

// Of returns the words of token i as the source has them.
func (t *Text) Of(i int) string {
	k := t.Tokens[i]
	return t.Source[k.Start:k.End]
}

// Span returns the bytes from the first to the last of the tokens [i, j).
// It is empty when i >= j.
func (t *Text) Span(i, j int) text.Span {
	if i >= j {
		return text.Span{}
	}
	return text.Span{Start: int(t.Tokens[i].Start), End: int(t.Tokens[j-1].End)}
}

// SentenceAt returns the index of the sentence that holds token i, or -1.
func (t *Text) SentenceAt(i int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		switch s := t.Sentences[mid]; {
		case i < s.First:
			hi = mid
		case i >= s.Last:
			lo = mid + 1
		default:
			return mid
		}
	}
	return -1
}
