package view

import (
	"slices"
	"testing"

	"plumbline"
	"plumbline/internal/text"
)

// said makes claims of Ruritania's narrative of 2018, each on words of its own.
func said(claims ...plumbline.Claim) []plumbline.Claim {
	for i := range claims {
		c := &claims[i]
		c.ID, c.Year = plumbline.ClaimID(rune('a'+i)), 2018
		c.Citation.Span = text.Span{Start: 10 * i, End: 10*i + 5}
		if c.Reporting == "" {
			c.Reporting = plumbline.Stated
		}
	}
	return claims
}

func idsOf(list []*plumbline.Claim) (ids string) {
	for _, c := range list {
		ids += string(c.ID)
	}
	return ids
}

func TestConductIsTheGovernmentsOwn(t *testing.T) {
	n := &plumbline.Narrative{Country: "RUR", Sections: []plumbline.Section{{Name: plumbline.Prevention}}}
	claims := said(
		plumbline.Claim{Type: plumbline.Conviction, Section: plumbline.Prosecution, Participants: plumbline.Participants{Actor: []string{"RUR"}}},
		plumbline.Claim{Type: plumbline.Investigation, Section: plumbline.Prosecution},
		plumbline.Claim{Type: plumbline.Assistance, Section: plumbline.Protection, Participants: plumbline.Participants{Actor: []string{"FRE"}}},
		plumbline.Claim{Type: plumbline.Compliance, Section: plumbline.AssessmentPart, Participants: plumbline.Participants{Actor: []string{"publisher"}}},
		plumbline.Claim{Type: plumbline.Trend, Section: plumbline.AssessmentPart, Participants: plumbline.Participants{Topics: []string{"protection"}}},
		plumbline.Claim{Type: plumbline.Flow, Section: plumbline.Profile},
	)
	parts, others := Conduct(n, claims)
	var got []string
	for _, p := range parts {
		words := string(p.Section) + ":" + idsOf(p.Trends)
		for _, g := range p.Groups {
			words += " " + string(g.Type) + "=" + idsOf(g.Claims)
		}
		if p.Silent {
			words += " silent"
		}
		got = append(got, words)
	}
	want := []string{"prosecution: investigation=b conviction=a", "protection:e", "prevention: silent", "assessment: compliance=d"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(others) != 1 || idsOf(others[0].Claims) != "c" {
		t.Errorf("what others did: %+v", others)
	}
}

func TestSeriesKeepWhatIsCountedApart(t *testing.T) {
	known := plumbline.Quantity{Unit: "convictions", Count: plumbline.Known(7)}
	claims := said(
		plumbline.Claim{Type: plumbline.Conviction, Quantity: known, Act: "x"},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: known, Act: "x"},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: plumbline.Quantity{Unit: "convictions"}, Reporting: plumbline.NoneReported},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: known, Aspect: plumbline.Planned},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: known, Participants: plumbline.Participants{Actor: []string{"FRE"}}},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: plumbline.Quantity{Unit: "convictions"}, Reporting: plumbline.NoInformation},
		plumbline.Claim{Type: plumbline.Conviction, Quantity: plumbline.Quantity{Unit: "convictions", Count: plumbline.Known(0)}},
		plumbline.Claim{Type: plumbline.Data, Reporting: plumbline.NotReported},
	)
	series, withheld := Counted("RUR", claims)
	if len(series) != 1 || idsOf(series[0].Claims) != "acg" {
		t.Errorf("an act told again, a promise, another's deed or ignorance is counted: %+v", series)
	}
	if idsOf(withheld) != "h" {
		t.Errorf("withheld: %q", idsOf(withheld))
	}
}

func TestEdgesAreTraffickingBetweenTwoCountries(t *testing.T) {
	flow := func(m plumbline.Movement, from, to string, regions ...string) plumbline.Claim {
		return plumbline.Claim{Type: plumbline.Flow, Movement: m, Participants: plumbline.Participants{Origin: []string{from}, Destination: []string{to}, OriginRegions: regions}}
	}
	ignorance := flow(plumbline.Trafficked, "GRA", "RUR")
	ignorance.Reporting = plumbline.NoEvidence
	edges := Edges(said(
		flow(plumbline.Trafficked, "FRE", "RUR", "asia"), flow(plumbline.LaborMigration, "RUR", "SYL"), flow(plumbline.Trafficked, "RUR", "RUR"),
		flow(plumbline.Trafficked, "FRE", "SYL"), ignorance,
	), "RUR")
	if got := SortedEdges(edges); !slices.Equal(got, []Edge{{"FRE", "RUR"}}) {
		t.Errorf("%v", got)
	}
}

func TestTheMostCommonSchemeComesFirst(t *testing.T) {
	list := Schemes(said(
		plumbline.Claim{Type: plumbline.Exploitation},
		plumbline.Claim{Type: plumbline.Exploitation, Frequency: plumbline.Rare},
		plumbline.Claim{Type: plumbline.Exploitation, Frequency: plumbline.MostCommon},
		plumbline.Claim{Type: plumbline.Exploitation, Reporting: plumbline.NoInformation},
	), plumbline.Exploitation)
	if got := idsOf(list); got != "cba" {
		t.Errorf("order %q", got)
	}
}
