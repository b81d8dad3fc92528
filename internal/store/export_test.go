package store

import (
	"context"
	"database/sql"
	"io/fs"
	"path/filepath"
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
		for _, table := range []string{"document", "page", "part", "provenance", "original", "boxes", "narrative", "choice", "section", "claim", "participation", "doubt"} {
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

// Old copies the database in file into a new one of the schema that the first
// migration made, and returns that one's file.
func Old(t *testing.T, file string) string {
	t.Helper()
	old := filepath.Join(t.TempDir(), "old.db")
	list, err := migrations(sqliteFiles, "sqlite")
	if err != nil {
		t.Fatal(err)
	}
	pool, err := openWriter(old, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	ctx := context.Background()
	if err := inTx(ctx, pool, false, func(tx *sql.Tx) error { return apply(tx, list[:1], true) }); err != nil {
		t.Fatal(err)
	}
	if _, err := pool.Exec(`ATTACH $1 AS new`, file); err != nil {
		t.Fatal(err)
	}
	err = inTx(ctx, pool, false, func(tx *sql.Tx) error {
		tables, err := column(tx, `SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'migration' ORDER BY rowid`)
		for _, name := range tables {
			if err == nil {
				_, err = tx.Exec(`INSERT INTO main.` + name + ` SELECT * FROM new.` + name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return old
}
