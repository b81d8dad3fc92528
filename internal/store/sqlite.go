package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
	code "modernc.org/sqlite/lib"

	"plumbline"
)

//go:embed sqlite/*.sql
var sqliteFiles embed.FS

// applicationID marks a file as a Plumbline database: "PLMB".
const applicationID = 0x504c4d42

// openWriter opens the one connection that writes. With more than one, SQLite
// hands out SQLITE_BUSY whatever the busy timeout.
func openWriter(file string, wait time.Duration) (*sql.DB, error) {
	return openPool(file, 1, []string{
		pragma("busy_timeout", wait.Milliseconds()),
		"_pragma=journal_mode(WAL)",
		"_pragma=synchronous(NORMAL)",
		"_pragma=foreign_keys(1)",
		"_pragma=cache_size(-32000)",
		"_pragma=journal_size_limit(67108864)",
		// A deferred transaction that reads and then writes is refused at
		// once when another one wrote in between.
		"_txlock=immediate",
	})
}

func openReaders(file string, wait time.Duration, n int) (*sql.DB, error) {
	params := []string{"mode=ro", pragma("busy_timeout", wait.Milliseconds()), "_pragma=query_only(1)"}
	if sealed(file) {
		params = append(params, "immutable=1") // SQLite else wants to make a file beside it
	}
	return openPool(file, n, params)
}

func pragma(name string, value int64) string { return fmt.Sprintf("_pragma=%s(%d)", name, value) }

func openPool(file string, n int, params []string) (*sql.DB, error) {
	full, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") { // C:/...
		full = "/" + full
	}
	uri := "file://" + (&url.URL{Path: full}).EscapedPath() + "?" + strings.Join(params, "&")
	pool, err := sql.Open("sqlite", uri)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(n)
	pool.SetMaxIdleConns(n)
	return pool, nil
}

// tidy lets the planner learn from what was written. Nothing depends on it, so
// it does not wait for anybody.
func tidy(pool *sql.DB) {
	_, _ = pool.Exec(`PRAGMA busy_timeout = 0`)
	_, _ = pool.Exec(`PRAGMA analysis_limit = 400`)
	_, _ = pool.Exec(`PRAGMA optimize`)
}

// foreign reports whether the file is SQLite's but not ours: it holds tables
// and lacks our mark.
func foreign(tx *sql.Tx) (bool, error) {
	var mark, tables int
	if err := tx.QueryRow(`PRAGMA application_id`).Scan(&mark); err != nil {
		return false, err
	}
	err := tx.QueryRow(`SELECT count(*) FROM sqlite_master`).Scan(&tables)
	return mark != applicationID && tables > 0, err
}

// claimFile marks the file as ours.
func claimFile(tx *sql.Tx) error {
	_, err := tx.Exec(fmt.Sprintf(`PRAGMA application_id = %d`, applicationID))
	return err
}

// changes counts the rows that this connection has ever changed.
func changes(tx *sql.Tx) (n int64, err error) {
	err = tx.QueryRow(`SELECT total_changes()`).Scan(&n)
	return n, err
}

// bump gives the database a new generation.
func bump(tx *sql.Tx) error {
	_, err := tx.Exec(`UPDATE generation SET number = number + 1, mark = lower(hex(randomblob(4)))`)
	return err
}

