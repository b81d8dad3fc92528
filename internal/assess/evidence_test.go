package assess

import (
	"strings"
	"testing"

	"plumbline"
)

// claimed makes a good claim of a prosecution and changes it.
func claimed(change func(*plumbline.Claim)) plumbline.Claim {
	c := act(plumbline.ProsecutionAct, plumbline.Good, "Courts tried six recruiters.")
	change(&c)
	return c
}

func TestWhichClaimsAreWeighed(t *testing.T) {
	tests := []struct {
		name  string
		claim plumbline.Claim
		left  string // what the reason says; empty where the claim is weighed
	}{
		{"an act of the government in the period", claimed(func(c *plumbline.Claim) { c.Time.Start = "2011-06" }), ""},
		{"an act without a date", claimed(func(c *plumbline.Claim) {}), ""},
		{"an act of another government", claimed(func(c *plumbline.Claim) { c.Participants.Actor = []string{"XYZ"} }), "another actor"},
		{"an act of an organization", claimed(func(c *plumbline.Claim) { c.Participants.Actor = []string{"ngo"} }), "another actor"},
		{"an act of nobody named", claimed(func(c *plumbline.Claim) { c.Participants.Actor = nil }), "another actor"},
		{"an act with another government", claimed(func(c *plumbline.Claim) { c.Participants.Actor = []string{"XYZ", string(here)} }), ""},
		{"a promise", claimed(func(c *plumbline.Claim) { c.Aspect = plumbline.Planned }), "promise"},
		{"a forecast", claimed(func(c *plumbline.Claim) { c.Aspect = plumbline.Predicted }), "forecast"},
		{"an act that is under way", claimed(func(c *plumbline.Claim) { c.Aspect = plumbline.Ongoing }), ""},
		{"what the author has no evidence of", claimed(func(c *plumbline.Claim) { c.Valence, c.Reporting = "", plumbline.NoEvidence }), "does not know"},
		{"what the author has no information on", claimed(func(c *plumbline.Claim) { c.Valence, c.Reporting = "", plumbline.NoInformation }), "does not know"},
		{"an act that another claim undercuts", claimed(func(c *plumbline.Claim) { c.QualifiedBy = []plumbline.ClaimID{"c9"} }), "claim c9 undercuts it"},
		{"an act that words behind it undercut", claimed(func(c *plumbline.Claim) {
			c.Citation.Span.End = 20
			for _, what := range []plumbline.EvidenceKind{plumbline.ReferenceCue, plumbline.HedgeCue} {
				e := plumbline.Evidence{What: what}
				e.Span.Start, e.Span.End = 400, 405
				c.Evidence = append(c.Evidence, e)
			}
		}), "the words behind it undercut it"},
		{"an act after the period", claimed(func(c *plumbline.Claim) { c.Time.Start = "2012-04" }), "after the period that ends 2012-03-31"},
		{"an act of the year in which the period ends", claimed(func(c *plumbline.Claim) { c.Time.Start = "2012" }), ""},
		{"an act before the period", claimed(func(c *plumbline.Claim) { c.Time.Start = "2010" }), "before the period that begins 2011-04-01"},
		{"an act that reaches into the period", claimed(func(c *plumbline.Claim) { c.Time.Start, c.Time.End = "2010-09", "2011-05" }), ""},
		{"an act of the year in which the period begins", claimed(func(c *plumbline.Claim) { c.Time.Start = "2011" }), ""},
		{"an old law", claimed(func(c *plumbline.Claim) { c.Type, c.Time.Start = plumbline.Law, "1998" }), ""},
		{"an old plan", claimed(func(c *plumbline.Claim) { c.Type, c.Time.Start = plumbline.Plan, "2009" }), ""},
		{"a law of tomorrow", claimed(func(c *plumbline.Claim) { c.Type, c.Time.Start = plumbline.Law, "2013" }), "after the period"},
		{"the verdict on compliance", claimed(func(c *plumbline.Claim) { c.Type = plumbline.Compliance }), "own conclusion"},
		{"the verdict on efforts", claimed(func(c *plumbline.Claim) { c.Type = plumbline.Efforts }), "own conclusion"},
		{"the placement", claimed(func(c *plumbline.Claim) { c.Type = plumbline.PlacementClaim }), "own conclusion"},
		{"a trend", claimed(func(c *plumbline.Claim) { c.Type = plumbline.Trend }), "own conclusion"},
		{"a recommendation", claimed(func(c *plumbline.Claim) { c.Type = plumbline.Recommendation }), "recommendation"},
		{"an act in a hidden part", claimed(func(c *plumbline.Claim) { c.Section = plumbline.AssessmentPart }), "hidden"},
	}
	s := &scope{country: here, period: plumbline.Period{Start: "2011-04-01", End: "2012-03-31"}, hidden: []plumbline.SectionName{plumbline.AssessmentPart}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if why := s.leaves(&test.claim); (why == "") != (test.left == "") || !strings.Contains(why, test.left) {
				t.Errorf("left out: %q, want %q", why, test.left)
			}
		})
	}
}

