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
//	                       words that bear on what is said near them. REACH is
//	                       group, unit (where it is left out), after, object,
//	                       below, down, clause, onward or sentence, see Reach; where
//	                       cues overlap the leftmost and then the longest counts,
//	                       and the kind none makes words be no cue
//
//	rule NAME
//	  match PATTERN        at least one; each is tried in turn
//	  priority N           0 to 99, default 50: the higher wins inside a unit
//	  with <a> <b>         the unit must have an entry of each lexicon
//	  without <a> <b>      it may have an entry of none
//	  verb <a> <b>         its verb group must have an entry of one of them
//	  subject <a> <b>      its subject must
//	  not-subject <a> <b>  its subject may have none
//	  KEY VALUES           a setting that the user of the matches knows by name,
//	                       see Options
//	  example "TEXT" [=> key=value ...]
//	  counterexample "TEXT"
//
// A rule without an example and a counterexample is refused, and so is one in a
// file without a type. Lexicons may be used in any file, before or behind the
// place where they are defined. The lexicons that the analysis of sentences
// itself uses (see words.go) must be defined in one of the files.
//
// # Patterns
//
//	"words"        these words, in any case
//	<lexicon>      a word or phrase of the lexicon, the longest that stands there
//	@Class         a mark of that class: @Country, @Number
//	gap(0..6)      up to so many words, at most 60, inside one clause, as few as hold
//	( a | b c )    one or the other, the first that holds
//	x?             x or nothing
//	role:x         names what x matches, 6 names at most
//	verb:x         x, one word or lexicon, must be the head of a unit's verb group
//
// The first word, lexicon or phrase of a pattern that is not optional is its
// trigger, else the first choice of such; trig:x makes x the trigger. A pattern
// is tried only where its trigger stands, and begins as near before it as it
// can: what may be left out there is. Its cost is bounded: a pattern that could
// take more than 4,096 steps at one place is refused.
package grammar
