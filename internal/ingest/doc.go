// Package ingest takes in the bytes of a file and gives a Document.
//
// Each format has a file of its own and a line in the table formats. A
// format is chosen by the end of the file's name; a name without a known end,
// such as that of standard input, is read as plain text.
//
// For text and Markdown the Document's Text is the file's own bytes, a byte
// order mark and carriage returns included, so that offsets are true in the
// file as well. What cannot be such a text is refused with its place and the
// next step: an empty file, one that is really a PDF or a zip archive, bytes
// that are not UTF-8, a line longer than any report has.
//
// The package finds no narratives and knows no countries.
package ingest
