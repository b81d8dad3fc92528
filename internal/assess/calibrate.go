package assess

import (
	"maps"
	"math"
	"slices"

	"plumbline"
)

// Sample is one assessed country-year with its published tier.
type Sample struct {
	Findings []plumbline.Finding
	Tier     plumbline.Tier
}

// How the points are fitted.
const (
	rounds  = 120 // of gradient descent over all samples
	pull    = 0.1 // toward what the elements weigh on average, so that what few samples show counts for little
	pace    = 0.3
	decimal = 1000 // points are kept to three decimals
)

// Calibrate fits points to published tiers: an ordered logistic model whose
// score is the sum of points, held in each round to what Weights promises. The
// same samples in the same order give the same points.
func Calibrate(samples []Sample, about string) *Points {
	f := newFit(samples)
	for range rounds {
		f.round()
	}
	p := &Points{About: about, Elements: map[plumbline.ElementName]Weights{}}
	for i, c := range f.cuts {
		p.Cuts[i] = math.Round(c*decimal) / decimal
	}
	slices.Sort(p.Cuts[:])
	for i, name := range f.names {
		var r [5]float64
		for j := range r {
			r[j] = math.Round(f.weights[i*5+j]*decimal) / decimal
		}
		p.Elements[name] = Weights{Yes: r[0], Partly: r[1], No: -r[2], More: r[3], Less: r[4]}
	}
	return p
}

// fit is the state of a calibration. Each element has five weights: yes, partly,
// no (taken off), more, less (taken off).
type fit struct {
	names   []plumbline.ElementName
	rows    [][]term
	ranks   []int
	weights []float64
	cuts    [3]float64
	slope   []float64 // of the weights, then of the cuts
	sum     []float64 // of squares of the slopes so far
}

type term struct {
	weight int
	x      float64
}

func newFit(samples []Sample) *fit {
	f := &fit{cuts: [3]float64{-1.5, -0.3, 1.2}}
	seen := map[plumbline.ElementName]int{}
	for _, s := range samples {
		pointed(s.Findings, func(_ int, e *plumbline.ElementFinding) { seen[e.Name] = 0 })
		f.ranks = append(f.ranks, s.Tier.Rank())
	}
	f.names = slices.Sorted(maps.Keys(seen))
	for i, n := range f.names {
		seen[n] = i
	}
	f.rows = make([][]term, len(samples))
	for row, s := range samples {
		pointed(s.Findings, func(_ int, e *plumbline.ElementFinding) {
			at := seen[e.Name] * 5
			add := func(i int, x float64) {
				if x != 0 {
					f.rows[row] = append(f.rows[row], term{at + i, x})
				}
			}
			switch e.Verdict {
			case plumbline.VerdictYes:
				add(0, 1)
			case plumbline.VerdictPartly:
				add(1, 1)
			case plumbline.VerdictNo:
				add(2, -1)
			}
			add(3, growth(len(e.For)))
			add(4, -growth(len(e.Against)))
		})
	}
	f.weights = make([]float64, 5*len(f.names))
	f.slope = make([]float64, len(f.weights)+len(f.cuts))
	f.sum = make([]float64, len(f.slope))
	for i := range f.sum {
		f.sum[i] = 1e-6
	}
	return f
}

// round takes one step of gradient descent with a pace of its own for each
// weight (AdaGrad), then holds the weights to their signs and order.
func (f *fit) round() {
	var mean [5]float64
	for i, w := range f.weights {
		mean[i%5] += w / float64(len(f.names))
	}
	for i, w := range f.weights {
		f.slope[i] = pull * (w - mean[i%5])
	}
	cuts := f.slope[len(f.weights):]
	clear(cuts)
	n := float64(len(f.rows))
	for row, terms := range f.rows {
		score := 0.0
		for _, t := range terms {
			score += f.weights[t.weight] * t.x
		}
		all := 0.0
		for j, cut := range f.cuts {
			d := 1 / (1 + math.Exp(cut-score))
			if f.ranks[row] > j {
				d--
			}
			cuts[j] -= d / n
			all += d / n
		}
		for _, t := range terms {
			f.slope[t.weight] += all * t.x
		}
	}
	step := func(i int) float64 {
		f.sum[i] += f.slope[i] * f.slope[i]
		return pace * f.slope[i] / math.Sqrt(f.sum[i])
	}
	for i := range f.weights {
		f.weights[i] -= step(i)
	}
	for j := range f.cuts {
		f.cuts[j] -= step(len(f.weights) + j)
	}
	for i := 0; i < len(f.weights); i += 5 {
		w := f.weights[i : i+5]
		for _, j := range []int{0, 2, 3, 4} {
			w[j] = max(0, w[j])
		}
		w[1] = min(max(w[1], -w[2]), w[0])
	}
}
