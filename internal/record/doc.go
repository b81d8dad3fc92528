// Package record answers for the whole record: what the database holds of a
// country, a year or a narrative, together with the history, the law in force
// and what an assessment makes of them.
//
// In go a store, the bundled history and the standards; out come country-years
// with their claims, assessments, memos and the clock, ready to be shown. The
// subcommands, the pages and the API all ask here, so that each question has
// one answer. The package words nothing and lays nothing out.
//
// A Record is safe for use by several goroutines at once. Documents and the
// history with the stored placements are kept between questions and looked up
// anew when the database has changed.
package record
