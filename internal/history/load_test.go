package history_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"plumbline/data"
	"plumbline/internal/history"
	"plumbline/internal/text"
)

func TestFaultsInTables(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"contradictory placements", "placements.tsv", "AAA\t2011\t2\tsecondary\tlist\nAAA\t2011\t3\tsecondary\tlist\n", `
data/history/placements.tsv:2:10: contradictory placements: AAA 2011 is 2 on line 1 and 3 here
    2 | AAA 2011 3 secondary list
      |          ^
  hint: keep the better source, and say in its note what the other one has`},
		{"the same placement twice", "placements.tsv", "AAA\t2011\t2\tsecondary\tlist\nAAA\t2011\t2\tprimary\treport\n", `
data/history/placements.tsv:2:1: second row for AAA 2011; the first is on line 1
    2 | AAA 2011 2 primary report
      | ^^^
  hint: keep the better source`},
		{"all faults at once", "placements.tsv", "AAB\t2011\t2\tsecondary\tlist\nAAA\t1999\t2B\tsure\tlis\n", `
data/history/placements.tsv:1:1: unknown country "AAB"
    1 | AAB 2011 2 secondary list
      | ^^^
  hint: did you mean AAA? codes are listed in data/countries/countries.tsv
data/history/placements.tsv:2:1: AAA 1999 behind AAB 2011
    2 | AAA 1999 2B sure lis
      | ^^^
  hint: sort the rows by their first column, then by their second
data/history/placements.tsv:2:5: "1999" is no report year
    2 | AAA 1999 2B sure lis
      |     ^^^^
  hint: reports are of 2001 and later
data/history/placements.tsv:2:10: unknown tier "2B"
    2 | AAA 1999 2B sure lis
      |          ^^
  hint: tiers are 1, 2, 2WL, 3, SC
data/history/placements.tsv:2:13: unknown way of knowing "sure"
    2 | AAA 1999 2B sure lis
      |             ^^^^
  hint: it may be primary, secondary, or derived and a year
data/history/placements.tsv:2:18: unknown source "lis"
    2 | AAA 1999 2B sure lis
      |                  ^^^
  hint: did you mean list?`},
		{"derived from an earlier report", "placements.tsv", "AAA\t2018\t2\tderived 2017\tlist\n", `
data/history/placements.tsv:1:12: derived without a later year
    1 | AAA 2018 2 derived 2017 list
      |            ^^^^^^^^^^^^
  hint: write the year of the later report whose text it was worked out from, such as derived 2018`},
		{"a unit outside its years", "placements.tsv", "OLD\t2011\t2\tsecondary\tlist\n", `
data/history/placements.tsv:1:1: OLD has no report of 2011
    1 | OLD 2011 2 secondary list
      | ^^^
  hint: its years stand in data/countries/countries.tsv`},
		{"too few columns", "placements.tsv", "AAA\t2011\t2\n", `
data/history/placements.tsv:1:1: 3 columns
    1 | AAA 2011 2
      | ^^^^^^^^^^
  hint: the columns are country, year, tier, known, source, note, parted by tabs`},
		{"a treaty action that is none, on a day that is none", "treaties.tsv", "AAA\t2005-02-30\tratified\tlist\n", `
data/history/treaties.tsv:1:5: "2005-02-30" is no date
    1 | AAA 2005-02-30 ratified list
      |     ^^^^^^^^^^
  hint: write it as 2005-12-31
data/history/treaties.tsv:1:16: unknown action "ratified"
    1 | AAA 2005-02-30 ratified list
      |                ^^^^^^^^
  hint: it may be signature, ratification, accession, acceptance, approval, succession`},
		{"a second ratification", "treaties.tsv", "AAA\t2005-02-03\taccession\tlist\nAAA\t2006-02-03\taccession\tlist\n", `
data/history/treaties.tsv:2:16: second accession of AAA
    2 | AAA 2006-02-03 accession list
      |                ^^^^^^^^^
  hint: a country does it once`},
		{"a waiver twice", "downgrade-waivers.tsv", "AAA\t2018\tprimary\treport\nAAA\t2018\tprimary\treport\n", `
data/history/downgrade-waivers.tsv:2:1: second row for AAA 2018
    2 | AAA 2018 primary report
      | ^^^
  hint: keep one`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := history.Load(tables(map[string]string{test.file: test.text}), units)
			var faults text.Diagnostics
			if !errors.As(err, &faults) {
				t.Fatalf("no diagnostics: %v", err)
			}
			if got := "\n" + err.Error(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestTablesThatAreNotThere(t *testing.T) {
	fsys := tables(nil)
	delete(fsys, "history/placements.tsv")
	if _, err := history.Load(fsys, units); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without placements: %v", err)
	}
	h, err := history.Load(tables(nil), units)
	if err != nil {
		t.Fatal(err)
	}
	listed, known := h.ChildSoldiers("AAA")
	if len(listed) != 0 || len(known) != 0 || len(h.Treaty("AAA")) != 0 || len(h.Waivers("AAA")) != 0 {
		t.Error("something is known of nothing")
	}
}

// TestTablesSaySomething holds the comment of each bundled table to its rows.
func TestTablesSaySomething(t *testing.T) {
	files, err := fs.Glob(data.FS, "history/*.tsv")
	if err != nil || len(files) != 7 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(data.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
		if !strings.HasPrefix(lines[0], "# ") {
			t.Errorf("%s: does not begin by saying what it is", file)
		}
		if slices.ContainsFunc(lines, func(l string) bool { return strings.TrimRight(l, " \t") != l }) {
			t.Errorf("%s: blanks at the end of a line", file)
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("AAA\t2011\t2\tsecondary\tlist\n", "AAA\t2005-02-03\taccession\tlist\n", "AAA\t2018\tprimary\treport\n")
	f.Add("OLD\t2011\t2WL\tderived 2018\tlist\tnote\n#\n", "\t\t\t\n", "AAA\r\n")
	f.Fuzz(func(t *testing.T, placements, treaties, waivers string) {
		h, err := history.Load(tables(map[string]string{
			"placements.tsv": placements, "treaties.tsv": treaties, "downgrade-waivers.tsv": waivers, "child-soldier-lists.tsv": treaties,
		}), units)
		if err != nil {
			if err.Error() == "" {
				t.Error("a fault without words")
			}
			return
		}
		for _, c := range units {
			for _, p := range h.Placements(c.Code) {
				if p.Tier == "" || p.Source == "" || p.Year < history.FirstReport {
					t.Errorf("a placement that says nothing: %+v", p)
				}
			}
			h.Of(c.Code, laws)
		}
	})
}
