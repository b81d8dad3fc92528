package main

import (
	"fmt"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/text"
)

type rulesCommand struct {
	Rule     string   `arg:"" optional:"" help:"Print this rule in full."`
	Type     []string `help:"Of these claim types, parted by commas." placeholder:"TYPE"`
	Over     []string `help:"Read these files and folders, parted by commas, and say what each rule does in them." placeholder:"PATH"`
	Manifest string   `help:"What is known of the files: CSV with the columns file,country,year; alone, it names them too." placeholder:"CSV"`
	From     string   `help:"Take the rule files of this folder instead of the program's own." placeholder:"FOLDER"`
	Check    bool     `help:"Read every example and counterexample of the rules, and say which do not come out."`
	Format   string   `help:"table, json or csv." placeholder:"FORMAT" enum:"table,json,csv" default:"table"`
}

// Help is shown below the usage.
func (rulesCommand) Help() string {
	return `Rules are text, in the folder data/grammar of the source; each has examples of what it finds and what it does not.

With --over or --manifest the list says how often each rule holds in the texts, how many claims are found by it, and its state, those to look at first:

    dead         never fires or shadowed, and other rules find in its examples what it does
    never fires  holds nowhere in the texts
    shadowed     holds, but without it the claims would be the same; "by" names whose claims stand there
    helps        finds no claim itself, but without it some would be others
    used         claims are found by it

Examples:

    plumbline rules
    plumbline rules --type conviction,sentencing
    plumbline rules --over reports/ --format csv
    plumbline rules --manifest files.csv
    plumbline rules --from data/grammar --check
    plumbline rules --format csv`
}

// Run lists the rules, or prints one.
func (c *rulesCommand) Run(a *app) error {
	r, err := a.compiledFrom(c.From)
	if err != nil {
		return err
	}
	g := r.Extractor.Rules()
	if c.Check {
		return c.check(a, r, g)
	}
	if c.Rule != "" {
		rule, err := ruleNamed(g, c.Rule)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(a.Stdout, "%s\n%s\n\n%s\n", rule.Place(), rule.Doc, strings.TrimRight(rule.Text, "\n"))
		return err
	}
	for _, t := range c.Type {
		if !slices.Contains(plumbline.ClaimTypes, plumbline.ClaimType(t)) {
			return usagef("%w", unknownType(t))
		}
	}
	if len(c.Over) > 0 || c.Manifest != "" {
		h, err := over(a, r, c.Over, c.Manifest)
		if err != nil {
			return err
		}
		return c.listHits(a, g, h)
	}
	l := list{columns: []string{"rule", "type", "patterns", "place", "example"}}
	for _, rule := range g.Rules {
		if len(c.Type) == 0 || slices.Contains(c.Type, rule.Type) {
			l.add(rule.Name, rule.Type, len(rule.Patterns), rule.Place(), firstExample(rule))
		}
	}
	return l.write(a, c.Format)
}

// ruleNamed finds a rule by its name.
func ruleNamed(g *grammar.Grammar, name string) (*grammar.Rule, error) {
	if rule := g.Rule(name); rule != nil {
		return rule, nil
	}
	names := make([]string, len(g.Rules))
	ofType := 0
	for i, r := range g.Rules {
		names[i] = r.Name
		if r.Type == name {
			ofType++
		}
	}
	hint := "list them with: plumbline rules"
	if ofType > 0 {
		hint = fmt.Sprintf("it is a type of claim with %s, list them with: plumbline rules --type %s", count(ofType, "rule"), name)
	} else if near := text.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("did you mean %s? %s", near, hint)
	}
	return nil, &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("no rule %q", name), Hint: hint}
}

func firstExample(r *grammar.Rule) any {
	for _, e := range r.Examples {
		if !e.Counter {
			return e.Text
		}
	}
	return nil
}
