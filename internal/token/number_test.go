package token

import "testing"

func TestCounts(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"digits", "Police arrested 29 men.", "29: count 29"},
		{"thousands", "It reached 2,500 people.", "2,500: count 2500"},
		{"spelled", "They found twenty-five girls.", "twenty-five: count 25"},
		{"spelled with hundreds", "Two hundred and fifty came, not two hundred six.", "Two hundred and fifty: count 250 | two hundred six: count 206"},
		{"spelled with a million", "one million two hundred thousand people", "one million two hundred thousand: count 1200000"},
		{"a decimal million", "About 1.2 million live there.", "About 1.2 million: count 1200000 ~"},
		{"two and a half million", "two and a half million refugees", "two and a half million: count 2500000"},
		{"a hundred, a dozen", "a hundred men and a dozen boys", "a hundred: count 100 | a dozen: count 12"},
		{"half a million", "more than half a million workers", "more than half a million: count 500000+"},
		{"tens of thousands", "tens of thousands of people", "tens of thousands: count 10000+"},
		{"thousands and hundreds", "thousands came and hundreds of girls left", "thousands: count 1000+ | hundreds: count 100+"},
		{"dozens are twelve at least", "dozens of women", "dozens: count 12+"},
		{"several hundred", "several hundred men and a few thousand boys", "several hundred: count 200+ | a few thousand: count 2000+"},
		{"vague words are none", "several, some, many, numerous or a few victims", ""},
		{"no is negation", "no victims and none helped", ""},
		{"zero", "zero convictions and 0 trials", "zero: zero | 0: zero"},
		{"parallel years stay apart", "(26 cases in 2016), compared to 13 in 2015", "26: count 26 | 2016: year 2016 | 13: count 13 | 2015: year 2015"},
		{"a list", "five men, six women, and 12 boys", "five: count 5 | six: count 6 | 12: count 12"},
		{"a space lost", "It found 31potential victims.", "31: count 31"},
		{"a thing measured is no count", "a 35-bed shelter and a 12-person unit", "35-bed: other | 12-person: other"},
	})
}

func TestBounds(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"at least", "at least 30 victims", "at least 30: count 30+"},
		{"more than", "more than 2,500 men", "more than 2,500: count 2500+"},
		{"over", "over 400 and well over 500 calls", "over 400: count 400+ | well over 500: count 500+"},
		{"no fewer than", "no fewer than three and no more than five cases", "no fewer than three: count 3+ | no more than five: count ..5"},
		{"up to", "up to 50 victims", "up to 50: count ..50"},
		{"as many as", "as many as 16 children, as few as two", "as many as 16: count ..16 | as few as two: count 2+"},
		{"fewer than", "fewer than 10 cases and under 40 trials", "fewer than 10: count ..10 | under 40: count ..40"},
		{"nearly", "nearly 300, approximately 20, an estimated 8,000, roughly 40", "nearly 300: count 300 ~ | approximately 20: count 20 ~ | an estimated 8,000: count 8000 ~ | roughly 40: count 40 ~"},
		{"about and what a report is about", "about 20 victims; information about 20 victims", "about 20: count 20 ~ | 20: count 20"},
		{"some before a number", "some 300 girls, some as young as five", "some 300: count 300 ~ | as young as five: age 5+ years"},
		{"a minimum and a maximum of", "a minimum of six and a maximum of 10 beds", "a minimum of six: count 6+ | a maximum of 10: count ..10"},
		{"or more", "11 or more employees, 20 or fewer", "11 or more: count 11+ | 20 or fewer: count ..20"},
	})
}

