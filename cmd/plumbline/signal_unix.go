//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// heedFileSize lets a write beyond the user's limit on file size fail like any
// other one, with an error that says so, where it would end the program.
func heedFileSize() { signal.Ignore(syscall.SIGXFSZ) }
