package web

import (
	"encoding/json"
	"strings"
	"testing"

	"plumbline"
	"plumbline/internal/page"
)

func TestClaim(t *testing.T) {
	h, w := open(t)
	_, claims := narrativeOf(t, w, "MNE", 2018)
	var silent, planned, twice *plumbline.Claim
	for i := range claims {
		c := &claims[i]
		switch {
		case c.Reporting == plumbline.NoneReported || c.Reporting == plumbline.NotReported:
			silent = c
		case c.Aspect == plumbline.Planned && c.Type != plumbline.Recommendation:
			planned = c
		case c.Act != "":
			twice = c
		}
		got := body(t, get(t, h, page.ClaimPath(c.ID)))
		for _, want := range []string{"How surely", "Who says so", "To cite it", "sample: paraphrase, not official text", string(c.FoundBy), page.ClaimAnchor(c.ID)} {
			if !strings.Contains(got, want) {
				t.Errorf("claim %s (%s): no %q", c.ID, c.Type, want)
			}
		}
		if c.Type == plumbline.Recommendation && strings.Contains(got, "planned, not done") {
			t.Errorf("claim %s: a recommendation is shown as the government's plan", c.ID)
		}
	}
	if silent != nil && !strings.Contains(body(t, get(t, h, page.ClaimPath(silent.ID))), "That is not a zero") {
		t.Error("a silence is not said to be none")
	}
	if planned != nil && !strings.Contains(body(t, get(t, h, page.ClaimPath(planned.ID))), "a promise is no deed") {
		t.Error("a promise is not told from a deed")
	}
	if twice != nil && !strings.Contains(body(t, get(t, h, page.ClaimPath(twice.ID))), "The same act elsewhere") {
		t.Error("an act told twice is not shown with where it is told again")
	}
	var told struct{ ID string }
	if err := json.Unmarshal([]byte(body(t, get(t, h, page.ClaimPath(claims[0].ID)+".json"))), &told); err != nil || told.ID != string(claims[0].ID) {
		t.Errorf("twin: %v, %q", err, told.ID)
	}
	if r := get(t, h, "/claim/%22%3E%3Cscript%3E"); r.StatusCode != 404 || strings.Contains(body(t, r), "<script>") {
		t.Errorf("a claim that is none: %s", r.Status)
	}
}
