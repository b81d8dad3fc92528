package plumbline

import "errors"

// The kinds of fault that callers tell apart. Wrap them with %w, naming the
// thing first: `claim 4f2a…: not found`.
var (
	ErrNotFound  = errors.New("not found")
	ErrInvalid   = errors.New("invalid")
	ErrConflict  = errors.New("conflict")
	ErrForbidden = errors.New("forbidden")
)