func TestRanges(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"between", "between 3 and 5 men", "between 3 and 5: count 3-5"},
		{"to", "150,000 to 200,000 prisoners", "150,000 to 200,000: count 150000-200000"},
		{"spelled to digits", "five to 10 cases", "five to 10: count 5-10"},
		{"a hyphen", "3,000-4,000 children", "3,000-4,000: count 3000-4000"},
		{"one or two", "one or two days", "one or two days: duration 1-2 days"},
		{"a scale for both", "between 20 and 30 million people", "between 20 and 30 million: count 20000000-30000000"},
		{"a scale for the second alone", "8,000 to 1 million people", "8,000 to 1 million: count 8000-1000000"},
		{"a change is no range", "The number of inspectors increased from 154 to 169.", "154: count 154 | 169: count 169"},
		{"a fall is no range", "from 30 to 20 cases", "30: count 30 | 20: count 20"},
		{"ranging from", "increased fines ranging from five to 10 cows", "from five to 10: count 5-10"},
		{"a long dash is no range", "in 2017—14 for labor", "2017: year 2017 | 14: count 14"},
	})
}

func TestOne(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"before a thing", "convicted one trafficker", "one: count 1"},
		{"before a year", "compared to one in 2016", "one: count 1 | 2016: year 2016"},
		{"in a breakdown", "four cases (one of forced labor and three of sex trafficking)", "four: count 4 | one: count 1 | three: count 3"},
		{"one of whom", "five men, one of whom was a minor", "five: count 5 | one: count 1"},
		{"only one of the", "only one of the three men", "one: count 1 | three: count 3"},
		{"at least one of the", "at least one of the men", "at least one: count 1+"},
		{"one of the", "one of the main routes", ""},
		{"no one, the one, a new one", "no one knew the one that replaced it with a new one.", ""},
		{"one another", "they helped one another", ""},
		{"one may", "one may ask", ""},
		{"the one case", "the one case that went to court", "one: count 1"},
		{"one or more", "one or more victims", "one or more: count 1+"},
	})
}

func TestShares(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"percent", "35 percent of victims, 12%, 7 per cent", "35 percent: share 0.35 | 12%: share 0.12 | 7 per cent: share 0.07"},
		{"a range of percent", "between 70 and 90 percent, 10-20 percent", "between 70 and 90 percent: share 0.7-0.9 | 10-20 percent: share 0.1-0.2"},
		{"bounded percent", "more than 60 percent and nearly 15 percent", "more than 60 percent: share 0.6+ | nearly 15 percent: share 0.15 ~"},
		{"half of", "half of the men and more than half were boys", "half: share 0.5 | more than half: share 0.5+"},
		{"a third of", "a third of victims, one third, two-thirds, two thirds, three quarters", "a third: share 0.333 | one third: share 0.333 | two-thirds: share 0.667 | two thirds: share 0.667 | three quarters: share 0.75"},
		{"a third time is no share", "a third party and third countries", ""},
		{"one in five", "One in five children; more than one in 10 men", "One in five: share 0.2 | more than one in 10: share 0.1+"},
		{"one in five towns is two numbers", "It opened one in five towns.", "one: count 1 | five: count 5"},
		{"eight of every ten", "eight of every 10 cases, nine out of ten", "eight of every 10: share 0.8 | nine out of ten: share 0.9"},
		{"a majority", "a majority of victims; the vast majority were men", "a majority: share 0.5+ | the vast majority: share 0.5+"},
		{"a majority party", "the majority party, the majority Bantu people and the age of majority", ""},
		{"percentage points", "rose 5 percentage points", "5 percentage: other"},
	})
}

func TestOrdinals(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"consecutive years", "for the third consecutive year and the second straight year", "third: ordinal 3 | second: ordinal 2"},
		{"a year in a row", "the fourth year in a row", "fourth: ordinal 4"},
		{"written", "the 22nd consecutive year", "22nd: ordinal 22"},
		{"names of things", "a second hotline, third countries, the first responders", ""},
	})
}

