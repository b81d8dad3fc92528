package web

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"plumbline"
	"plumbline/internal/encode"
	"plumbline/internal/grammar"
	"plumbline/internal/page"
	"plumbline/internal/text"
	"plumbline/internal/wording"
)

// typeGroups are the claim types as the codebook groups them.
var typeGroups = []struct {
	title string
	types []plumbline.ClaimType
}{
	{"The profile: what trafficking looks like", plumbline.ProfileTypes},
	{"Conduct: what the government did, did not do, has or lacks", plumbline.ConductTypes},
	{"The text about itself", plumbline.TextTypes},
}

// method shows the codebook.
func (s *Server) method(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	claims, err := s.claimsByType(ctx)
	if err != nil {
		return nil, err
	}
	rules := map[string]int{}
	for _, rule := range s.Reader.Extractor.Rules().Rules {
		rules[rule.Type]++
	}
	body := page.Method{Rules: len(s.Reader.Extractor.Rules().Rules), Values: s.valuesOfCodebook(), Weak: s.guides.quality.Under("known-to-be-misread")}
	var rows [][]any
	for _, g := range typeGroups {
		group := page.TypeGroup{Title: g.title}
		for _, t := range g.types {
			row := page.TypeRow{Type: t, Href: page.TypePath(t), Meaning: s.meaning(t), Claims: claims[t], Rules: rules[string(t)]}
			group.Types = append(group.Types, row)
			rows = append(rows, []any{string(t), g.title, wordOrNull(page.Plain(row.Meaning)), row.Claims, row.Rules})
		}
		body.Groups = append(body.Groups, group)
	}
	a := &answer{
		frame: page.Frame{Title: "Method: the codebook", Here: "Method", Lead: "What kinds of claims are read from narratives, what each value means, by which rules, and what is known to be misread."},
		body:  body,
	}
	a.json, a.csv = table([]string{"type", "group", "meaning", "claims", "rules"}, rows)
	return a, nil
}

// quality shows what was measured.
func (s *Server) quality(_ context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	a := &answer{
		frame: page.Frame{Title: "How good the reading is", Here: "Method", Trail: []page.Link{{Href: "/method", Text: "Method"}},
			Lead: "Precision, recall and known weaknesses of the reading, held against annotations made by hand."},
		body: page.Guide{Text: s.guides.quality},
	}
	var rows [][]any
	under := ""
	for _, b := range s.guides.quality {
		if b.Level > 0 {
			under = page.Plain(b.Runs)
		}
		for _, row := range b.Rows {
			for i := 1; i < len(row); i++ {
				rows = append(rows, []any{under, page.Plain(row[0]), page.Plain(b.Head[i]), page.Plain(row[i])})
			}
		}
	}
	a.json, a.csv = table([]string{"table", "of", "figure", "value"}, rows)
	return a, nil
}

// methodType shows a claim type with its rules.
func (s *Server) methodType(ctx context.Context, r *request) (*answer, error) {
	if err := r.takes(); err != nil {
		return nil, err
	}
	t := plumbline.ClaimType(r.PathValue("type"))
	if !slices.Contains(plumbline.ClaimTypes, t) {
		return nil, noType(string(t))
	}
	claims, err := s.claimsByType(ctx)
	if err != nil {
		return nil, err
	}
	body := page.MethodType{Name: wording.TypeName(t), Type: t, Meaning: s.meaning(t), Claims: claims[t], Fields: fieldsOf(t)}
	body.Heads, body.Figures = s.guides.quality.Under("by-type-of-claim").Row(string(t))
	for _, e := range s.Record.Book.Answering(t) {
		body.Answers = append(body.Answers, page.Link{Href: s.asked(e.Name), Text: e.Asks})
	}
	var rows [][]any
	for _, rule := range s.Reader.Extractor.Rules().Rules {
		if rule.Type != string(t) {
			continue
		}
		one := ruleOf(rule)
		body.Doc = rule.Doc
		body.Rules = append(body.Rules, one)
		rows = append(rows, []any{rule.Name, "rule", strings.Join(one.Lines, "\n"), nil, one.Place})
		for _, e := range one.Examples {
			rows = append(rows, []any{rule.Name, "example", e.Text, wordOrNull(e.Finds), one.Place})
		}
		for _, e := range one.Counter {
			rows = append(rows, []any{rule.Name, "counterexample", e.Text, wordOrNull(e.Finds), one.Place})
		}
	}
	a := &answer{
		frame: page.Frame{Title: "Claims of type " + string(t), Here: "Method", Trail: []page.Link{{Href: "/method", Text: "Method"}}, Lead: page.Plain(body.Meaning)},
		body:  body,
	}
	a.json, a.csv = table([]string{"rule", "kind", "text", "finds", "place"}, rows)
	return a, nil
}

