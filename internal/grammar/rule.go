package grammar

import (
	"fmt"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Rule is one rule of a rule file.
type Rule struct {
	Type     string // of its file
	Name     string // type/name
	Doc      string // of its file
	Text     string // its lines as written
	Priority int
	Patterns []Pattern
	With     []LexID // each must stand in the unit
	Without  []LexID // none may stand in the unit
	Verb     []LexID // one must hold the head of the unit's verb group
	Subject  []LexID // one must stand in the unit's subject
	NoSubj   []LexID // none may stand in the unit's subject
	Settings map[string][]string
	Examples []Example
	Source   *text.Source
	Span     text.Span
	Index    int // in Grammar.Rules

	wants []LexID // what a sentence must have for its conditions to hold
}

// Place says where the rule stands: file and line. It is empty where that is not
// known.
func (r *Rule) Place() string {
	if r.Source == nil {
		return ""
	}
	source := text.Source{Name: r.Source.Name, Text: r.Source.Text} // its index is nobody else's
	return fmt.Sprintf("%s:%d", source.Name, source.Position(r.Span.Start).Line)
}

// conditions lists the lexicons of the rule's conditions.
func (r *Rule) conditions() [5][]LexID {
	return [...][]LexID{r.With, r.Without, r.Verb, r.Subject, r.NoSubj}
}

// Setting returns the first value of a setting, or "".
func (r *Rule) Setting(key string) string {
	if v := r.Settings[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Has reports whether the setting key holds value.
func (r *Rule) Has(key, value string) bool { return contains(r.Settings[key], value) }

// Example is a text that a rule must, or as a counterexample must not, find
// something in.
type Example struct {
	Text    string
	Counter bool
	Want    map[string]string // fields of what is found
	Span    text.Span         // in the rule's Source
}

// Pattern is a compiled match line.
type Pattern struct {
	code    []instr
	steps   []step           // the same, as matched
	words   [][]token.WordID // of opWords
	targets []uint16
	trigger int    // index in code of the trigger
	before  [2]int // least and most tokens before the trigger
	start   int
	begins  LexID   // what the trigger may begin with
	checks  []check // what must stand around the trigger
	roles   []string
	Text    string
}

// check is met where something begins from lo to hi tokens behind the trigger.
type check struct {
	lex    uint16 // its LexID
	seat   uint16
	lo, hi int16
}

// anywhere is the reach of a check that the whole sentence may meet.
const anywhere = 1 << 14

// op is what an instruction asks of a token.
type op uint8

const (
	opWords op = iota // words in a row
	opLex             // an entry of a lexicon
	opMark            // a mark of a class
	opGap             // min to max words
	opAlt             // one of several continuations
	opJump            // go on elsewhere
	opEnd
)

type instr struct {
	op       op
	lex      LexID          // what it begins with
	words    []token.WordID // opWords
	class    ClassID
	min, max int   // opGap; opWords: min is how many
	to       []int // opAlt: where each alternative begins; opJump: one target
	role     int   // index of the role captured, or -1
	verb     bool  // must be the head of a verb group
	next     int   // where to go on after a word, lexicon, mark or gap
	text     string
}

// step is an instr as the matcher wants it: small.
type step struct {
	op       op
	verb     bool
	role     int8
	min, max uint8
	lex      uint16 // opWords: index of Pattern.words
	class    uint16
	next     uint16
	to, last uint16 // range of Pattern.targets
}

// ClassID is the number of a mark's class: its index in Options.Classes.
type ClassID int

// Mark is a token range that another package has recognised, as of a class.
type Mark struct {
	First, Last int
	Class       ClassID
}
