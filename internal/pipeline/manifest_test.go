package pipeline

import (
	"path/filepath"
	"strings"
	"testing"

	"plumbline"
)

func TestManifestGivesInputs(t *testing.T) {
	const list = "\uFEFFcountry,file,year,title,layout,source,retrieved\r\n" +
		"PRK,prk.txt,2007,\"Korea, North\",,https://example.org/a,2026-03-04\r\n" +
		"\r\n" +
		"macedonia,sub/mkd.txt,,,\r\n" +
		",whole.txt, 2018 ,,tip-2017\r\n"
	m, err := testReader().Manifest("dir/files.csv", []byte(list))
	if err != nil {
		t.Fatal(err)
	}
	want := []Input{
		{File: filepath.Join("dir", "prk.txt"), Title: "Korea, North", Source: "https://example.org/a", Retrieved: "2026-03-04", Context: plumbline.Context{Country: "PRK", Year: 2007, Single: true}},
		{File: filepath.Join("dir", "sub", "mkd.txt"), Context: plumbline.Context{Country: "MKD", Single: true}},
		{File: filepath.Join("dir", "whole.txt"), Context: plumbline.Context{Year: 2018, Layout: "tip-2017"}},
	}
	if len(m.Rows) != len(want) {
		t.Fatalf("got %d rows", len(m.Rows))
	}
	for i, row := range m.Rows {
		if got, w := row.Input, want[i]; got.File != w.File || got.Title != w.Title || got.Source != w.Source || got.Retrieved != w.Retrieved || got.Context != w.Context {
			t.Errorf("row %d: got %+v", i, got)
		}
	}
	fault := m.Fault(m.Rows[1], "no such file", "look for it").Error()
	if want := "dir/files.csv:4:11: no such file\n    4 | macedonia,sub/mkd.txt,,,\n      |           ^^^^^^^^^^^\n  hint: look for it"; fault != want {
		t.Errorf("got\n%s", fault)
	}
}

func TestManifestFaults(t *testing.T) {
	cases := []struct {
		name, list string
		rows       int
		want       []string
	}{
		{"empty", "", 0, []string{"m.csv: empty manifest", "begin it with the line: file,country,year"}},
		{"a column is missing", "file,country\na.txt,PRK\n", 0, []string{"m.csv:1:1: column year is missing", "hint: begin the manifest with the line: file,country,year"}},
		{"a column with a slip", "file,contry,year\n", 0, []string{`m.csv:1:6: unknown column "contry"`, "did you mean country?", "column country is missing"}},
		{"parted by something else", "file;country;year\na.txt;PRK;2007\n", 0, []string{"m.csv:1:1: its columns are not parted by commas", "hint: save it as CSV with commas; it begins with the line: file,country,year"}},
		{"a column twice", "file,country,year,year\na.txt,,,\n", 1, []string{"m.csv:1:19: column year stands here twice"}},
		{"an unknown country among good rows", "file,country,year\na.txt,PRK,2007\nb.txt,Frence,2007\n", 1,
			[]string{`m.csv:3:7: unknown country "Frence"`, "did you mean FRA (France)?"}},
		{"an unknown code", "file,country,year\nb.txt,PRX,2007\n", 0, []string{`unknown country "PRX"`, "did you mean PRK (North Korea)?"}},
		{"a bad year", "file,country,year\nb.txt,PRK,07\n", 0, []string{`m.csv:2:11: unknown year "07"`, "years are 2000 to 2100"}},
		{"a bad date", "file,country,year,retrieved\nb.txt,PRK,2007,4 March\n", 0, []string{`m.csv:2:16: unknown date "4 March"`, "write it as in: 2026-03-04"}},
		{"a file twice", "file,country,year\nb.txt,PRK,2007\n./b.txt,PRK,2008\n", 1, []string{"m.csv:3:1: ./b.txt is listed twice", "line 2"}},
		{"no file", "file,country,year\n,PRK,2007\n", 0, []string{"m.csv:2:1: no file named"}},
		{"too many values", "file,country,year\nb.txt,PRK,2007,x\n", 0, []string{"m.csv:2:1: 4 values for 3 columns"}},
		{"too few values", "file,country,year\nb.txt,PRK\n", 0, []string{"m.csv:2:1: 2 values for 3 columns"}},
		{"no CSV", "file,country,year\n\"b.txt,PRK,2007\n", 0, []string{"m.csv:2:1: not CSV"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m, err := testReader().Manifest("m.csv", []byte(c.list))
			if err == nil {
				t.Fatal("no fault")
			}
			if len(m.Rows) != c.rows {
				t.Errorf("%d rows", len(m.Rows))
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q is not in\n%s", w, err)
				}
			}
		})
	}
}

func TestCountry(t *testing.T) {
	cases := map[string]plumbline.CountryCode{
		"prk": "PRK", "North Korea": "PRK", " north korea ": "PRK", "FRENCH REPUBLIC": "FRA", "Macedonia": "MKD",
	}
	for name, want := range cases {
		if got, err := testReader().Country(name, 0); err != nil || got != want {
			t.Errorf("Country(%q) = %s, %v", name, got, err)
		}
	}
	_, err := testReader().Country("zz", 0)
	if want := `unknown country "zz"; use an ISO 3166-1 alpha-3 code such as PRK, or a name in English`; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}
