package eval

import (
	"fmt"

	"plumbline"
)

// conduct compares the claims about what governments do.
func (t *tally) conduct() {
	g := &t.entry.gold
	golds, optional := conduct(g.claims), conduct(g.claimsOptional)
	read := t.read(func(c *plumbline.Claim) bool { return c.Type.Conduct() })
	if !g.hasTrends {
		read = append(read, t.trendsAsConduct(append(append([]goldClaim{}, golds...), optional...))...)
	}
	m := match(golds, read)
	var rest []found
	for j, taken := range m.read {
		if !taken {
			rest = append(rest, read[j])
		}
	}
	spare := match(optional, rest)
	kept := len(read) - len(spare.pairs)
	t.figures[claims].add(count{len(m.pairs), len(golds), kept})
	t.figures[claimsValence].add(count{0, len(golds), kept})
	for _, ij := range m.pairs {
		t.matched(&golds[ij[0]], read[ij[1]])
	}
	var extra []found
	for j, taken := range spare.read {
		if !taken {
			extra = append(extra, rest[j])
		}
	}
	var missed []goldClaim
	for i, taken := range m.gold {
		if !taken {
			missed = append(missed, golds[i])
		}
	}
	t.unmatched(missed, extra)
}

// trendsAsConduct returns the trends that stand where gold, made before trends
// were a type, has conduct of the same P.
func (t *tally) trendsAsConduct(near []goldClaim) []found {
	var out []found
	for _, f := range t.read(ofType(plumbline.Trend)) {
		for _, topic := range f.claim.Participants.Topics {
			kind := trendType[topic]
			for i := range near {
				if near[i].kind == kind && overlap(near[i].span, f.span()) > 0 {
					out = append(out, found{f.claim, kind})
					break
				}
			}
		}
	}
	return out
}

// matched compares the fields of a claim with gold's.
func (t *tally) matched(g *goldClaim, f found) {
	c := f.claim
	say := func(kind, want, got string) {
		t.say(Mistake{Kind: kind, Type: g.kind, Gold: want, Got: got, Text: c.Citation.Quote, Rule: c.FoundBy, Span: f.span()})
	}
	rows := t.rows(g.kind, t.section(g.span), c.FoundBy)
	for _, r := range rows {
		r.add(count{1, 1, 1})
	}
	absent := g.reporting == plumbline.NoEvidence || g.reporting == plumbline.NoInformation // the author does not know: no valence
	same := g.valence == c.Valence || g.valence == "" && !absent
	if same {
		t.figures[claimsValence].Hit++
	}
	if g.valence != "" || absent {
		t.count(valence, same)
		for _, r := range rows {
			r.valence(same)
		}
		if !same {
			say("valence", string(g.valence), string(c.Valence))
		}
	}
	if g.reporting != "" {
		got := c.Reporting
		if got == "" {
			got = plumbline.Stated
		}
		ok := got == g.reporting && (got == plumbline.Stated || !c.Quantity.Count.Known)
		t.count(reporting, ok)
		if !ok {
			say("reporting", string(g.reporting), string(c.Reporting)+figureText(", ", c.Quantity.Count))
		}
	}
	t.quantity(g, c, say)
	t.standing(g, c, say)
}

// quantity compares the main figure and the earlier period's.
func (t *tally) quantity(g *goldClaim, c *plumbline.Claim, say func(kind, want, got string)) {
	f := &t.figures[counts]
	if c.Quantity.Count.Known {
		f.Pred++
	}
	if !g.count.Known {
		return
	}
	f.Gold++
	if c.Quantity.Count == g.count {
		f.Hit++
	} else {
		say("count", figureText("", g.count), figureText("", c.Quantity.Count))
	}
	if g.previous.Known {
		ok := c.Quantity.Previous == g.previous
		t.count(previous, ok)
		if !ok {
			say("previous", figureText("", g.previous), figureText("", c.Quantity.Previous))
		}
	}
}

// standing compares how firmly and by whom it is said; what goes without
// saying is not counted.
func (t *tally) standing(g *goldClaim, c *plumbline.Claim, say func(kind, want, got string)) {
	for _, k := range []struct {
		m                  measure
		plain, want, given string
	}{
		{certainty, string(plumbline.Certain), string(g.certainty), string(c.Certainty)},
		{source, string(plumbline.Author), string(g.source), string(c.Source)},
	} {
		if k.want == "" {
			continue
		}
		f := &t.figures[k.m]
		if k.want != k.plain {
			f.Gold++
		}
		if k.given != k.plain {
			f.Pred++
			if k.want == k.given {
				f.Hit++
			}
		}
		if k.want != k.given {
			say(k.m.String(), k.want, k.given)
		}
	}
}

// unmatched lists what has no partner. Where a missed claim and one too many
// lie on each other, each names the other's type: most often the rule is there
// and the type is wrong.
func (t *tally) unmatched(missed []goldClaim, extra []found) {
	for i := range missed {
		g := &missed[i]
		for _, r := range t.rows(g.kind, t.section(g.span), "") {
			r.add(count{0, 1, 0})
		}
		m := Mistake{Kind: "missed", Type: g.kind, Valence: g.valence, Text: clip(g.span, t.entry.Text), Span: g.span}
		best := 0
		for _, f := range extra {
			if n := overlap(g.span, f.span()); n > best {
				best, m.Near = n, fmt.Sprintf("%s by %s", f.kind, f.claim.FoundBy)
			}
		}
		t.say(m)
	}
	for _, f := range extra {
		for _, r := range t.rows(f.kind, t.section(f.span()), f.claim.FoundBy) {
			r.add(count{0, 0, 1})
		}
		m := extraMistake(f)
		best := 0
		for i := range missed {
			if n := overlap(missed[i].span, f.span()); n > best {
				best, m.Near = n, string(missed[i].kind)
			}
		}
		t.say(m)
	}
}

// rows returns the rows of the breakdowns that a claim counts in.
func (t *tally) rows(kind plumbline.ClaimType, section string, rule plumbline.RuleName) []*Row {
	rows := []*Row{at(t.types, string(kind)), at(t.sections, section)}
	if rule != "" {
		rows = append(rows, at(t.rules, string(rule)))
	}
	return rows
}

func at(rows map[string]*Row, name string) *Row {
	r := rows[name]
	if r == nil {
		r = &Row{Name: name}
		rows[name] = r
	}
	return r
}
