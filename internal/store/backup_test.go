package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"plumbline"
	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

func TestBackup(t *testing.T) {
	db := openNew(t)
	r := storetest.Maker{Country: "AUT", Year: 2018, Claims: 300}.Reading()
	if _, err := db.Save(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	defer db.Hold(t)() // somebody is writing meanwhile
	dir := t.TempDir()
	file := filepath.Join(dir, "it's a copy.db")
	if err := db.Backup(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	only(t, dir, "it's a copy.db")

	for _, o := range []store.Options{{ReadOnly: true}, {}} {
		backup, err := store.Open(t.Context(), file, o)
		if err != nil {
			t.Fatal(err)
		}
		defer backup.Close()
		cs, err := backup.Claims(t.Context(), store.ClaimFilter{PrimaryOnly: true})
		if err != nil || !reflect.DeepEqual(cs, r.Claims) {
			t.Errorf("got %d claims, %v, want the %d saved", len(cs), err, len(r.Claims))
		}
		if problems, err := backup.Check(t.Context()); len(problems) > 0 || err != nil {
			t.Errorf("check: %v, %v", problems, err)
		}
	}
}

func TestBackupRefuses(t *testing.T) {
	db := openNew(t)
	if _, err := db.Save(t.Context(), storetest.Maker{Claims: 300}.Reading()); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "taken.db"), "mine")
	err := db.Backup(t.Context(), file)
	if want := "backup " + file + ": the file exists already; give another name"; err == nil || err.Error() != want || !errors.Is(err, plumbline.ErrConflict) {
		t.Errorf("got %v, want %s", err, want)
	}
	if content(file) != "mine" {
		t.Error("the file that was there was changed")
	}
	for _, path := range []string{"", dir, filepath.Join(dir, "no", "x.db")} {
		if err := db.Backup(t.Context(), path); !errors.Is(err, plumbline.ErrInvalid) {
			t.Errorf("backup to %q: got %v, want one that is ErrInvalid", path, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := db.Backup(ctx, filepath.Join(dir, "never.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	only(t, dir, "taken.db")
}

// only fails the test unless the folder holds just the one file.
func only(t *testing.T, dir, name string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != name {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
