package extract

import (
	"slices"

	"plumbline/internal/grammar"
	"plumbline/internal/token"
)

// clauses cuts the sentence into what is said of one group of people in one
// go, and visits each piece as tokens [from, to). A piece ends at a semicolon,
// where a new subject gets a verb of its own, and where the text goes on to
// another role of the country.
func (r *reader) clauses(visit func(from, to int)) {
	cuts := r.cuts[:0]
	for k := r.a.First; k < r.a.Last; k++ {
		if r.text.Tokens[k].Mark == ';' && r.predicates(k+1) {
			cuts = append(cuts, k+1)
		}
	}
	for i := range r.a.Units {
		if u := &r.a.Units[i]; i > 0 && r.opens(u) {
			if k := r.listFirst(u.First); k >= 0 {
				cuts = append(cuts, r.nounStart(k))
			}
		}
	}
	cuts = r.roleCuts(cuts)
	cuts = r.otherCuts(cuts)
	slices.Sort(cuts)
	r.cuts = cuts
	start := r.a.First
	for _, c := range cuts {
		if c > start {
			visit(start, c)
			start = c
		}
	}
	if start < r.a.Last {
		visit(start, r.a.Last)
	}
}

// predicates reports whether the piece that begins at token i has a verb of its
// own, or names places; one that does not is a member of a list.
func (r *reader) predicates(i int) bool {
	end := i
	for end < r.a.Last && r.text.Tokens[end].Mark != ';' {
		end++
	}
	return slices.ContainsFunc(r.a.Units, func(u grammar.Unit) bool { return u.Head >= i && u.Head < end }) ||
		slices.ContainsFunc(r.here, func(m mentionOf) bool { return m.First >= i && m.First < end })
}

// opens reports whether unit u says something new of somebody new.
func (r *reader) opens(u *grammar.Unit) bool {
	if u.Head < 0 || u.Form == grammar.Infinitive || u.Form == grammar.Gerund || u.SubjLast <= u.SubjFirst || u.SubjFirst < u.First {
		return false
	}
	first := u.First
	switch u.Link {
	case grammar.Main:
	case grammar.Subordinate:
		if r.a.InLexicon(first, r.lex.words.contrast) == 0 {
			return false
		}
		first++
	default:
		return false
	}
	if first > r.a.First && r.text.Tokens[first-1].Kind == token.Dash && r.text.Tokens[first].Is(token.Space) == r.text.Tokens[first-1].Is(token.Space) && u.SubjLast-first < 2 {
		return false // goes on behind an insertion
	}
	return r.a.InLexicon(first, r.lex.words.anaphor) == 0 && r.names(first, u.SubjLast)
}

// names reports whether people or places are named in tokens [i, j).
func (r *reader) names(i, j int) bool {
	for _, m := range r.here {
		if m.First >= i && m.Last <= j {
			return true
		}
	}
	_, _, ok := r.a.Find(i, j, r.lex.person)
	return ok
}

// listFirst returns where the list of peoples begins that goes on at token i,
// or i where none does, or -1 where the list is of places: what is said of
// those from there began before.
func (r *reader) listFirst(i int) int {
	k := slices.IndexFunc(r.here, func(m mentionOf) bool { return m.First == i })
	for ; k > 0; k-- {
		before, m := r.here[k-1], r.here[k]
		if adjectival(before.Kind) != adjectival(m.Kind) || !r.joined(before.Last, m.First) {
			break
		}
		if !adjectival(m.Kind) {
			return -1
		}
		i = before.First
	}
	return i
}

// nounStart goes back from token i, where a subject begins, over members of a
// list that belong to the same subject: "and other women and | girls may".
func (r *reader) nounStart(i int) int {
	k := i
	for k > r.a.First+1 && r.a.InLexicon(k-1, r.lex.coordinator) > 0 && r.isPeople(k-2) {
		k -= 2
		for k > r.a.First && r.a.InLexicon(k-1, r.lex.beforeName) > 0 && r.a.InLexicon(k-1, r.lex.coordinator) == 0 {
			k--
		}
	}
	return k
}

// isPeople reports whether token k is a word for people or ends a name.
func (r *reader) isPeople(k int) bool {
	if r.a.InLexicon(k, r.lex.person) > 0 {
		return true
	}
	return slices.ContainsFunc(r.here, func(m mentionOf) bool { return m.Last == k+1 && adjectival(m.Kind) })
}

// roleCuts adds a cut before each phrase on the country's roles behind one that
// says for whom: "a source country for ..., and a transit country for ...".
func (r *reader) roleCuts(cuts []int) []int {
	seen, last := false, -1
	for k := r.a.First; k < r.a.Last; k++ {
		if r.a.InLexicon(k, r.lex.words.roleWord) == 0 {
			continue
		}
		end := r.rolePhrase(k)
		if end < 0 {
			continue
		}
		if _, _, ok := r.a.Find(last-1, k, r.lex.words.forWord); seen && ok && k > last {
			cut := k
			for cut > last && r.a.InLexicon(cut-1, r.lex.words.leads) > 0 {
				cut--
			}
			cuts = append(cuts, cut)
		}
		seen, last = true, end
		k = end - 1
	}
	return cuts
}

// rolePhrase returns the token behind the phrase on roles that begins with the
// role word at k, or -1: "source and, to a lesser extent, transit country for".
func (r *reader) rolePhrase(k int) int {
	for i := k + 1; i < min(k+14, r.a.Last); i++ {
		if n := r.a.InLexicon(i, r.lex.words.territory); n > 0 {
			return i + n
		}
		if r.a.InLexicon(i, r.lex.words.forWord) > 0 {
			return i
		}
		if r.text.Tokens[i].Mark != ',' && r.a.InLexicon(i, r.lex.coordinator) == 0 && r.a.InLexicon(i, r.lex.words.roleWord) == 0 && r.a.InLexicon(i, r.lex.words.between) == 0 {
			return -1
		}
	}
	return -1
}

// otherCuts adds a cut where a list goes on with others: "some in Spain, and
// others in Italy", and where people join what was said: ", with some Lebanese
// girls trafficked in other countries".
func (r *reader) otherCuts(cuts []int) []int {
	for k := r.a.First + 1; k < r.a.Last; k++ {
		if r.a.InLexicon(k, r.lex.words.others) > 0 && (r.a.InLexicon(k-1, r.lex.coordinator) > 0 || r.a.InLexicon(k-1, r.lex.words.contrast) > 0) && r.anyFlow(r.a.First, k) {
			cuts = append(cuts, k)
		}
		if r.text.Tokens[k-1].Mark == ',' && r.a.InLexicon(k, r.lex.words.with) > 0 && r.peopleIn(k+1, min(k+7, r.a.Last)) {
			cuts = append(cuts, k)
		}
	}
	return cuts
}

// peopleIn reports whether a people is named in tokens [i, j).
func (r *reader) peopleIn(i, j int) bool {
	return slices.ContainsFunc(r.here, func(m mentionOf) bool { return m.First >= i && m.Last <= j && adjectival(m.Kind) })
}
