package assess

import (
	"fmt"

	"plumbline"
	"plumbline/internal/standard"
)

// ranks orders the tiers from worst to best.
var ranks = [...]plumbline.Tier{plumbline.Tier3, plumbline.Tier2WL, plumbline.Tier2, plumbline.Tier1}

// rank gives the place of a tier in ranks; -1 where it has none.
func rank(t plumbline.Tier) int {
	for i, r := range ranks {
		if r == t {
			return i
		}
	}
	return -1
}

// ladder is how the criteria of one standard lead to the lists of 22 USC
// 7107(b): which of them are questions to the text, and which follow from
// others.
type ladder struct {
	standard  *standard.Standard
	at        map[string]int // by name in formulas
	asked     []int          // criteria with elements of their own
	follow    []int          // criteria that follow from those before them
	complies  int
	efforts   int
	proofs    []int
	limbs     []int
	partial   bool // partial efforts count as efforts
	undecided bool // a limb that is unknown leaves the tier unknown
}

// Switches of the law reading, as the standards' files name them.
const (
	switchPartial = "partial-efforts"
	switchLimbs   = "unknown-limbs"
)

func newLadder(s *standard.Standard, switches map[string]string) *ladder {
	l := &ladder{standard: s, at: map[string]int{}, complies: -1, efforts: -1,
		partial:   switches[switchPartial] != "leave-out",
		undecided: switches[switchLimbs] == "undecided",
	}
	for i := range s.Criteria {
		c := &s.Criteria[i]
		l.at[c.As] = i
		if len(c.Elements) > 0 {
			l.asked = append(l.asked, i)
		} else {
			l.follow = append(l.follow, i)
		}
		switch c.Role {
		case plumbline.FullCompliance:
			l.complies = i
		case plumbline.MakesEfforts:
			l.efforts = i
		case plumbline.ProofOfFailure:
			l.proofs = append(l.proofs, i)
		case plumbline.WatchListLimb:
			l.limbs = append(l.limbs, i)
		}
	}
	return l
}

// bad reports whether yes to criterion i speaks against the government.
func (l *ladder) bad(i int) bool {
	r := l.standard.Criteria[i].Role
	return r == plumbline.ProofOfFailure || r == plumbline.WatchListLimb
}

// settle answers the criteria that follow from others anew.
func (l *ladder) settle(v []plumbline.Verdict) {
	for _, i := range l.follow {
		v[i], _ = l.standard.Verdict(i, func(name string) plumbline.Verdict { return v[l.at[name]] })
	}
}

// bounds gives the worst and the best rank that the verdicts leave open.
func (l *ladder) bounds(v []plumbline.Verdict) (worst, best int) {
	return l.place(v, false), l.place(v, true)
}

func (l *ladder) place(v []plumbline.Verdict, hope bool) int {
	holds := func(i int) bool { return v[i] == plumbline.VerdictYes || hope && v[i] == plumbline.VerdictUnknown }
	if holds(l.complies) {
		return rank(plumbline.Tier1)
	}
	if l.proven(v) || !holds(l.efforts) && !(l.partial && v[l.efforts] == plumbline.VerdictPartly) {
		return rank(plumbline.Tier3)
	}
	for _, i := range l.limbs {
		if v[i] == plumbline.VerdictYes || l.undecided && !hope && v[i] == plumbline.VerdictUnknown {
			return rank(plumbline.Tier2WL)
		}
	}
	return rank(plumbline.Tier2)
}

// proven reports whether a policy or pattern that the statute takes as proof of
// failure is shown.
func (l *ladder) proven(v []plumbline.Verdict) bool {
	for _, i := range l.proofs {
		if v[i] == plumbline.VerdictYes {
			return true
		}
	}
	return false
}

// law gives the tier of the law reading with its reasons.
func (l *ladder) law(fs []plumbline.Finding) plumbline.Indicated {
	v := verdicts(fs)
	worst, best := l.bounds(v)
	var in plumbline.Indicated
	if worst == best {
		in.Tier = ranks[best]
	} else {
		in.Reasons = append(in.Reasons, fmt.Sprintf("the findings leave open %s to %s", ranks[worst].Name(), ranks[best].Name()))
	}
	say := func(i int) {
		if i >= 0 {
			in.Reasons = append(in.Reasons, fmt.Sprintf("%s %s: %s", fs[i].Criterion, lower(fs[i].Title), v[i]))
		}
	}
	say(l.complies)
	for _, i := range l.proofs {
		if v[i] == plumbline.VerdictYes {
			say(i)
		}
	}
	if v[l.complies] != plumbline.VerdictYes {
		say(l.efforts)
		if !l.proven(v) && v[l.efforts] != plumbline.VerdictNo {
			for _, i := range l.limbs {
				say(i)
			}
		}
	}
	return in
}

func verdicts(fs []plumbline.Finding) []plumbline.Verdict {
	v := make([]plumbline.Verdict, len(fs))
	for i := range fs {
		v[i] = fs[i].Verdict
	}
	return v
}
