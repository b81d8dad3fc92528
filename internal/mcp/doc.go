// Package mcp gives the record to language models: tools of the Model Context
// Protocol, all for reading.
//
// In goes a record.Record; out comes a server of the protocol, to be run on
// standard input and output or over HTTP. Each answer is text that can be quoted
// as it stands, and the same as JSON in the form of package encode: every claim
// with its sentence, the words that carry it, its hedge, source and silence, its
// citation and identifier, and the address of its words; what is of a sample
// says so, and the notice on what a tier means is never left out. Where a model
// would need to guess, it is told what there is instead.
package mcp
