package segment

import (
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func TestFurniture(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"number and name", "one year or 65AFGHANISTANmore", "65AFGHANISTAN"},
		{"name and number", "ongoing cases BRAZIL108under article 149", "BRAZIL108"},
		{"a capital of the text glued behind", "in 2017. 82AUSTRIACourts convicted", "82AUSTRIA"},
		{"an acronym glued behind", "The 327NIGERIAANLTP reported", "327NIGERIA"},
		{"the longest name", "in 345PAPUA NEW GUINEAwaters", "345PAPUA NEW GUINEA"},
		{"a turned name", "women in 146CONGO, DEMOCRATIC REPUBLIC OF THEprostitution", "146CONGO, DEMOCRATIC REPUBLIC OF THE"},
		{"a number of the text behind", "plus 418ALBANIA19 additional", "418ALBANIA"},
		{"facing pages", "constrain CAMBODIA125126CAMBODIAlaw", "CAMBODIA125|126CAMBODIA"},
		{"a section heading glued behind", "victims.296MAURITANIAPREVENTIONThe", "296MAURITANIA"},
		{"letters beyond ASCII", "imprisoned 158CURAÇAOeight", "158CURAÇAO"},
		{"an abbreviation is no country", "the 18 NGO-operated programs and 27 NETPs", ""},
		{"a protocol", "party to the 2000 UN TIP Protocol", ""},
		{"an adjective is no name", "and 30ALBANIANS were", ""},
		{"a year is no page", "since 2016ALBANIA has", ""},
		{"an article of a law", "section 98AA of the act", ""},
		{"a directive", "Directive 201136EU of", ""},
		{"with a space only beside its neighbours", "in 12 ALBANIA there", ""},
		{"beside its neighbours", "a 12ALBANIAb and in 13 ALBANIA there", "12ALBANIA|13 ALBANIA"},
		{"a number of the text glued before", "a 12ALBANIAb and c 313ALBANIAd 14ALGERIAe", "12ALBANIA|313ALBANIA|14ALGERIA"},
		{"the number that its neighbours bear", "a 107BRAZILb 12BRAZIL108c 109BRAZILd", "107BRAZIL|BRAZIL108|109BRAZIL"},
		{"bullets of a damaged font", "ƒThe Government\nƒ  of", "ƒ|ƒ  "},
		{"a footnote at the foot of a page", "The court ƒ  Aruba is an entity of its own. 79AUSTRALIAruled", "ƒ  Aruba is an entity of its own. 79AUSTRALIA"},
		{"a lone mark inside a paragraph", "for 20 ƒ  only", ""},
		{"a name that breaks over a line", "the 84THE\nBAHAMAScourts", "84THE\nBAHAMAS"},
		{"no name goes on behind an empty line", "of 84THE\n\nBAHAMAS: TIER 2", ""},
		{"a page number alone, a rule", "text\n\n17\n\nmore\n---\n2018\n", "17|---"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &reading{Segmenter: segmenter(t), src: c.in, names: map[string]plumbline.CountryCode{}}
			var got []string
			for _, s := range r.findFurniture() {
				got = append(got, s.In(c.in))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestSectionWordsInProse(t *testing.T) {
	l, err := segmenter(t).named("2018")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"glued to prose", "of minorities.PROSECUTIONThe government acted", 1},
		{"glued with spaces", "of minorities. PROSECUTION The government acted", 1},
		{"behind a quote", "the “school.”PROTECTIONThe government", 1},
		{"small letters", "the prosecution of traffickers. Protection officers", 0},
		{"in the middle of a sentence", "the PROTECTION Officers of the state", 0},
		{"before small letters", "They came. PROTECTION officers helped", 0},
		{"before more capitals", "They came. PROTECTION UNIT staff helped", 0},
		{"a longer word", "They came. PROTECTIONISM grew", 0},
		{"on a line of its own", "They came.\n\nProsecution\n\nThe government", 1},
		{"bold before its text", "They came.\n\n**Prosecution** The government", 1},
		{"before a colon", "They came.\n\nRecommendations for Albania: Train more", 1},
		{"a sentence that begins so", "They came.\n\nProsecution of traffickers began.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &reading{Segmenter: segmenter(t), src: c.in, names: map[string]plumbline.CountryCode{}}
			if got := r.marks(l, text.Span{End: len(c.in)}); len(got) != c.want {
				t.Errorf("%d headings, want %d: %+v", len(got), c.want, got)
			}
		})
	}
}

func TestReportYears(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"the title", "# 2009 Trafficking in Persons Report\n\nJune 16, 2010", 2009},
		{"the date below the title", "## Trafficking in Persons Report\n\nReleased by the office\n\nJune 12, 2007", 2007},
		{"the title and more", "Trafficking in Persons Report 2018: country narratives", 2018},
		{"prose that begins with the title", "2015 Trafficking in Persons Report says that the country", 0},
		{"a date with words", "Publication date: 30 June 2016", 2016},
		{"running prose", "In 2015 the Trafficking in Persons Report named the country.", 0},
		{"a heading's year is none", "ALBANIA: TIER 2\n\nOn June 12, 2007 it was so.", 0},
		{"a number is no year", "Trafficking in Persons Report, 20187 copies", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &reading{src: c.in, d: &plumbline.Document{Text: c.in}}
			if got := r.reportYear(); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}
