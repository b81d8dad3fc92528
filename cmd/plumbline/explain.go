package main

import (
	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/extract"
	"plumbline/internal/plain"
	"plumbline/internal/store"
)

type explainCommand struct {
	Claim    string `arg:"" name:"claim|finding" help:"Id of a claim, or enough of its beginning; or a finding by country, year and criterion, such as PRK-2007-108(b)(6) or PRK-2007-b6."`
	Standard string `help:"Of a finding, the version of the law: its date, or the year of a report; otherwise the law of the report's year." placeholder:"VERSION"`
	Format   string `help:"text or json (the claim or finding alone)." placeholder:"FORMAT" enum:"text,json" default:"text"`
}

// Help is shown below the usage.
func (explainCommand) Help() string {
	return `Prints the claim's sentence with the words that carry it and the words that shaped it; what the claim says; from which words each participant and figure was read, with what a pronoun, an acronym or a shared subject stands for and the list that something was taken from; the rule that found it; and rules that almost matched.

Of a finding it prints what the criterion asks and when it is met; of each element the claims for and against it with their quotes, and those that would bear on it and were left out, with the reason.

Examples:

    plumbline claims --country PRK --year 2007
    plumbline explain 4f2a91c0
    plumbline explain "PRK-2007-108(b)(6)"
    plumbline explain PRK-2007-b6 --standard 2019`
}

// Run explains the claim or finding.
func (c *explainCommand) Run(a *app) error {
	if parts := findingID.FindStringSubmatch(c.Claim); parts != nil {
		return c.finding(a, parts[1], parts[2], parts[3])
	}
	if c.Standard != "" {
		return usagef("--standard goes with a finding, such as PRK-2007-b6; a claim is what the text says under any law")
	}
	db, err := a.open(store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	claim, err := db.Claim(a.ctx, plumbline.ClaimID(c.Claim))
	if err != nil {
		return err
	}
	if c.Format == "json" {
		_, err := a.Stdout.Write(append(encode.AppendClaim(nil, claim), '\n'))
		return err
	}
	n, err := db.Narrative(a.ctx, claim.Narrative)
	if err != nil {
		return err
	}
	d, err := db.Document(a.ctx, n.Document)
	if err != nil {
		return err
	}
	r, err := a.compiled()
	if err != nil {
		return err
	}
	e := r.Extractor.Explain(d, n, claim)
	page := plain.ExplainData{
		Claim: claim, Text: d.Text, Part: d.PartAt(claim.Citation.Span.Start), Sentence: e.Sentence, Rule: ruleText(r.Extractor, claim.FoundBy),
		Sample: d.Sample, Names: r.Countries,
	}
	for _, l := range e.Leads {
		page.Leads = append(page.Leads, plain.Lead(l))
	}
	for _, miss := range e.Near {
		page.Near = append(page.Near, plain.NearMiss(miss))
	}
	return plain.Explain(a.Stdout, page, a.style())
}

// ruleText gives a rule as its file has it. A rule that the program no longer
// has is named only.
func ruleText(x *extract.Extractor, name plumbline.RuleName) plain.RuleText {
	rule := x.Rules().Rule(string(name))
	if rule == nil {
		return plain.RuleText{Name: name}
	}
	return plain.RuleText{Name: name, Doc: rule.Doc, Place: rule.Place(), Pattern: rule.Text}
}
