package standard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/text"
)

// formula compiles one over the names a to e.
func formula(t interface{ Fatal(...any) }, s string) gate {
	p := &parser{src: &text.Source{Name: "formula", Text: s}}
	v := &value{}
	v.add(s, text.Span{End: len(s)})
	g, ok := newCompiler().gate(p, v, letters, map[string]bool{})
	if !ok {
		t.Fatal(p.faults.Error())
	}
	return g
}

var letters = []string{"a", "b", "c", "d", "e"}

// answers reads "a+ b~ c- d?".
func answers(s string) func(string) plumbline.Verdict {
	of := map[string]plumbline.Verdict{}
	for _, w := range strings.Fields(s) {
		of[w[:1]] = map[byte]plumbline.Verdict{'+': plumbline.VerdictYes, '~': plumbline.VerdictPartly, '-': plumbline.VerdictNo, '?': plumbline.VerdictUnknown}[w[1]]
	}
	return func(name string) plumbline.Verdict { return of[name] }
}

func TestVerdicts(t *testing.T) {
	for _, test := range []struct{ fact, formula, answers, want, missing string }{
		{"all of them", "a && b", "a+ b+", "yes", ""},
		{"one no is enough against all", "a && b", "a? b-", "no", ""},
		{"a part of it", "a && b", "a+ b~", "partly", ""},
		{"what is not known", "a && b", "a+ b?", "unknown", "b"},
		{"a part and what is not known", "a && b", "a~ b?", "unknown", "b"},
		{"one of them", "a || b", "a? b+", "yes", ""},
		{"a part holds what is not known off", "a || b", "a? b~", "partly", ""},
		{"none of them", "a || b", "a- b-", "no", ""},
		{"only what still matters is missing", "a && b && (c || d)", "a+ b? c+ d?", "unknown", "b"},
		{"two of three known", "atLeast(2, [a, b, c])", "a+ b? c+", "yes", ""},
		{"two of three can no longer be", "atLeast(2, [a, b, c])", "a- b? c-", "no", ""},
		{"two of three may be", "atLeast(2, [a, b, c])", "a+ b? c?", "unknown", "b c"},
		{"parts count as parts", "atLeast(2, [a, b, c])", "a+ b~ c-", "partly", ""},
		{"a name that stands twice is missing once", "a && b || a && c", "a? b+ c?", "unknown", "a c"},
		{"formulas inside a list", "atLeast(1, [a && b, c])", "a+ b- c-", "no", ""},
		{"brackets", "a && (b || c && d)", "a+ b- c+ d+", "yes", ""},
	} {
		t.Run(test.fact, func(t *testing.T) {
			s := &Standard{gates: []gate{formula(t, test.formula)}}
			got, missing := s.Verdict(0, answers(test.answers))
			if string(got) != test.want || strings.Join(missing, " ") != test.missing {
				t.Errorf("got %s, missing %v; want %s, missing %q", got, missing, test.want, test.missing)
			}
		})
	}
}

// drawFormula draws a formula over letters.
func drawFormula(t *rapid.T, depth int) string {
	kind := rapid.IntRange(0, 3).Draw(t, "kind")
	if depth == 0 || kind == 0 {
		return rapid.SampledFrom(letters).Draw(t, "name")
	}
	var parts []string
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		parts = append(parts, drawFormula(t, depth-1))
	}
	switch kind {
	case 1:
		return "(" + strings.Join(parts, " && ") + ")"
	case 2:
		return "(" + strings.Join(parts, " || ") + ")"
	}
	return fmt.Sprintf("atLeast(%d, [%s])", rapid.IntRange(1, len(parts)).Draw(t, "least"), strings.Join(parts, ", "))
}

var four = []plumbline.Verdict{plumbline.VerdictNo, plumbline.VerdictPartly, plumbline.VerdictUnknown, plumbline.VerdictYes}

// worse reports whether to is lower than from: no is below partly and unknown,
// and both are below yes.
func worse(from, to plumbline.Verdict) bool {
	level := map[plumbline.Verdict]int{plumbline.VerdictNo: 0, plumbline.VerdictPartly: 1, plumbline.VerdictUnknown: 1, plumbline.VerdictYes: 2}
	return level[to] < level[from]
}

func drawAnswers(t *rapid.T, names []string) map[string]plumbline.Verdict {
	of := map[string]plumbline.Verdict{}
	for _, n := range names {
		of[n] = rapid.SampledFrom(four).Draw(t, n)
	}
	return of
}

