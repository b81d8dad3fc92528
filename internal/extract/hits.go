package extract

import "plumbline"

// Hits adds to counts, by Rule.Index, how often each rule of the grammar holds
// in narrative n of document d, whether or not a claim comes of it.
func (x *Extractor) Hits(counts []int, d *plumbline.Document, n *plumbline.Narrative) {
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	for i := range n.Sections {
		for st, places := range r.sentences(&n.Sections[i]) {
			r.analyse(st, places)
			r.matches = r.grammar.Match(r.matches[:0], &r.a, r.where)
			for k := range r.matches {
				counts[r.matches[k].Rule.Index]++
			}
		}
	}
}
