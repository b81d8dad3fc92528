package web

import (
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
)

func TestTwoYearsStandSideBySide(t *testing.T) {
	ask := openMalta(t)
	page := ask("/compare?a=MLT-2017&b=malta+2018")
	for _, want := range []string{"Malta 2017 beside Malta 2018", "Told otherwise", "Told in 2017, not in 2018", `href="/country/MLT/2018/change"`, "A tier rates a government",
		"silence does not say that something began or ended", "none was reported, which is not a zero", "planned, not done", "in force from", "not told", "Recommendations", "#c-"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, never := range []string{"new problem", "stopped", "worsened", "improved"} {
		if strings.Contains(section(page, "<main", "</main>"), never) {
			t.Errorf("%q is concluded", never)
		}
	}
	alone := section(page, "Told in 2017, not in 2018</h3>", "<h3")
	if !strings.Contains(alone, "did not conduct awareness campaigns") {
		t.Errorf("what 2017 alone tells is not listed: %.500s", alone)
	}
	convictions := section(page, "<h4>Conviction</h4>", "<h4>")
	if !strings.Contains(convictions, "did not convict") || !strings.Contains(convictions, "convicted three") {
		t.Errorf("the convictions of the two years do not stand beside each other: %.600s", convictions)
	}
	work := section(page, `aria-label="Work abroad that the text calls possibly exploitative"`, "</table>")
	if !strings.Contains(work, "Malta → Qatar") {
		t.Error("work abroad has no table of its own")
	}
}

func TestAComparisonIsChosenOrRefused(t *testing.T) {
	h, _ := open(t)
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/compare", 200, `<option value="ARM-2018">`},
		{"/compare?a=ARM-2018&b=", 200, `value="ARM-2018"`},
		{"/compare?a=ARM-2017&b=ARM-2018", 200, "Armenia 2017 beside Armenia 2018"},
		{"/compare?a=ARM&b=ARM-2018", 400, "parameter a"},
		{"/compare?a=ARM-2018&b=ARM-18x", 400, "parameter b"},
		{"/compare?a=Armnia-2018&b=ARM-2018", 400, `href="/country/ARM"`},
		{"/compare?a=ARM-2003&b=ARM-2018", 404, `href="/country/ARM/2018"`},
		{"/compare?a=ARM-2017&b=ARM-2018&standard=1066", 400, "1066"},
		{"/compare?a=%3Cscript%3E-2018&b=ARM-2018", 400, "&lt;script&gt;"},
		{"/compare?c=ARM-2018", 400, "parameter c"},
	} {
		r := get(t, h, c.path)
		if got := body(t, r); r.StatusCode != c.status || !strings.Contains(got, c.want) || strings.Contains(got, "<script>") {
			t.Errorf("%s: %d, want %d and %q: %.600s", c.path, r.StatusCode, c.status, c.want, section(got, "<main", "</main>"))
		}
	}
}

func TestAComparisonHasTwins(t *testing.T) {
	ask := openMalta(t)
	var rows []map[string]any
	if err := json.Unmarshal([]byte(ask("/compare.json?a=MLT-2017&b=MLT-2018")), &rows); err != nil || len(rows) == 0 {
		t.Fatalf("%v, %d rows", err, len(rows))
	}
	silence := false
	for _, row := range rows {
		if row["notice"] != plumbline.TierNotice || row["part"] != "finding" && row["claim"] == nil {
			t.Fatalf("%v", row)
		}
		silence = silence || row["standing"] == "none-reported" && row["count"] == nil && row["side"] == "a"
	}
	if !silence {
		t.Error("none reported is not among the rows, or is a zero")
	}
	if csv := ask("/compare.csv?a=MLT-2017&b=MLT-2018"); strings.Count(csv, "\r\n") != len(rows)+1 {
		t.Errorf("%d lines, %d rows", strings.Count(csv, "\r\n"), len(rows))
	}
}
