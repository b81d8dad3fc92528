package assess

import (
	"math"
	"math/bits"
	"slices"

	"plumbline"
)

// weigh tries flips on the fitted reading. A finding that is otherwise takes
// with it the elements that keep it from being so, each answered by one act: by
// other conduct those that are known, by more knowledge those that are not. An
// element that two changed findings share changes once.
func (p *Points) weigh(l *ladder, as *plumbline.Assessment, o *outcomes, q question) *trial {
	gains, under := p.gains(as.Findings, q)
	t := &trial{enough: beyond(as.Fitted.Tier, q.good)}
	t.flips = l.flips(as.Findings, o, q, func(i int) bool { return under[i] != 0 || slices.Contains(l.proofs, i) })
	now := make([]plumbline.Verdict, len(o.now))
	proofs := uint32(0)
	for k, f := range t.flips {
		if slices.Contains(l.proofs, f.finding) {
			proofs |= 1 << k
		}
	}
	t.lead = func(set uint32) int {
		var elements uint64
		for rest := set; rest != 0; rest &= rest - 1 {
			elements |= under[t.flips[bits.TrailingZeros32(rest)].finding]
		}
		score := as.Fitted.Score
		for ; elements != 0; elements &= elements - 1 {
			score += gains[bits.TrailingZeros64(elements)]
		}
		proven := l.proven(o.now)
		if set&proofs != 0 {
			copy(now, o.now)
			for rest := set & proofs; rest != 0; rest &= rest - 1 {
				f := t.flips[bits.TrailingZeros32(rest)]
				now[f.finding] = f.to
			}
			proven = l.proven(now)
		}
		return p.tier(score, proven).Rank()
	}
	t.least = p.least(t, under, gains, as, q.good)
	return t
}

// gains says what the score gains when an element is otherwise, and which
// elements that would be under each finding.
func (p *Points) gains(fs []plumbline.Finding, q question) (gains []float64, under []uint64) {
	under = make([]uint64, len(fs))
	at := map[plumbline.ElementName]int{}
	to := plumbline.VerdictNo
	if q.good {
		to = plumbline.VerdictYes
	}
	pointed(fs, func(_ int, e *plumbline.ElementFinding) {
		if unknown := e.Verdict == plumbline.VerdictUnknown; e.Verdict == to || unknown != (q.kind == plumbline.IfMoreWereKnown) || len(gains) == 64 {
			return
		}
		good, bad := max(1, len(e.For)), 0
		if !q.good {
			good, bad = 0, max(1, len(e.Against))
		}
		w := p.Elements[e.Name]
		if gain := w.points(to, good, bad) - w.points(e.Verdict, len(e.For), len(e.Against)); gain != 0 {
			at[e.Name] = len(gains)
			gains = append(gains, gain)
		}
	})
	for i := range fs {
		if r := fs[i].Role; r == plumbline.ProofOfFailure || r == plumbline.WatchListLimb {
			continue
		}
		for j := range fs[i].Elements {
			if k, ok := at[fs[i].Elements[j].Name]; ok {
				under[i] |= 1 << k
			}
		}
	}
	return gains, under
}

// least is how many findings must be otherwise at least: fewer could not move
// the score to the next cut if each kept all that it gains by itself.
func (p *Points) least(t *trial, under []uint64, gains []float64, as *plumbline.Assessment, good bool) int {
	var each []float64
	for _, f := range t.flips {
		if as.Findings[f.finding].Role == plumbline.ProofOfFailure {
			return 0 // it moves more than points
		}
		gain := 0.0
		for rest := under[f.finding]; rest != 0; rest &= rest - 1 {
			gain += gains[bits.TrailingZeros64(rest)]
		}
		each = append(each, math.Abs(gain))
	}
	slices.Sort(each)
	way := 0.0
	switch now := as.Fitted.Tier.Rank(); {
	case good && now < len(p.Cuts):
		way = p.Cuts[now] - as.Fitted.Score
	case !good && now > 0:
		way = as.Fitted.Score - p.Cuts[now-1]
	}
	n := 0
	for k := len(each) - 1; k >= 0 && way > rounding; k-- {
		way -= each[k]
		n++
	}
	return n
}

// rounding is what sums of the same points in another order may differ by.
const rounding = 1e-9
