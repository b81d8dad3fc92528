package mention

import "testing"

func TestAcronymsThatTheTextDefines(t *testing.T) {
	g := loaded(t)
	for _, c := range []struct{ name, in, want string }{
		{"one in brackets", "The Republic of the Congo (ROC) is small. The ROC acted.",
			"place:COG Republic of the Congo | place:COG ROC | place:COG ROC"},
		{"the other one", "The Republic of China (ROC) acted. R.O.C. courts",
			"place:TWN Republic of China | place:TWN ROC | place:TWN R.O.C."},
		{"in quotes", `the Iraqi Kurdistan Region ("IKR") and the IKR`, "city:IRQ Iraqi Kurdistan Region | city:IRQ IKR | city:IRQ IKR"},
		{"of words before the name", "the Ministry of Health of Oman (MHO), MHO", "place:OMN Oman"},
		{"of something else", "the Criminal Assets Recovery (CAR) unit; the CAR paid.", ""},
		{"of a country as the tables have it", "the Central African Republic (CAR); the CAR paid.",
			"place:CAF Central African Republic | place:CAF CAR | place:CAF CAR"},
		{"with small words left out or not", "Republic of the Marshall Islands (RMI), RMI", "place:MHL Republic of the Marshall Islands | place:MHL RMI | place:MHL RMI"},
		{"an unknown one", "the Kingdom of Saudi Arabia (KOSA). KOSA", "place:SAU Kingdom of Saudi Arabia | place:SAU KOSA | place:SAU KOSA"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var known Aliases
			g.Define(scan(g, c.in), &known)
			if got := found(g, c.in, &known); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}
