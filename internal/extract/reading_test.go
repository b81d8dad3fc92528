package extract

import (
	"fmt"
	"strings"
	"testing"

	"plumbline"
)

// readings are sentences of a section with the claims that they carry, each
// written as its type and the fields that the case is about.
var readings = []struct {
	fact    string
	section plumbline.SectionName
	cases   [][]string // a sentence and its claims
}{
	{"what was not done is a zero", plumbline.Prosecution, [][]string{
		{"The government did not convict any traffickers.", "conviction valence=- count=0 reporting=stated certainty=certain"},
		{"The courts convicted no one.", "conviction valence=- count=0 reporting=stated"},
		{"Courts convicted zero traffickers.", "conviction valence=- count=0 reporting=stated"},
		{"The government failed to convict any traffickers.", "conviction valence=- count=0 reporting=stated"},
		{"The government never prosecuted traffickers.", "prosecution valence=- count=0"},
		{"The government stopped prosecuting traffickers.", "prosecution valence=- count=0"},
		{"The government neither investigated nor prosecuted traffickers.", "investigation valence=- count=0", "prosecution valence=- count=0"},
		{"The government did not identify victims, nor did it prosecute any traffickers.", "identification valence=- count=0", "prosecution valence=- count=0"},
		{"The police arrested two traffickers, but did not convict any.", "investigation valence=+ count=2", "conviction valence=- count=0"},
		{"The government did not investigate, prosecute, or convict any traffickers.",
			"investigation valence=- count=0", "prosecution valence=- count=0", "conviction valence=- count=0"},
		{"The government investigated five cases, prosecuted two, and convicted none.",
			"investigation valence=+ count=5", "prosecution valence=+ count=2", "conviction valence=- count=0"},
		{"No officials were prosecuted for complicity in trafficking.", "accountability valence=- count=0"},
	}},
	{"what was not reported is no zero", plumbline.Prosecution, [][]string{
		{"There were no reported convictions of traffickers.", "conviction valence=- count=null reporting=none-reported certainty=probable"},
		{"The government did not report convicting any traffickers.", "conviction valence=- count=null reporting=none-reported"},
		{"The government did not report any convictions.", "conviction valence=- count=null reporting=none-reported"},
		{"The government did not report prosecuting or convicting any traffickers.",
			"prosecution valence=- count=null reporting=none-reported", "conviction valence=- count=null reporting=none-reported"},
	}},
	{"what was withheld is data", plumbline.Prosecution, [][]string{
		{"The government did not report whether it convicted traffickers.", "data valence=- count=null reporting=not-reported certainty=unknown"},
		{"The government did not report how many traffickers it convicted.", "data valence=- count=null reporting=not-reported certainty=unknown"},
	}},
	{"what the author does not know says nothing of the government", plumbline.Prosecution, [][]string{
		{"There is no evidence that the government convicted traffickers.", "conviction valence=null count=null reporting=no-evidence certainty=unknown"},
		{"There was no information indicating that the courts convicted traffickers.", "conviction valence=null count=null reporting=no-information certainty=unknown"},
		{"There were no known convictions of traffickers.", "conviction valence=- count=null reporting=stated certainty=probable"},
	}},
	{"a zero that is qualified is no count", plumbline.Protection, [][]string{
		{"The government did not proactively identify victims.", "identification valence=- count=null"},
		{"Authorities did not adequately assist victims.", "assistance valence=- count=null"},
		{"The government did not identify any victims.", "identification valence=- count=0"},
		{"The government failed to identify any victims.", "identification valence=- count=0"},
		{"The government did not report identifying any victims.", "identification valence=- count=null reporting=none-reported"},
	}},
	{"who says it", plumbline.Prosecution, [][]string{
		{"The police arrested nine traffickers.", "investigation source=author certainty=certain count=9"},
		{"The police reportedly arrested nine traffickers.", "investigation source=unspecified-reports certainty=probable count=9"},
		{"NGOs reported that the police arrested nine traffickers.", "investigation source=ngo certainty=probable valence=+ count=9"},
		{"The ministry reported that the police arrested nine traffickers.", "investigation source=government certainty=probable"},
		{"The media reported the police arrested nine traffickers.", "investigation source=media certainty=probable"},
		{"An international organization reported the government identified nine victims.", "identification source=international-organization certainty=probable"},
		{"Observers reported officials were complicit in trafficking.", "complicity source=observer certainty=probable valence=-"},
		{"Victims reported that officials accepted bribes from traffickers.", "complicity source=victim certainty=probable valence=-"},
	}},
	{"who says it when somebody else is named too", plumbline.Prosecution, [][]string{
		{"The police reported arresting five men, but did not arrest any women.", "investigation source=government count=5", "investigation source=author valence=- certainty=certain"},
		{"An NGO that worked with the police reported that officials accepted bribes from traffickers.", "complicity source=ngo"},
		{"Observers reported some officials warned traffickers of raids.", "complicity source=observer"},
		{"The bureau reported four arrests; however, courts convicted nobody.", "investigation source=government", "conviction source=author count=0"},
		{"NGOs reported some police officers, including members of a special unit, accepted bribes from traffickers.", "complicity source=ngo"},
		{"Experts noted police and prosecutors did not prosecute traffickers.", "prosecution source=observer valence=-"},
		{"According to NGOs, the police arrested nine traffickers.", "investigation source=ngo"},
		{"According to the law, the police arrested nine traffickers.", "investigation source=author certainty=certain"},
		{"Reports from an international organization indicated that officials accepted bribes from traffickers.", "complicity source=international-organization"},
		{"Despite reports of abuse, the government did not prosecute any officials for complicity.", "accountability source=author valence=- count=0"},
		{"Media reports describe officials accepting bribes from traffickers.", "complicity source=media certainty=probable"},
		{"Officials acknowledged the police did not prosecute traffickers.", "prosecution source=government valence=-"},
		{"NGOs alleged that officials accepted bribes from traffickers.", "complicity source=ngo certainty=possible"},
		{"There were unverified claims that the police arrested traffickers.", "investigation source=unspecified-reports certainty=possible"},
	}},
	{"what is negated twice", plumbline.Prosecution, [][]string{
		{"The government did not fail to prosecute traffickers.", "prosecution valence=+ count=null"},
		{"Courts never refused to convict traffickers.", "conviction valence=+ count=null"},
		{"Officials were not trained and lacked funds.", "training valence=-"},
		{"Authorities did not stop detaining victims.", "penalization valence=-"},
		{"Judges were reluctant to convict traffickers.", "conviction valence=- count=null"},
		{"The government was unsuccessful in prosecuting traffickers.", "prosecution valence=-"},
	}},
	{"what negates something else", plumbline.Prosecution, [][]string{
		{"Law No. 14 bans trafficking.", "law valence=+"},
		{"The law prescribes penalties of not less than ten years imprisonment for trafficking.", "law valence=+"},
		{"The hotline received calls, none of which resulted in an investigation.", "awareness valence=+", "investigation valence=-"},
		{"Courts were lenient, and no referral and screening procedures were developed for victims.", "identification valence=-"},
		{"The government had not prosecuted or convicted any traffickers.", "prosecution valence=- count=0", "conviction valence=- count=0"},
		{"The government suspended four officials for complicity in trafficking.", "accountability valence=+ count=4"},
		{"Nor had it ever prosecuted traffickers.", "prosecution valence=- count=0"},
		{"The law criminalized trafficking but, unlike its neighbors, required force to prove child sex trafficking.", "law valence=+", "law valence=-"},
	}},
	{"who is kept from something does not get it", plumbline.Protection, [][]string{
		{"The delays prevented many victims from receiving protection services.", "assistance valence=-"},
		{"Police denied services to trafficking victims.", "assistance valence=-"},
		{"The lack of shelters left victims without care.", "assistance valence=- count=null"},
		{"The government lacked shelters for victims.", "assistance valence=- count=null"},
	}},
	{"what is compared is no part of the deed", plumbline.Prosecution, [][]string{
		{"The ministry reported investigating 90 traffickers, prosecuting 53, and convicting 29 in 2013, compared with investigating 98 traffickers, prosecuting 60, and convicting 25 in 2012.",
			"investigation count=90", "prosecution count=53", "conviction count=29 previous=25"},
		{"Courts convicted seven officers for abuses in an overcrowded and poorly run prison, and for trafficking.", "accountability valence=+"},
		{"Courts prosecuted and convicted 13 traffickers, compared with no convictions in 2012.", "prosecution valence=+ count=13", "conviction valence=+ count=13 previous=0"},
	}},
	{"what is not known or not reported", plumbline.Prosecution, [][]string{
		{"It is unclear whether the courts convicted any traffickers.", "conviction valence=null reporting=no-information certainty=unknown"},
		{"It was not known if police arrested any traffickers.", "investigation valence=null reporting=no-information"},
		{"The government failed to report any convictions.", "conviction valence=- reporting=none-reported count=null source=author"},
		{"Funds ran out, nor did the government report convicting traffickers.", "conviction reporting=none-reported valence=-"},
		{"The government did not report any arrests, and did not convict any traffickers.", "investigation reporting=none-reported", "conviction reporting=stated count=0"},
		{"No convictions were reported in 2012.", "conviction reporting=none-reported count=null"},
	}},
	{"two verbs and the object of the second", plumbline.Prosecution, [][]string{
		{"Authorities prosecuted or deported some victims for prostitution.", "penalization valence=-"},
		{"Police investigated and arrested several complicit officials.", "accountability valence=+"},
		{"Officials may have detained and punished victims.", "penalization certainty=possible"},
		{"The government reported four investigations, 17 prosecutions, and two convictions.", "conviction count=2", "investigation count=4", "prosecution count=17"},
		{"Compared with nine convictions in 2011, courts convicted 12 traffickers.", "conviction count=12 previous=9"},
	}},
	{"how firmly it is said", plumbline.Prosecution, [][]string{
		{"The police may have arrested nine traffickers.", "investigation certainty=possible valence=+"},
		{"Officials allegedly accepted bribes from traffickers.", "complicity certainty=possible valence=-"},
	}},
	{"a promise is no deed", plumbline.Prosecution, [][]string{
		{"The government planned to prosecute nine traffickers.", "prosecution aspect=planned valence=~"},
		{"The government will prosecute traffickers.", "prosecution aspect=planned valence=~"},
		{"Police would investigate cases of trafficking.", "investigation aspect=planned valence=~"},
		{"The government drafted an anti-trafficking law.", "law aspect=planned valence=~"},
		{"The government was considering a law against trafficking.", "law aspect=planned valence=~"},
		{"The government began to investigate cases of trafficking.", "investigation aspect=done valence=+"},
		{"The government continued to investigate cases of trafficking.", "investigation aspect=ongoing valence=+"},
	}},
	{"a concession does not reach what it is conceded to", plumbline.Prosecution, [][]string{
		{"Despite a lack of funds, the government prosecuted nine traffickers.", "prosecution valence=+ count=9"},
		{"Although the government convicted nine traffickers, it did not prosecute complicit officials.",
			"conviction valence=+ count=9", "accountability valence=- count=0"},
	}},
	{"little is partial, less is worse", plumbline.Prosecution, [][]string{
		{"The government prosecuted only two traffickers.", "prosecution valence=~ count=2"},
		{"The government rarely prosecuted traffickers.", "prosecution valence=~"},
		{"Courts convicted fewer traffickers than in the previous year.", "conviction valence=- count=null"},
	}},
	{"figures of the period before", plumbline.Prosecution, [][]string{
		{"The government convicted nine traffickers, a decrease from 15 in 2012.", "conviction valence=~ count=9 previous=15"},
		{"The government convicted nine traffickers, compared with four the previous year.", "conviction valence=+ count=9 previous=4"},
		{"Courts convicted nine traffickers (15 in 2012).", "conviction count=9 previous=15"},
		{"Courts convicted nine traffickers in 2012.", "conviction count=9 previous=null time=2012"},
		{"Police investigated between nine and 12 cases.", "investigation count=null min=9 max=12"},
		{"The government investigated and prosecuted five cases.", "investigation count=5", "prosecution count=5"},
	}},
	{"harm is bad unless it was not done", plumbline.Protection, [][]string{
		{"Authorities detained victims.", "penalization valence=-"},
		{"Authorities did not detain victims.", "penalization valence=+"},
		{"Authorities may have deported victims.", "penalization valence=- certainty=possible"},
		{"There were no reports that officials penalized victims.", "penalization valence=+ reporting=none-reported count=null"},
		{"Unlike in previous years, authorities did not penalize victims.", "penalization valence=+"},
	}},
	{"whose act it is", plumbline.Protection, [][]string{
		{"The government opened a shelter for victims.", "assistance actor=XXX"},
		{"The Government of Norway funded a shelter for victims.", "assistance actor=NOR"},
		{"An NGO opened a shelter for victims."},
		{"A government-funded NGO provided care to victims.", "assistance actor=XXX valence=+"},
		{"The government funded an NGO that provided care to victims.", "assistance actor=XXX valence=+"},
		{"NGOs provided care to victims without government support.", "assistance valence=-"},
		{"An NGO opened a shelter. It assisted 30 victims."},
		{"The ministry opened a shelter. It assisted 30 victims.", "assistance actor=XXX", "assistance count=30"},
		{"NGOs reported they assisted 30 victims."},
		{"A foreign embassy provided shelter to victims."},
		{"Officials of two shelters for victims reported poor health."},
	}},
	{"a right is no doubt", plumbline.Protection, [][]string{
		{"Victims may seek restitution.", "assistance certainty=certain valence=+"},
		{"Officials may have assisted victims.", "assistance certainty=possible"},
	}},
	{"an act with two verbs and one object is told once", plumbline.Protection, [][]string{
		{"Authorities identified and referred 14 victims.", "identification count=14"},
		{"Authorities identified 14 victims and referred nine to shelters.", "identification count=14", "identification count=9"},
	}},
	{"efforts", plumbline.Prevention, [][]string{
		{"The government made efforts to reduce the demand for commercial sex acts.", "demand valence=+"},
		{"The government did not make efforts to reduce the demand for commercial sex acts.", "demand valence=- count=null"},
		{"The government did not conduct any awareness campaigns.", "awareness valence=- count=null"},
	}},
	{"flows keep hedge and source", plumbline.Profile, [][]string{
		{"Women from Nepal are subjected to forced labor in India.", "exploitation forms=forced-labor", "flow origin=NPL destination=IND movement=trafficked certainty=certain"},
		{"Women from Nepal may be subjected to forced labor in India.", "exploitation", "flow origin=NPL destination=IND certainty=possible"},
		{"NGOs reported that women from Nepal are subjected to forced labor in India.", "exploitation", "flow origin=NPL destination=IND certainty=probable source=ngo"},
		{"There is no evidence that women from Nepal are subjected to forced labor in India.", "exploitation certainty=unknown", "flow certainty=unknown"},
		{"Kenya is a source country for women subjected to forced labor in Oman and Qatar.",
			"exploitation", "flow origin=XXX destination=OMN;QAT", "role roles=source"},
		{"Some 150,000 prisoners are held in camps.", "estimate of=prisoners min=150000"},
	}},
	{"each item of the recommendations", plumbline.Recommendations, [][]string{
		{"Investigate and prosecute traffickers; train the police; and amend the law.",
			"recommendation topics=investigation;prosecution aspect=planned", "recommendation topics=training", "recommendation topics=law"},
	}},
}

