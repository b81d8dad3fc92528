//go:build !unix

package extract

import "time"

var start = time.Now()

// spent is the time on the wall, where the processor's is not told.
func spent() time.Duration { return time.Since(start) }
