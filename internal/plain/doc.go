// Package plain turns domain values into plain text for a person at a
// terminal.
//
// Table prints a list. Profile prints a country-year the way a reader wants
// it, with numbered citations. Explain prints one claim with its sentence, the
// words that shaped it marked below, and the rule that found it. Doubts prints
// what a person should look at, with the place and a caret.
//
// Law prints a version of the law with its citations in plain words, and
// LawDiff how one version differs from another.
//
// In goes the value and how wide the terminal is; out comes text. Colour is
// used only where it is asked for and says nothing that the words do not say.
// Widths are counted as a terminal shows them, so accents and wide characters
// do not shift a column. Line breaks and runs of blanks in a quote are shown as
// one blank, and control characters as U+FFFD, so that a text cannot drive the
// terminal; package encode has the exact bytes.
//
// What the text does not say is never shown as a zero: none reported, not
// reported, no evidence, no information and a stated zero have words of their
// own.
//
// The package selects nothing from a store, translates nothing and makes no
// HTML.
package plain
