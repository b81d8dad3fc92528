// Package seed makes property tests draw the same cases on every run, so that
// what passes once passes again; with -rapid.seed=0 they draw new ones.
//
// In goes a package's testing.M, out comes the end of its test program. Only
// tests import it.
package seed
