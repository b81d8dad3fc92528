// Package encode turns domain values into JSON, JSON Lines and CSV. It is the
// only encoder: whatever prints, serves or publishes a Narrative or a Claim has
// the same keys in the same order from here.
//
// In goes a Narrative or a Claim, out come bytes appended to a buffer.
//
// # JSON
//
// One object without a line break. Text is UTF-8; only quotes, backslashes and
// control characters are escaped. What the text does not say is null; a list
// that holds nothing is [], never null; waiver and approx are booleans. A count
// of 0 is 0 and an unknown count is null, and nothing here makes one of the
// other. Bytes that are not UTF-8 become U+FFFD: the output is valid whatever
// comes in. The keys, their meaning and unit are listed by NarrativeFields and
// ClaimFields.
//
// # CSV
//
// RFC 4180 with a header row. A column is named as its JSON key, with _ in
// place of the dots: citation.start is citation_start. Null is an empty cell,
// true and false are spelled out. A list is joined with ";": its items are ids
// for the greater part; of an instrument, which is in the text's own words and
// may hold a ";", JSON is the exact form. Evidence and sections are items of
// the form name:start-end.
//
// Cells that begin with =, +, - or @ are not altered, for a quote must stay
// byte for byte what the source says and a valence is + or -. A spreadsheet
// may take such a cell for a formula: import the columns as text.
//
// The package does no selecting, sorting or layout; plain text for a person is
// made by package plain.
package encode
