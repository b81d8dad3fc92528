// Package bench puts the same text through plumbline and through a general
// language library, in one run, and prints how they compare.
//
// It is a module of its own so that the project itself does not depend on the
// library.
package bench
