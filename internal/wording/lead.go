package wording

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/text"
)

// Lead says which words led to a participant or figure of a claim. It reads as
// a sentence: Words, How, From; Note.
type Lead struct {
	Role  string
	Value []string
	Words text.Span // may be empty
	How   string
	From  text.Span // what the words stand for or were taken from; may be empty
	Note  string

	Unsaid bool // the words do not name it; it is read into them
}

// Marks reports whether the words of a lead are worth marking in the sentence:
// they name somebody or a number.
func (l *Lead) Marks() bool { return marking[l.Role] && !l.Words.Empty() && !l.Unsaid }

var marking = map[string]bool{"actor": true, "origin": true, "destination": true, "transit": true, "buyer": true, "object": true, "previous": true}

// Say puts a lead into words. value names what it led to, where that must be
// said; src is the text of the document, sentence what is shown of it.
func (l *Lead) Say(value, src string, sentence text.Span) string {
	var parts []string
	quote := func(s text.Span) {
		if s = Inside(s, src); !s.Empty() {
			parts = append(parts, "“"+Clean(s.In(src))+"”")
		}
	}
	if value != "" {
		parts = append(parts, value+":")
	}
	quote(l.Words)
	if l.How != "" {
		parts = append(parts, Clean(l.How))
	}
	quote(l.From)
	if s := Inside(l.From, src); !s.Empty() && !sentence.Overlaps(s) {
		in := text.Source{Text: src}
		parts = append(parts, fmt.Sprintf("(line %d, bytes %d-%d)", in.Position(s.Start).Line, s.Start, s.End))
	}
	return strings.Join(parts, " ") + Under("; ", Clean(l.Note))
}

// NearMiss is a rule that began to match and did not.
type NearMiss struct {
	Rule   plumbline.RuleName
	Reason string
	Held   text.Span // what matched of it; may be empty
	Span   text.Span // where it stopped
}

// mostStanding is how many bytes the words may have that are shown where a rule
// stopped; those of a whole clause say nothing.
const mostStanding = 60

// Say puts a near miss into words.
func (n *NearMiss) Say(src string) string {
	var parts []string
	if s := Inside(n.Held, src); !s.Empty() {
		parts = append(parts, "“"+Clean(s.In(src))+"” holds;")
	}
	parts = append(parts, Clean(n.Reason))
	if s := Inside(n.Span, src); !s.Empty() && s.Len() <= mostStanding {
		parts = append(parts, "where “"+Clean(s.In(src))+"” stands")
	}
	return strings.Join(parts, " ")
}

// Inside moves the ends of a span into a text.
func Inside(s text.Span, src string) text.Span {
	start := min(max(s.Start, 0), len(src))
	return text.Span{Start: start, End: min(max(s.End, start), len(src))}
}
