// Package standard reads the law as data.
package standard
