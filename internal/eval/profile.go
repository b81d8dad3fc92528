package eval

import (
	"slices"

	"plumbline"
)

// edge is what the flow claims say of one pair of countries.
type edge struct{ certain, trafficked bool }

// profile compares roles, forms and flows.
func (t *tally) profile() {
	g := &t.entry.gold
	roles, forms, edges := t.scheme()
	if g.internal != plumbline.NotSaid {
		ok := roles["internal"] == (g.internal == plumbline.Yes)
		t.count(facts, ok)
		t.count(internal, ok)
		if !ok {
			t.say(Mistake{Kind: "fact", Fact: "internal", Gold: yesNo(g.internal == plumbline.Yes), Got: yesNo(roles["internal"])})
		}
	}
	delete(roles, "internal")
	t.compare(rolesOf, g.roles, roles, g.rolesOptional)
	if g.hasForms {
		t.compare(formsOf, g.forms, forms, g.formsOptional)
	}
	hedge, want, got := map[pair]plumbline.Answer{}, set{}, set{}
	for _, f := range g.flows {
		hedge[f.pair] = f.hedged
		want[f.pair.String()] = true
	}
	for p := range edges {
		got[p.String()] = true
	}
	t.compare(flows, want, got, g.flowsOptional)
	for p, want := range hedge {
		if e, ok := edges[p]; ok && want != plumbline.NotSaid {
			t.share(hedged, p, yesNo(want == plumbline.Yes), yesNo(!e.certain))
		}
	}
	for p, want := range t.movements() {
		if e, ok := edges[p]; ok {
			t.share(movement, p, yesNo(want), yesNo(e.trafficked))
		}
	}
}

// share counts one pair of countries of which gold and reading may differ.
func (t *tally) share(m measure, p pair, want, got string) {
	t.count(m, want == got)
	if want != got {
		t.say(Mistake{Kind: m.String(), Fact: p.String(), Gold: want, Got: got})
	}
}

// scheme gathers what the claims say of roles, forms and pairs of countries.
func (t *tally) scheme() (roles, forms set, edges map[pair]edge) {
	g := &t.entry.gold
	roles, forms, edges = set{}, set{}, map[pair]edge{}
	for i := range t.claims {
		c := &t.claims[i]
		who := &c.Participants
		inProfile := g.profile.Holds(c.Citation.Span.Start)
		inside := !g.full || inProfile
		if g.forming && inProfile {
			addAll(forms, who.Forms)
		}
		if !inside {
			continue
		}
		if c.Type == plumbline.Role && (len(who.Subject) == 0 || slices.Contains(who.Subject, string(t.entry.Country))) {
			addAll(roles, who.Roles)
		}
		if c.Type == plumbline.Flow && asserts(c) {
			for _, from := range who.Origin {
				for _, to := range who.Destination {
					if from == to || !country(from) || !country(to) {
						continue
					}
					e := edges[pair{from, to}]
					e.certain = e.certain || c.Certainty == plumbline.Certain
					e.trafficked = e.trafficked || c.Movement == plumbline.Trafficked
					edges[pair{from, to}] = e
				}
			}
		}
	}
	return roles, forms, edges
}

// asserts reports whether a flow claim says that people are moved to be
// exploited, or to work on terms that may come to that.
func asserts(c *plumbline.Claim) bool {
	return c.Reporting != plumbline.NoEvidence &&
		(c.Movement == "" || c.Movement == plumbline.Trafficked || c.Movement == plumbline.LaborMigration)
}

// movements says of each pair whose movement gold knows whether any claim
// calls it trafficking.
func (t *tally) movements() map[pair]bool {
	wanted := map[pair]bool{}
	for _, c := range t.entry.gold.claims {
		if c.movement == "" {
			continue
		}
		for _, f := range c.flows {
			wanted[f.pair] = wanted[f.pair] || c.movement == plumbline.Trafficked
		}
	}
	return wanted
}

func addAll(s set, words []string) {
	for _, w := range words {
		s[w] = true
	}
}
