package text

import (
	"errors"
	"testing"
)

func TestPosition(t *testing.T) {
	s := &Source{Text: "one\nzwölf drei\r\n\nend"}
	for _, test := range []struct {
		name   string
		offset int
		want   Position
	}{
		{"the first byte", 0, Position{1, 1}},
		{"a line break belongs to its line", 3, Position{1, 4}},
		{"the first of a line", 4, Position{2, 1}},
		{"columns count characters, not bytes", 11, Position{2, 7}},
		{"an empty line", 17, Position{3, 1}},
		{"the end", 21, Position{4, 4}},
		{"before the text", -5, Position{1, 1}},
		{"behind the text", 99, Position{4, 4}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := s.Position(test.offset); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
	if got := (&Source{}).Position(3); got != (Position{1, 1}) {
		t.Errorf("in an empty text: got %v", got)
	}
}

func TestLine(t *testing.T) {
	s := &Source{Text: "one\nzwölf drei\r\n\nend"}
	for number, want := range []string{"", "one", "zwölf drei", "", "end", ""} {
		if got := s.Line(number); got != want {
			t.Errorf("line %d: got %q, want %q", number, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	s := Span{3, 6}
	for _, test := range []struct {
		name                string
		other               Span
		contained, overlaps bool
	}{
		{"itself", Span{3, 6}, true, true},
		{"inside", Span{4, 5}, true, true},
		{"empty at its end", Span{6, 6}, true, false},
		{"over its end", Span{5, 7}, false, true},
		{"touching", Span{6, 8}, false, false},
		{"around", Span{0, 9}, false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := s.Contains(test.other); got != test.contained {
				t.Errorf("contains: %t", got)
			}
			if s.Overlaps(test.other) != test.overlaps || test.other.Overlaps(s) != test.overlaps {
				t.Errorf("overlaps: %t and %t", s.Overlaps(test.other), test.other.Overlaps(s))
			}
		})
	}
	if s.Holds(2) || !s.Holds(3) || s.Holds(6) {
		t.Error("a span holds its first byte and not the one behind its last")
	}
	if got := s.Join(Span{8, 9}); got != (Span{3, 9}) || got.Len() != 6 || got.In("0123456789") != "345678" {
		t.Errorf("joined to %v", got)
	}
	if !(Span{}).Empty() || !(Span{4, 3}).Empty() || s.Empty() {
		t.Error("a span is empty where it has no byte")
	}
}

func TestNearest(t *testing.T) {
	names := []string{"law", "plan", "conviction", "prosecution", "Georgia"}
	for word, want := range map[string]string{
		"lwa": "law", "convction": "conviction", "PROSECUTION": "prosecution", "gorgia": "Georgia", "planing": "", "zebra": "", "": "",
	} {
		if got := Nearest(word, names); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
	if got := Nearest("b", []string{"a", "c"}); got != "a" {
		t.Errorf("among equals: got %q", got)
	}
}

func TestDiagnosticShowsLineAndCaret(t *testing.T) {
	s := &Source{Name: "a.rule", Text: "type law\n\tcount: Größe <Nuber> men\nend"}
	d := Diagnostic{Source: s, Span: Span{25, 32}, Message: `unknown class "Nuber"`, Hint: "did you mean <Number>?"}
	const want = "a.rule:2:15: unknown class \"Nuber\"\n" +
		"    2 |  count: Größe <Nuber> men\n" +
		"      |               ^^^^^^^\n" +
		"  hint: did you mean <Number>?"
	if got := d.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCaretKeepsToItsLine(t *testing.T) {
	s := &Source{Name: "a", Text: "one\ntwo"}
	for _, test := range []struct {
		name string
		span Span
		want string
	}{
		{"over the end of the line", Span{1, 7}, "a:1:2: m\n    1 | one\n      |  ^^"},
		{"empty", Span{2, 2}, "a:1:3: m\n    1 | one\n      |   ^"},
		{"behind the text", Span{7, 20}, "a:2:4: m\n    2 | two\n      |    ^"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := (Diagnostic{Source: s, Span: test.span, Message: "m"}).Error(); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestDiagnosticsAreSorted(t *testing.T) {
	a, b := &Source{Name: "a", Text: "x y"}, &Source{Name: "b", Text: "z"}
	ds := Diagnostics{{Source: b, Message: "third"}, {Source: a, Span: Span{2, 3}, Message: "second"}, {Source: a, Message: "first"}}
	err := ds.Err()
	var list Diagnostics
	if !errors.As(err, &list) || len(list) != 3 || list[0].Message != "first" || list[1].Message != "second" || list[2].Message != "third" {
		t.Errorf("got %v", err)
	}
	if err := (Diagnostics{}).Err(); err != nil {
		t.Errorf("no faults: got %v", err)
	}
}
