package lint_test

import "testing"

func TestCheck(t *testing.T) {
	tests := []struct {
		name string
		page page
		want string
	}{
		{"a page without a fault", page{}, ""},
		{"the summary tells another figure than the section",
			page{summary: standing + " The government demonstrated efforts by identifying 12 victims and training judges. Therefore Malta remained on Tier 2.",
				protection: "The government maintained protection efforts. Authorities identified 15 victims in 2017, compared with nine in 2016."},
			"figures probable: 12 victims identified in the summary, 15 in the protection section | assessment: identifying 12 victims | protection: identified 15 victims"},
		{"the same figure is no fault",
			page{summary: standing + " The government demonstrated efforts by identifying 15 victims and training judges. Therefore Malta remained on Tier 2.",
				protection: "Authorities identified 15 victims in 2017."}, ""},
		{"a bound is no figure to be held against",
			page{summary: standing + " The government demonstrated efforts by identifying at least 12 victims. Therefore Malta remained on Tier 2.",
				protection: "Authorities identified 15 victims in 2017."}, ""},
		{"cases are not persons",
			page{prosecution: "The government prosecuted 12 cases. The government prosecuted 15 suspects."}, ""},
		{"victims of one form are not all victims",
			page{summary: standing + " The government demonstrated efforts by identifying 12 child victims. Therefore Malta remained on Tier 2.",
				protection: "Authorities identified 15 victims in 2017."}, ""},
		{"an agency is not the country",
			page{summary: standing + " The government demonstrated efforts by identifying 15 victims. Therefore Malta remained on Tier 2.",
				protection: "The labor ministry identified 12 victims in 2017."}, ""},
		{"none, and yet some",
			page{summary: standing + " However, the government did not investigate, prosecute, or convict any traffickers. Therefore Malta remained on Tier 2.",
				prosecution: "The government maintained law enforcement efforts. The government convicted three traffickers in 2017."},
			"figures probable: 0 people convicted in the summary, 3 in the prosecution section | assessment: did not investigate, prosecute, or convict any traffickers | prosecution: convicted three traffickers"},
		{"none of one kind is not none",
			page{prosecution: "The government convicted three traffickers in 2017. The government did not convict any labor traffickers. The government did not convict any officials."}, ""},

		{"an increase from a larger figure",
			page{prosecution: "The government convicted five traffickers, an increase from eight convicted traffickers in 2016. Courts ordered no restitution."}, ""},
		{"an increase from a larger figure of the same",
			page{prosecution: "The government convicted five traffickers, an increase from eight traffickers in 2016."},
			`trend certain: "an increase from eight", but the figure went from 8 to 5 | prosecution: five traffickers, an increase from eight traffickers`},
		{"a decrease to more",
			page{protection: "Authorities identified 20 victims, a decrease compared with 14 in 2016."},
			`trend certain: "a decrease compared with 14", but the figure went from 14 to 20 | protection: 20 victims, a decrease compared with 14`},
		{"a decrease to fewer", page{protection: "Authorities identified 12 victims, a decrease compared with 14 in 2016."}, ""},
		{"which of two figures changed is not said",
			page{prosecution: "The government investigated five cases and prosecuted nine suspects, an increase from six in 2016."}, ""},
		{"more efforts while every figure fell",
			page{prosecution: "The government increased law enforcement efforts. The government investigated 12 cases (20 in 2016), prosecuted four defendants (six in 2016), and convicted one trafficker (five in 2016)."},
			"trend probable: increased law enforcement efforts, but every figure told with that of the year before fell: investigation 20 to 12, prosecution 6 to 4, conviction 5 to 1 | prosecution: The government increased law enforcement efforts | prosecution: The government investigated 12 cases (20 in 2016) | prosecution: prosecuted four defendants (six in 2016) | prosecution: convicted one trafficker (five in 2016)"},
		{"fewer efforts while every figure rose",
			page{prosecution: "The government decreased law enforcement efforts. The government investigated 22 cases (20 in 2016) and convicted seven traffickers (five in 2016)."},
			"trend probable: decreased law enforcement efforts, but every figure told with that of the year before rose: investigation 20 to 22, conviction 5 to 7 | prosecution: The government decreased law enforcement efforts | prosecution: The government investigated 22 cases (20 in 2016) | prosecution: convicted seven traffickers (five in 2016)"},
		{"one figure rose",
			page{prosecution: "The government increased law enforcement efforts. The government investigated 12 cases (20 in 2016), prosecuted four defendants (six in 2016), and convicted nine traffickers (five in 2016)."}, ""},
		{"one figure alone says nothing of a trend",
			page{prosecution: "The government increased law enforcement efforts. The government investigated 12 cases (20 in 2016)."}, ""},

		{"parts exceed their whole",
			page{protection: "Authorities identified 30 victims (12 women, 11 men, and nine girls)."},
			"sum certain: the parts add up to 32, more than the 30 victims that they are parts of | protection: 30 victims (12 women, 11 men, and nine girls"},
		{"parts are fewer than all",
			page{protection: "Authorities identified 30 victims, of whom 12 were women, 11 were men, and five were children."},
			"sum probable: the parts add up to 28, 2 fewer than the 30 victims that they are told as all of | protection: 30 victims, of whom 12 were women, 11 were men, and five were children"},
		{"parts add up", page{protection: "Authorities identified 28 victims, of whom 12 were women, 11 were men, and five were children."}, ""},
		{"behind including fewer is no fault", page{protection: "Authorities identified 30 victims, including 12 women and 11 men."}, ""},
		{"some are of unknown sex", page{protection: "Authorities identified 30 victims (12 women, 11 men, and two of unknown sex)."}, ""},
		{"one sex alone leaves room", page{protection: "Authorities identified 30 victims (12 women and 11 girls)."}, ""},
		{"children may be girls", page{protection: "Authorities identified 10 victims (eight children and six girls)."}, ""},
		{"a victim of both forms counts under each", page{protection: "Authorities identified 10 victims (seven of sex trafficking and six of labor trafficking)."}, ""},
		{"brackets that compare are no parts", page{protection: "Authorities identified three victims (six women and two men in 2016)."}, ""},
		{"parts in the next sentence",
			page{protection: "Authorities identified 20 victims in 2017, compared with 12 in 2016. Of these, 19 were women and three were men."},
			"sum certain: the parts add up to 22, more than the 20 victims that they are parts of | protection: Of these, 19 were women and three were men | protection: 20 victims"},
		{"parts in the next sentence, of one of two figures",
			page{protection: "Authorities identified 20 victims and referred 30 victims. Of these, 19 were women and three were men."}, ""},
		{"parts of those named again",
			page{protection: "Of the 20 victims, 15 were women and three were men."},
			"sum probable: the parts add up to 18, 2 fewer than the 20 victims that they are told as all of | protection: 20 victims, 15 were women and three were men"},
		{"a part larger than its whole",
			page{prosecution: "The government investigated 18 cases, including 20 cases of forced labor."},
			"sum certain: 20 of 18 cases: the part is larger than the whole | prosecution: 18 cases, including 20 cases"},
		{"more taken out than there were",
			page{protection: "Of the 20 victims, 25 were children."},
			"sum certain: 25 of 20 victims: the part is larger than the whole | protection: 20 victims, 25"},
		{"cases may have more victims", page{prosecution: "The government investigated 18 cases, including 20 victims."}, ""},

		{"a tier that no list has",
			page{heading: "MALTA: TIER 2 WATCH LIST", summary: standing + " Therefore Malta remained on Tier 2 Watch List. It was on Tier 2 Watchlist before."},
			`formula certain: no tier is called "Tier 2 Watchlist" | assessment: Tier 2 Watchlist`},
		{"a formula with another word",
			page{heading: "MALTA: TIER 3", summary: "Malta does not fully meet the minimum standards for the elimination of trafficking, and it is not making sufficient efforts to do so; therefore Malta remained on Tier 3."},
			`formula certain: says "sufficient efforts" where the formula says "significant efforts" | assessment: not making sufficient efforts to do so`},
		{"the heading against the outcome",
			page{heading: "MALTA: TIER 2 WATCH LIST"},
			"formula certain: the heading says Tier 2 Watch List, the text says Tier 2 | assessment: remained on Tier 2"},
		{"no formula",
			page{summary: "The Government of Malta trained judges. Therefore Malta remained on Tier 2."},
			"formula probable: Tier 2, but no sentence says whether the government fully meets the minimum standards | assessment: The Government of Malta trained judges."},

		{"an act after the time covered",
			page{prosecution: "In May 2018, the government convicted two traffickers."},
			"period certain: dated 2018-05, after the time that this report covers ended on 2018-03-31 | prosecution: May 2018 | prosecution: In May 2018, the government convicted two traffickers"},
		{"an act before it",
			page{prosecution: "In January 2017, authorities arrested four police officers for trafficking crimes."},
			"period certain: dated 2017-01, before the time that this report covers began on 2017-04-01 | prosecution: January 2017 | prosecution: In January 2017, authorities arrested four police officers for trafficking crimes"},
		{"an act within it", page{prosecution: "In May 2017, the government convicted two traffickers. In March 2018, authorities arrested four police officers."}, ""},
		{"a law is background", page{prosecution: "In May 2014, the government enacted a law that criminalized sex trafficking and labor trafficking."}, ""},
		{"what is to come is no act", page{protection: "The government planned to open a shelter in May 2018."}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := check(t, test.page, nil); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func TestYearBefore(t *testing.T) {
	before := page{summary: standing + " Therefore Malta remained on Tier 2.",
		recommendations: "Screen seafarers for signs of forced labor in all ports of the islands; and teach judges.",
		protection:      "Authorities identified 15 victims in 2016. The welfare agency ran a hotline in three languages around the clock."}
	tests := []struct {
		name string
		page page
		want string
	}{
		{"the year before told another figure",
			page{protection: "Authorities identified 12 victims in 2017, compared with 17 in 2016."},
			"figures probable: 17 victims identified for the year before, 15 in the narrative of 2017 | protection: 17 in 2016 | protection: identified 15 victims"},
		{"the year before told the same", page{protection: "Authorities identified 12 victims in 2017, compared with 15 in 2016."}, ""},
		{"a sentence word for word",
			page{protection: "The welfare agency ran a hotline in three languages around the clock."},
			"unchanged certain: sentence word for word as in the narrative of 2017 | protection: The welfare agency ran a hotline in three languages around the clock. | protection: The welfare agency ran a hotline in three languages around the clock."},
		{"a sentence but for a word",
			page{protection: "The welfare agency ran a hotline in four languages around the clock."},
			"unchanged certain: sentence but for a few words as in the narrative of 2017 | protection: The welfare agency ran a hotline in four languages around the clock. | protection: The welfare agency ran a hotline in three languages around the clock."},
		{"a recommendation that stands again",
			page{recommendations: "Publish the annual budget of the task force; screen seafarers for signs of forced labor in all ports of the islands."},
			"unchanged certain: recommendation word for word as in the narrative of 2017 | recommendations: screen seafarers for signs of forced labor in all ports of the islands | recommendations: Screen seafarers for signs of forced labor in all ports of the islands"},
		{"a move that the year before does not bear out",
			page{heading: "MALTA: TIER 2 WATCH LIST", summary: standing + " Therefore Malta remained on Tier 2 Watch List."},
			"formula certain: remained on Tier 2 Watch List, but the narrative of 2017 is at Tier 2 | assessment: Malta remained on Tier 2 Watch List | assessment: Malta remained on Tier 2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := check(t, test.page, &before); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}
