package chart_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"plumbline"
	"plumbline/internal/chart"
)

func TestNumbersZerosAndSilencesAreDrawnApart(t *testing.T) {
	n := plumbline.Known
	for _, c := range []struct {
		name   string
		amount chart.Amount
		want   []string
		not    string
	}{
		{"a number", chart.Amount{Quantity: plumbline.Quantity{Count: n(1200)}}, []string{`"amount number"`, `class="sure"`, ">1,200<"}, `class="may"`},
		{"about a number", chart.Amount{Quantity: plumbline.Quantity{Count: n(500), Approx: true}}, []string{">~500<"}, ""},
		{"at least a number", chart.Amount{Quantity: plumbline.Quantity{Count: n(500), Min: n(500)}}, []string{">500+<", `class="more"`}, ""},
		{"a range", chart.Amount{Quantity: plumbline.Quantity{Min: n(3), Max: n(5)}}, []string{">3–5<", `class="sure"`, `class="may"`}, `class="more"`},
		{"at most a number is nothing sure", chart.Amount{Quantity: plumbline.Quantity{Max: n(20)}}, []string{">≤20<", `class="may"`}, `class="sure"`},
		{"a hedged number", chart.Amount{Quantity: plumbline.Quantity{Count: n(7)}, Certainty: plumbline.Possible}, []string{`"amount number hedged"`}, ""},
		{"zero is a mark of its own", chart.Amount{Quantity: plumbline.Quantity{Count: n(0)}, Reporting: plumbline.Stated}, []string{`"amount zero"`, ">0<", `class="nought"`}, "hollow"},
		{"none reported is not zero", chart.Amount{Reporting: plumbline.NoneReported}, []string{`"amount none-reported"`, `class="hollow"`}, ">0<"},
		{"not reported is neither", chart.Amount{Reporting: plumbline.NotReported}, []string{`"amount not-reported"`, `class="hollow"`}, ">0<"},
		{"a silence with a figure beside it stays a silence", chart.Amount{Reporting: plumbline.NotReported, Quantity: plumbline.Quantity{Count: n(0)}}, []string{`"amount not-reported"`}, ">0<"},
		{"what the author does not know is not drawn", chart.Amount{Reporting: plumbline.NoInformation, Quantity: plumbline.Quantity{Count: n(0)}}, nil, "amount"},
		{"no number is not drawn", chart.Amount{Reporting: plumbline.Stated}, nil, "amount"},
	} {
		c.amount.Year, c.amount.Title = 2016, "here"
		svg := string(chart.Quantities{From: 2015, To: 2017, Series: []chart.Series{{Name: "Convictions", Amounts: []chart.Amount{c.amount}}}}.Draw())
		for _, want := range c.want {
			if !strings.Contains(svg, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, svg)
			}
		}
		if c.not != "" && strings.Contains(svg, c.not) {
			t.Errorf("%s: %s in\n%s", c.name, c.not, svg)
		}
	}
}

func TestTheLegendHasWhatTheChartHas(t *testing.T) {
	q := chart.Quantities{From: 2015, To: 2017, Series: []chart.Series{{Amounts: []chart.Amount{
		{Year: 2016, Reporting: plumbline.NoneReported}, {Year: 2001, Reporting: plumbline.NotReported},
	}}}}
	var words []string
	for _, k := range q.Legend() {
		words = append(words, k.Class)
	}
	if got := strings.Join(words, " "); got != "none-reported unknown" {
		t.Errorf("the legend has %q", got)
	}
}

func TestChartsOverYearsStayInTheirFrame(t *testing.T) {
	figure := rapid.Custom(func(t *rapid.T) plumbline.Figure {
		return plumbline.Figure{N: rapid.Int64Range(-5, 1<<40).Draw(t, "n"), Known: rapid.Bool().Draw(t, "known")}
	})
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.IntRange(2001, 2025).Draw(t, "from")
		to := rapid.IntRange(from-1, 2026).Draw(t, "to")
		year := rapid.IntRange(1999, 2028)
		q := chart.Quantities{From: from, To: to, Current: year.Draw(t, "current")}
		for i := range rapid.IntRange(0, 3).Draw(t, "series") {
			s := chart.Series{Name: fmt.Sprint("series ", i)}
			for range rapid.IntRange(0, 8).Draw(t, "amounts") {
				s.Amounts = append(s.Amounts, chart.Amount{Year: year.Draw(t, "year"), Href: "/x",
					Quantity:  plumbline.Quantity{Count: figure.Draw(t, "count"), Min: figure.Draw(t, "min"), Max: figure.Draw(t, "max"), Approx: rapid.Bool().Draw(t, "approx")},
					Reporting: rapid.SampledFrom([]plumbline.Reporting{"", plumbline.Stated, plumbline.NoneReported, plumbline.NotReported, plumbline.NoEvidence}).Draw(t, "reporting")})
			}
			q.Series = append(q.Series, s)
		}
		inside(t, q.Draw(), 0)
		l := chart.Timeline{From: from, To: to, Current: q.Current, Due: year.Draw(t, "due"), Last: year.Draw(t, "last")}
		for range rapid.IntRange(0, 30).Draw(t, "years") {
			l.Years = append(l.Years, chart.TierYear{Year: year.Draw(t, "year"), Class: rapid.SampledFrom(chart.Classes[:]).Draw(t, "class"), Href: "/x",
				Count: rapid.IntRange(0, 9).Draw(t, "count"), Waiver: rapid.Bool().Draw(t, "waiver"), Derived: rapid.Bool().Draw(t, "derived"), Automatic: rapid.Bool().Draw(t, "automatic")})
		}
		inside(t, l.Draw(), 0)
	})
}
