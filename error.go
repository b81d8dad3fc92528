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

// Fault is an error that says what is wrong and what to do about it.
type Fault struct {
	Kind error  // one of the kinds above; may be nil
	Fact string // lower case, without a full stop
	Hint string // the next step; may be empty
}

// Error gives the fact and the hint: "empty file; check that it was saved".
func (f *Fault) Error() string {
	if f.Hint == "" {
		return f.Fact
	}
	return f.Fact + "; " + f.Hint
}

// Unwrap gives the kind of the fault.
func (f *Fault) Unwrap() error { return f.Kind }
