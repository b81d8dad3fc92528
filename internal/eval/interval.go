package eval

import "sort"

const resamplings = 500

// resample returns, for each figure, the ends between which 95 of 100
// resamplings of the entries lie. The draws are the same on every run.
func resample(per []*tally) (ends [measures][2]float64) {
	if len(per) < 2 {
		return ends
	}
	var values [measures][]float64
	draw := draws(7)
	for range resamplings {
		var s [measures]count
		for range per {
			t := per[draw.next()%uint64(len(per))]
			for m := range s {
				s[m].add(t.figures[m])
			}
		}
		for m := range s {
			if v, ok := s[m].value(figureNames[m].share); ok {
				values[m] = append(values[m], v)
			}
		}
	}
	for m, v := range values {
		if n := len(v); n > 0 {
			sort.Float64s(v)
			ends[m] = [2]float64{v[n*25/1000], v[max(n*975/1000-1, 0)]}
		}
	}
	return ends
}

// draws is SplitMix64: its draws are fixed by its definition, whatever the
// release of Go.
type draws uint64

func (d *draws) next() uint64 {
	*d += 0x9e3779b97f4a7c15
	z := uint64(*d)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
