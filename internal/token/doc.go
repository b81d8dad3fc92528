// Package token cuts text into words and sentences, and reads the numbers,
// dates and amounts among them.
//
// In goes a text and the span of it to read; out come Tokens and Sentences
// whose offsets are bytes of that same text. Nothing is normalised but the key
// under which a word is looked up: case, curly apostrophes, ligatures and the
// letters that damaged PDF fonts exchange are folded there and only there.
//
// Words that rules and gazetteers speak of are known to a Vocab by number.
// A Vocab is filled while data files are loaded and only read afterwards, so
// any number of goroutines may scan with it at once. A word that no rule knows
// has the number Unknown.
//
// The package knows nothing of grammar, places or trafficking.
package token
