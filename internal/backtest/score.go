package backtest

import "plumbline"

// tiers is how many tiers are ordered.
const tiers = len(plumbline.Ranked)

// Score says how well tiers were met.
type Score struct {
	N         int                        // country-years that were told a tier
	Coverage  float64                    // share of all that were told one
	Accuracy  float64                    // of those told
	Kappa     float64                    // quadratic weighted, over 3, 2WL, 2, 1
	Recall    map[plumbline.Tier]float64 // by published tier, of those told
	Confusion [tiers][tiers]int          // published by told, both in the order 3, 2WL, 2, 1
}

// score holds told against published ranks; a rank of -1 was not told.
func score(published, told []int) Score {
	s := Score{Recall: map[plumbline.Tier]float64{}}
	for i, p := range published {
		if told[i] >= 0 {
			s.Confusion[p][told[i]]++
			s.N++
		}
	}
	if s.N == 0 {
		return s
	}
	s.Coverage = float64(s.N) / float64(len(published))
	var rows, columns [tiers]float64
	right, apart, chance := 0.0, 0.0, 0.0
	for i := range tiers {
		right += float64(s.Confusion[i][i])
		for j := range tiers {
			rows[i] += float64(s.Confusion[i][j])
			columns[j] += float64(s.Confusion[i][j])
		}
	}
	for i := range tiers {
		if rows[i] > 0 {
			s.Recall[plumbline.Ranked[i]] = float64(s.Confusion[i][i]) / rows[i]
		}
		for j := range tiers {
			d := float64((i - j) * (i - j))
			apart += d * float64(s.Confusion[i][j])
			chance += d * rows[i] * columns[j] / float64(s.N)
		}
	}
	s.Accuracy = right / float64(s.N)
	if chance > 0 {
		s.Kappa = 1 - apart/chance
	}
	return s
}
