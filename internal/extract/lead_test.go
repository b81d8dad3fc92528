package extract

import (
	"slices"
	"strings"
	"testing"

	"plumbline"
)

// leading are texts with one claim of the type that the case is about, and what
// led to it: the role, the words, how, and what they stand for.
var leading = []struct {
	fact, section, text string
	typ                 plumbline.ClaimType
	want                []string
}{
	{"a pronoun is followed to the sentence before", "prosecution", "The General Directorate of Police opened an office. It arrested nine traffickers.", plumbline.Investigation,
		[]string{"actor: “It” stands for “The General Directorate of Police”"}},
	{"and over a sentence that has a pronoun itself", "prosecution", "The ministry built a school. It was large. It prosecuted nine traffickers.", plumbline.ProsecutionAct,
		[]string{"actor: “It” stands for “The ministry”"}},
	{"a pronoun agrees in number", "prosecution", "The ministry met with NGOs. They were late. Prosecutors met with the ministry, and they prosecuted nine traffickers.", plumbline.ProsecutionAct,
		[]string{"actor: “they” stands for “Prosecutors”"}},
	{"a pronoun is followed within the sentence", "prosecution", "Although the government trained police, it did not convict any traffickers.", plumbline.Conviction,
		[]string{"actor: “it” stands for “the government”", "quantity: “” is not printed: the text says that it was not done at all “”"}},
	{"a body is followed to its name", "prosecution", "The deputy minister spoke for the Ministry of Justice in May. Later the ministry prosecuted nine traffickers.", plumbline.ProsecutionAct,
		[]string{"actor: “the ministry” stands for “Ministry of Justice”"}},
	{"an acronym is followed to its definition", "prosecution", "The state set up a National Crime Commission (NCC) in May. The NCC arrested nine traffickers.", plumbline.Investigation,
		[]string{"actor: “The NCC” is short for “National Crime Commission (NCC)”"}},
	{"a subject is shared by joined verbs", "prosecution", "Police investigated nine cases and convicted four traffickers.", plumbline.Conviction,
		[]string{"actor: “Police” counts as the government's doing “”; the subject of “investigated”, shared by “convicted”"}},
	{"a passive may not say by whom", "prosecution", "The courts met in May. Nine traffickers were convicted.", plumbline.Conviction,
		[]string{"actor: “were convicted” does not say by whom; the last named to act for the government is “The courts”"}},
	{"a passive may say by whom", "prosecution", "Nine traffickers were convicted by the courts.", plumbline.Conviction,
		[]string{"actor: “the courts” stands behind “by”, as who does it “”"}},
	{"another government's act is its own", "prosecution", "The Government of Nepal convicted nine traffickers.", plumbline.Conviction,
		[]string{"actor: “The Government of Nepal” is another country's government, whose act is its own “”"}},
	{"figures of a list go to verbs of a list", "prosecution", "Authorities prosecuted and convicted 12 and seven traffickers, respectively.", plumbline.Conviction,
		[]string{"quantity: “seven” is number 2 of the list “12 and seven”"}},
	{"an object is shared by joined verbs", "protection", "Police did not identify, protect, or refer any victims.", plumbline.Identification,
		[]string{"object: “any victims” is the object of the verbs “did not identify, protect, or refer”"}},
	{"the beginning of a verb group is shared", "prosecution", "Police did not investigate or prosecute any cases.", plumbline.ProsecutionAct,
		[]string{"verb: “did not” is said of “prosecute”"}},
	{"the period before is told", "prosecution", "Courts convicted nine traffickers, compared with four in 2015.", plumbline.Conviction,
		[]string{"previous: “four” is the figure of the period before “”"}},
	{"places stand in lists", "profile", "Women from Nepal and India are trafficked to Oman and Qatar.", plumbline.Flow, []string{
		"origin: “Nepal and India” stands behind “from”, a list of 2 “”", "destination: “Oman and Qatar” stands behind “to”, a list of 2 “”",
		"pairs: “” each origin goes to each destination: 2 by 2 “”", "victims: “Women” “”",
	}},
	{"people are named before", "profile", "Women from Nepal move to Oman; some are subjected to forced labor.", plumbline.Flow, []string{
		"origin: “some” are the people of “Women from Nepal move to Oman”", "destination: “some” are the people of “Women from Nepal move to Oman”", "forms: “forced labor” “”",
	}},
	{"a role is shown by a movement", "profile", "Women from Nepal are subjected to forced labor.", plumbline.Role, []string{
		"roles: “” is not said: the movement told here shows it “”", "origin: “Nepal” stands behind “from” “”", "destination: “” is not named: the narrative's own country is meant “”",
	}},
	{"topics stand in their item", "recommendations", "Convict traffickers; train police.", plumbline.Recommendation, []string{"topics: “Convict” “”; by conviction/"}},
}

