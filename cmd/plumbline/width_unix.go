//go:build unix

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// widthOf gives the width of a terminal, or 80 where it does not tell.
func widthOf(f *os.File) int {
	if size, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ); err == nil && size.Col > 0 {
		return int(size.Col)
	}
	return 80
}
