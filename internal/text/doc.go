// Package text is the ground every other package stands on: places in a text
// and complaints about them.
//
// A Span is a half-open range of bytes. A Source is a named text that can turn
// a byte offset into a line and column. A Diagnostic is a fault at a Span; a
// list of them prints each fault with its line and a caret, so that the author
// of a data file sees what to mend.
//
// The package knows nothing of reports, words or claims.
package text
