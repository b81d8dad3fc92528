package grammar

import (
	"errors"
	"strings"
	"testing"
	"time"

	"plumbline/internal/text"
)

func FuzzLoad(f *testing.F) {
	for _, c := range faults {
		f.Add(c.file)
	}
	f.Add("type training\nlexicon x = aa~ bb+ \"cc~ dd+\" <be> *-run\nverb see/saw/seen\ncue neg group not <x>\n  \"no more\"\nrule r\n" +
		"  match ( role:<x>? | \"a\" ( @Number | gap(0..2) )? ) trig:verb:\"b\"\n  with <x>\n  example \"a # b\" => k=v\n  counterexample \"c\"\n")
	f.Add("rule a\n  match ( ( ( \"a\" | ) | ) | )? \"b\"\n# x\n\ttype y\nlexicon ~ = ~ + \"\" \" \" < >\nverb /a a/ //\ncue\ncue none\n")
	f.Fuzz(func(t *testing.T, file string) {
		if len(file) > 4<<10 {
			return
		}
		g, _, err := compileFiles(t, map[string]string{"fuzz.rule": file})
		var ds text.Diagnostics
		switch {
		case err == nil && g == nil:
			t.Fatal("neither grammar nor error")
		case err == nil:
			return
		case !errors.As(err, &ds):
			t.Fatalf("no diagnostics: %v", err)
		}
		for _, d := range ds {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(d.Source.Text) {
				t.Fatalf("%s: %s: span %+v of %d bytes", d.Source.Name, d.Message, d.Span, len(d.Source.Text))
			}
			if d.Message == "" || !strings.HasPrefix(d.Error(), d.Source.Name+":") {
				t.Fatalf("printed as %q", d.Error())
			}
		}
	})
}

// sound checks what holds of any sentence taken apart.
func sound(t *testing.T, a *Analysis) {
	t.Helper()
	clause, unit := 0, 0
	for i := a.First; i < a.Last; i++ {
		c, u := a.ClauseAt(i), a.UnitAt(i)
		if c < clause || u < unit || u >= len(a.Units) {
			t.Fatalf("token %d: clause %d behind %d, unit %d behind %d of %d", i, c, clause, u, unit, len(a.Units))
		}
		clause, unit = c, u
	}
	for i, u := range a.Units {
		inside := a.First <= u.First && u.First <= u.Last && u.Last <= a.Last
		subject := a.First <= u.SubjFirst && u.SubjLast <= a.Last || u.SubjLast <= u.SubjFirst
		head := u.Head < 0 && u.Form == NoVerb || a.First <= u.Start && u.Start <= u.Head && u.Head < a.Last && u.Form != NoVerb
		if !inside || !subject || !head || u.Parent >= i || u.Shared >= a.Last || u.Opener >= a.Last {
			t.Fatalf("unit %d: %+v in %d-%d", i, u, a.First, a.Last)
		}
		if i > 0 && u.First < a.Units[i-1].First {
			t.Fatalf("unit %d begins at %d, before the one before it at %d", i, u.First, a.Units[i-1].First)
		}
	}
	last := a.First
	for _, c := range a.Cues {
		if c.First < last || c.Last <= c.First || c.Last > a.Last {
			t.Fatalf("cue %d-%d behind %d", c.First, c.Last, last)
		}
		last = c.Last
		for u := range min(len(a.Units), 20) {
			a.Bears(c, u, c.First)
		}
	}
}

// fuzzRules has a rule of each kind of element, and cues of each reach.
var fuzzRules = rules(
	`match ( "the" | <broker> "of" )? gap(0..6) verb:<court>`,
	`match who:@Number? ( "not" | "and" ) gap(1..3)? trig:"of"; without <jail>`,
	`match verb:<report-verb> gap(0..9) who:<broker> ( "," | @Number )?; subject <plural>`,
) + "cue a group not never\ncue b unit limited\ncue c after nor to\ncue d object no none\ncue e below \"no evidence\" reported\ncue f clause may\ncue g onward whether\ncue none \"not only\"\n"

func FuzzAnalyse(f *testing.F) {
	for _, group := range unitCases {
		for _, c := range group.cases {
			f.Add(c.sentence, false)
		}
	}
	for _, s := range []string{"", ",", "(", "and and and", "which", "to", "did not", "nor did", "; ; ;", "– not – only –", "which who that which, was", "(a (b [c) d]", "made efforts to", "failed to, and", "not not be not been"} {
		f.Add(s, true)
	}
	w := newWorld(f, fuzzRules)
	f.Fuzz(func(t *testing.T, words string, commands bool) {
		a := w.analyse(words)
		a.Commands = commands
		w.g.Analyse(a, a.Text, a.First, a.Last, a.Marks)
		sound(t, a)
		found := w.g.Match(nil, a, 1)
		n := 0
		for _, r := range w.g.Rules {
			ms, _ := w.g.Trace(a, r)
			n += len(ms)
		}
		if n != len(found) {
			t.Fatalf("Match finds %d, Trace %d", len(found), n)
		}
		for _, m := range found {
			if m.First < a.First || m.Last > a.Last || m.Trigger < m.First || m.Trigger >= m.Last {
				t.Fatalf("match %d-%d with trigger %d in %d-%d", m.First, m.Last, m.Trigger, a.First, a.Last)
			}
		}
	})
}

// TestLongSentencesAreLinear takes sentences apart that say one thing again
// and again: what looks back or ahead without a bound takes minutes over them.
func TestLongSentencesAreLinear(t *testing.T) {
	w := newWorld(t, fuzzRules)
	for _, unit := range []string{
		"the police found victims, ", "and ", "not ", "which ", "( ", "brokers ", "of ", "the 5 brokers of ", "may not, ", "failed to ", "made efforts to ",
		"identified in ", "who met, ", "by finding, ", "finding ", "reported ", "no evidence ", "that the ", "to be ", "– ", "; ", "one, ", "efforts ",
	} {
		words := strings.Repeat(unit, 60_000/len(unit))
		began := time.Now()
		a := w.analyse(words)
		sound(t, a)
		w.g.Match(nil, a, 1)
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%d KB of %q took %v", len(words)>>10, unit, took)
		}
	}
}
