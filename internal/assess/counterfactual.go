package assess

import (
	"plumbline"
)

// shown is how many of the smallest sets of one kind are listed.
const shown = 6

// flip is one Finding that could be otherwise.
type flip struct {
	finding int
	to      plumbline.Verdict
}

// counterfactuals lists the smallest sets of findings whose change would change
// the tier that a reading indicates: by other conduct, upward and downward, and
// by more knowledge.
func (a *Assessor) counterfactuals(l *ladder, as *plumbline.Assessment) []plumbline.Counterfactual {
	var out []plumbline.Counterfactual
	for _, reading := range a.readings(l, as) {
		if reading.tier == "" {
			continue
		}
		for _, ask := range []struct {
			kind plumbline.CounterfactualKind
			good bool
		}{
			{plumbline.IfConductChanged, true},
			{plumbline.IfConductChanged, false},
			{plumbline.IfMoreWereKnown, true},
			{plumbline.IfMoreWereKnown, false},
		} {
			out = append(out, reading.smallest(l, as.Findings, ask.kind, ask.good)...)
		}
	}
	return out
}

// reading is one way from changed findings to a tier.
type reading struct {
	name string
	tier plumbline.Tier
	// rank gives the place in ranks that is certain once the flips are made;
	// low where the change is for the better, else the highest.
	rank func(flips []flip, good bool) int
}

func (a *Assessor) readings(l *ladder, as *plumbline.Assessment) []reading {
	base := verdicts(as.Findings)
	v := make([]plumbline.Verdict, len(base))
	law := func(flips []flip) []plumbline.Verdict {
		copy(v, base)
		for _, f := range flips {
			v[f.finding] = f.to
		}
		l.settle(v)
		return v
	}
	return []reading{
		{"law", as.Law.Tier, func(flips []flip, good bool) int {
			worst, best := l.bounds(law(flips))
			if good {
				return worst
			}
			return best
		}},
		{"fitted", as.Fitted.Tier, func(flips []flip, _ bool) int {
			score := as.Fitted.Score
			for _, f := range flips {
				score += a.points.change(as.Findings, f)
			}
			return rank(a.points.tier(score, l.proven(law(flips))))
		}},
	}
}

// change is what the score gains when a finding is changed. The elements that
// keep it from its new verdict are taken to be answered so, by one act.
func (p *Points) change(fs []plumbline.Finding, f flip) float64 {
	total := 0.0
	pointed(fs, func(i int, e *plumbline.ElementFinding) {
		known := e.Verdict != plumbline.VerdictUnknown
		if i != f.finding || e.Verdict == f.to || known == (fs[i].Verdict == plumbline.VerdictUnknown) {
			return // other conduct answers nothing that is unknown, more knowledge changes nothing that is known
		}
		good, bad := max(1, len(e.For)), 0
		if f.to == plumbline.VerdictNo {
			good, bad = 0, max(1, len(e.Against))
		}
		w := p.Elements[e.Name]
		total += w.points(f.to, good, bad) - w.points(e.Verdict, len(e.For), len(e.Against))
	})
	return total
}

// flips lists the findings that could be otherwise in that way.
func (l *ladder) flips(fs []plumbline.Finding, kind plumbline.CounterfactualKind, good bool) []flip {
	var out []flip
	for _, i := range l.asked {
		to := plumbline.VerdictYes
		if good == l.bad(i) {
			to = plumbline.VerdictNo
		}
		unknown := fs[i].Verdict == plumbline.VerdictUnknown
		if unknown == (kind == plumbline.IfMoreWereKnown) && fs[i].Verdict != to && !newer(&fs[i]) {
			out = append(out, flip{i, to})
		}
	}
	return out
}

// newer reports whether the text could not answer the criterion, which has no
// elements then.
func newer(f *plumbline.Finding) bool { return len(f.Elements) == 0 }

func (r *reading) smallest(l *ladder, fs []plumbline.Finding, kind plumbline.CounterfactualKind, good bool) []plumbline.Counterfactual {
	flips := l.flips(fs, kind, good)
	now := rank(r.tier)
	chosen := make([]flip, 0, len(flips))
	pick := func(set uint32) []flip {
		chosen = chosen[:0]
		for i, f := range flips {
			if set>>i&1 == 1 {
				chosen = append(chosen, f)
			}
		}
		return chosen
	}
	sets := smallest(len(flips), func(set uint32) bool {
		if to := r.rank(pick(set), good); good {
			return to > now
		} else {
			return to < now
		}
	})
	var out []plumbline.Counterfactual
	for _, set := range sets[:min(len(sets), shown)] {
		c := plumbline.Counterfactual{Reading: r.name, Kind: kind, Tier: ranks[r.rank(pick(set), good)]}
		for _, f := range chosen {
			c.Changes = append(c.Changes, plumbline.Change{Criterion: fs[f.finding].Criterion, Title: fs[f.finding].Title, From: fs[f.finding].Verdict, To: f.to})
		}
		out = append(out, c)
	}
	return out
}
