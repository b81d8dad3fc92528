package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"plumbline"
)

// ErrUnusable is what errors.Is finds in every error that comes from the
// database itself and not from what was asked of it: no such file, no
// database, damaged, locked, newer than the program, disk full.
var ErrUnusable = errors.New("database cannot be used")

// fault is a database that cannot be used, said as
// "database FILE: fact; what to do".
type fault struct {
	file, fact, advice string
	cause              error // may be nil
}

func (f *fault) Error() string {
	return fmt.Sprintf("database %s: %s; %s", f.file, f.fact, f.advice)
}

func (f *fault) Is(target error) bool { return target == ErrUnusable }

// As gives the fault without the folders of the file, for those whom these are
// no concern of: clients of a server.
func (f *fault) As(target any) bool {
	to, ok := target.(**plumbline.Fault)
	if ok {
		*to = &plumbline.Fault{Kind: ErrUnusable, Fact: "database " + filepath.Base(f.file) + ": " + f.fact, Hint: f.advice}
	}
	return ok
}

func (f *fault) Unwrap() error { return f.cause }

// wrap names the database in an error of the engine, and turns those that mean
// that the database cannot be used into a fault. The package's own errors and
// nil pass unchanged.
func (db *DB) wrap(ctx context.Context, err error) error {
	switch {
	case err == nil, errors.Is(err, ErrUnusable), said(err):
		return err
	case ctx.Err() != nil:
		return fmt.Errorf("database %s: %w", db.file, ctx.Err())
	}
	if f := engineFault(db.file, err); f != nil {
		return f
	}
	return fmt.Errorf("database %s: %w", db.file, err)
}

// said reports whether err already tells the user what was wrong with the
// request.
func said(err error) bool {
	for _, kind := range []error{plumbline.ErrNotFound, plumbline.ErrInvalid, plumbline.ErrConflict, plumbline.ErrForbidden} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}
