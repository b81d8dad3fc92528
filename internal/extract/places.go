package extract

import (
	"strings"

	"plumbline/internal/mention"
	"plumbline/internal/token"
)

// placeList is a list of places or of peoples that share their part.
type placeList struct {
	first, last int // tokens
	from, to    int // of r.here
	people      bool
	part        part
}

// lists gathers the places named in tokens [from, to) into lists and finds the
// part of each.
func (r *reader) lists(from, to int) {
	r.spots = r.spots[:0]
	for i, m := range r.here {
		if m.First < from || m.Last > to || r.compoundAdjective(m) {
			continue
		}
		people := r.peopled(i, to)
		if n := len(r.spots); n > 0 {
			if l := &r.spots[n-1]; l.people == people && l.to == i && r.joined(l.last, m.First) {
				l.last, l.to = m.Last, i+1
				continue
			}
		}
		r.spots = append(r.spots, placeList{first: m.First, last: m.Last, from: i, to: i + 1, people: people})
	}
	for i := range r.spots {
		l := &r.spots[i]
		switch {
		case l.people:
			l.part = r.peoplePart(l, from, to)
		default:
			l.part = r.placePart(l, from, to)
		}
	}
}

// compoundAdjective reports whether m is part of a word such as
// "Chinese-owned", which names neither people nor a place of exploitation.
func (r *reader) compoundAdjective(m mention.Mention) bool {
	_, rest, ok := strings.Cut(r.text.Of(m.Last-1), "-")
	return ok && rest != "" && 'a' <= rest[0] && rest[0] <= 'z'
}

// peopled reports whether mention i names people, not the countries of an
// adjective: "Thai women", but not "Asian and African countries".
func (r *reader) peopled(i, to int) bool {
	m := r.here[i]
	if !adjectival(m.Kind) {
		return false
	}
	for k := m.Last; k < to; {
		switch {
		case r.a.InLexicon(k, r.lex.words.countries) > 0:
			return false
		case i+1 < len(r.here) && r.here[i+1].First == k && r.here[i+1].Kind == mention.Region:
			return r.a.InLexicon(r.here[i+1].Last-1, r.lex.words.countries) == 0
		case i+1 < len(r.here) && r.here[i+1].First == k && adjectival(r.here[i+1].Kind):
			i++
			k = r.here[i].Last
		default:
			n := r.listWord(k)
			if n == 0 {
				return true
			}
			k += n
		}
	}
	return true
}

func adjectival(k mention.Kind) bool {
	return k == mention.People || k == mention.RegionPeople || k == mention.Group
}

// listWord returns how many tokens from k on may stand between the names of a
// list.
func (r *reader) listWord(k int) int {
	if m := r.text.Tokens[k].Mark; m == ',' || m == '/' {
		return 1
	}
	return r.a.InLexicon(k, r.lex.words.between)
}

// joined reports whether the names that end before token i and begin at j are
// of one list.
func (r *reader) joined(i, j int) bool {
	for k := i; k < j; {
		n := r.listWord(k)
		if n == 0 {
			n = r.a.InLexicon(k, r.lex.words.countries)
		}
		if n == 0 && (r.text.Tokens[k].Kind == token.Dash || r.text.Tokens[k].Mark == '(' || r.text.Tokens[k].Mark == ')') {
			n = 1
		}
		if n == 0 {
			n = r.a.InLexicon(k, r.lex.words.namely)
		}
		if n == 0 {
			return false
		}
		k += n
	}
	return true
}
