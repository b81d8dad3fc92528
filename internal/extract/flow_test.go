package extract

import (
	"slices"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// flowsIn reads words as the profile of a country and returns its flows as
// "NPL BTN > IND", regions in small letters, hedged ones with a question mark.
func flowsIn(x *Extractor, own plumbline.CountryCode, words string) []string {
	span := text.Span{End: len(words)}
	d := plumbline.Document{Text: words}
	n := plumbline.Narrative{Country: own, Span: span, Sections: []plumbline.Section{{Name: plumbline.Profile, Span: span}}}
	var out []string
	for _, c := range x.Extract(nil, &d, &n) {
		if c.Type != plumbline.Flow || c.Reporting != "" {
			continue
		}
		p := &c.Participants
		s := strings.Join(append(slices.Clone(p.Origin), p.OriginRegions...), " ") + " > " + strings.Join(append(slices.Clone(p.Destination), p.DestinationRegions...), " ")
		if len(p.Transit) > 0 {
			s += " via " + strings.Join(p.Transit, " ")
		}
		if c.Movement != plumbline.Trafficked {
			s += " " + string(c.Movement)
		}
		if c.Hedged() {
			s += " ?"
		}
		out = append(out, s)
	}
	return out
}

func TestFlows(t *testing.T) {
	x := load(t)
	for _, c := range []struct {
		name, own, words, want string
	}{
		{"every origin goes to every destination", "NPL", "Women from Nepal and Bhutan are trafficked to India, Oman, and Qatar.", "NPL BTN > IND OMN QAT"},
		{"the country is implied where people come from abroad", "GAB", "Boys from Togo and Benin endure forced labor on farms.", "TGO BEN > GAB"},
		{"the country is implied where people go abroad", "TGO", "Girls are subjected to forced begging in Nigeria and Gabon.", "TGO > NGA GAB"},
		{"a list of peoples shares its noun", "SAU", "Yemeni, Chadian, Afghan, Malian, Nigerian, and Sudanese boys are forced to beg.", "YEM TCD AFG MLI NGA SDN > SAU"},
		{"peoples by their plural", "ARG", "Bolivians, Peruvians, and Paraguayans are exploited in sweatshops.", "BOL PER PRY > ARG"},
		{"regions stay regions", "LBN", "Women from Eastern Europe and Morocco are subjected to sex trafficking in Lebanon.", "MAR eastern-europe > LBN"},
		{"regions after a country list", "TLS", "Timorese girls may be sold in Singapore and Middle Eastern and other Asian countries.", "TLS > SGP middle-east asia ?"},
		{"countries of a region named behind it", "THA", "Victims from neighboring countries, especially Laos and also Fiji, are forced into prostitution.", "LAO FJI neighboring-countries > THA"},
		{"other countries in a region, then countries", "RUS", "Men from other countries in Asia, China, and Vietnam are subjected to forced labor in Russia.", "CHN VNM asia > RUS"},
		{"by way of a third country", "BDI", "Burundian boys are trafficked to Uganda via Rwanda.", "BDI > UGA via RWA"},
		{"transit of one's own is no destination", "UZB", "Women from Tajikistan are trafficked through Uzbekistan.", ""},
		{"transit to a named end", "LAO", "Vietnamese women transit Laos for sexual exploitation in neighboring countries, particularly Thailand.", "VNM > THA neighboring-countries via LAO"},
		{"two statements joined are not crossed", "CHL", "Chilean men are exploited in forced labor in Peru and Chilean women are subjected to sex trafficking in Spain.", "CHL > PER; CHL > ESP"},
		{"origins with their own destinations are not crossed", "MMR", "Burmese men are subjected to forced labor in Thailand, as are Laotian women in Malaysia.", "MMR > THA; LAO > MYS"},
		{"a role ends the statement before it", "AAA", "The land is a destination country for Haitian men, and a transit country for Cuban men trafficked to Panama.", "HTI > AAA; CUB > PAN"},
		{"a contrast with another subject", "TLS", "Foreign women are vulnerable to sex trafficking in Timor-Leste, while men from Burma are forced to work on boats in Timorese waters.", "MMR > TLS"},
		{"vulnerable is hedged", "IRQ", "Iraqi refugees in Jordan are vulnerable to forced labor.", "IRQ > JOR ?"},
		{"a hedge inside a noun phrase hedges nothing else", "LAO", "A small, possibly growing, number of Lao girls are sold in China.", "LAO > CHN"},
		{"an origin that is only possible", "LAO", "Chinese and possibly Burmese women are subjected to sex trafficking in Laos.", "CHN > LAO; MMR > LAO ?"},
		{"labor migration is no trafficking", "BDI", "Countries in which Burundians work through such arrangements reportedly include Oman and Qatar.", "BDI > OMN QAT labor-migration ?"},
		{"smuggling is no trafficking", "CUB", "The island is a transit point for the smuggling of migrants from China to Canada.", "CHN > CAN smuggling"},
		{"those named before", "KEN", "Women from Uganda move to Kenya for domestic work. Some are subjected to forced labor.", "UGA > KEN"},
		{"an adjective of a place of work", "LAO", "Lao men are exploited in forced labor in the Thai fishing industry.", "LAO > THA"},
		{"a country as an adjective", "HRV", "Taiwan women are subjected to forced labor in Croatia.", "TWN > HRV"},
		{"listed as countries of origin", "PRT", "The main countries of origin of victims are Nigeria, Brazil, and India.", "NGA BRA IND > PRT"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(flowsIn(x, plumbline.CountryCode(c.own), c.words), "; "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNoFalseEdges(t *testing.T) {
	x := load(t)
	for _, c := range []struct {
		name, own, words string
	}{
		{"tourists are no victims", "KEN", "Tourists from Germany and Italy exploit girls in beach towns."},
		{"buyers of sex abroad", "SWE", "Swedish men engage in child sex tourism in Thailand."},
		{"those who exploit", "GRC", "Albanian and Bulgarian traffickers exploit women in prostitution."},
		{"networks of a nationality", "ITA", "Women are forced into prostitution by Nigerian criminal groups."},
		{"husbands", "JPN", "Brokers arrange sham marriages between foreign women and Japanese men for forced prostitution."},
		{"owners", "ZMB", "Boys are exploited in Chinese-owned mines."},
		{"flags", "FJI", "Men suffer forced labor on Taiwan-flagged vessels."},
		{"a name that may be two countries", "LBN", "Women from Congo are subjected to forced labor."},
		{"what leads in", "ABW", "Due to the crisis in Venezuela, more people without papers are vulnerable to trafficking."},
		{"regions alone", "UZB", "Women are trafficked to the Middle East and Asia."},
		{"those brought back", "NGA", "An agency repatriated 40 victims of trafficking from Libya."},
		{"forces abroad", "RUS", "Russian-led forces in Ukraine forcibly recruit adults."},
		{"what is not so", "MDV", "Women from India are not subjected to forced labor."},
		{"what nobody reports", "MDV", "There were no reports of women from India subjected to forced labor."},
		{"no evidence", "MDV", "There is no evidence that women from India are trafficked to Oman."},
		{"within the country", "BLR", "Belarusian men are subjected to forced labor in Belarus."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, f := range flowsIn(x, plumbline.CountryCode(c.own), c.words) {
				from, to, _ := strings.Cut(f, " > ")
				if strings.ToUpper(from) == from && strings.ToUpper(to) == to && from != "" && to != "" {
					t.Errorf("%q gives %q", c.words, f)
				}
			}
		})
	}
}

func TestAnotherCountryIsReadTheSame(t *testing.T) {
	x := load(t)
	for code, name := range map[string]string{
		"NPL": "Nepal", "CIV": "Cote d'Ivoire", "COD": "the Democratic Republic of the Congo", "GEO": "Georgia", "TCD": "Chad", "JOR": "Jordan",
		"GIN": "Guinea", "NER": "Niger", "TUR": "Turkey", "MLI": "Mali", "GBR": "the United Kingdom", "VCT": "St. Vincent and the Grenadines",
	} {
		words := "Boys from " + name + " are subjected to forced labor in Latvia, and women are trafficked from Peru to " + name + "."
		want := code + " > LVA; PER > " + code
		if got := strings.Join(flowsIn(x, "ATG", words), "; "); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
