package eval

import "sort"

// set is a set of words: roles, forms, flows written PRK>CHN, trends.
type set map[string]bool

func newSet(words []string) set {
	s := make(set, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// without returns the words of s that o lacks, sorted.
func (s set) without(o set) []string {
	var out []string
	for w := range s {
		if !o[w] {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out
}

// shared counts the words that both s and o have.
func (s set) shared(o set) int {
	n := 0
	for w := range s {
		if o[w] {
			n++
		}
	}
	return n
}

// pair is a flow between two countries.
type pair struct{ from, to string }

func (p pair) String() string { return p.from + ">" + p.to }

// country reports whether s has the shape of a country code: regions and
// groups of countries have not, and never make a pair.
func country(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}
