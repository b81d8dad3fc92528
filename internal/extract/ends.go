package extract

import (
	"strings"

	"plumbline/internal/grammar"
	"plumbline/internal/mention"
	"plumbline/internal/token"
)

type mentionOf = mention.Mention

// part is what the places of a list are to a movement.
type part uint8

const (
	notAnEnd part = iota
	originPart
	destinationPart
	transitPart
	whereabouts // of those who exploit; a destination if no other is named
	buyerPart
	offenderPart // of those who exploit or visit
	returnedPart // from where people are brought back
)

// peoplePart is the part of a list of peoples: they are victims, and come from
// there, if words for people or a verb stand behind and they are not those who
// exploit or buy.
func (r *reader) peoplePart(l *placeList, from, to int) part {
	g := r.back(l.first-1, from)
	behind := r.behind(l.last, to)
	switch {
	case r.offends(l.last, to):
		return offenderPart
	case behind == thingBehind:
		if g >= from && r.a.InLexicon(g, r.lex.toward) > 0 {
			if _, _, ok := r.a.Find(l.last, min(l.last+4, to), r.lex.words.site); ok {
				return destinationPart
			}
		}
		return notAnEnd
	case g >= from && (r.a.InLexicon(g, r.lex.by) > 0 || r.a.InLexicon(g, r.lex.words.with) > 0):
		return notAnEnd
	case g >= from && r.a.InLexicon(g, r.lex.words.recipient) > 0:
		if r.sold(g, from) {
			return buyerPart
		}
	case r.exploiter(l):
		return offenderPart
	}
	if _, _, ok := r.a.Find(max(from, l.first-6), l.first, r.lex.words.among); ok && behind == peopleBehind {
		return notAnEnd // marriages between foreign women and men of the country
	}
	return originPart
}

// sold reports whether people are sold or given in marriage shortly before
// token g.
func (r *reader) sold(g, from int) bool {
	_, _, ok := r.a.Find(max(from, g-6), g, r.lex.words.selling)
	return ok
}

// What stands behind a list of peoples.
type behindKind uint8

const (
	thingBehind behindKind = iota
	peopleBehind
	verbBehind
)

// behind tells what stands behind the list that ends before token i: words for
// people, or nothing that the names could be adjectives of.
func (r *reader) behind(i, to int) behindKind {
	last := r.text.Of(i - 1)
	noun := strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ese")
	if strings.HasSuffix(last, "s") && i < to && strings.HasSuffix(r.text.Of(i), "ed") {
		return verbBehind // Ugandans abducted by
	}
	for k := i; k < min(i+7, to); {
		if r.a.InLexicon(k, r.lex.person) > 0 {
			return peopleBehind
		}
		if k == i && noun && r.afterNoun(k) {
			break
		}
		n := r.listWord(k)
		if n == 0 {
			n = r.a.InLexicon(k, r.lex.beforeName)
		}
		if n == 0 {
			break
		}
		k += n
	}
	if i >= to || noun && r.afterNoun(i) {
		return verbBehind
	}
	return thingBehind
}

// afterNoun reports whether token k cannot be the noun of an adjective before
// it.
func (r *reader) afterNoun(k int) bool {
	t := r.text.Tokens[k]
	return t.Kind != token.Word || r.a.InLexicon(k, r.lex.words.afterNoun) > 0 || r.a.InLexicon(k, r.lex.preposition) > 0 ||
		r.a.InLexicon(k, r.lex.coordinator) > 0 || r.verbAt(k)
}

// verbAt reports whether token k stands in the verb group of a unit.
func (r *reader) verbAt(k int) bool {
	u := &r.a.Units[r.a.UnitAt(k)]
	return u.Head >= 0 && k >= u.Start && k <= u.Head
}

// offends reports whether those named before token i are called those who
// exploit, buy or visit.
func (r *reader) offends(i, to int) bool {
	for k := i; k < min(i+4, to); k++ {
		if r.a.InLexicon(k, r.lex.offender) > 0 {
			return true
		}
		if r.a.InLexicon(k, r.lex.person) > 0 && !r.adjective(k+1, to) || r.a.InLexicon(k, r.lex.preposition) > 0 || r.verbAt(k) || r.text.Tokens[k].Mark != 0 {
			return false
		}
	}
	return false
}

// adjective reports whether the word before token k is the adjective of an
// offender at k: "men traffickers", "worker brokers".
func (r *reader) adjective(k, to int) bool { return k < to && r.a.InLexicon(k, r.lex.offender) > 0 }

