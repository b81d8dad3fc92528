package encode

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestStringBytes(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"nothing", ``, `""`},
		{"html is not escaped", `<b>&amp;</b>`, `"<b>&amp;</b>"`},
		{"letters beyond ascii stay", `São Tomé — 朝鮮 🙂`, `"São Tomé — 朝鮮 🙂"`},
		{"line separators stay", "a\u2028b\u2029", "\"a\u2028b\u2029\""},
		{"quotes and backslash", `"\`, `"\"\\"`},
		{"control characters", "\x00\b\t\n\f\r\x1f", `"\u0000\u0008\t\n\u000c\r\u001f"`},
		{"delete is no control character of json", "\x7f", "\"\x7f\""},
		{"a byte that is not utf-8", "ab\xffc", "\"ab\uFFFDc\""},
		{"a rune cut short at the end", "12345678\xe2\x82", "\"12345678\uFFFD\uFFFD\""},
		{"a replacement character of the text stays", "a\uFFFDb", "\"a\uFFFDb\""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := string(appendString(nil, test.in)); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestStringAtEveryOffset(t *testing.T) {
	for _, odd := range []string{`"`, `\`, "\n", "\x01", "é", "\x80", "!", "#", "[", "]", " "} {
		for before := range 20 {
			for after := range 10 {
				in := strings.Repeat("a", before) + odd + strings.Repeat("b", after)
				var out string
				if err := json.Unmarshal(appendString(nil, in), &out); err != nil {
					t.Fatalf("%q: %v", in, err)
				}
				if want := strings.ToValidUTF8(in, "\uFFFD"); out != want {
					t.Fatalf("%q came back as %q", in, out)
				}
			}
		}
	}
}

func FuzzString(f *testing.F) {
	for _, s := range append(strange, "\xff\xfe", "12345678\"") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		line := appendString(nil, in)
		var out string
		if err := json.Unmarshal(line, &out); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if utf8.ValidString(in) && out != in {
			t.Errorf("%q came back as %q", in, out)
		}
		if !utf8.Valid(line) {
			t.Errorf("%q is not UTF-8", line)
		}
	})
}

func BenchmarkString(b *testing.B) {
	plain := strings.Repeat("The authorities opened forty inquiries in that year. ", 40)
	for _, bench := range []struct{ name, in string }{
		{"escape free", plain},
		{"short", plain[:80]},
		{"some accents", strings.ReplaceAll(plain, "forty", "cuarenta años")},
		{"quotes", strings.ReplaceAll(plain, "forty", `"forty"`)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.in)))
			b.ReportAllocs()
			buf := make([]byte, 0, 2*len(bench.in)+2)
			for b.Loop() {
				buf = appendString(buf[:0], bench.in)
			}
		})
	}
}

func BenchmarkClaim(b *testing.B) {
	c := fullClaim()
	c.Citation.Quote = "The authorities opened forty inquiries in that year and closed five."
	buf := AppendClaim(nil, &c)
	b.Run("json", func(b *testing.B) {
		b.SetBytes(int64(len(buf)))
		b.ReportAllocs()
		for b.Loop() {
			buf = AppendClaim(buf[:0], &c)
		}
	})
	row := AppendClaimCSV(nil, &c)
	b.Run("csv", func(b *testing.B) {
		b.SetBytes(int64(len(row)))
		b.ReportAllocs()
		for b.Loop() {
			row = AppendClaimCSV(row[:0], &c)
		}
	})
}
