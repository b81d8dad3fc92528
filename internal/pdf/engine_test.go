package pdf

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCacheThatCannotBeWritten(t *testing.T) {
	temp := t.TempDir()
	file := filepath.Join(temp, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{"none": "", "a file": file, "below a file": filepath.Join(file, "folder")} {
		if cacheIn(folder) != nil {
			t.Errorf("%s: taken for a cache", name)
		}
	}
	if folder := filepath.Join(temp, "new", "folder"); cacheIn(folder) == nil {
		t.Errorf("a folder that can be made: no cache")
	} else if list, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(list) > 0 {
		t.Errorf("left in it: %v, %v", list, err)
	}
}

func TestDamagedCacheCostsOnlyTime(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the engine")
	}
	read(t, sound()) // so that the shared cache is filled
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(shared().CacheDir)); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "wazero-*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no compiled engine in the cache: %v", err)
	}
	for _, file := range files {
		if err := os.WriteFile(file, []byte("WAZEVO and no more"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	e := &Engine{CacheDir: folder}
	defer e.Close()
	if _, err := e.Read(t.Context(), sound(), Options{}); err != nil {
		t.Error(err)
	}
}
