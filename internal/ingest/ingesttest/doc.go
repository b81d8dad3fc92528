// Package ingesttest makes files for tests of whatever takes files in: good
// ones of each format, and damaged or crafted ones that must do no harm.
//
// In goes nothing; out come names and bytes, the same each time. The package
// judges nothing.
package ingesttest
