// Package pdf reads the text of PDF files.
//
// In go the bytes of a file. Out comes its text in reading order, with the
// page and box of each word. The engine is PDFium as WebAssembly: it runs
// inside the process without a C compiler, sees no file system and no network,
// and is stopped when a page takes too long.
//
// The way is characters -> words -> lines -> columns -> paragraphs:
//
//   - A line of the engine is cut where a gap is wider than any word space, so
//     that the lines of two columns, or two running heads, come apart.
//   - In lines of capitals, and where letters are set apart, the spaces between
//     words are found anew: there the engine errs.
//   - What stands in the band of the page's head or foot, or in the margins
//     beside the text, and comes again on other pages or is the page's number,
//     is furniture and is left out.
//   - The large first letter of a chapter goes to the word that it begins.
//   - Columns are found by the gaps between lines, never by the order in which
//     the file draws them. Headings across them are known by their letters, for
//     a short one lies over one column.
//   - Lines become paragraphs by leading, indents and the kind of letters; a
//     paragraph goes on over columns and pages.
//   - A hyphen at the end of a line is dropped or kept by the words that the
//     document itself uses, and by how it writes their parts. Ligatures become
//     letters, but for those that damaged fonts have in place of quotes.
//
// An open File also draws its pages, for a viewer that marks words on them: its
// Image is one page as a PNG, its Frame says where in that a box lies.
//
// A page that is a picture has no text. Where a Recognizer is given, it is drawn
// and handed to that; what comes back is ordered like the words of any other
// page.
//
// The package knows no narratives and no countries. It reads no forms and no
// notes.
package pdf
