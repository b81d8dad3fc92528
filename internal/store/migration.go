package store

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"sort"
)

// migration is one numbered file of schema changes.
type migration struct {
	number int
	name   string
	sql    string
}

// migrations lists the files of an engine's folder, by number from 1 without
// gaps.
func migrations(fsys fs.FS, folder string) ([]migration, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	var list []migration
	for _, e := range entries {
		m := migration{name: e.Name()}
		if _, err := fmt.Sscanf(e.Name(), "%04d_", &m.number); err != nil {
			return nil, fmt.Errorf("migration %s: no number; name it like 0001_readings.sql", e.Name())
		}
		text, err := fs.ReadFile(fsys, folder+"/"+e.Name())
		if err != nil {
			return nil, err
		}
		m.sql = string(text)
		list = append(list, m)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].number < list[j].number })
	for i, m := range list {
		if m.number != i+1 {
			return nil, fmt.Errorf("migration %s: number %d stands where %d should; number them from 1 without gaps", m.name, m.number, i+1)
		}
	}
	return list, nil
}

// migrate applies what the database has not seen yet, all in one transaction.
func (db *DB) migrate(ctx context.Context, list []migration) error {
	return db.update(ctx, func(tx *sql.Tx) error {
		have, err := db.schema(tx, len(list)) // another program may have been faster
		if err != nil {
			return err
		}
		if err := apply(tx, list[have:], have == 0); err != nil {
			return err
		}
		return catchUp(tx)
	})
}

func apply(tx *sql.Tx, list []migration, fresh bool) error {
	if fresh {
		if err := claimFile(tx); err != nil {
			return err
		}
		if _, err := tx.Exec(`CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)`); err != nil {
			return err
		}
	}
	for _, m := range list {
		if _, err := tx.Exec(m.sql); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, err)
		}
		if _, err := tx.Exec(`INSERT INTO migration (number, name) VALUES ($1, $2)`, m.number, m.name); err != nil {
			return err
		}
	}
	return nil
}

// complete refuses a database that this program would have to change before
// it could read it.
func (db *DB) complete(have, newest int) error {
	switch {
	case have == 0:
		return &fault{file: db.file, fact: "empty", advice: `run "plumbline read" first`}
	case have < newest:
		return &fault{
			file:   db.file,
			fact:   fmt.Sprintf("its schema %d is older than this program's, %d", have, newest),
			advice: "open it once for writing, for instance by reading a document into it",
		}
	}
	return nil
}

// schema returns the number of the last migration that the database has seen,
// 0 for a new one. It refuses one that is not ours or newer than newest.
func (db *DB) schema(tx *sql.Tx, newest int) (int, error) {
	other, err := foreign(tx)
	if err != nil {
		return 0, err
	}
	if other {
		return 0, &fault{file: db.file, fact: "belongs to another program", advice: "give another file with --db"}
	}
	exists, err := tableExists(tx, "migration")
	if err != nil || !exists {
		return 0, err
	}
	var have int
	if err := tx.QueryRow(`SELECT coalesce(max(number), 0) FROM migration`).Scan(&have); err != nil {
		return 0, err
	}
	if have > newest {
		return 0, &fault{
			file:   db.file,
			fact:   fmt.Sprintf("its schema %d is newer than this program knows, %d", have, newest),
			advice: "use a newer plumbline",
		}
	}
	return have, nil
}
