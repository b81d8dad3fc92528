package segment

import (
	"fmt"
	"strings"
	"testing"

	"plumbline"
)

func TestTablesOfLawEnforcement(t *testing.T) {
	const head = "YEAR  PROSECUTIONS  CONVICTIONS  VICTIMS IDENTIFIED  NEW OR AMENDED LEGISLATION\n"
	for _, c := range []struct{ name, in, want string }{
		{"with shares of labour", "GLOBAL DATA\n\n" + head + "2012  7,001 (1,101)  4,002 (401)  46,003 (17,004)  21\n2013  9,001  5,003  44,005  58\n\nProse follows.",
			"GLOBAL DATA: 2012 {7001 1101} {4002 401} {46003 17004} 21; 2013 {9001 ?} {5003 ?} {44005 ?} 58"},
		{"with bars", "| Year | Prosecutions | Convictions | Victims |\n| 2004 | 7,001 | 3,002 | N/A |\n",
			": 2004 {7001 ?} {3002 ?} {? ?} ?"},
		{"no rows", head + "These words are explained below.", ""},
		{"prose", "The year's prosecutions, convictions and victims are told of in the text. In 2012 they rose.\n2013 was better.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range segmenter(t).Enforcement(&plumbline.Document{Text: c.in}) {
				var rows []string
				for _, y := range e.Years {
					count := func(c plumbline.EnforcementCount) string { return "{" + figure(c.All) + " " + figure(c.Labor) + "}" }
					rows = append(rows, fmt.Sprintf("%d %s %s %s %s", y.Year, count(y.Prosecutions), count(y.Convictions), count(y.Victims), figure(y.Laws)))
				}
				got = append(got, e.Title+": "+strings.Join(rows, "; "))
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func figure(f plumbline.Figure) string {
	if !f.Known {
		return "?"
	}
	return fmt.Sprint(f.N)
}
