package assess

import (
	"fmt"
	"math"
	"slices"

	"plumbline"
)

// Points are the weights of the fitted reading: what each element adds, and the
// scores at which one tier gives way to the next. They are read from
// data/standards/fitted.points.
type Points struct {
	About    string     // on which years and how many narratives they were calibrated
	Cuts     [3]float64 // below the first Tier 3, then 2WL, then 2; from the last on Tier 1
	Elements map[plumbline.ElementName]Weights
}

// Weights are the points of one element. No is taken off, and lies at most as
// high as Partly, which lies at most as high as Yes; so that good evidence
// never lowers a score.
type Weights struct {
	Yes, Partly, No float64 // for the verdict; No is zero or less
	More            float64 // for the growth of the acts for it
	Less            float64 // taken off for the growth of the acts against it
}

// points gives what an element adds with that verdict and so many acts.
func (w Weights) points(v plumbline.Verdict, good, bad int) float64 {
	acts := w.More*growth(good) - w.Less*growth(bad)
	switch v {
	case plumbline.VerdictYes:
		return w.Yes + acts
	case plumbline.VerdictPartly:
		return w.Partly + acts
	case plumbline.VerdictNo:
		return w.No + acts
	}
	return 0
}

// growth is how much n acts weigh: one act 1, three 2, seven 3, so that the
// length of a narrative does not carry the day.
func growth(n int) float64 { return math.Log2(float64(1 + n)) }

// pointed visits the elements that carry points, each once, under the first
// criterion that has it. Those of proofs and limbs are worded as what speaks
// against the government; proof weighs by itself.
func pointed(fs []plumbline.Finding, visit func(i int, e *plumbline.ElementFinding)) {
	var seen []plumbline.ElementName
	for i := range fs {
		if fs[i].Role == plumbline.ProofOfFailure || fs[i].Role == plumbline.WatchListLimb {
			continue
		}
		for j := range fs[i].Elements {
			if e := &fs[i].Elements[j]; !slices.Contains(seen, e.Name) {
				seen = append(seen, e.Name)
				visit(i, e)
			}
		}
	}
}

// fewest is how many acts the fitted reading asks for: the points were
// calibrated on whole narratives and say nothing of a line or two.
const fewest = 8

// fitted gives the tier of the fitted reading with its points.
func (p *Points) fitted(fs []plumbline.Finding, proven bool) plumbline.Indicated {
	var in plumbline.Indicated
	acts := 0
	pointed(fs, func(i int, e *plumbline.ElementFinding) {
		acts += len(e.For) + len(e.Partly) + len(e.Against)
		n := p.Elements[e.Name].points(e.Verdict, len(e.For), len(e.Against))
		in.Score += n
		if n != 0 {
			in.Points = append(in.Points, plumbline.Point{Element: e.Name, Criterion: fs[i].Criterion, Points: n, Claims: union(union(slices.Clone(e.For), e.Partly), e.Against)})
		}
	})
	slices.SortStableFunc(in.Points, func(a, b plumbline.Point) int {
		switch x, y := math.Abs(a.Points), math.Abs(b.Points); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	if acts < fewest {
		in.Reasons = []string{fmt.Sprintf("%d acts are too few for points that were calibrated on whole narratives; %d are asked for", acts, fewest)}
		return in
	}
	in.Tier = p.tier(in.Score, proven)
	in.Reasons = p.reasons(&in, proven)
	return in
}

// tier gives the tier of a score. A proven policy or pattern is Tier 3 whatever
// the points.
func (p *Points) tier(score float64, proven bool) plumbline.Tier {
	if proven {
		return plumbline.Tier3
	}
	r := 0
	for r < len(p.Cuts) && score >= p.Cuts[r] {
		r++
	}
	return plumbline.Ranked[r]
}

func (p *Points) reasons(in *plumbline.Indicated, proven bool) []string {
	out := []string{fmt.Sprintf("score %.2f; Tier 3 below %.2f, Tier 2 Watch List below %.2f, Tier 2 below %.2f, else Tier 1 (points %s)",
		in.Score, p.Cuts[0], p.Cuts[1], p.Cuts[2], p.About)}
	if proven {
		out = append(out, "a policy or pattern that the statute takes as proof of failure is shown: Tier 3 whatever the points")
	}
	return out
}
