package grammar

import (
	"fmt"
	"strings"
	"testing"
)

// rules makes a rule file of pattern and condition lines, one rule of each
// string, named a, b, c...
func rules(lines ...string) string {
	var b strings.Builder
	b.WriteString("type t\nlexicon broker = broker+ \"go between\"\nlexicon jail = prison \"pre trial detention\" detention\nlexicon court = court+ judge+\n")
	for i, l := range lines {
		fmt.Fprintf(&b, "rule %c\n", 'a'+i)
		for line := range strings.SplitSeq(l, ";") {
			b.WriteString("  " + strings.TrimSpace(line) + "\n")
		}
		b.WriteString("  example \"x\"\n  counterexample \"y\"\n")
	}
	return b.String()
}

// matched lists the matches of a sentence, each as its words and roles.
func (w *world) matched(sentence string) string {
	a := w.analyse(sentence)
	var out []string
	for _, m := range w.g.Match(nil, a, 1) {
		s := a.words(m.First, m.Last)
		for _, r := range m.Pattern.roles {
			if first, last, ok := m.Role(r); ok {
				s += " " + r + "=" + a.words(first, last)
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ fact, rule, sentence, want string }{
		{"words in any case", `match "found guilty"`, "Courts FOUND Guilty nobody.", "FOUND Guilty"},
		{"words not in a row are no match", `match "found guilty"`, "Courts found him guilty.", ""},
		{"marks are words too", `match "guilty" "," "not"`, "He was guilty, not mad.", "guilty, not"},
		{"a lexicon's phrase", `match <broker>`, "The go between fled.", "go between"},
		{"the longest entry of a lexicon", `match "in" <jail>`, "He sat in pre trial detention.", "in pre trial detention"},
		{"several places", `match <broker>`, "Brokers met a broker.", "Brokers | broker"},
		{"a mark of a class", `match who:@Number <broker>`, "Police arrested twenty-one brokers.", "twenty-one brokers who=twenty-one"},
		{"an optional element that is there", `match "arrested" many:@Number? <broker>`, "Police arrested 3 brokers.", "arrested 3 brokers many=3"},
		{"an optional element that is not", `match "arrested" many:@Number? <broker>`, "Police arrested brokers.", "arrested brokers"},
		{"several optional elements", `match "was" "a"? "very"? "old"? <broker>`, "He was a very old broker.", "was a very old broker"},
		{"as little as holds before the trigger", `match "a"? "very"? <broker>`, "He was a very old broker.", "broker"},
		{"the first alternative that holds", `match "arrested" ( "two" | "two" "old" | "an" ) gap(0..1) <broker>`, "Police arrested two old brokers.", "arrested two old brokers"},
		{"alternatives in alternatives", `match ( "jailed" | ( "locked" | "shut" ) "up" ) <broker>`, "Police shut up brokers.", "shut up brokers"},
		{"a role of a whole choice", `match act:( "jailed" | "locked" "up" ) <broker>`, "Police locked up brokers.", "locked up brokers act=locked up"},
		{"an optional choice", `match "police" ( "quickly" | "at" "once" )? trig:"jailed"`, "Police at once jailed him.", "Police at once jailed"},
		{"a gap as wide as allowed", `match "jailed" gap(0..3) <broker>`, "Police jailed a very old broker.", "jailed a very old broker"},
		{"a gap too wide", `match "jailed" gap(0..2) <broker>`, "Police jailed a very old broker.", ""},
		{"a gap too narrow", `match "jailed" gap(2..4) <broker>`, "Police jailed a broker.", ""},
		{"the nearest word behind a gap", `match "jailed" gap(0..9) <broker>`, "Police jailed a broker of brokers.", "jailed a broker"},
		{"a gap not over a clause", `match "jailed" gap(0..9) <broker>`, "Police jailed men, and judges met brokers.", ""},
		{"a gap not over a semicolon", `match "jailed" gap(0..9) <broker>`, "Police jailed men; also brokers.", ""},
		{"a gap before the trigger", `match "police" gap(0..4) trig:"jailed"`, "Police in town jailed him.", "Police in town jailed"},
		{"a gap's role", `match "jailed" who:gap(1..3) "today"`, "Police jailed an old man today.", "jailed an old man today who=an old man"},
		{"the trigger chosen by the rule", `match <broker> "fled"? trig:"fast"`, "Brokers fled fast.", "Brokers fled fast"},
		{"a verb as head of its group", `match verb:"fled"`, "Brokers fled.", "fled"},
		{"the same word not as head", `match verb:"arrested"`, "Two arrested brokers fled.", ""},
		{"a role of several elements", `match who:@Number who:<broker>`, "Two brokers fled.", "Two brokers who=Two brokers"},
		{"the end of the sentence", `match "fled" "fast"`, "Brokers fled", ""},
		{"a pattern longer than the sentence", `match "brokers" gap(0..60) "fled" "fast" "away"`, "Brokers fled fast", ""},
		{"each match line is tried", `match "x y"; match "fled"`, "Brokers fled.", "fled"},
	} {
		if got := newWorld(t, rules(c.rule)).matched(c.sentence); got != c.want {
			t.Errorf("%s: %s\nin %s\ngot %q, want %q", c.fact, c.rule, c.sentence, got, c.want)
		}
	}
}

func TestConditionsOfRules(t *testing.T) {
	for _, c := range []struct{ fact, rule, sentence, want string }{
		{"with, in the unit", `match "jailed"; with <broker>`, "Police jailed brokers.", "jailed"},
		{"with, in another unit", `match "jailed"; with <broker>`, "Police jailed men, and judges met brokers.", ""},
		{"with two lexicons asks for both", `match "jailed"; with <broker> <court>`, "Police jailed brokers.", ""},
		{"without, in the unit", `match "jailed"; without <broker>`, "Police jailed brokers.", ""},
		{"without, in another unit", `match "jailed"; without <broker>`, "Police jailed men, and judges met brokers.", "jailed"},
		{"verb is the unit's own", `match <broker>; verb <plural>`, "Police jailed brokers.", ""},
		{"verb may be an auxiliary", `match <broker>; verb <do>`, "Police did not jail brokers.", "brokers"},
		{"subject", `match "met"; subject <court>`, "Judges met brokers.", "met"},
		{"subject, not object", `match "met"; subject <court>`, "Brokers met judges.", ""},
		{"one subject of several", `match "met"; subject <court> <broker>`, "Brokers met judges.", "met"},
		{"not-subject", `match "met"; not-subject <court>`, "Judges met brokers.", ""},
		{"not-subject, but object", `match "met"; not-subject <court>`, "Brokers met judges.", "met"},
		{"the subject is shared by verbs in a list", `match "jailed"; subject <court>`, "Judges met and jailed brokers.", "jailed"},
	} {
		if got := newWorld(t, rules(c.rule)).matched(c.sentence); got != c.want {
			t.Errorf("%s: %s\nin %s\ngot %q, want %q", c.fact, c.rule, c.sentence, got, c.want)
		}
	}
}

func TestRulesAreTriedWhereTheyArePlaced(t *testing.T) {
	w := newWorld(t, rules(`match "jailed"`, `match "brokers"`))
	w.g.Place(func(r *Rule) uint32 { return 1 << r.Index })
	a := w.analyse("Police jailed brokers.")
	for where, want := range map[uint32]int{0: 0, 1: 1, 2: 1, 3: 2, 4: 0} {
		if got := len(w.g.Match(nil, a, where)); got != want {
			t.Errorf("%b: %d matches, want %d", where, got, want)
		}
	}
}

func TestTraceSaysWhereItStops(t *testing.T) {
	for _, c := range []struct{ fact, rule, sentence, want string }{
		{"at the element that is missing", `match "jailed" @Number? <broker>`, "Police jailed two men.", `wanted <broker> at men`},
		{"the furthest of several ways", `match "jailed" ( "an" "old" | "the" ) <broker>`, "Police jailed an old man.", `wanted <broker> at man`},
		{"once for each trigger", `match "jailed" <broker>`, "Police jailed men and jailed women.", `wanted <broker> at men, wanted <broker> at women`},
		{"behind the last word", `match "jailed" "men"`, "Police jailed", `wanted "men" at end`},
		{"at a condition", `match "jailed"; without <broker>`, "Police jailed brokers.", `refused: may have no <broker> in the unit at brokers`},
		{"at a condition on the verb", `match "brokers"; verb <plural>`, "Police jailed brokers.", `refused: needs <plural> as its verb at jailed brokers`},
		{"nowhere where it matches", `match "jailed" <broker>`, "Police jailed brokers.", ``},
		{"nowhere where its trigger does not stand", `match "jailed" <broker>`, "Police met brokers.", ``},
	} {
		w := newWorld(t, rules(c.rule))
		a := w.analyse(c.sentence)
		_, stops := w.g.Trace(a, w.g.Rules[0])
		var got []string
		for _, s := range stops {
			at, verb := "end", "wanted "
			if s.First < a.Last-1 || a.markByte(a.Last-1) == 0 && s.First < a.Last {
				at = strings.TrimSuffix(a.words(s.First, s.Last), ".")
			}
			if s.Refused {
				verb = "refused: "
			}
			got = append(got, verb+s.Element+" at "+at)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.fact, s, c.want)
		}
	}
}
