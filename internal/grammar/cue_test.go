package grammar

import (
	"strings"
	"testing"
)

// bears lists the heads of the units that the first cue of the sentence bears
// on, in order; the head stands for what is said there.
func bears(a *Analysis) string {
	var heads []string
	for u := range a.Units {
		if at := a.Units[u].Head; len(a.Cues) > 0 && at >= 0 && a.Bears(a.Cues[0], u, at) {
			heads = append(heads, a.words(at, at+1))
		}
	}
	return strings.Join(heads, " ")
}

// TestReach tries the same word with each reach: z stands for the cue, and a
// grammar is loaded for each line.
func TestReach(t *testing.T) {
	for _, c := range []struct {
		reach, sentence, heads string
	}{
		{"group", "The police zzz arrested two men and met a judge.", "arrested"},
		{"group", "The zzz police arrested two men and met a judge.", ""},
		{"group", "The police did zzzly arrest brokers and met a judge.", "arrest"},
		{"group", "Officials arrested zzz brokers.", ""},
		{"group", "Penalties are zzz sufficient.", "are"},
		{"group", "Officials did zzzly find, protect or refer victims.", "find protect refer"},
		{"unit", "Zzz officials arrested brokers and met a judge.", "arrested"},
		{"unit", "Officials arrested brokers and met a zzz judge.", "met"},
		{"unit", "Officials arrested brokers and met a judge.", ""},
		{"after", "Zzz officials arrested brokers and met a judge.", "arrested"},
		{"after", "Officials arrested zzz brokers.", ""},
		{"object", "Officials arrested zzz and met a judge.", "arrested"},
		{"object", "Officials arrested the zzz brokers.", ""},
		{"below", "There were zzz reports that officials arrested brokers and met judges.", "were arrested met"},
		{"below", "Zzz officials arrested brokers; the court met.", "arrested"},
		{"below", "Officials arrested brokers and zzz met judges.", "met"},
		{"clause", "Officials arrested zzz brokers and met a judge; the court met.", "arrested met"},
		{"onward", "Officials arrested zzz brokers, and judges met because brokers fled.", "met fled"},
		{"onward", "Zzz officials arrested brokers; the court met.", "arrested met"},
		{"sentence", "Officials arrested brokers; the zzz court met.", "arrested met"},
	} {
		w := newWorld(t, "cue neg "+c.reach+" zzz zzzly\n")
		a := w.analyse(c.sentence)
		if got := bears(a); got != c.heads {
			t.Errorf("%s: %s\nbears on %q, want %q", c.reach, c.sentence, got, c.heads)
		}
	}
}

// A cue that introduces a unit, or opens the object behind its verb, bears on
// what stands there and not on what stood before.
func TestReachByPlaceInTheUnit(t *testing.T) {
	for _, c := range []struct {
		reach, sentence, at string
		want                bool
	}{
		{"after", "Officials arrested zzz brokers.", "Officials", false},
		{"after", "Officials arrested zzz brokers.", "brokers", true},
		{"object", "Officials arrested zzz brokers.", "arrested", true},
		{"onward", "Officials arrested zzz brokers.", "arrested", false},
		{"onward", "Officials arrested zzz brokers.", "brokers", true},
		{"unit", "Officials arrested zzz brokers.", "Officials", true},
	} {
		w := newWorld(t, "cue neg "+c.reach+" zzz\n")
		a := w.analyse(c.sentence)
		at := a.First
		for a.words(at, at+1) != c.at {
			at++
		}
		if got := a.Bears(a.Cues[0], a.UnitAt(at), at); got != c.want {
			t.Errorf("%s: %s: at %s got %v", c.reach, c.sentence, c.at, got)
		}
	}
	w := newWorld(t, "cue neg after without\n")
	a := w.analyse("Police released women without screening the women.")
	if got := bears(a); got != "screening" {
		t.Errorf("without a gerund: bears on %q", got)
	}
}

func TestCuesAreLeftmostAndLongest(t *testing.T) {
	w := newWorld(t, `cue neg object no
cue hedge=possible unit may
cue silence=no-evidence below "no evidence"
  "no reported"
cue none "not only" "no later than"
cue neg group not
cue neg unit lack~
`)
	for _, c := range []struct{ fact, sentence, cues string }{
		{"a longer cue hides a shorter one in it", "There was no evidence.", "silence=no-evidence:no evidence"},
		{"the shorter one stands where the longer one does not", "There was no law.", "neg:no"},
		{"what looks like a cue is none", "It not only arrested men no later than June.", ""},
		{"cues in the order of the text", "It may not open.", "hedge=possible:may neg:not"},
		{"a cue is found again behind its like", "No evidence, no law.", "silence=no-evidence:No evidence neg:no"},
		{"a cue goes on in further lines of its block", "It had no reported cases.", "silence=no-evidence:no reported"},
		{"forms of verbs are cues", "Officials lacked funds.", "neg:lacked"},
		{"no cue", "Officials met.", ""},
	} {
		a := w.analyse(c.sentence)
		var got []string
		for _, cue := range a.Cues {
			name := cue.Kind
			if cue.Value != "" {
				name += "=" + cue.Value
			}
			got = append(got, name+":"+a.words(cue.First, cue.Last))
		}
		if s := strings.Join(got, " "); s != c.cues {
			t.Errorf("%s: got %q, want %q", c.fact, s, c.cues)
		}
	}
}
