package standard

import (
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"plumbline"
)

// variables are what a formula of the evidence file knows of a claim.
var (
	stringVariables = []string{"type", "valence", "certainty", "reporting", "aspect", "source", "section", "movement", "direction", "frequency", "kind", "quote", "wording", "unit", "of", "fine", "force_proof"}
	listVariables   = []string{"actor", "victims", "perpetrators", "forms", "sectors", "means", "factors", "topics", "instrument", "roles", "covers", "population", "judgement"}
	numberVariables = []string{"count", "previous", "min", "max", "years_min", "years_max"}
)

// vocabulary lists what a variable can be, for those with a closed list. Empty
// stands for what the text does not say.
var vocabulary = map[string][]string{
	"type":        words(plumbline.ClaimTypes),
	"valence":     {"", "+", "-", "~"},
	"certainty":   words([]plumbline.Certainty{"", plumbline.Certain, plumbline.Probable, plumbline.Possible, plumbline.Unknown}),
	"reporting":   words([]plumbline.Reporting{"", plumbline.Stated, plumbline.NoneReported, plumbline.NotReported, plumbline.NoEvidence, plumbline.NoInformation}),
	"aspect":      words([]plumbline.Aspect{"", plumbline.Done, plumbline.Ongoing, plumbline.Planned, plumbline.Predicted}),
	"source":      words([]plumbline.SourceKind{"", plumbline.Author, plumbline.Government, plumbline.NGO, plumbline.InternationalOrg, plumbline.Media, plumbline.Victim, plumbline.Defector, plumbline.Observer, plumbline.UnspecifiedReports}),
	"section":     append(words(plumbline.SectionNames), ""),
	"movement":    words([]plumbline.Movement{"", plumbline.Trafficked, plumbline.LaborMigration, plumbline.Return, plumbline.Smuggling}),
	"direction":   words([]plumbline.Direction{"", plumbline.Increased, plumbline.Maintained, plumbline.Decreased, plumbline.Uneven, plumbline.NoEfforts}),
	"frequency":   words([]plumbline.Frequency{"", plumbline.MostCommon, plumbline.Common, plumbline.LessCommon, plumbline.Rare}),
	"fine":        {"", "yes", "no"},
	"force_proof": {"", "yes", "no"},
	"kind":        {"", "anti-trafficking", "related", "used-against-victims"},
	"covers":      {"sex", "labor"},
	"population":  {"adults", "children"},
	"judgement":   {"stringent", "commensurate", "not-stringent", "not-commensurate"},
	"roles":       {"source", "transit", "destination", "internal"},
	"forms":       plumbline.Forms,
}

func words[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// claimEnv is what formulas over claims are checked against.
func claimEnv() *cel.Env {
	options := []cel.EnvOption{cel.ClearMacros(), cel.Variable("foreign", cel.BoolType),
		cel.Function("says", cel.MemberOverload("string_says_list", []*cel.Type{cel.StringType, cel.ListType(cel.StringType)}, cel.BoolType, cel.BinaryBinding(says)))}
	for _, name := range stringVariables {
		options = append(options, cel.Variable(name, cel.StringType))
	}
	for _, name := range listVariables {
		options = append(options, cel.Variable(name, cel.ListType(cel.StringType)))
	}
	for _, name := range numberVariables {
		options = append(options, cel.Variable(name, cel.IntType))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		panic("BUG: " + err.Error())
	}
	return env
}

// claimActivation gives the variables of one claim to CEL. Nothing is made
// before it is asked for, and the words of closed lists are made once.
type claimActivation struct {
	claim *plumbline.Claim
	known map[string]ref.Val
	lists [13]list // one for each list variable

	wording string // of the claim, once it is asked for
}

// ResolveName returns the value of a variable.
func (a *claimActivation) ResolveName(name string) (any, bool) {
	c := a.claim
	switch name {
	case "valence":
		return a.word(string(c.Valence)), true
	case "type":
		return a.word(string(c.Type)), true
	case "certainty":
		return a.word(string(c.Certainty)), true
	case "reporting":
		return a.word(string(c.Reporting)), true
	case "aspect":
		return a.word(string(c.Aspect)), true
	case "source":
		return a.word(string(c.Source)), true
	case "section":
		return a.word(string(c.Section)), true
	case "movement":
		return a.word(string(c.Movement)), true
	case "direction":
		return a.word(string(c.Direction)), true
	case "frequency":
		return a.word(string(c.Frequency)), true
	case "quote":
		return types.String(c.Citation.Quote), true
	case "wording":
		if a.wording == "" {
			a.wording = strings.ToLower(c.Citation.Quote)
		}
		return types.String(a.wording), true
	case "unit":
		return a.word(c.Quantity.Unit), true
	case "of":
		return a.word(c.Quantity.Of), true
	case "foreign":
		return types.Bool(foreign(c)), true
	case "count":
		return number(c.Quantity.Count), true
	case "previous":
		return number(c.Quantity.Previous), true
	case "min":
		return number(c.Quantity.Min), true
	case "max":
		return number(c.Quantity.Max), true
	}
	if v := a.participants(name); v != nil {
		return v, true
	}
	return a.terms(name)
}

// Parent returns nothing: a claim has no scope around it.
func (a *claimActivation) Parent() cel.Activation { return nil }

func (a *claimActivation) participants(name string) any {
	p := &a.claim.Participants
	switch name {
	case "actor":
		return a.list(0, p.Actor)
	case "victims":
		return a.list(1, p.Victims)
	case "perpetrators":
		return a.list(2, p.Perpetrators)
	case "forms":
		return a.list(3, p.Forms)
	case "sectors":
		return a.list(4, p.Sectors)
	case "means":
		return a.list(5, p.Means)
	case "factors":
		return a.list(6, p.Factors)
	case "topics":
		return a.list(7, p.Topics)
	case "instrument":
		return a.list(8, p.Instrument)
	case "roles":
		return a.list(9, p.Roles)
	}
	return nil
}

// noTerms stands for the terms of a claim that says nothing of a law.
var noTerms plumbline.Terms

func (a *claimActivation) terms(name string) (any, bool) {
	t := a.claim.Terms
	if t == nil {
		t = &noTerms
	}
	switch name {
	case "covers":
		return a.list(10, t.Covers), true
	case "population":
		return a.list(11, t.Population), true
	case "judgement":
		return a.list(12, t.Judgement), true
	case "kind":
		return a.word(t.Kind), true
	case "fine":
		return a.word(string(t.FineOption)), true
	case "force_proof":
		return a.word(string(t.ForceProof)), true
	case "years_min":
		return number(t.YearsMin), true
	case "years_max":
		return number(t.YearsMax), true
	}
	return nil, false
}

func (a *claimActivation) word(s string) ref.Val {
	if v, ok := a.known[s]; ok {
		return v
	}
	return types.String(s)
}

func (a *claimActivation) list(i int, words []string) ref.Val {
	a.lists[i].words = words
	return &a.lists[i]
}

func number(f plumbline.Figure) ref.Val {
	if !f.Known {
		return types.IntNegOne
	}
	return types.Int(f.N)
}

// foreign reports whether somebody else than the government of the narrative's
// country acts.
func foreign(c *plumbline.Claim) bool {
	for _, a := range c.Participants.Actor {
		if a == string(c.Country) {
			return false
		}
	}
	return len(c.Participants.Actor) > 0
}

// knownWords makes the value of each word of the closed lists.
func knownWords() map[string]ref.Val {
	known := map[string]ref.Val{"": types.String("")}
	for _, list := range vocabulary {
		for _, s := range list {
			known[s] = types.String(s)
		}
	}
	return known
}
