package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/extract"
	"plumbline/internal/grammar"
	"plumbline/internal/pipeline"
	"plumbline/internal/text"
)

// The states of a rule over a set of texts, the ones to look at first.
const (
	deadRule     = "dead"        // one of the next two, and other rules find in its examples what it does
	silentRule   = "never fires" // it holds nowhere
	shadowedRule = "shadowed"    // it holds, and without it the claims would be the same
	helpingRule  = "helps"       // no claim is found by it, but without it some would be others
	usedRule     = "used"        // claims are found by it
)

var ruleStates = []string{deadRule, silentRule, shadowedRule, helpingRule, usedRule}

// ruleHits are what each rule does over a set of texts, by Rule.Index.
type ruleHits struct {
	*extract.Extractor
	holds      []int // places where it holds
	claims     []int // found by it
	helps      []bool
	instead    []map[string]int // the rules whose claims stand where it holds
	narratives int
}

// over reads files and folders and counts, and reads again what holds a rule
// that found nothing, without that rule.
func over(a *app, r *pipeline.Reader, paths []string, manifest string) (*ruleHits, error) {
	in := &inputs{other: map[string]int{}, seen: map[string]bool{}, stdin: a.Stdin}
	for _, p := range paths {
		in.path(p)
	}
	if manifest != "" {
		if err := in.manifest(r, manifest); err != nil {
			return nil, err
		}
	}
	for i := range in.list {
		if in.list[i].File == "-" {
			in.list[i].Open = sync.OnceValues(in.list[i].Open) // read twice
		}
	}
	n := len(r.Extractor.Rules().Rules)
	h := &ruleHits{Extractor: r.Extractor, holds: make([]int, n), claims: make([]int, n), helps: make([]bool, n), instead: make([]map[string]int, n)}
	failed := len(in.faults)
	for _, f := range in.faults {
		a.say("%s", f)
	}
	o := pipeline.Options{Workers: a.commands.Workers, Refused: func(_ pipeline.Input, err error) { failed++; a.say("%s", err) }}
	if err := r.Run(a.ctx, in.list, o, h.count); err != nil {
		return nil, err
	}
	if h.narratives == 0 && failed > 0 {
		return nil, errTold
	}
	o.Refused = func(pipeline.Input, error) {} // told of already
	return h, r.Run(a.ctx, in.list, o, h.spare)
}

// count adds what the rules do in a reading.
func (h *ruleHits) count(reading *plumbline.Reading) error {
	h.narratives += len(reading.Narratives)
	for i := range reading.Narratives {
		h.Hits(&reading.Document, &reading.Narratives[i], func(r *grammar.Rule, _ text.Span) { h.holds[r.Index]++ })
	}
	for i := range reading.Claims {
		if r := h.Rules().Rule(string(reading.Claims[i].FoundBy)); r != nil {
			h.claims[r.Index]++
		}
	}
	return nil
}

// spare finds out which of the rules that found nothing change something.
func (h *ruleHits) spare(reading *plumbline.Reading) error {
	for i := range reading.Narratives {
		n := &reading.Narratives[i]
		claims := slices.DeleteFunc(slices.Clone(reading.Claims), func(c plumbline.Claim) bool { return c.Narrative != n.ID })
		seen := map[*grammar.Rule]bool{}
		h.Hits(&reading.Document, n, func(r *grammar.Rule, at text.Span) {
			if h.claims[r.Index] == 0 && !h.helps[r.Index] {
				seen[r] = true
				h.stands(r, at, claims)
			}
		})
		for r := range seen {
			h.helps[r.Index] = !slices.EqualFunc(claims, h.ExtractWithout(r, &reading.Document, n), sameClaim)
		}
	}
	return nil
}

func sameClaim(a, b plumbline.Claim) bool {
	return string(encode.AppendClaim(nil, &a)) == string(encode.AppendClaim(nil, &b))
}

// stands notes which rules' claims of the type of r stand at a place.
func (h *ruleHits) stands(r *grammar.Rule, at text.Span, claims []plumbline.Claim) {
	for i := range claims {
		if c := &claims[i]; string(c.Type) == r.Type && c.Citation.Span.Overlaps(at) {
			if h.instead[r.Index] == nil {
				h.instead[r.Index] = map[string]int{}
			}
			h.instead[r.Index][string(c.FoundBy)]++
		}
	}
}

// state says what became of a rule.
func (h *ruleHits) state(rule *grammar.Rule) string {
	i := rule.Index
	switch {
	case h.claims[i] > 0:
		return usedRule
	case h.helps[i]:
		return helpingRule
	case h.Spare(rule):
		return deadRule
	case h.holds[i] > 0:
		return shadowedRule
	}
	return silentRule
}

// by names the rule whose claims stand most often where a shadowed rule holds.
func (h *ruleHits) by(rule *grammar.Rule, state string) any {
	if state != shadowedRule && state != deadRule {
		return nil
	}
	var best any
	most := 0
	for name, n := range h.instead[rule.Index] {
		if n > most || n == most && name < best.(string) {
			best, most = name, n
		}
	}
	return best
}

// listHits lists the rules with what they did, those that did nothing first.
func (c *rulesCommand) listHits(a *app, g *grammar.Grammar, h *ruleHits) error {
	rules := slices.Clone(g.Rules)
	rules = slices.DeleteFunc(rules, func(r *grammar.Rule) bool { return len(c.Type) > 0 && !slices.Contains(c.Type, r.Type) })
	states, counted := make([]string, len(g.Rules)), map[string]int{}
	for _, r := range rules {
		states[r.Index] = h.state(r)
		counted[states[r.Index]]++
	}
	slices.SortStableFunc(rules, func(a, b *grammar.Rule) int {
		if d := slices.Index(ruleStates, states[a.Index]) - slices.Index(ruleStates, states[b.Index]); d != 0 {
			return d
		}
		return h.claims[a.Index] - h.claims[b.Index]
	})
	l := list{columns: []string{"rule", "holds", "claims", "state", "by", "place"}}
	for _, r := range rules {
		l.add(r.Name, h.holds[r.Index], h.claims[r.Index], states[r.Index], h.by(r, states[r.Index]), r.Place())
	}
	if err := l.write(a, c.Format); err != nil || c.Format != "table" {
		return err
	}
	var parts []string
	for _, s := range ruleStates {
		if n := counted[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	_, err := io.WriteString(a.Stdout, fmt.Sprintf("\n%s over %s: %s\n", count(len(rules), "rule"), count(h.narratives, "narrative"), strings.Join(parts, ", ")))
	return err
}
