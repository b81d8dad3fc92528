package grammar

import (
	"slices"
	"strings"
	"testing"
)

// show writes a unit as form and link, subject, words.
func show(a *Analysis, u Unit) string {
	return formNames[u.Form] + " " + linkNames[u.Link] + " | " + a.words(u.SubjFirst, u.SubjLast) + " | " + a.words(u.First, u.Last)
}

// unitCases are sentences with the units that they fall into.
var unitCases = []struct {
	fact  string
	cases []unitCase
}{
	{"coordination", []unitCase{
		{"The police did not find, protect or refer victims.", []string{
			"finite main | The police | The police did not find",
			"finite coordinate | The police | protect",
			"finite coordinate | The police | refer victims",
		}},
		{"Officials investigated five cases, prosecuted two, and convicted none.", []string{
			"finite main | Officials | Officials investigated five cases",
			"finite coordinate | Officials | prosecuted two",
			"finite coordinate | Officials | convicted none",
		}},
		{"The ministry trained judges and the court convicted a broker.", []string{
			"finite main | The ministry | The ministry trained judges",
			"finite main | the court | the court convicted a broker",
		}},
		{"Three men were arrested and charged.", []string{
			"passive main | Three men | Three men were arrested",
			"passive coordinate | Three men | charged",
		}},
		{"A law was drafted and sent to parliament.", []string{
			"passive main | A law | A law was drafted",
			"passive coordinate | A law | sent to parliament",
		}},
		{"Prosecutors have charged or convicted nine brokers.", []string{
			"finite main | Prosecutors | Prosecutors have charged",
			"finite coordinate | Prosecutors | convicted nine brokers",
		}},
		{"Police arrested but did not charge brokers.", []string{
			"finite main | Police | Police arrested",
			"finite coordinate | Police | did not charge brokers",
		}},
		{"Courts convicted 12 and acquitted 7 suspects.", []string{
			"finite main | Courts | Courts convicted 12",
			"finite coordinate | Courts | acquitted 7 suspects",
		}},
		{"The police arrested brokers; the court convicted none.", []string{
			"finite main | The police | The police arrested brokers",
			"finite main | the court | the court convicted none",
		}},
		{"The ministry opened two shelters, and police arrested nine brokers.", []string{
			"finite main | The ministry | The ministry opened two shelters",
			"finite main | police | police arrested nine brokers",
		}},
	}},
	{"relative clauses, and going on behind them", []unitCase{
		{"The unit, which began work in May, arrested two recruiters.", []string{
			"noverb main | The unit, | The unit",
			"finite relative | The unit, | which began work in May",
			"finite main | The unit, | arrested two recruiters",
		}},
		{"Victims who lived in the shelter received care.", []string{
			"noverb main | Victims | Victims",
			"finite relative | Victims | who lived in the shelter",
			"finite main | Victims | received care",
		}},
		{"Judges, some of whom may be corrupt, dismissed cases.", []string{
			"noverb main | Judges, | Judges",
			"copula relative | Judges, some of | some of whom may be corrupt",
			"finite main | Judges, | dismissed cases",
		}},
		{"The government drafted a law that would punish brokers.", []string{
			"finite main | The government | The government drafted a law",
			"finite relative | a law | that would punish brokers",
		}},
		{"The office (which the ministry funds) closed.", []string{
			"finite main | The office (which the ministry funds) | The office (which the ministry funds) closed",
		}},
		{"The court, created in 2012, heard nine cases.", []string{
			"finite main | The court, | The court, created in 2012, heard nine cases",
		}},
	}},
	{"examples", []unitCase{
		{"Children from poor countries, such as Nepal and Benin, are forced to beg.", []string{
			"passive main | Children from poor countries, such as Nepal and Benin, | Children from poor countries, such as Nepal and Benin, are forced to beg",
		}},
	}},
	{"participles that describe", []unitCase{
		{"Women subjected to forced labor received no help.", []string{
			"finite main | Women subjected to forced labor | Women subjected to forced labor received no help",
		}},
		{"Five trafficked women escaped.", []string{
			"finite main | Five trafficked women | Five trafficked women escaped",
		}},
		{"Led by the ministry, the team met twice.", []string{
			"finite main | Led by the ministry, the team | Led by the ministry, the team met twice",
		}},
	}},
	{"passives", []unitCase{
		{"Victims were sheltered by the church.", []string{
			"passive main | Victims | Victims were sheltered by the church",
		}},
		{"Cases were not investigated.", []string{
			"passive main | Cases | Cases were not investigated",
		}},
		{"The police have not yet been trained.", []string{
			"passive main | The police | The police have not yet been trained",
		}},
		{"A fund was created to assist victims.", []string{
			"passive main | A fund | A fund was created to assist victims",
		}},
	}},
	{"chains", []unitCase{
		{"Authorities failed to investigate the case.", []string{
			"infinitive main | Authorities | Authorities failed to investigate the case",
		}},
		{"The government made efforts to identify victims.", []string{
			"infinitive main | The government | The government made efforts to identify victims",
		}},
		{"The government did not make efforts to reduce demand.", []string{
			"infinitive main | The government | The government did not make efforts to reduce demand",
		}},
		{"The police continued to detain women.", []string{
			"infinitive main | The police | The police continued to detain women",
		}},
		{"The office began to train and house inspectors.", []string{
			"infinitive main | The office | The office began to train",
			"infinitive coordinate | The office | house inspectors",
		}},
		{"Officials reported convicting four brokers.", []string{
			"gerund main | Officials | Officials reported convicting four brokers",
		}},
		{"The ministry reported identifying and assisting nine victims.", []string{
			"gerund main | The ministry | The ministry reported identifying",
			"gerund coordinate | The ministry | assisting nine victims",
		}},
	}},
	{"what is reported", []unitCase{
		{"Officials reported police arrested two brokers.", []string{
			"finite main | Officials | Officials reported",
			"finite complement | police | police arrested two brokers",
		}},
		{"Observers stated the courts sentenced nobody.", []string{
			"finite main | Observers | Observers stated",
			"finite complement | the courts | the courts sentenced nobody",
		}},
		{"NGOs reported that officials took bribes.", []string{
			"finite main | NGOs | NGOs reported",
			"finite complement | that officials | that officials took bribes",
		}},
		{"The minister said the police would investigate.", []string{
			"finite main | The minister | The minister said",
			"finite complement | the police | the police would investigate",
		}},
		{"Officials did not report how many victims they assisted.", []string{
			"finite main | Officials | Officials did not report",
			"finite complement | how many victims they | how many victims they assisted",
		}},
		{"It is unclear whether the courts convicted brokers.", []string{
			"copula main | It | It is unclear",
			"finite subordinate | whether the courts | whether the courts convicted brokers",
		}},
	}},
	{"gerunds", []unitCase{
		{"Efforts included screening the workers, and opening a shelter.", []string{
			"finite main | Efforts | Efforts included",
			"gerund adjunct | Efforts | screening the workers",
			"gerund coordinate | Efforts | opening a shelter",
		}},
		{"The state assisted victims by providing shelter and by paying NGOs.", []string{
			"finite main | The state | The state assisted victims by",
			"gerund adjunct | The state | providing shelter and by",
			"gerund adjunct | The state | paying NGOs",
		}},
		{"The plan requires opening a shelter; training the police; and amending the law.", []string{
			"finite main | The plan | The plan requires opening a shelter",
			"gerund main |  | training the police",
			"gerund coordinate |  | amending the law",
		}},
		{"Brokers lure girls, leaving families in debt.", []string{
			"finite main | Brokers | Brokers lure girls",
			"gerund adjunct | Brokers | leaving families in debt",
		}},
		{"Procedures for identifying victims were weak.", []string{
			"copula main | Procedures for identifying victims | Procedures for identifying victims were weak",
		}},
		{"Lacking a procedure, police jailed victims.", []string{
			"gerund main |  | Lacking a procedure",
			"finite main | police | police jailed victims",
		}},
		{"Having no budget, the unit closed.", []string{
			"copula main |  | Having no budget",
			"finite main | the unit | the unit closed",
		}},
		{"While continuing to convict brokers, courts released officials.", []string{
			"infinitive subordinate | While | While continuing to convict brokers",
			"finite main | courts | courts released officials",
		}},
		{"Despite having no budget, the unit opened 12 cases.", []string{
			"copula main | Despite | Despite having no budget",
			"finite main | the unit | the unit opened 12 cases",
		}},
	}},
	{"commands", []unitCase{
		{"Enact a law and train the police.", []string{
			"imperative main |  | Enact a law",
			"imperative coordinate |  | train the police",
		}},
	}},
	{"inversion", []unitCase{
		{"Nor does the government appear to help victims.", []string{
			"infinitive main | the government | Nor does the government appear to help victims",
		}},
	}},
	{"insertions", []unitCase{
		{"The law did not, in practice, protect victims.", []string{
			"finite main | The law | The law did not, in practice, protect victims",
		}},
		{"Police did not always screen migrants.", []string{
			"finite main | Police | Police did not always screen migrants",
		}},
		{"In 2012, the unit opened 12 cases.", []string{
			"finite main | In 2012, the unit | In 2012, the unit opened 12 cases",
		}},
		{"The number of convictions fell to 12, compared with 15 in 2014.", []string{
			"finite main | The number of convictions | The number of convictions fell to 12, compared with 15 in 2014",
		}},
	}},
	{"numbers in names", []unitCase{
		{"Article 16 criminalized forced labor.", []string{
			"finite main | Article 16 | Article 16 criminalized forced labor",
		}},
		{"Section 9 of the penal code prohibits slavery.", []string{
			"finite main | Section 9 of the penal code | Section 9 of the penal code prohibits slavery",
		}},
	}},
	{"copulas and verbs of having", []unitCase{
		{"Penalties are sufficient.", []string{
			"copula main | Penalties | Penalties are sufficient",
		}},
		{"The government is a party to the protocol.", []string{
			"copula main | The government | The government is a party to the protocol",
		}},
		{"The country had no law against trafficking.", []string{
			"copula main | The country | The country had no law against trafficking",
		}},
	}},
	{"dependent clauses", []unitCase{
		{"Although the law exists, courts ignored it.", []string{
			"finite subordinate | Although the law | Although the law exists",
			"finite main | courts | courts ignored it",
		}},
		{"Police arrested no one because witnesses fled.", []string{
			"finite main | Police | Police arrested no one",
			"finite subordinate | because witnesses | because witnesses fled",
		}},
	}},
	{"no verb", []unitCase{
		{"No convictions.", []string{
			"noverb main | No convictions. | No convictions",
		}},
		{"Two shelters for women.", []string{
			"noverb main | Two shelters for women. | Two shelters for women",
		}},
	}},
}