func TestWhatLedToAClaimIsShown(t *testing.T) {
	x := load(t)
	for _, c := range leading {
		d, n := narrative(c.section, c.text)
		claims := x.Extract(nil, d, n)
		i := slices.IndexFunc(claims, func(k plumbline.Claim) bool { return k.Type == c.typ })
		if i < 0 {
			t.Errorf("%s: no %s in %q", c.fact, c.typ, c.text)
			continue
		}
		e := x.Explain(d, n, &claims[i])
		var got []string
		for _, l := range e.Leads {
			s := l.Role + ": “" + l.Words.In(c.text) + "” " + l.How + " “" + l.From.In(c.text) + "”; " + l.Note
			got = append(got, strings.ReplaceAll(s, "”  “", "” “"))
		}
		for _, w := range c.want {
			if !slices.ContainsFunc(got, func(g string) bool { return strings.HasPrefix(g, w) }) {
				t.Errorf("%s: %q\nwant %s\ngot  %s", c.fact, c.text, w, strings.Join(got, "\n     "))
			}
		}
	}
}

// What an actor in another sentence is stands in the claim itself.
func TestPronounsActInTheirClaims(t *testing.T) {
	x := load(t)
	for _, c := range []struct{ fact, text, want string }{
		{"far", "The ministry met in May. It arrested nine traffickers.", "The ministry/XXX/author"},
		{"near", "The ministry met in May, and it arrested nine traffickers.", "/XXX/author"},
		{"foreign", "The Government of Nepal met in May. It arrested nine traffickers.", "The Government of Nepal/NPL/author"},
		{"they report", "The ministries met in May. They reported arresting nine traffickers.", "The ministries/XXX/government"},
		{"not what only reports", "Experts met in May. They arrested nine traffickers.", "/XXX/author"},
		{"what an NGO does is not the government's", "An NGO met in May. It arrested nine traffickers.", "none"},
	} {
		d, n := narrative("prosecution", c.text)
		n.Country = nowhere
		got := "none"
		for _, k := range x.Extract(nil, d, n) {
			if k.Type != plumbline.Investigation {
				continue
			}
			at := ""
			for _, e := range k.Evidence {
				if e.What == plumbline.ReferenceCue {
					at = e.Span.In(c.text)
				}
			}
			got = at + "/" + strings.Join(k.Participants.Actor, ",") + "/" + string(k.Source)
		}
		if got != c.want {
			t.Errorf("%s: %q\ngot  %s\nwant %s", c.fact, c.text, got, c.want)
		}
	}
}

// What leads in does not act.
func TestWhatLeadsInDoesNotAct(t *testing.T) {
	x := load(t)
	for _, text := range []string{
		"To stem the flow of migrants, particularly from Nepal, police arrested nine traffickers.",
		"In March, with Nepali, Indian, and Chinese officers, the police arrested nine traffickers.",
		"In March, in an operation with officers of Nepal, the police arrested nine traffickers.",
	} {
		for _, c := range x.ReadText(text, plumbline.Prosecution) {
			if c.Type == plumbline.Investigation && !slices.Equal(c.Participants.Actor, []string{string(nowhere)}) {
				t.Errorf("%q: %q acts", text, c.Participants.Actor)
			}
		}
	}
}