// hold assesses claims on 2012 under the second made-up law.
func hold(t testing.TB, change func(*Input), claims ...plumbline.Claim) plumbline.Assessment {
	t.Helper()
	book := small(t)
	law, err := book.Find("2010-01-01")
	if err != nil {
		t.Fatal(err)
	}
	in := &Input{Narrative: &plumbline.Narrative{Country: here, Year: 2012}, Claims: inText(claims...), Standard: law}
	if change != nil {
		change(in)
	}
	return New(book, even()).Assess(in)
}

// element finds the answer to an element.
func element(t testing.TB, as *plumbline.Assessment, name plumbline.ElementName) *plumbline.ElementFinding {
	t.Helper()
	for i := range as.Findings {
		for j := range as.Findings[i].Elements {
			if e := &as.Findings[i].Elements[j]; e.Name == name {
				return e
			}
		}
	}
	t.Fatalf("no element %s", name)
	return nil
}

func finding(t testing.TB, as *plumbline.Assessment, id plumbline.CriterionID) *plumbline.Finding {
	t.Helper()
	for i := range as.Findings {
		if as.Findings[i].Criterion == id {
			return &as.Findings[i]
		}
	}
	t.Fatalf("no finding %s", id)
	return nil
}

func TestElementVerdicts(t *testing.T) {
	const trial = plumbline.ProsecutionAct
	possible := func(c plumbline.Claim) plumbline.Claim { c.Certainty = plumbline.Possible; return c }
	probable := func(c plumbline.Claim) plumbline.Claim { c.Certainty = plumbline.Probable; return c }
	none := act(trial, plumbline.Bad, "There were no reported trials.")
	none.Reporting, none.Certainty = plumbline.NoneReported, plumbline.Probable
	good, bad, part := act(trial, plumbline.Good, "g"), act(trial, plumbline.Bad, "b"), act(trial, plumbline.Mixed, "m")
	tests := []struct {
		name    string
		claims  []plumbline.Claim
		verdict plumbline.Verdict
		sure    plumbline.Certainty
		reason  string
	}{
		{"silence is unknown, never no", []plumbline.Claim{act(plumbline.Assistance, plumbline.Good, "x")}, plumbline.VerdictUnknown, "", "no claim bears on it"},
		{"what is for it and nothing against it", []plumbline.Claim{good}, plumbline.VerdictYes, plumbline.Certain, "1 for it"},
		{"what is against it alone", []plumbline.Claim{bad}, plumbline.VerdictNo, plumbline.Certain, "1 against it"},
		{"a part", []plumbline.Claim{part}, plumbline.VerdictPartly, plumbline.Certain, "1 for a part"},
		{"a part beside the whole", []plumbline.Claim{good, part}, plumbline.VerdictYes, plumbline.Certain, "1 for it, 1 for a part"},
		{"a contradiction is shown", []plumbline.Claim{good, bad}, plumbline.VerdictPartly, plumbline.Certain, "the text says both"},
		{"none reported counts against it", []plumbline.Claim{none}, plumbline.VerdictNo, plumbline.Probable, "probable at most"},
		{"what may be speaks at its own weight", []plumbline.Claim{possible(good)}, plumbline.VerdictYes, plumbline.Possible, "it rests on claims that are possible at most"},
		{"the surest claim that suffices", []plumbline.Claim{possible(good), probable(good)}, plumbline.VerdictYes, plumbline.Probable, "probable at most"},
		{"a doubt makes a sure thing partly", []plumbline.Claim{good, possible(bad)}, plumbline.VerdictPartly, plumbline.Possible, "possible at most"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			as := hold(t, nil, test.claims...)
			e := element(t, &as, "prosecutes")
			if e.Verdict != test.verdict || e.Certainty != test.sure || !strings.Contains(e.Reason, test.reason) {
				t.Errorf("%s, %q, %q", e.Verdict, e.Certainty, e.Reason)
			}
			if n := len(e.For) + len(e.Partly) + len(e.Against); e.Verdict != plumbline.VerdictUnknown && n != len(test.claims) {
				t.Errorf("%d claims are listed", n)
			}
		})
	}
}

