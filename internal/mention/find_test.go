package mention

import (
	"strings"
	"testing"
)

// expect runs cases of a sentence, whose narrative it is, and its mentions.
func expect(t *testing.T, g *Gazetteer, cases []mentionCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			known := c.known
			if got := found(g, c.in, &known); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

type mentionCase struct {
	name, in string
	known    Aliases
	want     string
}

func TestNames(t *testing.T) {
	expect(t, loaded(t), []mentionCase{
		{"the longest name wins", "in Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", Aliases{},
			"place:GIN Guinea | place:GNB Guinea-Bissau | place:GNQ Equatorial Guinea | place:PNG Papua New Guinea"},
		{"possessives stand behind", "Thailand's laws and the Netherlands' courts", Aliases{}, "place:THA Thailand | place:NLD Netherlands"},
		{"the article is left out", "the Gambia, The Bahamas, the Philippines", Aliases{}, "place:GMB Gambia | place:BHS The Bahamas | place:PHL Philippines"},
		{"Saint in three spellings", "St. Lucia, Saint Lucia, St Lucia; St. Lucian", Aliases{},
			"place:LCA St. Lucia | place:LCA Saint Lucia | place:LCA St Lucia | people:LCA St. Lucian"},
		{"with accents and without", "Côte d’Ivoire, Cote d'Ivoire, Curaçao, Curacao, São Paulo, Sao Paulo", Aliases{},
			"place:CIV Côte d’Ivoire | place:CIV Cote d'Ivoire | place:CUW Curaçao | place:CUW Curacao | city:BRA São Paulo | city:BRA Sao Paulo"},
		{"acronyms", "the D.P.R.K., the P.R.C., the U.A.E., the UK, the U.S., the EU", Aliases{},
			"place:PRK D.P.R.K. | place:CHN P.R.C. | place:ARE U.A.E. | place:GBR UK | place:USA U.S. | region:european-union EU"},
		{"a small us is a pronoun", "they told us; Us too; the US", Aliases{}, "place:USA US"},
		{"both Congos", "the Democratic Republic of the Congo, the Republic of the Congo, Congo-Brazzaville", Aliases{},
			"place:COD Democratic Republic of the Congo | place:COG Republic of the Congo | place:COG Congo-Brazzaville"},
		{"both Koreas", "the Republic of Korea and the Democratic People’s Republic of Korea", Aliases{},
			"place:KOR Republic of Korea | place:PRK Democratic People’s Republic of Korea"},
		{"both Chinas", "the People's Republic of China and the Republic of China", Aliases{},
			"place:CHN People's Republic of China | place:TWN Republic of China"},
		{"old names", "Zaire, Swaziland, Myanmar, Ivory Coast, Macedonia, Cape Verde, East Timor", Aliases{},
			"place:COD Zaire | place:SWZ Swaziland | place:MMR Myanmar | place:CIV Ivory Coast | place:MKD Macedonia | place:CPV Cape Verde | place:TLS East Timor"},
		{"cities stand for their country", "Dubai, Macau, Kolkata, Crimea, Zanzibar, Sabah", Aliases{},
			"city:ARE Dubai | place:MAC Macau | city:IND Kolkata | city:UKR Crimea | city:TZA Zanzibar | city:MYS Sabah"},
		{"a list is no inverted name", "from Korea, South Asia, Hong Kong, China, the Gambia, The Bahamas", Aliases{Own: "KOR"},
			"place:KOR Korea | region:south-asia South Asia | place:HKG Hong Kong | place:CHN China | place:GMB Gambia | place:BHS The Bahamas"},
		{"capital letters throughout", "CENTRAL AFRICAN REPUBLIC", Aliases{}, "place:CAF CENTRAL AFRICAN REPUBLIC"},
		{"no name goes over a paragraph", "exploited in South\n\nAfrica", Aliases{}, "region:africa Africa"},
	})
}

func TestPeoples(t *testing.T) {
	expect(t, loaded(t), []mentionCase{
		{"peoples and plurals", "Filipina, Filipinos, Burmese, Emirati, Ivoirian, Sammarinese, I-Kiribati, Ni-Vanuatu", Aliases{},
			"people:PHL Filipina | people:PHL Filipinos | people:MMR Burmese | people:ARE Emirati | people:CIV Ivoirian | people:SMR Sammarinese | people:KIR I-Kiribati | people:VUT Ni-Vanuatu"},
		{"Niger is not Nigeria", "Nigerien and Nigerian girls", Aliases{}, "people:NER Nigerien | people:NGA Nigerian"},
		{"the Guineas", "Guinean, Bissau-Guinean, Equatoguinean, Papua New Guinean", Aliases{},
			"people:GIN Guinean | people:GNB Bissau-Guinean | people:GNQ Equatoguinean | people:PNG Papua New Guinean"},
		{"Americans of the south are not", "American, South American and Latin American men, American Samoa", Aliases{},
			"people:USA American | region-people:south-america South American | region-people:latin-america Latin American | place:ASM American Samoa"},
		{"Indians of America are not", "Indian men, American Indian men", Aliases{}, "people:IND Indian | group:native-americans American Indian"},
		{"Sudan, South Sudan", "Sudanese and South Sudanese in Sudan and South Sudan", Aliases{},
			"people:SDN Sudanese | people:SSD South Sudanese | place:SDN Sudan | place:SSD South Sudan"},
		{"Southern Africa and South Africans", "South African and Southern African officials", Aliases{},
			"people:ZAF South African | region-people:southern-africa Southern African"},
		{"Central Africans and their region", "Central African girls in Central African countries", Aliases{},
			"people:CAF Central African | region:central-africa Central African countries"},
		{"groups have no country", "Roma and Rohingya children, Romanian men", Aliases{}, "group:roma Roma | group:rohingya Rohingya | people:ROU Romanian"},
		{"Dominicans by default", "Dominican girls", Aliases{Own: "HTI"}, "people:DOM Dominican"},
		{"Dominicans of Dominica at home", "Dominican girls", Aliases{Own: "DMA"}, "people:DMA Dominican"},
		{"hyphened words", "Chinese-owned mines, Thai-flagged ships, Hong Kong-based agents, Middle East-based agents", Aliases{},
			"people:CHN Chinese-owned | people:THA Thai-flagged | place:HKG Hong Kong-based | region:middle-east Middle East-based"},
		{"a word that names two has none", "the Thai-Burmese border, Sierra Leonean-Kuwaiti men, Iraqi-Iraq ties", Aliases{},
			"people: Thai-Burmese | people:IRQ Iraqi-Iraq"},
		{"a hyphened word glued to more is left alone", "the GUINEA-BISSAUin", Aliases{}, ""},
	})
}

func TestAmbiguousNames(t *testing.T) {
	expect(t, loaded(t), []mentionCase{
		{"Congolese at home", "Congolese girls", Aliases{Own: "COG"}, "people:COG Congolese"},
		{"Congolese by the country named before", "From the Democratic Republic of the Congo came Congolese girls.", Aliases{Own: "UGA"},
			"place:COD Democratic Republic of the Congo | people:COD Congolese"},
		{"Congolese by the country named after", "Congolese girls left the Republic of the Congo.", Aliases{},
			"people:COG Congolese | place:COG Republic of the Congo"},
		{"Congolese by nothing", "Congolese girls in Zambia", Aliases{Own: "ZMB"}, "people: Congolese | place:ZMB Zambia"},
		{"too far away to decide", "Kinshasa" + strings.Repeat(" word", 120) + " Congolese", Aliases{}, "city:COD Kinshasa | people: Congolese"},
		{"Korean by nothing", "Korean men", Aliases{}, "people: Korean"},
		{"North and South Korean", "North Korean and South Koreans", Aliases{}, "people:PRK North Korean | people:KOR South Koreans"},
		{"ROC only at home", "the ROC", Aliases{}, ""},
		{"ROC at home", "the ROC", Aliases{Own: "COG"}, "place:COG ROC"},
		{"cities that count at home only", "Georgetown, Victoria, Kingston, San Jose", Aliases{Own: "GUY"}, "city:GUY Georgetown"},
		{"Serbia and Montenegro in its years", "from Serbia and Montenegro", Aliases{Year: 2005}, "place:SCG Serbia and Montenegro"},
		{"Serbia and Montenegro after them", "from Serbia and Montenegro", Aliases{Year: 2018}, "place:SRB Serbia | place:MNE Montenegro"},
		{"the former Yugoslavia", "from the former Yugoslavia", Aliases{Year: 2018}, "region:former-yugoslavia former Yugoslavia"},
	})
}

func TestRegions(t *testing.T) {
	expect(t, loaded(t), []mentionCase{
		{"regions stay regions", "the Middle East, the Gulf, Western Europe, sub-Saharan Africa, the Horn of Africa, the Caribbean", Aliases{},
			"region:middle-east Middle East | region:gulf Gulf | region:western-europe Western Europe | region:sub-saharan-africa sub-Saharan Africa | region:horn-of-africa Horn of Africa | region:caribbean Caribbean"},
		{"their adjectives", "African, West African and Southeast Asian women", Aliases{},
			"region-people:africa African | region-people:west-africa West African | region-people:southeast-asia Southeast Asian"},
		{"an adjective with a tail is the region", "other European countries, Gulf states, Asian nations, neighboring countries", Aliases{},
			"region:europe European countries | region:gulf Gulf states | region:asia Asian nations | region:neighboring-countries neighboring countries"},
		{"regions told in one breath", "South and Southeast Asia, West and Central Africa, Central and Eastern Europe", Aliases{},
			"region:south-and-southeast-asia South and Southeast Asia | region:west-and-central-africa West and Central Africa | region:central-and-eastern-europe Central and Eastern Europe"},
		{"the Soviet Union and after", "the former Soviet Union, the Commonwealth of Independent States", Aliases{},
			"region:former-soviet-union former Soviet Union | region:former-soviet-union Commonwealth of Independent States"},
		{"the European Union", "the European Union and EU member states", Aliases{},
			"region:european-union European Union | region:european-union EU member states"},
	})
}

func TestMentionsAreInOrderAndApart(t *testing.T) {
	g := loaded(t)
	text := scan(g, "Chinese-owned mines in the Democratic Republic of the Congo (DRC), Thailand's Thai-Burmese border; the South Korean, US and Guinean men.")
	dst := []Mention{{First: 7, Last: 8}}
	ms := g.Find(dst, text, nil)
	if ms[0] != dst[0] {
		t.Fatal("what dst held was changed")
	}
	end := 0
	for _, m := range ms[1:] {
		if m.First < end || m.Last <= m.First || m.Last > len(text.Tokens) {
			t.Errorf("mention [%d,%d) after %d", m.First, m.Last, end)
		}
		end = m.Last
	}
}
