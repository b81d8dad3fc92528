package reply

import "net/http"

// Abort ends an answer that was begun and cannot be ended: the connection is
// closed, so that half of it does not pass for the whole. It does not return.
func Abort() { panic(http.ErrAbortHandler) }
