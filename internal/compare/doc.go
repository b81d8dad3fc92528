// Package compare holds the years of a country beside each other.
//
// Change writes the memo that 22 USC 7107(b)(1)(H) asks for where a country
// changed lists: the concrete actions, or the lack of them, that speak for the
// move and those that speak against it, each linked to the criteria of the
// standard, what the text tells anew, no longer or otherwise than the year
// before, and what would have to be known.
//
// In go the assessment of a country-year with its claims and, where the
// narrative of the year before is stored, the same of that year, both under one
// standard; out comes a plumbline.Memo. What may count as evidence was decided
// by the assessment: deeds of the assessed government, within the period,
// neither promises nor the publisher's own conclusions.
//
// A memo says what a text tells. It says that the text gives no concrete action
// where it gives none, it never says that an action led to a move, and a move
// that the two-year rule alone brings is called an automatic downgrade, no
// finding of no efforts.
package compare
