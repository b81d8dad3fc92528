package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

// unusable fails the test unless err is the one that a user should see.
func unusable(t *testing.T, err error, file, want string) {
	t.Helper()
	if want = "database " + file + ": " + want; err == nil || err.Error() != want {
		t.Errorf("got error: %v\n     want: %s", err, want)
	}
	if !errors.Is(err, store.ErrUnusable) {
		t.Errorf("%v is not ErrUnusable", err)
	}
}

func write(t *testing.T, file, content string) string {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// saved makes a database with one reading in it and returns its file.
func saved(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "plumbline.db")
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Save(t.Context(), storetest.Maker{Country: "AUT", Year: 2018, Claims: 200}.Reading()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

// outside runs SQL on a file by another connection than the store's.
func outside(t *testing.T, file string, queries ...string) *sql.Conn {
	t.Helper()
	pool, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	conn, err := pool.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	for _, q := range queries {
		if _, err := conn.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	return conn
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		file func(t *testing.T, dir string) string
		o    store.Options
		want string // FOLDER stands for the folder
	}{
		{"a missing folder", func(t *testing.T, dir string) string {
			return filepath.Join(dir, "no", "plumbline.db")
		}, store.Options{}, "its folder FOLDER/no does not exist; make the folder or give another file with --db"},
		{"a file in place of the folder", func(t *testing.T, dir string) string {
			return filepath.Join(write(t, filepath.Join(dir, "file"), ""), "plumbline.db")
		}, store.Options{}, "FOLDER/file is no folder; give another file with --db"},
		{"a folder", func(t *testing.T, dir string) string {
			return dir
		}, store.Options{}, "is a folder; give a file with --db"},
		{"a missing file that is only to be read", func(t *testing.T, dir string) string {
			return filepath.Join(dir, "plumbline.db")
		}, store.Options{ReadOnly: true}, `does not exist; run "plumbline read" first or give another file with --db`},
		{"a missing file that must exist", func(t *testing.T, dir string) string {
			return filepath.Join(dir, "plumbline.db")
		}, store.Options{MustExist: true}, `does not exist; run "plumbline read" first or give another file with --db`},
		{"a text", func(t *testing.T, dir string) string {
			return write(t, filepath.Join(dir, "report.txt"), strings.Repeat("The government made efforts.\n", 50))
		}, store.Options{}, "not a database; give another file with --db"},
		{"a text that is only to be read", func(t *testing.T, dir string) string {
			return write(t, filepath.Join(dir, "report.txt"), strings.Repeat("The government made efforts.\n", 50))
		}, store.Options{ReadOnly: true}, "not a database; give another file with --db"},
		{"an empty file that is only to be read", func(t *testing.T, dir string) string {
			return write(t, filepath.Join(dir, "plumbline.db"), "")
		}, store.Options{ReadOnly: true}, `empty; run "plumbline read" first`},
		{"another program's database", func(t *testing.T, dir string) string {
			file := filepath.Join(dir, "history.sqlite")
			outside(t, file, `CREATE TABLE visits (url TEXT)`)
			return file
		}, store.Options{}, "belongs to another program; give another file with --db"},
		{"a newer schema", func(t *testing.T, dir string) string {
			file := saved(t)
			outside(t, file, `INSERT INTO migration VALUES (7, '0007_later.sql')`)
			return file
		}, store.Options{}, fmt.Sprintf("its schema 7 is newer than this program knows, %d; use a newer plumbline", store.Newest(t))},
		{"a newer schema that is only to be read", func(t *testing.T, dir string) string {
			file := saved(t)
			outside(t, file, `INSERT INTO migration VALUES (7, '0007_later.sql')`)
			return file
		}, store.Options{ReadOnly: true}, fmt.Sprintf("its schema 7 is newer than this program knows, %d; use a newer plumbline", store.Newest(t))},
		{"a damaged first page", func(t *testing.T, dir string) string {
			file := saved(t)
			overwrite(t, file, 100, 600)
			return file
		}, store.Options{}, "damaged; restore a backup, or read the documents again into a new file"},
		{"a database locked by another program", func(t *testing.T, dir string) string {
			file := saved(t)
			outside(t, file, `PRAGMA locking_mode = EXCLUSIVE`, `BEGIN EXCLUSIVE`, `UPDATE document SET title = 'mine'`)
			return file
		}, store.Options{Wait: 20 * time.Millisecond}, "locked by another program; wait until it is done, then run the command again"},
		{"a path without a name", func(t *testing.T, dir string) string { return "" }, store.Options{}, `no name; give a file with --db`},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			file := c.file(t, dir)
			before := content(file)
			db, err := store.Open(t.Context(), file, c.o)
			if err == nil {
				db.Close()
			}
			shown := file
			if shown == "" {
				shown = `""`
			}
			unusable(t, err, shown, strings.ReplaceAll(c.want, "FOLDER", dir))
			if content(file) != before {
				t.Errorf("%s was changed", file)
			}
		})
	}
}

