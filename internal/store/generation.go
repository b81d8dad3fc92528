package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// Generation names a state of a database. Two that are equal name the same
// state; it makes an ETag or the key of a cache.
type Generation string

// Generation returns the state that the database is in now, whoever brought it
// there. It costs one row.
func (db *DB) Generation(ctx context.Context) (Generation, error) {
	var g Generation
	err := db.view(ctx, func(tx *sql.Tx) (err error) {
		g, err = generation(tx)
		return err
	})
	return g, err
}

// generation returns the state that tx sees.
func generation(tx *sql.Tx) (g Generation, err error) {
	err = tx.QueryRow(`SELECT number || '-' || mark FROM generation`).Scan(toWords[Generation]{&g})
	return g, err
}

// counted runs f and gives the database a new generation if f changed it.
func counted(tx *sql.Tx, f func(tx *sql.Tx) error) error {
	before, err := changes(tx)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return err
	}
	after, err := changes(tx)
	if err != nil || after == before {
		return err
	}
	return bump(tx)
}

// remember notes which file is open.
func (db *DB) remember() (err error) {
	if db.path, err = filepath.Abs(db.file); err == nil {
		db.info, err = os.Stat(db.path)
	}
	if err != nil {
		return gone(db.file, err)
	}
	return nil
}

// replaced returns a fault when another file has taken the place of the one
// that is open: what is written to that one nobody would ever see again.
func (db *DB) replaced() error {
	if db.info == nil { // it is being opened
		return nil
	}
	info, err := os.Stat(db.path)
	switch {
	case err != nil:
		return gone(db.file, err)
	case !os.SameFile(db.info, info):
		return &fault{file: db.file, fact: "another file took its place since it was opened", advice: "start again to use the new one"}
	}
	return nil
}

func gone(file string, cause error) *fault {
	return &fault{file: file, fact: "gone since it was opened", advice: "put it back, then start again", cause: cause}
}
