package token

import "testing"

func TestMoney(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"dollars", "paid $88,030 and $1.2 million", "$88,030: money 88030 USD | $1.2 million: money 1200000 USD"},
		{"a range with its value in dollars", "25,000 to 100,000 florins ($14,040 to $56,180)", "25,000 to 100,000 florins ($14,040 to $56,180): money 25000-100000 AWG $14040-56180"},
		{"a damaged name", "100,000 ftorins ($56,180)", "100,000 ftorins ($56,180): money 100000 AWG $56180"},
		{"whose manat is not told", "150,530 manat ($88,030)", "150,530 manat ($88,030): money 150530 $88030"},
		{"whose manat is told", "150,530 Azerbaijani manat", "150,530 Azerbaijani manat: money 150530 AZN"},
		{"signs", "€2 million, £800,000 ($1.1 million), US$500, A$40", "€2 million: money 2000000 EUR | £800,000 ($1.1 million): money 800000 GBP $1100000 | US$500: money 500 USD | A$40: money 40 AUD"},
		{"a euro of a damaged font", "a fine of •5,000 ($6,000)", "•5,000 ($6,000): money 5000 EUR $6000"},
		{"words", "500,000 euro and 300 baht", "500,000 euro: money 500000 EUR | 300 baht: money 300 THB"},
		{"CFA", "10 million CFA francs; 5 million West African CFA francs (FCFA) ($8,890)", "10 million CFA francs: money 10000000 | 5 million West African CFA francs (FCFA) ($8,890): money 5000000 XOF $8890"},
		{"long names", "500,000 Trinidad and Tobago dollars (TTD) ($75,410), 250,000 Eastern Caribbean dollars", "500,000 Trinidad and Tobago dollars (TTD) ($75,410): money 500000 TTD $75410 | 250,000 Eastern Caribbean dollars: money 250000 XCD"},
		{"a sign and a name", "$180 million New Taiwan Dollars ($6.1 million)", "$180 million New Taiwan Dollars ($6.1 million): money 180000000 TWD $6100000"},
		{"codes", "1,500-2,000 BDT ($18-$24), USD 500, 36 million SAR", "1,500-2,000 BDT ($18-$24): money 1500-2000 BDT $18-24 | USD 500: money 500 USD | 36 million SAR: money 36000000 SAR"},
		{"two amounts in one range", "between two million lek ($18,080) and five million lek ($45,200)", "between two million lek ($18,080) and five million lek ($45,200): money 2000000-5000000 ALL $18080-45200"},
		{"a fall is two amounts", "from 640 million INR ($9.4 million) to 550 million INR ($8.1 million)", "640 million INR ($9.4 million): money 640000000 INR $9400000 | 550 million INR ($8.1 million): money 550000000 INR $8100000"},
		{"bounds", "a fine not exceeding 1 million Namibian dollars ($81,200)", "not exceeding 1 million Namibian dollars ($81,200): money ..1000000 NAD $81200"},
		{"a name that is a word too", "12 won awards and 20 Bolivianos left; 15 million Korean Won", "12: count 12 | 20: count 20 | 15 million Korean Won: money 15000000 KRW"},
		{"thousands of dollars", "thousands of dollars in fees", "thousands of dollars: money 1000+ USD"},
		{"value in square brackets", "300,000 INR [$4,710]", "300,000 INR [$4,710]: money 300000 INR $4710"},
		{"people are no money", "20 Canadian and 30 Danish men", "20: count 20 | 30: count 30"},
	})
}