// asked is the address of the last criterion of the law that has an element;
// empty where none has.
func (s *Server) asked(e plumbline.ElementName) string {
	for _, law := range slices.Backward(s.Record.Book.Standards) {
		for _, c := range law.Criteria {
			if slices.ContainsFunc(c.Elements, func(x plumbline.Element) bool { return x.Name == e }) {
				return page.LawPath(law.Name) + "#" + c.As
			}
		}
	}
	return ""
}

// meaning is what the codebook says of a type.
func (s *Server) meaning(t plumbline.ClaimType) []page.Run {
	if _, row := s.guides.codebook.Under("types").Row(string(t)); len(row) > 1 {
		return row[1]
	}
	return nil
}

// valuesOfCodebook is the codebook behind its types.
func (s *Server) valuesOfCodebook() page.Prose {
	for i, b := range s.guides.codebook {
		if b.Level == 2 && b.ID != "types" {
			return s.guides.codebook[i:]
		}
	}
	return nil
}

// claimsByType counts the claims in the database by type.
func (s *Server) claimsByType(ctx context.Context) (map[plumbline.ClaimType]int, error) {
	counts, err := s.Record.Counts(ctx)
	if err != nil {
		return nil, err
	}
	by := map[plumbline.ClaimType]int{}
	for _, c := range counts.ByType {
		by[c.Type] = c.Claims
	}
	return by, nil
}

// ruleOf words a rule.
func ruleOf(rule *grammar.Rule) page.Rule {
	one := page.Rule{Name: rule.Name, Anchor: strings.TrimPrefix(rule.Name, rule.Type+"/")}
	if rule.Source != nil {
		source := text.Source{Name: rule.Source.Name, Text: rule.Source.Text}
		one.Place = fmt.Sprintf("%s, line %d", source.Name, source.Position(rule.Span.Start).Line)
	}
	for line := range strings.Lines(rule.Text) {
		line = strings.TrimRight(line, "\n")
		if line != "" && !strings.HasPrefix(line, "example ") && !strings.HasPrefix(line, "counterexample ") {
			one.Lines = append(one.Lines, line)
		}
	}
	for _, e := range rule.Examples {
		var finds []string
		for _, key := range slices.Sorted(maps.Keys(e.Want)) {
			finds = append(finds, key+" "+e.Want[key])
		}
		x := page.RuleExample{Text: e.Text, Finds: strings.Join(finds, ", ")}
		if e.Counter {
			one.Counter = append(one.Counter, x)
		} else {
			one.Examples = append(one.Examples, x)
		}
	}
	return one
}

// particular are the fields that only some types have, by how their meaning
// begins.
var particular = map[string][]plumbline.ClaimType{
	"of a flow": {plumbline.Flow}, "of a law": {plumbline.Law}, "of a trend": {plumbline.Trend}, "of an estimate": {plumbline.Estimate},
	"of a scheme": {plumbline.Exploitation, plumbline.Flow, plumbline.Means}, "of a recommendation or trend": {plumbline.Recommendation, plumbline.Trend},
}

// fieldsOf lists the fields that claims of a type can hold.
func fieldsOf(t plumbline.ClaimType) (fields []page.Field) {
	for _, f := range encode.ClaimFields() {
		if of, _, ok := strings.Cut(f.Meaning, ":"); ok {
			if types := particular[of]; types != nil && !slices.Contains(types, t) {
				continue
			}
		}
		if strings.HasPrefix(f.Name, "terms.") && t != plumbline.Law {
			continue
		}
		fields = append(fields, page.Field{Name: f.Name, Meaning: f.Meaning, Unit: f.Unit})
	}
	return fields
}

// noType says that there is no such type of claim, and which one is near.
func noType(name string) error {
	names := make([]string, len(plumbline.ClaimTypes))
	for i, t := range plumbline.ClaimTypes {
		names[i] = string(t)
	}
	f := &plumbline.Fault{Kind: plumbline.ErrNotFound, Fact: fmt.Sprintf("no claim type %q", name), Hint: "types are " + strings.Join(names, ", ")}
	if near := text.Nearest(name, names); near != "" {
		f.Hint = fmt.Sprintf("did you mean %s?", near)
	}
	return f
}
