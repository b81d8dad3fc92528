package pipeline

import (
	"strings"
	"testing"

	"plumbline"
)

const withTable = `TRAFFICKING IN PERSONS REPORT
JUNE 2014

INTRODUCTION
Every government should do more. In Malta courts convicted 99 traffickers in 2013.

GLOBAL LAW ENFORCEMENT DATA

YEAR  PROSECUTIONS  CONVICTIONS  VICTIMS IDENTIFIED  NEW OR AMENDED LEGISLATION
2012  7,001 (1,101)  4,002 (401)  46,003 (17,004)  21
2013  9,001  0  N/A  58

COUNTRY NARRATIVES

MALTA (Tier 2)

Malta does not fully meet the minimum standards, though it makes significant efforts.

Prosecution
The government maintained its efforts. Courts convicted seven traffickers in 2013.

INDEX
`

func TestApart(t *testing.T) {
	r := compiled(t)
	reading, err := r.Read(t.Context(), Input{File: "a.txt", Data: []byte(withTable)})
	if err != nil {
		t.Fatal(err)
	}
	a, src := r.Apart(reading), reading.Document.Text
	if len(a.Stretches) == 0 || !strings.HasPrefix(a.Stretches[0].In(src), "TRAFFICKING IN") || !strings.Contains(a.Stretches[0].In(src), "99 traffickers") {
		t.Errorf("stretches: %v", a.Stretches)
	}
	if len(a.Tables) != 1 || len(a.Tables[0].Years) != 2 || a.Tables[0].Title != "GLOBAL LAW ENFORCEMENT DATA" {
		t.Fatalf("tables: %+v", a.Tables)
	}
	first, second := a.Tables[0].Years[0], a.Tables[0].Years[1]
	if first.Victims.Labor != plumbline.Known(17004) || first.Laws != plumbline.Known(21) {
		t.Errorf("%+v", first)
	}
	if second.Convictions.All != plumbline.Known(0) || second.Victims.All.Known || second.Prosecutions.Labor.Known {
		t.Errorf("what is zero and what is not given: %+v", second)
	}
	if len(reading.Claims) == 0 {
		t.Error("no claims")
	}
	for _, c := range reading.Claims {
		for _, s := range a.Stretches {
			if s.Holds(c.Citation.Span.Start) {
				t.Errorf("a claim is read from what stands apart: %q", c.Citation.Quote)
			}
		}
		if a.Tables[0].Span.Holds(c.Citation.Span.Start) {
			t.Errorf("a claim is read from the table: %q", c.Citation.Quote)
		}
	}
}
