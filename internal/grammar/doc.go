// Package grammar reads rule files and finds what they describe in tokens.
//
// In go the rule files of a folder and, text by text, tokens with marks
// (names, numbers) that other packages put on them; out come units (one
// predicate with its subject and arguments), the cues that bear on each unit,
// and the matches of rules, with a trace on request. The package knows
// nothing of trafficking: words, cues and rules are data.
//
// # Rule files
//
// A file ends in .rule and holds blocks. A block begins at the left margin;
// indented lines continue it; # begins a comment.
//
//	type NAME              what the rules of this file find
//	doc TEXT               one sentence on it
//
//	lexicon NAME = WORDS   a list of words. word~ stands for all forms of a verb,
//	                       word+ for singular and plural, "two words" for a phrase
//	                       (its words may end in ~ or + too), <other> for the words
//	                       of another lexicon, *-run for any unknown word ending so.
//	verb WORDS             words that are verbs; hold/held or see/saw/seen gives
//	                       irregular past and participle forms
//	cue KIND[=VALUE] [REACH] PHRASES
//	                       words that bear on what is said near them, see cue.go
//
//	rule NAME
//	  match PATTERN        at least one; each is tried in turn
//	  priority N           0 to 99, default 50: the higher wins inside a unit
//	  KEY VALUES           a condition or setting that the user of the matches
//	                       knows by name, see Options
//	  example "TEXT" [=> key=value ...]
//	  counterexample "TEXT"
//
// A rule without an example and a counterexample is refused.
//
// # Patterns
//
//	"words"        these words, in any case
//	<lexicon>      a word or phrase of the lexicon
//	@Class         a mark of that class: @Country, @Number
//	gap(0..6)      up to so many words, inside one clause
//	( a | b c )    one or the other
//	x?             x or nothing
//	role:x         names what x matches
//	verb:x         x must be the head of a unit's verb group
//
// The first word, lexicon or phrase of a pattern that is not optional is its
// trigger, unless another element is marked with the role trig. A pattern is
// tried only where its trigger stands. Its cost is bounded: a pattern that
// could take more than 4,096 steps at one place is refused.
package grammar
