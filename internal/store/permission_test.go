//go:build unix

package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

// asNobody runs the test named as a child program without the rights of root,
// which no permission stops. It returns true in the child.
func asNobody(t *testing.T) (child bool) {
	t.Helper()
	const key = "PLUMBLINE_TEST_CHILD"
	if os.Getenv(key) == t.Name() {
		if os.Getuid() == 0 {
			if err := syscall.Setuid(65534); err != nil {
				t.Skip("cannot become another user:", err)
			}
		}
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), key+"="+t.Name())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("as another user: %v\n%s", err, out)
	}
	return false
}

// shared makes a folder that everybody may look into, and a database in it.
func shared(t *testing.T) (dir, file string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "plumbline-test-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		os.Chmod(dir, 0o755)
		os.RemoveAll(dir)
	})
	file = filepath.Join(dir, "plumbline.db")
	db, err := store.Open(t.Context(), file, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Save(t.Context(), storetest.Maker{Country: "AUT", Year: 2018, Claims: 9}.Reading()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

func TestWithoutPermission(t *testing.T) {
	const key = "PLUMBLINE_TEST_FILE"
	if file := os.Getenv(key); file == "" {
		dir, file := shared(t)
		t.Setenv(key, file)
		for mode, fileMode := range map[os.FileMode]os.FileMode{0o555: 0o444, 0o755: 0o444, 0o777: 0o444, 0o000: 0o644} {
			if err := os.Chmod(file, fileMode); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(dir, mode); err != nil {
				t.Fatal(err)
			}
			t.Setenv("PLUMBLINE_TEST_MODE", fmt.Sprintf("%o", mode))
			asNobody(t)
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		return
	} else if asNobody(t) {
		withoutPermission(t, file, os.Getenv("PLUMBLINE_TEST_MODE"))
	}
}

func withoutPermission(t *testing.T, file, mode string) {
	if mode == "0" {
		_, err := store.Open(t.Context(), file, store.Options{ReadOnly: true})
		unusable(t, err, file, "cannot be opened; see to the permissions of the file and its folder")
		return
	}
	db, err := store.Open(t.Context(), file, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("folder %s: to read: %v", mode, err)
	}
	cs, err := db.Claims(t.Context(), store.ClaimFilter{})
	if err != nil || len(cs) != 9 {
		t.Errorf("folder %s: got %d claims, %v, want 9", mode, len(cs), err)
	}
	if err := db.Close(); err != nil {
		t.Errorf("folder %s: %v", mode, err)
	}
	db, err = store.Open(t.Context(), file, store.Options{})
	if err == nil {
		_, err = db.Save(t.Context(), storetest.Maker{Seed: "b"}.Reading())
		db.Close()
	}
	unusable(t, err, file, "read-only; make the file and its folder writable or give another file with --db")
	if mode != "555" { // who runs the test may be the folder's owner
		return
	}
	fresh := filepath.Join(filepath.Dir(file), "new.db")
	_, err = store.Open(t.Context(), fresh, store.Options{})
	unusable(t, err, fresh, "cannot be opened; see to the permissions of the file and its folder")
}
