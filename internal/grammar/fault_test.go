package grammar

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// faults are what can be wrong with the lines of a rule file.
var faults = []fault{
	{"a block that there is not", `typo conviction
`, `data/grammar/bad.rule:1:1: unknown block "typo"
    1 | typo conviction
      | ^^^^
  hint: did you mean type?`},
	{"a type that there is not", `type convction
`, `data/grammar/bad.rule:1:6: unknown type "convction"
    1 | type convction
      |      ^^^^^^^^^
  hint: did you mean conviction?`},
	{"a key that there is not", `type conviction
rule a
  prioritty 3
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:3: unknown key "prioritty"
    3 |   prioritty 3
      |   ^^^^^^^^^
  hint: did you mean priority?`},
	{"a value that a key cannot have", `type conviction
rule a
  act hram
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:7: act cannot be "hram"
    3 |   act hram
      |       ^^^^
  hint: did you mean harm?`},
	{"a priority above 99", `type conviction
rule a
  priority 100
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:12: priority "100" is out of range
    3 |   priority 100
      |            ^^^
  hint: write a number from 0 to 99`},
	{"a lexicon that there is not, in a lexicon", `lexicon broker = <agnet>
lexicon agent = agent+
`, `data/grammar/bad.rule:1:18: unknown lexicon <agnet>
    1 | lexicon broker = <agnet>
      |                  ^^^^^^^
  hint: did you mean agent?`},
	{"a lexicon that there is not, in a condition", `type conviction
rule a
  with <modul>
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:8: unknown lexicon <modul>
    3 |   with <modul>
      |        ^^^^^^^
  hint: did you mean modal?`},
	{"a condition without a lexicon", `type conviction
rule a
  subject "police" <plural>
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:11: subject takes a <lexicon>, not words
    3 |   subject "police" <plural>
      |           ^^^^^^^^
  hint: put the words into a lexicon and name that`},
	{"a quote without end in a list", `lexicon broker = agent "go between
`, `data/grammar/bad.rule:1:24: quote without end
    1 | lexicon broker = agent "go between
      |                        ^^^^^^^^^^^
  hint: close it with "`},
	{"a rule of nothing", `type conviction
rule a
`, "data/grammar/bad.rule:2:6: rule a matches nothing\n" +
		"    2 | rule a\n" +
		"      |      ^\n" +
		"  hint: add a `match` line\n" +
		"data/grammar/bad.rule:2:6: rule a has no example\n" +
		"    2 | rule a\n" +
		"      |      ^\n" +
		"  hint: add a line example \"...\" that it must find something in\n" +
		"data/grammar/bad.rule:2:6: rule a has no counterexample\n" +
		"    2 | rule a\n" +
		"      |      ^\n" +
		"  hint: add a line counterexample \"...\" that it must find nothing in"},
	{"a rule without a counterexample", `type conviction
rule a
  match "guilty"
  example "a"
`, `data/grammar/bad.rule:2:6: rule a has no counterexample
    2 | rule a
      |      ^
  hint: add a line counterexample "..." that it must find nothing in`},
	{"a rule in a file without a type", `rule a
  match "guilty"
  example "a"
  counterexample "b"
`, "data/grammar/bad.rule:1:6: rule in a file without a type\n" +
		"    1 | rule a\n" +
		"      |      ^\n" +
		"  hint: put `type NAME` at the top of the file"},
	{"a rule of two names", `type conviction
rule two words
  match "guilty"
  example "a"
  counterexample "b"
`, "data/grammar/bad.rule:2:6: rule without a plain name\n" +
		"    2 | rule two words\n" +
		"      |      ^^^^^^^^^\n" +
		"  hint: write `rule NAME`, one word with hyphens"},
	{"a second rule of a name", `type conviction
rule a
  match "guilty"
  example "a"
  counterexample "b"
rule a
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:6:6: second rule conviction/a
    6 | rule a
      |      ^
  hint: give one of them another name`},
	{"a second lexicon of a name", `lexicon broker = agent
lexicon broker = broker
`, `data/grammar/bad.rule:2:9: second lexicon "broker"
    2 | lexicon broker = broker
      |         ^^^^^^^^^^^^^^^
  hint: it is defined in data/grammar/bad.rule too; include it there with <broker>`},
	{"a lexicon without a name", `lexicon = agent
`, "data/grammar/bad.rule:1:9: lexicon without a name or =\n" +
		"    1 | lexicon = agent\n" +
		"      |         ^^^^^^^\n" +
		"  hint: write `lexicon NAME = words`"},
	{"lexicons that include each other", `lexicon x = <y> one
lexicon y = <z>
lexicon z = <x>
`, `data/grammar/bad.rule:3:13: lexicon <x> includes itself, through <y> and <z>
    3 | lexicon z = <x>
      |             ^^^
  hint: take one of the includes out`},
	{"a type without a name", `type
`, "data/grammar/bad.rule:1:1: type without a name\n" +
		"    1 | type\n" +
		"      | ^^^^\n" +
		"  hint: write `type NAME`"},
	{"two types in one file", `type conviction
type training
`, `data/grammar/bad.rule:2:6: second type in one file
    2 | type training
      |      ^^^^^^^^
  hint: put its rules into a file of their own`},
	{"bytes that are no text", "lexicon x = broker\nlexicon y = caf\xe9\n", "data/grammar/bad.rule:2:16: byte 0xe9 is not UTF-8\n" +
		"    2 | lexicon y = caf\uFFFD\n" +
		"      |                ^\n" +
		"  hint: save the file as UTF-8"},
	{"an indented line before the first block", `  match "x"
`, `data/grammar/bad.rule:1:3: indented line outside a block
    1 |   match "x"
      |   ^^^^^^^^^
  hint: begin a block at the left margin first`},
	{"a cue of a kind that there is not", `cue hegde=possible after may
`, `data/grammar/bad.rule:1:5: unknown cue kind "hegde"
    1 | cue hegde=possible after may
      |     ^^^^^
  hint: did you mean hedge?`},
	{"a lexicon in a list of verbs", `verb <have>
`, `data/grammar/bad.rule:1:6: no <lexicon> in a verb list
    1 | verb <have>
      |      ^^^^^^
  hint: name the verbs themselves`},
	{"forms of no word", "lexicon x = broker+ ~ \"sell~ +\"\n", `data/grammar/bad.rule:1:21: forms of no word: "~"
    1 | lexicon x = broker+ ~ "sell~ +"
      |                     ^
  hint: write the word before one ~ or +
data/grammar/bad.rule:1:23: forms of no word: "+"
    1 | lexicon x = broker+ ~ "sell~ +"
      |                       ^^^^^^^^^
  hint: write the word before one ~ or +`},
	{"a phrase of very many forms", "lexicon x = \"see~ and hear~ and tell~ and say~\"\n", `data/grammar/bad.rule:1:13: a phrase of too many forms
    1 | lexicon x = "see~ and hear~ and tell~ and say~"
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: leave ~ or + with three of its words at most`},
	{"a verb of four parts", `verb go/went/gone/going
`, `data/grammar/bad.rule:1:6: verb "go/went/gone/going"
    1 | verb go/went/gone/going
      |      ^^^^^^^^^^^^^^^^^^
  hint: write base, base/past or base/past/participle`},
	{"an example without quotes", `type conviction
rule a
  match "guilty"
  example a
  counterexample "b"
`, `data/grammar/bad.rule:4:11: example without quotes
    4 |   example a
      |           ^
  hint: write example "TEXT"`},
	{"an example without an end", `type conviction
rule a
  match "guilty"
  example "a
  counterexample "b"
`, `data/grammar/bad.rule:4:11: example without a text
    4 |   example "a
      |           ^^
  hint: close it with "`},
	{"an example with words behind it", `type conviction
rule a
  match "guilty"
  example "a" count=3
  counterexample "b"
`, `data/grammar/bad.rule:4:11: words behind the example
    4 |   example "a" count=3
      |           ^^^^^^^^^^^
  hint: write example "TEXT" => key=value ...; a counterexample has none`},
	{"a counterexample that expects something", `type conviction
rule a
  match "guilty"
  example "a" => count=3
  counterexample "b" => count=3
`, `data/grammar/bad.rule:5:18: words behind the example
    5 |   counterexample "b" => count=3
      |                  ^^^^^^^^^^^^^^
  hint: write example "TEXT" => key=value ...; a counterexample has none`},
	{"an expectation without a value", `type conviction
rule a
  match "guilty"
  example "a" => count
  counterexample "b"
`, `data/grammar/bad.rule:4:11: expectation "count"
    4 |   example "a" => count
      |           ^^^^^^^^^^^^
  hint: write key=value`},
	{"a tab in the line is one column", `type conviction
rule a
	act hram
  match "guilty"
  example "a"
  counterexample "b"
`, `data/grammar/bad.rule:3:6: act cannot be "hram"
    3 |  act hram
      |      ^^^^
  hint: did you mean harm?`},
}