type unitCase struct {
	sentence string
	units    []string
}

func TestUnits(t *testing.T) {
	w := newWorld(t, "")
	for _, group := range unitCases {
		t.Run(group.fact, func(t *testing.T) {
			for _, c := range group.cases {
				a := w.analyse(c.sentence)
				var got []string
				for _, u := range a.Units {
					got = append(got, show(a, u))
				}
				if !slices.Equal(got, c.units) {
					t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", c.sentence, strings.Join(got, "\n\t"), strings.Join(c.units, "\n\t"))
				}
			}
		})
	}
}

// Of lists of commands the user says that they are; then even a verb that is
// mostly a noun begins one.
func TestUnitsOfCommands(t *testing.T) {
	w := newWorld(t, "")
	a := w.analyse("Increase the funding of shelters; fund NGOs.")
	if a.Units[0].Form != Imperative {
		t.Errorf("got %s", show(a, a.Units[0]))
	}
	for _, words := range []string{"Increase funding for shelters.", "Train judges, and screen migrants."} {
		a := w.analyse(words)
		a.Commands = true
		w.g.Analyse(a, a.Text, a.First, a.Last, nil)
		if u := a.Units[0]; u.Form != Imperative || u.Head != 0 {
			t.Errorf("%s\ngot %s", words, show(a, u))
		}
	}
}

// What the verbs of a list share is known, so that "did not" bears on each.
func TestSharedBeginnings(t *testing.T) {
	w := newWorld(t, "cue neg group not\n")
	for _, c := range []struct {
		sentence string
		negated  []bool
	}{
		{"The police did not find, protect or refer victims.", []bool{true, true, true}},
		{"The police did not find victims but protected witnesses.", []bool{true, false}},
		{"Victims were not identified or sheltered.", []bool{true, true}},
		{"Officials failed to find and did not protect victims.", []bool{false, true}},
	} {
		a := w.analyse(c.sentence)
		var got []bool
		for u := range a.Units {
			negated := false
			for _, cue := range a.Cues {
				negated = negated || a.Bears(cue, u, a.Units[u].Head)
			}
			got = append(got, negated)
		}
		if !slices.Equal(got, c.negated) {
			t.Errorf("%s: got %v, want %v", c.sentence, got, c.negated)
		}
	}
}
