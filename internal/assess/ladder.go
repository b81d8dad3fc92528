package assess

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/standard"
)

// ladder is how the criteria of one standard lead to the lists of 22 USC
// 7107(b): which of them are questions to the text, and which follow from
// others.
type ladder struct {
	standard  *standard.Standard
	at        map[string]int // by name in formulas
	asked     []int          // criteria with elements of their own
	follow    []int          // criteria that follow from those before them
	complies  int            // -1 where there is none
	efforts   int            // -1 where there is none
	proofs    []int
	limbs     []int
	listed    []bool // criteria that the lists depend on
	partial   bool   // partial efforts count as efforts
	undecided bool   // a limb that is unknown leaves the tier unknown
	mute      string // why the law reading can say nothing; empty where it can
}

// Switches of the law reading, as the standards' files name them. Those that have
// one value only are choices that the law reading has made.
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
	if l.complies < 0 || l.efforts < 0 {
		l.mute = "this version of the law has no lists"
	}
	l.listed = make([]bool, len(s.Criteria))
	for _, i := range slices.Concat([]int{l.complies, l.efforts}, l.proofs, l.limbs) {
		l.list(i)
	}
	return l
}

// list marks what criterion i depends on.
func (l *ladder) list(i int) {
	if i < 0 || l.listed[i] {
		return
	}
	l.listed[i] = true
	for _, name := range l.standard.Names(i) {
		if j, ok := l.at[name]; ok {
			l.list(j)
		}
	}
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

// outcomes are the verdicts by criterion as they are, and as the best and the
// worst answer to every element that is unknown would make them.
type outcomes struct {
	now, best, worst []plumbline.Verdict
}

func (l *ladder) outcomes(fs []plumbline.Finding) *outcomes {
	return &outcomes{now: verdicts(fs), best: l.suppose(fs, true), worst: l.suppose(fs, false)}
}

// suppose answers every criterion as if all that is unknown spoke for the
// government, or against it.
func (l *ladder) suppose(fs []plumbline.Finding, good bool) []plumbline.Verdict {
	v := make([]plumbline.Verdict, len(fs))
	for i := range fs {
		unknown := plumbline.VerdictNo
		if good != l.bad(i) {
			unknown = plumbline.VerdictYes
		}
		if v[i] = unknown; newer(&fs[i], l.standard.Criteria[i].Elements) {
			continue
		}
		v[i], _ = l.standard.Verdict(i, func(name string) plumbline.Verdict {
			for j := range fs[i].Elements {
				if e := &fs[i].Elements[j]; string(e.Name) == name && e.Verdict == plumbline.VerdictUnknown {
					return unknown
				} else if string(e.Name) == name {
					return e.Verdict
				}
			}
			return v[l.at[name]]
		})
	}
	return v
}

// newer reports whether the text could not answer a criterion that has elements.
func newer(f *plumbline.Finding, elements []plumbline.Element) bool {
	return len(f.Elements) < len(elements)
}

// place gives the rank of the list that settled verdicts lead to. While proof of
// failure stands nothing leads past it. Proofs and limbs that are not shown are
// passed over, but for unknown limbs where the switch asks to fear them.
func (l *ladder) place(v, now []plumbline.Verdict, fear bool) int {
	if l.proven(now) {
		return plumbline.Tier3.Rank()
	}
	if v[l.complies] == plumbline.VerdictYes {
		return plumbline.Tier1.Rank()
	}
	if v[l.efforts] != plumbline.VerdictYes && !(l.partial && v[l.efforts] == plumbline.VerdictPartly) {
		return plumbline.Tier3.Rank()
	}
	for _, i := range l.limbs {
		if now[i] == plumbline.VerdictYes || l.undecided && fear && now[i] == plumbline.VerdictUnknown {
			return plumbline.Tier2WL.Rank()
		}
	}
	return plumbline.Tier2.Rank()
}

// bounds gives the worst and the best rank that the verdicts leave open.
func (l *ladder) bounds(o *outcomes) (worst, best int) {
	return l.place(o.worst, o.now, true), l.place(o.best, o.now, false)
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
func (l *ladder) law(fs []plumbline.Finding, o *outcomes) plumbline.Indicated {
	v := o.now
	if l.mute != "" {
		return plumbline.Indicated{Reasons: []string{l.mute}}
	}
	var in plumbline.Indicated
	if worst, best := l.bounds(o); worst == best {
		in.Tier = plumbline.Ranked[best]
	} else {
		in.Reasons = append(in.Reasons, fmt.Sprintf("the findings leave open %s to %s", plumbline.Ranked[worst].Name(), plumbline.Ranked[best].Name()))
	}
	say := func(i int) {
		word := string(v[i])
		if i == l.complies && v[i] == plumbline.VerdictUnknown && o.best[i] != plumbline.VerdictYes {
			word = "not in full, whatever is unknown; " + strings.TrimPrefix(fs[i].Reason, "it ")
		}
		in.Reasons = append(in.Reasons, fmt.Sprintf("%s %s: %s", fs[i].Criterion, lower(fs[i].Title), word))
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
