package grammar

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// english is the closed classes of English in small: what each rule file of a
// test may take for granted.
const english = `lexicon determiner = a the this no any
lexicon preposition = of in on by for
lexicon coordinator = and or but
lexicon subordinator = although
lexicon soft-subordinator = that when
lexicon relative = which who
lexicon be = is are was were been be
lexicon have = have has had
lexicon do = do does did
lexicon modal = may will
lexicon not = not never
lexicon adverb = also
lexicon pronoun = it they
lexicon adjectival = forced
lexicon nominal = training
lexicon report-verb = report~
lexicon chain-verb = fail~
lexicon effort = make~
lexicon infinitive-to = to
lexicon plural = police
lexicon never-verb = compared
lexicon intransitive = work~
lexicon takes-gerund = include~
lexicon act-noun = progress
lexicon parenthetical = "if any"
lexicon present-aux = is are has have do does
lexicon time-preposition = for in during
lexicon effort-noun = effort+
lexicon apart = by
lexicon of = of
verb investigate convict find/found make/made/made
`

// options are what the rule files of the tests may speak of.
var options = Options{
	Types:    []string{"conviction", "training"},
	Classes:  []string{"Country", "Number"},
	Settings: map[string][]string{"act": {"good", "harm"}, "unit": nil},
	Cues:     []string{"neg", "hedge", "silence"},
}

// compileFiles compiles rule files given by name, beside english.
func compileFiles(t testing.TB, files map[string]string) (*Grammar, *token.Vocab, error) {
	t.Helper()
	fsys := fstest.MapFS{"grammar/english.rule": {Data: []byte(english)}}
	for name, body := range files {
		fsys["grammar/"+name] = &fstest.MapFile{Data: []byte(body)}
	}
	v := &token.Vocab{}
	g, err := Load(fsys, "grammar", v, options)
	return g, v, err
}

// world is a grammar with what it takes to look at texts by it.
type world struct {
	g  *Grammar
	sc token.Scanner
	n  *token.Numbers
}

// newWorld loads the project's own English with further blocks of a test.
func newWorld(t testing.TB, blocks string) *world {
	t.Helper()
	own, err := os.ReadFile("../../data/grammar/english.rule")
	if err != nil {
		t.Fatal(err)
	}
	v := &token.Vocab{}
	n := token.NewNumbers(v)
	fsys := fstest.MapFS{"grammar/english.rule": {Data: own}, "grammar/test.rule": {Data: []byte(blocks)}}
	g, err := Load(fsys, "grammar", v, Options{Classes: options.Classes})
	if err != nil {
		t.Fatal(err)
	}
	g.Place(func(*Rule) uint32 { return 1 })
	return &world{g: g, sc: token.Scanner{Vocab: v}, n: n}
}

// analyse takes the first sentence of words apart; its numbers are marks.
func (w *world) analyse(words string) *Analysis {
	t, a := &token.Text{}, &Analysis{}
	w.sc.Scan(t, words, text.Span{End: len(words)}, nil)
	if len(t.Sentences) == 0 {
		w.g.Analyse(a, t, 0, 0, nil)
		return a
	}
	st := t.Sentences[0]
	var marks []Mark
	for _, q := range w.n.Find(nil, t, st.First, st.Last) {
		if q.Kind == token.Count {
			marks = append(marks, Mark{First: q.First, Last: q.Last, Class: 1})
		}
	}
	w.g.Analyse(a, t, st.First, st.Last, marks)
	return a
}

// words returns the tokens [first, last) as the text has them.
func (a *Analysis) words(first, last int) string {
	if first < 0 || last <= first {
		return ""
	}
	s := a.Text.Span(first, last)
	return strings.Join(strings.Fields(a.Text.Source[s.Start:s.End]), " ")
}

var formNames = [...]string{"noverb", "finite", "passive", "infinitive", "gerund", "imperative", "copula"}
var linkNames = [...]string{"main", "coordinate", "relative", "complement", "subordinate", "adjunct"}
