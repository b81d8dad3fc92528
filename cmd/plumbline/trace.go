package main

import (
	"fmt"
	"strings"

	"plumbline"
	"plumbline/internal/extract"
	"plumbline/internal/text"
)

type traceCommand struct {
	Rule   string   `arg:"" help:"Name of a rule, as \"plumbline rules\" lists it."`
	Text   []string `arg:"" help:"The text to try it on."`
	From   string   `help:"Take the rule files of this folder instead of the program's own." placeholder:"FOLDER"`
	Format string   `help:"table, json or csv." placeholder:"FORMAT" enum:"table,json,csv" default:"table"`
}

// Help is shown below the usage.
func (traceCommand) Help() string {
	return `For each place where the rule's trigger stands: what matched, or how far the match came and which element or condition stopped it; then the claims that come of it.

Examples:

    plumbline trace investigation/opened "Police opened nine investigations."`
}

// Run tries the rule on the text.
func (c *traceCommand) Run(a *app) error {
	r, err := a.compiledFrom(c.From)
	if err != nil {
		return err
	}
	rule, err := ruleNamed(r.Extractor.Rules(), c.Rule)
	if err != nil {
		return err
	}
	words := strings.Join(c.Text, " ")
	steps := r.Extractor.Trace(plumbline.RuleName(rule.Name), words)
	if c.Format == "table" {
		fmt.Fprintf(a.Stdout, "%s (%s)\n", rule.Name, rule.Place())
		for _, s := range steps {
			c.show(a, words, s)
		}
		if len(steps) == 0 {
			fmt.Fprintf(a.Stdout, "\nno word of the text triggers this rule\n")
		}
		return c.claims(a, r.Extractor, rule.Name, words)
	}
	l := list{columns: []string{"start", "end", "matched", "pattern", "element", "words"}}
	for _, s := range steps {
		l.add(s.Span.Start, s.Span.End, s.Matched, s.Pattern, s.Element, s.Span.In(words))
	}
	return l.write(a, c.Format)
}

// claims says what the rule's matches came to: not every match makes a claim,
// since what stands around it may speak of something else.
func (c *traceCommand) claims(a *app, x *extract.Extractor, rule, words string) error {
	whole := text.Span{End: len(words)}
	d := &plumbline.Document{Text: words}
	n := &plumbline.Narrative{Span: whole, Sections: []plumbline.Section{{Name: plumbline.Prosecution, Span: whole}}}
	l := list{columns: []string{"claim", "valence", "certainty", "reporting", "quote"}}
	for _, claim := range x.Extract(nil, d, n) {
		if string(claim.FoundBy) == rule {
			l.add(string(claim.Type), string(claim.Valence), string(claim.Certainty), string(claim.Reporting), claim.Citation.Quote)
		}
	}
	fmt.Fprintln(a.Stdout)
	if len(l.rows) == 0 {
		_, err := fmt.Fprintln(a.Stdout, "no claim comes of this rule here")
		return err
	}
	return l.write(a, "table")
}

// show prints one step: the text, a caret below the place, and the pattern.
func (c *traceCommand) show(a *app, words string, s extract.Step) {
	d := text.Diagnostic{Source: &text.Source{Name: "text", Text: words}, Span: s.Span,
		Message: "stops: wanted " + s.Element, Hint: ""}
	if s.Matched {
		d.Message = "matches"
	} else if s.Refused {
		d.Message = "refused: " + s.Element
	}
	fmt.Fprintf(a.Stdout, "\n%s\n  pattern: %s\n", d, s.Pattern)
}
