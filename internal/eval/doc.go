// Package eval holds what was read against annotations made by hand.
//
// In go gold files and, by file name, the Readings of their texts; out comes a
// Report: the figures, what was missed and what was too much, by type, by
// section and by rule. The package reads no texts itself: an Entry says what
// the pipeline is to be given.
//
// # Gold
//
// LoadGold knows three kinds. A .json file is one narrative; its spans are
// bytes of the corpus file named like its id in small letters (PRK-2007 stands
// in prk-2007.txt). A .jsonl file has an entry a line. An entry with "slice"
// is a full narrative, cut from tip-<year>.txt, and its spans are bytes of the
// slice. An entry without is a short one, found by its id in factbook-tip.json:
// its text is profile, blank line, rating, and the spans of its claims are
// bytes of the "field" that they name.
//
// # Figures
//
// All figures are counted over all entries together. A share (facts, tier,
// internal, hedged, movement, valence, reporting, previous) is right ones of
// all that could be compared. The others are F1: twice the found ones by
// the sum of gold and read. A claim is found when types agree, the spans share
// at least half of the shorter, and the read span is at most three times as
// long as gold's, 240 bytes being always allowed; one to one, largest share
// first. Annotations marked optional count neither for nor against. Silence
// stays apart from zero: reporting is right only if a figure is given for
// nothing but what is stated.
package eval
