package grammar

import (
	"strings"

	"plumbline/internal/text"
	"plumbline/internal/token"
)

// Reach says on what a cue bears.
type Reach uint8

// The reaches: the verb group it stands in; all of its unit; what stands
// behind it in its unit, or the unit that it introduces; that, and the object
// of the verb that it begins; its unit and those that hang on it; the same
// without what stands before it; its clause;
// from it to the end of the sentence; the whole sentence.
const (
	InGroup Reach = iota
	InUnit
	After
	Object
	Below
	Down
	InClause
	Onward
	InSentence
)

var reaches = map[string]Reach{
	"group": InGroup, "unit": InUnit, "after": After, "object": Object, "below": Below, "down": Down, "clause": InClause, "onward": Onward, "sentence": InSentence,
}

// CueDef is a cue block of a rule file. Kinds and values mean what the user of
// the package takes them to mean; the kind "none" makes words that look like a
// cue be none ("not only").
type CueDef struct {
	Kind, Value string
	Reach       Reach
	lex         LexID
}

// Cue is a place where the words of a CueDef stand.
type Cue struct {
	*CueDef
	First, Last int
}

type cueDef struct {
	src  *text.Source
	def  CueDef
	name string // of its lexicon
}

// cue reads `cue KIND[=VALUE] [REACH] words`.
func (p *parser) cue(src *text.Source, b block) {
	head, rest, _ := strings.Cut(b.args, " ")
	kind, value, _ := strings.Cut(head, "=")
	def := cueDef{src: src, def: CueDef{Kind: kind, Value: value, Reach: InUnit}}
	if len(p.options.Cues) > 0 && kind != "none" && !contains(p.options.Cues, kind) {
		p.fault(src, text.Span{Start: b.at.Start, End: b.at.Start + len(kind)}, nearest(kind, p.options.Cues), "unknown cue kind %q", kind)
	}
	from := b.at.End - len(rest)
	if word, _, _ := strings.Cut(strings.TrimSpace(rest), " "); word != "" {
		if r, ok := reaches[word]; ok {
			def.def.Reach = r
			from += strings.Index(rest, word) + len(word)
		}
	}
	def.name = "cue " + src.Name + " " + b.args[:min(len(b.args), 24)] + itoa(len(p.cues))
	lex := &lexDef{src: src, at: b.at, entries: p.items(src, text.Span{Start: min(from, b.at.End), End: b.at.End})}
	for _, l := range b.lines {
		lex.entries = append(lex.entries, p.items(src, l.all)...)
	}
	p.lexes[def.name] = lex
	p.cues = append(p.cues, def)
}

// findCues fills a.Cues, leftmost and longest first.
func (a *Analysis) findCues() {
	seat := a.g.lex.index.seats[a.g.anyCue]
	for i := a.First; i < a.Last; {
		if i = a.First + a.next(i-a.First, a.Last-a.First, seat); i < a.First {
			return
		}
		best, length := -1, 0
		for _, k := range a.g.cuesOf[a.spelled[i-a.First].kind] {
			if n := a.InLexicon(i, a.g.cues[k].lex); n > length {
				best, length = int(k), n
			}
		}
		if best < 0 || a.markByte(i+length) == '.' && i+length+1 < a.Last && a.Text.Tokens[i+length+1].Kind == token.Number {
			i++ // "Law No. 14" negates nothing
			continue
		}
		if a.g.cues[best].Kind != "none" {
			a.Cues = append(a.Cues, Cue{&a.g.cues[best], i, i + length})
		}
		i += length
	}
}

// Bears reports whether the cue bears on what is said by unit u around token
// at.
func (a *Analysis) Bears(c Cue, u, at int) bool {
	unit := &a.Units[u]
	inside := c.First >= unit.First && c.First < unit.Last
	shared := unit.Shared >= 0 && c.First >= unit.Shared && c.First < unit.SharedLast
	switch c.Reach {
	case InGroup:
		return a.inGroup(c, unit) || shared
	case InUnit:
		return inside || shared
	case After:
		return inside && c.First <= at || c.Last == a.opening(u) || shared
	case Object:
		return inside && (c.First <= at || c.First == unit.Head+1) || shared
	case Below:
		return inside || shared || a.opens(c, unit) || a.Hangs(u, a.UnitAt(c.First))
	case Down:
		return inside && c.First <= at || shared || !inside && a.Hangs(u, a.UnitAt(c.First))
	case InClause:
		return a.ClauseAt(c.First) == unit.Clause
	case Onward:
		return c.First <= at && c.First < unit.Last
	}
	return true
}

// opening returns the token where the verb group of unit u begins, or that of
// the first of the gerunds that it is joined to: "rather than finding victims
// and helping them".
func (a *Analysis) opening(u int) int {
	for a.Units[u].Link == Coordinate && a.Units[u].Form == Gerund && a.Units[u].Parent >= 0 {
		u = a.Units[u].Parent
	}
	return max(a.Units[u].Start, a.First-1)
}

// opens reports whether the clause of the unit begins with a word of the cue:
// "unclear whether" before what is not known.
func (a *Analysis) opens(c Cue, u *Unit) bool {
	return u.Opener >= c.First && u.Opener < c.Last
}

// Hangs reports whether unit u hangs on unit top, directly or through others.
// What has a verb group of its own beside that of top does not.
func (a *Analysis) Hangs(u, top int) bool {
	own := false
	for u > top {
		v := &a.Units[u]
		switch v.Link {
		case Complement, Relative, Adjunct:
			own = false
		case Coordinate:
			own = own || v.Shared < 0 && (v.Form == Finite || v.Form == Copula) && !a.either(v.First-1)
		default:
			return false
		}
		u = v.Parent
	}
	return u == top && !own
}

// either reports whether token i is "or" or "nor": what such a word joins is
// said in the same breath.
func (a *Analysis) either(i int) bool {
	return i >= a.First && (a.Text.Tokens[i].ID == a.g.idOr || a.Text.Tokens[i].ID == a.g.idNor)
}

// inGroup reports whether the cue stands in the verb group of the unit, right
// before it ("nor did it"), or right behind a copula ("are not").
func (a *Analysis) inGroup(c Cue, u *Unit) bool {
	if u.Head < 0 {
		return false
	}
	end := u.Head
	if u.Form == Copula {
		end++
	}
	return c.Last >= u.Start && c.First <= end
}
