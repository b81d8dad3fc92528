package assess

import "math/bits"

// smallest finds all smallest sets of the n things for which reaches holds, each
// as a bit set, in the order of their bits. The search is exact; it relies on
// reaches being monotone: what a set reaches, a larger set reaches too. What
// every such set must hold is found first, so that only the rest is tried. The
// caller may know that no set of fewer than least things reaches.
func smallest(n, least int, reaches func(set uint32) bool) []uint32 {
	all := uint32(1)<<n - 1
	if !reaches(all) || reaches(0) {
		return nil
	}
	var needed uint32
	var free []int
	for i := range n {
		if reaches(all &^ (1 << i)) {
			free = append(free, i)
		} else {
			needed |= 1 << i
		}
	}
	if reaches(needed) {
		return []uint32{needed}
	}
	for size := max(1, least-bits.OnesCount32(needed)); size <= len(free); size++ {
		var found []uint32
		for pick := uint32(1)<<size - 1; pick < 1<<len(free); pick = next(pick) {
			set := needed
			for rest := pick; rest != 0; rest &= rest - 1 {
				set |= 1 << free[bits.TrailingZeros32(rest)]
			}
			if reaches(set) {
				found = append(found, set)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// next gives the next larger number with as many bits set (Gosper).
func next(x uint32) uint32 {
	low := x & -x
	high := x + low
	return high | (x^high)/low>>2
}