func TestAges(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"aged", "girls aged 12 to 17", "aged 12 to 17: age 12-17 years"},
		{"under 18", "children under 18 are; boys younger than 15", "under 18: age ..18 years | younger than 15: age ..15 years"},
		{"under 18 cases counts", "under 18 cases", "under 18: count ..18"},
		{"year-old", "a 16-year-old and a six-year-old", "16-year-old: age 16 years | six-year-old: age 6 years"},
		{"ages", "ages 5-14, ages 16 and 17", "ages 5-14: age 5-14 years | ages 16 and 17: age 16-17 years"},
		{"years old", "18 years old, 14 years of age, 12-years-old", "18 years old: age 18 years | 14 years of age: age 14 years | 12-years-old: age 12 years"},
		{"between the ages of", "between the ages of 15 and 17", "between the ages of 15 and 17: age 15-17 years"},
		{"under the age of", "under the age of 16", "under the age of 16: age ..16 years"},
		{"as young as", "as young as five years old", "as young as five years old: age 5+ years"},
		{"or younger", "14 years old or younger, 18 or older", "14 years old or younger: age ..14 years | 18 or older: age 18+ years"},
		{"hanging hyphen", "15- to 17-year-old girls, 16- and 17-year-old boys", "15- to 17-year-old: age 15-17 years | 16- and 17-year-old: age 16-17 years"},
	})
}

func TestDurations(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"years", "five years in prison", "five years: duration 5 years"},
		{"a range of years", "eight to 18 years imprisonment", "eight to 18 years: duration 8-18 years"},
		{"from months", "ranging from 21 to 22 months", "from 21 to 22 months: duration 21-22 months"},
		{"mixed units", "from six months to two years", "from six months to two years: duration 6-24 months"},
		{"years and months", "two years and eight months to four years and six months", "two years and eight months to four years and six months: duration 32-54 months"},
		{"half years", "two and a half years", "two and a half years: duration 30 months"},
		{"up to", "up to 10 years", "up to 10 years: duration ..10 years"},
		{"a minimum to a maximum", "a minimum of two years to a maximum of 14 years", "a minimum of two years to a maximum of 14 years: duration 2-14 years"},
		{"to life", "10 years to life imprisonment", "10 years: duration 10+ years"},
		{"joined", "a five-year term, a 30-day stay, a 90-day period", "five-year: duration 5 years | 30-day: duration 30 days | 90-day: duration 90 days"},
		{"24 hours", "within 24 hours", "24 hours: duration 24 hours"},
		{"always open", "a 24-hour hotline, 24 hours a day, seven days a week, 24/7", "24-hour: other | 24 hours: other | seven days: other | 24/7: other"},
		{"in the course of years", "over three years; sentences of over three years", "three years: duration 3 years | over three years: duration 3+ years"},
		{"a list with one unit", "terms of 23, 43 and 64 months", "23: duration 23 months | 43: duration 43 months | 64 months: duration 64 months"},
	})
}

func TestReferences(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"an article", "Article 50 and section 3", "Article 50: reference | section 3: reference"},
		{"a list of articles", "Articles 2:239 and 2:240 of the code", "Articles 2:239 and 2:240: reference"},
		{"a longer list", "sections 1589, 1590, and 1591 of the law", "sections 1589, 1590, and 1591: reference"},
		{"a count behind a list", "under articles 127 and 129, 12 victims", "articles 127 and 129: reference | 12: count 12"},
		{"a law with its number", "Law No. 12/2004 and Law 263 of 2012", "Law No. 12/2004: reference | Law 263: reference | 2012: year 2012"},
		{"a number alone", "decree No. 263", "decree No. 263: reference"},
		{"letters", "Article 104a, 376A, 281bis, Article 110(a)", "Article 104a: reference | 376A: reference | 281bis: reference | Article 110(a): reference"},
		{"a year is no number of a law", "the Persons Act 2008", "2008: year 2008"},
		{"a hyphen in a law's number", "Act 2006-04", "Act 2006-04: reference"},
		{"a tier", "Tier 2 Watch List", "Tier 2: reference"},
		{"a phase spelled", "phase two of the plan", "phase two: reference"},
		{"a phone number", "call 1-800-555-0100, 9-1-1 or 116 111", "1-800-555-0100: other | 9-1-1: other | 116 111: other"},
		{"a visa", "H-2A, B-8 and J-1 visas", "2A: other | 8: other | 1: other"},
		{"a time of day", "from 10am to 7:30", "10am: other | 7:30: other"},
		{"24/7 without its stroke", "247 security", "247: other"},
		{"a page number in prose", "limited 271LEBANONbut victims", "271: other"},
	})
}
