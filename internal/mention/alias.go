package mention

import (
	"plumbline"
	"plumbline/internal/token"
)

// Aliases are what is known of a narrative beyond the tables: whose it is, and
// the acronyms that its own text defines. Fill one for each narrative; once
// filled it may be read by any number of goroutines.
type Aliases struct {
	Own  plumbline.CountryCode // the narrative's country; empty where unknown
	Year int                   // its report year; 0 where unknown

	list []alias
}

// alias is an acronym that the text defines. Its Kind is None where the text
// gives it to something that is no place.
type alias struct {
	text    string // capital letters, without dots
	Kind    Kind
	Country plumbline.CountryCode
	Region  string
}

// find returns the alias spelled by word, dots aside, or nil.
func (a *Aliases) find(word string) *alias {
	for i := range a.list {
		if sameLetters(a.list[i].text, word) {
			return &a.list[i]
		}
	}
	return nil
}

func sameLetters(letters, word string) bool {
	n := 0
	for i := 0; i < len(word); i++ {
		if word[i] == '.' {
			continue
		}
		if n == len(letters) || letters[n] != word[i] {
			return false
		}
		n++
	}
	return n == len(letters)
}

// Define adds to known the acronyms that t gives in brackets behind the name
// that they stand for: the Democratic Republic of the Congo (DRC). An acronym
// of the tables that the text gives to something else stops being a name:
// Criminal Assets Recovery (CAR). The first definition stands.
func (g *Gazetteer) Define(t *token.Text, known *Aliases) {
	for i := 1; i+2 < len(t.Tokens); i++ {
		if k := t.Tokens[i]; k.Kind != token.Punct || k.Mark != '(' {
			continue
		}
		at := i + 1
		if t.Tokens[at].Mark == '"' {
			at++
		}
		if at+1 >= len(t.Tokens) || !t.Tokens[at].Is(token.AllCaps) || t.Tokens[at].Kind > token.Acronym {
			continue
		}
		if end := t.Tokens[at+1]; end.Mark != ')' && end.Mark != '"' || known.find(t.Of(at)) != nil {
			continue
		}
		g.define(t, i, at, known)
	}
}

// define adds the acronym at token at for the name that ends before the bracket
// at token open.
func (g *Gazetteer) define(t *token.Text, open, at int, known *Aliases) {
	letters, end := undotted(t.Of(at)), open
	if t.Tokens[end-1].Mark == '"' { // the name stands in quotes
		end--
	}
	for i := max(0, end-maxTokens); i < end; i++ {
		n := g.names.begin(t.Tokens[i].ID)
		if n == 0 {
			continue
		}
		l, j := g.longest(t, i, n, known)
		if j < end || j > end && !g.reaches(t, i, end) {
			continue
		}
		e := &g.entries[l.entry]
		country := e.country(known.Own)
		named := (e.kind == Place || e.kind == City) && country != "" || e.kind == Region
		if named && initials(t, i, end, letters) {
			known.list = append(known.list, alias{letters, e.kind, country, e.region})
			return
		}
	}
	if n := g.names.begin(t.Tokens[at].ID); n == 0 || len(g.names.at(n)) == 0 {
		return
	}
	for i := end - 1; i >= 0 && i >= end-2*len(letters); i-- {
		if initials(t, i, end, letters) {
			known.list = append(known.list, alias{text: letters})
			return
		}
	}
}

// reaches reports whether a name from token i ends at token end, although a
// longer one goes on.
func (g *Gazetteer) reaches(t *token.Text, i, end int) bool {
	n := g.names.begin(t.Tokens[i].ID)
	for j := i + 1; n != 0 && j < end; j++ {
		n = g.names.next(n, keyOf(t.Tokens[j]))
	}
	return n != 0 && len(g.names.at(n)) > 0
}

func undotted(word string) string {
	letters := make([]byte, 0, 16)
	for i := 0; i < len(word); i++ {
		if word[i] != '.' {
			letters = append(letters, word[i])
		}
	}
	return string(letters)
}

// initials reports whether letters are the initials of the words of [i, j) in
// their order; words that begin with a small letter may be left out.
func initials(t *token.Text, i, j int, letters string) bool {
	n := 0
	for ; i < j; i++ {
		k := t.Tokens[i]
		if k.Kind > token.Acronym {
			continue
		}
		c := t.Source[k.Start]
		switch {
		case n < len(letters) && c&^0x20 == letters[n]:
			n++
		case k.Is(token.Capital):
			return false
		}
	}
	return n == len(letters) && n > 1
}
