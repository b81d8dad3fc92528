package plain

import (
	"bytes"
	"strings"
	"testing"

	"plumbline/internal/wording"
)

func TestTablePage(t *testing.T) {
	names := []string{"claim", "country", "year", "type", "count", "quote"}
	rows := [][]string{
		{"4f2a9c0d1e2f3a10", "RUR", "2016", "conviction", "7", "Courts convicted seven\ttraffickers,\ncompared with twelve the year before, and sent four of them to prison for at least five years each, which no court had done before"},
		{"4f2a9c0d1e2f3a11", "ZUB", "2016", "identification", "1,204", "Żubrówka’s police found 1,204 victims"},
		{"4f2a9c0d1e2f3a12", "ZUB", "2016", "law", "", "Article\x1b[2J 12"},
		{"4f2a9c0d1e2f3a13", "GRA"},
	}
	for _, test := range []struct {
		name  string
		width int
	}{{"width 80", 80}, {"width 72", 72}, {"width 120", 120}, {"width 30", 30}, {"no limit", 0}} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := Table(&out, names, rows, test.width); err != nil {
				t.Fatal(err)
			}
			limit := test.width
			if limit == 0 {
				limit = 1000
			}
			if test.width != 30 { // less than can be set
				sound(t, out.String(), limit)
			}
			golden(t, "testdata/table.txtar", test.name, out.String())
		})
	}
}

func TestTableWithoutRows(t *testing.T) {
	var out bytes.Buffer
	if err := Table(&out, []string{"country", "year"}, nil, 80); err != nil || out.String() != "country  year\n───────  ────\n" {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		name  string
		in    string
		width int
		want  string
	}{
		{"nothing is one empty line", "", 10, ""},
		{"a word that fits exactly", "abcde fghij", 5, "abcde|fghij"},
		{"a word that is too long is broken", "abcdefghijkl mn", 5, "abcde|fghij|kl mn"},
		{"wide characters count twice", "北京市 中", 4, "北京|市|中"},
		{"combining marks count nothing", "e\u0301e\u0301e\u0301 ab", 3, "e\u0301e\u0301e\u0301|ab"},
		{"a character wider than the line", "北京", 1, "北|京"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(wrap(test.in, test.width), "|"); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestWrapAtMost(t *testing.T) {
	for _, test := range []struct {
		name, in, want string
	}{
		{"what fits is left", "one two", "one two"},
		{"a cut ends in an ellipsis", "one two three four five six seven", "one two|three…"},
		{"a quote is closed again", "“one two three four five six seven”", "“one two|three…”"},
		{"a stop before the cut goes", "one two four, five six seven", "one two|four…"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(wrapAtMost(test.in, 8, 2), "|"); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		" a \n\t b ": "a b", "a\x1b[31mb": "a\uFFFD[31mb", "a\u202Eb": "a\uFFFDb", "a\u00A0b": "a b", "": "",
	} {
		if got := wording.Clean(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
