package extract

import (
	"plumbline"
	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// lawWords are the word lists that the terms of a law are read with.
type lawWords struct {
	sex, labor, both, every, children, adults, trafficking grammar.LexID
	respect, than, but, not, poor                          grammar.LexID
	stringent, commensurate, penalty, prison, life         grammar.LexID
	least, most, fine, instead, or, and, plus, refuse      grammar.LexID
	force, demand, needless, aggravates, these             grammar.LexID
}

// want asks for the lists of l under the names that they have in the rule
// files.
func (l *lawWords) want(lists map[string]*grammar.LexID) {
	for name, id := range map[string]*grammar.LexID{
		"sex": &l.sex, "labor": &l.labor, "both": &l.both, "every-form": &l.every, "children": &l.children, "adults": &l.adults, "trafficking": &l.trafficking,
		"respect": &l.respect, "than": &l.than, "but": &l.but, "not": &l.not, "poor": &l.poor,
		"stringent": &l.stringent, "commensurate": &l.commensurate, "penalty": &l.penalty, "prison": &l.prison, "life": &l.life,
		"least": &l.least, "most": &l.most, "fine": &l.fine, "instead": &l.instead, "or": &l.or, "and": &l.and, "plus": &l.plus, "refuse": &l.refuse,
		"force": &l.force, "demand": &l.demand, "needless": &l.needless, "aggravates": &l.aggravates, "these": &l.these,
	} {
		lists["terms-"+name] = id
	}
}

// The lists that Terms hold; nobody changes them.
var (
	coverLists      = [4][]string{nil, {"sex"}, {"labor"}, {"sex", "labor"}}
	populationLists = [4][]string{nil, {"adults"}, {"children"}, {"adults", "children"}}
	judgementLists  = [3][3][]string{
		{nil, {"commensurate"}, {"not-commensurate"}},
		{{"stringent"}, {"stringent", "commensurate"}, {"stringent", "not-commensurate"}},
		{{"not-stringent"}, {"not-stringent", "commensurate"}, {"not-stringent", "not-commensurate"}},
	}
)

// terms returns what law claim c, carried by match f of unit u, says of the
// law, or nil where it says nothing of that kind. Covers and Population are
// the crimes and the people that the claim speaks of; its valence says whether
// the law reaches them. What the unit leaves to the law spoken of just before
// ("and prescribed", "these penalties") is taken from there, with a
// ReferenceCue.
func (r *reader) terms(c *plumbline.Claim, u int, f found) *plumbline.Terms {
	t := plumbline.Terms{Kind: f.Rule.Setting("terms")}
	first, last := r.lawRange(u, f)
	own := r.spokenOf(&t, first, last)
	r.years(&t, first, last)
	r.fines(&t, first, last)
	r.judge(&t, c, first, last)
	if !own {
		r.sameLaw(&t, c, u)
	}
	r.proof(&t, first, last)
	if t.Kind == "" && len(t.Covers) == 0 && len(t.Population) == 0 && t.ForceProof == "" && !t.YearsMin.Known && !t.YearsMax.Known &&
		t.FineOption == "" && len(t.Judgement) == 0 {
		return nil
	}
	return &t
}

// lawRange returns the tokens that speak of the law: the unit and the units
// that hang on it, as far as none makes a law claim of its own.
func (r *reader) lawRange(u int, f found) (first, last int) {
	first, last = min(r.a.Units[u].First, f.from), max(r.a.Units[u].Last, f.to)
	for n := u + 1; n < len(r.a.Units); n++ {
		v := &r.a.Units[n]
		if v.Link == grammar.Main || v.Link == grammar.Subordinate || r.speaksOfLaw(n) {
			break
		}
		last = max(last, v.Last)
	}
	return first, last
}

func (r *reader) speaksOfLaw(u int) bool {
	for i := range r.matches {
		if m := &r.matches[i]; m.Unit == u && r.traitsOf(m).typ == plumbline.Law {
			return true
		}
	}
	return false
}

// spokenOf fills in whom and what tokens [first, last) speak of, and the kind
// of law. It reports whether they say anything of it.
func (r *reader) spokenOf(t *plumbline.Terms, first, last int) bool {
	l, covers, people, trafficking := &r.lex.law, 0, 0, false
	for i := first; i < last; {
		n := 1
		switch {
		case r.a.InLexicon(i, l.than) > 0:
			last = i // other crimes, for comparison
		case r.a.InLexicon(i, l.respect) > 0:
			n = r.toComma(i, last) - i
		case r.nameOfLaw(i):
		default:
			if k := r.a.InLexicon(i, l.every); k > 0 {
				covers, trafficking, n = covers|3, true, k
				break
			}
			sex, labor, both := r.a.InLexicon(i, l.sex), r.a.InLexicon(i, l.labor), r.a.InLexicon(i, l.both)
			switch {
			case both > 0:
				covers |= 3
			case sex > 0 && sex >= labor:
				covers |= 1
			case labor > 0:
				covers |= 2
			}
			n = max(n, sex, labor, both)
			trafficking = trafficking || r.standsIn(i, i+n, l.trafficking)
			if r.standsIn(i, i+n, l.children) {
				people |= 2
			}
			if r.standsIn(i, i+n, l.adults) {
				people |= 1
			}
		}
		i += n
	}
	for i := range r.figures {
		if q := &r.figures[i]; q.Kind == token.Age && q.First >= first && q.Last <= last {
			people |= 2
		}
	}
	t.Covers, t.Population = coverLists[covers], populationLists[people]
	switch {
	case t.Kind != "":
	case trafficking:
		t.Kind = "anti-trafficking"
	case covers > 0:
		t.Kind = "related"
	}
	return covers > 0 || people > 0
}

// standsIn reports whether an entry of the lexicon begins at one of the tokens.
func (r *reader) standsIn(first, last int, lex grammar.LexID) bool {
	for k := first; k < last; k++ {
		if r.a.InLexicon(k, lex) > 0 {
			return true
		}
	}
	return false
}

// nameOfLaw reports whether token i is a word of a law's name ("the Child Act"),
// which tells nothing of what it covers.
func (r *reader) nameOfLaw(i int) bool {
	return i > r.a.First && r.text.Tokens[i].Is(token.Capital) && !r.text.Tokens[i].Is(token.AllCaps)
}

// toComma returns the token behind the next comma before last, or last.
func (r *reader) toComma(i, last int) int {
	for k := i; k < last; k++ {
		if r.text.Tokens[k].Mark == ',' {
			return k + 1
		}
	}
	return last
}

// proof fills in whether force, fraud or coercion must be shown for children.
func (r *reader) proof(t *plumbline.Terms, first, last int) {
	l := &r.lex.law
	at, end, ok := r.a.Find(first, last, l.force)
	if !ok {
		return
	}
	if _, _, ok := r.a.Find(end, last, l.aggravates); ok {
		t.ForceProof = plumbline.No
		return
	}
	if len(t.Population) == 0 || t.Population[len(t.Population)-1] != "children" {
		return
	}
	if _, _, ok := r.a.Find(max(first, at-10), at, l.needless); ok {
		t.ForceProof = plumbline.No
	} else if _, _, ok := r.a.Find(max(first, at-10), at, l.demand); ok {
		t.ForceProof = plumbline.Yes
	}
}

// years fills in the shortest and longest term of prison that tokens [first,
// last) tell. Life in prison has no number of years, and what is told of a
// part of the cases only ("up to five years, and ten for children") bounds
// nothing.
func (r *reader) years(t *plumbline.Terms, first, last int) {
	l := &r.lex.law
	if _, _, ok := r.a.Find(first, last, l.prison); !ok {
		return
	}
	if from, _, ok := r.a.Find(first, last, l.than); ok {
		last = from
	}
	_, _, life := r.a.Find(first, last, l.life)
	noMin, noMax := false, life
	for i := range r.figures {
		q := &r.figures[i]
		if q.First < first || q.Last > last {
			continue
		}
		unit := q.Unit
		if q.Kind == token.Count && i+1 < len(r.figures) && r.figures[i+1].Kind == token.Duration && r.figures[i+1].First-q.Last <= 1 {
			unit = r.figures[i+1].Unit // "33 and 14 years"
		} else if q.Kind != token.Duration {
			continue
		}
		from := max(first, q.First-4)
		_, _, least := r.a.Find(from, q.First, l.least)
		_, _, most := r.a.Find(from, q.First, l.most)
		lowest, ok := inYears(q.Min, unit)
		if ok = ok && q.HasMin && !most; ok && (!t.YearsMin.Known || lowest < t.YearsMin.N) {
			t.YearsMin = plumbline.Known(lowest)
		}
		noMin = noMin || !ok
		highest, ok := inYears(q.Max, unit)
		if ok = ok && q.HasMax && !least; ok && (!t.YearsMax.Known || highest > t.YearsMax.N) {
			t.YearsMax = plumbline.Known(highest)
		}
		noMax = noMax || !ok
	}
	if noMin && (!noMax || life) {
		t.YearsMin = plumbline.Figure{}
	}
	if life || noMax && !noMin {
		t.YearsMax = plumbline.Figure{}
	}
}

// inYears returns a duration in whole years; ok is false for less than one.
func inYears(n int64, unit token.Unit) (years int64, ok bool) {
	switch unit {
	case token.Years:
		return n, n > 0
	case token.Months:
		return n / 12, n >= 12
	case token.Days:
		return n / 365, n >= 365
	}
	return 0, false
}

// fines fills in whether a fine may stand instead of prison.
func (r *reader) fines(t *plumbline.Terms, first, last int) {
	l := &r.lex.law
	at, end, ok := r.a.Find(first, last, l.fine)
	if !ok {
		return
	}
	from := max(first, at-8)
	if _, _, ok := r.a.Find(from, at, l.refuse); ok {
		t.FineOption = plumbline.No
		return
	}
	_, _, instead := r.a.Find(from, min(last, end+16), l.instead)
	switch {
	case instead, r.joinedBy(at, from, l.or), r.orPrison(end, last):
		t.FineOption = plumbline.Yes
	case r.joinedBy(at, from, l.plus):
		t.FineOption = plumbline.No
	}
}

// joinedBy reports whether a word of lex stands before token at with nothing
// between but what may describe a fine.
func (r *reader) joinedBy(at, from int, lex grammar.LexID) bool {
	for k := at - 1; k >= max(from, at-4); k-- {
		if r.a.InLexicon(k, lex) > 0 {
			return true
		}
		if r.text.Tokens[k].Mark != 0 || r.a.InLexicon(k, r.lex.law.prison) > 0 {
			return false
		}
	}
	return false
}

// orPrison reports whether prison follows as the other choice: "a fine of
// $500 or imprisonment".
func (r *reader) orPrison(from, last int) bool {
	for k := from; k < min(last, from+16); k++ {
		if r.a.InLexicon(k, r.lex.law.or) > 0 {
			_, _, ok := r.a.Find(k, min(last, k+8), r.lex.law.prison)
			return ok
		}
		if r.a.InLexicon(k, r.lex.law.and) > 0 {
			return false
		}
	}
	return false
}

// judge fills in what the author holds of the penalties. A "not" bears on what
// follows up to the next "but".
func (r *reader) judge(t *plumbline.Terms, c *plumbline.Claim, first, last int) {
	if _, _, ok := r.a.Find(first, last, r.lex.law.penalty); !ok && c.FoundBy == "" {
		return
	}
	no, stringent, commensurate := 0, 0, 0
	for _, e := range c.Evidence {
		if e.What == plumbline.NegationCue && e.Span.Start < int(r.text.Tokens[first].Start) {
			no = 1 // shared with the unit before
		}
	}
	for i := first; i < last; i++ {
		switch {
		case r.a.InLexicon(i, r.lex.law.but) > 0 || r.text.Tokens[i].Mark == ';':
			no = 0
		case r.a.InLexicon(i, r.lex.law.not) > 0:
			no = 1
		case r.a.InLexicon(i, r.lex.law.poor) > 0 && stringent == 0:
			stringent = 2
		case r.a.InLexicon(i, r.lex.law.stringent) > 0 && stringent == 0:
			stringent = 1 + no
		case r.a.InLexicon(i, r.lex.law.commensurate) > 0 && commensurate == 0:
			commensurate = 1 + no
		}
	}
	t.Judgement = judgementLists[stringent][commensurate]
}

// sameLaw takes what the claim covers from the law spoken of before it, where
// the unit is joined to that or points back to it.
func (r *reader) sameLaw(t *plumbline.Terms, c *plumbline.Claim, u int) {
	unit := &r.a.Units[u]
	before := int(r.text.Tokens[r.a.First].Start) // joined: in the same sentence
	if _, _, ok := r.a.Find(unit.SubjFirst, unit.SubjLast, r.lex.law.these); ok {
		before = r.sect.Span.Start
	} else if unit.Link == grammar.Main {
		return
	}
	for i := len(r.claims) - 1; i >= 0; i-- {
		p := &r.claims[i]
		if p.Citation.Span.Start < before {
			return
		}
		if p.Type != plumbline.Law || p.Terms == nil || p.Valence == plumbline.Bad || len(p.Terms.Covers) == 0 && len(p.Terms.Population) == 0 {
			continue
		}
		t.Covers, t.Population = p.Terms.Covers, p.Terms.Population
		if t.Kind == "" {
			t.Kind = p.Terms.Kind
		}
		r.witness(c, plumbline.ReferenceCue, p.Citation.Span)
		return
	}
}
