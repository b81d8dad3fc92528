package grammar

import (
	"strings"

	"plumbline/internal/token"
)

// wordClass is a set of things that a word may be in a sentence.
type wordClass uint32

const (
	wDet wordClass = 1 << iota
	wPrep
	wCoord
	wSub     // opens a subordinate clause
	wSoftSub // opens one if a verb follows: after, since, that
	wRel
	wBe
	wHave
	wDo
	wModal
	wNot
	wAdv
	wPron
	wAdjectival // a participle that is mostly an adjective: forced, limited
	wNominal    // an -ing form or present that is mostly a noun: training, reports
	wReport     // takes a clause without "that": reported
	wChain      // joins the verb behind it: fail to, continue to
	wEffort     // make efforts to, take steps to
	wTo
	wBase
	wS
	wPast
	wPP
	wIng
	wPlural
	wIntransitive
	wTakesGerund // include, involve: a gerund behind them is a unit
	wNever       // a participle that stands for a preposition: compared, based
)

// wVerb is any form of a verb.
const wVerb = wBase | wS | wPast | wPP | wIng

// wAux begins a verb group.
const wAux = wBe | wHave | wDo | wModal

// wActive is what the chunker stops at.
const wActive = wVerb | wAux | wCoord | wSub | wSoftSub | wRel

// reserved are the lexicons that the analysis of sentences itself uses; each
// must be defined by a rule file.
var reserved = []struct {
	name  string
	class wordClass
}{
	{"determiner", wDet}, {"preposition", wPrep}, {"coordinator", wCoord}, {"subordinator", wSub},
	{"soft-subordinator", wSoftSub}, {"relative", wRel}, {"be", wBe}, {"have", wHave}, {"do", wDo},
	{"modal", wModal}, {"not", wNot}, {"adverb", wAdv}, {"pronoun", wPron}, {"adjectival", wAdjectival},
	{"nominal", wNominal}, {"report-verb", wReport}, {"chain-verb", wChain}, {"effort", wEffort},
	{"infinitive-to", wTo}, {"plural", wPlural}, {"never-verb", wNever}, {"intransitive", wIntransitive}, {"takes-gerund", wTakesGerund}, {"act-noun", 0}, {"parenthetical", 0}, {"present-aux", 0}, {"time-preposition", 0}, {"effort-noun", 0}, {"apart", 0}, {"of", 0},
}

// classify fills the class of every word of the vocabulary.
func (g *Grammar) classify(p *parser, v *token.Vocab) {
	g.class = make([]wordClass, v.Len())
	for _, r := range reserved {
		lex, ok := g.lex.byName[r.name]
		if !ok {
			continue // reported by resolve
		}
		for id := range g.class {
			if g.lex.has(token.WordID(id), lex) {
				g.class[id] |= r.class
			}
		}
	}
	for _, base := range p.verbs {
		forms := verbForms(base)
		if odd, ok := p.odd[base]; ok {
			forms[2], forms[3] = odd[0], odd[1]
		}
		for i, class := range [...]wordClass{wBase, wS, wPast, wPP, wIng} {
			g.class[v.Find(forms[i])] |= class
		}
	}
	for id := 1; id < len(g.class); id++ {
		if pluralLike(v.Word(token.WordID(id))) && g.class[id]&(wDet|wPrep|wAux|wPron|wAdv|wSub|wSoftSub) == 0 {
			g.class[id] |= wPlural
		}
	}
	g.class[token.Unknown] = 0
}

// pluralLike reports whether a word has the ending of a plural.
func pluralLike(w string) bool {
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i' && w[n-2] != '.'
}

// classOf returns what token k may be; words that the vocabulary lacks are
// judged by their ending.
func (g *Grammar) classOf(t *token.Text, k *token.Token) wordClass {
	if k.Kind != token.Word {
		return 0
	}
	if int(k.ID) < len(g.class) {
		if c := g.class[k.ID]; c != 0 {
			return c
		}
	}
	if k.End-k.Start < 4 || k.Is(token.Capital) {
		return 0
	}
	return byEnding(t.Source[k.Start:k.End])
}

// byEnding returns what a word of four letters or more may be.
func byEnding(w string) wordClass {
	n := len(w)
	var c wordClass
	switch {
	case w[n-2:] == "ly":
		c = wAdv
	case w[n-2:] == "ed":
		c = wPast | wPP
	case w[n-3:] == "ing":
		c = wIng | wNominal
	case w[n-1] == 's' && w[n-2] != 's':
		c = wPlural
	}
	if c != 0 && strings.IndexByte(w, '-') >= 0 {
		return 0 // trafficking-related
	}
	return c
}
