// Package page sets pages: values in, HTML out. It holds the templates, the
// style sheet, the font and the little script that pages use, and nothing that
// asks a database or a network.
//
// A page is a Body: a struct with what its template shows, in a file of the
// same name as the template (country.go, template/country.html). Render sets it
// in the Frame that all pages share: the title, where the reader is, the notice
// on what a tier means, and the note on samples. Every page works without the
// script; links go only to this site or, as source addresses, to where a report
// was fetched from.
//
// Claims are shown as Lines, so that a hedge, a silence and a citation look the
// same wherever they stand. Addresses of pages are made in link.go alone.
package page
