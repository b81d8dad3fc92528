package pdf

import (
	"strings"
	"testing"
)

// linesOf makes lines of a text, one of each of its lines.
func linesOf(text string) []line {
	var lines []line
	for l := range strings.Lines(text) {
		var out line
		for _, w := range strings.Fields(l) {
			out.words = append(out.words, word{text: w})
		}
		if len(out.words) > 0 {
			lines = append(lines, out)
		}
	}
	return lines
}

// broken is a text whose words are broken at the ends of lines.
const broken = `
non-binding rules, non-lethal means and non-payment of wages; anti-fraud units and anti-money rules; an army-backed
council and an army-owned port; state-owned farms near the citizen's own partner firm; each owner and leader; the owned
leadership, partnership, ownership and citizenship of the league; a member of the league; nations, nation-wide, resettle
settle, retrain, train, review, view, rebuild, build; a long-standing rule; 18-year-old girls and 20-year-old boys; the olds
inspec-
tors visi-
ted brick-
works while adminis-
trators of sev-
eral prov-
inces reported
a hotel and an airport; compe-
titors, regu-
lations`

func TestHyphensAtTheEndsOfLines(t *testing.T) {
	s := learn(linesOf(broken))
	if s.whole {
		t.Fatal("words are broken here")
	}
	for _, c := range []struct{ first, second, want string }{
		{"non-", "combatants", "non-combatants"},           // a part that keeps its hyphen
		{"league-", "owned", "league-owned"},               // one that does so behind it
		{"member-", "ship", "membership"},                  // one that never has a hyphen
		{"re-", "assess", "reassess"},                      // the same before
		{"inspec-", "tors", "inspectors"},                  // parts that are no words
		{"resettle-", "ment", "resettlement"},              // a word of which only the first part is met
		{"long-", "standing", "long-standing"},             // met with its hyphen
		{"Freedonia-", "Sylvania", "Freedonia-Sylvania"},   // a capital
		{"18-year-", "old", "18-year-old"},                 // numbers
		{"anti-", "\u201cfraud", "anti-\u201cfraud"},       // no letter
		{"long-", "and", "long- and"},                      // stands for the rest of another word
		{"inspec\u00ad", "tors", "inspectors"},             // a soft hyphen
		{"harbour.-", "Inspectors", "harbour.-Inspectors"}, // a word not met
		{"league.-", "Inspectors", "league.Inspectors"},    // two sentences without a space
		{"U.S.-", "backed", "U.S.-backed"},                 // a short form
		{"-", "flagged", "-flagged"},                       // a hyphen by itself, where no dash is so
		{"province", "of", "province of"},
	} {
		rest, glued := s.join(c.first, c.second)
		if !glued {
			rest += " "
		}
		if got := rest + c.second; got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.first, c.second, got, c.want)
		}
	}
}

// unhyphenated is a text in which no word is broken.
const unhyphenated = `
the state owned farms and backed a team of the army; a multi lateral treaty, sub contractors and re entry of the fleet
payment of labour brokers; well paid crews - and others - of long standing; a re-run, multi-year and sub-regional plans
state-
owned farms and army-
backed teams, sub-
contractors, multi-
lateral talks, re-
entry, long-
standing rules`

func TestDocumentsThatBreakNoWords(t *testing.T) {
	s := learn(linesOf(unhyphenated))
	if !s.whole {
		t.Fatal("no word is broken here")
	}
	for _, c := range [][2]string{{"multi-", "disciplinary"}, {"sub-", "contractors"}, {"member-", "ship"}} {
		if rest, glued := s.join(c[0], c[1]); !glued || rest != c[0] {
			t.Errorf("%v: got %q, glued %v", c, rest, glued)
		}
	}
	if rest, glued := s.join("-", "others"); rest != "-" || glued {
		t.Errorf("a dash: got %q, glued %v", rest, glued)
	}
}

func TestLigatures(t *testing.T) {
	const drawn = "the ofﬁcer conﬁrmed scientiﬁc ﬁgures of ﬁsh, of ﬁre and of ﬁre; the new centre, a safe house; conﬂict and inﬂuence\n"
	for _, c := range []struct{ name, text, want string }{
		{"drawn as one letter", drawn + "ﬁrst ﬁnd ﬁre ﬂeet", "first find fire fleet"},
		{"quotes in place of them", drawn + "a ﬁsafe houseﬂ near it", "a ﬁsafe houseﬂ near it"},
		{"a word that begins with them inside a quotation", drawn + "a ﬁsafe house without ﬁreﬂ near it", "a ﬁsafe house without fireﬂ near it"},
		{"a quotation of one word", drawn + "the ﬁkafalaﬂ rules", "the ﬁkafalaﬂ rules"},
		{"a quotation that is broken", drawn + "of ﬁcen-\ntreﬂ there", "of ﬁcen- treﬂ there"},
		{"a name", drawn + "of ﬁBlue Heart", "of ﬁBlue Heart"},
		{"a mark behind", drawn + "a ﬁhouse,ﬂ and ﬁhouse.ﬂ", "a ﬁhouse,ﬂ and ﬁhouse.ﬂ"},
		{"no ligatures elsewhere", "figures of fish and conflict, confirmed officers, first ﬁsafe and ﬂnear", "figures of fish and conflict, confirmed officers, first ﬁsafe and ﬂnear"},
		{"a closing quote alone", drawn + "ﬁre near itﬂ", "fire near itﬂ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := linesOf(c.text)
			ligatures(lines)
			var got []string
			for i := range lines {
				if i > 0 || len(lines) == 1 {
					got = append(got, lines[i].text())
				}
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("got %q, want %q", g, c.want)
			}
		})
	}
}
