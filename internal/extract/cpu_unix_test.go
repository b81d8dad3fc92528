//go:build unix

package extract

import (
	"syscall"
	"time"
)

// spent is the processor time of the program so far, which a busy machine
// stretches less than it stretches the time on the wall.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
