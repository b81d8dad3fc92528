package compare_test

import (
	"testing"

	"plumbline"
	"plumbline/internal/compare"
)

func silent(c plumbline.Claim, r plumbline.Reporting) plumbline.Claim {
	c.Reporting = r
	return c
}

func TestSides(t *testing.T) {
	scheme := func(certainty plumbline.Certainty, forms ...string) plumbline.Claim {
		return plumbline.Claim{Type: plumbline.Exploitation, Certainty: certainty, Participants: plumbline.Participants{Forms: forms}}
	}
	foreign := deed(plumbline.Assistance, plumbline.Good, "another state paid")
	foreign.Participants.Actor = []string{"ITA"}
	again := deed(plumbline.Conviction, plumbline.Good, "convicted five")
	again.Act = "a1"
	planned := deed(plumbline.Plan, plumbline.Mixed, "plans a plan")
	planned.Aspect = plumbline.Planned
	const good, bad = plumbline.Good, plumbline.Bad
	list := func(c ...plumbline.Claim) []plumbline.Claim { return c }
	for _, c := range []struct {
		name          string
		first, second []plumbline.Claim
		want          map[string]compare.Told // by type and name
		rows          int
	}{
		{"what both tell alike", list(deed(plumbline.Law, good, "a law")), list(deed(plumbline.Law, good, "the law")), map[string]compare.Told{"law ": compare.Both}, 1},
		{"a deed and its lack are told otherwise", list(deed(plumbline.Training, good, "trained")), list(deed(plumbline.Training, bad, "trained nobody")), map[string]compare.Told{"training ": compare.Otherwise}, 2},
		{"none reported is no lack", list(deed(plumbline.Conviction, bad, "convicted nobody")), list(silent(deed(plumbline.Conviction, bad, "no convictions were reported"), plumbline.NoneReported)),
			map[string]compare.Told{"conviction ": compare.Otherwise}, 2},
		{"a promise is no deed", list(planned), list(deed(plumbline.Plan, plumbline.Mixed, "has half a plan")), map[string]compare.Told{"plan ": compare.Otherwise}, 2},
		{"what may be is not what is", list(scheme(plumbline.Certain, "forced-labor")), list(scheme(plumbline.Possible, "forced-labor")), map[string]compare.Told{"exploitation forced-labor": compare.Otherwise}, 1},
		{"each form is a subject", list(scheme(plumbline.Certain, "forced-labor", "forced-begging")), list(scheme(plumbline.Certain, "forced-begging")),
			map[string]compare.Told{"exploitation forced-labor": compare.First, "exploitation forced-begging": compare.Both}, 2},
		{"what another state did is left out", list(foreign), nil, map[string]compare.Told{}, 0},
		{"an act told twice is told once", nil, list(again, again), map[string]compare.Told{"conviction ": compare.Second}, 1},
		{"ignorance tells nothing", list(silent(scheme(plumbline.Unknown, "camel-jockeying"), plumbline.NoEvidence)), nil, map[string]compare.Told{}, 0},
	} {
		rows := 0
		got := map[string]compare.Told{}
		for _, s := range compare.Sides(&compare.Side{Country: "MLT", Claims: c.first}, &compare.Side{Country: "MLT", Claims: c.second}) {
			got[string(s.Type)+" "+s.Name] = s.Told
			rows += len(s.Rows)
			for _, r := range s.Rows {
				if c.name == "an act told twice is told once" && len(r.Second) != 1 {
					t.Errorf("%s: %d times", c.name, len(r.Second))
				}
			}
		}
		if len(got) != len(c.want) || rows != c.rows {
			t.Errorf("%s: %v in %d rows, want %v in %d", c.name, got, rows, c.want, c.rows)
		}
		for k, v := range c.want {
			if got[k] != v {
				t.Errorf("%s: %s is %q, want %q", c.name, k, got[k], v)
			}
		}
	}
}