func TestNoneReportedIsNoZero(t *testing.T) {
	book, points := bundled(t)
	law, err := book.ForReport(2018)
	if err != nil {
		t.Fatal(err)
	}
	c := act(plumbline.Assistance, plumbline.Bad, "The government did not report assisting victims")
	c.Reporting, c.Quantity.Previous = plumbline.NoneReported, plumbline.Known(40)
	as := New(book, points).Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2018}, Claims: inText(c), Standard: law})
	if e := element(t, &as, "efforts_not_increasing"); e.Verdict != plumbline.VerdictUnknown {
		t.Errorf("40 before and none reported now is taken for a fall to zero: %s", e.Verdict)
	}
	if e := element(t, &as, "assists_victims"); e.Verdict != plumbline.VerdictNo {
		t.Errorf("none reported is %s", e.Verdict)
	}
}

func TestAnActCountsOnce(t *testing.T) {
	summary, section := act(plumbline.ProsecutionAct, plumbline.Good, "s"), act(plumbline.ProsecutionAct, plumbline.Good, "p")
	summary.Section, summary.Act, section.Act = plumbline.AssessmentPart, "one", "one"
	as := hold(t, nil, summary, section)
	if e := element(t, &as, "prosecutes"); len(e.For) != 1 || e.For[0] != "c2" {
		t.Errorf("for it stand %v, want the telling of the section", e.For)
	}
	section.Valence = plumbline.Mixed
	as = hold(t, nil, summary, section)
	if e := element(t, &as, "prosecutes"); e.Verdict != plumbline.VerdictPartly || len(e.For) != 0 {
		t.Errorf("the summary says yes, the section in part: %s", e.Verdict)
	}
	section.QualifiedBy = []plumbline.ClaimID{"c9"}
	as = hold(t, nil, summary, section, act(plumbline.Assistance, plumbline.Good, "x"))
	if e := element(t, &as, "prosecutes"); e.Verdict != plumbline.VerdictUnknown {
		t.Errorf("the section's telling is undercut, and the summary stands for it: %s", e.Verdict)
	}
	if len(as.Left) != 2 || !strings.Contains(as.Left[0].Why, "tells the same act: claim c9 undercuts it") {
		t.Errorf("left out %v", as.Left)
	}
}

func TestWhoSaysIt(t *testing.T) {
	a, b, c := act(plumbline.ProsecutionAct, plumbline.Good, "a"), act(plumbline.ProsecutionAct, plumbline.Good, "b"), act(plumbline.ProsecutionAct, plumbline.Good, "c")
	a.Source, b.Source = plumbline.NGO, plumbline.Government
	as := hold(t, nil, a, b, c, b)
	if e := element(t, &as, "prosecutes"); len(e.Sources) != 2 || e.Sources[0] != plumbline.Government || e.Sources[1] != plumbline.NGO {
		t.Errorf("sources %v", e.Sources)
	}
}