// TestBetterAnswersNeverMakeAVerdictWorse draws formulas and answers.
func TestBetterAnswersNeverMakeAVerdictWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &Standard{gates: []gate{formula(t, drawFormula(t, 3))}}
		of := drawAnswers(t, letters)
		get := func(name string) plumbline.Verdict { return of[name] }
		before, missing := s.Verdict(0, get)
		if (before == plumbline.VerdictUnknown) != (len(missing) > 0) {
			t.Fatalf("%s with %v missing", before, missing)
		}
		for _, name := range missing {
			if of[name] != plumbline.VerdictUnknown {
				t.Fatalf("%s is missing and %s", name, of[name])
			}
		}
		name := rapid.SampledFrom(letters).Draw(t, "better")
		from := of[name]
		of[name] = rapid.SampledFrom(four).Draw(t, "to")
		if of[name] == from || worse(from, of[name]) || from != plumbline.VerdictNo && of[name] != plumbline.VerdictYes {
			return
		}
		if after, _ := s.Verdict(0, get); worse(before, after) {
			t.Fatalf("%s from %s to %s: %s became %s", name, from, of[name], before, after)
		}
	})
}

// TestBundledStandardsAreMonotone raises the answer to an element in every
// standard and looks at all criteria.
func TestBundledStandardsAreMonotone(t *testing.T) {
	b := bundled(t)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(b.Standards).Draw(t, "standard")
		var names []string
		for i := range s.Criteria {
			for _, e := range s.Criteria[i].Elements {
				if !slices.Contains(names, string(e.Name)) {
					names = append(names, string(e.Name))
				}
			}
		}
		of := drawAnswers(t, names)
		before := s.all(of)
		name := rapid.SampledFrom(names).Draw(t, "better")
		from := of[name]
		of[name] = plumbline.VerdictYes
		after := s.all(of)
		for i := range before {
			if worse(before[i], after[i]) {
				t.Fatalf("%s from %s to yes: %s became %s of %s", name, from, s.Criteria[i].ID, after[i], before[i])
			}
		}
	})
}

// all answers every criterion in turn.
func (s *Standard) all(of map[string]plumbline.Verdict) []plumbline.Verdict {
	out := make([]plumbline.Verdict, len(s.Criteria))
	for i := range s.Criteria {
		out[i], _ = s.Verdict(i, func(name string) plumbline.Verdict {
			if v, ok := of[name]; ok {
				return v
			}
			return out[slices.IndexFunc(s.Criteria, func(c plumbline.Criterion) bool { return c.As == name })]
		})
	}
	return out
}

// TestVerdictsAgreeWithPartialEvaluation holds our verdicts against CEL's own
// evaluation with unknowns, for formulas without atLeast.
func TestVerdictsAgreeWithPartialEvaluation(t *testing.T) {
	var options []cel.EnvOption
	for _, name := range letters {
		options = append(options, cel.Variable(name, cel.BoolType))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		f := drawFormula(t, 3)
		if strings.Contains(f, "atLeast") {
			t.Skip()
		}
		of := drawAnswers(t, letters)
		s := &Standard{gates: []gate{formula(t, f)}}
		got, _ := s.Verdict(0, func(name string) plumbline.Verdict { return of[name] })
		if want := evaluate(t, env, f, of); got != want {
			t.Fatalf("%s with %v: got %s, CEL says %s", f, of, got, want)
		}
	})
}

// evaluate gives the verdict as CEL sees it: with partly as no, then as yes.
func evaluate(t *rapid.T, env *cel.Env, f string, of map[string]plumbline.Verdict) plumbline.Verdict {
	ast, issues := env.Compile(f)
	if issues.Err() != nil {
		t.Fatal(issues.Err())
	}
	program, err := env.Program(ast, cel.EvalOptions(cel.OptPartialEval))
	if err != nil {
		t.Fatal(err)
	}
	pass := func(partly bool) any {
		vars := map[string]any{}
		var unknown []*cel.AttributePatternType
		for name, v := range of {
			switch v {
			case plumbline.VerdictUnknown:
				unknown = append(unknown, cel.AttributePattern(name))
			default:
				vars[name] = v == plumbline.VerdictYes || v == plumbline.VerdictPartly && partly
			}
		}
		in, err := cel.PartialVars(vars, unknown...)
		if err != nil {
			t.Fatal(err)
		}
		out, _, err := program.Eval(in)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	switch low, high := pass(false), pass(true); {
	case low == types.True:
		return plumbline.VerdictYes
	case high == types.True:
		return plumbline.VerdictPartly
	case high == types.False:
		return plumbline.VerdictNo
	}
	return plumbline.VerdictUnknown
}
