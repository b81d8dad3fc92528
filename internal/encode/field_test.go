package encode

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"plumbline"
)

// cell is a value of a JSON object as CSV shows it.
type cell struct{ path, value string }

// flatten reads one JSON object into its leaves in the order of its keys.
func flatten(t *testing.T, line []byte) []cell {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	cells := flattenObject(t, dec, "")
	if _, err := dec.Token(); err != io.EOF {
		t.Fatalf("something follows the object: %s", line)
	}
	return cells
}

func flattenObject(t *testing.T, dec *json.Decoder, prefix string) []cell {
	token(t, dec) // {
	var cells []cell
	for dec.More() {
		key := prefix + token(t, dec).(string)
		raw := json.RawMessage{}
		if err := dec.Decode(&raw); err != nil {
			t.Fatal(err)
		}
		inner := json.NewDecoder(bytes.NewReader(raw))
		inner.UseNumber()
		switch {
		case raw[0] == '{':
			cells = append(cells, flattenObject(t, inner, key+".")...)
		case raw[0] == '[':
			cells = append(cells, cell{key, flattenList(t, inner)})
		case string(raw) == "null":
			cells = append(cells, cell{key, ""})
		default:
			cells = append(cells, cell{key, fmt.Sprint(token(t, inner))})
		}
	}
	token(t, dec) // }
	return cells
}

func flattenList(t *testing.T, dec *json.Decoder) string {
	token(t, dec) // [
	var items []string
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			t.Fatal(err)
		}
		inner := json.NewDecoder(bytes.NewReader(raw))
		inner.UseNumber()
		if raw[0] == '{' {
			o := flattenObject(t, inner, "")
			items = append(items, o[0].value+":"+o[1].value+"-"+o[2].value)
			continue
		}
		items = append(items, token(t, inner).(string))
	}
	return strings.Join(items, ";")
}

func token(t *testing.T, dec *json.Decoder) json.Token {
	t.Helper()
	tok, err := dec.Token()
	if err != nil {
		t.Fatal(err)
	}
	return tok
}

func paths(fields []Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

func leaves(cells []cell) (names, values []string) {
	for _, c := range cells {
		names = append(names, c.path)
		values = append(values, c.value)
	}
	return names, values
}

func TestFieldsAreTheKeys(t *testing.T) {
	whole := fullClaim()
	names, _ := leaves(flatten(t, AppendClaim(nil, &whole)))
	if want := paths(ClaimFields()); !slices.Equal(names, want) {
		t.Errorf("claim keys\n got %v\nwant %v", names, want)
	}
	n := fullNarrative()
	names, _ = leaves(flatten(t, AppendNarrative(nil, &n)))
	if want := paths(NarrativeFields()); !slices.Equal(names, want) {
		t.Errorf("narrative keys\n got %v\nwant %v", names, want)
	}
	for _, f := range append(ClaimFields(), NarrativeFields()...) {
		if f.Kind == "" || f.Meaning == "" {
			t.Errorf("field %s: no kind or no meaning", f.Name)
		}
	}
}

func TestCSVSaysWhatJSONSays(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for i := range 300 {
		c := randomClaim(r)
		if c.Terms == nil { // JSON has null for the whole, CSV empty cells
			c.Terms = &plumbline.Terms{}
		}
		names, values := leaves(flatten(t, AppendClaim(nil, &c)))
		compareRecord(t, i, names, values, ClaimColumns, AppendClaimCSV(nil, &c))
		var n plumbline.Narrative
		fill(r, reflect.ValueOf(&n).Elem())
		names, values = leaves(flatten(t, AppendNarrative(nil, &n)))
		compareRecord(t, i, names, values, NarrativeColumns, AppendNarrativeCSV(nil, &n))
	}
}

func compareRecord(t *testing.T, i int, names, values, columns []string, line []byte) {
	t.Helper()
	got, err := csv.NewReader(bytes.NewReader(line)).Read()
	if err != nil {
		t.Fatalf("record %d: %v\n%s", i, err, line)
	}
	if len(got) != len(columns) || len(got) != len(values) {
		t.Fatalf("record %d: %d cells, %d columns, %d JSON values", i, len(got), len(columns), len(values))
	}
	for j := range got {
		if columns[j] != strings.ReplaceAll(names[j], ".", "_") || got[j] != values[j] {
			t.Fatalf("record %d: %s is %q, JSON %s is %q", i, columns[j], got[j], names[j], values[j])
		}
	}
}

func TestCSVBytes(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"a plain cell is bare", `men and women`, `,men and women`},
		{"a comma is quoted", `men, women`, `,"men, women"`},
		{"quotes are doubled", `said "no" and "never"`, `,"said ""no"" and ""never"""`},
		{"only quotes", `""`, `,""""""`},
		{"a line break stays", "one\ntwo\r", ",\"one\ntwo\r\""},
		{"a formula is left as it is", `=1+1`, `,=1+1`},
		{"nothing", ``, `,`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := record{}
			r.word(test.in)
			if got := string(r.dst); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
