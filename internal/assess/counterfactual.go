package assess

import (
	"math/bits"

	"plumbline"
)

// shown is how many of the smallest sets of one kind are listed.
const shown = 6

// flip is one Finding that could be otherwise.
type flip struct {
	finding int
	to      plumbline.Verdict
}

// question is one way in which findings could be otherwise.
type question struct {
	kind plumbline.CounterfactualKind
	good bool // for the government, or against it
}

// questions are those that are asked of each reading.
var questions = []question{
	{plumbline.IfConductChanged, true},
	{plumbline.IfConductChanged, false},
	{plumbline.IfMoreWereKnown, true},
	{plumbline.IfMoreWereKnown, false},
}

// counterfactuals lists the smallest sets of findings whose change would change
// the tier that a reading indicates, by other conduct and by more knowledge; of
// a law reading that cannot tell, those that would settle it if they were known.
func (a *Assessor) counterfactuals(l *ladder, as *plumbline.Assessment, o *outcomes) []plumbline.Counterfactual {
	var out []plumbline.Counterfactual
	for _, q := range questions {
		if l.mute == "" && (as.Law.Tier != "" || q.kind == plumbline.IfMoreWereKnown) {
			out = append(out, search("law", as, l.lawful(as.Findings, o, q), q)...)
		}
	}
	for _, q := range questions {
		if as.Fitted.Tier != "" {
			out = append(out, search("fitted", as, a.points.weigh(l, as, o, q), q)...)
		}
	}
	return out
}

// trial is what a search tries: flips, and whether a set of them changes the
// tier, with the rank that it leads to. Larger sets reach what smaller ones do.
type trial struct {
	flips  []flip
	lead   func(set uint32) (rank int)
	enough func(rank int) bool
	open   func(set uint32) bool // whether ranks beyond are left open; nil where none ever is
	least  int                   // no set smaller than this is enough
}

func search(reading string, as *plumbline.Assessment, t *trial, q question) []plumbline.Counterfactual {
	sets := smallest(len(t.flips), t.least, func(set uint32) bool { return t.enough(t.lead(set)) })
	var out []plumbline.Counterfactual
	for _, set := range sets[:min(len(sets), shown)] {
		c := plumbline.Counterfactual{Reading: reading, Kind: q.kind, Tier: plumbline.Ranked[t.lead(set)], Open: t.open != nil && t.open(set)}
		for rest := set; rest != 0; rest &= rest - 1 {
			f := t.flips[bits.TrailingZeros32(rest)]
			old := &as.Findings[f.finding]
			c.Changes = append(c.Changes, plumbline.Change{Criterion: old.Criterion, Title: old.Title, From: old.Verdict, To: f.to})
		}
		out = append(out, c)
	}
	return out
}

// beyond is enough where the rank leaves the one that is indicated now.
func beyond(now plumbline.Tier, good bool) func(int) bool {
	if good {
		return func(to int) bool { return to > now.Rank() }
	}
	return func(to int) bool { return to < now.Rank() }
}

// flips lists the findings that could be otherwise in that way: by other conduct
// those that are known, by more knowledge those with something unknown in them.
func (l *ladder) flips(fs []plumbline.Finding, o *outcomes, q question, matters func(i int) bool) []flip {
	var out []flip
	for _, i := range l.asked {
		if newer(&fs[i], l.standard.Criteria[i].Elements) || !matters(i) {
			continue
		}
		if l.bad(i) && q.good && o.now[i] != plumbline.VerdictYes && !(l.undecided && o.now[i] == plumbline.VerdictUnknown) {
			continue // what is not shown bars nothing
		}
		to := plumbline.VerdictYes
		if q.good == l.bad(i) {
			to = plumbline.VerdictNo
		}
		if q.kind == plumbline.IfMoreWereKnown {
			if to = o.worst[i]; q.good {
				to = o.best[i]
			}
		} else if o.now[i] == plumbline.VerdictUnknown {
			continue
		}
		if to != o.now[i] {
			out = append(out, flip{i, to})
		}
	}
	return out
}

// lawful tries flips on the law reading.
func (l *ladder) lawful(fs []plumbline.Finding, o *outcomes, q question) *trial {
	t := &trial{flips: l.flips(fs, o, q, func(i int) bool { return l.listed[i] })}
	worst, best := l.bounds(o)
	from := o.best // what the change for the worse must bring down
	if q.good {
		from = o.worst
	}
	v, now := make([]plumbline.Verdict, len(from)), make([]plumbline.Verdict, len(from))
	otherwise := func(from []plumbline.Verdict, set uint32, fear bool) int {
		copy(v, from)
		copy(now, o.now)
		for ; set != 0; set &= set - 1 {
			f := t.flips[bits.TrailingZeros32(set)]
			v[f.finding], now[f.finding] = f.to, f.to
		}
		l.settle(v)
		return l.place(v, now, fear)
	}
	t.lead = func(set uint32) int { return otherwise(from, set, q.good) }
	t.open = func(set uint32) bool {
		return otherwise(o.worst, set, true) != otherwise(o.best, set, false)
	}
	switch {
	case worst == best:
		t.enough = beyond(plumbline.Ranked[best], q.good)
	case q.good:
		t.enough = func(to int) bool { return to >= best }
	default:
		t.enough = func(to int) bool { return to <= worst }
	}
	return t
}
