// Package history knows the past: the tiers of former reports, treaty actions,
// waivers and the lists of child-soldier use, as dated facts with their sources,
// and the clock of the two-year rule that runs on them.
//
// In go the tables of data/history and the narratives that a user has read; out
// come placements by country and year, the Clock of 22 USC 7107(b)(2)(D) and (F)
// for a report, and, for what a narrative says of its country's past, whether
// the history bears it out. Nothing is guessed: a year that no table and no
// narrative gives is unknown, and whatever needs it is unknown too.
//
// # The tables
//
// Text, a line a fact, columns parted by tabs, # for comments.
//
//	placements.tsv           country  year  tier  known  source  note
//	treaties.tsv             country  date  action  source  note
//	downgrade-waivers.tsv    country  year  known  source  note
//	restrictions-waivers.tsv country  year  known  source  note
//	child-soldier-lists.tsv  country  year  source  note
//	successions.tsv          successor  predecessor  year
//	sources.tsv              name  what it is
//
// Known is primary, secondary, or derived and the year of the report that the
// fact was worked out from. The note may be left out. Rows are sorted by country
// and then by year or date, a unit has rows for its own years only, and a
// country-year has one row: two that differ are contradictory placements, which
// Load refuses. Placements and sources must be there; another table that is not
// is one of which nothing is known.
//
// # Which fact counts
//
// Of several for a country-year: one read in the report itself, then the printed
// placement of a stored narrative, then a list, then a stored short entry of an
// almanac, whose year is often stale, then what later texts tell of it. The
// others are kept and shown. The row of the report under test, and rows worked
// out from its text, are never history for it.
//
// # The clock
//
// A year counts when the country stood on Tier 2 Watch List, from the first
// report that the law counts (2009). It ends on any other tier and on a Special
// Case. After two such years a further one needs a downgrade waiver, of which
// the law of the report's year allows two more years (2009-2018) or one (since
// 2019); then list C follows. Waivers used are the years beyond two. The statute
// says "the special watch list", which upgraded countries are on too; the
// Department counts Tier 2 Watch List only, and so does the clock unless
// Options.AnyLimb asks for the other reading.
//
// Under (F), since 2019, a country that came to Tier 3 straight from two or more
// counting years, and back to the Watch List straight from Tier 3, may stay one
// year. The statute sets no end to this; that another tier in between, or a
// downgrade after a single year, ends it is our reading: in 2025 a country
// remained for a second year that had been downgraded after one.
//
// The package decides no tier and reads no text.
package history
