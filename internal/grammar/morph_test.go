package grammar

import (
	"strings"
	"testing"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

func TestFormsOfVerbs(t *testing.T) {
	for base, want := range map[string]string{
		"convict":   "convict convicts convicted convicted convicting",
		"release":   "release releases released released releasing",
		"identify":  "identify identifies identified identified identifying",
		"employ":    "employ employs employed employed employing",
		"pass":      "pass passes passed passed passing",
		"establish": "establish establishes established established establishing",
		"launch":    "launch launches launched launched launching",
		"tax":       "tax taxes taxed taxed taxing",
		"plan":      "plan plans planned planned planning",
		"stop":      "stop stops stopped stopped stopping",
		"ban":       "ban bans banned banned banning",
		"submit":    "submit submits submitted submitted submitting",
		"refer":     "refer refers referred referred referring",
		"compel":    "compel compels compelled compelled compelling",
		"offer":     "offer offers offered offered offering",
		"suffer":    "suffer suffers suffered suffered suffering",
		"target":    "target targets targeted targeted targeting",
		"train":     "train trains trained trained training",
		"monitor":   "monitor monitors monitored monitored monitoring",
		"review":    "review reviews reviewed reviewed reviewing",
		"fix":       "fix fixes fixed fixed fixing",
		"free":      "free frees freed freed freeing",
		"flee":      "flee flees fleed fleed fleeing",
		"die":       "die dies died died dying",
		"vie":       "vie vies vied vied vying",
		"deny":      "deny denies denied denied denying",
		"develop":   "develop develops developed developed developing",
		"visit":     "visit visits visited visited visiting",
		"open":      "open opens opened opened opening",
		"deter":     "deter deters deterred deterred deterring",
		"control":   "control controls controlled controlled controlling",
		"traffic":   "traffic traffics trafficked trafficked trafficking",
		"kidnap":    "kidnap kidnaps kidnapped kidnapped kidnapping",
		"equip":     "equip equips equipped equipped equipping",
		"acquit":    "acquit acquits acquitted acquitted acquitting",
		"patrol":    "patrol patrols patrolled patrolled patrolling",
		"worship":   "worship worships worshipped worshipped worshipping",
		"combat":    "combat combats combated combated combating",
		"benefit":   "benefit benefits benefited benefited benefiting",
		"travel":    "travel travels traveled traveled traveling",
		"smuggle":   "smuggle smuggles smuggled smuggled smuggling",
	} {
		forms := verbForms(base)
		if got := strings.Join(forms[:], " "); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestPlurals(t *testing.T) {
	for noun, want := range map[string]string{
		"victim": "victims", "agency": "agencies", "boy": "boys", "policeman": "policemen", "woman": "women",
		"human": "humans", "german": "germans", "crisis": "crises", "business": "businesses", "church": "churches",
		"tax": "taxes", "branch": "branches", "y": "ys", "man": "men",
	} {
		if got := plural(noun); got != want {
			t.Errorf("%s: got %s, want %s", noun, got, want)
		}
	}
}

// Forms of a verb and of phrases with one are told by the lexicon that has it,
// irregular ones as the verb block says.
func TestFormsInLexicons(t *testing.T) {
	w := newWorld(t, "lexicon l = arrest~ take~ \"hold~ accountable\" \"take~ step+\" *-run it's\nverb arrest\n")
	l, ok := w.g.Lexicon("l")
	if !ok {
		t.Fatal("no lexicon")
	}
	for words, want := range map[string]int{
		"arrest": 1, "Arrested": 1, "arresting": 1, "took": 1, "taken": 1, "taking steps": 2, "took step": 2, "TAKEN": 1,
		"held accountable": 2, "holds accountable": 2, "hold": 0, "accountable": 0, "state-run": 1, "run": 0, "taked": 0, "it's": 2, "its": 0,
	} {
		a := w.analyse(words)
		if got := a.InLexicon(0, l); got != want {
			t.Errorf("%s: %d tokens, want %d", words, got, want)
		}
	}
}

// Words that no rule file has are judged by their ending.
func TestUnknownWords(t *testing.T) {
	g, v, err := compileFiles(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	sc := token.Scanner{Vocab: v}
	var txt token.Text
	for word, want := range map[string]wordClass{
		"quixotically": wAdv, "frobbed": wPast | wPP, "frobbing": wIng | wNominal, "frobs": wPlural, "Frobs": 0, "frob": 0, "glass": 0, "ed": 0, "12": 0,
		"find": wBase, "found": wPast | wPP, "finds": wS | wPlural, "made": wPast | wPP | wEffort,
	} {
		sc.Scan(&txt, word, text.Span{End: len(word)}, nil)
		if got := g.classOf(&txt, &txt.Tokens[0]); got != want {
			t.Errorf("%s: class %b, want %b", word, got, want)
		}
	}
}
