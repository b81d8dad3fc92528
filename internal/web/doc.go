// Package web is the explorer: the pages that show the record, each with its
// twins as JSON and CSV at the same address.
//
// In goes a record.Record; out comes an http.Handler. A page is a function in a
// file of its own that turns a request into an answer, and one line in routes.
// The answer names the page's body (package page) and, where it has them, what
// writes its twins (package encode). All else is done once for all: forms of
// the answer, ETags, compression, caching for as long as the database stays as
// it is, errors, headers, limits and logs.
//
// Pages are for reading only: GET and HEAD. Logs hold addresses and figures,
// never words of a narrative.
package web
