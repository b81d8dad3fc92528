package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"plumbline/internal/store"
	"plumbline/internal/store/storetest"
)

func TestCheckFinds(t *testing.T) {
	const quiet = `PRAGMA foreign_keys = 0`
	for _, c := range []struct {
		name, spoil string
		want        []string // the beginnings of the problems; ID stands for the thing's
	}{
		{"nothing", `UPDATE document SET title = 'new'`, nil},
		{"a quote that was changed", `UPDATE claim SET quote = 'CONVICTED 0 traffickers.' WHERE sequence = 1`,
			[]string{"claim ID: its quote is not what stands at bytes 53-77"}},
		{"a text that was changed", `UPDATE document SET text = replace(text, 'convicted 1 ', 'convicted 7 ')`,
			[]string{"document ID: its text is not the one that was read", "claim ID: its quote is not what stands at bytes 113-137"}},
		{"a citation outside the text", `UPDATE claim SET span_end = 100000 WHERE sequence = 1`,
			[]string{"claim ID: cites nothing inside the text"}},
		{"a citation outside its narrative", `UPDATE narrative SET span_end = 80`,
			[]string{"narrative ID: bytes 22-142 of its parts lie outside it", "claim ID: cites words outside its narrative", "claim ID: its quantity evidence lies outside its narrative"}},
		{"evidence outside the text", `UPDATE claim SET evidence = '[{"what":"hedge","start":5,"end":99999}]' WHERE sequence = 1`,
			[]string{"claim ID: its hedge evidence lies outside its narrative"}},
		{"a section outside its narrative", `UPDATE section SET span_end = 149`,
			[]string{"narrative ID: bytes 22-149 of its parts lie outside it"}},
		{"a narrative outside the text", `UPDATE narrative SET span_end = 149`,
			[]string{"narrative ID: its span lies outside the text"}},
		{"a country-year that nothing stands for", `UPDATE narrative SET is_primary = 0`,
			[]string{"narrative ID: is not marked as the primary one of AUT 2018"}},
		{"a claim of no narrative", `UPDATE claim SET narrative = 'none' WHERE sequence = 1`,
			[]string{"database FILE: table claim: row 1 has no narrative"}},
		{"an original that was changed", `UPDATE original SET bytes = CAST(replace(CAST(bytes AS TEXT), 'convicted 1 ', 'convicted 7 ') AS BLOB), packed = 0`,
			[]string{"original SHA: its bytes are not those that were read"}},
		{"an original that was cut off", `UPDATE original SET bytes = substr(bytes, 1, 20), packed = 1`,
			[]string{"original SHA: its bytes are not those that were read"}},
		{"an original of no document", `UPDATE document SET sha256 = 'another'`,
			[]string{"original SHA: is of no document"}},
		{"pages out of order", `INSERT INTO page VALUES ((SELECT id FROM document), 1, 20), ((SELECT id FROM document), 2, 10)`,
			[]string{"document ID: page 2 begins outside its text or before the page before it"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plumbline.db")
			db, err := store.Open(t.Context(), file, store.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			r := storetest.Maker{Country: "AUT", Year: 2018, Claims: 2}.Reading()
			r.Original = []byte(r.Document.Text)
			if _, err := db.Save(t.Context(), r); err != nil {
				t.Fatal(err)
			}
			db.Exec(t, quiet)
			db.Exec(t, c.spoil)
			problems, err := db.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			ids := strings.NewReplacer(string(r.Document.ID), "ID", string(r.Narratives[0].ID), "ID",
				string(r.Claims[0].ID), "ID", string(r.Claims[1].ID), "ID", file, "FILE", r.Document.SHA256, "SHA")
			for _, p := range problems {
				got = append(got, ids.Replace(p.String()))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}
