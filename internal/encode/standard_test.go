package encode

import (
	"encoding/json"
	"testing"

	"plumbline"
)

func TestAppendStandard(t *testing.T) {
	s := plumbline.Standard{
		Name: "2003-12-19", Act: "Act", Source: "read [V]", FirstReport: 2004, LastReport: 2005, Due: "June 1", Scope: "all",
		TwoYear:  plumbline.TwoYearRule{CountsFrom: 2009, Years: 2, Cite: "c", Source: "s"},
		Periods:  []plumbline.Period{{Year: 2004, Start: "2003-04-01", End: "2004-03-31", Source: "s"}},
		Switches: []plumbline.Switch{{Name: "a", Values: []string{"b", "c"}, Gloss: "g", Because: "w"}},
		Criteria: []plumbline.Criterion{{
			ID: "108(a)(1)", As: "a1", Role: plumbline.MinimumStandard, Title: "T", Gloss: "G \"q\"", Cite: "22 USC 7106(a)(1)", Source: "s", Since: "2000-10-28",
			Elements: []plumbline.Element{{Name: "e", Gloss: "g", Cite: "c", Since: "2000-10-28"}}, When: "e",
		}},
	}
	const want = `{"standard":"2003-12-19","act":"Act","source":"read [V]","first_report":2004,"last_report":2005,"checked":null,"scope":"all","due":"June 1","watch_list":null,"presumption":null,` +
		`"two_year_rule":{"counts_from":2009,"years":2,"waiver_years":0,"relisting_years":null,"cite":"c","source":"s"},` +
		`"periods":[{"year":2004,"start":"2003-04-01","end":"2004-03-31","cite":null,"source":"s"}],` +
		`"switches":[{"name":"a","values":["b","c"],"gloss":"g","because":"w"}],` +
		`"criteria":[{"criterion":"108(a)(1)","name":"a1","role":"standard","title":"T","gloss":"G \"q\"","cite":"22 USC 7106(a)(1)","source":"s","since":"2000-10-28",` +
		`"elements":[{"name":"e","gloss":"g","cite":"c","since":"2000-10-28"}],"when":"e"}],"notice":"` + plumbline.TierNotice + `"}`
	got := AppendStandard(nil, &s)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !json.Valid(got) {
		t.Error("not valid JSON")
	}
}
