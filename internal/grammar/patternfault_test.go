package grammar

import (
	"strings"
	"testing"
)

// patternFaults are what can be wrong with the pattern of a match line.
var patternFaults = []fault{
	{"a lexicon that there is not, in a pattern", `lexicon broker = broker+
type conviction
rule a
  match <brokre>
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:4:10: unknown lexicon <brokre>
    4 |   match <brokre>
      |          ^^^^^^
  hint: did you mean broker?`},
	{"a class that there is not", `type conviction
rule a
  match "x" @Contry
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: unknown class @Contry
    3 |   match "x" @Contry
      |             ^^^^^^^
  hint: did you mean Country?`},
	{"a word without quotes", `type conviction
rule a
  match "x" words
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: cannot read "words"
    3 |   match "x" words
      |             ^^^^^
  hint: write "words", <lexicon>, @Class, gap(0..3) or ( a | b )`},
	{"a quote without end", `type conviction
rule a
  match "x" "guilty
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: quote without end
    3 |   match "x" "guilty
      |             ^^^^^^^
  hint: close it with "`},
	{"empty quotes", `type conviction
rule a
  match ""
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:10: empty quotes
    3 |   match ""
      |          ^
  hint: write words between them`},
	{"a lexicon without end", `type conviction
rule a
  match "x" <be
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: lexicon without end
    3 |   match "x" <be
      |             ^^^
  hint: close it with >`},
	{"a bracket without end", `type conviction
rule a
  match "x" ( "y" | "z"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: bracket without end
    3 |   match "x" ( "y" | "z"
      |             ^^^^^^^^^^^
  hint: close it with )`},
	{"a bracket without a beginning", `type conviction
rule a
  match "x" )
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: unexpected ")"
    3 |   match "x" )
      |             ^`},
	{"a role of nothing", `type conviction
rule a
  match "x" role:
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:17: role of nothing
    3 |   match "x" role:
      |                 ^
  hint: write role:"words" in one`},
	{"gaps out of bounds", `type conviction
rule a
  match "x" gap(0..61) "y"
  match "x" gap(3..1) "y"
  match "x" gap(-1..2) "y"
  match "x" gap(2) "y"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:17: gap of "0..61"
    3 |   match "x" gap(0..61) "y"
      |                 ^^^^^
  hint: write gap(0..6), 60 at most
data/grammar/bad.rule:4:17: gap of "3..1"
    4 |   match "x" gap(3..1) "y"
      |                 ^^^^
  hint: write gap(0..6), 60 at most
data/grammar/bad.rule:5:17: gap of "-1..2"
    5 |   match "x" gap(-1..2) "y"
      |                 ^^^^^
  hint: write gap(0..6), 60 at most
data/grammar/bad.rule:6:17: gap of "2"
    6 |   match "x" gap(2) "y"
      |                 ^
  hint: write gap(0..6), 60 at most`},
	{"a gap without end", `type conviction
rule a
  match "x" gap(0..6
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:16: gap without end
    3 |   match "x" gap(0..6
      |                ^^^^^
  hint: close it with )`},
	{"a pattern that could take too many steps", `type conviction
rule a
  match "x" gap(0..60) "y" gap(0..60) "z" gap(0..1) "w"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:9: pattern could take 7442 steps at one place, more than 4096
    3 |   match "x" gap(0..60) "y" gap(0..60) "z" gap(0..1) "w"
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: narrow a gap or drop an alternative`},
	{"a pattern that can begin anywhere", `type conviction
rule a
  match "x"? @Number gap(0..3)
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:9: pattern without a trigger
    3 |   match "x"? @Number gap(0..3)
      |         ^^^^^^^^^^^^^^^^^^^^^^
  hint: one element that is not optional must be "words" or <lexicon>`},
	{"alternatives without brackets", `type conviction
rule a
  match "x" | "y"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: unexpected "| \"y\""
    3 |   match "x" | "y"
      |             ^^^^^
  hint: put alternatives in brackets: ( a | b )`},
	{"an alternative of nothing", `type conviction
rule a
  match "x" ( "y" | )
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:13: brackets with nothing between two marks
    3 |   match "x" ( "y" | )
      |             ^^^^^^^^^
  hint: write a ? behind what may be left out`},
	{"a pattern of nothing", `type conviction
rule a
  match
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:3: match without a pattern
    3 |   match
      |   ^^^^^
  hint: write match "words"`},
	{"a lexicon named without its brackets", `type conviction
rule a
  with plural
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:8: with takes a <lexicon>, not words
    3 |   with plural
      |        ^^^^^^
  hint: write <plural>`},
	{"more roles than there is room for", `type conviction
rule a
  match a:"a" b:"b" c:"c" d:"d" e:"e" f:"f" g:"g"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:9: more than 6 roles
    3 |   match a:"a" b:"b" c:"c" d:"d" e:"e" f:"f" g:"g"
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`},
}

func TestFaultsOfPatterns(t *testing.T) { checkFaults(t, patternFaults) }

// Patterns that would blow up are refused however great their cost is.
func TestPatternsThatWouldBlowUp(t *testing.T) {
	for _, c := range []struct{ fact, pattern, want string }{
		{"gaps that multiply beyond counting", `"x"` + strings.Repeat(" gap(0..60)", 12) + ` "y"`, "9: pattern could take a billion steps at one place, more than 4096"},
		{"things left out beyond counting", `"x"` + strings.Repeat(` "y"?`, 64) + ` "z"`, "9: pattern could take a billion steps at one place, more than 4096"},
		{"alternatives beyond counting", `"x"` + strings.Repeat(` ( "y" | "z" )`, 64), "9: pattern could take a billion steps at one place, more than 4096"},
		{"brackets in brackets", `"x" ` + strings.Repeat("( ", 200_000) + `"y"`, "53: brackets more than 20 deep"},
		{"very many elements", `"x"` + strings.Repeat(` "y"`, 70_000), "9: pattern of more than 4096 elements"},
		{"gaps that must be wide", `"x"` + strings.Repeat(" gap(60..60)", 600) + ` "y"`, "9: pattern could span more than 4096 words"},
		{"a quote of very many words", `"x` + strings.Repeat(" y", 300) + `"`, "10: quote of more than 60 words"},
	} {
		_, _, err := compileFiles(t, map[string]string{"bad.rule": "type conviction\nrule a\n  match " + c.pattern + "\n  example \"a\"\n  counterexample \"b\"\n"})
		if err == nil {
			t.Errorf("%s: no fault", c.fact)
			continue
		}
		head, rest, _ := strings.Cut(err.Error(), "\n")
		if want := "data/grammar/bad.rule:3:" + c.want; head != want {
			t.Errorf("%s\ngot  %s\nwant %s", c.fact, head, want)
		}
		if len(rest) > 600 || !strings.Contains(rest, "^") || !strings.Contains(rest, "hint: ") {
			t.Errorf("%s: %d bytes on where it is:\n%.600s", c.fact, len(rest), rest)
		}
	}
}
