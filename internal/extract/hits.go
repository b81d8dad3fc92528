package extract

import (
	"reflect"
	"slices"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

// Hits visits every place in narrative n of document d where a rule of the
// grammar holds, whether or not a claim comes of it.
func (x *Extractor) Hits(d *plumbline.Document, n *plumbline.Narrative, visit func(r *grammar.Rule, at text.Span)) {
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	for i := range n.Sections {
		for st, places := range r.sentences(&n.Sections[i]) {
			r.analyse(st, places)
			r.matches = r.grammar.Match(r.matches[:0], &r.a, r.where)
			for k := range r.matches {
				m := &r.matches[k]
				visit(m.Rule, r.span(m.First, m.Last))
			}
		}
	}
}

// ExtractWithout returns what Extract would find if there were no such rule.
func (x *Extractor) ExtractWithout(rule *grammar.Rule, d *plumbline.Document, n *plumbline.Narrative) []plumbline.Claim {
	r := x.pool.Get().(*reader)
	defer x.pool.Put(r)
	r.begin(d, n)
	r.without = rule
	defer func() { r.without = nil }()
	for i := range n.Sections {
		r.section(&n.Sections[i])
	}
	return r.finish(nil)
}

// Spare reports whether other rules find in the examples of a rule what it
// finds there, so that nothing would be lost without it.
func (x *Extractor) Spare(rule *grammar.Rule) bool {
	for _, e := range rule.Examples {
		if e.Counter {
			continue
		}
		d, n := passage(e.Text, x.sectionFor(rule))
		with, without := x.Extract(nil, d, n), x.ExtractWithout(rule, d, n)
		if !slices.EqualFunc(with, without, sameContent) {
			return false
		}
	}
	return true
}

// sameContent reports whether two claims say the same, by whatever rule and
// words.
func sameContent(a, b plumbline.Claim) bool {
	for _, c := range [...]*plumbline.Claim{&a, &b} {
		c.ID, c.FoundBy, c.Evidence, c.Citation, c.QualifiedBy, c.Act = "", "", nil, plumbline.Citation{}, nil, ""
	}
	return reflect.DeepEqual(a, b)
}
