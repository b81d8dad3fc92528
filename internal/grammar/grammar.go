package grammar

import (
	"io/fs"
	"slices"
	"sort"
	"strconv"
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Options name what rule files may speak of beyond this package.
type Options struct {
	Types    []string            // allowed for `type`; empty allows any
	Classes  []string            // of marks; a ClassID is an index into it
	Settings map[string][]string // keys of rules and their allowed values; no values allow any
	Cues     []string            // allowed cue kinds; empty allows any
	Lexicons []string            // that the user will look for; empty means any
}

// Grammar is a folder of rule files, compiled. It does not change after Load
// and may be used by any number of goroutines.
type Grammar struct {
	Rules []*Rule // by name

	lex        lexicons
	class      []wordClass
	cues       []CueDef
	cuesOf     [][]uint16 // by kind: the cues that it is an entry of
	anyCue     LexID
	tries      []try       // in rule order
	candidates []candidate // by the seat of what they are anchored at
	anchored   []uint32    // by seat: where its candidates begin; one more at the end
	checks     []check
	split      func(string) []token.WordID
	idBy       token.WordID
	idSuch     token.WordID
	idAs       token.WordID
	idOr       token.WordID
	idNor      token.WordID
	idAnd      token.WordID
	idBe       token.WordID
	idBeen     token.WordID
	effortNoun LexID
	apart      LexID
	of         LexID
	actNoun    LexID

	parenthetical LexID
	presentAux    LexID
	timePrep      LexID
}

// Load compiles the rule files of folder dir. Words that they speak of are
// added to v. The error is a text.Diagnostics that lists every fault.
func Load(fsys fs.FS, dir string, v *token.Vocab, o Options) (*Grammar, error) {
	p := &parser{lexes: map[string]*lexDef{}, odd: map[string][2]string{}, options: o}
	if err := p.folder(fsys, dir); err != nil {
		return nil, err
	}
	g := &Grammar{split: splitter(v)}
	p.need(dir, o.Lexicons)
	flat := p.resolve()
	for _, base := range p.verbs {
		for _, f := range formsOf(base+"~", p.odd) {
			v.Add(f)
		}
	}
	for _, r := range p.rules { // words of patterns, before tables are sized
		for _, l := range r.patterns {
			for _, e := range quoted(l.args) {
				g.split(e)
			}
		}
	}
	g.idBy, g.idSuch, g.idAs = v.Add("by"), v.Add("such"), v.Add("as")
	g.idOr, g.idNor, g.idAnd = v.Add("or"), v.Add("nor"), v.Add("and")
	g.idBe, g.idBeen = v.Add("be"), v.Add("been")
	for _, forms := range flat {
		for _, f := range forms {
			g.split(f)
		}
	}
	g.lex.build(flat, v, g.split)
	g.effortNoun, g.apart = g.lex.byName["effort-noun"], g.lex.byName["apart"]
	g.of, g.actNoun = g.lex.byName["of"], g.lex.byName["act-noun"]
	g.parenthetical, g.presentAux = g.lex.byName["parenthetical"], g.lex.byName["present-aux"]
	g.timePrep = g.lex.byName["time-preposition"]
	g.classify(p, v)
	g.compileCues(p)
	g.compileRules(p, v)
	if n := len(g.lex.parts); n > mostLists {
		p.fault(&text.Source{Name: "data/" + dir}, text.Span{}, "take rules or quotes out", "%d lexicons and quotes in all rule files, more than %d", n, mostLists)
	}
	if err := p.faults.Err(); err != nil {
		return nil, err
	}
	counts, common := g.frequencies(v)
	g.enter(g.anchor(counts), common, o.Lexicons)
	g.split = nil
	return g, nil
}

// need reports the lexicons that no rule file defines although the analysis of
// sentences, or the user, looks for them.
func (p *parser) need(dir string, users []string) {
	wanted := slices.Clone(users)
	for _, r := range reserved {
		wanted = append(wanted, r.name)
	}
	slices.Sort(wanted)
	for _, name := range slices.Compact(wanted) {
		if p.lexes[name] == nil {
			p.lexes[name] = &lexDef{src: &text.Source{Name: "data/" + dir}}
			p.fault(p.lexes[name].src, text.Span{}, "define it in one of the rule files", "no lexicon %q", name)
		}
	}
}

// mostLists is how many lists of words, those of patterns included, a number of
// the index can tell apart.
const mostLists = 1<<16 - 1

// splitter returns a function that cuts a form, once, as the scanner cuts text and
// adds its words to v.
func splitter(v *token.Vocab) func(string) []token.WordID {
	sc := token.Scanner{Vocab: v}
	var t token.Text
	known := map[string][]token.WordID{} // most forms stand in several lists
	return func(form string) []token.WordID {
		if ids, ok := known[form]; ok {
			return ids
		}
		if tail, ok := strings.CutPrefix(form, "*"); ok {
			return []token.WordID{v.Add(tail)}
		}
		var ids []token.WordID
		sc.Scan(&t, form, text.Span{End: len(form)}, nil)
		for i := range t.Tokens {
			w := t.Of(i)
			if t.Tokens[i].Kind == token.Possessive {
				w = "'"
			}
			ids = append(ids, v.Add(w))
		}
		known[form] = ids
		return ids
	}
}

func quoted(s string) (out []string) {
	parts := strings.Split(s, `"`)
	for i := 1; i < len(parts); i += 2 {
		out = append(out, parts[i])
	}
	return out
}

// resolve expands every lexicon to its forms, following includes.
func (p *parser) resolve() map[string][]string {
	flat := make(map[string][]string, len(p.lexes))
	var open []string // those being expanded, each by the one before
	var visit func(name string) []string
	visit = func(name string) []string {
		if done, ok := flat[name]; ok {
			return done
		}
		def := p.lexes[name]
		open = append(open, name)
		var forms []string
		for _, e := range def.entries {
			if e.include == "" {
				for _, w := range e.words {
					if wrong, hint := formless(w); wrong != "" {
						p.fault(def.src, e.span, hint, "%s", wrong)
						continue
					}
					if base, ok := strings.CutSuffix(w, "~"); ok && !strings.Contains(w, " ") {
						p.verbs = append(p.verbs, base)
					}
					forms = append(forms, expand(w, p.odd)...)
				}
				continue
			}
			switch {
			case p.lexes[e.include] == nil:
				p.fault(def.src, e.span, nearest(e.include, p.lexNames()), "unknown lexicon <%s>", e.include)
			case slices.Contains(open, e.include):
				round := open[slices.Index(open, e.include):]
				through := ""
				if len(round) > 1 {
					through = ", through <" + strings.Join(round[1:], "> and <") + ">"
				}
				p.fault(def.src, e.span, "take one of the includes out", "lexicon <%s> includes itself%s", e.include, through)
			default:
				forms = append(forms, visit(e.include)...)
			}
		}
		open = open[:len(open)-1]
		flat[name] = unique(forms)
		return flat[name]
	}
	for _, name := range p.lexNames() {
		visit(name)
	}
	return flat
}

func (p *parser) lexNames() []string {
	var names []string
	for n := range p.lexes {
		if !strings.HasPrefix(n, "cue ") {
			names = append(names, n)
		}
	}
	for n := range p.lexes {
		if strings.HasPrefix(n, "cue ") {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names
}

func (g *Grammar) compileCues(p *parser) {
	var all []LexID
	for _, c := range p.cues {
		c.def.lex = g.lex.byName[c.name]
		g.cues = append(g.cues, c.def)
		all = append(all, c.def.lex)
	}
	slices.Sort(all)
	g.anyCue = g.lex.union(all)
}

func (g *Grammar) compileRules(p *parser, v *token.Vocab) {
	for range p.options.Classes {
		g.lex.classes = append(g.lex.classes, g.lex.number(nil))
	}
	sort.SliceStable(p.rules, func(i, j int) bool { return p.rules[i].rule.Name < p.rules[j].rule.Name })
	for i, def := range p.rules {
		r := def.rule
		if i > 0 && p.rules[i-1].rule.Name == r.Name {
			p.fault(r.Source, r.Span, "give one of them another name", "second rule %s", r.Name)
		}
		for _, l := range def.conds {
			g.condition(p, r, l)
		}
		g.wants(r)
		r.Patterns = make([]Pattern, 0, len(def.patterns))
		for _, l := range def.patterns {
			pat, ok := p.compile(g, r.Source, l)
			if !ok {
				continue
			}
			if len(pat.roles) > maxRoles {
				p.fault(r.Source, l.at, "", "more than %d roles", maxRoles)
				continue
			}
			r.Patterns = append(r.Patterns, pat)
		}
		r.Index = len(g.Rules)
		g.Rules = append(g.Rules, r)
	}
	g.lex.freeze(v.Len(), nil, nil)
}

func (g *Grammar) condition(p *parser, r *Rule, l line) {
	for _, e := range p.items(r.Source, l.at) {
		lex, ok := g.lex.byName[e.include]
		switch {
		case e.include == "":
			hint := "put the words into a lexicon and name that"
			if _, ok := g.lex.byName[e.words[0]]; ok {
				hint = "write <" + e.words[0] + ">"
			}
			p.fault(r.Source, e.span, hint, "%s takes a <lexicon>, not words", l.key)
			continue
		case !ok:
			p.fault(r.Source, e.span, nearest(e.include, g.lex.names), "unknown lexicon <%s>", e.include)
			continue
		}
		switch l.key {
		case "with":
			r.With = append(r.With, lex)
		case "without":
			r.Without = append(r.Without, lex)
		case "verb":
			r.Verb = append(r.Verb, lex)
		case "subject":
			r.Subject = append(r.Subject, lex)
		case "not-subject":
			r.NoSubj = append(r.NoSubj, lex)
		}
	}
}

// wants notes what a sentence must have for the conditions of r to hold.
func (g *Grammar) wants(r *Rule) {
	r.wants = slices.Clone(r.With)
	for _, any := range [][]LexID{r.Verb, r.Subject} {
		if len(any) > 0 {
			parts := slices.Clone(any)
			slices.Sort(parts)
			r.wants = append(r.wants, g.lex.union(slices.Compact(parts)))
		}
	}
}

// Lexicon returns the number of the named lexicon.
func (g *Grammar) Lexicon(name string) (LexID, bool) {
	id, ok := g.lex.byName[name]
	return id, ok
}

// Rule returns the rule of the given name, or nil.
func (g *Grammar) Rule(name string) *Rule {
	i := sort.Search(len(g.Rules), func(i int) bool { return g.Rules[i].Name >= name })
	if i < len(g.Rules) && g.Rules[i].Name == name {
		return g.Rules[i]
	}
	return nil
}

func sortStrings(s []string) { sort.Strings(s) }

func itoa(n int) string { return strconv.Itoa(n) }