func content(file string) string {
	b, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return string(b)
}

// overwrite puts nonsense into a file.
func overwrite(t *testing.T, file string, at, length int) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	copy(b[at:], strings.Repeat("\xa5", length))
	write(t, file, string(b))
}

func TestOpenTakes(t *testing.T) {
	for _, name := range []string{"plumbline.db", "with space.db", "50%3f.db", "what?mode=ro&x=1#2.db", "üñ.db"} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			db, err := store.Open(t.Context(), name, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.Save(t.Context(), storetest.Maker{Claims: 1}.Reading()); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(name); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("an empty file", func(t *testing.T) {
		file := write(t, filepath.Join(t.TempDir(), "plumbline.db"), "")
		db, err := store.Open(t.Context(), file, store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		db.Close()
	})
}

func TestReadOnlyNeverWrites(t *testing.T) {
	file := saved(t)
	before := content(file)
	db, err := store.Open(t.Context(), file, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	cs, err := db.Claims(t.Context(), store.ClaimFilter{})
	if err != nil || len(cs) != 200 {
		t.Errorf("got %d claims, %v, want 200", len(cs), err)
	}
	_, err = db.Save(t.Context(), storetest.Maker{Seed: "b"}.Reading())
	unusable(t, err, file, "opened for reading only; open it for writing")
	unusable(t, db.Remove(t.Context(), "abcd"), file, "opened for reading only; open it for writing")
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	if content(file) != before {
		t.Error("the file was changed")
	}
}

func TestSaveWaitsForALockAndGivesUp(t *testing.T) {
	file := saved(t)
	other, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	defer other.Hold(t)()
	db, err := store.Open(t.Context(), file, store.Options{Wait: 20 * time.Millisecond})
	if err != nil {
		t.Fatal("opening needs no lock:", err)
	}
	defer db.Close()
	_, err = db.Save(t.Context(), storetest.Maker{Seed: "b"}.Reading())
	unusable(t, err, file, "locked by another program; wait until it is done, then run the command again")
	if cs, err := db.Claims(t.Context(), store.ClaimFilter{}); err != nil || len(cs) != 200 {
		t.Errorf("reading needs no lock: got %d claims, %v", len(cs), err)
	}
}

func TestDiskFullLeavesNothing(t *testing.T) {
	file := saved(t)
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	before := db.Rows(t)
	db.Exec(t, `PRAGMA max_page_count = 1`) // as few as there are
	_, err = db.Save(t.Context(), storetest.Maker{Seed: "b", Country: "AUT", Year: 2018, Claims: 500}.Reading())
	unusable(t, err, file, "no space left; free some space, then run the command again")
	if after := db.Rows(t); !maps.Equal(before, after) {
		t.Errorf("rows: got %v, want %v", after, before)
	}
	db.Exec(t, `PRAGMA max_page_count = 1000000`)
	if _, err := db.Save(t.Context(), storetest.Maker{Seed: "b", Country: "AUT", Year: 2018, Claims: 500}.Reading()); err != nil {
		t.Errorf("with space again: %v", err)
	}
}

func TestDamageIsNamed(t *testing.T) {
	file := saved(t)
	size := len(content(file))
	overwrite(t, file, 2*size/3, size/5) // neither the schema nor what the planner learned, which is read at once
	db, err := store.Open(t.Context(), file, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal("the first pages are sound:", err)
	}
	defer db.Close()
	const damaged = "damaged; restore a backup, or read the documents again into a new file"
	_, err = db.Claims(t.Context(), store.ClaimFilter{})
	unusable(t, err, file, damaged)
	problems, err := db.Check(t.Context())
	if err != nil || len(problems) == 0 {
		t.Errorf("check: got %v, %v, want problems", problems, err)
	}
}

// A program that is killed leaves the file and its log as they are.
func TestKilledProgram(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plumbline.db")
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r := storetest.Maker{Country: "AUT", Year: 2018, Claims: 50}.Reading()
	if _, err := db.Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	want := db.Rows(t)
	outside(t, file, `BEGIN`, `DELETE FROM claim`, `DELETE FROM narrative`) // and never gets further

	left := filepath.Join(t.TempDir(), "plumbline.db")
	write(t, left, content(file))
	write(t, left+"-wal", content(file+"-wal"))
	for _, o := range []store.Options{{ReadOnly: true}, {}} {
		again, err := store.Open(t.Context(), left, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := again.Rows(t); !maps.Equal(got, want) {
			t.Errorf("rows: got %v, want %v", got, want)
		}
		if problems, err := again.Check(t.Context()); len(problems) > 0 || err != nil {
			t.Errorf("check: got %v, %v", problems, err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestCancelledContext(t *testing.T) {
	db := openNew(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := db.Save(ctx, storetest.Maker{}.Reading())
	if !errors.Is(err, context.Canceled) || errors.Is(err, store.ErrUnusable) {
		t.Errorf("save: got %v, want context.Canceled", err)
	}
	if _, err := db.Claims(ctx, store.ClaimFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("claims: got %v, want context.Canceled", err)
	}
	stop := errors.New("enough")
	if _, err := db.Save(t.Context(), storetest.Maker{Claims: 9}.Reading()); err != nil {
		t.Fatal(err)
	}
	seen := 0
	err = db.EachClaim(t.Context(), store.ClaimFilter{}, func(*plumbline.Claim) error {
		seen++
		return stop
	})
	if err != stop || seen != 1 {
		t.Errorf("each claim: got %v after %d, want %v after 1", err, seen, stop)
	}
}

func TestMigrations(t *testing.T) {
	file := saved(t)
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	known := store.Newest(t)
	next := func(after int, name, sql string) fstest.MapFS { // what there is, and one more
		files := fstest.MapFS{}
		for n := 1; n <= known; n++ {
			files[fmt.Sprintf("sqlite/%04d_known.sql", n)] = &fstest.MapFile{Data: []byte(`never run again`)}
		}
		files[fmt.Sprintf("sqlite/%04d_%s.sql", known+after, name)] = &fstest.MapFile{Data: []byte(sql)}
		return files
	}
	before := db.Rows(t)
	broken := next(2, "broken", `CREATE TABLE more (x TEXT)`)
	maps.Copy(broken, next(1, "more", `DELETE FROM claim; CREATE TABLE more (x TEXT)`))
	err = db.Migrate(t.Context(), broken)
	if err == nil || !strings.Contains(err.Error(), "_broken.sql") {
		t.Errorf("got %v, want one that names the migration", err)
	}
	if after := db.Rows(t); !maps.Equal(before, after) {
		t.Errorf("a migration that stops half way: rows %v, want %v", after, before)
	}
	for range 2 {
		if err := db.Migrate(t.Context(), next(1, "more", `CREATE TABLE more (x TEXT)`)); err != nil {
			t.Fatal(err)
		}
	}
	gap := next(2, "gap", ``)
	want := fmt.Sprintf("migration %04d_gap.sql: number %d stands where %d should; number them from 1 without gaps", known+2, known+2, known+1)
	if err := db.Migrate(t.Context(), gap); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	want = "migration more.sql: no number; name it like 0001_readings.sql"
	if err := db.Migrate(t.Context(), fstest.MapFS{"sqlite/more.sql": {}}); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = store.Open(t.Context(), file, store.Options{})
	unusable(t, err, file, fmt.Sprintf("its schema %d is newer than this program knows, %d; use a newer plumbline", known+1, known))
}

func TestAnOldDatabaseIsBroughtUpToDate(t *testing.T) {
	file := store.Old(t, saved(t))
	_, err := store.Open(t.Context(), file, store.Options{ReadOnly: true})
	unusable(t, err, file, fmt.Sprintf("its schema 1 is older than this program's, %d; open it once for writing, for instance by reading a document into it", store.Newest(t)))
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	list, err := db.Documents(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatalf("got %d documents, %v", len(list), err)
	}
	if d, err := db.Document(t.Context(), list[0].ID); err != nil || d.Text == "" || d.Encoding != "" || len(d.Parts) > 0 {
		t.Errorf("got %+v, %v", d, err)
	}
	if problems, err := db.Check(t.Context()); len(problems) > 0 || err != nil {
		t.Errorf("check: got %v, %v", problems, err)
	}
}

func TestTwoProgramsMakeOneDatabase(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plumbline.db")
	errs := make(chan error)
	for range 4 {
		go func() {
			db, err := store.Open(context.Background(), file, store.Options{})
			if err == nil {
				err = db.Close()
			}
			errs <- err
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
