package backtest

import "math"

// bayes is a naive Bayes over words, with one added to every count.
type bayes struct {
	counts [tiers]map[string]float64
	total  [tiers]float64
	texts  [tiers]float64
	words  map[string]bool
}

func newBayes() *bayes {
	b := &bayes{words: map[string]bool{}}
	for i := range b.counts {
		b.counts[i] = map[string]float64{}
	}
	return b
}

func (b *bayes) learn(words []string, rank int) {
	b.texts[rank]++
	for _, w := range words {
		b.counts[rank][w]++
		b.total[rank]++
		b.words[w] = true
	}
}

// guess gives the likeliest rank, the worst of equals.
func (b *bayes) guess(words []string) int {
	best, most := 0, math.Inf(-1)
	for rank := range b.counts {
		if b.texts[rank] == 0 {
			continue
		}
		p := math.Log(b.texts[rank])
		for _, w := range words {
			if b.words[w] {
				p += math.Log((b.counts[rank][w] + 1) / (b.total[rank] + float64(len(b.words))))
			}
		}
		if p > most {
			best, most = rank, p
		}
	}
	return best
}