// indexWords makes the sentences and quotes of a document findable.
func indexWords(tx *sql.Tx, id plumbline.DocumentID) error {
	for _, statement := range []string{
		`INSERT INTO sentence_words (rowid, text) SELECT s.sequence, s.text
			FROM narrative n JOIN sentence s ON s.narrative = n.sequence WHERE n.document = $1`,
		`INSERT INTO claim_words (rowid, quote) SELECT c.sequence, c.quote
			FROM narrative n JOIN claim c ON c.narrative = n.id WHERE n.document = $1`,
		`INSERT OR REPLACE INTO indexed (document, mark) VALUES ($1, lower(hex(randomblob(8))))`,
	} {
		if _, err := tx.Exec(statement, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// matching lists the rows of a table of words that match, in their order.
func matching(tx *sql.Tx, table, match string) ([]int64, error) {
	var rows string // one value: a row for each would cost ten times as much
	err := tx.QueryRow(`SELECT group_concat(rowid) FROM `+table+` WHERE `+table+` MATCH $1`, match).Scan(toWords[string]{&rows})
	if err != nil || rows == "" {
		return nil, err
	}
	list := make([]int64, 0, strings.Count(rows, ",")+1)
	for row := range strings.SplitSeq(rows, ",") {
		n, err := strconv.ParseInt(row, 10, 64)
		if err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	slices.Sort(list) // which they are, though nothing says so
	return list, nil
}

// amongRows is the condition that a row that matches is in a JSON list. The plus
// keeps SQLite from matching anew for each of the list.
func amongRows(table, list string) string {
	return `+` + table + `.rowid IN (SELECT value FROM json_each(` + list + `))`
}

// tableExists reports whether the database has a table of that name.
func tableExists(tx *sql.Tx, name string) (bool, error) {
	var n int
	err := tx.QueryRow(`SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1`, name).Scan(&n)
	return n > 0, err
}

// positional rewrites the placeholders $1, $2... of a statement that uses each
// once and in order. SQLite looks up the others by name for every row.
func positional(query string) string {
	var b strings.Builder
	for i := 0; i < len(query); i++ {
		if query[i] != '$' {
			b.WriteByte(query[i])
			continue
		}
		b.WriteByte('?')
		for i+1 < len(query) && '0' <= query[i+1] && query[i+1] <= '9' {
			i++
		}
	}
	return b.String()
}

// unindexed keeps the planner from using an index on column.
func unindexed(column string) string { return "+" + column }

// integrity lists what SQLite itself finds wrong with the file, with an error
// also what it found before.
func integrity(tx *sql.Tx) ([]string, error) {
	rows, err := column(tx, `PRAGMA integrity_check`)
	var lines []string
	for line := range strings.Lines(strings.Join(rows, "\n")) {
		line = strings.TrimSpace(line)
		if line != "ok" && !strings.HasPrefix(line, "***") {
			lines = append(lines, line)
		}
	}
	if err != nil {
		return lines, err
	}
	orphans, err := column(tx, `SELECT 'table ' || "table" || ': row ' || coalesce(rowid, '?') || ' has no ' || parent FROM pragma_foreign_key_check`)
	return append(lines, orphans...), err
}

// copyInto writes a compact copy of the database, as of now, into an empty
// file.
func copyInto(ctx context.Context, pool *sql.DB, file string) error {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	// query_only forbids writing the copy too.
	if _, err := conn.ExecContext(ctx, `PRAGMA query_only = 0`); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, `VACUUM INTO $1`, file)
	_, back := conn.ExecContext(context.WithoutCancel(ctx), `PRAGMA query_only = 1`)
	return errors.Join(err, back)
}

// pathFault says what is wrong with a path before SQLite, which knows only
// "unable to open", sees it.
func pathFault(file string, o Options) *fault {
	if file == "" {
		return &fault{file: `""`, fact: "no name", advice: "give a file with --db"}
	}
	info, err := os.Stat(file)
	if err == nil && info.IsDir() {
		return &fault{file: file, fact: "is a folder", advice: "give a file with --db"}
	}
	folder := filepath.Dir(file)
	if above, err := os.Stat(folder); err != nil {
		return &fault{file: file, fact: fmt.Sprintf("its folder %s does not exist", folder), advice: "make the folder or give another file with --db", cause: err}
	} else if !above.IsDir() {
		return &fault{file: file, fact: fmt.Sprintf("%s is no folder", folder), advice: "give another file with --db"}
	}
	if (o.ReadOnly || o.MustExist) && errors.Is(err, os.ErrNotExist) {
		return &fault{file: file, fact: "does not exist", advice: `run "plumbline read" first or give another file with --db`, cause: err}
	}
	return nil
}

// engineFaults says what SQLite's result codes mean for a user.
var engineFaults = map[int]struct{ fact, advice string }{
	code.SQLITE_NOTADB:   {"not a database", "give another file with --db"},
	code.SQLITE_CORRUPT:  {"damaged", "restore a backup, or read the documents again into a new file"},
	code.SQLITE_BUSY:     {"locked by another program", "wait until it is done, then run the command again"},
	code.SQLITE_LOCKED:   {"locked by another program", "wait until it is done, then run the command again"},
	code.SQLITE_PROTOCOL: {"locked by another program", "wait until it is done, then run the command again"},
	code.SQLITE_READONLY: {"read-only", "make the file and its folder writable or give another file with --db"},
	code.SQLITE_FULL:     {"no space left", "free some space, then run the command again"},
	code.SQLITE_CANTOPEN: {"cannot be opened", "see to the permissions of the file and its folder"},
	code.SQLITE_PERM:     {"cannot be opened", "see to the permissions of the file and its folder"},
	code.SQLITE_IOERR:    {"the disk does not read or write", "check the disk, then restore a backup"},
	code.SQLITE_NOMEM:    {"out of memory", "close other programs, then run the command again"},
}

// engineFault returns what err means for a user, or nil where it does not come
// from the file.
func engineFault(file string, err error) *fault {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return nil
	}
	known, ok := engineFaults[e.Code()&0xff] // the rest is detail
	if !ok {
		return nil
	}
	return &fault{file: file, fact: known.fact, advice: known.advice, cause: err}
}
