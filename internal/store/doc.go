// Package store keeps readings in a database and finds them again.
//
// In goes a plumbline.Reading: a Document with its Narratives, Claims and
// Doubts. Save puts it down whole or not at all. Out come the same values,
// exactly as saved, by filter or id. The package neither reads files nor
// judges claims; the one thing it insists on is that every span lies inside
// its text and every quote is the bytes of its span.
//
// What makes two readings the same is the Document's ID, which stands for its
// bytes and the context it was read in, and the hash of the rules. A reading
// that is there already changes nothing. One with other rules takes the place
// of the old one in a single transaction.
//
// Of a file with pages the bytes themselves can be kept, so that its pages can
// be shown: once for all documents of the same bytes, until the last of them is
// removed. Where its words stand is kept with the document. Lists load neither.
//
// A country-year has one primary narrative, which stands for it wherever
// figures are summed up: the one a person picked with SetPrimary, else that of
// the latest document read. A sample never takes that place from an official
// text, and a narrative without country or year is never primary.
//
// The schema is the numbered files of sqlite/. They are only ever added to:
// a database remembers which it has seen, gets the rest when it is opened for
// writing, and is refused when it has seen one that this program lacks.
//
// Search looks through sentences and the quotes of claims, which are indexed
// as they are saved. Nothing that a person types is ever syntax. What else is
// asked of them, and counted, is read into memory at the first search of each
// Generation: 24 bytes for each, 1.2 MB for a report of 33,000 claims.
//
// Every change of the database makes a new Generation, by which caches and
// ETags know that nothing changed. A file that another one has taken the place
// of is refused: nobody would see what is written to it.
//
// Every exported method that touches the database is one transaction. SQL
// that holds for SQLite alone stands in sqlite.go.
package store