func TestFaultsOfRuleFiles(t *testing.T) {
	checkFaults(t, faults)
}

// fault is a rule file with what is wrong with it, as it is printed.
type fault struct{ fact, file, want string }

func checkFaults(t *testing.T, faults []fault) {
	t.Helper()
	for _, c := range faults {
		t.Run(c.fact, func(t *testing.T) {
			_, _, err := compileFiles(t, map[string]string{"bad.rule": c.file})
			if err == nil {
				t.Fatal("no fault")
			}
			if got := err.Error(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestLexiconsThatTheUserNeeds(t *testing.T) {
	o := options
	o.Lexicons = []string{"ngo", "be", "court"}
	_, err := Load(fstest.MapFS{"grammar/english.rule": {Data: []byte(english)}}, "grammar", &token.Vocab{}, o)
	want := `data/grammar: no lexicon "court"
  hint: define it in one of the rule files
data/grammar: no lexicon "ngo"
  hint: define it in one of the rule files`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestAllFaultsAreListedInOrder(t *testing.T) {
	_, _, err := compileFiles(t, map[string]string{
		"b.rule": "type training\nrule b\n  match <teach> @Nuber\n  example \"a\"\nlexicon x = <y>\n",
		"a.rule": "type convction\nlexicon be = is\nrule a\n  act bad\n  match \"guilty\"\n  example \"a\"\n  counterexample \"b\"\n",
	})
	var ds text.Diagnostics
	if !errors.As(err, &ds) {
		t.Fatalf("no diagnostics: %v", err)
	}
	var got []string
	for _, d := range ds {
		head, _, _ := strings.Cut(d.Error(), "\n")
		got = append(got, head)
	}
	want := []string{
		`data/grammar/a.rule:1:6: unknown type "convction"`,
		`data/grammar/a.rule:4:7: act cannot be "bad"`,
		`data/grammar/b.rule:2:6: rule b has no counterexample`,
		`data/grammar/b.rule:3:10: unknown lexicon <teach>`,
		`data/grammar/b.rule:5:13: unknown lexicon <y>`,
		`data/grammar/english.rule:7:9: second lexicon "be"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLexiconsThatTheAnalysisNeeds(t *testing.T) {
	fsys := fstest.MapFS{"grammar/english.rule": {Data: []byte(strings.Replace(english, "lexicon apart = by\n", "", 1))}}
	_, err := Load(fsys, "grammar", &token.Vocab{}, options)
	want := `data/grammar: no lexicon "apart"
  hint: define it in one of the rule files`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestAFolderWithoutRuleFiles(t *testing.T) {
	_, err := Load(fstest.MapFS{"grammar/notes.txt": {}}, "grammar", &token.Vocab{}, options)
	if err == nil || err.Error() != "grammar: no rule files" {
		t.Errorf("got %v", err)
	}
}

func TestWhatARuleFileSays(t *testing.T) {
	g, _, err := compileFiles(t, map[string]string{"conviction.rule": `type conviction   # of traffickers
doc Convictions,
  also late ones.
lexicon broker = broker+ "go between"
rule convict
  priority 60
  match verb:"convicted" gap(0..6) who:<broker>
  act good
  unit cases  # counted
  without <training-word>
  example "Courts convicted a # broker." => count=1 unit=cases
  counterexample "Courts rested."
lexicon training-word = training
`})
	if err != nil {
		t.Fatal(err)
	}
	r := g.Rule("conviction/convict")
	if r == nil || r != g.Rules[r.Index] || g.Rule("conviction/other") != nil {
		t.Fatalf("rule not found: %+v", g.Rules)
	}
	if r.Type != "conviction" || r.Doc != "Convictions, also late ones." || r.Priority != 60 ||
		r.Setting("unit") != "cases" || !r.Has("act", "good") || r.Setting("none") != "" || len(r.Without) != 1 {
		t.Errorf("got %+v", r)
	}
	if len(r.Examples) != 2 || r.Examples[0].Text != "Courts convicted a # broker." || r.Examples[0].Want["count"] != "1" ||
		r.Examples[0].Want["unit"] != "cases" || !r.Examples[1].Counter {
		t.Errorf("examples %+v", r.Examples)
	}
	if first, _, _ := strings.Cut(r.Text, "\n"); first != "priority 60" || strings.Contains(r.Text, "counted") {
		t.Errorf("text %q", r.Text)
	}
}
