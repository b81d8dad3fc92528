// Package api serves the record to programs: JSON under /api/v1, described by an
// OpenAPI 3.1 document, and the same answers as tools of the Model Context
// Protocol.
//
// In goes a record.Record; out come an http.Handler, the document, and an MCP
// server. An operation is one line of the table in operations, with a function
// in the file of its noun: parameters checked as declared, an answer made by
// package encode, a schema from the table in schema.go. What an operation
// answers is held against its schema by a test, and the document against a
// golden: a change that readers can see needs another version.
//
// Every answer that bears tiers has the notice on what a tier means, every claim
// its words and their place, and what comes from a sample says so. Nothing is
// written, and nothing here words or sorts by counts.
package api
