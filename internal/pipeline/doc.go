// Package pipeline runs the flow: file, Document, Narratives, Sections,
// Claims.
//
// Compile loads the data files once and gives a Reader; a Reader reads any
// number of files, from any number of goroutines. Read takes one file; Run
// takes many and hands each Reading to one sink, in the order of the inputs
// and the same byte for byte for any number of workers. The work is shared out
// by narrative, so that one large report keeps all workers busy too. How much
// is held in memory at once is bounded.
//
// A manifest says what is known of files before they are read:
//
//	file,country,year,title,publisher,released,layout,source,retrieved
//	prk.txt,PRK,2007,Trafficking in Persons Report,an office,2007-06,,https://example.org/prk,2026-03-04
//	whole.txt,,2018,,,,,,
//
// It is CSV with a header. The columns file, country and year must be there,
// the other ones may be; their order is free. File is relative to the
// manifest's folder. Country is an ISO 3166-1 alpha-3 code or a name; a row
// that has one makes its file a single narrative of that country even without
// a heading. Source is the address that the file was got from, retrieved when:
// they are kept with it. What is left blank is taken from the text. Empty lines are passed
// over.
//
// The package prints nothing and stores nothing.
package pipeline
