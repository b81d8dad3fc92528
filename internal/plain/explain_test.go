package plain

import (
	"bytes"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

func explained(t *testing.T) ExplainData {
	r := &reader{t: t, text: input(t, "testdata/explain.txtar", "narrative.txt")}
	r.claim(plumbline.Prosecution, plumbline.Conviction, "did not report convicting any traffickers in 2016, compared with twelve in 2015", plumbline.Claim{
		Valence: plumbline.Bad, Certainty: plumbline.Probable, Reporting: plumbline.NoneReported, Aspect: plumbline.Done, Source: plumbline.Author,
		Participants: plumbline.Participants{Actor: []string{"RUR"}}, FoundBy: "conviction/none-reported", Time: plumbline.Interval{Start: "2016"},
		Quantity: plumbline.Quantity{Previous: plumbline.Known(12), Unit: "convictions"},
		Evidence: []plumbline.Evidence{
			r.cue(plumbline.NegationCue, "not"), r.cue(plumbline.ReportCue, "report"), r.cue(plumbline.QuantityCue, "twelve"),
			r.cue(plumbline.TimeCue, "2016"), r.cue(plumbline.SourceCue, "in every session"), r.cue(plumbline.PlaceCue, "Żubrówka"),
		},
	})
	r.claims[0].File = "ruritania-2016.txt"
	return ExplainData{
		Claim: &r.claims[0], Text: r.text, Names: names,
		Sentence: r.find("Żubrówka’s 北 court sat in June, but the ministry, which had promised figures in every session, did not report convicting any traffickers in 2016, compared with twelve in 2015."),
		Rule: RuleText{
			Name: "conviction/none-reported", Doc: "The government reported no convictions. That is silence and not a zero.",
			Place: "grammar/conviction.rule:14", Pattern: "actor: <Government>\n\"did\" \"not\" \"report\" <Convict> \"any\"? victims: <People>",
		},
		Leads: []Lead{
			{Role: "actor", Value: []string{"RUR"}, Words: r.find("the ministry"), How: "stands for", From: r.find("The Ministry of Justice"), Note: "a body of the state"},
			{Role: "previous", Value: []string{"12"}, Words: r.find("twelve"), How: "is the figure of the period before"},
		},
		Near: []NearMiss{
			{Rule: "conviction/counted", Reason: "wanted <Number>", Held: r.find("convicting"), Span: r.find("any")},
			{Rule: "data/withheld", Reason: "wanted \"whether\" or \"how many\"", Held: r.find("did not report"), Span: r.find("convicting")},
			{Rule: "conviction/course", Reason: "needs <court> in the subject"},
		},
	}
}

func TestExplainPage(t *testing.T) {
	for _, test := range []struct {
		name  string
		style Style
	}{{"width 80", Style{Width: 80}}, {"width 120", Style{Width: 120}}, {"width 50", Style{Width: 50}}} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := Explain(&out, explained(t), test.style); err != nil {
				t.Fatal(err)
			}
			sound(t, out.String(), test.style.width())
			golden(t, "testdata/explain.txtar", test.name, out.String())
		})
	}
}

// TestMarksStandBelowTheirWords checks every width and every word.
func TestMarksStandBelowTheirWords(t *testing.T) {
	s := "Ångström 北京 e\u0301tude — did\n\tnot report 🙂 “quotes” and sooooooooooooooooooooooooooooo long."
	for width := 8; width < 60; width++ {
		for _, word := range []string{"Ångström", "北京", "e\u0301tude", "did\n\tnot", "🙂", "“quotes”", "sooooooooooooooooooooooooooooo", "."} {
			at := strings.Index(s, word)
			m := &marked{text: s, start: 100, marks: []underline{{span: text.Span{Start: 100 + at, End: 100 + at + len(word)}, line: '^'}}}
			p := &pen{width: width}
			m.write(p, 0)
			if got := strings.Join(strings.Fields(covered(t, p.b.String())), ""); got != strings.Join(strings.Fields(word), "") {
				t.Errorf("width %d: the marks of %q stand below %q\n%s", width, word, got, p.b.String())
			}
		}
	}
}

// covered returns the characters that stand above carets.
func covered(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	rows := strings.Split(page, "\n")
	for i, row := range rows {
		if i == 0 || !strings.Contains(row, "^") || strings.Trim(row, " ^") != "" {
			continue
		}
		column := 0
		for _, g := range (&marked{text: rows[i-1]}).glyphs() {
			if column < len(row) && row[column] == '^' {
				b.WriteString(g.shown)
			}
			column += g.wide
		}
	}
	return b.String()
}

func TestExplainOutsideItsText(t *testing.T) {
	d := ExplainData{Claim: &plumbline.Claim{
		Type: plumbline.Law, Citation: plumbline.Citation{Span: text.Span{Start: 5, End: 900}},
		Evidence: []plumbline.Evidence{{What: plumbline.HedgeCue, Span: text.Span{Start: -4, End: 70}}},
	}, Text: "too short"}
	var out bytes.Buffer
	if err := Explain(&out, d, Style{}); err != nil || !strings.Contains(out.String(), "hort") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestDoubtsPage(t *testing.T) {
	long := strings.Repeat("words that go on, ", 12)
	d := &plumbline.Document{File: "ruritania-2016.txt", Text: "RURITANIA: TIER 3\n\n" + long + "Żubrówka remained on Tier 2. " + long + "\nlast line"}
	at := func(s string) text.Span {
		i := strings.Index(d.Text, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	doubts := []plumbline.Doubt{
		{Span: at("TIER 3"), Message: "the heading says Tier 3, the outcome sentence Tier 2", Hint: "the heading is taken"},
		{Span: at("remained on Tier 2"), Message: "the outcome sentence says Tier 2"},
		{Span: at("last line"), Message: "no year", Hint: "give it with --year"},
		{Span: text.Span{Start: len(d.Text), End: len(d.Text)}, Message: "the text ends here"},
	}
	var out bytes.Buffer
	if err := Doubts(&out, d, doubts, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	sound(t, out.String(), 80)
	golden(t, "testdata/doubts.txtar", "width 80", out.String())
}