// differs says how claims differ from the cases that they should be, or "".
func differs(claims []plumbline.Claim, want []string) string {
	if len(claims) != len(want) {
		return fmt.Sprintf("%d claims (%s), want %d", len(claims), names(claims), len(want))
	}
	for i, w := range want {
		fields := strings.Fields(w)
		if string(claims[i].Type) != fields[0] {
			return fmt.Sprintf("claim %d is %s, want %s", i+1, claims[i].Type, fields[0])
		}
		for _, f := range fields[1:] {
			k, v, _ := strings.Cut(f, "=")
			if got := fieldOf(&claims[i], k); got != v {
				return fmt.Sprintf("claim %d, %s: %s is %s, want %s", i+1, claims[i].FoundBy, k, got, v)
			}
		}
	}
	return ""
}

func TestReadings(t *testing.T) {
	x := load(t)
	for _, r := range readings {
		t.Run(r.fact, func(t *testing.T) {
			for _, c := range r.cases {
				if wrong := differs(x.ReadText(c[0], r.section), c[1:]); wrong != "" {
					t.Errorf("%s\n%s", c[0], wrong)
				}
			}
		})
	}
}

// What shaped a claim is shown by spans, each the words themselves.
func TestEvidence(t *testing.T) {
	x := load(t)
	for _, c := range []struct{ sentence, evidence string }{
		{"The government did not convict any traffickers.", "negation:not"},
		{"There is no evidence that the government convicted traffickers.", "report:no evidence"},
		{"The government did not report any convictions.", "report:did not report"},
		{"The police may have arrested nine traffickers.", "hedge:may quantity:nine"},
		{"The government planned to prosecute nine traffickers.", "aspect:planned to quantity:nine"},
		{"NGOs reported that the police arrested nine traffickers in 2012.", "source:NGOs quantity:nine time:2012"},
	} {
		claims := x.ReadText(c.sentence, plumbline.Prosecution)
		if len(claims) != 1 {
			t.Errorf("%s: %d claims", c.sentence, len(claims))
			continue
		}
		var got []string
		for _, e := range claims[0].Evidence {
			got = append(got, string(e.What)+":"+e.Span.In(c.sentence))
		}
		if s := strings.Join(got, " "); s != c.evidence {
			t.Errorf("%s\ngot  %s\nwant %s", c.sentence, s, c.evidence)
		}
	}
}

