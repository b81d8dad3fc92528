package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"time"
)

// DB is an open database. It is safe for use by several goroutines at once;
// writes wait for each other.
type DB struct {
	file  string
	now   func() time.Time
	write *sql.DB // one connection; nil when opened for reading only
	read  *sql.DB
	path  string      // of the file, from the root
	info  os.FileInfo // of the file as it was opened

	textSides, claimSides lastSides
	counts                lastCounts
}

// Options say how to open a database. The zero value opens it for reading and
// writing and makes it when it is not there.
type Options struct {
	ReadOnly  bool             // never change the file; it must exist
	MustExist bool             // do not make a new file
	Wait      time.Duration    // for another program's lock; 0 means 10 s
	Readers   int              // connections for reading; 0 means 4
	Now       func() time.Time // stamps what is read; nil leaves no stamp
}

// Open opens the database in the file at path and brings its schema up to
// date. An error matches ErrUnusable when the file cannot serve: its folder is
// missing, it is no Plumbline database, it is damaged, locked by another
// program, read-only, or of a newer schema.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if o.Wait == 0 {
		o.Wait = 10 * time.Second
	}
	if o.Readers == 0 {
		o.Readers = 4
	}
	if f := pathFault(path, o); f != nil {
		return nil, f
	}
	db := &DB{file: path, now: o.Now}
	if err := db.connect(ctx, o); err != nil {
		return nil, errors.Join(db.wrap(ctx, err), db.close())
	}
	if err := db.remember(); err != nil {
		return nil, errors.Join(err, db.close())
	}
	return db, nil
}

// connect opens the pools and sees to the schema. A file that is there is
// looked at before it is opened for writing, which alone would change it.
func (db *DB) connect(ctx context.Context, o Options) error {
	list, err := migrations(sqliteFiles, "sqlite")
	if err != nil {
		return err
	}
	if db.read, err = openReaders(db.file, o.Wait, o.Readers); err != nil {
		return err
	}
	have := 0
	if o.ReadOnly || filled(db.file) {
		err := inTx(ctx, db.read, true, func(tx *sql.Tx) (err error) {
			have, err = db.schema(tx, len(list))
			return err
		})
		if err != nil {
			return err
		}
	}
	if o.ReadOnly {
		return db.complete(have, len(list))
	}
	if db.write, err = openWriter(db.file, o.Wait); err != nil {
		return err
	}
	if have < len(list) {
		return db.migrate(ctx, list)
	}
	return db.write.PingContext(ctx)
}

// filled reports whether there is a file with something in it.
func filled(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Size() > 0
}

// Close releases the database. The DB is of no use afterwards.
func (db *DB) Close() error {
	if db.write != nil {
		tidy(db.write)
	}
	return db.wrap(context.Background(), db.close())
}

func (db *DB) close() error {
	var err error
	if db.read != nil {
		err = db.read.Close()
	}
	if db.write != nil { // last, so that it folds the log into the file
		err = errors.Join(err, db.write.Close())
	}
	return err
}

// view runs f inside one read transaction: everything that f reads is of the
// same moment. It is refused once another file has taken the place of this one.
func (db *DB) view(ctx context.Context, f func(tx *sql.Tx) error) error {
	if err := db.replaced(); err != nil {
		return err
	}
	return db.wrap(ctx, inTx(ctx, db.read, true, f))
}

// update runs f inside one write transaction, which is kept only when f
// returns nil and ctx is still alive. Statements inside f need no ctx of their
// own: the transaction ends with it.
func (db *DB) update(ctx context.Context, f func(tx *sql.Tx) error) error {
	if db.write == nil {
		return &fault{file: db.file, fact: "opened for reading only", advice: "open it for writing"}
	}
	if err := db.replaced(); err != nil {
		return err
	}
	return db.wrap(ctx, inTx(ctx, db.write, false, func(tx *sql.Tx) error { return counted(tx, f) }))
}

func inTx(ctx context.Context, pool *sql.DB, readOnly bool, f func(tx *sql.Tx) error) error {
	tx, err := pool.BeginTx(ctx, &sql.TxOptions{ReadOnly: readOnly})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}
