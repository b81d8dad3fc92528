package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"plumbline"
)

// Backup writes a compact copy of the database, as of now, to a new file at
// path. Others may read and write meanwhile. The file appears whole or not at
// all; one that is there already is never touched (ErrConflict).
func (db *DB) Backup(ctx context.Context, path string) error {
	if f := pathFault(path, Options{}); f != nil {
		return &plumbline.Fault{Kind: plumbline.ErrInvalid, Fact: "backup " + f.file + ": " + f.fact, Hint: "give another file"}
	}
	taken := &plumbline.Fault{Kind: plumbline.ErrConflict, Fact: "backup " + path + ": the file exists already", Hint: "give another name"}
	if _, err := os.Lstat(path); err == nil {
		return taken
	}
	partial, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.partial")
	if err != nil {
		return fmt.Errorf("backup %s: %w; see to the permissions of its folder", path, err)
	}
	defer os.Remove(partial.Name())
	if err := partial.Close(); err != nil {
		return fmt.Errorf("backup %s: %w", path, err)
	}
	if err := copyInto(ctx, db.read, partial.Name()); err != nil {
		return fmt.Errorf("backup %s: %w", path, db.wrap(ctx, err))
	}
	if info, err := os.Stat(db.file); err == nil { // who may read the one may read the other
		if err := os.Chmod(partial.Name(), info.Mode().Perm()); err != nil {
			return fmt.Errorf("backup %s: %w", path, err)
		}
	}
	return reveal(partial.Name(), path, taken)
}

// reveal gives a finished file its name without ever taking the place of
// another one.
func reveal(partial, path string, taken error) error {
	err := os.Link(partial, path)
	if errors.Is(err, os.ErrExist) {
		return taken
	}
	if err == nil {
		return nil
	}
	if _, err := os.Lstat(path); err == nil { // a file system without links
		return taken
	}
	if err := os.Rename(partial, path); err != nil {
		return fmt.Errorf("backup %s: %w", path, err)
	}
	return nil
}
