package mention

import "plumbline/internal/token"

// What the guard tables say of a word.
const (
	isTitle uint8 = 1 << iota
	isBeside
	isApart
	isThing
	isLanguage
	isLink
)

var guardKinds = map[string]uint8{"title": isTitle, "beside": isBeside, "apart": isApart, "thing": isThing, "language": isLanguage, "link": isLink}

// says reports whether the guard tables say w of the word with the given id.
func (g *Gazetteer) says(id token.WordID, w uint8) bool {
	return int(id) < len(g.guards) && g.guards[id]&w != 0
}

// refused reports whether what stands around the name [i, j) makes it none.
func (g *Gazetteer) refused(t *token.Text, i, j int, l leaf, kind Kind) bool {
	switch kind {
	case Place, City:
		return g.titled(t, i) || l.person && g.inPersonName(t, i, j)
	case People, RegionPeople, Region:
		thing := j < len(t.Tokens) && g.says(t.Tokens[j].ID, isThing) && !t.Tokens[j].Is(token.Break)
		return thing || g.besideLanguage(t, i-1, -1) || g.besideLanguage(t, j, 1)
	}
	return false
}

// besideLanguage reports whether the list that goes on at token i, forwards or
// backwards, holds the name of a language.
func (g *Gazetteer) besideLanguage(t *token.Text, i, step int) bool {
	for ; i >= 0 && i < len(t.Tokens); i += step {
		k := &t.Tokens[i]
		switch {
		case g.says(k.ID, isLanguage) && k.Is(token.Capital):
			return true
		case k.Kind == token.Punct && (k.Mark == ',' || k.Mark == '(') || g.says(k.ID, isLink):
		case k.Is(token.Capital) && g.isPeople(g.names.begin(k.ID)):
		default:
			return false
		}
	}
	return false
}

// isPeople reports whether a word for a people ends at node n.
func (g *Gazetteer) isPeople(n int32) bool {
	for _, l := range g.names.at(n) {
		if g.entries[l.entry].kind == People {
			return true
		}
	}
	return false
}

// titled reports whether a person's title stands right before token i.
func (g *Gazetteer) titled(t *token.Text, i int) bool {
	if i == 0 || t.Tokens[i].Is(token.Break) {
		return false
	}
	before := t.Tokens[i-1]
	if before.Kind == token.Punct && before.Mark == '.' && i > 1 && !before.Is(token.Space) {
		before = t.Tokens[i-2]
	}
	return before.Is(token.Capital) && g.says(before.ID, isTitle)
}

// inPersonName reports whether a capitalised word that is no name of the tables
// stands beside the tokens [i, j) as a given name or surname would.
func (g *Gazetteer) inPersonName(t *token.Text, i, j int) bool {
	if t.Tokens[i].Is(token.AllCaps) {
		return false
	}
	if j < len(t.Tokens) && g.personal(t, j) && !t.Tokens[j].Is(token.Break) {
		return true
	}
	if i == 0 || t.Tokens[i].Is(token.Break) || !g.personal(t, i-1) {
		return false
	}
	s := t.SentenceAt(i)
	return s < 0 || t.Sentences[s].First < i-1 // what begins a sentence is capitalised anyhow
}

// personal reports whether token i may be part of a person's name.
func (g *Gazetteer) personal(t *token.Text, i int) bool {
	k := t.Tokens[i]
	return k.Kind == token.Word && k.Is(token.Capital) && !manyCapitals(t.Of(i)) &&
		g.names.begin(k.ID) == 0 && !g.says(k.ID, isBeside)
}

// manyCapitals reports whether word has a capital behind its first letter, as
// names of organisations do.
func manyCapitals(word string) bool {
	for i := 1; i < len(word); i++ {
		if 'A' <= word[i] && word[i] <= 'Z' {
			return true
		}
	}
	return false
}
