// Package ingest takes in the bytes of a file and gives a Document.
//
// Each format has a file of its own and a line in the table formats. What a
// file is, its bytes say; where they do not tell, as between text and
// Markdown, the end of its name does. What neither tells is read as text.
//
// For text and Markdown in UTF-8 the Document's Text is the file's own bytes, a
// byte order mark and carriage returns included, so that offsets are true in
// the file as well. In any other encoding, and of any other format, it is the
// extracted text: a line for each paragraph and heading, an empty line between
// two. Headings, and the chapters of a book, are kept as Parts. What had to be
// guessed is told in Doubts.
//
// PDF: the text in reading order, with the page and place of each word; pages
// that are pictures are read where a Recognizer is given. HTML: the main text of the page, without menus, banners and lists of links.
// DOCX: paragraphs and tables of the text, without headers, notes and deleted
// words. EPUB: the chapters in the order of reading. Tables (CSV, TSV, JSON, JSON
// Lines): the text of each record, one below the other; where each begins, and
// what it says of country and year, are kept as Records. Unzip lists the files
// of an archive, to be read one by one.
//
// What cannot be read is refused with its place and the next step. Every
// format has bounds on size, number and depth, which hold before memory is
// spent; nothing is ever written to disk.
//
// The package finds no narratives and knows no countries.
package ingest