// exploiter reports whether the people of list l are the subject of a verb of
// exploiting that has an object.
func (r *reader) exploiter(l *placeList) bool {
	for i := range r.a.Units {
		u := &r.a.Units[i]
		if u.Form != grammar.Finite || u.Head < 0 || l.last > u.Start || l.first < u.SubjFirst || u.SubjLast < l.last {
			continue
		}
		if r.a.InLexicon(u.Head, r.lex.words.exploiting) == 0 || u.Head+1 >= r.a.Last {
			return false
		}
		if _, _, ok := r.a.Find(u.Head, u.Last, r.lex.words.otherTrade); ok {
			return true // engage in sex tourism
		}
		return r.text.Tokens[u.Head+1].Kind == token.Word && r.a.InLexicon(u.Head+1, r.lex.preposition) == 0
	}
	return false
}

// placePart is the part of a list of places, by the word that governs it.
func (r *reader) placePart(l *placeList, from, to int) part {
	g, kind := r.governor(l.first-1, from)
	if kind != notAnEnd {
		return kind
	}
	if g < from {
		return r.subjectPart(l, to)
	}
	switch {
	case r.a.InLexicon(g, r.lex.from) > 0:
		return r.fromPart(g, from)
	case r.a.InLexicon(g, r.lex.via) > 0:
		return transitPart
	case r.a.InLexicon(g, r.lex.words.leaving) > 0:
		return originPart
	case r.a.InLexicon(g, r.lex.words.recipient) > 0 && r.subjectPart(l, to) == originPart && r.sold(g, from):
		return buyerPart
	case r.a.InLexicon(g, r.lex.words.reaching) > 0 || r.a.InLexicon(g, r.lex.words.abroad) > 0:
		return destinationPart
	case r.a.InLexicon(g, r.lex.toward) > 0:
		return r.towardPart(g, from)
	case r.a.InLexicon(g, r.lex.of) > 0:
		if r.a.InLexicon(g-1, r.lex.words.nationals) > 0 {
			return originPart
		}
	case r.a.InLexicon(g, r.lex.words.forWord) > 0:
		if g > from && r.a.InLexicon(g-1, r.lex.words.bound) > 0 {
			return destinationPart
		}
	case r.a.InLexicon(g, r.lex.words.including) > 0:
		return r.listedPart(g, from)
	}
	return r.subjectPart(l, to)
}

// subjectPart is the part of places that no word governs: with words for
// people behind they are an adjective, "Hong Kong women".
func (r *reader) subjectPart(l *placeList, to int) part {
	if l.last < to && r.a.InLexicon(l.last, r.lex.person) > 0 && !r.offends(l.last, to) {
		return originPart
	}
	return notAnEnd
}

// fromPart is the part of places behind "from" at token g: not those that
// visitors and offenders come from, nor what people are brought back from.
func (r *reader) fromPart(g, from int) part {
	k := r.back(g-1, from)
	if k < from {
		return originPart
	}
	for _, lex := range [...]grammar.LexID{r.lex.tourist, r.lex.offender} {
		if _, _, ok := r.a.Find(max(from, k-1), k+1, lex); ok {
			return offenderPart
		}
	}
	if _, _, ok := r.a.Find(max(from, k-1), k+1, r.lex.words.returning); ok {
		return returnedPart
	}
	for k := g - 1; k >= max(from, g-10); k-- {
		if r.a.InLexicon(k, r.lex.words.returning) > 0 {
			return returnedPart // repatriated forty of its citizens from
		}
		if r.verbAt(k) {
			break
		}
	}
	return originPart
}

// towardPart is the part of places behind a preposition of place at token g.
func (r *reader) towardPart(g, from int) part {
	if g == from {
		return destinationPart
	}
	b := r.back(g-1, from)
	switch {
	case r.a.InLexicon(g-1, r.lex.words.originating) > 0:
		return originPart
	case b >= from && r.a.InLexicon(b, r.lex.words.returning) > 0, r.a.InLexicon(g-1, r.lex.words.elsewhereNoun) > 0:
		return notAnEnd
	case r.a.InLexicon(g-1, r.lex.offender) > 0, g-2 >= from && r.a.InLexicon(g-2, r.lex.offender) > 0 && r.a.InLexicon(g-1, r.lex.words.being) > 0:
		return whereabouts
	}
	for k := g - 1; k >= max(from, g-6); k-- { // from a minority group in, from rural areas of
		switch {
		case r.a.InLexicon(k, r.lex.from) > 0:
			return originPart
		case r.text.Tokens[k].Mark != 0 || r.countryAt(k) || r.verbAt(k) || r.a.InLexicon(k, r.lex.preposition) > 0:
			return destinationPart
		}
	}
	return destinationPart
}

