// Package plumbline is the vocabulary of the project: what is read, what is
// said, and how it is cited.
//
// One noun stands in each file: Document, Narrative, Section, Placement,
// Claim, Citation, Country and the closed lists that a Claim draws on. The
// package does no input or output; the arrows between the nouns are the
// packages below internal/, see doc/architecture.md.
//
// Every word that also stands in JSON, CSV, SQL or HTML is spelled there as it
// is spelled here.
package plumbline
