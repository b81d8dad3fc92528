package store

import (
	"errors"
	"os"
	"path/filepath"
)

// sealed reports whether the file lies where this user can write neither it
// nor beside it, and no log says that anybody else is: on a disk for reading
// only, or in an archive. Such a file can be read without locks.
func sealed(file string) bool {
	if _, err := os.Stat(file + "-wal"); err == nil {
		return false
	}
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err == nil {
		f.Close()
		return false
	}
	if errors.Is(err, os.ErrNotExist) {
		return false
	}
	probe, err := os.CreateTemp(filepath.Dir(file), ".plumbline-*")
	if err != nil {
		return true
	}
	probe.Close()
	os.Remove(probe.Name())
	return false
}
