package token

import "testing"

func TestYears(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"a year", "in 2017 police arrested", "2017: year 2017"},
		{"two years", "in both 2016 and 2017", "2016: year 2016 | 2017: year 2017"},
		{"a range", "the 2014-2018 plan, 2015-19", "2014-2018: years 2014/2018 | 2015-19: years 2015/2019"},
		{"between years", "between 2014 and 2016", "between 2014 and 2016: years 2014/2016"},
		{"from through", "from 2012 through 2014", "from 2012 through 2014: years 2012/2014"},
		{"a comma makes a count", "2,014 victims", "2,014: count 2014"},
		{"a thing counted makes a count", "It identified 2000 victims under the 2000 UN TIP Protocol.", "2000: count 2000 | 2000: year 2000"},
		{"a bound makes a count", "more than 2000 people", "more than 2000: count 2000+"},
		{"a fiscal year", "in FY 2017 and fiscal year 2016", "FY 2017: year 2017 | fiscal year 2016: year 2016"},
		{"a decade", "in the 1990s", "1990s: years 1990/1999"},
		{"early and late", "in late 2006, early 2018 and mid-2017", "late 2006: date 2006 ~ | early 2018: date 2018 ~ | mid-2017: date 2017 ~"},
		{"the end of a year", "by the end of 2007", "the end of 2007: date 2007-12-31"},
		{"half a year", "in the first half of 2017", "first half of 2017: date 2017-01/2017-06"},
		{"a quarter", "the third quarter of 2017", "third quarter of 2017: date 2017-07/2017-09"},
		{"six months of a year", "the first six months of 2016", "first six months of 2016: date 2016-01/2016-06"},
		{"a season", "in the summer of 2017", "the summer of 2017: date 2017 ~"},
		{"a year in an address", "www.example.org/reports/2025-report/x", "2025: other"},
	})
}

func TestDates(t *testing.T) {
	checkQuantities(t, []quantityCase{
		{"a month", "In January 2014, they", "January 2014: date 2014-01"},
		{"a day", "June 12, 2007 and 12 June 2007", "June 12, 2007: date 2007-06-12 | 12 June 2007: date 2007-06-12"},
		{"a short month", "on Dec. 31, 2017", "Dec. 31, 2017: date 2017-12-31"},
		{"a day without a year", "on March 31 they", "March 31: date --03-31"},
		{"a month alone", "In October, they may march.", "October: date --10"},
		{"months", "April 2017 through March 2018", "April 2017 through March 2018: date 2017-04/2018-03"},
		{"one year for two months", "between April and June 2017", "between April and June 2017: date 2017-04/2017-06"},
		{"a list of months", "in February, April, and August 2017", "February: date 2017-02 | April: date 2017-04 | August 2017: date 2017-08"},
		{"days", "from July 1, 2016, to June 30, 2017", "from July 1, 2016, to June 30, 2017: date 2016-07-01/2017-06-30"},
		{"days of one month", "June 12-15, 2007", "June 12-15, 2007: date 2007-06-12/2007-06-15"},
		{"the end of a month", "by the end of February 2016", "the end of February 2016: date 2016-02-29"},
		{"ISO", "on 2017-06-12", "2017-06-12: date 2017-06-12"},
		{"a verb", "They may 5 times march 6 miles.", "5: count 5 | 6: count 6"},
	})
}