func TestAClaimThatTheNextClauseUndercuts(t *testing.T) {
	claims := load(t).ReadText("Police reported arresting 12 traffickers; however, these arrests may include arrests of refugees.", plumbline.Prosecution)
	if len(claims) != 2 {
		t.Fatalf("%d claims", len(claims))
	}
	if q := claims[0].QualifiedBy; len(q) != 1 || q[0] != claims[1].ID || len(claims[1].QualifiedBy) != 0 {
		t.Errorf("qualified by %v and %v, the second is %s", q, claims[1].QualifiedBy, claims[1].ID)
	}
	if claims[1].Certainty != plumbline.Possible {
		t.Errorf("the second is %s", claims[1].Certainty)
	}
}

func TestAClaimThatWordsBehindItTakeBack(t *testing.T) {
	tests := []struct {
		name, text string
		evidence   string // behind the claim; empty where it stands as it is
	}{
		{"in the same sentence", "Police reported arresting 12 traffickers; however, observers said these cases could concern smuggling.", "reference:these cases hedge:could"},
		{"in the next sentence", "Police reported arresting 12 traffickers. However, these cases may concern smuggling.", "reference:these cases hedge:may"},
		{"with another turn", "Courts convicted nine traffickers, although these might be smugglers.", "reference:these hedge:might"},
		{"what does not turn against it", "Police reported arresting 12 traffickers. These cases may go to court.", ""},
		{"what is said flatly", "Police reported arresting 12 traffickers. However, these cases concern smuggling.", ""},
		{"what takes up nothing", "Police reported arresting 12 traffickers. However, the number may grow.", ""},
		{"what lies a sentence back", "Police reported arresting 12 traffickers. It rained. However, these cases may concern smuggling.", ""},
	}
	x := load(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			claims := x.ReadText(test.text, plumbline.Prosecution)
			if len(claims) == 0 {
				t.Fatal("no claim")
			}
			var behind []string
			for _, e := range claims[0].Evidence {
				if e.Span.Start >= claims[0].Citation.Span.End {
					behind = append(behind, string(e.What)+":"+e.Span.In(test.text))
				}
			}
			if got := strings.Join(behind, " "); got != test.evidence || claims[0].Undercut() != (test.evidence != "") {
				t.Errorf("evidence %q, want %q; undercut is %t", got, test.evidence, claims[0].Undercut())
			}
		})
	}
}

// An act told in the summary and in a section is one act.
func TestAnActToldTwice(t *testing.T) {
	const summary, section = "The government convicted nine traffickers. ", "Courts convicted nine traffickers. Courts convicted four officials."
	d := &plumbline.Document{ID: "d", Text: summary + section}
	n := &plumbline.Narrative{Country: nowhere, Sections: []plumbline.Section{
		{Name: plumbline.AssessmentPart, Span: span(0, len(summary))},
		{Name: plumbline.Prosecution, Span: span(len(summary), len(d.Text))},
	}}
	claims := load(t).Extract(nil, d, n)
	if len(claims) != 3 {
		t.Fatalf("%d claims: %s", len(claims), names(claims))
	}
	if a := claims[0].Act; a == "" || a != claims[1].Act || claims[2].Act == a {
		t.Errorf("acts %q, %q, %q", a, claims[1].Act, claims[2].Act)
	}
}
