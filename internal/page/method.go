package page

import "plumbline"

// Method is the codebook: what is read from a text, how, and how well.
type Method struct {
	Groups []TypeGroup
	Rules  int
	Values Prose // the values of the fields, as the codebook has them
	Weak   Prose // what is known to be misread
}

func (Method) template() string { return "method" }

// TypeGroup is claim types that belong together.
type TypeGroup struct {
	Title string
	Types []TypeRow
}

// TypeRow is a claim type in the list of them.
type TypeRow struct {
	Type    plumbline.ClaimType
	Href    string
	Meaning []Run
	Claims  int // in the database, of what sums may be drawn from
	Rules   int
}

// MethodType is one claim type: its meaning, its fields, its rules.
type MethodType struct {
	Name    string
	Type    plumbline.ClaimType
	Meaning []Run
	Doc     string // what its rules find
	Claims  int
	Heads   [][]Run // of the figures that were measured
	Figures [][]Run // empty where none were
	Answers []Link  // elements of the law that claims of the type can answer
	Fields  []Field
	Rules   []Rule
}

func (MethodType) template() string { return "methodtype" }

// Field is a field of a claim.
type Field struct{ Name, Meaning, Unit string }

// Rule is a rule of the grammar with what shows that it holds.
type Rule struct {
	Anchor   string
	Name     string
	Place    string   // file and line
	Lines    []string // as written, without examples
	Examples []RuleExample
	Counter  []RuleExample
}

// RuleExample is a sentence, and what the rule must find in it.
type RuleExample struct{ Text, Finds string }

// Guide is a text of the folder doc/, shown whole.
type Guide struct{ Text Prose }

func (Guide) template() string { return "guide" }
