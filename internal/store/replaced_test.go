package store_test

import (
	"os"
	"testing"

	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

func TestAReplacedDatabaseIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(file string) error
		want  string
	}{
		"another in its place": {func(file string) error { return os.Rename(saved(t), file) },
			"another file took its place since it was opened; start again to use the new one"},
		"nothing in its place": {os.Remove, "gone since it was opened; put it back, then start again"},
	} {
		t.Run(name, func(t *testing.T) {
			file := saved(t)
			db, err := store.Open(t.Context(), file, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if err := c.spoil(file); err != nil {
				t.Fatal(err)
			}
			_, err = db.Claims(t.Context(), store.ClaimFilter{})
			unusable(t, err, file, c.want)
			_, err = db.Save(t.Context(), storetest.Maker{Seed: "b"}.Reading())
			unusable(t, err, file, c.want)
			_, err = db.Generation(t.Context())
			unusable(t, err, file, c.want)
		})
	}
}

// Whatever another program changes, a reader sees in the generation.
func TestGenerationOfAnotherProgram(t *testing.T) {
	file := saved(t)
	var dbs [2]*store.DB
	for i, o := range []store.Options{{ReadOnly: true}, {}} {
		db, err := store.Open(t.Context(), file, o)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		dbs[i] = db
	}
	before, err := dbs[0].Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := dbs[1].Save(t.Context(), storetest.Maker{Seed: "b"}.Reading()); err != nil {
		t.Fatal(err)
	}
	after, err := dbs[0].Generation(t.Context())
	if err != nil || after == before {
		t.Errorf("got %s, %v, want another than %s", after, err, before)
	}
}
