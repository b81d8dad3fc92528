package segment

import (
	"testing"

	"plumbline"
)

// What a sentence of an assessment says of the placement, whatever heads the
// narrative. The sentences are formulas of the reports with other names put
// in, and slips of them.
func TestFormulas(t *testing.T) {
	for _, c := range []struct{ text, heading, want string }{
		// The minimum standards.
		{"Albania fully complied with the minimum standards.", "Tier 1", "meets yes"},
		{"Albania is in full compliance with the minimum standards.", "Tier 1", "meets yes"},
		{"Albania has fully met the minimum standards.", "Tier 1", "meets yes"},
		{"The Government of Albania has not fully complied with the minimum standards.", "Tier 2", "meets no"},
		{"Albania is not in full compliance with the minimum standards.", "Tier 2", "meets no"},
		{"Albania does not yet fully comply with the Act's own minimum standards.", "Tier 2", "meets no"},
		{"Albania does not fully meets the minimum standards.", "Tier 2", "meets no"},
		{"Albania does not fully meet the minimum standard.", "Tier 2", "meets no"},
		{"Plans to fully comply with the minimum standards exist.", "Tier 2", ""},
		{"It is unclear whether Albania fully meets the minimum standards.", "Tier 2", ""},
		// Significant efforts.
		{"It is, however, making significant efforts to do so.", "Tier 2", "efforts yes"},
		{"It is nonetheless making significant efforts to do so.", "Tier 2", "efforts yes"},
		{"It has made significant efforts to do so.", "Tier 2", "efforts yes"},
		{"It is making significant and sustained efforts to do so.", "Tier 2", "efforts yes"},
		{"It is make significant efforts to do so.", "Tier 2", "efforts yes"},
		{"It is making signficant efforts to do so.", "Tier 2", "efforts yes"},
		{"It is not making signficant efforts to do so.", "Tier 3", "efforts no"},
		{"It is not currently making significant efforts to do so.", "Tier 3", "efforts no"},
		{"It is not making serious efforts to do so.", "Tier 3", "efforts no"},
		{"It is committed to making significant efforts.", "Tier 2", ""},
		{"It is making significant strides.", "Tier 2", ""},
		// The outcome.
		{"Albania was therefore placed on Tier 3.", "Tier 3", "outcome 3, move placed"},
		{"Albania is again placed on Tier 2 Watch List for a third consecutive year.", "Tier 2 Watch List", "outcome 2WL, move remained, consecutive 3"},
		{"Albania remains ranked on Tier 2.", "Tier 2", "outcome 2, move remained"},
		{"Albania stayed on Tier 1.", "Tier 1", "outcome 1, move remained"},
		{"Albania retained its Tier 1 ranking.", "Tier 1", "outcome 1, move remained"},
		{"Albania continues to be placed on Tier 3.", "Tier 3", "outcome 3, move remained"},
		{"Albania moved up to Tier 2.", "Tier 2", "outcome 2, move upgraded"},
		{"Albania was upgraded from Tier 2 Watch List to Tier 2.", "Tier 2", "outcome 2, move upgraded"},
		{"Albania was upgraded to Tier 2 from Tier 3.", "Tier 2", "outcome 2, move upgraded"},
		{"Albania fell from Tier 2 to Tier 3.", "Tier 3", "outcome 3, move downgraded"},
		{"Albania moved down to Tier 2 Watch List.", "Tier 2 Watch List", "outcome 2WL, move downgraded"},
		{"This led to a year of decline, resulting in a downgrade to Tier 3.", "Tier 3", "outcome 3, move downgraded"},
		{"Albania is a Tier 2 country.", "Tier 2", "outcome 2"},
		{"Albania is placed on Tier Two.", "Tier 2", "outcome 2, move placed"},
		{"Albania is placed on Tier III.", "Tier 3", "outcome 3, move placed"},
		{"Albania is placed on the Tier 2 Special Watch List.", "Tier 2 Watch List", "outcome 2WL, move placed"},
		{"Albania could be downgraded to Tier 3.", "Tier 2", ""},
		{"Albania would have been placed on Tier 3.", "Tier 2", ""},
		{"To avoid being downgraded to Tier 3, Albania enacted a law.", "Tier 2", ""},
		{"Albania was not upgraded to Tier 1.", "Tier 2", ""},
		{"Albania was upgraded to a tier of its own.", "Tier 2", ""},
		{"After remaining on Tier 2 Watch List, Albania was upgraded to Tier 2.", "Tier 2", "outcome 2, move upgraded"},
		// The waiver of the downgrade, and other waivers.
		{"Albania was granted a second waiver of an otherwise required downgrade to Tier 3.", "Tier 2 Watch List", "waiver"},
		{"The Secretary granted Albania a one-year waiver from the required downgrade.", "Tier 2 Watch List", "waiver"},
		{"A waiver of the otherwise required downgrade was granted.", "Tier 2 Watch List", "waiver"},
		{"The Secretary waived the otherwise required downgrade.", "Tier 2 Watch List", "waiver"},
		{"Albania cannot be granted a waiver.", "Tier 3", ""},
		{"Albania was not granted another waiver from the downgrade.", "Tier 3", ""},
		{"Albania received no waiver.", "Tier 3", ""},
		{"Victims were granted a waiver of immigration fees.", "Tier 2 Watch List", ""},
		// The downgrade that the two-year rule requires.
		{"Albania exhausted its two annual waivers and was downgraded to Tier 3.", "Tier 3", "outcome 3, move downgraded, automatic"},
		{"After two years on Tier 2 Watch List, Albania was placed on Tier 3.", "Tier 3", "outcome 3, move placed, automatic"},
		{"Albania can no longer remain on Tier 2 Watch List and was downgraded to Tier 3.", "Tier 3", "outcome 3, move downgraded, automatic"},
		{"With no waivers left, Albania was downgraded to Tier 3.", "Tier 3", "outcome 3, move downgraded, automatic"},
		{"It has been on Tier 2 Watch List for four consecutive years, and was therefore downgraded to Tier 3.", "Tier 3", "outcome 3, move downgraded, automatic"},
		{"Albania was downgraded to Tier 3.", "Tier 3", "outcome 3, move downgraded"},
		// Special Cases.
		{"Albania is a Special Case.", "Special Case", "outcome SC"},
		{"Albania was again a Special Case, as it was a Special Case before.", "Special Case", "outcome SC"},
		{"For the 16th consecutive year, Albania remained a Special Case.", "Special Case", "outcome SC, move remained, consecutive 16"},
		{"Albania continues to be a Special Case.", "Special Case", "outcome SC, move remained"},
		{"Albania was designated as a Special Case.", "Special Case", "outcome SC, move placed"},
	} {
		t.Run(c.text, func(t *testing.T) {
			src := "ALBANIA (" + c.heading + ")\n\n" + c.text + " The text goes on with more prose, so that a paragraph of running text follows the heading.\n"
			d := plumbline.Document{Text: src, Context: plumbline.Context{Year: 2018, Layout: "2017-2018"}}
			ns, _, err := segmenter(t).Segment(&d)
			if err != nil {
				t.Fatal(err)
			}
			p := ns[0].Placement
			automatic := p.Basis == plumbline.Automatic
			p.Tier, p.HeadingTier, p.Basis = "", "", ""
			got := placed(p)[len("tier "):]
			if len(got) > 1 {
				got = got[2:]
			}
			if automatic {
				got += ", automatic"
			}
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}
