package lint

import (
	"fmt"

	"plumbline"
	"plumbline/internal/token"
)

// earlier holds figures told as those of the year before against the ones that
// the narrative of that year tells.
func (c *check) earlier(old *check) {
	if c.Narrative.Year != old.Narrative.Year+1 {
		return
	}
	then := old.totals()
	for _, a := range c.totals() {
		if !a.previous.Known {
			continue
		}
		for _, b := range then {
			if a.act != b.act || a.of != b.of || a.potential != b.potential || a.previous.N == b.n || !single(then, b) {
				continue
			}
			c.remark(plumbline.FiguresDiffer, plumbline.Probable,
				fmt.Sprintf("%s for the year before, %s in the narrative of %d", acts(a.act, a.of, a.previous.N), thousands(b.n), old.Narrative.Year),
				"figures are revised at times; see whether both tell the same time", c.place(a.before), old.place(b.at))
			break
		}
	}
}

const (
	leastWords = 8   // shorter sentences are alike by chance
	alike      = 0.9 // share of words in common that makes a sentence nearly the same
	formulaic  = "minimum standards for the elimination"
)

// unchanged finds sentences that stood in the narrative of the year before.
func (c *check) unchanged(old *check) {
	if old.Narrative.Year == 0 {
		return
	}
	index := map[string][]int{} // a word to the old sentences with it
	bags := make([]map[string]int, len(old.sentences))
	for i := range old.sentences {
		bags[i] = old.bag(&old.sentences[i])
		for w := range bags[i] {
			index[w] = append(index[w], i)
		}
	}
	for i := range c.sentences {
		st := &c.sentences[i]
		bag := c.bag(st)
		advice := st.section == plumbline.Recommendations
		if n := size(bag); n < leastWords/2 || n < leastWords && !advice || c.has(st, st.First, st.Last, formulaic) {
			continue
		}
		best, share := -1, 0.0
		tried := map[int]bool{}
		for w := range bag {
			for _, k := range index[w] {
				if tried[k] || old.sentences[k].section != st.section {
					continue
				}
				tried[k] = true
				if s := likeness(bag, bags[k]); s > share || s == share && k < best {
					best, share = k, s
				}
			}
		}
		again := share >= alike
		word := again && same(c, st, old, &old.sentences[best])
		c.count(advice, again, word)
		if !again {
			continue
		}
		how, what := "but for a few words as", "sentence"
		if word {
			how = "word for word as"
		}
		if advice {
			what = "recommendation"
		}
		c.remark(plumbline.Unchanged, plumbline.Certain, fmt.Sprintf("%s %s in the narrative of %d", what, how, old.Narrative.Year),
			"see whether it still holds", c.place(c.whole(st)), old.place(old.whole(&old.sentences[best])))
	}
}

// count counts a sentence or recommendation that was compared.
func (c *check) count(advice, again, word bool) {
	r := &c.repeated
	switch {
	case advice && again:
		r.Again++
	case word:
		r.Same++
	case again:
		r.Nearly++
	}
	if advice {
		r.Recommendations++
	} else {
		r.Sentences++
	}
}

// bag counts the words and numbers of a sentence.
func (c *check) bag(st *sentence) map[string]int {
	bag := map[string]int{}
	for k := st.First; k < st.Last; k++ {
		if kind := c.Tokens[k].Kind; kind != token.Punct && kind != token.Dash && kind != token.Possessive {
			bag[c.low[k]]++
		}
	}
	return bag
}

func size(bag map[string]int) (n int) {
	for _, k := range bag {
		n += k
	}
	return n
}

// likeness is the share of words that two sentences have in common, of the
// longer one.
func likeness(a, b map[string]int) float64 {
	shared := 0
	for w, n := range a {
		shared += min(n, b[w])
	}
	return float64(shared) / float64(max(size(a), size(b), 1))
}

// same reports whether two sentences have the same words in the same order.
func same(a *check, x *sentence, b *check, y *sentence) bool {
	if x.Last-x.First != y.Last-y.First {
		return false
	}
	for k := range x.Last - x.First {
		if a.low[x.First+k] != b.low[y.First+k] {
			return false
		}
	}
	return true
}
