package extract

import (
	"testing"

	"plumbline"
)

func TestTermsOfLaws(t *testing.T) {
	x := load(t)
	tests := []struct {
		name, text string
		want       map[string]string // of the law claim that the sentence ends with
	}{
		{"a law on both", "Article 9 of the penal code criminalized sex and labor trafficking.",
			map[string]string{"covers": "sex;labor", "population": "null", "kind": "anti-trafficking", "years_max": "null"}},
		{"all forms are both", "The act prohibits all forms of human trafficking.",
			map[string]string{"covers": "sex;labor", "kind": "anti-trafficking"}},
		{"a labor code is not about labor trafficking", "Article 40 of the labor code criminalized forced prostitution.",
			map[string]string{"covers": "sex", "kind": "related"}},
		{"a law's name tells nothing of its scope", "The Child Welfare Act criminalized slavery.",
			map[string]string{"covers": "labor", "population": "null", "kind": "related"}},
		{"for whom", "Section 12 criminalized the sex trafficking of women and girls.",
			map[string]string{"covers": "sex", "population": "adults;children"}},
		{"a range of years", "The law prescribed penalties of three to 12 years imprisonment.",
			map[string]string{"years_min": "3", "years_max": "12", "fine_option": "null"}},
		{"a maximum", "Article 3 prescribed penalties of up to 20 years imprisonment.",
			map[string]string{"years_min": "null", "years_max": "20"}},
		{"a maximum in words", "Article 3 prescribed a maximum penalty of 14 years imprisonment.",
			map[string]string{"years_min": "null", "years_max": "14"}},
		{"a minimum", "The code prescribed a minimum penalty of five years imprisonment.",
			map[string]string{"years_min": "5", "years_max": "null"}},
		{"life has no number", "The act prescribed penalties of 15 years to life imprisonment.",
			map[string]string{"years_min": "15", "years_max": "null"}},
		{"less than a year is no year", "Article 8 prescribed penalties of six months to two years imprisonment.",
			map[string]string{"years_min": "null", "years_max": "2"}},
		{"two ranges span one", "The law prescribed penalties of five to seven years imprisonment for trafficking of adults and 10 to 15 years imprisonment for trafficking of children.",
			map[string]string{"years_min": "5", "years_max": "15", "population": "adults;children"}},
		{"a bound for some is no bound for all", "The law prescribed penalties of up to six years imprisonment for adult trafficking and 10 years imprisonment for child trafficking.",
			map[string]string{"years_min": "null", "years_max": "10"}},
		{"other crimes' years", "The law prescribed penalties of two to four years imprisonment, lower than the 15 years prescribed for rape.",
			map[string]string{"years_min": "2", "years_max": "4"}},
		{"fine or prison", "The law prescribed penalties of one to three years imprisonment or a fine.",
			map[string]string{"fine_option": "yes"}},
		{"or both", "The law prescribed penalties of up to three years imprisonment, a fine of 500 dollars, or both.",
			map[string]string{"fine_option": "yes"}},
		{"fine before prison", "The code prescribed penalties of a fine of 900 rupees or six years imprisonment.",
			map[string]string{"fine_option": "yes"}},
		{"fine and prison", "The law prescribed penalties of one to three years imprisonment and a fine.",
			map[string]string{"fine_option": "no"}},
		{"no fine instead", "The law prescribed penalties of ten years imprisonment without the option of a fine.",
			map[string]string{"fine_option": "no"}},
		{"both judgements", "These penalties were sufficiently stringent and, with respect to sex trafficking, commensurate with those for rape.",
			map[string]string{"judgement": "stringent;commensurate", "covers": "null"}},
		{"stringent but not commensurate", "These penalties were sufficiently stringent, but not commensurate with those for kidnapping.",
			map[string]string{"judgement": "stringent;not-commensurate"}},
		{"neither", "The penalties were neither sufficiently stringent nor commensurate with those for rape.",
			map[string]string{"judgement": "not-stringent;not-commensurate"}},
		{"one not for both", "These penalties were not sufficiently stringent and commensurate with those for rape.",
			map[string]string{"judgement": "not-stringent;not-commensurate"}},
		{"force is required for children", "Article 5 required a demonstration of force, fraud, or coercion to constitute a child sex trafficking offense.",
			map[string]string{"force_proof": "yes", "covers": "sex", "population": "children"}},
		{"force only aggravates", "The law established the use of force, fraud, or coercion as aggravating factors rather than essential elements of the crime.",
			map[string]string{"force_proof": "no"}},
		{"force for adults says nothing of children", "The law required proof of force to constitute trafficking.",
			map[string]string{"force_proof": "null"}},
		{"these penalties are those just told", "Article 7 criminalized child sex trafficking. These penalties were sufficiently stringent.",
			map[string]string{"covers": "sex", "population": "children", "judgement": "stringent"}},
		{"joined in one sentence", "Article 7 criminalized forced labor and prescribed penalties of two to five years imprisonment.",
			map[string]string{"covers": "labor", "years_min": "2", "years_max": "5", "kind": "related"}},
		{"another law is another law", "Article 7 criminalized child sex trafficking. The statute prescribed penalties of two to five years imprisonment.",
			map[string]string{"covers": "null", "population": "null"}},
		{"against victims", "The code criminalized crossing the border without a permit.",
			map[string]string{"kind": "used-against-victims"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var law *plumbline.Claim
			for _, c := range x.ReadText(test.text, plumbline.Prosecution) {
				if c.Type == plumbline.Law {
					law = &c
				}
			}
			if law == nil {
				t.Fatalf("no law claim in %q", test.text)
			}
			if wrong := wanting(law, test.want); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}