func TestWhatIsNewerThanTheTextIsUnknown(t *testing.T) {
	claims := []plumbline.Claim{act(plumbline.Cooperation, plumbline.Good, "x"), act(plumbline.StatePolicy, plumbline.Bad, "y"), act(plumbline.Accountability, plumbline.Bad, "z")}
	as := hold(t, func(in *Input) { in.Narrative.Year = 2007 }, claims...)
	for _, id := range []plumbline.CriterionID{"108(b)(9)", "110(b)(3)(B)"} {
		if f := finding(t, &as, id); f.Verdict != plumbline.VerdictUnknown || !strings.Contains(f.Reason, "in the law since 2010-01-01; a text for the report of 2007") {
			t.Errorf("%s: %s, %s", id, f.Verdict, f.Reason)
		}
	}
	if f := finding(t, &as, "108(b)(7)"); f.Verdict != plumbline.VerdictNo {
		t.Errorf("what is as old as the text is %s", f.Verdict)
	}
	as = hold(t, nil, claims...)
	if f := finding(t, &as, "108(b)(9)"); f.Verdict != plumbline.VerdictYes {
		t.Errorf("of a text of its time it is %s", f.Verdict)
	}
	as = hold(t, func(in *Input) { in.Narrative.Year = 1999 }, claims...)
	if f := finding(t, &as, "108(b)(7)"); f.Verdict != plumbline.VerdictUnknown {
		t.Errorf("of a text older than all law it is %s", f.Verdict)
	}
	as = hold(t, func(in *Input) { in.Narrative.Year = 2031 }, claims...)
	if f := finding(t, &as, "108(b)(9)"); f.Verdict != plumbline.VerdictYes {
		t.Errorf("of a text younger than all law it is %s", f.Verdict)
	}
}

func TestThePeriodIsThatOfTheReport(t *testing.T) {
	book := small(t)
	old, err := book.Find("2000-01-01")
	if err != nil {
		t.Fatal(err)
	}
	c := claimed(func(c *plumbline.Claim) { c.Time.Start = "2012-05" })
	as := New(book, even()).Assess(&Input{Narrative: &plumbline.Narrative{Country: here, Year: 2012}, Claims: inText(c), Standard: old})
	if len(as.Left) != 1 || !strings.Contains(as.Left[0].Why, "after the period that ends 2012-03-31") {
		t.Errorf("held against an older law the report covers another time: %v", as.Left)
	}
}

func TestCertaintyIsCarriedUp(t *testing.T) {
	sure, perhaps := act(plumbline.ProsecutionAct, plumbline.Good, "a"), act(plumbline.Conviction, plumbline.Good, "b")
	perhaps.Certainty = plumbline.Possible
	as := hold(t, nil, sure, perhaps)
	if f := finding(t, &as, "108(b)(1)"); f.Verdict != plumbline.VerdictYes || f.Certainty != plumbline.Possible {
		t.Errorf("%s, %s", f.Verdict, f.Certainty)
	}
	perhaps.Valence = plumbline.Bad
	sure.Valence = plumbline.Bad
	as = hold(t, nil, sure, perhaps)
	if f := finding(t, &as, "108(b)(1)"); f.Verdict != plumbline.VerdictNo || f.Certainty != plumbline.Certain {
		t.Errorf("one sure denial suffices: %s, %s", f.Verdict, f.Certainty)
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	as := hold(t, nil, act(plumbline.ProsecutionAct, plumbline.Good, "a"))
	f := finding(t, &as, "108(b)(1)")
	if f.Verdict != plumbline.VerdictUnknown || len(f.Missing) != 1 || f.Missing[0] != "whether they were convicted" {
		t.Errorf("%s, missing %q", f.Verdict, f.Missing)
	}
	if f := finding(t, &as, "110(b)(1)(A)"); !strings.HasPrefix(f.Reason, "it follows from 108(a)(1) unknown, 108(b)(1) unknown") {
		t.Errorf("reason %q", f.Reason)
	}
}

func TestNothingToWeigh(t *testing.T) {
	as := hold(t, nil, claimed(func(c *plumbline.Claim) { c.Type = plumbline.Efforts }))
	if as.Law.Tier != "" || as.Fitted.Tier != "" || len(as.Notes) != 1 || !strings.Contains(as.Notes[0], "read a fuller text") || len(as.Counterfactuals) != 0 {
		t.Errorf("%+v", as)
	}
	as = hold(t, func(in *Input) { in.Narrative.Placement.Tier = plumbline.SpecialCase }, act(plumbline.ProsecutionAct, plumbline.Good, "a"))
	if as.Law.Tier != "" || as.Fitted.Tier != "" || !strings.Contains(as.Notes[0], "Special Case is not ranked") {
		t.Errorf("%+v", as)
	}
}
