// Package segment cuts a Document into Narratives and their Sections, and
// reads the tier that the publisher printed.
//
// In goes a Document; out come its Narratives in the order of the text, each
// with its country, report year, Sections, Placement and Furniture, and the
// Doubts that a person should look at. What claims the sections make is not
// read here.
// The tables of law enforcement that stand between narratives are read apart
// from them, by Enforcement.
//
// How a report is set out is data: data/layouts/NAME.layout has one Layout,
// data/layouts/outcome.phrases the words with which reports place a country,
// data/layouts/around.lines what stands on pages beside the text.
// Any line may be empty; # begins a comment line.
//
// # Layout files
//
// A line is a key and its value:
//
//	years    2017-2018
//	about    what a person should know of the style
//	source   where it was seen, with its mark of verification
//	heading  colon brackets
//	section  assessment       opens
//	section  recommendations  = RECOMMENDATIONS FOR <country>
//	section  profile          = TRAFFICKING PROFILE | SCOPE
//
// years is left out by a style of no particular year. heading says how the
// country and tier that head a narrative are written: colon (ALBANIA: TIER 2),
// brackets (NORTH KOREA (Tier 3)), dash, or none. All forms are read under
// every layout; the line helps to recognise it.
//
// The section lines stand in the order of the text. A section opens the
// narrative, or begins at its heading: several may be given, parted by |, and
// <country> stands for the rest of the heading. A heading counts in any case
// on a line of its own or before a colon; in capitals also where it stands
// glued to prose. A section without heading begins from the first of its rules
// that holds: compliance (the first sentence that speaks of the minimum
// standards), outcome (the first that states a placement), tier (the first
// paragraph that begins with a tier), last (the last paragraph of several).
//
// # Phrases
//
//	outcome upgraded: was|were upgraded to the? <tier>
//	efforts no: not making sufficient efforts ~ says "sufficient" where ...
//
// A line is a fact, its value, and the words that state it. a|b are
// alternatives, ? marks what may be missing. <tier> is a tier or Special Case,
// <special> only the latter, <from> a tier that is not the outcome, <nth> an
// ordinal, <num> a number, <any:3> up to three words of the same clause.
// Commas and case are passed over. What follows ~ is reported as a Doubt.
// Facts are meets, efforts, outcome, waiver and basis; the value none keeps
// words from being read as a statement.
//
// # What stands around the text
//
//	link  state.gov/reports/<year>-trafficking-in-persons-report
//	line  COUNTRY NARRATIVES *
//	note  EXTRACTED IN PART FROM
//	rest  RELATED ARTICLES
//	box   TOPICS OF SPECIAL INTEREST
//
// around.lines names what is no text of a narrative. A line stands alone, a
// note is a paragraph that begins so, rest ends the narrative unless one of
// its sections follows, a box ends where the text goes on. A * at the end
// leaves open what follows on the line. A link is an address that gives the
// report year where nothing else does.
package segment
