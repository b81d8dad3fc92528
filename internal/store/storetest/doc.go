// Package storetest is the contract that every engine of package store keeps,
// as a test suite, and the readings that the suite is run with. Their texts
// are made up.
package storetest