// listedPart is the part of places that a verb of listing at token g names:
// "destinations include", "countries from which victims come are".
func (r *reader) listedPart(g, from int) part {
	for k := g - 1; k >= from; k-- {
		switch {
		case r.a.InLexicon(k, r.lex.words.placesOf) > 0 || r.a.InLexicon(k, r.lex.source) > 0:
			return originPart
		case r.a.InLexicon(k, r.lex.words.placesIn) > 0 || r.a.InLexicon(k, r.lex.destination) > 0:
			return destinationPart
		case r.a.InLexicon(k, r.lex.transit) > 0:
			return transitPart
		}
	}
	return notAnEnd
}

// back goes back from token k over words that stand between a name and what
// governs it, and returns the governing token or one before from.
func (r *reader) back(k, from int) int {
	for k >= from {
		n := r.skip(k, from)
		if n == 0 {
			return k
		}
		k -= n
	}
	return k
}

// skip returns how many tokens that end with token k stand between a name and
// what governs it.
func (r *reader) skip(k, from int) int {
	switch t := r.text.Tokens[k]; {
	case t.Mark == ',' || t.Mark == '(' || t.Kind == token.Dash:
		return 1
	}
	for n := min(5, k-from+1); n > 0; n-- {
		if r.a.InLexicon(k-n+1, r.lex.words.between) == n || r.a.InLexicon(k-n+1, r.lex.words.namely) == n || r.a.InLexicon(k-n+1, r.lex.beforeName) == n {
			return n
		}
	}
	return 0
}

// governor goes back from token k to the word that governs a list of places:
// past "other countries, including" and "cities in", to the preposition or
// verb. Where countries are called those of a role on the way, that is the
// part.
func (r *reader) governor(k, from int) (int, part) {
	passed := false // a word for countries: "Peru and other countries, including"
	for k >= from {
		n := r.skip(k, from)
		if n == 0 && passed {
			n = r.nameAt(k)
		}
		if n > 0 {
			k -= n
			continue
		}
		if r.a.InLexicon(k, r.lex.words.countries) > 0 || r.a.InLexicon(k, r.lex.words.abroad) > 0 {
			if p := r.calledPart(k, from); p != notAnEnd {
				return k, p
			}
			if r.a.InLexicon(k, r.lex.words.abroad) > 0 {
				return k, destinationPart
			}
			k, passed = k-1, true
			continue
		}
		if r.locative(k) && k > from {
			j := r.back(k-1, from)
			switch {
			case r.a.InLexicon(k-1, r.lex.words.countries) > 0 && r.calledPart(k-1, from) == notAnEnd:
				k--
				continue // countries in
			case j < k-1 && j >= from && r.a.InLexicon(j, r.lex.words.countries) > 0:
				if p := r.calledPart(j, from); p != notAnEnd {
					return j, p // in source countries, particularly in
				}
			}
		}
		return k, notAnEnd
	}
	return k, notAnEnd
}

// nameAt returns how many tokens the name has that ends with token k, or 0.
func (r *reader) nameAt(k int) int {
	for _, m := range r.here {
		if m.Last == k+1 {
			return m.Last - m.First
		}
	}
	return 0
}

// countryAt reports whether token k ends the name of a country or region.
func (r *reader) countryAt(k int) bool {
	for _, m := range r.here {
		if m.Last == k+1 {
			return m.Kind != mention.Group
		}
	}
	return false
}

func (r *reader) locative(k int) bool {
	return r.a.InLexicon(k, r.lex.toward) > 0 || r.a.InLexicon(k, r.lex.of) > 0
}

// calledPart tells whether the word for countries at token k has a role before
// it: source countries, other destinations.
func (r *reader) calledPart(k, from int) part {
	for _, i := range [...]int{k, k - 1} {
		if i < from {
			continue
		}
		switch {
		case r.a.InLexicon(i, r.lex.source) > 0:
			return originPart
		case r.a.InLexicon(i, r.lex.destination) > 0:
			return destinationPart
		case r.a.InLexicon(i, r.lex.transit) > 0:
			return transitPart
		}
	}
	return notAnEnd
}
