package main

import (
	"slices"

	"plumbline"
	"plumbline/internal/extract"
	"plumbline/internal/grammar"
	"plumbline/internal/pipeline"
)

// ruleHits counts what each rule does over a set of texts.
type ruleHits struct {
	holds  []int // how often the rule holds, by Rule.Index
	claims map[plumbline.RuleName]int
	forms  map[string]int // of exploitation, by form: rules that only add a form to a claim
}

// over reads files and folders and counts.
func over(a *app, r *pipeline.Reader, paths []string) (*ruleHits, error) {
	in := &inputs{other: map[string]int{}, seen: map[string]bool{}, stdin: a.Stdin}
	for _, p := range paths {
		in.path(p)
	}
	failed := 0
	refused := func(_ pipeline.Input, err error) { failed++; a.say("%s", err) }
	for _, f := range in.faults {
		refused(pipeline.Input{}, f)
	}
	h := &ruleHits{holds: make([]int, len(r.Extractor.Rules().Rules)), claims: map[plumbline.RuleName]int{}, forms: map[string]int{}}
	err := r.Run(a.ctx, in.list, pipeline.Options{Workers: a.commands.Workers, Refused: refused}, func(reading *plumbline.Reading) error {
		h.count(r.Extractor, reading)
		return nil
	})
	if err == nil && failed > 0 && failed == len(in.list)+len(in.faults) {
		return nil, errTold
	}
	return h, err
}

func (h *ruleHits) count(x *extract.Extractor, reading *plumbline.Reading) {
	for i := range reading.Narratives {
		x.Hits(h.holds, &reading.Document, &reading.Narratives[i])
	}
	for i := range reading.Claims {
		c := &reading.Claims[i]
		h.claims[c.FoundBy]++
		for _, f := range c.Participants.Forms {
			h.forms[f]++
		}
	}
}

// state says what became of a rule: it never holds, it holds and stronger
// rules always stand before it, or claims come of it.
func (h *ruleHits) state(rule *grammar.Rule) string {
	switch {
	case h.holds[rule.Index] == 0:
		return "never fires"
	case h.claims[plumbline.RuleName(rule.Name)] > 0:
		return "used"
	case slices.ContainsFunc(rule.Settings["form"], func(f string) bool { return h.forms[f] > 0 }):
		return "adds a form"
	case rule.Type == string(plumbline.Flow):
		return "marks a flow"
	}
	return "shadowed"
}

// listHits lists the rules with what they did, those that did nothing first.
func (c *rulesCommand) listHits(a *app, g *grammar.Grammar, h *ruleHits) error {
	rules := slices.Clone(g.Rules)
	rules = slices.DeleteFunc(rules, func(r *grammar.Rule) bool { return len(c.Type) > 0 && !slices.Contains(c.Type, r.Type) })
	slices.SortStableFunc(rules, func(a, b *grammar.Rule) int {
		if d := h.claims[plumbline.RuleName(a.Name)] - h.claims[plumbline.RuleName(b.Name)]; d != 0 {
			return d
		}
		return h.holds[a.Index] - h.holds[b.Index]
	})
	l := list{columns: []string{"rule", "holds", "claims", "state", "place"}}
	for _, r := range rules {
		l.add(r.Name, h.holds[r.Index], h.claims[plumbline.RuleName(r.Name)], h.state(r), place(r))
	}
	return l.write(a, c.Format)
}
