package segment

import (
	"testing"

	"plumbline"
)

// The sentences are formulas of the reports with other names put in, and slips
// of them.
func TestPlacements(t *testing.T) {
	const complies = "The Government of Albania does not fully comply with the minimum standards"
	for _, c := range []struct{ name, heading, text, want string }{
		{"2001, no efforts yet", "Albania (Tier 3)",
			"The Government of Albania does not meet the minimum standards, and has not yet made significant efforts to combat trafficking.",
			"tier 3, heading 3, meets no, efforts no, basis assessed"},
		{"2006, Tier 1", "Albania (Tier 1)",
			"The Government of Albania fully complies with the minimum standards.",
			"tier 1, heading 1, meets yes, basis assessed"},
		{"2006, Tier 2", "Albania (Tier 2)",
			complies + "; however, it is making significant efforts to do so.",
			"tier 2, heading 2, meets no, efforts yes, basis assessed"},
		{"2006, placed on the watch list", "Albania (Tier 2 Watch List)",
			complies + "; however, it is making significant efforts to do so. Albania is placed on Tier 2 Watch List for its failure to provide evidence.",
			"tier 2WL, heading 2WL, outcome 2WL, meets no, efforts yes, move placed, basis assessed"},
		{"2008, third year in a row", "Albania (Tier 2 Watch List)",
			"Albania is on the Tier 2 Watch List for the third consecutive year, since too little was shown.",
			"tier 2WL, heading 2WL, outcome 2WL, move remained, consecutive 3, basis assessed"},
		{"2008, the year before the tier", "Albania (Tier 2 Watch List)",
			"For a second consecutive year, Albania is on the Tier 2 Watch List.",
			"tier 2WL, heading 2WL, outcome 2WL, move remained, consecutive 2, basis assessed"},
		{"2008, up from", "Albania (Tier 2 Watch List)",
			"Albania is placed on the Tier 2 Watch List, up from Tier 3.",
			"tier 2WL, heading 2WL, outcome 2WL, move upgraded, basis assessed"},
		{"2012, waiver granted", "ALBANIA (Tier 2 Watch List)",
			complies + "; however, it is making significant efforts to do so. Albania was granted a waiver of an otherwise required downgrade to Tier 3, for its government has a plan that, if implemented, would constitute making significant efforts.",
			"tier 2WL, heading 2WL, meets no, efforts yes, waiver, basis assessed"},
		{"2013, waiver not granted", "ALBANIA (Tier 3)",
			complies + " and is not making significant efforts to do so. Albania was not granted a waiver.",
			"tier 3, heading 3, meets no, efforts no, basis assessed"},
		{"2013, waivers used up", "ALBANIA (Tier 3)",
			complies + " and was downgraded to Tier 3 after its maximum of two annual waivers.",
			"tier 3, heading 3, outcome 3, meets no, move downgraded, basis automatic"},
		{"2014, asterisk", "ALBANIA (Tier 3*)",
			complies + ", is not deemed to be making significant efforts, and is placed on Tier 3.",
			"tier 3, heading 3, outcome 3, meets no, efforts no, move placed, basis automatic"},
		{"2015, after two years on the list", "ALBANIA: Tier 3",
			complies + " and was placed on Tier 3 after being on Tier 2 Watch List for two consecutive years.",
			"tier 3, heading 3, outcome 3, meets no, move placed, basis automatic"},
		{"2018, Tier 1", "ALBANIA: TIER 1",
			"Albania fully meets the minimum standards. The government continued to demonstrate serious and sustained efforts; therefore Albania remained on Tier 1. Although the government meets the minimum standards, it lacked shelters.",
			"tier 1, heading 1, outcome 1, meets yes, move remained, basis assessed"},
		{"2018, several key areas", "ALBANIA: TIER 2",
			"Albania does not fully meet the minimum standards; however, it is making significant efforts to do so; therefore Albania was upgraded to Tier 2. However, the government did not meet the minimum standards in several key areas.",
			"tier 2, heading 2, outcome 2, meets no, efforts yes, move upgraded, basis assessed"},
		{"2018, fourth year and waiver", "ALBANIA: TIER 2 WATCH LIST",
			"Per the Trafficking Victims Protection Act, Albania was granted a waiver from an otherwise required downgrade to Tier 3. Therefore Albania remained on Tier 2 Watch List for the fourth consecutive year.",
			"tier 2WL, heading 2WL, outcome 2WL, move remained, consecutive 4, waiver, basis assessed"},
		{"2018, no longer eligible", "ALBANIA: TIER 3",
			"Albania meets the criteria for Tier 2 Watch List. But it is no longer eligible for that ranking; it was therefore downgraded to Tier 3.",
			"tier 3, heading 3, outcome 3, move downgraded, basis automatic"},
		{"2018, in spite of their lack", "ALBANIA: TIER 3",
			"Albania was downgraded to Tier 3. In spite of its lack of significant efforts, some steps were taken.",
			"tier 3, heading 3, outcome 3, efforts no, move downgraded, basis assessed"},
		{"2020, but is making", "ALBANIA: Tier 2",
			"Albania does not fully meet the minimum standards but is making significant efforts to do so and was downgraded to Tier 2.",
			"tier 2, heading 2, outcome 2, meets no, efforts yes, move downgraded, basis assessed"},
		{"2021, the pandemic between", "ALBANIA: Tier 3",
			"Albania does not fully meet the minimum standards and, even considering the impact of the pandemic, is not making significant efforts to do so; therefore Albania remained on Tier 3.",
			"tier 3, heading 3, outcome 3, meets no, efforts no, move remained, basis assessed"},
		{"2023, waiver and remained in one sentence", "ALBANIA: Tier 2 Watch List",
			"Because the government has given resources to a plan that, if implemented, would constitute significant efforts to meet the minimum standards, Albania was granted a waiver under the law from an otherwise required downgrade to Tier 3; therefore Albania remained on Tier 2 Watch List for the third consecutive year.",
			"tier 2WL, heading 2WL, outcome 2WL, move remained, consecutive 3, waiver, basis assessed"},
		{"a waiver from being downgraded is no downgrade", "ALBANIA: Tier 2 Watch List",
			"Albania was granted a waiver from being downgraded to Tier 3 and remained on the Tier 2 Watch List.",
			"tier 2WL, heading 2WL, outcome 2WL, move remained, waiver, basis assessed"},
		{"Special Case", "SOMALIA: SPECIAL CASE",
			"Somalia remained a Special Case for the 16th consecutive year.",
			"tier SC, heading SC, outcome SC, move remained, consecutive 16"},
		{"years without convictions are no years at a tier", "ALBANIA: TIER 2",
			"For the second consecutive year the government did not convict any traffickers; therefore Albania remained on Tier 2.",
			"tier 2, heading 2, outcome 2, move remained, basis assessed"},
		{"a particular lack is no statement on all efforts", "ALBANIA: TIER 2",
			"The government did not demonstrate significant efforts to punish traffickers.",
			"tier 2, heading 2, basis assessed"},
		{"not placed is no outcome", "ALBANIA: TIER 2",
			"Albania was not placed on Tier 3 because the government has a written plan.",
			"tier 2, heading 2, basis assessed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := c.heading + "\n\n" + c.text + " The text goes on with more prose, so that a paragraph of running text follows the heading.\n"
			d := plumbline.Document{Text: src, Context: plumbline.Context{Year: 2018, Layout: "2017-2018"}}
			ns, _, err := segmenter(t).Segment(&d)
			if err != nil {
				t.Fatal(err)
			}
			if got := placed(ns[0].Placement); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhatAPersonShouldLookAt(t *testing.T) {
	for _, c := range []struct{ name, heading, text, want string }{
		{"the outcome contradicts the heading", "ALBANIA: TIER 2", "Therefore Albania remained on Tier 2 Watch List.",
			"the heading says Tier 2, the text says Tier 2 Watch List"},
		{"the outcome names another country", "ALBANIA: TIER 2", "Therefore Algeria remained on Tier 2.",
			"the outcome names DZA in the narrative of ALB"},
		{"sufficient efforts", "ALBANIA: TIER 3", "It does not fully meet the minimum standards and is not making sufficient efforts to do so.",
			`says "sufficient efforts" where the formula says "significant efforts"`},
		{"fully left out", "ALBANIA: TIER 2", "Albania does not comply with the minimum standards.",
			`says "does not comply" where the formula says "does not fully comply"`},
		{"meets the standards on Tier 2", "ALBANIA: TIER 2", "Albania fully meets the minimum standards.",
			"Tier 2, but the text says that the government fully meets the minimum standards"},
		{"no efforts on the watch list", "ALBANIA: TIER 2 WATCH LIST", "Albania is not making significant efforts to do so.",
			"Tier 2 Watch List, but the text says that the government is not making significant efforts"},
		{"upgraded to Tier 3", "ALBANIA: TIER 3", "Therefore Albania was upgraded to Tier 3.",
			"upgraded to Tier 3, which cannot be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := c.heading + "\n\n" + c.text + " The text goes on with more prose, so that a paragraph of running text follows the heading.\n"
			d := plumbline.Document{Text: src, Context: plumbline.Context{Year: 2018, Layout: "2017-2018"}}
			ns, doubts, err := segmenter(t).Segment(&d)
			if err != nil {
				t.Fatal(err)
			}
			if len(doubts) != 1 || doubts[0].Message != c.want || doubts[0].Narrative != ns[0].ID {
				t.Errorf("got  %+v\nwant %s", doubts, c.want)
			}
		})
	}
}
