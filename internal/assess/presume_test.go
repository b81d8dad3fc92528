package assess

import (
	"strings"
	"testing"

	"plumbline"
)

// withheld is a claim that the government did not give data.
func withheld(quote string) plumbline.Claim {
	c := act(plumbline.Data, plumbline.Bad, quote)
	c.Reporting, c.Certainty = plumbline.NotReported, plumbline.Unknown
	return c
}

func TestDataPresumption(t *testing.T) {
	ask := &plumbline.DataRequest{Date: "2011-11", Source: "cable 11 ROW 4"}
	lacking := act(plumbline.Data, plumbline.Bad, "the courts lacked a system to gather statistics")
	none := act(plumbline.ProsecutionAct, plumbline.Bad, "No trial was reported.")
	tests := []struct {
		name     string
		request  *plumbline.DataRequest
		change   func(*Input)
		claims   []plumbline.Claim
		element  plumbline.ElementName
		presumed bool
		note     string
	}{
		{"a narrative alone never brings it about", nil, nil, []plumbline.Claim{withheld("did not provide data on prosecutions")}, "prosecutes", false, "no request for data is recorded"},
		{"data withheld after a request", ask, nil, []plumbline.Claim{withheld("did not provide data on prosecutions")}, "prosecutes", true, "presumed not done: 108(b)(1) they are prosecuted"},
		{"data on something else withheld", ask, nil, []plumbline.Claim{withheld("did not provide data on shelters")}, "prosecutes", false, "no data withheld that"},
		{"all data on enforcement withheld", ask, nil, []plumbline.Claim{withheld("did not provide law enforcement data")}, "convicts", true, "presumed not done"},
		{"only details withheld", ask, nil, []plumbline.Claim{withheld("did not give details of the prosecutions")}, "prosecutes", false, "no data withheld that"},
		{"silence after a request", ask, nil, []plumbline.Claim{act(plumbline.Assistance, plumbline.Good, "x")}, "prosecutes", false, "no data withheld that"},
		{"what the text tells is not presumed", ask, nil, []plumbline.Claim{withheld("did not provide data on prosecutions"), none}, "prosecutes", false, "no data withheld that"},
		{"data on officials speak of paragraph (7)", ask, nil, []plumbline.Claim{withheld("did not provide data on prosecutions of complicit officials")}, "holds_officials_accountable", true, "108(b)(7)"},
		{"and of no other", ask, nil, []plumbline.Claim{withheld("did not provide data on prosecutions of complicit officials")}, "prosecutes", false, "108(b)(7)"},
		{"data that could not be had", ask, nil, []plumbline.Claim{withheld("did not provide data on prosecutions"), lacking}, "prosecutes", false, "within the government's capacity, and claim c2 tells that it is lacking"},
		{"a request for another report", &plumbline.DataRequest{Date: "2009-03", Source: "cable"}, nil, []plumbline.Claim{withheld("did not provide data on prosecutions")}, "prosecutes", false, "older than the time that the report covers"},
		{"a request after the report", &plumbline.DataRequest{Date: "2013", Source: "cable"}, nil, []plumbline.Claim{withheld("did not provide data on prosecutions")}, "prosecutes", false, "younger than the report"},
		{"a law without the presumption", ask, func(in *Input) {
			in.Standard, _ = small(t).Find("2000-01-01")
		}, []plumbline.Claim{withheld("did not provide data on prosecutions")}, "prosecutes", false, "has no data presumption"},
		{"another government's silence", ask, nil, []plumbline.Claim{func() plumbline.Claim {
			c := withheld("did not provide data on prosecutions")
			c.Participants.Actor = []string{"XYZ"}
			return c
		}()}, "prosecutes", false, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			as := hold(t, func(in *Input) {
				in.Request = test.request
				if test.change != nil {
					test.change(in)
				}
			}, append(test.claims, act(plumbline.Law, plumbline.Good, "The law forbids it."))...)
			e := element(t, &as, test.element)
			if e.Presumed != test.presumed {
				t.Errorf("presumed is %t: %s", e.Presumed, e.Reason)
			}
			if test.presumed && (e.Verdict != plumbline.VerdictNo || e.Certainty != plumbline.Possible || len(e.Against) != 1 ||
				!strings.Contains(e.Reason, "after the request of 2011-11 (cable 11 ROW 4)") || !strings.Contains(e.Reason, "does not say that it was not done")) {
				t.Errorf("%s, %s, %v, %q", e.Verdict, e.Certainty, e.Against, e.Reason)
			}
			if notes := strings.Join(as.Notes, "\n"); !strings.Contains(notes, test.note) {
				t.Errorf("notes %q, want %q", notes, test.note)
			}
		})
	}
}

func TestAPresumedElementSaysSoInItsFinding(t *testing.T) {
	as := hold(t, func(in *Input) { in.Request = &plumbline.DataRequest{Date: "2012-01", Source: "letter"} },
		withheld("did not provide data on prosecutions"), act(plumbline.Law, plumbline.Good, "x"))
	f := finding(t, &as, "108(b)(1)")
	if f.Verdict != plumbline.VerdictNo || f.Certainty != plumbline.Possible || !strings.Contains(f.Reason, "they are prosecuted (presumed, for data were withheld)") {
		t.Errorf("%s, %s, %q", f.Verdict, f.Certainty, f.Reason)
	}
}

func TestNoPresumptionForTheFirstTwoReports(t *testing.T) {
	book, points := bundled(t)
	for _, year := range []int{2004, 2005, 2006} {
		law, err := book.ForReport(year)
		if err != nil {
			t.Fatal(err)
		}
		as := New(book, points).Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: year}, Standard: law,
			Claims:  inText(withheld("did not provide data on prosecutions"), act(plumbline.Assistance, plumbline.Good, "care")),
			Request: &plumbline.DataRequest{Date: "20" + string([]byte{'0', byte('0' + year - 2000)}), Source: "cable"}})
		if e := element(t, &as, "prosecutes"); e.Presumed != (year == 2006) {
			t.Errorf("%d: presumed is %t; %v", year, e.Presumed, as.Notes)
		}
	}
}
