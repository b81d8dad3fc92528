package store

import (
	"context"
	"database/sql"
	"io/fs"
	"testing"
)

// Exec runs SQL on the connection that writes.
func (db *DB) Exec(t *testing.T, query string, args ...any) {
	t.Helper()
	if _, err := db.write.Exec(query, args...); err != nil {
		t.Fatal(err)
	}
}

// Migrate brings db to the schema of the files in the folder sqlite of fsys.
func (db *DB) Migrate(ctx context.Context, fsys fs.FS) error {
	list, err := migrations(fsys, "sqlite")
	if err != nil {
		return err
	}
	return db.wrap(ctx, db.migrate(ctx, list))
}

// Hold takes the lock for writing and returns what lets go of it.
func (db *DB) Hold(t *testing.T) (release func() error) {
	t.Helper()
	tx, err := db.write.BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return tx.Rollback
}

// Rows counts the rows of each table.
func (db *DB) Rows(t *testing.T) map[string]int {
	t.Helper()
	counts := map[string]int{}
	err := db.view(context.Background(), func(tx *sql.Tx) error {
		for _, table := range []string{"document", "page", "part", "provenance", "original", "boxes", "narrative", "choice", "section", "claim", "doubt"} {
			var n int
			if err := tx.QueryRow(`SELECT count(*) FROM ` + table).Scan(&n); err != nil {
				return err
			}
			counts[table] = n
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

// Newest is the number of the last migration that there is.
func Newest(t *testing.T) int {
	t.Helper()
	list, err := migrations(sqliteFiles, "sqlite")
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}
