package extract

import (
	"testing"

	"plumbline"
)

func TestFigures(t *testing.T) {
	x := load(t)
	tests := []struct {
		name, text      string
		typ             plumbline.ClaimType
		count, previous string
	}{
		{"the object of a verb", "Police arrested 30 suspects.", plumbline.Investigation, "30", "null"},
		{"compared with", "Police investigated 12 cases, compared with nine in 2015.", plumbline.Investigation, "12", "9"},
		{"compared with none", "Police investigated one case, compared with no cases in 2016.", plumbline.Investigation, "1", "0"},
		{"a year in brackets", "Police arrested 30 suspects (29 in 2016 and 40 in 2015).", plumbline.Investigation, "30", "29"},
		{"behind another figure", "Police investigated nine cases involving 17 suspects (seven cases involving 11 suspects in 2016).", plumbline.Investigation, "9", "7"},
		{"a breakdown is no earlier figure", "Police opened ten investigations (seven for sex trafficking and three for forced labor).", plumbline.Investigation, "10", "null"},
		{"nor is one with the word previous", "Courts held 17 prosecutions (12 of which were initiated in previous reporting periods).", plumbline.ProsecutionAct, "17", "null"},
		{"breakdown, then comparison", "Police opened ten investigations (seven for sex trafficking), an increase from three in 2016.", plumbline.Investigation, "10", "3"},
		{"breakdowns on both sides", "Courts convicted 29 traffickers (26 under one law and three under another), compared with eight convictions (five under one law) in 2016.", plumbline.Conviction, "29", "8"},
		{"the act of the claim, not the first", "The government prosecuted 10 suspects and convicted four persons, compared with 13 prosecutions and three convictions in 2016.", plumbline.Conviction, "4", "3"},
		{"told for two acts at the end", "The government prosecuted 10 suspects and convicted four persons, compared with 13 prosecutions and three convictions in 2016.", plumbline.ProsecutionAct, "10", "13"},
		{"behind a semicolon", "The government reported four investigations and two convictions; compared with 19 investigations and six convictions in 2016.", plumbline.Conviction, "2", "6"},
		{"later year counts", "The government identified two victims in 2016 and eight in 2017.", plumbline.Identification, "8", "2"},
		{"earlier year beside", "Authorities identified 20 foreign victims in 2017 and one in 2016.", plumbline.Identification, "20", "1"},
		{"from and to", "Investigations increased from 15 in 2015 to 22 in 2016.", plumbline.Investigation, "22", "15"},
		{"seven of the 11", "Seven of the 11 suspects were convicted.", plumbline.Conviction, "7", "null"},
		{"of 11, seven", "Of 11 suspects, courts convicted seven.", plumbline.Conviction, "7", "null"},
		{"by sex", "The government identified one man and seven women.", plumbline.Identification, "8", "null"},
		{"a noun shared", "Police investigated one case, a decrease from 10 forced labor and one sex trafficking case in 2012.", plumbline.Investigation, "1", "11"},
		{"jobs are acts of their own", "The ministry trained 26 prosecutors and 25 immigration officers.", plumbline.Training, "26", "null"},
		{"people trained, not sessions", "The court held two trainings for 82 judges.", plumbline.Training, "82", "null"},
		{"to whom it is done", "Seven child victims received services.", plumbline.Assistance, "7", "null"},
		{"shared subject", "Two suspects were prosecuted and convicted.", plumbline.Conviction, "2", "null"},
		{"a lower bound", "The government trained more than 500 officials.", plumbline.Training, "500", "null"},
		{"what a suspect did", "Police investigated an officer for exploiting eight women.", plumbline.Accountability, "null", "null"},
		{"formally is no qualifier", "The government did not formally identify any victims.", plumbline.Identification, "0", "null"},
		{"adequately is", "The government did not adequately identify victims.", plumbline.Identification, "null", "null"},
		{"respectively", "Courts prosecuted and convicted 12 and seven traffickers, respectively.", plumbline.Conviction, "7", "null"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, c := range x.ReadText(test.text, plumbline.Prosecution) {
				if c.Type != test.typ {
					continue
				}
				if wrong := wanting(&c, map[string]string{"count": test.count, "previous": test.previous}); wrong != "" {
					t.Error(wrong)
				}
				return
			}
			t.Errorf("no claim of %s", test.typ)
		})
	}
}
